"""From what the register holds to what a profile may see: every field by its mark, every mark by its rule."""

"""Pictures of a register, for pages and as files: each says what it counts, of what, up to when, by which policy."""

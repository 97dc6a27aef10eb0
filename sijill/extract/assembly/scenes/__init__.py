"""Places that another sentence names: one named later, the capital or a quarter named before."""

"""What each page asks for, reads and does, one module a subject."""

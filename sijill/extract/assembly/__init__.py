"""Claims put together: in whose voice, when, where, how surely."""

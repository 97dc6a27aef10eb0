"""An encrypted case: its key, how the key is locked and recovered, and files that only the key opens."""

"""Is the record as it was written? The log and its checkpoints, the rows beside it, the originals in the vault."""

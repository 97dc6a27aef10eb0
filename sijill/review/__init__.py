"""doubts -> decisions."""

"""Document -> claims with spans."""

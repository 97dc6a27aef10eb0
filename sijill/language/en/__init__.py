"""What several steps know of English alone."""

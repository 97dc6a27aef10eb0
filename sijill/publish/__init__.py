"""findings -> the world."""

"""events -> findings."""

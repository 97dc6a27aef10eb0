"""what is known of a conflict."""

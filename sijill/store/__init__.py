"""where things rest."""

"""Who is who among those that a report names or only describes."""

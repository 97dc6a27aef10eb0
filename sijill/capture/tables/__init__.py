"""Tables: rows become documents, through a map."""

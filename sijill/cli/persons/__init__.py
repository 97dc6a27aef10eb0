"""Lists taken in, pairs judged, and a person's records side by side."""

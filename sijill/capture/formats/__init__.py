"""One module for each format: bytes in, text and what else the original says out."""

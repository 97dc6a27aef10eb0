"""Files that hold other files: each part is a document."""

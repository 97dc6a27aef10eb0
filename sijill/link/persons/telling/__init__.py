"""What was done, for people: the levels of a pair in words, and how persons came to be those that they are."""

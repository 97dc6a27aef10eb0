"""What the words of a place say: the name, how wide it is, what lies in what."""

"""What was read in a sentence, in terms that hold for every language; a grammar of each language reads it."""

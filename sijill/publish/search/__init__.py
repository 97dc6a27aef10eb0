"""Search by words in the pages of a release: an index that is made here, and one script that reads it from files."""

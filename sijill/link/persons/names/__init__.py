"""Names of lists: mended, taken apart, heard alike in two scripts."""

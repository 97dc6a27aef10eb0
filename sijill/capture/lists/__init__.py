"""Lists of victims: which column holds what, and rows to victim records; every row ends accepted or in quarantine."""

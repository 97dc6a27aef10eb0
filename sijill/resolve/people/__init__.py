"""Whom reports name, as far as it says which of them tell of one incident."""

"""Persons of the lists of a case, and the estimates that come of how the lists overlap."""

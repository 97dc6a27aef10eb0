"""Whom, where, when and with what a text names, beside what it claims. English so far."""

"""Predicates: who did what to whom, and how many."""

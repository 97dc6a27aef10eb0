"""Keeping a case: opened, checked, sealed, shown, copied, restored, and erased from where the law demands it."""

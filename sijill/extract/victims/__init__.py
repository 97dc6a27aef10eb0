"""Victims whom a text names: who is named, what is said to have become of them, one record each."""

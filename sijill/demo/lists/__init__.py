"""Invented lists of the dead: a population of known persons, and what several lists make of it. No real person is in
them.
"""

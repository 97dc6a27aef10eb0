"""Victim records to persons: names taken apart, candidate pairs, levels, weights, clusters, and how sure all that
is.
"""

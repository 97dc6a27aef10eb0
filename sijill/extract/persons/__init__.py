"""Everybody whom a sentence names, with what stands beside the name: one module for each language."""

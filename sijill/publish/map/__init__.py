"""Drawn by us from shipped outlines: no tile, font or script of anybody else."""

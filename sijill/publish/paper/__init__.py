"""Findings on paper: dossiers as PDF."""

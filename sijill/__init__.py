"""Sijill: from conflicting reports of violence against civilians to one defensible register."""

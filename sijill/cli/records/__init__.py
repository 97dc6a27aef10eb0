"""Records as they are shown: chosen, worded and laid out, for people and for machines."""

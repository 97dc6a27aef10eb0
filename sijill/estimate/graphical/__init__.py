"""Decomposable graphs: which lists depend on which, averaged over all graphs that factorise."""

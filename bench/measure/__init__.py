"""How a figure is measured on a set and written down: what several benchmarks share."""

"""Log-linear models: counts of patterns as Poisson, a term for each list and for lists that depend on each other."""

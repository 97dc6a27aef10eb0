"""Lists of places that others keep: GeoNames dumps, OCHA's common operational datasets, tables of one's own."""

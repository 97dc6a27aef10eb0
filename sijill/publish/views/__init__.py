"""Results as what a page shows: everything worded, every figure with its quotes."""

"""lists -> the undocumented."""

"""The numbers of one report put together: those of two sides, those of others."""

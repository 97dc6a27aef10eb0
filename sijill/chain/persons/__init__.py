"""Lists taken in, their records read, all records linked, and the persons that come of it."""

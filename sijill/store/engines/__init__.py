"""What executes SQL over tables: DuckDB on one machine, Spark on several."""

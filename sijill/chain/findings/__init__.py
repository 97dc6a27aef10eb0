"""From events to findings: which policies run, and every event assessed once."""

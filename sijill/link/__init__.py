"""claims -> events, victim records -> persons."""

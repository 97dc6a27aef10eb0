"""What a sentence tells of those before it."""

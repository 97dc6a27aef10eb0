"""What leaves in the forms that others work with: each a pure function from released nouns to bytes."""

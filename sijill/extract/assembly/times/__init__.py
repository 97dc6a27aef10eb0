"""What the words say of a day beside a time of their own."""

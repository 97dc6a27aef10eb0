"""Two claims side by side: which meet, what they have in common, and what that is worth."""

"""What the scene of a report gives to claims that leave it open."""

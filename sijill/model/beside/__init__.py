"""What stands beside findings and totals and is in none of them."""

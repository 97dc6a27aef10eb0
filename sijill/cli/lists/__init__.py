"""What is taken into a case beside reports: lists of places."""

"""What a sentence says of an act or harm that was told before it: repeats, denies, owns to it, lays it to somebody."""

"""What `why` tells: the answer, the evidence beneath it, and the rule that made the figure."""

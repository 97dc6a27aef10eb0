"""How many persons there are, and how sure that is: sampled partitions, list overlaps, a second opinion by hashing."""

"""What the log lets one show: proofs, checkpoints, timestamps, and the stand-alone verifier."""

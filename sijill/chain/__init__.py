"""The chain introduces the steps to each other and to the store; run.py has them in order. No step knows of it."""

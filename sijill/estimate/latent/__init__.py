"""Latent classes: people differ in how likely each list is to hold them, and nobody needs to say in how many ways."""

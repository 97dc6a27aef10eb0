"""Addresses: the gate, the exchange, and its archive."""

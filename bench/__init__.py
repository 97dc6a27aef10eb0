"""Adapters to public sets, one module a set: `python -m bench.SET PATH`, or all with `python -m bench --data DIR`."""

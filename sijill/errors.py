"""The root of everything that Sijill raises on purpose."""


class SijillError(Exception):
    """An input that no analyst can settle. The message says what was seen, against what, and what to do."""

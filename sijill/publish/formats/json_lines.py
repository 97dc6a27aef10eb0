"""The records themselves, one JSON object a line, exactly as the nouns declare them."""

from collections.abc import Iterable

from sijill.model.exchange import to_json


def to_lines(records: Iterable[object]) -> bytes:
    """One record a line, in order."""
    return "".join(f"{to_json(each)}\n" for each in records).encode()

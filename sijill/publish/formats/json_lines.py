"""The records themselves, one JSON object a line, exactly as the nouns declare them."""

from collections.abc import Iterable, Iterator

from sijill.model.exchange import to_json
from sijill.publish.sealed import gathered


def to_lines(records: Iterable[object]) -> Iterator[bytes]:
    """One record a line, in order."""
    return gathered(f"{to_json(each)}\n" for each in records)

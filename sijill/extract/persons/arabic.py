"""Everybody whom an Arabic sentence names."""

from sijill.extract.syntax.mention import Mention
from sijill.extract.syntax.sentence import Sentence


def persons(s: Sentence) -> list[Mention]:
    """Left to right, with what stands beside the name."""
    return []

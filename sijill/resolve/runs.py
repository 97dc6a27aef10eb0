"""What two texts share: runs of five words as numbers, some of them chosen by their own value.

The same run is chosen in every text, so what two texts share can be counted in a sample (min-wise sampling by a
threshold; Broder, On the resemblance and containment of documents, 1997). Short texts keep all of their runs.
"""

import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sijill.language.ar.letters import fold_word

RUN = 5
ONE_IN = 4
SHORT = 250
"""Runs up to which a text keeps all of them."""

Runs = NDArray[np.uint64]
_WORD = re.compile(r"\w+")
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 1], dtype=np.uint64
)
_MIX = np.uint64(0xFF51AFD7ED558CCD)


class RunReader:
    """Texts to their runs. It remembers the number of each word it met: texts of one corpus share most words."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def runs(self, text: str) -> Runs:
        """All runs of a text, each once, in order of their number."""
        numbers = self._numbers
        words = [numbers.get(word) or self._number(word) for word in words_of(text)]
        if len(words) < RUN:
            return np.empty(0, dtype=np.uint64)
        row = np.array(words, dtype=np.uint64)
        last = len(row) - RUN + 1
        mixed = sum((row[at : at + last] * factor for at, factor in enumerate(_FACTORS)), np.zeros(last, np.uint64))
        mixed ^= mixed >> np.uint64(33)
        mixed *= _MIX
        mixed ^= mixed >> np.uint64(29)
        return np.unique(mixed)

    def _number(self, word: str) -> int:
        written = word.encode()
        number = (crc32(written) << 24) ^ crc32(written[::-1]) ^ (len(written) << 56)
        self._numbers[word] = number
        return number


def words_of(text: str) -> list[str]:
    """The words of a text in one form: case, vowel marks and punctuation do not count."""
    return _WORD.findall(text.casefold() if text.isascii() else fold_word(text).casefold())


def sampled(runs: Runs) -> Runs:
    """One run in four, the same ones in every text."""
    chosen: Runs = runs[runs % np.uint64(ONE_IN) == 0]
    return chosen

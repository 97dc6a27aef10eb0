"""A second opinion on the number of persons: unique-entity estimation by locality-sensitive hashing.

source   Chen, Shrivastava and Steorts (2018), Unique entity estimation with application to the Syrian conflict:
         pairs are
         sampled by hashing, the components of what is found alike are counted by size, and the share p of duplicate
         pairs that such a sample finds corrects the counts of components of one, two and three records.
"""

from dataclasses import dataclass
from zlib import crc32

import numpy as np
import pyarrow as pa

from sijill.link.persons.averages import components
from sijill.link.persons.weighing import Ints, Pairs

COLUMNS = ("given_bones", "father_bones", "family_bones", "region", "place", "month", "sex")
HASHES, BANDS = 3, 16
PRIME = np.uint64(2_305_843_009_213_693_951)
LARGEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class UniqueEntities:
    """persons: the estimate. found: components of one, two, three and more records. kept: the share p."""

    persons: float
    found: tuple[int, int, int, int]
    kept: float


def unique_entities(rows: pa.Table, pairs: Pairs, group: Ints, *, seed: int) -> UniqueEntities:
    """rows: normalised. pairs: with their weights; alike are those above zero. group: taken for known duplicates,
    for p.
    """
    collided = _collisions(_signatures(rows, seed))
    alike = pairs.weight > 0
    key = pairs.left << 32 | pairs.right
    found = np.isin(key, collided) & alike
    duplicate = group[pairs.left] == group[pairs.right]
    p = float(found[duplicate].sum() / max(1, duplicate.sum()))
    label = components(rows.num_rows, pairs.left[found], pairs.right[found])
    sizes = np.bincount(np.unique(label, return_counts=True)[1])
    one, two, three = (int(sizes[n]) if n < len(sizes) else 0 for n in (1, 2, 3))
    more = int(sizes[4:].sum())
    return UniqueEntities(persons=corrected(one, two, three, p) + more, found=(one, two, three, more), kept=p)


def corrected(one: int, two: int, three: int, p: float) -> float:
    """Persons on one, two or three records, from components of a sample that finds each duplicate pair with chance p.

    E[n3'] = n3 p^2 (3 - 2p)      E[n2'] = n2 p + 3 n3 p (1-p)^2      E[n1'] = n1 + 2 n2 (1-p) + 3 n3 (1-p)^2
    """
    if p <= 0:
        return float(one + two + three)
    n3 = three / (p * p * (3 - 2 * p))
    n2 = max(0.0, (two - 3 * n3 * p * (1 - p) ** 2) / p)
    n1 = max(0.0, one - 2 * n2 * (1 - p) - 3 * n3 * (1 - p) ** 2)
    return n1 + n2 + n3


def _signatures(rows: pa.Table, seed: int) -> np.ndarray:
    """MinHash of the tokens of each row [rows, HASHES * BANDS]. What is not said is no token."""
    random = np.random.default_rng(seed)
    number = HASHES * BANDS
    a = random.integers(1, int(PRIME), number, dtype=np.uint64)
    lowest = np.full((rows.num_rows, number), np.iinfo(np.uint64).max, dtype=np.uint64)
    for name in COLUMNS:
        encoded = rows.column(name).combine_chunks().dictionary_encode()
        words = encoded.dictionary.to_pylist()
        tokens = np.array([crc32(f"{name}={each}".encode()) for each in words] or [0], dtype=np.uint64)
        at = encoded.indices.fill_null(0).to_numpy(zero_copy_only=False)
        said = encoded.indices.is_valid().to_numpy(zero_copy_only=False)
        hashed = (tokens[:, None] + np.uint64(1)) * a[None, :]
        lowest[said] = np.minimum(lowest[said], hashed[at[said]])
    return lowest


def _collisions(signatures: np.ndarray) -> Ints:
    """Pairs of rows that agree on some band, as left << 32 | right; a bucket larger than LARGEST says too little."""
    found: list[np.ndarray] = []
    for band in range(BANDS):
        part = signatures[:, band * HASHES : (band + 1) * HASHES]
        key = part[:, 0] * np.uint64(31) + part[:, 1] * np.uint64(17) + part[:, 2]
        order = np.argsort(key, kind="stable")
        ordered = key[order]
        for step in range(1, LARGEST):
            same = ordered[step:] == ordered[:-step]
            if not same.any():
                break
            a, b = order[:-step][same], order[step:][same]
            found.append(np.minimum(a, b) << 32 | np.maximum(a, b))
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)

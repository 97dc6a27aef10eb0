"""What blocks are made of: names, places and days of each row as numbers that are equal where what is said is equal.

They are made once, where the rows are, so that every engine compares the same integers. Numbers of one role meet across
columns: a given name can meet a family name, and a day the same day written with its month first.
"""

from collections.abc import Mapping
from hashlib import blake2b

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

DAYS, YEARS = 5, 6
"""Widths of the bins of days and of ages. Two bins, half a width apart, leave few neighbours on two sides."""


def hashed(values: pa.Array, role: str) -> pa.Array:
    """A number of 63 bits for each value; null where nothing is said. Two values of one role share it by an odd chance
    of one in 10^19.
    """
    encoded = values.dictionary_encode()
    numbers = [
        None if each is None else int.from_bytes(blake2b(f"{role}={each}".encode(), digest_size=8).digest()) >> 1
        for each in encoded.dictionary.to_pylist()
    ]
    return pa.array(numbers, pa.int64()).take(encoded.indices)


def keys(columns: Mapping[str, pa.Array]) -> dict[str, pa.Array]:
    """The key columns of normalised rows, by name: "key_given" and so on."""
    given, family = columns["given_bones"], columns["family_bones"]
    one, other = (each(given, family, skip_nulls=False) for each in (pc.min_element_wise, pc.max_element_wise))
    said = {
        "given": ("given", pc.coalesce(columns["given_symbol"], given)),
        "father": ("father", pc.coalesce(columns["father_symbol"], columns["father_bones"])),
        "bones": ("name", given),
        "family": ("name", family),
        "both": ("both", pc.binary_join_element_wise(one, other, "|")),
        "given_1": ("begins", pc.utf8_slice_codeunits(given, 0, 1)),
        "given_2": ("begins", pc.utf8_slice_codeunits(given, 0, 2)),
        "family_2": ("family begins", pc.utf8_slice_codeunits(family, 0, 2)),
        "region": ("region", columns["region"]),
        "place": ("place", columns["place"]),
        "sex": ("sex", columns["sex"]),
        "day": ("day", columns["died_from"]),
        "turned": ("day", columns["died_turned"]),
        "month": ("month", columns["month"]),
        "days": ("days", _bins(columns["died_from"], DAYS, 0)),
        "days_on": ("days on", _bins(columns["died_from"], DAYS, DAYS // 2)),
        "age": ("age", _bins(columns["age"], YEARS, 0)),
        "age_on": ("age on", _bins(columns["age"], YEARS, YEARS // 2)),
    }
    return {f"key_{name}": hashed(values, role) for name, (role, values) in said.items()}


def _bins(values: pa.Array, width: int, shift: int) -> pa.Array:
    """Floor of (value + shift) / width."""
    held = pc.is_valid(values).to_numpy(zero_copy_only=False)
    number = values.fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    return pa.array((number + shift) // width, pa.int64(), mask=~held)

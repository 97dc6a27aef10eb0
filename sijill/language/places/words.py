"""The words around the name of a place: how wide it is, which part of it, what stands in it (`sites.csv`)."""

import csv
from collections import defaultdict
from importlib.resources import files

from sijill.language.ar.letters import fold_word


def words(listed: str) -> frozenset[str]:
    """Words as written, for comparison with lower-case words of a text."""
    return frozenset(listed.split())


def _sites() -> dict[str, frozenset[str]]:
    """kind -> words of `sites.csv`, of every language"""
    found: dict[str, set[str]] = defaultdict(set)
    with files(__package__).joinpath("sites.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["kind"]].update(word for key in ("en", "ar") for word in row[key].split("|") if word)
    return {kind: frozenset(listed) for kind, listed in found.items()}


PROVINCE_WORDS = words("province governorate muhafaza oblast محافظة ولاية")
RURAL_WORDS = words("countryside rural ريف بادية")
"""The land around a town, most of its province: with a direction ("eastern countryside") only a part of it."""

DIRECTIONS = words(
    "north south east west northern southern eastern western northeast northwest southeast southwest"
    " northeastern northwestern southeastern southwestern الشرقي الغربي الشمالي الجنوبي شمال جنوب شرق غرب"
)
AROUND_WORDS = words(
    "near around outside outskirts outskirt vicinity environs surroundings fringes edge edges"
    " barrens entrance entrances airport airbase base crossing checkpoint dam قرب محيط مدخل مداخل جرود جرد"
)
"""What bears the name of a town and lies some way off is around it too: its airport, its border crossing."""
OF_SITES = words("military international air")
"""Before the kind of what bears the name of a town: "Namar military airport"."""
UNIT_WORDS = words(
    "suburb suburbs parts part neighbourhood neighbourhoods neighborhood neighborhoods district districts area"
    " areas sector sectors bloc half quarter quarters side region front road highway line حي حيي أحياء ضواحي"
)
"""A part of a settlement; a place that is itself a suburb stays what it is."""

MIDDLE_WORDS = words("central centre center downtown heart وسط")
"""Of a town or a wider place the middle; it is no narrower than what bears the name."""

NAMING_WORDS = words(
    "city town village central downtown inner refugee camp capital enclave مدينة بلدة قرية وسط"
    " مدينتي مدن بلدتي بلدات قريتي قرى"
)
"""They say what the place is; the name alone means the same."""

OF_TOWNS = words("city town village مدينة بلدة قرية")

OF_CITIES = words("city town capital downtown central inner مدينة بلدة")
"""They say that the town is meant, not the province of its name."""

_SITES = _sites()
SITE_WORDS = _SITES["named after its town"]
"""Kinds of buildings inside a settlement: "Namar market" is in Namar, unless a place of the whole name is listed."""

INNER_WORDS = SITE_WORDS | _SITES["in a town"]
"""Kinds of what lies inside a settlement. A street or hotel is often called like a town far away, so that its name
is never taken apart: "Kessa street" is no more in Kessa than elsewhere."""

DESCRIBED_WORDS = INNER_WORDS | _SITES["beside a town"] | _SITES["without a name"]
"""Kinds of what a report tells of without a name: "a school in Kessa", "the checkpoint"."""

INNER_KEYS, SITE_KEYS = (frozenset(fold_word(each) for each in listed) for listed in (INNER_WORDS, DESCRIBED_WORDS))
"""The two as the tokens of a text have them."""

QUARTERS = words("neighbourhood neighborhood quarter suburb street avenue")
CALLED_QUARTERS = words("neighbourhood neighborhood quarter suburb district area sector حي")
QUARTER_WORDS = QUARTERS | words("block area")
"""A part of a settlement, so that the name before is not the one after: "the Sabha quarter of Namar"."""

CONNECTIVES = words("of the to a an at on from its their in and two several some other")

EVERYWHERE = words("across throughout around over various several different أنحاء عموم عدة مختلف متفرقة")
WHOLE = words("country nation provinces regions البلاد محافظات المحافظات")
"""Of each one word, before any name: "across the country", "in several provinces", of no single place."""

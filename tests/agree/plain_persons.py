"""The levels of a pair and the candidate pairs of some rows, in plain Python, row by row: slow, and easy to believe."""

from collections import Counter
from datetime import date
from itertools import combinations

from sijill.link.persons.victims import BLOCKS, CROWDS

EPOCH = date(1970, 1, 1)


def said(row):
    """What a row has under each key of a block or a crowd, as it stands: no number made of it."""
    given = row["given_symbol"] or row["given_bones"]
    bones, family, died, age = row["given_bones"], row["family_bones"], row["died_from"], row["age"]
    return {
        "key_given": given,
        "key_father": row["father_symbol"] or row["father_bones"],
        "key_bones": bones,
        "key_family": family,
        "key_both": None if None in (bones, family) else tuple(sorted((bones, family))),
        "key_given_1": bones and bones[:1],
        "key_given_2": bones and bones[:2],
        "key_family_2": family and family[:2],
        "key_day": died,
        "key_turned": row["died_turned"],
        "key_days": None if died is None else died // 5,
        "key_days_on": None if died is None else (died + 2) // 5,
        "key_age": None if age is None else age // 6,
        "key_age_on": None if age is None else (age + 3) // 6,
        **{f"key_{name}": row[name] for name in ("region", "place", "sex", "month")},
        "list": row["list"],
    }


def crowds(rows):
    """How many steps each crowd of each row reaches."""
    found = [dict(row) for row in rows]
    for crowd in CROWDS:
        keys = [tuple(said(row)[on] for on in crowd.on) for row in rows]
        size = Counter(keys)
        for row, key in zip(found, keys, strict=True):
            row[crowd.name] = 0 if None in key else sum(size[key] >= step for step in crowd.steps)
    return found


def candidates(rows):
    """Pairs that some block brings together, the lower row first."""
    found = set()
    for block in BLOCKS:
        groups = {}
        for row in rows:
            mine = said(row)
            for first in block.either or (None,):
                key = tuple(mine[on] for on in (*(() if first is None else (first,)), *block.on))
                if None not in key:
                    groups.setdefault(key, []).append(row["rec"])
        for group in groups.values():
            if 2 <= len(group) <= block.cap:
                found.update(combinations(sorted(set(group)), 2))
    return found


def distance(a, b):
    """Levenshtein (1966)."""
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        now = [i]
        for j, y in enumerate(b, start=1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (x != y)))
        before = now
    return before[-1]


def fits(vowels, pattern):
    """SQL's LIKE with `_` alone."""
    return len(vowels) == len(pattern) and all(p in ("_", v) for v, p in zip(vowels, pattern, strict=True))


def name_level(left, right, name, *, known):
    l, r = ({part: row[f"{name}_{part}"] for part in PARTS} for row in (left, right))
    if l["bones"] is None or r["bones"] is None:
        return 0
    often = min(l["often"], r["often"])
    both = l["symbol"] is not None and r["symbol"] is not None
    if (l["letters"] == r["letters"] and l["latin"] == r["latin"]) or (known and both and l["symbol"] == r["symbol"]):
        return 7 + often
    if known and both and l["symbol"] != r["symbol"]:
        return 1 if l["bones"] != r["bones"] else 2
    same_bones = l["bones"] == r["bones"]
    if (
        same_bones
        and (l["latin"] or r["latin"])
        and (fits(l["vowels"], r["pattern"]) or fits(r["vowels"], l["pattern"]))
    ):
        return 4 + often
    if same_bones:
        return 3
    near_letters = l["latin"] == r["latin"] and distance(l["letters"], r["letters"]) <= 1
    long = len(l["bones"]) >= 3 and len(r["bones"]) >= 3
    return 2 if near_letters or (long and distance(l["bones"], r["bones"]) <= 1) else 1


PARTS = ("bones", "vowels", "pattern", "letters", "symbol", "latin", "often")


def same(a, b):
    return a is not None and a == b


def order_level(l, r):
    turned = same(l["given_bones"], r["family_bones"]), same(r["given_bones"], l["family_bones"])
    apart = None not in (l["given_bones"], r["given_bones"]) and l["given_bones"] != r["given_bones"]
    if all(turned) and apart:
        return 3
    if any(turned) and apart:
        return 2
    return 1 if same(l["family_bones"], r["father_bones"]) or same(r["family_bones"], l["father_bones"]) else 0


def died_level(l, r):
    if l["died_from"] is None or r["died_from"] is None:
        return 0
    if l["died_from"] == l["died_to"] and r["died_from"] == r["died_to"] and l["died_from"] == r["died_from"]:
        return 8
    apart = max(l["died_from"], r["died_from"]) - min(l["died_to"], r["died_to"])
    if apart <= 1:
        return 7 if apart <= 0 else 6
    if same(l["died_turned"], r["died_from"]) or same(r["died_turned"], l["died_from"]):
        return 5
    return next((level for level, most in ((4, 3), (3, 7), (2, 31)) if apart <= most), 1)


def born_level(l, r):
    no_birth = l["born_from"] is None or r["born_from"] is None
    no_age = l["age"] is None or r["age"] is None
    if no_birth and no_age:
        return 0
    exact = l["born_exactly"] and r["born_exactly"]
    if exact and l["born_from"] == r["born_from"]:
        return 7
    slip = same(l["born_turned"], r["born_from"]) or same(r["born_turned"], l["born_from"])
    if exact and (slip or same(l["born_day"], r["born_day"])):
        return 6
    for level, years, days in ((5, 1, 0), (4, 2, 366), (3, 4, 1100), (2, 10, 3660)):
        if no_birth and abs(l["age"] - r["age"]) <= years:
            return level
        known = [each for each in (l["born_from"], r["born_from"]) if each is not None]
        ends = [each for each in (l["born_to"], r["born_to"]) if each is not None]
        if known and ends and max(known) - min(ends) <= days:
            return level
    return 1


def place_level(l, r):
    if l["region"] is None or r["region"] is None:
        return 0
    if l["region"] != r["region"]:
        return 1
    if l["place"] is None or r["place"] is None:
        return 3
    return 4 if l["place"] == r["place"] else 2


def plain_level(l, r, name):
    if l[name] is None or r[name] is None:
        return 0
    return 2 if l[name] == r[name] else 1


def script_level(l, r):
    if l["given_latin"] is None or r["given_latin"] is None:
        return 0
    return 2 if l["given_latin"] and r["given_latin"] else int(l["given_latin"] != r["given_latin"])


def levels(l, r):
    """Every level of a pair, by comparison, in the order of the spec."""
    found = {name: name_level(l, r, name, known=True) for name in ("given", "father", "grandfather")}
    found["family"] = name_level(l, r, "family", known=False)
    found |= {name: name_level(l, r, name, known=True) for name in ("kunya", "mother")}
    found |= {
        "order": order_level(l, r),
        "died": died_level(l, r),
        "born": born_level(l, r),
        "place": place_level(l, r),
    }
    found |= {name: plain_level(l, r, name) for name in ("sex", "status")}
    found |= {"list": int(l["list"] == r["list"]), "script": script_level(l, r)}
    return found | {crowd.name: max(l[crowd.name], r[crowd.name]) for crowd in CROWDS}

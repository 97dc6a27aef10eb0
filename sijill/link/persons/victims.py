"""The LinkSpec of victim lists: names in two scripts, days, places, and what else several lists say of one death."""

from sijill.link.persons.spec import Block, Comparison, Crowd, Level, LinkSpec


def _block(on: str, cap: int) -> Block:
    """Keys by name; "one|other, third": one key of a row is the other of another row, and the third is the same."""
    either, *rest = ([f"key_{name}" for name in key.split("|")] for key in on.split(", "))
    if len(either) == 1:
        return Block(name=on, on=(either[0], *(name for (name,) in rest)), cap=cap)
    return Block(name=on, either=tuple(either), on=tuple(name for (name,) in rest), cap=cap)


BLOCKS = (
    _block("given, father, region, month", 40),
    _block("given_1, family_2, region, days_on", 30),
    _block("given, family, place", 40),
    _block("given_2, place, month", 15),
    _block("given, region, month, age", 30),
    _block("given, day", 12),
    _block("given_1, family, region, month", 40),
    _block("father, region, day", 20),
    _block("both, place", 40),
    _block("given, family, region, age_on", 40),
    _block("bones|family, place, day", 40),
    _block("given, place, days_on", 40),
    _block("bones|family, region, day", 30),
    _block("given, family, father", 40),
    _block("bones|family, place, month", 30),
    _block("given, father, place", 30),
    _block("both, region", 15),
    _block("given, region, days", 40),
    _block("given, family, month", 60),
    _block("given, place, age_on", 20),
    _block("given, region, day", 60),
    _block("bones|family, region, days_on", 30),
    _block("place, month, sex", 10),
    _block("given, region, month", 40),
    _block("family, father, month", 30),
    _block("given, family, region", 60),
    _block("place, day", 15),
    _block("given, place", 30),
    _block("both, region, age", 40),
    _block("region, day, sex, age_on", 20),
    _block("bones|family, region, month", 30),
    _block("given, father, region", 20),
    _block("both, month", 60),
    _block("day|turned, given, region", 30),
)
"""The keys are those of `keys.keys`; the table was chosen for its recall on lists of fifty thousand and of a million
rows: a pair that one block brings costs nothing in the others.
"""

_OFTEN = ("borne by few", "borne by some", "borne by many")


def _name(name: str, *, known: bool) -> Comparison:
    """Levels of two names in one slot: the same, alike in sound, of the same bones, near in spelling, different."""
    left, right = f"l.{name}", f"r.{name}"
    least = f"least({left}_often, {right}_often)"
    same = f"({left}_letters = {right}_letters and {left}_latin = {right}_latin)"
    other = f"{left}_bones <> {right}_bones"
    if known:
        same = f"({same} or {left}_symbol = {right}_symbol)"
        other = f"({left}_symbol <> {right}_symbol and {left}_bones <> {right}_bones)"
        namesakes = f"{left}_symbol <> {right}_symbol"
    alike = (
        f"({left}_bones = {right}_bones and ({left}_latin or {right}_latin)"
        f" and ({left}_vowels like {right}_pattern or {right}_vowels like {left}_pattern))"
    )
    near = (
        f"(({left}_latin = {right}_latin and levenshtein({left}_letters, {right}_letters) <= 1)"
        f" or (length({left}_bones) >= 3 and length({right}_bones) >= 3"
        f" and levenshtein({left}_bones, {right}_bones) <= 1))"
    )
    levels = [Level(value=0, when=f"{left}_bones is null or {right}_bones is null", says="not said by both")]
    levels += [
        Level(value=7 + n, when=f"{same} and {least} = {n}", says=f"the same name, {_OFTEN[n]}") for n in range(3)
    ]
    if known:
        levels += [
            Level(value=1, when=other, says="different known names"),
            Level(value=2, when=namesakes, says="two known names that are written alike"),
        ]
    levels += [
        Level(value=4 + n, when=f"{alike} and {least} = {n}", says=f"alike in sound, {_OFTEN[n]}") for n in range(3)
    ]
    levels += [
        Level(value=3, when=f"{left}_bones = {right}_bones", says="the same consonants"),
        Level(value=2, when=near, says="one letter apart"),
    ]
    return Comparison(name=name, levels=tuple(levels), size=10)


_TURNED = "(l.given_bones = r.family_bones or r.given_bones = l.family_bones)"
_DAYS_APART = "greatest(l.died_from, r.died_from) - least(l.died_to, r.died_to)"
_BIRTHS_APART = "greatest(l.born_from, r.born_from) - least(l.born_to, r.born_to)"
_EXACT = "l.died_from = l.died_to and r.died_from = r.died_to"
_BORN = "l.born_exactly and r.born_exactly"
_NO_BIRTH = "(l.born_from is null or r.born_from is null)"


def _died() -> Comparison:
    return Comparison(
        name="died",
        size=9,
        levels=(
            Level(value=0, when="l.died_from is null or r.died_from is null", says="not said by both"),
            Level(value=8, when=f"{_EXACT} and l.died_from = r.died_from", says="the same day"),
            Level(value=7, when=f"{_DAYS_APART} <= 0", says="days that can be one"),
            Level(value=6, when=f"{_DAYS_APART} <= 1", says="a day apart"),
            Level(
                value=5,
                when="l.died_turned = r.died_from or r.died_turned = l.died_from",
                says="day and month the other way round",
            ),
            Level(value=4, when=f"{_DAYS_APART} <= 3", says="two or three days apart"),
            Level(value=3, when=f"{_DAYS_APART} <= 7", says="within a week"),
            Level(value=2, when=f"{_DAYS_APART} <= 31", says="within a month"),
        ),
    )


def _born() -> Comparison:
    age = "abs(l.age - r.age)"
    steps = ((5, 1, 0), (4, 2, 366), (3, 4, 1100), (2, 10, 3660))
    says = {
        5: "ages that can be one",
        4: "about a year apart",
        3: "up to three years apart",
        2: "up to ten years apart",
    }
    levels = [
        Level(
            value=0,
            when=f"{_NO_BIRTH} and (l.age is null or r.age is null)",
            says="not said by both",
        ),
        Level(value=7, when=f"{_BORN} and l.born_from = r.born_from", says="born on the same day"),
        Level(
            value=6,
            when=f"{_BORN} and (l.born_turned = r.born_from or r.born_turned = l.born_from or l.born_day = r.born_day)",
            says="dates of birth that differ by one slip of the pen",
        ),
    ]
    for value, years, days in steps:
        when = f"({_NO_BIRTH} and {age} <= {years}) or {_BIRTHS_APART} <= {days}"
        levels.append(Level(value=value, when=when, says=says[value]))
    return Comparison(name="born", size=8, levels=tuple(levels))


def _place() -> Comparison:
    return Comparison(
        name="place",
        size=5,
        levels=(
            Level(value=0, when="l.region is null or r.region is null", says="not said by both"),
            Level(value=4, when="l.region = r.region and l.place = r.place", says="the same place"),
            Level(
                value=3,
                when="l.region = r.region and (l.place is null or r.place is null)",
                says="the same region, place not said by both",
            ),
            Level(value=2, when="l.region = r.region", says="another place in the same region"),
        ),
    )


def _plain(name: str, words: tuple[str, str, str]) -> Comparison:
    return Comparison(
        name=name,
        size=3,
        levels=(
            Level(value=0, when=f"l.{name} is null or r.{name} is null", says=words[0]),
            Level(value=2, when=f"l.{name} = r.{name}", says=words[2]),
        ),
    )


def _crowd(name: str, steps: tuple[int, ...]) -> Comparison:
    levels = tuple(
        Level(
            value=n,
            when=f"greatest(l.{name}, r.{name}) = {n}",
            says=f"{steps[n - 1] if n else 'no'} or more {CROWD_SAYS[name]}",
        )
        for n in range(len(steps) + 1)
    )
    return Comparison(name=name, size=len(steps) + 1, levels=levels, otherwise=0, context=True)


CROWD_SAYS = {
    "killed_together": "records of the region on that day",
    "kin": "records of the family, the region and the month",
    "namesakes": "records of the given name, the region and the month",
    "full_namesakes": "records of both names on one list",
    "region_namesakes": "records of both names in the region",
}
CROWDS = (
    Crowd(name="killed_together", on=("key_region", "key_day"), steps=(4, 12, 40, 120)),
    Crowd(name="kin", on=("key_family", "key_region", "key_month"), steps=(3, 6, 12, 25)),
    Crowd(name="namesakes", on=("key_given", "key_region", "key_month"), steps=(3, 8, 20, 60)),
    Crowd(name="full_namesakes", on=("key_given", "key_family", "list"), steps=(2, 4, 12, 40)),
    Crowd(name="region_namesakes", on=("key_given", "key_family", "key_region"), steps=(4, 10, 30, 100)),
)

COMPARISONS = (
    _name("given", known=True),
    _name("father", known=True),
    _name("grandfather", known=True),
    _name("family", known=False),
    _name("kunya", known=True),
    _name("mother", known=True),
    Comparison(
        name="order",
        size=4,
        otherwise=0,
        levels=(
            Level(
                value=3,
                when="l.given_bones = r.family_bones and r.given_bones = l.family_bones"
                " and l.given_bones <> r.given_bones",
                says="given and family name the other way round",
            ),
            Level(
                value=2,
                when=f"{_TURNED} and l.given_bones <> r.given_bones",
                says="a given name in the place of a family name",
            ),
            Level(
                value=1,
                when="l.family_bones = r.father_bones or r.family_bones = l.father_bones",
                says="a father's name in the place of a family name",
            ),
        ),
    ),
    _died(),
    _born(),
    _place(),
    _plain("sex", ("not said by both", "different", "the same")),
    _plain("status", ("not said by both", "different", "the same")),
    Comparison(
        name="list",
        size=2,
        otherwise=0,
        context=True,
        levels=(Level(value=1, when="l.list = r.list", says="two rows of one list"),),
    ),
    Comparison(
        name="script",
        size=3,
        otherwise=0,
        context=True,
        levels=(
            Level(value=2, when="l.given_latin and r.given_latin", says="both in Latin letters"),
            Level(value=1, when="l.given_latin <> r.given_latin", says="one in Arabic, one in Latin letters"),
        ),
    ),
    *(_crowd(each.name, each.steps) for each in CROWDS),
)

VICTIMS = LinkSpec(name="victims", version=2, blocks=BLOCKS, comparisons=COMPARISONS, crowds=CROWDS)

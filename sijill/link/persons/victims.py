"""The LinkSpec of victim lists: names in two scripts, days, places, and what else several lists say of one death."""

from sijill.link.persons.spec import Block, Comparison, Crowd, Level, LinkSpec

GIVEN = "coalesce(given_symbol, given_bones)"
FATHER = "coalesce(father_symbol, father_bones)"
FIRST, SECOND = "least(given_bones, family_bones)", "greatest(given_bones, family_bones)"
FIVE_DAYS = "CAST(floor((died_from + 2) / 5.0) AS INTEGER)"

BLOCKS = (
    Block(name="given, family, region", on=(GIVEN, "family_bones", "region"), cap=60),
    Block(name="given, family, month", on=(GIVEN, "family_bones", "month"), cap=60),
    Block(name="given and family in any order, month", on=(FIRST, SECOND, "month"), cap=60),
    Block(name="given, region, day", on=(GIVEN, "region", "died_from"), cap=60),
    Block(name="family, region, day", on=("family_bones", "region", "died_from"), cap=60),
    Block(name="place, day", on=("place", "died_from"), cap=15),
    Block(name="father, region, day", on=(FATHER, "region", "died_from"), cap=20),
    Block(name="given, region, month", on=(GIVEN, "region", "month"), cap=40),
    Block(name="family, region, month", on=("family_bones", "region", "month"), cap=40),
    Block(name="given, place", on=(GIVEN, "place"), cap=30),
    Block(name="given, day", on=(GIVEN, "died_from"), cap=12),
    Block(name="given, father, region", on=(GIVEN, FATHER, "region"), cap=20),
    Block(name="family, place", on=("family_bones", "place"), cap=15),
    Block(name="place, month, sex", on=("place", "month", "sex"), cap=10),
    Block(name="given and family in any order, region", on=(FIRST, SECOND, "region"), cap=15),
    Block(name="region, day, sex", on=("region", "died_from", "sex"), cap=10),
    Block(name="given by its bones, region, month", on=("given_bones", "region", "month"), cap=40),
    Block(name="given's first bones, region, five days", on=("left(given_bones, 2)", "region", FIVE_DAYS), cap=20),
    Block(name="given's first bones, place, month", on=("left(given_bones, 2)", "place", "month"), cap=15),
    Block(name="given's first bone, region, day", on=("left(given_bones, 1)", "region", "died_from"), cap=15),
    Block(name="given's first bone, place, day", on=("left(given_bones, 1)", "place", "died_from"), cap=30),
    Block(name="father, region, month", on=(FATHER, "region", "month"), cap=20),
    Block(name="kunya, region, month", on=("kunya_bones", "region", "month"), cap=20),
)

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
}
CROWDS = (
    Crowd(name="killed_together", on=("region", "died_from"), steps=(4, 12, 40)),
    Crowd(name="kin", on=("family_bones", "region", "month"), steps=(3, 6, 12)),
    Crowd(name="namesakes", on=(GIVEN, "region", "month"), steps=(3, 8)),
    Crowd(name="full_namesakes", on=(GIVEN, "family_bones", "list"), steps=(2, 4)),
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

VICTIMS = LinkSpec(name="victims", version=1, blocks=BLOCKS, comparisons=COMPARISONS, crowds=CROWDS)

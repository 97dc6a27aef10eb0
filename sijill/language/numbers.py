"""Numbers of people as English says them: digits, words, ranges, hedges, dozens. Never a number that the words do
not hold.

`read_count` starts at a token and returns the count found there with the token after it, or None. "no one" is no number
and "one of the" is none either: those are for the reader of phrases to refuse.
"""

from dataclasses import dataclass

from sijill.language.tokens import Tokens
from sijill.model.toll import Hedge

CHANGES = frozenset(
    "rise rises rose risen climb climbs climbed climbing up down increase increased revised grew jumped"
    " fell rising raised lowered reduced cut dropped downgraded corrected falls fall".split()
)
LONGEST_FIGURE = 12
HALF = ("and", "a", "half")
SHORT = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion"}
PEOPLE = frozenset("people persons civilians residents refugees children men women others displaced".split())
MOST = 10_000_000_000
"""More people than there are: a figure beyond it counts nobody."""
UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen"
        " eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
VAGUE = frozenset(
    "dozen dozens scores hundreds thousands tens several many numerous countless few multiple some various"
    " unspecified".split()
)
OF_NO_SIZE = frozenset(
    "unknown unspecified undetermined unconfirmed untold big large huge small growing great considerable".split()
)
"""Between "a" and "number of", or before "numbers of": they tell no number."""
NOT_SO_MANY = frozenset("the these those their such exact different no not any".split())
"""Before "numbers of" or "large numbers of": figures that are spoken of, or no people."""
GROUPS = {"dozen": 12, "couple": 2, "score": 20, "pair": 2}
HEDGES: tuple[tuple[tuple[str, ...], Hedge], ...] = tuple(
    (tuple(words.split()), hedge)
    for words, hedge in (
        ("no fewer than", Hedge.AT_LEAST),
        ("no less than", Hedge.AT_LEAST),
        ("as few as", Hedge.AT_LEAST),
        ("as little as", Hedge.AT_LEAST),
        ("not less than", Hedge.AT_LEAST),
        ("a minimum of", Hedge.AT_LEAST),
        ("at least", Hedge.AT_LEAST),
        *((slip, Hedge.AT_LEAST) for slip in ("aat least", "iat least", "att least", "atleast")),
        ("at a minimum", Hedge.AT_LEAST),
        ("up to", Hedge.UP_TO),
        ("as many as", Hedge.UP_TO),
        ("at most", Hedge.UP_TO),
        ("a maximum of", Hedge.UP_TO),
        ("no more than", Hedge.UP_TO),
        ("not more than", Hedge.UP_TO),
        ("more than", Hedge.MORE_THAN),
        ("well over", Hedge.MORE_THAN),
        ("upwards of", Hedge.MORE_THAN),
        ("in excess of", Hedge.MORE_THAN),
        ("over", Hedge.MORE_THAN),
        ("above", Hedge.MORE_THAN),
        ("less than", Hedge.LESS_THAN),
        ("fewer than", Hedge.LESS_THAN),
        ("under", Hedge.LESS_THAN),
        ("an estimated", Hedge.ABOUT),
        ("estimated", Hedge.ABOUT),
        ("approximately", Hedge.ABOUT),
        ("approx", Hedge.ABOUT),
        ("roughly", Hedge.ABOUT),
        ("around", Hedge.ABOUT),
        ("about", Hedge.ABOUT),
        ("some", Hedge.ABOUT),
        ("close to", Hedge.NEARLY),
        ("nearly", Hedge.NEARLY),
        ("almost", Hedge.NEARLY),
        ("exactly", Hedge.EXACT),
        ("a total of", Hedge.EXACT),
        ("another", Hedge.EXACT),
        ("a further", Hedge.EXACT),
        ("only", Hedge.EXACT),
        ("just", Hedge.EXACT),
    )
)
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
for _entry in HEDGES:
    _BY_FIRST.setdefault(_entry[0][0], []).append(_entry)
STARTS = (
    frozenset(_BY_FIRST)
    | frozenset(UNITS)
    | frozenset(TENS)
    | VAGUE
    | OF_NO_SIZE
    | {"a", "an", "between", "from", "half", "hundred", "thousand", "numbers"}
)


@dataclass(frozen=True, slots=True)
class Count:
    """A count in tokens [start, end). number None: vague ("dozens"). `upper`: the second figure of "10 to 15"."""

    start: int
    end: int
    number: int | None
    upper: int | None
    hedge: Hedge


def read_count(tokens: Tokens, i: int, stop: int) -> Count | None:
    """The longest count that begins at token i and ends before `stop`."""
    low = tokens.lows[i]
    if low not in STARTS and not low[0].isdigit() and "-" not in low[1:]:
        return None
    start, hedge = i, Hedge.EXACT
    i, hedge = _hedge(tokens, i, stop, hedge)
    if low == "between" or (low == "from" and CHANGES.isdisjoint(tokens.lows[max(0, i - 4) : i])):
        return _between(tokens, start, stop)
    odd = _and_odd(tokens.lows[i]) if i < stop else None
    if odd is not None:
        return Count(start, i + 1, odd, None, Hedge.ABOUT)
    value = _number(tokens, i, stop) or (_bare_scale(tokens, i, stop) if i > start else None)
    if value is None:
        return _vague(tokens, start, i, stop, hedge)
    number, end = value
    risen = start > 1 and tokens.lows[start - 1] == "from" and not CHANGES.isdisjoint(tokens.lows[start - 4 : start])
    upper, end = (None, end) if risen else _upper(tokens, end, stop)
    if upper is None and hedge is Hedge.AT_LEAST:
        upper, end = _and_up_to(tokens, end, stop)
    if upper is not None and upper > number:
        return Count(start, end, number, upper, Hedge.BETWEEN)
    end, hedge = _trailing(tokens, end, stop, hedge)
    return Count(start, end, number, None, hedge)


def _hedge(tokens: Tokens, i: int, stop: int, hedge: Hedge) -> tuple[int, Hedge]:
    again = True
    while again and i < stop:
        again = False
        for words, kind in _BY_FIRST.get(tokens.lows[i], ()):
            if tuple(tokens.lows[i : i + len(words)]) == words and i + len(words) < stop:
                i, again = i + len(words), True
                hedge = kind if hedge is Hedge.EXACT else hedge
                break
    return i, hedge


def _number(tokens: Tokens, i: int, stop: int) -> tuple[int, int] | None:
    if i >= stop:
        return None
    low = tokens.lows[i]
    if low[0].isdigit():
        return _shortened(tokens, i, stop) or _digits(tokens, i, stop)
    if low == "half" and tokens.lows[i + 1 : i + 3] == ["a", "dozen"] and i + 2 < stop:
        return 6, i + 3
    if low == "half" and i + 2 < stop and tokens.lows[i + 1] == "a" and tokens.lows[i + 2] in SCALES:
        return SCALES[tokens.lows[i + 2]] // 2, i + 3
    if low in ("a", "an") and i + 1 < stop and (tokens.lows[i + 1] in SCALES or tokens.lows[i + 1] in GROUPS):
        return _grouped(tokens, i, stop)
    return _and_a_half(tokens, i, stop) or _words(tokens, i, stop)


def _bare_scale(tokens: Tokens, i: int, stop: int) -> tuple[int, int] | None:
    """ "more than hundred people", without an article."""
    found = SCALES.get(tokens.lows[i]) if i + 1 < stop else None
    return (found, i + 1) if found is not None and tokens.lows[i + 1] != "of" else None


def _and_odd(low: str) -> int | None:
    """ "twenty-odd", "40-odd"."""
    figure, _, odd = low.rpartition("-")
    if odd != "odd":
        return None
    return int(figure) if figure.isdecimal() and len(figure) < LONGEST_FIGURE else _word_value(figure)


def _and_a_half(tokens: Tokens, i: int, stop: int) -> tuple[int, int] | None:
    """ "one and a half thousand"."""
    value, end = _word_value(tokens.lows[i]), i + len(HALF) + 1
    if value is None or end >= stop or tuple(tokens.lows[i + 1 : end]) != HALF or tokens.lows[end] not in SCALES:
        return None
    return (2 * value + 1) * SCALES[tokens.lows[end]] // 2, end + 1


def _shortened(tokens: Tokens, i: int, stop: int) -> tuple[int, int] | None:
    """ "40k people", "1.2m people": a figure with the letter of its scale right behind it, before a word for people."""
    if i + 2 >= stop or tokens.lows[i + 1] not in SHORT or tokens.ends[i] != tokens.starts[i + 1]:
        return None
    if tokens.lows[i + 2] not in PEOPLE:
        return None
    whole, _, part = tokens.lows[i].replace(",", "").partition(".")
    if not whole.isdecimal() or (part and not part.isdecimal()) or len(whole + part) > LONGEST_FIGURE:
        return None
    scale = SCALES[SHORT[tokens.lows[i + 1]]]
    return int(whole) * scale + int(part or 0) * scale // 10 ** len(part), i + 2


def _digits(tokens: Tokens, i: int, stop: int) -> tuple[int, int] | None:
    plain = tokens.words[i].replace(",", "").replace("\u066c", "")
    if len(plain) > LONGEST_FIGURE:
        return None
    after = tokens.lows[i + 1] if i + 1 < stop else ""
    if plain.isdecimal():
        value = int(plain)
        if after in SCALES:
            return value * SCALES[after], i + 2
        return (value * 12, i + 2) if after == "dozen" else (value, i + 1)
    whole, _, part = plain.partition(".")
    if whole.isdecimal() and part.isdecimal() and after in ("thousand", "million", "billion"):
        scaled = int(whole) * SCALES[after] + int(part) * SCALES[after] // 10 ** len(part)
        return scaled, i + 2
    return None


def _grouped(tokens: Tokens, i: int, stop: int) -> tuple[int, int]:
    word = tokens.lows[i + 1]
    value, end = (SCALES[word], i + 2) if word in SCALES else (GROUPS[word], i + 2)
    if end < stop and tokens.lows[end] == "of" and word in GROUPS:
        end += 1
    return value, end


def _words(tokens: Tokens, i: int, stop: int) -> tuple[int, int] | None:
    total, current, end, seen = 0, 0, i, False
    while end < stop:
        low = tokens.lows[end]
        value = _word_value(low)
        if value is not None and not (seen and current % 100 and value >= 10 and low not in SCALES):
            current, seen, end = current + value, True, end + 1
        elif low in SCALES and seen:
            scale = SCALES[low]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0
            end += 1
        elif low == "dozen" and seen:
            return (total + current) * 12, end + 1
        elif (
            low == "and"
            and seen
            and end + 1 < stop
            and (current >= 100 or total)
            and _word_value(tokens.lows[end + 1]) is not None
        ):
            end += 1
        else:
            break
    return (total + current, end) if seen and total + current < MOST else None


def _word_value(low: str) -> int | None:
    if low in UNITS:
        return UNITS[low]
    if low in TENS:
        return TENS[low]
    tens, _, unit = low.partition("-")
    if tens in TENS and unit in UNITS:
        return TENS[tens] + UNITS[unit]
    return None


def _upper(tokens: Tokens, end: int, stop: int) -> tuple[int | None, int]:
    if end + 1 < stop and tokens.lows[end] in ("to", "-", "\u2013", "\u2014", "or"):
        value = _number(tokens, end + 1, stop)
        if value is not None:
            return value
    return None, end


def _and_up_to(tokens: Tokens, end: int, stop: int) -> tuple[int | None, int]:
    """ "at least 11 and up to 15 people": the second figure, where it is of the same people."""
    first = end + (tokens.lows[end] == "," if end < stop else 0)
    if first < stop and tokens.lows[first] in ("and", "but"):
        at, kind = _hedge(tokens, first + 1, stop, Hedge.EXACT)
        value = _number(tokens, at, stop) if kind is Hedge.UP_TO else None
        if value is not None:
            return value
    return None, end


def _between(tokens: Tokens, i: int, stop: int) -> Count | None:
    first = _number(tokens, i + 1, stop)
    if first is None or first[1] >= stop or tokens.lows[first[1]] not in ("and", "to"):
        return None
    at, kind = _hedge(tokens, first[1] + 1, stop, Hedge.EXACT)
    second = _number(tokens, at, stop)
    if second is None or second[0] <= first[0]:
        return None
    if kind in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return Count(i, second[1], first[0], None, Hedge.BETWEEN)
    return Count(i, second[1], first[0], second[0], Hedge.BETWEEN)


def _trailing(tokens: Tokens, end: int, stop: int, hedge: Hedge) -> tuple[int, Hedge]:
    if end + 1 < stop and tokens.lows[end] == "or" and tokens.lows[end + 1] in ("more", "so"):
        return end + 2, Hedge.AT_LEAST if tokens.lows[end + 1] == "more" else Hedge.ABOUT
    return end, hedge


def _vague(tokens: Tokens, start: int, i: int, stop: int, hedge: Hedge) -> Count | None:
    """ "dozens", "tens of thousands", "many": only its text. A bare hedge word ("some", "few") is vague too."""
    if i < stop and tokens.lows[i] in VAGUE:
        end = i + 1
        while end < stop and tokens.lows[end] in ("hundred", "thousand", "dozen", "million"):
            end += 1
        while (
            end + 1 < stop and tokens.lows[end] == "of" and tokens.lows[end + 1] in ("thousands", "hundreds", "dozens")
        ):
            end += 2
        return Count(start, end, None, None, Hedge.VAGUE)
    if i == start + 1 and tokens.lows[start] == "some":
        return Count(start, i, None, None, Hedge.VAGUE)
    named = start + 2 if start + 2 < stop and tokens.lows[start + 1] in OF_NO_SIZE else start + 1
    some = ("few", "number", "handful") if named == start + 1 else ("number",)
    if tokens.lows[start] in ("a", "an") and named < stop and tokens.lows[named] in some:
        end = named + 1
        if end < stop and tokens.lows[end] == "of":
            end += 1
        return Count(start, end, None, None, Hedge.VAGUE)
    many = start + (tokens.lows[start] in OF_NO_SIZE)
    if tuple(tokens.lows[many : many + 2]) == ("numbers", "of") and many + 2 < stop:
        before = start - 1 - (start > 0 and tokens.lows[start - 1] in OF_NO_SIZE)
        told_of = before >= 0 and tokens.lows[before] in NOT_SO_MANY
        return None if told_of else Count(start, many + 2, None, None, Hedge.VAGUE)
    return None

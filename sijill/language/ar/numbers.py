"""Numbers of people as Arabic says them: digits of both kinds, words in every gender and case, ranges, hedges.

Never a number that the words do not hold. Duals are numbers of their noun: the reader of phrases knows them. Ordinals
are no numbers. The results are those of `language.numbers`.
"""

import re
from functools import lru_cache

from sijill.language.ar.words import Phrase, listed
from sijill.language.numbers import LONGEST_FIGURE, MOST, Count
from sijill.language.tokens import Tokens
from sijill.model.toll import Hedge

AND = "و"
NOBODY = frozenset("لا لم ما ليس لن دون ولا اي".split())
HALF = "نصف"
THOUSANDS = re.compile(r"\d{3}(?:\.\d{3})*")
"""What stands after the first point of 12.400: people are not counted in fractions."""
LOOKS_AHEAD = 5
"""Tokens after a number within which "at least" still bounds it."""
Value = tuple[int, int]


def read_count(tokens: Tokens, i: int, stop: int) -> Count | None:
    """The longest count that begins at token i and ends before `stop`."""
    low = tokens.lows[i]
    if low not in _starts() and not low[0].isdigit():
        return None
    hedge, j = _hedge(tokens, i, stop)
    if low in ("بين", "من"):
        return _between(tokens, i, i + 1, stop)
    if low == "ما" and tokens.lows[i + 1 : i + 2] == ["بين"]:
        return _between(tokens, i, i + 2, stop)
    value = number_at(tokens, j, stop)
    if value is None:
        return _vague(tokens, i, j, stop) or _one_of(tokens, i, j, stop, hedge)
    number, end = value
    upper = _upper(tokens, end, stop)
    if upper is not None and upper[0] > number:
        return Count(i, upper[1], number, upper[0], Hedge.BETWEEN)
    if hedge is Hedge.EXACT:
        hedge, end = _hedged_after(tokens, end, stop)
    return Count(i, end, number, None, hedge)


def number_at(tokens: Tokens, i: int, stop: int) -> Value | None:
    """(value, token after it) of the number that begins at token i."""
    if i >= stop:
        return None
    if tokens.lows[i][0].isdigit():
        return _digits(tokens, i, stop)
    total, end, least = 0, i, MOST
    while True:
        group = _group(tokens, end, stop)
        if group is None or group[2] >= least or (total and group[0] >= least):
            break
        total, end, least = total + group[0], group[1], group[2]
        if (
            tokens.lows[end : end + 2] == [AND, HALF]
            and end + 2 < stop
            and tokens.lows[end + 2].removeprefix("ال") in _values("scale")
        ):
            return total + least // 2, end + 3
        if end + 1 >= stop or tokens.lows[end] != AND or least == 1:
            return (total, end) if total < MOST else None
        end += 1
    return (total, end - 1) if end > i and total < MOST else None


def number_with_article(low: str) -> int | None:
    """ "the four": the number of a unit or ten with the article."""
    if not low.startswith("ال"):
        return None
    return _values("unit").get(low[2:]) or _values("ten").get(low[2:])


def _group(tokens: Tokens, i: int, stop: int) -> tuple[int, int, int] | None:
    """(value, token after it, its scale): "five and twenty thousand", "two thousand", "three hundred and ten"."""
    if i >= stop:
        return None
    low = tokens.lows[i]
    scales = _values("scale")
    pair = _values("pair").get(low)
    if pair is not None:
        return pair, i + 1, pair // 2
    if low == HALF and i + 1 < stop and tokens.lows[i + 1] in scales:
        return scales[tokens.lows[i + 1]] // 2, i + 2, 1
    if low in scales:
        return (scales[low], i + 1, scales[low]) if low not in _plurals() else None
    below = _below_thousand(tokens, i, stop)
    if below is None:
        return None
    value, end = below
    if end < stop and tokens.lows[end] in scales:
        return value * scales[tokens.lows[end]], end + 1, scales[tokens.lows[end]]
    return value, end, 1


def _below_thousand(tokens: Tokens, i: int, stop: int) -> Value | None:
    low = tokens.lows[i]
    hundred, end = _values("hundred").get(low), i + 1
    units, hundreds = _values("unit"), _values("hundreds")
    if hundred is None and 2 < units.get(low, 0) < 10 and end < stop and tokens.lows[end] in hundreds:
        hundred, end = 100 * units[low], end + 1
    if hundred is None:
        return _below_hundred(tokens, i, stop)
    if end + 1 < stop and tokens.lows[end] == AND:
        rest = _below_hundred(tokens, end + 1, stop)
        if rest is not None and rest[0]:
            return hundred + rest[0], rest[1]
    return hundred, end


def _below_hundred(tokens: Tokens, i: int, stop: int) -> Value | None:
    low, tens = tokens.lows[i], _values("ten")
    if low in tens:
        return tens[low], i + 1
    unit = _values("unit").get(low)
    following = tokens.lows[i + 1] if i + 1 < stop else ""
    if unit is None:
        unit = _values("one").get(low)
        if unit is None or not (following in _values("teen") or _tens_at(tokens, i + 1, stop)):
            return None
    if following in _values("teen") and 0 < unit < 10:
        return unit + 10, i + 2
    if 0 < unit < 10 and (ten := _tens_at(tokens, i + 1, stop)):
        return unit + ten, i + 3
    return unit, i + 1


def _tens_at(tokens: Tokens, i: int, stop: int) -> int | None:
    """ "and twenty" after a unit."""
    return _values("ten").get(tokens.lows[i + 1]) if i + 1 < stop and tokens.lows[i] == AND else None


def _digits(tokens: Tokens, i: int, stop: int) -> Value | None:
    plain = tokens.lows[i].replace(",", "").replace("\u066c", "")
    if len(plain) > LONGEST_FIGURE:
        return None
    scale = _values("scale").get(tokens.lows[i + 1]) if i + 1 < stop else None
    if plain.isdecimal():
        return (int(plain) * scale, i + 2) if scale else (int(plain), i + 1)
    whole, _, part = plain.partition(".")
    if not scale and whole.isdecimal() and THOUSANDS.fullmatch(part):
        return int(plain.replace(".", "")), i + 1
    if scale and whole.isdecimal() and part.isdecimal():
        return int(whole) * scale + int(part) * scale // 10 ** len(part), i + 2
    return None


def _hedge(tokens: Tokens, i: int, stop: int) -> tuple[Hedge, int]:
    hedge, again = Hedge.EXACT, True
    while again and i < stop:
        again = False
        for words, kind in _hedges("before").get(tokens.lows[i], ()):
            if i + len(words) < stop and tuple(tokens.lows[i : i + len(words)]) == words:
                i, again = i + len(words), True
                hedge = kind if hedge is Hedge.EXACT else hedge
                break
    if tokens.lows[i] in ("ال", "ب") and i + 1 < stop and tokens.lows[i + 1][0].isdigit():
        i += 1
    return hedge, i


def _hedged_after(tokens: Tokens, end: int, stop: int) -> tuple[Hedge, int]:
    """20 people at least: the words stand after the noun, and the count ends before it."""
    for k in range(end, min(stop, end + LOOKS_AHEAD)):
        low = tokens.lows[k]
        for words, hedge in _hedges("after").get(low, ()):
            if k + len(words) <= stop and tuple(tokens.lows[k : k + len(words)]) == words:
                return hedge, k + len(words) if k == end else end
        if low == AND or not low[0].isalpha() or low[0].isdigit():
            break
    return Hedge.EXACT, end


def bound_after(tokens: Tokens, k: int, stop: int) -> int:
    """The token after the words that bound a number before them and begin at token k ("at least"); k if there are none.

    One word alone, which may be said of much else, is none.
    """
    found = (words for words, _ in _hedges("after").get(tokens.lows[k], ()) if len(words) > 1)
    return max((k + len(w) for w in found if k + len(w) <= stop and tuple(tokens.lows[k : k + len(w)]) == w), default=k)


def _upper(tokens: Tokens, end: int, stop: int) -> Value | None:
    if end + 1 < stop and tokens.lows[end] in ("الي", "-", "\u2013", "\u2014", "او"):
        return number_at(tokens, end + 1, stop)
    return None


def _between(tokens: Tokens, start: int, i: int, stop: int) -> Count | None:
    """between 10 and 15; from 10 to 15."""
    first = _before_and(tokens, i, stop)
    if first is None or first[1] + 1 >= stop or tokens.lows[first[1]] not in (AND, "الي"):
        return None
    second = number_at(tokens, first[1] + 1, stop)
    if second is None or second[0] <= first[0]:
        return None
    return Count(start, second[1], first[0], second[0], Hedge.BETWEEN)


def _before_and(tokens: Tokens, i: int, stop: int) -> Value | None:
    """The first of two numbers joined by "and": as much of it as leaves a greater one after."""
    whole = number_at(tokens, i, stop)
    if whole is None or (whole[1] < stop and tokens.lows[whole[1]] in (AND, "الي")):
        return whole
    joints = [k for k in range(i + 1, whole[1]) if tokens.lows[k] == AND]
    for k in joints:
        first, second = number_at(tokens, i, k), number_at(tokens, k + 1, stop)
        if first is not None and first[1] == k and second is not None and second[0] > first[0]:
            return first
    return None


def _vague(tokens: Tokens, start: int, i: int, stop: int) -> Count | None:
    """ "dozens", "hundreds", "a number of": only the text."""
    for words in _vague_words().get(tokens.lows[i] if i < stop else "", ()):
        end = i + len(words)
        if end <= stop and tuple(tokens.lows[i:end]) == words:
            while end < stop and (k := end + 1 if tokens.lows[end] == "من" else end) < stop:
                if tokens.lows[k] not in _round_numbers():
                    break
                end = k + 1
            return Count(start, end, None, None, Hedge.VAGUE)
    return None


def _one_of(tokens: Tokens, start: int, i: int, stop: int, hedge: Hedge) -> Count | None:
    """one of the guards: one, but "nobody" after a negation."""
    if i + 1 >= stop or tokens.lows[i] not in _values("one") or (i and tokens.lows[i - 1] in NOBODY):
        return None
    following = tokens.lows[i + 1]
    return Count(start, i + 1, 1, None, hedge) if following[0].isalpha() and following != AND else None


@lru_cache(maxsize=16)
def _values(kind: str) -> dict[str, int]:
    return {words[0]: int(value) for words, value in listed("numbers.csv", "value", kind).items()}


@lru_cache(maxsize=4)
def _hedges(where: str) -> dict[str, tuple[tuple[Phrase, Hedge], ...]]:
    """First word -> [(words, hedge)], longest first."""
    found: dict[str, tuple[tuple[Phrase, Hedge], ...]] = {}
    for words, hedge in sorted(listed("hedges.csv", "hedge", where).items(), key=lambda entry: -len(entry[0])):
        found[words[0]] = (*found.get(words[0], ()), (words, Hedge(hedge)))
    return found


@lru_cache(maxsize=1)
def _vague_words() -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for words in sorted(listed("numbers.csv", "value", "vague"), key=len, reverse=True):
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


@lru_cache(maxsize=1)
def _round_numbers() -> frozenset[str]:
    return frozenset(word for words in listed("numbers.csv", "value", "vague") for word in words if len(words) == 1)


@lru_cache(maxsize=1)
def _plurals() -> frozenset[str]:
    """Scales that need a number before them: "thousands" alone is vague."""
    return frozenset(words[0] for words in listed("numbers.csv", "value", "vague")) & frozenset(_values("scale"))


def is_number(low: str) -> bool:
    """Is the word a number, or the last of one?"""
    return low[0].isdigit() or (low,) in listed("numbers.csv", "value")


@lru_cache(maxsize=1)
def _starts() -> frozenset[str]:
    firsts = {words[0] for words in listed("numbers.csv", "value")} | {w[0] for w in listed("hedges.csv", "hedge")}
    return frozenset(firsts | {"بين", "من", "ما", "ال", HALF}) - frozenset(_values("teen")) | frozenset(_values("unit"))

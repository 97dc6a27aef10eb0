"""Asides between a noun and what is said of it: an age, a home, a byname. "Ada Tarn, 34, of Kessa, and Jon Orr (17)".

The number in an age counts nobody. A reader of subjects and lists steps over an aside.
"""

from collections.abc import Callable, Iterator

from sijill.extract.en.words import WORDS, bits
from sijill.extract.lexicon import VictimNoun, lexicon
from sijill.extract.syntax.classes import AUX, VERB
from sijill.extract.syntax.kinds import is_people
from sijill.extract.syntax.parts import PARTY, Named, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.dates import Expression
from sijill.language.numbers import TENS, UNITS, Count
from sijill.language.tokens import CLOSING, OPENING, Tokens

VICTIMS = lexicon("en").victims
OLDEST = 110
GROWN = 18
LONGEST = 8
"""Tokens of an aside in brackets or of a home."""
DASHES = frozenset("\u2013\u2014")
LONGEST_BETWEEN = 25  # tokens between two commas; between two dashes twice as many


def asides(tokens: Tokens, span: tuple[int, int], names: list[Named], times: list[Expression]) -> dict[int, int]:
    """Aside by its first token: the token after it. None overlap."""
    (start, stop), lows, found = span, tokens.lows, {}
    i = start + 1
    taken = {k for name in names if name.kind != "source" for k in range(name.start, name.end)}
    taken |= {k for time in times for k in range(time[0], time[1])}
    while i < stop:
        end = None
        if lows[i] == ",":
            end = _age(tokens, i, start, stop, taken)
        elif lows[i] in WORDS.ages:
            end = _ages(lows, i, stop)
        elif lows[i] == "(" or tokens.words[i] in OPENING:
            end = _called_again(lows, i, names) or _bracketed(tokens, i, stop, taken)
        if end is not None:
            found[i] = end
            i = end
        else:
            i += 1
    return found


def _age(tokens: Tokens, comma: int, start: int, stop: int, taken: set[int]) -> int | None:
    """ "Ada Tarn, 34", "a boy, nine", "two sons, 10 and 12", "Ada Tarn, 34, of Kessa"."""
    lows, first = tokens.lows, comma + 1
    if first < stop and lows[first] in WORDS.ages:
        return _home(lows, _ages(lows, first, stop) or first, stop) if _ages(lows, first, stop) else None
    if first >= stop or not _is_age(lows[first]):
        return None
    noun = VICTIMS.get((lows[comma - 1],))
    named = (
        tokens.words[comma - 1][0].isupper() and comma - 1 not in taken and not _is_located(tokens, comma - 1, start)
    )
    several = _ages(lows, comma, stop)
    if noun is not None and noun.plural and several is not None and several > first + 1:
        return several
    if not (named or (noun is not None and not noun.plural)) or (not lows[first].isdigit() and noun is None):
        return None
    end = first + 1
    if end < stop and lows[end] not in WORDS.closes_age:
        return None
    if end + 1 < stop and lows[end] == "," and (lows[end + 1] in WORDS.including or lows[end + 1] in WORDS.most):
        return None
    return _home(lows, end, stop)


def _is_located(tokens: Tokens, i: int, start: int) -> bool:
    """ "In Old Harbour, 22, ...": capitals after "in" are a place."""
    while i > start and tokens.words[i][0].isupper():
        i -= 1
    return tokens.lows[i] in WORDS.at


def _ages(lows: list[str], i: int, stop: int) -> int | None:
    """ "aged 34", "ages 10, 8 and 4", "aged between four and nine": the token after the last number."""
    end = None
    for k in range(i + 1, min(stop, i + 12)):
        if _is_age(lows[k]):
            if end is not None and k + 1 < stop and lows[k + 1][0].isalpha() and not bits(lows[k + 1]):
                break
            end = k + 1
        elif lows[k] not in WORDS.between_ages:
            break
    return end


def _is_age(low: str) -> bool:
    return (low.isdecimal() and len(low) < 4 and int(low) <= OLDEST) or low in UNITS or low.partition("-")[0] in TENS


def _home(lows: list[str], end: int, stop: int) -> int:
    """ ", 34, of Kessa": to the comma after the home."""
    if end + 1 < stop and lows[end] == "," and lows[end + 1] in WORDS.of_from:
        return next((k for k in range(end + 2, min(stop, end + LONGEST)) if lows[k] in (",", ".")), end)
    return end


def _bracketed(tokens: Tokens, i: int, stop: int, taken: set[int]) -> int | None:
    """ "(17)", "(23 years old)", "(a child)", "“Abu Tarn”" after a name."""
    if tokens.lows[i] == "(" and _is_abbreviation(tokens, i + 1, stop):
        return i + 3
    closing = (")",) if tokens.lows[i] == "(" else tuple(CLOSING)
    close = next((k for k in range(i + 1, min(stop, i + LONGEST)) if tokens.words[k] in closing), None)
    if (
        close is None
        or close == i + 1
        or any(k in taken or bits(tokens.lows[k]) & (VERB | AUX) for k in range(i, close))
    ):
        return None
    if tokens.lows[i] != "(" and not all(_is_of_name(tokens, k) for k in (i - 1, *range(i + 1, close))):
        return None
    return close + 1 if _says_age(tokens.lows[i + 1 : close]) or not _counts(tokens.lows[i + 1 : close]) else None


def _called_again(lows: list[str], i: int, names: list[Named]) -> int | None:
    """ "RC (the Column)": another name of the party that stands before."""
    inside = (
        next((name for name in names if name.kind == PARTY and name.start == i + 1), None) if lows[i] == "(" else None
    )
    if inside is None or lows[inside.end : inside.end + 1] != [")"]:
        return None
    again = any(name.end == i and name.key == inside.key for name in names if name.kind == PARTY)
    return inside.end + 1 if again else None


def _is_abbreviation(tokens: Tokens, i: int, stop: int) -> bool:
    """ "(YPG)": how the name before it is shortened, whether it is known or not."""
    return i + 1 < stop and tokens.words[i].isupper() and tokens.words[i].isalpha() and tokens.lows[i + 1] == ")"


def _is_of_name(tokens: Tokens, i: int) -> bool:
    return tokens.words[i][0].isupper()


def _says_age(said: list[str]) -> bool:
    return len(said) == 1 or any(low in WORDS.age_units for low in said)


def _counts(said: list[str]) -> bool:
    return any(low[0].isdigit() or low in UNITS for low in said)


def ages_in(tokens: Tokens, found: dict[int, int]) -> Iterator[int]:
    """The tokens of asides up to their last number: no counts of people."""
    for start, end in found.items():
        last = max((k for k in range(start, end) if _is_age(tokens.lows[k]) or tokens.lows[k][0].isdigit()), default=0)
        yield from range(start, last + 1)


def numbers_of_units(s: Sentence) -> Iterator[int]:
    """ "Fighters of Division 30": the token that is a name's and counts nobody. Not in a headline of capitals ("Shells
    Hit Base 12 Killed").
    """
    for i in range(s.start + 1, s.stop) if s.has(WORDS.numbered_units) else ():
        if s.low(i).isdigit() and s.low(i - 1) in WORDS.numbered_units and s.tokens.words[i - 1][0].isupper():
            after = s.tokens.words[i + 1][0] if i + 1 < s.stop else ""
            if not after.isupper():
                yield i


def by_age(lows: list[str], start: int, head: int) -> VictimNoun | None:
    """ "a 16-year-old", "two 4-year-olds", "a 17-year old": a person by an age alone."""
    said = lows[head] if head == start or lows[head] != "old" else f"{lows[head - 1]}-old"
    age, _, rest = said.partition("-year-old")
    if not age or rest not in ("", "s") or said == age:
        return None
    young = (age.isdecimal() and int(age) < GROWN) or (UNITS.get(age, GROWN) < GROWN)
    return VICTIMS[("children" if rest else "child",) if young else ("persons" if rest else "person",)]


def before_parenthesis(s: Sentence, comma: int, accepts: Callable[[Phrase], bool]) -> Phrase | None:
    """ "A strike, carried out by X, killed", "four men – two of them medics – were killed": what the aside hangs on."""
    dash = s.low(comma) in DASHES
    for k in range(comma - 1, max(s.start, comma - LONGEST_BETWEEN * (1 + dash)), -1):
        opens = not dash and (s.low(k) == "," or (s.tokens.words[k] in OPENING and s.tokens.words[k] != '"'))
        if opens or s.low(k) in DASHES:
            phrase = s.at(k - 1)
            if phrase is not None and phrase.end == k and accepts(phrase):
                return _listed_one_by_one(s, phrase) or phrase
    return None


def _listed_one_by_one(s: Sentence, first: Phrase) -> Phrase | None:
    """ "Three people, a man, a woman and a child, were killed": the three, whom the list only names."""
    whole = s.at(first.start - 2) if s.low(first.start - 1) == "," else None
    if whole is None or whole.end != first.start - 1 or first.count is not None or not is_people(whole):
        return None
    return whole if whole.count is not None and (whole.count.number or 0) > 1 else None


def within_a_count(s: Sentence, i: int, head: int, count: Count | None) -> bool:
    """ "12 Column (COL) fighters", "seven (elderly) farmers": a bracket between a number and those whom it counts."""
    beyond = s.asides.get(i) if count is not None else None
    if beyond is None or (s.low(beyond),) not in VICTIMS:
        return False
    return (s.low(head),) not in VICTIMS or any(name.start <= head < name.end for name in s.names)


def is_suspended(s: Sentence, count: Count) -> bool:
    """ "12- and 10-year-old sons": an age that another one ends."""
    k = count.end
    return s.low(k) == "-" and s.low(k + 1) in WORDS.and_ and "-year-old" in s.low(k + 2)

"""Where a page ran together what it prints apart: headline, agency and date ("... AFP Friday 20 Jun 2014 A car bomb
killed ..."), key words, captions, and an opening that it prints twice.

The date of such a line is the day of the page, not of what the next sentence tells; it is cut out and ends a sentence.
"""

import re
from itertools import pairwise

from sijill.extract.en.words import bits
from sijill.extract.lexicon import predicates, speech
from sijill.extract.syntax.classes import (
    AUX,
    CONJ,
    DET,
    MARK,
    MODAL,
    NEGATION,
    PREP,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    VERB,
)
from sijill.language.dates import WEEKDAYS, read_time
from sijill.language.numbers import TENS, UNITS
from sijill.language.tokens import Tokens
from sijill.model.claim import Stance

FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
NUMERIC = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}\b")
YEAR_OR_FIGURES = re.compile(r"\d{4}|\d/\d")
"""One of these stands in every full date."""
DASHES = frozenset("-\u2013\u2014")
CLOCK = re.compile(r"\d{1,2}:\d\d\Z|\d{4}\Z")
OTHER_NEWS = "meanwhile"
WITHIN = 120
OPENS = frozenset("a an at in on the dozens hundreds several".split()) | frozenset(UNITS) | frozenset(TENS)
"""Words that begin a sentence."""
COUNTED = OPENS - frozenset("a an at in on the".split())
TAGS, MOST_TAGS = "Tags", 40
SHOUTED = 4
"""Letters of a town in capitals; fewer are the initials of somebody."""
PREPOSITIONS = frozenset("on in since until from of by to before after between and".split())


GOES_ON = AUX | CONJ | DET | MODAL | NEGATION | PREP | PRONOUN | RELATIVE | SUBORDINATOR | VERB
"""Words after which a sentence goes on."""
TWICE, BARE = 8, 5
"""Tokens of an opening that stands twice; fewer where nothing but it stands before its second time."""
ARTICLES = frozenset({"The", "A", "An", "These", "This"})
LETTERED = frozenset(
    "area battalion block brigade building camp category cell class company division gate grade group hepatitis level"
    " phase plan point route sector section series team type unit vitamin ward zone".split()
)
"""Nouns that a letter follows: Group A."""
TITLED = frozenset(
    "book called daily dubbed film journal magazine named newspaper novel paper play series site song titled weekly"
    " website".split()
)
"""Words before a name that may begin with an article."""
SOURCES = frozenset("Activists Agency Governor Monitor NGO Observatory Official Police Source Sources Watchdog".split())
"""Who says it, at the end of a headline."""
REPORTING = frozenset("Accounts Activists Officials Reports Residents Sources Witnesses".split())
HARMED = frozenset("killed dead wounded injured".split())
DENIALS = frozenset({Stance.DENIES, Stance.DOUBTS})
SAID_BEFORE, OBJECT = 4, 10
"""Tokens between a verb of speech and what is said, where the marks of a quotation were lost; and what it denies."""


def cut(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A sentence, cut in two around a dateline among the first words of the text, and where another begins whose
    full stop was lost."""
    return [part for each in _around_datelines(tokens, span) for part in _at_lost_stops(tokens, each)]


def _at_lost_stops(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A sentence, cut before its opening told again, before "Meanwhile" and before a capital that opens another."""
    parts = [part for each in _before_told_again(tokens, span) for part in _before_other_news(tokens, each)]
    return [part for each in parts for part in _before_openings(tokens, each)]


def _before_told_again(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """ "Two die in Kessa | Gunmen of the Red Column shot two men on a road. Gunmen of the Red Column shot ...": what
    stands before all that the sentence, or the next one, begins with again."""
    start, stop = span
    if start >= WITHIN:
        return [span]
    for at, fewest in ((start, BARE), (stop, TWICE)):
        opening = tokens.lows[at] if at < len(tokens) else ""
        for k in range(start + 1, stop - fewest):
            if tokens.lows[k] == opening and _may_open(tokens, k):
                once = tokens.lows[k : stop - 1] if at == stop else tokens.lows[start:k]
                again = tokens.lows[stop : stop + len(once)] if at == stop else tokens.lows[k : k + len(once)]
                if len(once) >= fewest and once == again:
                    return [(start, k), (k, stop)]
    return [span]


def _before_openings(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """ "... the north of the country | The raid killed two": an article with a capital, and small letters behind it.
    Not what somebody denies: "denied to the radio on Monday The killing of"."""
    start, stop = span
    opened: list[int] = []
    for k in range(start + 1, stop - 1):
        if tokens.words[k][0].isupper() and (_opens(tokens, start, k) or _reports(tokens, k, stop)):
            begins = max(k - OBJECT, opened[-1] if opened else start)
            object_ = tokens.lows[k + 2] in ("of", "that") or tokens.lows[k] in COUNTED
            if not (object_ and any(map(_denies, tokens.lows[begins:k]))):
                opened.append(k)
    return list(pairwise([start, *opened, stop]))


def _denies(low: str) -> bool:
    return any(len(words) == 1 and verb.stance in DENIALS for words, verb, _ in speech("en").get(low, ()))


def _opens(tokens: Tokens, start: int, k: int) -> bool:
    """Not "Group A fighters", "the daily The morning", nor what somebody "said The army did"."""
    word, then, before = tokens.words[k], tokens.words[k + 1], tokens.lows[k - 1]
    if not then.islower() or not _may_open(tokens, k):
        return False
    if word in ("A", "An"):
        return before not in LETTERED and not then.endswith("s") and not bits(then) & GOES_ON
    least = word == "At" and then in ("least", "most") and before not in predicates("en")
    return word in ARTICLES or least or (word.lower() in COUNTED and _ends_in_a_source(tokens, start, k))


def _reports(tokens: Tokens, k: int, stop: int) -> bool:
    """ "Thirty Gunmen Killed | Reports said on Monday that ...": not who says it at the end, "Killed Activists say"."""
    said = tokens.words[k] in REPORTING and tokens.lows[k + 1] in ("said", "say") and stop - k > 2 * SAID_BEFORE
    return said and tokens.lows[k - 1] in HARMED and tokens.words[k - 1][0].isupper()


def _ends_in_a_source(tokens: Tokens, start: int, k: int) -> bool:
    """ "... in Kessa Monitor | Two men were": a headline, not "according to NGO Two men were"."""
    return tokens.words[k - 1] in SOURCES and k - start > SAID_BEFORE and not bits(tokens.lows[k - 2]) & GOES_ON


def _may_open(tokens: Tokens, k: int) -> bool:
    """Whether a sentence may begin here: a capital, after no word with which the sentence before it goes on."""
    before = tokens.lows[k - 1]
    goes_on = (
        bits(before) & (GOES_ON if before == ")" else GOES_ON | MARK) or before in TITLED or before in predicates("en")
    )
    said = speech("en")
    return (
        tokens.words[k][0].isupper()
        and not goes_on
        and all(low not in said for low in tokens.lows[max(0, k - SAID_BEFORE) : k])
    )


def _before_other_news(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """ "... reported shot Meanwhile rebels took the town": a capital behind a plain word."""
    start, stop = span
    if OTHER_NEWS in tokens.lows[start + 1 : stop]:
        k = tokens.lows.index(OTHER_NEWS, start + 1)
        if tokens.words[k][0].isupper() and tokens.words[k - 1].islower():
            return [(start, k), (k, stop)]
    return [span]


def _around_datelines(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A sentence, cut in two around each dateline with which it begins."""
    found: list[tuple[int, int]] = []
    start, stop = span
    if start >= WITHIN:
        return [span]
    while start < stop and (line := _dateline(tokens, start, stop)) is not None:
        if line[0] > start:
            found.append((start, line[0]))
        elif _placed(tokens, start, stop) == line[1]:
            found.append(line)
        start = line[1]
    return [*found, (start, stop)] if start < stop else found


def _placed(tokens: Tokens, start: int, stop: int) -> int | None:
    """ "Port Quill, 12 May 2031 - ", "KESSA (Agency) - ": the token after the dash, if only names and a date stand
    before.
    """
    for k in range(start + 1, min(stop, start + 12)):
        if tokens.words[k] in DASHES and tokens.starts[k] > tokens.ends[k - 1]:
            before = range(start, k)
            capital = all(_is_of_dateline(tokens, i) for i in before)
            shouted = tokens.words[start].isupper() and len(tokens.words[start]) > 2
            dated = any(tokens.lows[i][:1].isdigit() for i in before)
            return k + 1 if capital and (dated or shouted or tokens.words[k - 1] == ")") else None
    return None


def _shouted(tokens: Tokens, start: int, stop: int) -> tuple[int, int] | None:
    """ "KESSA At least 12 people": the town before a sentence, where the dash between them was lost."""
    for i in range(start, min(stop, WITHIN) - 2):
        word, opens, then = tokens.words[i : i + 3]
        town = len(word) >= SHOUTED and word.isalpha() and word.isupper()
        if town and opens[0].isupper() and opens.lower() in OPENS and not then.isupper():
            return i, i + 1
    return None


def _tagged(tokens: Tokens, start: int, stop: int) -> tuple[int, int] | None:
    """ "... on Monday. Tags Kessa Red Column airstrikes A shell hit a market": key words, up to the article or number
    that opens the sentence behind them."""
    first = next((i for i in range(start, min(stop, WITHIN)) if tokens.words[i] == TAGS), None)
    if first is None or (first > start and tokens.words[first - 1][0].isupper()):
        return None
    ahead = range(first + 2, min(stop, first + MOST_TAGS))
    end = next((i for i in ahead if tokens.words[i][0].isupper() and tokens.lows[i] in OPENS), None)
    return None if end is None else (first, end)


def _is_of_dateline(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return word[0].isupper() or word[0].isdigit() or word in ",()/."


def _dateline(tokens: Tokens, start: int, stop: int) -> tuple[int, int] | None:
    placed = _placed(tokens, start, stop)
    if placed is not None:
        return start, placed
    other = _shouted(tokens, start, stop) or _tagged(tokens, start, stop)
    if other is not None:
        return other
    numeric = NUMERIC.match(tokens.text, tokens.starts[start])
    if numeric is not None and start < 3:
        return start, next((k for k in range(start, stop) if tokens.starts[k] >= numeric.end()), stop)
    written = YEAR_OR_FIGURES.search(tokens.text, tokens.starts[start], tokens.ends[stop - 1])
    for i in range(start, min(stop, WITHIN)) if written else ():
        time = read_time(tokens, i, stop)
        if time is None or not FULL_DATE.match(time[2]):
            continue
        lo, hi = time[0], time[1]
        if lo > start and tokens.lows[lo - 1] in WEEKDAYS:
            lo -= 1
        if lo > start and tokens.lows[lo - 1] in PREPOSITIONS | {","}:
            continue
        while hi < stop and (CLOCK.match(tokens.lows[hi]) or tokens.lows[hi] in ("utc", "gmt", "+", "|")):
            hi += 1
        if hi >= stop or tokens.words[hi][0].isupper() or tokens.words[hi][0] in '\u201c"0123456789':
            return lo, hi
    return None

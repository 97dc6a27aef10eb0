"""Places that no table lists: capitalised names after "in" or beside a kind of place, and descriptions ("parts of the
city").
"""

from dataclasses import replace

from sijill.extract.en.names import BUILDINGS, SIDES, STRUCK
from sijill.extract.en.words import WORDS
from sijill.extract.lexicon import words
from sijill.extract.syntax.parts import SOURCE, Phrase, Spot
from sijill.extract.syntax.sentence import Sentence

COUNTRIES = words("en", "countries.csv")

BEFORE_NAME = WORDS.place_words | WORDS.before_place
NOT_DESCRIBED = SIDES | frozenset("base border northern southern eastern western".split())
CALLED = WORDS.quarters | frozenset(
    "city town village hamlet camp square checkpoint hospital airport mosque market school church bakery region area"
    " hill hilltop farm farms base airbase crossing bridge dam valley mountain".split()
)
"""Kinds of place that make a place of a capitalised name, whatever stands before it: "hit Kessa village"."""
TOGETHER = frozenset("cities towns villages hamlets districts neighbourhoods neighborhoods suburbs camps".split())
PEOPLES = frozenset(
    "alawite christian sunni shia shiite druze muslim jewish kurdish turkmen assyrian yazidi maronite".split()
)
"""Whose a village is: no name of it."""
ENTRANCES = frozenset("entrance entrances".split())
"""Of a town: where a road comes in."""
TOWARDS = frozenset("toward towards".split())
"""Before a name that no table lists: a place where it is said what that lies in."""
FAMILIES = frozenset("family families".split())
PARTICLES = frozenset("bin ibn bint abu abi umm".split())
"""In the middle of a name, with a small letter."""
ONE_OF = frozenset(["one"])
"""After a name: "Sabha one of the towns of Namar", its comma lost."""
ARTICLES = frozenset("al- el- as- ad- az- ar- an- at- ez- es-".split())


def unlisted(s: Sentence, phrase: Phrase) -> Spot | None:
    """The place that a phrase names or describes, where no table lists it."""
    phrase = _before_who_speaks(s, phrase)
    if phrase.pronoun or phrase.measure or phrase.party is not None or phrase.force or phrase.count is not None:
        return None
    if phrase.cue is not None or phrase.victim is not None:
        return None
    source = next((name.start for name in phrase.names if name.kind == SOURCE), None)
    if source is not None:
        return _before_a_source(s, phrase, source)
    if _is_of_families(s, phrase):
        return None
    prep = s.low(phrase.start - 1)
    if prep in ("only", "just", "mainly", "mostly"):
        prep = s.low(phrase.start - 2)
    run = _capital_run(s, phrase)
    if run is not None:
        return _named_after(s, phrase, run, prep)
    return _described(s, phrase, prep)


def _before_a_source(s: Sentence, phrase: Phrase, source: int) -> Spot | None:
    """ "In the capital the Agency said", its comma lost: the place before who speaks."""
    plain = source == phrase.start + 2 and s.low(phrase.start) == "the" and s.low(source - 1) in WORDS.generic_places
    if not plain or s.low(phrase.start - 1) not in WORDS.unlisted_place_after:
        return None
    return Spot(phrase.start, source, s.text(phrase.start, source), False)


def _before_who_speaks(s: Sentence, phrase: Phrase) -> Phrase:
    """ "In Kessa village witnesses said", its comma lost: the words before those who speak."""
    there = s.low(phrase.start - 1) in WORDS.unlisted_place_after | WORDS.of
    if not there or not any(cue.start == phrase.end for cue in s.speech):
        return phrase
    for k in range(phrase.end - 1, phrase.start + 1, -1):
        called = s.low(k - 1) in CALLED and is_name_word(s.tokens.words[k - 2]) and s.tokens.words[k - 1].islower()
        if called and any(tuple(s.tokens.lows[j : phrase.end]) in s.lexicon.speakers for j in (k, k + 1)):
            names = tuple(name for name in phrase.names if name.end <= k)
            return replace(phrase, end=k, head=k - 1, names=names, victim=None, folk=False, capital=False)
    return phrase


def _is_of_families(s: Sentence, phrase: Phrase) -> bool:
    """ "on the Brandt and Tarn family homes", "on the Brandt (Brant) and Tarn families": of the first."""
    if not s.has(FAMILIES):
        return False
    k = phrase.end
    if s.low(k) == "(":
        k = next((j + 1 for j in range(k, min(s.stop, k + 4)) if s.low(j) == ")"), k)
    other = s.at(k + 1) if s.low(k) == "and" else None
    return other is not None and any(s.low(j) in FAMILIES for j in range(other.start, other.end))


def _capital_run(s: Sentence, phrase: Phrase) -> tuple[int, int] | None:
    """The capitalised words at the end of the phrase, with its class word ("Al-Oskar village")."""
    stop = phrase.end - (s.low(phrase.end - 1) in ONE_OF)
    while stop > phrase.start and s.low(stop - 1) in NOT_DESCRIBED and not s.tokens.words[stop - 1][0].isupper():
        stop -= 1
    end = stop
    while end > phrase.start and s.low(end - 1) in WORDS.after_place and not s.tokens.words[end - 1][0].isupper():
        end -= 1
    start = end
    while start > phrase.start and (
        is_name_word(s.tokens.words[start - 1]) or s.low(start - 1) == "." or _is_particle(s, phrase, start - 1)
    ):
        start -= 1
    if (
        start == end
        or (s.tokens.words[end - 1].isupper() and len(s.tokens.words[end - 1]) < 4)
        or (s.low(end - 1) in WORDS.not_places and not (s.low(end - 1) in BUILDINGS and phrase.place is not None))
        or (_are_peoples(s, start, end) and not _is_called_so(s, phrase, start, end))
    ):
        return None
    return start, stop


def _is_particle(s: Sentence, phrase: Phrase, k: int) -> bool:
    """ "Ada bint Orr school"."""
    return s.low(k) in PARTICLES and k > phrase.start and is_name_word(s.tokens.words[k - 1])


def _named_after(s: Sentence, phrase: Phrase, run: tuple[int, int], prep: str) -> Spot | None:
    lead = range(phrase.start, run[0])
    plain = all(
        s.low(i) in BEFORE_NAME or s.low(i) in ("the", "a", "an") or s.low(i).endswith(("ern", "held", "controlled"))
        for i in lead
    )
    if not plain:
        return None
    base = s.text(run[0], run[1])
    called = s.low(run[1] - 1) in CALLED and not s.kind(run[1] - 2) and run[1] - run[0] > 1
    if phrase.place is not None and s.low(run[1] - 1) in BUILDINGS:
        town, words = phrase.place, s.text(phrase.start, run[1])
        return Spot(phrase.start, run[1], f"{words}, {s.text(town.start, town.end)}", True, words, own=run[1])
    towards = prep in TOWARDS and (s.low(run[1]) == "in" or _are_villages(s, run))
    struck = prep in STRUCK and run == (phrase.start, phrase.end) and not phrase.names
    if prep in WORDS.unlisted_place_after or called or towards or struck:
        start, end = from_nearby(s, phrase.start), _joined(s, run)
        return Spot(start, end, s.text(start, end), True, s.text(run[0], end), is_country(base))
    before = s.at(phrase.start - 2) if prep == "of" else None
    if before is not None and s.low(before.head) in WORDS.dwellers:
        return Spot(phrase.start, run[1], base, True, base, is_country(base))
    kinds = WORDS.place_words | TOGETHER
    if before is not None and s.low(before.head) in kinds and s.low(before.head) not in ("part", "parts"):
        return Spot(before.start, run[1], s.text(before.start, run[1]), True, base, is_country(base))
    return None


def _are_villages(s: Sentence, run: tuple[int, int]) -> bool:
    """ "Towards Oskar and Brem villages"."""
    other = s.at(run[1] + 1) if s.low(run[1]) in WORDS.and_ else None
    return s.low((other.end if other is not None else run[1]) - 1) in TOGETHER


def _joined(s: Sentence, run: tuple[int, int]) -> int:
    """ "Near the Research and Testing Centre": a body's name goes on behind "and"."""
    other = s.at(run[1] + 1) if s.low(run[1]) in WORDS.and_ and s.low(run[0] - 1) == "the" else None
    whole = other is not None and other.start == run[1] + 1 and _capital_run(s, other) == (other.start, other.end)
    return other.end if other is not None and whole and s.low(other.end - 1) in WORDS.place_words else run[1]


def _described(s: Sentence, phrase: Phrase, prep: str) -> Spot | None:
    head = s.low(phrase.head)
    inner = s.at(phrase.end + 1) if s.low(phrase.end) == "of" else None
    inner = _before_who_speaks(s, inner) if inner is not None else None
    of_it = inner is not None and s.low(inner.start) in WORDS.definite and s.low(inner.head) in WORDS.generic_places
    side = of_it and head.replace("-", "") in SIDES  # "the west of the province"
    if (
        (head not in WORDS.place_words and not side)
        or prep not in WORDS.place_after
        or (head in NOT_DESCRIBED and not side)
    ):
        return None
    if inner is not None and head in WORDS.generic_places and _capital_run(s, inner) is not None:
        return None
    end = inner.end if inner is not None and s.low(inner.head) in WORDS.generic_places else phrase.end
    run = _capital_run(s, inner) if inner is not None and end == inner.end else None
    if run is not None and inner is not None and _is_bare(s, inner, run):
        return Spot(phrase.start, end, s.text(phrase.start, end), True, s.text(*run))
    if head in ("part", "parts") and end == phrase.end:
        return None
    said = s.text(phrase.start, end)
    return Spot(phrase.start, end, said, False, None, is_country(said))


def _is_bare(s: Sentence, phrase: Phrase, run: tuple[int, int]) -> bool:
    """ "The eastern part of the Oskar area", "the farms of Oskar village": no more than a name of that kind."""
    article = phrase.start + (s.low(phrase.start) == "the")
    known = phrase.count is not None or phrase.force or phrase.victim is not None or phrase.party is not None
    return run == (article, phrase.end) and not known and s.tokens.words[phrase.end - 1][0].islower()


def from_nearby(s: Sentence, start: int) -> int:
    """ "near Namar", "outside the capital Namar", "east of Namar", "the northern entrance to Namar": not in it. The
    token from which that is said."""
    k = start - 1 if s.low(start - 1) == "the" else start
    if s.low(k - 1) in WORDS.nearby:
        return start if s.low(k - 2) == "and" and s.low(k - 3) == "in" else k - 1  # "in and around Namar"
    entrance = s.at(k - 2) if s.low(k - 1) in ("to", "of") and s.low(k - 2) in ENTRANCES else None
    if entrance is not None and entrance.end == k - 1:
        return entrance.start
    return k - 2 if s.low(k - 1) == "of" and is_side(s, k - 2) else start


def is_side(s: Sentence, k: int) -> bool:
    """ "east", "south-western"."""
    return s.low(k).replace("-", "").removesuffix("ern") in SIDES


def _are_peoples(s: Sentence, start: int, end: int) -> bool:
    return all((s.low(i),) in s.lexicon.nationalities or s.low(i) in PEOPLES for i in range(start, end))


def _is_called_so(s: Sentence, phrase: Phrase, start: int, end: int) -> bool:
    """ "The Ruritanian quarter" is called so; "a Ruritanian quarter", "the Ruritanian areas" are not."""
    return (
        s.low(phrase.start) == "the" and start == phrase.start + 1 and s.low(end) in WORDS.quarters and end < phrase.end
    )


def is_name_word(word: str) -> bool:
    """ "Oskar", "al-Oskar"."""
    return word[0].isupper() or (word[:3].lower() in ARTICLES and any(c.isupper() for c in word[3:]))


def is_country(text: str) -> bool:
    """Is this the name of a country, with or without the s of a lost apostrophe?"""
    table, low = COUNTRIES, text.lower()
    return tuple(low.split()) in table or (low.endswith("s") and tuple(low[:-1].split()) in table)

"""Capitalised names that no table lists: bodies by their last word or as an abbreviation, places by what governs them.

A name that stood once where only a place can stand is a place wherever it is written in the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from sijill.extract.en.unlisted import is_country
from sijill.extract.lexicon import lexicon, rows
from sijill.extract.syntax.classes import AUX, MODAL, VERB
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import POSSESSIVE

JOINS = frozenset("of for the and de du al el bin ibn".split())
LOCATES = frozenset("in at near outside from around inside across throughout to towards toward into".split())
UNITS = frozenset("am pm gmt utc est edt pst cet km mph kg tv ok ii iii iv vi vii viii ix xi xii usd aka asap".split())
LONGEST = 8


@dataclass(slots=True)
class Known:
    """Names that the document has shown to be places."""

    places: set[str] = field(default_factory=set)


@lru_cache(maxsize=2)
def heads(language: str) -> dict[str, frozenset[tuple[str, ...]]]:
    """kind -> words of `mentioned.csv`"""
    return {
        row["kind"]: frozenset(tuple(word.split()) for word in row["words"].split("|"))
        for row in rows(language, "mentioned.csv")
    }


HEADS = heads("en")
LEXICON = lexicon("en")


def runs(s: Sentence) -> Iterator[tuple[int, int]]:
    """Capitalised runs, with the small words inside them: "Department of Defense", "al-Rahman Farms"."""
    i = s.start
    while i < s.stop:
        if not is_name_word(s.tokens.words[i]):
            i += 1
            continue
        end = i + 1
        while end < s.stop and end - i < LONGEST:
            k = end
            while k < s.stop and s.low(k) in JOINS and k - end < 2 and s.low(k) != "and":
                k += 1
            if (
                k >= s.stop
                or not is_name_word(s.tokens.words[k])
                or s.tokens.text[s.tokens.ends[k - 1] : s.tokens.starts[k]] != " "
            ):
                break
            end = k + 1
        start = i
        while start < end - 1 and s.kind(start) and (s.low(start),) not in HEADS["body"]:
            start += 1
        if not s.kind(start) or end - start > 1:
            yield start, end
        i = end


def is_name_word(word: str) -> bool:
    """ "Mosul", "al-Rahman", "HRW"."""
    return word[0].isupper() or (word[:3].lower() in ("al-", "el-", "an-", "as-", "ar-", "az-") and word[3:4].isupper())


def kind_of(s: Sentence, start: int, end: int, known: Known) -> str | None:
    """body, place, people or country of a run; None where the words do not tell."""
    lows = s.tokens.lows
    if end - start == 1:
        alone = _alone(s, start)
        if alone is not None:
            return alone
    last = lows[end - 1]
    if _in(lows, start, end, "body") and (end - start > 1 or s.low(start - 1) == "the"):
        return "body"
    if _ends_in_place(lows, start, end) or lows[start] in ("mount", "lake", "gulf", "camp", "mt", "fort"):
        return "place"
    text = s.text(start, end)
    if text in known.places:
        return "place"
    if any((lows[k],) in HEADS["office"] for k in (start - 1, start)) or (last,) in HEADS["office"]:
        return None
    if _is_located(s, start, end) and _looks_like_a_place(s, start, end):
        known.places.add(text)
        return "place"
    return None


def _in(lows: list[str], start: int, end: int, kind: str) -> bool:
    """Is the last word of the run, or the last before its "of", one of this kind?"""
    cut = next((k for k in range(start + 1, end) if lows[k] in ("of", "for")), end)
    return (lows[cut - 1],) in HEADS[kind] or (lows[end - 1],) in HEADS[kind]


def _ends_in_place(lows: list[str], start: int, end: int) -> bool:
    last = lows[end - 1]
    return end - start > 1 and ((last,) in HEADS["place"] or last in LEXICON.words.place_words)


def _alone(s: Sentence, i: int) -> str | None:
    word, low = s.tokens.words[i], s.tokens.lows[i]
    if low.endswith("s") and ((word[:-1],) in LEXICON.nationalities or (low[:-1],) in LEXICON.nationalities):
        return "people"
    if (low,) in LEXICON.means or (low.rstrip("s"),) in LEXICON.means:
        return None
    plain = word.replace("-", "").replace(".", "")
    shouted = plain.isalpha() and plain.isupper() and 2 <= len(plain) <= 8 and low not in UNITS
    return "body" if shouted else None


def _is_located(s: Sentence, start: int, end: int) -> bool:
    """ "in Mosul", "the city of Mosul", "eastern Mosul", "Mosul, Iraq" """
    before = s.low(start - 1)
    if before in LOCATES or (before.endswith("ern") and before in LEXICON.words.place_words):
        return True
    if before == "of" and (s.low(start - 2) in LEXICON.words.place_words or s.low(start - 2) in LEXICON.words.dwellers):
        return True
    return s.low(end) == "," and any(is_country(s.text(end + 1, end + n)) for n in (2, 3) if end + n <= s.stop)


def _looks_like_a_place(s: Sentence, start: int, end: int) -> bool:
    """After "in": no time, no verb behind it as of a person, not the first word of a longer phrase."""
    after = s.low(end)
    if end - start > 3 or any(time[0] <= start < time[1] for time in s.times):
        return False
    if s.low(start - 1) in ("to", "from", "into", "towards", "toward") and end - start > 1:
        return False
    following = s.at(start)
    whole = following is None or following.end <= end or after in POSSESSIVE
    return whole and s.tokens.lows[end - 1] not in LEXICON.words.not_places


def acts(s: Sentence, start: int, end: int) -> bool:
    """Does the name do something: a verb follows it, or it stands after "by" or "with"?"""
    before = s.low(start - 2) if s.low(start - 1) == "the" else s.low(start - 1)
    if before == "by" or (before == "with" and s.low(start - 2) not in ("border", "borders", "frontier")):
        return True
    end = s.grammar.skip_adverbs(s, end)
    low = s.low(end)
    kind = s.kind(end)
    speaks = any(cue.start == end and cue.form in ("past", "s") for cue in s.speech)
    speaks = speaks or any(cue.start == end and cue.form in ("past", "s") for cue in s.cues)
    past = low.endswith("ed") and low not in LEXICON.words.adjectives_in_ed and "-" not in low
    return speaks or past or (bool(kind & (AUX | MODAL | VERB)) and low != "to" and not low.endswith("ing"))

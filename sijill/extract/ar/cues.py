"""Which Arabic words say that something was done or suffered: as verbs, as nouns of action, as states.

Without vowel marks a verb and its noun of action are often spelled alike ("killed", "the killing of"); what stands
before tells them apart, and a damma on the first letter a passive.
"""

from sijill.extract.ar.words import ATTACHED, WORDS, bits, is_definite
from sijill.extract.lexicon import VERBAL, Predicate, lexicon
from sijill.extract.syntax.classes import AUX, CONJ, DET, MARK, MODAL, NEGATION, PREP, RELATIVE, SUBORDINATOR, VERB
from sijill.extract.syntax.matching import matches
from sijill.extract.syntax.parts import Cue, Named
from sijill.language.ar.numbers import is_number, read_count
from sijill.language.dates import Expression
from sijill.language.tokens import Tokens

LEXICON = lexicon("ar")
TABLE = LEXICON.predicates
DAMMA = "\u064f"
OPENS = CONJ | MARK | MODAL | NEGATION | RELATIVE | SUBORDINATOR | AUX
"""Before a verb; before a noun of action only a preposition or another noun."""
JUSSIVE = {"jussive": "s", "jussive_passive": "passive_s"}
"""Short forms of weak verbs: only after the negation of the past."""
VICTIMS = LEXICON.victims
MOST_BETWEEN = 10
"""Tokens between "was killed in" and who was."""
NEAR = 14
"""Tokens from "met" to "his death"."""
IMPERFECT = frozenset(("s", "future", "passive_s", *JUSSIVE))


def find_cues(tokens: Tokens, start: int, stop: int, names: list[Named], times: list[Expression]) -> list[Cue]:
    """Left to right, none overlapping, the longest words first."""
    found: list[Cue] = []
    lows = tokens.lows
    named = {k for name in names for k in range(name.start, name.end)}
    dated = {k for time in times for k in range(time[0], time[1])}

    def accept(i: int, end: int, row: Predicate, form: str) -> Cue | None:
        if any(k in named or k in dated for k in range(i, end)) or lows[i] in WORDS.no_verbs:
            return None
        verbal = row.frame in VERBAL
        if (
            not verbal
            and i == start
            and row.frame == "noun"
            and lows[i] in WORDS.ambiguous
            and _is_maxim(lows, end, stop)
        ):
            return None
        if verbal and not _is_verb(tokens, i, end, start, stop, row=row, form=form, earlier=found):
            return None
        if row.frame == "adj" and i > start and lows[i - 1] in ATTACHED and lows[i].endswith("ا"):
            return None
        cue = Cue(i, end, row, _form(form, tokens.words[i]) if verbal else "noun")
        found.append(cue)
        return cue

    return matches(tokens.lows, (start, stop), TABLE, accept)


def _form(form: str, word: str) -> str:
    return "passive" if form == "past" and is_passive_spelled(word) else JUSSIVE.get(form, form)


def is_passive_spelled(word: str) -> bool:
    """A damma on the first letter, or on the second of the forms that begin with an alef."""
    return word[1:2] == DAMMA or (word[:1] in "اأ" and DAMMA in word[1:4])


def _is_verb(
    tokens: Tokens, i: int, end: int, start: int, stop: int, *, row: Predicate, form: str, earlier: list[Cue]
) -> bool:
    lows = tokens.lows
    before = lows[i - 1] if i > start else ""
    if row.note.startswith("needs ") and row.note in NEEDED and not _follows(lows, end, stop, NEEDED[row.note]):
        return False
    if row.note == "not from" and any(low == "عن" for low in lows[end : min(stop, end + 5)]):
        return False
    if row.note == "past only" and form not in ("past", "passive"):
        return False
    if row.note == "needs people" and form != "passive" and not is_passive_spelled(tokens.words[i]):
        return form == "past" and _people_follow(tokens, end, stop)
    if row.note == "not of time" and end < stop and lows[end] == "ب":
        return False
    if row.note == "not of time" and any(low in WORDS.time_units for low in lows[end : min(stop, end + 5)]):
        return False
    if form in JUSSIVE and before != "لم":
        return False
    if form in IMPERFECT:
        return not bits(before) & PREP or before in ("ل", "ب")
    if form == "ing":
        return True
    if is_passive_spelled(tokens.words[i]) and not bits(before) & DET:
        return True
    if bits(before) & PREP:
        return False
    if lows[i] not in WORDS.ambiguous or end - i > 1:
        return not bits(before) & DET
    return _stands_as_verb(lows, i, end, start, stop, earlier=earlier)


SUPPLIES = frozenset(words[0] for words in LEXICON.supplies)
MEANS = frozenset(words[0] for words in LEXICON.means)


def _people_follow(tokens: Tokens, end: int, stop: int) -> bool:
    """A number or a noun for people right after the verb."""
    if end >= stop:
        return False
    return read_count(tokens, end, stop) is not None or (tokens.lows[end],) in LEXICON.victims


NEEDED = {
    "needs death": WORDS.deaths,
    "needs life": WORDS.lives,
    "needs fire": WORDS.fire,
    "needs head": WORDS.heads,
    "needs hostage": WORDS.hostage,
    "needs leaving": WORDS.leaving_home,
    "needs on": frozenset(("علي",)),
    "needs supplies": SUPPLIES,
    "needs weapon": MEANS,
    "needs control": WORDS.control,
    "needs chemical": WORDS.chemical,
}


def _follows(lows: list[str], end: int, stop: int, words: frozenset[str]) -> bool:
    for k in range(end, min(stop, end + NEAR)):
        if lows[k] in words:
            return True
        if bits(lows[k]) & (RELATIVE | SUBORDINATOR) or lows[k] in ".;:":
            return False
    return False


def _stands_as_verb(lows: list[str], i: int, end: int, start: int, stop: int, *, earlier: list[Cue]) -> bool:
    """A word that is spelled as verb and as noun of action."""
    before, after = lows[i - 1] if i > start else "", lows[end] if end < stop else "."
    if earlier and earlier[-1].end == i and earlier[-1].row.frame == "act" and not is_definite(before):
        return True
    if lows[i] in WORDS.nouns_before_on and after in ("علي", "ب", "ل", "من", "في"):
        opens = before == "" or bool(bits(before) & OPENS)
        return opens and after in WORDS.verbs_before and _people_beyond(lows, end, stop)
    if before == "" and _is_maxim(lows, end, stop):
        return False
    if before == "" or bits(before) & OPENS:
        return before != "و" or not _joins_nouns(lows, i, start, earlier)
    if not is_definite(before) and bits(before) == 0 and i - 1 > start and not _ends_subject(lows, i - 1, start):
        return False
    return not _has_verb(lows, i, start)


def _people_beyond(lows: list[str], end: int, stop: int) -> bool:
    """ "Killed in the raid on the town five farmers": people whom no preposition governs, counted or behind an article,
    in the same clause.
    """
    for k in range(end + 2, min(stop, end + 2 + MOST_BETWEEN)):
        low = lows[k]
        if not (low.isalpha() or low[0].isdigit()) or bits(low) & (RELATIVE | SUBORDINATOR):
            return False
        if bits(lows[k - 1]) & PREP or (low,) not in VICTIMS or is_definite(low):
            continue
        if is_definite(lows[k - 1]) or (is_number(lows[k - 1]) and not bits(lows[k - 2]) & PREP):
            return True
    return False


def _is_maxim(lows: list[str], end: int, stop: int) -> bool:
    """ "the killing of civilians is a crime": a noun without the article follows whom it befalls."""
    following = lows[end + 1] if end + 1 < stop else "."
    many = is_definite(lows[end]) and lows[end].endswith(("ين", "ات"))
    return many and bits(following) == 0 and following.isalpha() and not is_definite(following)


def _joins_nouns(lows: list[str], i: int, start: int, earlier: list[Cue]) -> bool:
    """ "led to the killing of five and the wounding of twelve": the second noun after the first."""
    if i - 2 >= start and lows[i - 2] == ",":
        return False
    return bool(earlier) and not earlier[-1].verbal and earlier[-1].row.frame == "noun"


def _ends_subject(lows: list[str], k: int, start: int) -> bool:
    """A noun that stands alone before the verb of a headline."""
    return k == start or bool(bits(lows[k - 1]) & (OPENS | DET))


def _has_verb(lows: list[str], i: int, start: int) -> bool:
    """Does a verb stand before token i in its clause? Then the word is what that verb is about."""
    for k in range(i - 1, max(start - 1, i - 16), -1):
        kind = bits(lows[k])
        if kind & (SUBORDINATOR | RELATIVE) or lows[k] in ",;:":
            return False
        if kind & VERB or _may_be_verb(lows[k]):
            return True
    return False


def _may_be_verb(low: str) -> bool:
    spoken = any(len(words) == 1 for words, _, _ in LEXICON.speech.get(low, ()))
    return spoken or any(form != "noun" and len(words) == 1 for words, _, form in TABLE.get(low, ()))

"""Which words of a sentence say that something was done or suffered, and in which form they say it."""

from sijill.extract.en.words import WORDS, bits
from sijill.extract.lexicon import VERBAL, Predicate, lexicon
from sijill.extract.syntax.classes import ADVERB, AUX, DET, MODAL, NEGATION, PREP, PRONOUN, RELATIVE
from sijill.extract.syntax.matching import matches
from sijill.extract.syntax.parts import Cue
from sijill.language.dates import MONTHS, WEEKDAYS
from sijill.language.numbers import TENS, UNITS, read_count
from sijill.language.places.words import SITE_KEYS
from sijill.language.tokens import POSSESSIVE, Tokens, is_raised
from sijill.model.claim import Harm

LEXICON = lexicon("en")
TABLE, VICTIMS, SUPPLIES = LEXICON.predicates, LEXICON.victims, LEXICON.supplies
THEN, FAR = "then ", 10
"""Note of a verb that harms only with these words behind it, at most so many tokens after it."""
NEAR = 4
"""Tokens from "fight over" to the ground."""
AT_LEAST = (["at", "least"], ["at", "most"])
"""The "at" of a number is none of the verb: "fired at least 70 rockets"."""
HARMED = frozenset({Harm.KILLED, Harm.INJURED})
CLOSES = frozenset(
    ". ; : , and or who which that was were is are been be after when while found pronounced declared in at"
    " near".split()
)


def find_cues(tokens: Tokens, start: int, stop: int) -> list[Cue]:
    """Left to right, none overlapping, the longest words first."""

    def accept(i: int, end: int, row: Predicate, form: str) -> Cue | None:
        if row.frame in VERBAL:
            if end - i > 1 and tokens.lows[end - 1 : min(end + 1, stop)] in AT_LEAST:
                return None
            cue = Cue(i, end, row, form)
            return cue if _is_verb(tokens, cue, start, stop) else None
        if tokens.lows[i] == "fighting" and i > start and _are_fighters(tokens.lows[i - 1]):
            return None
        if row.lemma in WORDS.ground_fights and not _names_ground(tokens, end, stop):
            return None
        states = row.frame != "adj" or _is_state(tokens, i, end, start, stop)
        return Cue(i, end, row, "noun") if states else None

    return matches(tokens.lows, (start, stop), TABLE, accept)


def _names_ground(tokens: Tokens, k: int, stop: int) -> bool:
    """ "The fight over Tarn", "for the hill"; not "a fight over a debt", "for his life"."""
    after = range(k, min(stop, k + NEAR))
    ends = next((j for j in after if tokens.lows[j] in CLOSES), after.stop)
    words, lows = tokens.words[k:ends], tokens.lows[k:ends]
    return any(map(is_raised, words)) or not (SITE_KEYS | WORDS.ground).isdisjoint(lows)


def _are_fighters(low: str) -> bool:
    """ "rebels fighting to overthrow him": what they are, and no fight that was told of; not "rebel fighting"."""
    noun = VICTIMS.get((low,))
    return (low,) in LEXICON.forces and (low.endswith("s") or (noun is not None and noun.plural))


def _is_verb(tokens: Tokens, cue: Cue, start: int, stop: int) -> bool:
    i, end, row, form = cue.start, cue.end, cue.row, cue.form
    before = _before(tokens, i, start)
    after = tokens.lows[end] if end < stop else "."
    kind = bits(before) if before else 0
    if row.note == "supplies follow" and not _supplies_follow(tokens, end, stop):
        return False
    if row.note.startswith(THEN) and not _then_follows(tokens.lows[end : min(stop, end + FAR)], row.note):
        return False
    if row.note == "suicide":
        return True
    if form == "past":
        return _past_is_verb(tokens, cue, start, stop)
    if row.note == "past only":
        return False
    if form == "ing":
        return _ing_is_verb(tokens, cue, start, stop)
    if kind & MODAL or (before in ("do", "does", "did", "didn't", "don't", "doesn't", "and") and form == "base"):
        return before != "and" or row.lemma not in WORDS.ambiguous
    points = before == "that" and bits(tokens.lows[max(start, i - 2)]) & PREP
    if (kind & PRONOUN and before in ("he", "she", "it", "they", "we", "who")) or (
        kind & (RELATIVE | NEGATION) and not points
    ):
        return True
    if kind & (DET | PREP) or before in POSSESSIVE or before == "" or _is_of_a_force(tokens, i, start):
        return False
    if row.frame == "dies":
        return form == "s" or (before,) in VICTIMS or _is_number(before)
    takes_object = _opens_object(tokens, end, stop)
    if before == "and" and form == "s" and row.harm in HARMED and end < stop:
        return read_count(tokens, end, stop) is not None
    if row.lemma in WORDS.ambiguous:
        plural = before.endswith("s")
        return takes_object and after not in ("of", "on") and (form == "base") == plural and kind == 0
    return takes_object or after in ("in", "at", "near", "by", "as") or _with_a_twin(tokens, cue, stop)


def _is_of_a_force(tokens: Tokens, i: int, start: int) -> bool:
    """ "During the militia strikes a clerk said": nothing lasts as long as a militia, so a noun follows; "a shell fired
    by the army strikes the town" has a verb."""
    first = i - 2
    governed = first > start and tokens.lows[first - 1] == "during" and bits(tokens.lows[first]) & DET
    return bool(governed) and (tokens.lows[i - 1],) in LEXICON.forces


def _with_a_twin(tokens: Tokens, cue: Cue, stop: int) -> bool:
    """ "kills and wounds 20": the object follows a verb of the same form that "and" joins to it."""
    k = cue.end
    if k + 2 >= stop or tokens.lows[k] not in ("and", "&", ","):
        return False
    twins = (row for _, row, form in TABLE.get(tokens.lows[k + 1], ()) if form == cue.form)
    return any(row.harm in HARMED for row in twins) and read_count(tokens, k + 2, stop) is not None


def _then_follows(lows: list[str], note: str) -> bool:
    """ "put nine prisoners to death": the words that make the verb one of harm, before the clause ends."""
    ends = next((k for k, low in enumerate(lows) if low in CLOSES), len(lows))
    said = f" {' '.join(lows[:ends])} "
    return any(f" {words} " in said for words in note.removeprefix(THEN).split("/"))


def _supplies_follow(tokens: Tokens, end: int, stop: int) -> bool:
    """ "denied residents food" deprives; "denied that" speaks."""
    if end < stop and tokens.lows[end] in ("that", "responsibility", "any", "involvement"):
        return False
    return any((low,) in SUPPLIES for low in tokens.lows[end : min(stop, end + 10)])


def _past_is_verb(tokens: Tokens, cue: Cue, start: int, stop: int) -> bool:
    i, end = cue.start, cue.end
    if i == start:
        return True
    before, j = tokens.lows[i - 1], i - 1
    if bits(before) & ADVERB and j > start:
        before = tokens.lows[j - 1]
    kind = bits(before)
    after_kind = bits(tokens.lows[end]) if end < stop else PREP
    after = tokens.lows[end] if end < stop else ""
    noun_after = after_kind == 0 and after[:1].isalpha() and tokens.words[end][0].islower() and not _is_number(after)
    if kind & DET and not kind & PRONOUN and before not in ("that", "all", "both", "those", "some", "many", "several"):
        return False
    if before in POSSESSIVE or (tokens.lows[i], after) in VICTIMS:
        return False
    if kind & PREP and (noun_after or (cue.row.harm is Harm.DISPLACED and before in WORDS.for_)):
        return False
    return not (_is_number(before) and noun_after)


def _ing_is_verb(tokens: Tokens, cue: Cue, start: int, stop: int) -> bool:
    i, end = cue.start, cue.end
    before, kind = _before(tokens, i, start), bits(_before(tokens, i, start))
    after = tokens.lows[end] if end < stop else "."
    j = i - 1
    while j > start and bits(tokens.lows[j]) & ADVERB:
        j -= 1
    if tokens.lows[j] in WORDS.passive and j >= start:
        return True
    if after == "of" or kind & DET or before in POSSESSIVE or (_is_gunfire(cue) and _is_governed(tokens, i, start)):
        return False
    if _opens_object(tokens, end, stop):
        return True
    if after in ("and", "or") and end + 1 < stop:
        return any(twin == "ing" for _, _, twin in TABLE.get(tokens.lows[end + 1], ()))
    return cue.row.lemma not in (
        "shell",
        "bomb",
        "shoot",
        "fire",
        "kill",
        "loot",
        "torture",
        "bombard",
    ) and after not in (
        ",",
        ".",
    )


def _is_gunfire(cue: Cue) -> bool:
    """ "firing", with or without its "on" and "at"."""
    return cue.row.harm is Harm.NONE and cue.row.note in ("needs weapon", "needs target")


def _is_governed(tokens: Tokens, i: int, start: int) -> bool:
    """ "in police firing on a crowd", "by army shooting": a noun, for a preposition stands before what is before it."""
    j = i - 1
    while j > max(start, i - 4) and bits(tokens.lows[j]) == 0:
        j -= 1
    return j < i - 1 and tokens.lows[j] in WORDS.links


def _is_state(tokens: Tokens, i: int, end: int, start: int, stop: int) -> bool:
    """ "85 dead", "were wounded", "left dead": a state, not "the dead man" nor "wounded soldiers"."""
    before = _before(tokens, i, start)
    after_open = (
        end < stop and bits(tokens.lows[end]) == 0 and tokens.lows[end][0].isalpha() and tokens.words[end][0].islower()
    )
    if before in ("the", "of", "'s", "a", "an"):
        return False
    if after_open and _is_number(before):
        return (tokens.lows[end],) in VICTIMS
    return not after_open


def _is_counted(low: str) -> bool:
    """ "shelling wounded eight": a verb, for what it was done to follows."""
    return _is_number(low) or bool(bits(low) & DET)


def _is_number(low: str) -> bool:
    return low[:1].isdigit() or low in UNITS or low in TENS or low.partition("-")[0] in TENS


def _before(tokens: Tokens, i: int, start: int) -> str:
    j = i - 1
    while j > start and bits(tokens.lows[j]) & ADVERB and not bits(tokens.lows[j]) & (DET | PREP | AUX):
        j -= 1
    return tokens.lows[j] if j >= start else ""


def _opens_object(tokens: Tokens, i: int, stop: int) -> bool:
    """Does an object begin here: a determiner, a number, a name, a pronoun, a plain noun?"""
    while (
        i < stop
        and bits(tokens.lows[i]) & ADVERB
        and not bits(tokens.lows[i]) & DET
        and read_count(tokens, i, stop) is None
    ):
        i += 1
    if i >= stop:
        return False
    low, kind = tokens.lows[i], bits(tokens.lows[i])
    following = TABLE.get(low, ())
    if any(f == "past" for _, _, f in following) and i + 1 < stop and _is_counted(tokens.lows[i + 1]):
        return False
    if (
        low in WEEKDAYS
        or low in MONTHS
        or any(f in ("base", "past", "s") and row.lemma not in WORDS.ambiguous for _, row, f in following)
    ):
        return False
    if (
        kind & DET
        or low[0].isdigit()
        or low in ("him", "her", "them", "us", "those", "anyone", "everyone", "dozens", "scores")
    ):
        return True
    if read_count(tokens, i, stop) is not None:
        return True
    return kind == 0 and low[0].isalpha()

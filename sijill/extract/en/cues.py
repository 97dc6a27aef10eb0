"""Which words of a sentence say that something was done or suffered, and in which form they say it."""

from dataclasses import dataclass

from sijill.extract.en.words import ADVERB, AUX, DET, MODAL, NEGATION, NOT, PASSIVE_AUX, PREP, PRONOUN, RELATIVE, bits
from sijill.extract.lexicon import VERBAL, Predicate, predicates, victim_nouns
from sijill.extract.lexicon import words as words_of
from sijill.language.dates import MONTHS, WEEKDAYS
from sijill.language.numbers import TENS, UNITS, read_count
from sijill.language.tokens import POSSESSIVE, Tokens

AMBIGUOUS = frozenset(
    "attack strike raid shell bomb fire clash control hold target murder massacre siege torture rape arrest"
    " hit hurt wound damage"
    " ambush martyr block drop bar deny starve storm battle shoot slaughter gas capture loot".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A predicate in tokens [start, end). form: base | s | past | ing (verbs), noun."""

    start: int
    end: int
    row: Predicate
    form: str

    @property
    def verbal(self) -> bool:
        return self.form != "noun"


def find_cues(tokens: Tokens, start: int, stop: int) -> list[Cue]:
    """Left to right, none overlapping, the longest words first."""
    table, lows = predicates("en"), tokens.lows
    found, i = [], start
    while i < stop:
        bucket = table.get(lows[i])
        cue = _read(tokens, i, stop, bucket, start) if bucket else None
        if cue is None:
            i += 1
        else:
            found.append(cue)
            i = cue.end
    return found


def _read(
    tokens: Tokens, i: int, stop: int, bucket: list[tuple[tuple[str, ...], Predicate, str]], start: int
) -> Cue | None:
    lows = tokens.lows
    for words, row, form in bucket:
        end = i + len(words)
        if end > stop or (len(words) > 1 and tuple(lows[i:end]) != words):
            continue
        if row.frame in VERBAL:
            cue = Cue(i, end, row, form)
            if _is_verb(tokens, cue, start, stop):
                return cue
        elif row.frame != "adj" or _is_state(tokens, i, end, start, stop):
            return Cue(i, end, row, "noun")
    return None


def _is_verb(tokens: Tokens, cue: Cue, start: int, stop: int) -> bool:
    i, end, row, form = cue.start, cue.end, cue.row, cue.form
    before = _before(tokens, i, start)
    after = tokens.lows[end] if end < stop else "."
    kind = bits(before) if before else 0
    if row.lemma == "deny" and not _supplies_follow(tokens, end, stop):
        return False
    if form == "past":
        return _past_is_verb(tokens, cue, start, stop)
    if row.note == "past only":
        return False
    if form == "ing":
        return _ing_is_verb(tokens, cue, start, stop)
    if kind & MODAL or (before in ("do", "does", "did", "didn't", "don't", "doesn't", "and") and form == "base"):
        return before != "and" or row.lemma not in AMBIGUOUS
    if (kind & PRONOUN and before in ("he", "she", "it", "they", "we", "who")) or kind & (RELATIVE | NEGATION):
        return True
    if kind & (DET | PREP) or before in POSSESSIVE or before == "":
        return False
    takes_object = _opens_object(tokens, end, stop)
    if row.lemma in AMBIGUOUS:
        plural = tokens.lows[i - 1].endswith("s")
        return takes_object and after not in ("of", "on") and (form == "base") == plural and kind == 0
    return takes_object or after in ("in", "at", "near", "by", "as")


def _supplies_follow(tokens: Tokens, end: int, stop: int) -> bool:
    """ "denied residents food" deprives; "denied that" speaks."""
    if end < stop and tokens.lows[end] in ("that", "responsibility", "any", "involvement"):
        return False
    return any((low,) in words_of("en", "supplies.csv") for low in tokens.lows[end : min(stop, end + 10)])


def _past_is_verb(tokens: Tokens, cue: Cue, start: int, stop: int) -> bool:
    i, end = cue.start, cue.end
    if i == start:
        return True
    before, j = tokens.lows[i - 1], i - 1
    if bits(before) & ADVERB and j > start:
        before = tokens.lows[j - 1]
    kind = bits(before)
    after_kind = bits(tokens.lows[end]) if end < stop else PREP
    noun_after = end < stop and after_kind == 0 and tokens.lows[end][0].isalpha() and tokens.words[end][0].islower()
    if kind & DET and not kind & PRONOUN and before not in ("that", "all", "both", "those", "some", "many", "several"):
        return False
    if before in POSSESSIVE:
        return False
    if kind & PREP and noun_after:
        return False
    return not (_is_number(before) and noun_after)


def _ing_is_verb(tokens: Tokens, cue: Cue, start: int, stop: int) -> bool:
    i, end = cue.start, cue.end
    before, kind = _before(tokens, i, start), bits(_before(tokens, i, start))
    after = tokens.lows[end] if end < stop else "."
    j = i - 1
    while j > start and bits(tokens.lows[j]) & ADVERB:
        j -= 1
    if tokens.lows[j] in PASSIVE_AUX and j >= start:
        return True
    if after == "of" or kind & DET or before in POSSESSIVE:
        return False
    if _opens_object(tokens, end, stop):
        return True
    if after in ("and", "or") and end + 1 < stop:
        return any(twin == "ing" for _, _, twin in predicates("en").get(tokens.lows[end + 1], ()))
    return cue.row.lemma not in ("shell", "bomb", "shoot", "kill", "loot", "torture", "bombard") and after not in (
        ",",
        ".",
    )


def _is_state(tokens: Tokens, i: int, end: int, start: int, stop: int) -> bool:
    """ "85 dead", "were wounded", "left dead": a state, not "the dead man" nor "wounded soldiers"."""
    before = _before(tokens, i, start)
    after_open = (
        end < stop and bits(tokens.lows[end]) == 0 and tokens.lows[end][0].isalpha() and tokens.words[end][0].islower()
    )
    if before in ("the", "of", "'s", "a", "an"):
        return False
    if after_open and _is_number(before):
        return (tokens.lows[end],) in victim_nouns("en")
    return not after_open


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
    following = predicates("en").get(low, ())
    if (
        low in WEEKDAYS
        or low in MONTHS
        or any(f in ("base", "past", "s") and row.lemma not in AMBIGUOUS for _, row, f in following)
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


def negated(tokens: Tokens, start: int, stop: int) -> bool:
    """Is there a negation among these tokens?"""
    return any(low in NOT or low.endswith("n't") for low in tokens.lows[start:stop])

"""From a sentence and its claims to the victims it names: the step after its claims are made."""

from collections.abc import Iterable, Sequence

from sijill.extract.lexicon.people import People, people
from sijill.extract.syntax.mention import Mention
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.victims.fates import fates
from sijill.extract.victims.groups import groups, owner_of
from sijill.extract.victims.roll import Roll
from sijill.extract.victims.told import FATE, Told, harms
from sijill.model.claim import Claim, Modality, Reading, Stance
from sijill.model.person import Kin

SHORTEST = 2
"""Tokens of a sentence that can name somebody: a first name alone tells nothing."""
RECENT = 12
"""Claims back to one that a name without a claim of its own sentence may belong to."""
Read = Sequence[tuple[Claim, Reading]]


def name_victims(s: Sentence, roll: Roll, claims: Read, earlier: Sequence[Claim]) -> None:
    """Add to `roll` the victims that the sentence names. Cost: linear in its words.

    claims   of this sentence, with their readings        earlier   of the whole document so far
    """
    if s.stop - s.start < SHORTEST:
        return
    table = people(s.lexicon.language)
    tells = roll.last is not None or s.has(table.fatal) or bool(harms(s))
    found = s.grammar.persons(s) if tells else []
    runs = groups(s, found, table)
    told = fates(s, runs, table, roll.last)
    for run, fate in zip(runs, told, strict=True):
        if fate is None or _is_denied(s, fate, claims):
            continue
        for mention in run:
            claim = _claim_of(s, mention, fate, claims, earlier)
            roll.add(s, mention, fate, _kin(s, mention, found), claim)
    roll.last = _last(s, claims, told, roll.last, table)


def _last(s: Sentence, claims: Read, told: Iterable[Told | None], before: Told | None, table: People) -> Told | None:
    """What the next sentence may go on with: a list, "he was identified as"."""
    named = next((each for each in told if each is not None), None)
    if named is not None:
        return named
    harmed = next((c for c in reversed(s.cues) if c.row.harm in FATE), None)
    if harmed is not None:
        return Told(FATE[harmed.row.harm], "told before", (harmed.start, harmed.end))
    return before if s.stop - s.start < 4 else None


def _is_denied(s: Sentence, told: Told, claims: Read) -> bool:
    """Said not to have happened, or only feared or planned."""
    claim = _by_words(s, told, claims)
    return claim is not None and (claim.stance is Stance.DENIES or claim.modality is not Modality.ACTUAL)


def _by_words(s: Sentence, told: Told, claims: Read) -> Claim | None:
    start, end = s.tokens.starts[told.words[0]], s.tokens.ends[told.words[1] - 1]
    for claim, _ in claims:
        if claim.span[0] < end and start < claim.span[1] and FATE.get(claim.harm) is told.fate:
            return claim
    return None


def _claim_of(s: Sentence, m: Mention, told: Told, claims: Read, earlier: Sequence[Claim]) -> Claim | None:
    """The claim that harms this person: whose victims hold the name, else the one of the same words, else the last."""
    at = s.tokens.starts[m.name[0]]
    for claim, reading in claims:
        inside = any(part.field == "victims" and part.start <= at < part.end for part in reading.parts)
        if inside and FATE.get(claim.harm) is told.fate:
            return claim
    last = next((c for c in reversed(earlier[-RECENT:]) if _is_of(c, told)), None)
    return _by_words(s, told, claims) or last


def _is_of(claim: Claim, told: Told) -> bool:
    return FATE.get(claim.harm) is told.fate and claim.stance is Stance.ASSERTS


def _kin(s: Sentence, m: Mention, found: list[Mention]) -> tuple[Kin, ...]:
    owner = owner_of(m, found)
    return () if owner is None or m.relation is None else (Kin(relation=m.relation, of=s.text(*owner.name)),)

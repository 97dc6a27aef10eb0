"""How those were killed of whom the sentence before told: "He was hanged", "Most were executed"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile, takewhile

from sijill.extract.assembly.memory import Telling, is_told, words_part
from sijill.extract.assembly.scope import Scope
from sijill.extract.lexicon.people import KIN, PERSON, PRONOUN, people
from sijill.extract.predicates.draft import Draft
from sijill.extract.read_by import voice_parts
from sijill.extract.syntax.parts import Cue
from sijill.language.tokens import tokenize
from sijill.model.claim import Act, Claim, Harm, Reading, Stance, identified
from sijill.model.source import Speaker
from sijill.model.toll import Toll, Unit

SURE = 0.6
OPEN = frozenset({Act.KILLING, Act.SHOOTING, Act.OTHER})
NEXT = 20
"""Code points from a claim to the sentence after it: its last words and its full stop."""
PARTY = "party:"
FORCE = "force:"
"""How the rule of an actor begins that names a known party, or a force by its noun."""


def told_how(t: Telling, drafts: list[Draft]) -> Iterator[tuple[Claim, Reading]]:
    """The last claim of people killed again, with the act of this sentence, which counts and names nobody itself."""
    model = t.memory.claims[-1] if t.memory.claims else None
    if model is None or drafts or not is_told(model) or model.harm is not Harm.KILLED or model.act not in OPEN:
        return
    cue = next((cue for cue in t.s.cues if cue.row.act is Act.EXECUTION), None)
    if cue is None or not _is_told_plainly(t, cue) or not _is_of_them(t, model):
        return
    scope = next((scope for scope in t.said if scope.start <= cue.start < scope.stop), None)
    if scope is None or scope.stance is Stance.ASSERTS:
        yield _again(t, cue, model, scope)


def _again(t: Telling, cue: Cue, model: Claim, scope: Scope | None) -> tuple[Claim, Reading]:
    s, voices = t.s, scope.voices if scope is not None else ()
    claim = identified(
        replace(
            model,
            span=(s.tokens.starts[s.start], s.tokens.ends[cue.end - 1]),
            quote=s.text(s.start, cue.end),
            speakers=tuple(Speaker(name=voice.name, kind=voice.kind) for voice in voices),
            act=Act.EXECUTION,
            toll=_of_one(t, model),
            means=None,
            confidence=SURE,
        )
    )
    before = next((r for r in t.memory.readings if r.claim == model.id), None)
    kept = (part for part in before.parts if part.field in ("when", "scene", "report")) if before is not None else ()
    act = words_part(s, (cue.start, cue.end), field="act", rule=f"told how:{cue.row.lemma}")
    parts = (act, *(replace(part, carried=True) for part in kept), *voice_parts(s, voices))
    return claim, Reading(claim=claim.id, rules=tuple(dict.fromkeys(part.rule for part in parts)), parts=parts)


def _of_one(t: Telling, model: Claim) -> Toll | None:
    """ "He" is one, and the one told of; "they" may be any of those."""
    one = t.s.low(t.s.start) in t.s.words.he_or_she and model.toll is not None
    return replace(model.toll, text=t.s.text(t.s.start, t.s.start + 1)) if one and model.toll is not None else None


def _is_told_plainly(t: Telling, cue: Cue) -> bool:
    """ "They were later executed": not "were not", "would have been", "were to be", nor "if caught", nor by whom."""
    s = t.s
    plain = all(s.low(k) in s.words.passive | s.words.told_how for k in range(s.start + 1, cue.start))
    reason = next((k for k in range(cue.end, s.stop) if s.low(k) in s.words.punished_for), s.stop)
    doer = not s.words.by.isdisjoint(s.tokens.lows[cue.end : reason])
    elsewhere = any(spot.named for spot in t.spots) or bool(t.times())
    return plain and s.grammar.verb_group(s, cue).passive and not s.has(s.words.unreal) and not doer and not elsewhere


def _is_of_them(t: Telling, model: Claim) -> bool:
    """Does the sentence begin with a word that can mean nobody but those told of right before it?"""
    s, first = t.s, t.s.low(t.s.start)
    if s.tokens.starts[s.start] - model.span[1] >= NEXT:
        return False
    if model.toll is None or model.toll.number != 1:
        theirs = first not in s.words.pronouns or (not model.actors and not _others_follow(t, model))
        return first in s.words.they_or_most and theirs
    return first in s.words.he_or_she and _by_several(t, model) and _fits(t, model) and not _others_follow(t, model)


def _by_several(t: Telling, model: Claim) -> bool:
    """Were they killed by a party or a body of people, of which nobody says "he"?"""
    before = next((r for r in t.memory.readings if r.claim == model.id), None)
    rules = [part.rule for part in before.parts if part.field == "actor"] if before is not None else []
    several = (rule.startswith(PARTY) or rule.removeprefix(FORCE) in t.s.words.fights_as_one for rule in rules)
    return bool(rules) and len(rules) >= len(model.actors) and all(several)


def _fits(t: Telling, model: Claim) -> bool:
    """No "he" of a woman, no "she" of a man."""
    table = people(t.s.lexicon.language)
    pronoun = table.word(t.s.low(t.s.start), PRONOUN)
    sexes = {word.sex for low in _whom(model) if (word := table.word(low, KIN, PERSON)) is not None} - {None}
    return pronoun is None or pronoun.sex is None or sexes <= {pronoun.sex}


def _others_follow(t: Telling, model: Claim) -> bool:
    """ "Killed a man as he visited his brother": somebody else is told of between; not who he was himself ("killed
    Omar Dabel, a teacher, in Kessa")."""
    tokens, whom = t.s.tokens, _whom(model)
    own = [low for low, at in zip(tokens.lows, tokens.starts, strict=True) if model.span[0] <= at]
    own = own[: max(0, t.s.start - (len(tokens.lows) - len(own)))]
    after = list(takewhile(lambda low: low not in whom, reversed(own)))[::-1]
    after = after[1:] if after[:1] == [","] else after
    if after and after[0] in t.s.words.one | t.s.words.one_known and _is_one_name(model):
        after = list(dropwhile(lambda low: low not in t.s.words.at, after))
    table = people(t.s.lexicon.language)
    return any(table.word(low, KIN, PERSON, PRONOUN) is not None for low in after)


def _is_one_name(model: Claim) -> bool:
    return model.toll is not None and model.toll.unit is Unit.NAMED


def _whom(model: Claim) -> frozenset[str]:
    return frozenset(tokenize(model.victims.text).lows) if model.victims is not None else frozenset()

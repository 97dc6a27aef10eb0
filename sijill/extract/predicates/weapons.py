"""What weapons say of an act: the load of a rocket or shell, and guns that fired on a town."""

from sijill.extract.predicates.context import HURT
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import BREAK, PREP
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import SAYS_NOT_HOW, Act, Harm

LOAD = 4
"""Tokens from "loaded with" to what is in it."""
BOMBS = frozenset("bomb bombs".split())
OF_WEAPONS = frozenset({Act.SHELLING, Act.BOMBING, Act.AIRSTRIKE})


def set_weapons(s: Sentence, found: list[Draft]) -> None:
    """ "Rockets with nerve agents hit the town": the load tells the kind. "Rebel fire on the town killed ten" is
    shelling, as what is fired on a town is; fire from its outskirts may be that or a shooting.
    """
    loaded = _loaded(s) if s.has(s.words.chemical) else None
    for draft in found:
        words = draft.act_words or (draft.cue.start, draft.cue.end)
        if loaded is not None and draft.act in OF_WEAPONS and words[0] <= loaded[1] and loaded[0] - LOAD <= words[1]:
            draft.act = Act.CHEMICAL_ATTACK
        elif draft.act is Act.SHOOTING and draft.harm in HURT and _is_from_afar(s, draft):
            draft.act = Act.KILLING if draft.harm is Harm.KILLED else Act.OTHER
        elif draft.act in SAYS_NOT_HOW and draft.harm in HURT and (fire := _fire_on_ground(s, draft)) is not None:
            draft.act, draft.act_words = Act.SHELLING, fire
        elif draft.act is Act.BOMBING and _was_fired(s, words[0]):
            draft.act = Act.SHELLING


def _loaded(s: Sentence) -> tuple[int, int] | None:
    """Tokens [start, end) of the weapon and its chemical load."""
    if not s.has(s.words.loads):
        return None
    for k in range(s.start + 1, s.stop):
        weapon = s.at(k - 1)
        if s.low(k) not in s.words.loads or weapon is None or weapon.end != k or s.low(weapon.head) not in s.words.guns:
            continue
        end = _end_of_load(s, k + 1 + (s.kind(k + 1) & PREP > 0))
        load = s.tokens.lows[k + 1 : end]
        chemical = s.low(end - 1) in s.words.chemical_loads and not s.words.chemical.isdisjoint(load)
        if chemical and s.words.crowd_control.isdisjoint(load):
            return weapon.start, end
    return None


def _end_of_load(s: Sentence, start: int) -> int:
    """ "Sarin gas", "chemical warheads": where it ends; "red markings and ...", "near the chemical plant" are none."""
    stop = min(s.stop, start + LOAD)
    ends = (k for k in range(start, stop) if s.kind(k) & BREAK or not s.low(k).isalpha() or _is_verb(s, k))
    return next(ends, stop)


def _is_verb(s: Sentence, k: int) -> bool:
    told = any(cue.verbal and cue.start == k for cue in s.cues) or s.low(k).endswith(tuple(s.words.past_endings))
    return told and s.low(k) not in s.words.chemical


def _is_from_afar(s: Sentence, draft: Draft) -> bool:
    """ "Rebel fire from the outskirts": of whatever was fired; not "machine-gun fire"."""
    for doer in draft.doers:
        k = doer.end
        from_where = s.at(k + 1) if s.low(k - 1) in s.words.fire and s.low(k) in s.words.from_ else None
        if from_where is not None and not any(cue.start < k <= cue.end for cue in s.cues):
            return from_where.place is not None or s.low(from_where.head) in s.words.place_words
    return False


def _was_fired(s: Sentence, bomb: int) -> bool:
    """ "A rocket bomb": what kind of bomb. bomb: its token."""
    phrase = s.at(bomb)
    return phrase is not None and phrase.start < bomb and s.low(bomb - 1) in s.words.guns and s.low(bomb) in BOMBS


def _fire_on_ground(s: Sentence, draft: Draft) -> tuple[int, int] | None:
    """The words of "fire on", where that and a town are the subject of the harm: "rebel fire on the town killed"."""
    for cue in s.cues:
        target = s.at(cue.end) if cue.row.lemma in s.words.fires_on and cue.form == "base" else None
        if target is None or target.place is None or draft.group is None or draft.group.start != target.end:
            continue
        if any(doer.end == cue.start for doer in draft.doers):
            return cue.start, cue.end
    return None

"""Acts that are told only by being answered: "acknowledged the strike on the town", "denied the attack"."""

from sijill.extract.assembly.scope import Scope
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Stance

OF_ARMIES = frozenset({Act.AIRSTRIKE, Act.SHELLING})
"""Who acknowledges one of these owns to it; "acknowledged the bombing" may be said of anybody's."""


def answered(s: Sentence, said: list[Scope], drafts: list[Draft]) -> list[Draft]:
    """A draft for each act noun that a voice denies, doubts or owns to, where nothing else is read in its words."""
    found = []
    for scope in said:
        if scope.stance is Stance.ASSERTS or any(scope.start <= draft.cue.start < scope.stop for draft in drafts):
            continue
        phrase = s.at(scope.start)
        cue = phrase.cue if phrase is not None else None
        owned = scope.stance is Stance.ACCEPTS_RESPONSIBILITY
        if owned and scope.verb not in s.words.owns_up and cue is not None and cue.row.act not in OF_ARMIES:
            continue
        if cue is not None and cue.row.frame == "act" and cue.row.note != "thing":
            found.append(Draft(cue, cue.row.act, cue.row.harm, "act", [], None, act_words=(cue.start, cue.end)))
    return found

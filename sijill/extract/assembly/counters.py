"""A number that a voice puts against the one told before, and nothing else: "the army said four", "put the dead at
nine".
"""

from collections.abc import Iterator

from sijill.extract.assembly.scope import Scope
from sijill.extract.predicates.counting import harmed
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.kinds import is_people
from sijill.extract.syntax.parts import Cue, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Claim, Harm, Stance
from sijill.model.toll import Extent

RECENT = 6
"""Claims before a sentence, in which stands the number that a bare one answers."""
TOLL = "toll"
"""Note of verbs that put a toll at a number (speech.csv)."""
HARMS = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES})


def counters(s: Sentence, said: list[Scope], drafts: list[Draft], told: list[Claim]) -> Iterator[Draft]:
    """A draft for each bare number of a voice, of the harm and act of the last number told: nobody is its actor.

    told   the claims of the sentences before
    """
    for scope in said:
        phrase = _number_of(s, scope)
        if phrase is None or any(_holds(draft, scope, phrase) for draft in drafts):
            continue
        kind = _answered(drafts, told, phrase.start)
        if kind is None and scope.note == TOLL and not s.words.the_dead.isdisjoint(_before(s, scope, phrase)):
            kind = Act.KILLING, Harm.KILLED
        if kind is not None:
            cue = Cue(phrase.start, phrase.end, s.lexicon.bodies, "noun")
            yield Draft(cue, *kind, "gap", [], harmed(s, phrase, []))


def _holds(draft: Draft, scope: Scope, phrase: Phrase) -> bool:
    """Is the number one that a predicate tells of, or is more than a number said?"""
    counted = draft.harmed is not None and draft.harmed.start <= phrase.start < draft.harmed.end
    return counted or scope.start <= draft.cue.start < scope.stop


def _number_of(s: Sentence, scope: Scope) -> Phrase | None:
    """The number that is all that the voice says; after "put the dead at" the one behind "at"."""
    if not scope.voices or scope.stance is not Stance.ASSERTS or scope.verb in s.words.shows:
        return None
    at = s.grammar.skip_adverbs(s, scope.start)
    if scope.note == TOLL:
        reached = (k for k in range(scope.cue[1], min(scope.stop, s.stop)) if s.low(k) in s.words.reached)
        at = next((k + 1 for k in reached if s.at(k) is None), s.stop)
    phrase = s.at(at)
    if phrase is None or phrase.start != at or phrase.count is None or phrase.count.number is None or phrase.measure:
        return None
    bare = phrase.end == phrase.count.end or is_people(phrase)
    return phrase if bare and s.low(phrase.end) in s.words.ends_bare_count else None


def _before(s: Sentence, scope: Scope, phrase: Phrase) -> list[str]:
    return s.tokens.lows[scope.cue[1] : phrase.start]


def _answered(drafts: list[Draft], told: list[Claim], at: int) -> tuple[Act, Harm] | None:
    """Act and harm of the last whole number before the token `at`."""
    here = [d for d in drafts if d.counted and d.rule != "part" and d.harm in HARMS and d.cue.start < at]
    if here:
        return here[-1].act, here[-1].harm
    whole = (c for c in reversed(told[-RECENT:]) if c.toll is not None and c.toll.extent is Extent.WHOLE)
    last = next((claim for claim in whole if claim.harm in HARMS), None)
    return None if last is None else (last.act, last.harm)

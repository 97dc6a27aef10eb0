"""What a voice does with a content: asserts, denies, doubts, accepts; of what, and how far it reaches. And how it
is meant.
"""

from sijill.extract.assembly.scope import Scope
from sijill.extract.en.clauses import clause_start
from sijill.extract.en.phrases import Sentence
from sijill.extract.predicates.draft import Draft
from sijill.language.sentences import ENDS
from sijill.language.tokens import CLOSING
from sijill.model.claim import About, Modality, Reach, Stance

RESPONSIBILITY = frozenset(
    "responsibility involvement role behind carrying part complicity killing bombing shelling attacking using".split()
)
ACCUSATION = frozenset(
    "accusation accusations allegation allegations charge charges claim claims report reports"
    " responsibility involvement".split()
)
NUMBERS = frozenset("toll figure figures number numbers exaggerated inflated".split())
INTENT = frozenset(
    "intentionally deliberately intentional deliberate target targeted targeting purposely knowingly".split()
)
FALSE = frozenset("untrue false wrong incorrect baseless fabricated exaggerated inflated lies".split())
DISOWNED = ("nothing to do with", "not involved in", "no role in", "no part in", "not responsible for", "not behind")
HABITUAL = frozenset(
    "repeatedly perpetually regularly routinely daily often continue continues continued continuing"
    " systematically constantly always"
    " continuously indiscriminately far sprees campaign policy history".split()
)
THREATS = frozenset(
    "threatened threaten threatens threatening vowed vow vows vowing warned warns pledged swore".split()
)
PLANS = frozenset(
    "planned plan plans planning intend intends intended prepare preparing prepares attempted attempting"
    " tried trying sought seeks".split()
)
SUPPOSED = frozenset("if would could might may fear feared fears risk potentially possible".split())


def modality(s: Sentence, draft: Draft) -> Modality:
    """Happened, happens again and again, or is only threatened, planned or supposed."""
    group, cue = draft.group, draft.cue
    counted = draft.harmed is not None and draft.harmed.toll is not None
    if group is not None:
        before = s.tokens.lows[max(s.start, group.start - 3) : group.start]
        if group.infinitive and any(low in THREATS for low in before):
            return Modality.THREATENED
        if group.infinitive and any(low in PLANS for low in before):
            return Modality.PLANNED
        if (
            group.modal in ("would", "could", "might", "may", "can", "should", "must")
            and "have" not in s.tokens.lows[group.start : cue.start]
        ):
            return Modality.HYPOTHETICAL
        if group.modal in ("will", "shall"):
            return Modality.PLANNED
    if "if" in s.tokens.lows[max(s.start, clause_start(s, cue.start) - 1) : cue.start]:
        return Modality.HYPOTHETICAL
    if draft.habitual and not draft.negated:
        return Modality.HABITUAL
    if draft.negated:
        return Modality.ACTUAL
    if counted or _is_headline(s):
        return Modality.ACTUAL
    if group is not None and (
        group.progressive or (group.present and (group.infinitive or cue.form != "past" or group.passive))
    ):
        return Modality.HABITUAL
    nearby = s.tokens.lows[max(s.start, cue.start - 6) : cue.end + 1]
    return Modality.HABITUAL if any(low in HABITUAL for low in nearby) else Modality.ACTUAL


def _is_headline(s: Sentence) -> bool:
    """A line without a full stop: its present tense tells what happened."""
    return s.tokens.words[s.stop - 1] not in ENDS and s.tokens.words[s.stop - 1] not in CLOSING


def stance(s: Sentence, draft: Draft, scopes: list[Scope]) -> tuple[Stance, About | None]:
    """From the innermost voice that does more than assert, and from a negation of the predicate itself."""
    said = next((scope for scope in reversed(scopes) if scope.stance is not Stance.ASSERTS), None)
    if said is not None and draft.negated and said.stance is Stance.DENIES:
        return Stance.ASSERTS, None
    if said is not None:
        return said.stance, about(s, draft, said)
    if draft.negated:
        return Stance.DENIES, _of_negation(s, draft)
    if _is_called_false(s.tokens.lows[draft.cue.end : s.stop]):
        return Stance.DENIES, About.NUMBER if draft.counted else About.OCCURRENCE
    if scopes and scopes[-1].verb == "confirm" and _of_itself(draft, scopes[-1]):
        return Stance.ACCEPTS_RESPONSIBILITY, About.HARM if draft.counted else About.ACT
    if scopes and _disowns(s.tokens.lows[scopes[-1].cue[1] : draft.cue.start]):
        return Stance.DENIES, About.RESPONSIBILITY
    return Stance.ASSERTS, None


def _is_called_false(words: list[str]) -> bool:
    """ "reports of 120 dead were not true"."""
    for k, low in enumerate(words[:10]):
        if low in ("was", "were", "is", "are"):
            said = [word for word in words[k + 1 : k + 5] if word.isalpha()]
            return said[:2] == ["not", "true"] or (bool(said) and said[0] in FALSE)
    return False


def _of_itself(draft: Draft, scope: Scope) -> bool:
    """ "confirmed that it had bombed": the actor is the voice."""
    names = {voice.name for voice in scope.voices}
    return any(doer.carried and doer.name in names for doer in draft.doers)


def _disowns(words: list[str]) -> bool:
    """ "had nothing to do with", "was not involved in", "played no role in"."""
    text = " ".join(words)
    return any(said in text for said in DISOWNED)


def about(s: Sentence, draft: Draft, scope: Scope) -> About:
    """What a denial, doubt or acceptance speaks of."""
    words = s.tokens.lows[scope.cue[1] : max(draft.cue.end, min(scope.cue[1] + 6, s.stop))]
    if scope.note == "claims":
        return About.RESPONSIBILITY
    if any(low in NUMBERS for low in words):
        return About.NUMBER
    if any(low in INTENT for low in words):
        return About.INTENT
    if _is_of_status(s, scope):
        return About.STATUS
    first = words[:3]
    if any(low in RESPONSIBILITY for low in first) or (draft.cue.form == "ing" and draft.cue.start - scope.cue[1] < 3):
        return About.RESPONSIBILITY
    if scope.stance is Stance.ACCEPTS_RESPONSIBILITY:
        return About.HARM if draft.harm.value != "none" else About.ACT
    return About.OCCURRENCE


def _is_of_status(s: Sentence, scope: Scope) -> bool:
    """ "denied that the 12 people killed were civilians"."""
    lows = s.tokens.lows
    return any(
        lows[k] in ("were", "was")
        and lows[k + 1 : k + 2]
        and lows[k + 1] in ("civilians", "civilian", "combatants", "fighters")
        for k in range(scope.cue[1], s.stop - 1)
    )


def _of_negation(s: Sentence, draft: Draft) -> About:
    start = draft.group.start if draft.group is not None else draft.cue.start
    if any(low in INTENT for low in s.tokens.lows[start : draft.cue.end]):
        return About.INTENT
    return About.OCCURRENCE


def reach(draft: Draft, taken: Stance, s: Sentence, *, timed: bool) -> Reach:
    """ "Never", the present tense and no date, number or place: a denial in general."""
    if taken is not Stance.DENIES or timed:
        return Reach.THIS_EVENT
    group = draft.group
    counted = draft.harmed is not None and draft.harmed.toll is not None
    if counted or group is None:
        return Reach.THIS_EVENT
    words = s.tokens.lows[group.start : draft.cue.end]
    if draft.cue.form == "ing" and any(name.kind == "place" for name in s.names):
        return Reach.THIS_EVENT
    return (
        Reach.GENERAL
        if "never" in words or group.present or (draft.cue.form == "ing" and group.infinitive is False)
        else Reach.THIS_EVENT
    )

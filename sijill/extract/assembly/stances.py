"""What a voice does with a content: asserts, denies, doubts, accepts; of what, and how far it reaches. And how it
is meant.
"""

from sijill.extract.assembly.scope import Scope
from sijill.extract.assembly.times.background import is_background
from sijill.extract.assembly.voices import Voice
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import MODAL, NEGATION, PREP, RELATIVE, SUBORDINATOR
from sijill.extract.syntax.kinds import is_people
from sijill.extract.syntax.parts import PARTY, Cue
from sijill.extract.syntax.sentence import Sentence
from sijill.language.places.reading import is_arabic
from sijill.language.places.words import SITE_KEYS
from sijill.language.sentences import ENDS
from sijill.language.tokens import CLOSING
from sijill.model.claim import About, Claim, Harm, Modality, Reach, Stance
from sijill.model.source import SpeakerKind
from sijill.model.toll import Hedge

INTERESTED = frozenset({SpeakerKind.PARTY, SpeakerKind.OFFICIAL, SpeakerKind.UNKNOWN})
"""Kinds of voice that can have done it; a monitor or a witness who acknowledges something admits nothing."""
NEAR = 3
"""Tokens from a denial to the noun of action that is denied."""
AHEAD = 10
"""Tokens from a deed to the words that say for when it is set."""
NEAR_LIGHT = 5
"""Tokens from a verb that only says that an act was done to the act: "carry out a wave of air strikes"."""
STOPS = frozenset(",;:")


def modality(s: Sentence, draft: Draft) -> Modality:
    """Happened, happens again and again, or is only threatened, planned or supposed."""
    group, cue = draft.group, draft.cue
    governing = s.grammar.intends(s, cue, group.start if group is not None else cue.start)
    if governing:
        if governing in s.words.warns:
            return Modality.HYPOTHETICAL
        return Modality.THREATENED if governing in s.words.threats else Modality.PLANNED
    asked = any(is_open(s, doer.start) for doer in draft.doers if not doer.carried)
    asked = asked or (not draft.counted and _is_asked(s, cue))
    if (asked and not _is_told_aside(s, draft)) or _is_ruled_out(s, cue) or _is_possible(s, cue):
        return Modality.HYPOTHETICAL
    modal = group.modal if group is not None else _light_modal(s, cue)
    start = group.start if group is not None else cue.start
    supposed = group is not None or bool(s.speech) or not draft.counted
    if supposed and modal in s.words.supposes and s.words.perfect.isdisjoint(s.tokens.lows[start : cue.start]):
        return Modality.HYPOTHETICAL
    if modal in s.words.will or _is_to_come(s, cue):
        return Modality.PLANNED
    if not s.words.if_.isdisjoint(s.tokens.lows[max(s.start, s.grammar.clause_start(s, cue.start) - 1) : cue.start]):
        return Modality.HYPOTHETICAL
    if draft.habitual and not draft.negated:
        return Modality.HABITUAL
    if draft.negated:
        return Modality.ACTUAL
    if is_background(s, draft):
        return Modality.HABITUAL
    if draft.counted or _is_headline(s) or cue.row.frame == "holds":
        return Modality.ACTUAL
    if _is_as_a_rule(s, cue):
        return Modality.HABITUAL
    if group is not None and (
        group.progressive or (group.present and (group.infinitive or cue.form != "past" or group.passive))
    ):
        return Modality.HABITUAL
    spoken = [voice.end for voice in s.speech if voice.end <= cue.start]
    nearby = s.tokens.lows[max([s.start, cue.start - 6, *spoken]) : cue.end + 1]
    return Modality.HABITUAL if any(low in s.words.habitual for low in nearby) else Modality.ACTUAL


def _is_to_come(s: Sentence, cue: Cue) -> bool:
    """ "They announced an execution of two men in Tarn scheduled for Friday."; not "the killing of two men before a
    vote scheduled for Friday", nor one that was carried out, or of which more is said."""
    if cue.verbal or not s.has(s.words.scheduled):
        return False
    k = next((k for k in range(cue.end, min(s.stop, cue.end + AHEAD)) if s.low(k) in s.words.scheduled), s.stop)
    last = next((time[1] for time in s.times if time[0] == k + 2), s.stop)
    if s.low(k + 1) not in s.words.for_ or not (last < s.stop and s.low(last) in ENDS):
        return False
    if not s.words.light.isdisjoint(s.tokens.lows[max(s.start, cue.start - AHEAD) : cue.start]):
        return False
    if not all(s.at(at) is not None or s.kind(at) & PREP for at in range(cue.end, k)):
        return False
    governed = ((s.low(at), s.at(at + 1)) for at in range(cue.end, k) if s.kind(at) & PREP)
    return all(
        each is not None
        and (each.place is not None or s.low(each.head) in SITE_KEYS or (low in s.words.of and is_people(each)))
        for low, each in governed
    )


def _is_as_a_rule(s: Sentence, cue: Cue) -> bool:
    """ "Often hit the town with rockets, mostly killing villagers": what comes of a habit is one."""
    spoken = max((voice.end for voice in s.speech if voice.end <= cue.start), default=s.start)
    return cue.form == "ing" and any(s.low(k) in s.words.as_a_rule for k in range(spoken, cue.start))


def is_open(s: Sentence, start: int) -> bool:
    """ "Whether X shelled the town", "no evidence that X shelled it": that X did is not said. "The question is not
    whether X did" tells that it did. start: of X."""
    if start <= s.start:
        return False
    end = start - 1 if s.low(start - 1) in s.words.that else start
    shown = (s.start <= end - len(said) and s.reads(end - len(said), said) for said in s.sayings.not_shown)
    asked = s.low(start - 1) in s.words.whether and not s.kind(start - 2) & NEGATION
    return asked or any(shown)


def _is_asked(s: Sentence, cue: Cue) -> bool:
    """ "Refused to say whether it carried out the raid"."""
    k = s.grammar.clause_start(s, cue.start) - 1 if s.has(s.words.whether) else s.start
    return k > s.start and s.low(k) in s.words.whether and not s.kind(k - 1) & NEGATION


def drop_open(s: Sentence, draft: Draft) -> None:
    """ "Whether X carried out the strike that killed ten": only who did it is open. Not "whether those of X who killed
    ten had help", which tells that they did."""
    first = next((doer for doer in draft.doers if not doer.carried and is_open(s, doer.start)), None)
    if first is not None and _is_told_aside(s, draft):
        behind = first.end + (s.low(first.end) == ",")
        draft.doers = draft.doers if s.kind(behind) & RELATIVE else []


def is_known_anyway(s: Sentence, draft: Draft, claim: Claim) -> bool:
    """ "X denied responsibility for the raid that killed ten", "X denied bombing a mill where ten were killed": that it
    did it is denied, and not that ten were killed. Not "X denied killing ten"."""
    disowned = claim.stance is Stance.DENIES and claim.about is About.RESPONSIBILITY
    if not disowned or not draft.counted or draft.negated or draft.group is None:
        return False
    k = s.grammar.clause_start(s, draft.cue.start) - 1
    in_it = s.low(k) in s.words.where | s.words.which and draft.group.passive
    return in_it or bool(s.kind(draft.group.start - 1) & RELATIVE)


def _is_told_aside(s: Sentence, draft: Draft) -> bool:
    """Are those harmed told of behind what is asked: "... that killed ten", "..., killing ten"?"""
    relative = draft.group is not None and s.kind(draft.group.start - 1) & RELATIVE
    return draft.counted and bool(relative or draft.cue.form == "ing")


def _light_modal(s: Sentence, cue: Cue) -> str | None:
    """ "Would launch a barrage", "will carry out strikes": of the verb that only says that the act is done."""
    phrase = s.at(cue.start)
    k = phrase.start if phrase is not None else cue.start
    while k > s.start and s.low(k) not in s.words.light and k > cue.start - NEAR_LIGHT:
        k -= 1
    return s.low(k - 1) if s.low(k) in s.words.light and s.kind(k - 1) & MODAL else None


def _is_ruled_out(s: Sentence, cue: Cue) -> bool:
    """ "Would never allow the killing of civilians": said of nothing that happened."""
    if cue.verbal or not s.has(s.words.permits):
        return False
    verb = next((k for k in range(max(s.start, cue.start - 4), cue.start) if s.low(k) in s.words.permits), None)
    before = range(max(s.start, verb - 3), verb) if verb is not None else ()
    return any(s.kind(k) & NEGATION or s.low(k) in s.words.not_ | s.words.never for k in before)


def _is_possible(s: Sentence, cue: Cue) -> bool:
    """ "a possible air strike", "fears of an imminent attack", "would answer any raid": not yet done."""
    phrase = s.at(cue.start) if not cue.verbal and cue.row.harm is Harm.NONE else None
    if phrase is None:
        return False
    any_ = s.low(phrase.start) in s.words.nobody - s.words.no
    to_come = any_ and any(s.kind(k) & MODAL for k in range(s.grammar.clause_start(s, cue.start), phrase.start))
    return to_come or any(s.low(k) in s.words.possible for k in range(phrase.start, phrase.end))


def _is_headline(s: Sentence) -> bool:
    """A line without a full stop: its present tense tells what happened."""
    return s.tokens.words[s.stop - 1] not in ENDS and s.tokens.words[s.stop - 1] not in CLOSING


def stance(s: Sentence, draft: Draft, scopes: list[Scope]) -> tuple[Stance, About | None]:
    """From the innermost voice that does more than assert, and from a negation of the predicate itself."""
    said = next((scope for scope in reversed(scopes) if scope.stance is not Stance.ASSERTS), None)
    if said is not None and draft.negated and said.stance is Stance.DENIES:
        return Stance.ASSERTS, None
    if said is not None and (said.stance is not Stance.ACCEPTS_RESPONSIBILITY or _admits(s, draft, said)):
        return said.stance, about(s, draft, said)
    if draft.negated:
        return Stance.DENIES, _of_negation(s, draft)
    if any(_is_claimed_by(s, doer) for doer in draft.doers):
        return Stance.ACCEPTS_RESPONSIBILITY, About.RESPONSIBILITY
    if _no_truth_in(s, draft.cue.start):
        return Stance.DENIES, About.OCCURRENCE
    if _is_called_false(s, s.tokens.lows[draft.cue.end : s.stop]) or _false_that(s, draft):
        if scopes and _of_itself(draft, scopes[-1]):
            return Stance.DENIES, About.RESPONSIBILITY
        of_number = draft.counted and not _is_refuted(s, s.tokens.lows[draft.cue.end : s.stop])
        return Stance.DENIES, About.NUMBER if of_number else About.OCCURRENCE
    if scopes and scopes[-1].verb in s.words.confirms and _of_itself(draft, scopes[-1]):
        return Stance.ACCEPTS_RESPONSIBILITY, About.HARM if draft.counted else About.ACT
    if scopes and _disowns(s, s.tokens.lows[scopes[-1].cue[1] : draft.cue.start]):
        return Stance.DENIES, About.RESPONSIBILITY
    return Stance.ASSERTS, None


def _is_claimed_by(s: Sentence, doer: Doer) -> bool:
    """ "A bombing claimed by X killed ten": X owns to it. Not "claimed by X to be the work of Y", nor "residents
    claimed X bombed it". In Arabic X stands right behind the verb."""
    k = doer.start - 1 if s.start < doer.start < s.stop else s.start
    by = s.low(k) in s.words.by
    k -= by
    if not by and not is_arabic(s.low(k)):
        return False
    told = s.kind(doer.end) & (MODAL | SUBORDINATOR)
    return s.low(k) in s.words.claimed and s.at(k) is None and not told


def _admits(s: Sentence, draft: Draft, scope: Scope) -> bool:
    """Is it the voice's own act or harm? "The army acknowledged that rebels killed 12" admits nothing."""
    if scope.note in ("claims", "responsibility"):
        return True
    if draft.negated or not scope.voices or scope.voices[-1].kind not in INTERESTED:
        return False
    if not draft.doers:
        whose = scope.voices[-1].kind is SpeakerKind.PARTY or _names_party(s, scope.voices[-1])
        return draft.harm is Harm.NONE or draft.cue.form == "ing" or (whose and scope.verb in s.words.owns_up)
    return any(_is_own(s, doer, scope.voices[-1]) for doer in draft.doers)


def _is_own(s: Sentence, doer: Doer, voice: Voice) -> bool:
    """Is the actor the voice itself, its pronoun, or of the party that the voice is named by?"""
    if doer.name.lower() in (voice.name.lower(), *s.words.we) or s.low(doer.start) in s.words.possessives:
        return True
    parties = [{name.key for name in s.names if name.kind == PARTY and start <= name.start < end}
               for start, end in ((doer.start, doer.end), (voice.start, voice.end))]  # fmt: skip
    return bool(parties[0] & parties[1]) or (doer.carried and doer.name in voice.name)


def _names_party(s: Sentence, voice: Voice) -> bool:
    return any(name.kind == PARTY and voice.start <= name.start < voice.end for name in s.names)


def _is_called_false(s: Sentence, words: list[str]) -> bool:
    """ "reports of 120 dead were not true"."""
    proved = s.likely(s.sayings.proved)
    for k, low in enumerate(words[:10]):
        if low in s.words.is_ or (proved and tuple(words[k : k + 2]) in proved):
            said = [word for word in words[k + 1 : k + 5] if word.isalpha()]
            said = said[said[:1] == ["be"] :] if low not in s.words.is_ else said
            said = [word for word in said if word not in ("out", "to", "be")] if low not in s.words.is_ else said
            return tuple(said[:2]) in s.sayings.not_true or (bool(said) and said[0] in s.words.false)
    return False


def _is_refuted(s: Sentence, words: list[str]) -> bool:
    """ "The report turned out to be false": looked into, and nothing of it is left; not where it was exaggerated."""
    proved = any(tuple(words[k : k + len(said)]) == said for said in s.sayings.proved for k in range(len(words)))
    return proved and s.words.numbers.isdisjoint(words)


def _false_that(s: Sentence, draft: Draft) -> bool:
    """ "It is not true that X shelled the town"."""
    that = s.grammar.clause_start(s, draft.cue.start) - 1
    if s.low(that) not in s.words.that:
        return False
    said = s.sayings.not_true
    return s.low(that - 1) in s.words.false or any(s.reads(that - len(words), words) for words in said)


def _no_truth_in(s: Sentence, before: int) -> bool:
    """ "There is no truth in the reports of ...": what is told of stands after it, before any comma."""
    if not s.likely(s.sayings.no_truth_in):
        return False
    start = next((k + 1 for k in range(before - 1, s.start, -1) if s.low(k) in STOPS), s.start)
    return s.says(s.sayings.no_truth_in, start, before)


def _of_itself(draft: Draft, scope: Scope) -> bool:
    """ "confirmed that it had bombed": the actor is the voice."""
    names = {voice.name for voice in scope.voices}
    return any(doer.carried and doer.name in names for doer in draft.doers)


def _disowns(s: Sentence, words: list[str]) -> bool:
    """ "had nothing to do with", "was not involved in", "played no role in"."""
    text = " ".join(words)
    return any(" ".join(said) in text for said in s.sayings.disowned)


def about(s: Sentence, draft: Draft, scope: Scope) -> About:
    """What a denial, doubt or acceptance speaks of."""
    words = s.tokens.lows[scope.told_from : max(draft.cue.end, min(scope.told_from + 6, s.stop))]
    if scope.stance is Stance.ACCEPTS_RESPONSIBILITY and _are_its_own(s, draft):
        return About.HARM
    if scope.note in ("claims", "responsibility") and (scope.accused or scope.note == "claims"):
        return About.RESPONSIBILITY
    toll = draft.harmed.toll if draft.harmed is not None else None
    if any(low in s.words.numbers for low in words) or (toll is not None and toll.hedge is Hedge.UP_TO):
        return About.NUMBER
    if any(low in s.words.intent for low in words):
        return About.INTENT
    if _is_of_status(s, scope):
        return About.STATUS
    first = words[:3]
    if any(low in s.words.disclaimed for low in first) or (is_gerund(s, draft, scope)):
        return About.RESPONSIBILITY
    if scope.stance is Stance.ACCEPTS_RESPONSIBILITY:
        return About.HARM if draft.harm.value != "none" else About.ACT
    return About.OCCURRENCE


def is_gerund(s: Sentence, draft: Draft, scope: Scope) -> bool:
    """ "denied shelling the town": right after the voice, as a noun of action."""
    near = draft.cue.start - scope.told_from < NEAR
    own = not draft.cue.verbal and s.low(draft.cue.start) in s.words.disclaimed
    return near and (draft.cue.form == "ing" or own) and not _are_its_own(s, draft)


def _are_its_own(s: Sentence, draft: Draft) -> bool:
    """ "Admitted the killing of nine of its fighters": it tells of what it lost; not "admitted killing nine of its
    men", nor of its prisoners."""
    harmed = draft.harmed
    if harmed is None or draft.harm is not Harm.KILLED or s.low(draft.cue.end) not in s.words.of:
        return False
    near = range(harmed.start, min(harmed.end + 2, s.stop))
    whose = next((k for k in near if s.low(k) in s.words.its), None)
    return whose is not None and s.low(whose + 1) in s.words.any_forces | s.words.of_a_group


def _is_of_status(s: Sentence, scope: Scope) -> bool:
    """ "denied that the 12 people killed were civilians"."""
    lows = s.tokens.lows
    apart = next((k for k in range(scope.cue[1], s.stop) if lows[k] in s.words.was_apart), None)
    if apart is not None and any(
        s.low(k) in s.words.statuses and not s.kind(k - 1) & PREP for k in range(apart, s.stop)
    ):
        return True
    return any(
        lows[k] in s.words.was and lows[k + 1 : k + 2] and lows[k + 1] in s.words.statuses
        for k in range(scope.cue[1], s.stop - 1)
    )


def _of_negation(s: Sentence, draft: Draft) -> About:
    start = draft.group.start if draft.group is not None else draft.cue.start
    if any(low in s.words.intent for low in s.tokens.lows[start : draft.cue.end]):
        return About.INTENT
    return About.OCCURRENCE


def reach(draft: Draft, taken: Stance, s: Sentence, *, timed: bool) -> Reach:
    """ "Never", the present tense and no date, number or place: a denial in general."""
    if taken is not Stance.DENIES or timed:
        return Reach.THIS_EVENT
    group = draft.group
    if draft.counted or group is None:
        return Reach.THIS_EVENT
    words = s.tokens.lows[group.start : draft.cue.end]
    if any(name.kind == "place" for name in s.names) and (draft.cue.form == "ing" or not group.present):
        return Reach.THIS_EVENT
    return (
        Reach.GENERAL
        if not s.words.never.isdisjoint(words)
        or group.present
        or (draft.cue.form == "ing" and group.infinitive is False)
        else Reach.THIS_EVENT
    )

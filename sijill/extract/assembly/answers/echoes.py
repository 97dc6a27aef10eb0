""" "X suggested the same", "X denied the accusation", "Y blamed X": words whose content is what was said before; and
acts that are told only by being answered ("acknowledged the strike on the town"); and numbers that a voice puts
against the one told before, and nothing else ("the army said four").
"""

from collections.abc import Iterator
from dataclasses import replace

from sijill.extract.assembly.leaning import ATTACKS
from sijill.extract.assembly.memory import Telling, words_part
from sijill.extract.assembly.scope import WITHHELD, Scope
from sijill.extract.assembly.times.speaking import names_act_told_of
from sijill.extract.lexicon import Speech
from sijill.extract.predicates.beside import inside
from sijill.extract.predicates.context import HURT
from sijill.extract.predicates.counting import harmed
from sijill.extract.predicates.draft import Draft
from sijill.extract.read_by import voice_parts
from sijill.extract.syntax.classes import DET
from sijill.extract.syntax.kinds import is_agent, is_people
from sijill.extract.syntax.parts import Cue, Phrase, SpeechCue
from sijill.extract.syntax.sentence import Sentence
from sijill.language.days import of_a_day
from sijill.language.tokens import OPENING
from sijill.model.claim import About, Act, Claim, Harm, Modality, Reach, Reading, Stance, identified
from sijill.model.party import Actor, Role
from sijill.model.source import Speaker
from sijill.model.toll import Extent

SURE = 0.6
FEW = 6
"""Tokens from "the reports were" to "untrue"."""
STOPS = frozenset({".", ",", ";", ""})
OF_SPEECH = Speech("say", Stance.ASSERTS, "")
OF_ARMIES = frozenset({Act.AIRSTRIKE, Act.SHELLING})
"""Who acknowledges one of these owns to it; "acknowledged the bombing" may be said of anybody's."""
LAST_TOLD = 6
"""Claims before a sentence, in which stands the number that a bare one answers."""
LATER = 200
"""Code points from those harmed to a denial that comes no longer right after them."""
TOLL = "toll"
"""Note of verbs that put a toll at a number (speech.csv)."""


def echoes(t: Telling, drafts: list[Draft]) -> Iterator[tuple[Claim, Reading]]:
    """A claim with the content of an earlier one, in the voice of this sentence."""
    for cue in t.s.speech:
        scope = next((scope for scope in t.said if scope.cue == (cue.start, cue.end)), None)
        phrase = _content(t, cue, scope)
        if scope is not None and (disowned := _disowned(t, scope, drafts)) is not None:
            yield disowned
        if scope is not None and (answer := _denied_it(t, cue, scope)) is not None:
            yield answer
            continue
        if phrase is None or (scope is not None and _denies_saying_so(t, scope)):
            continue
        for told in _each_telling(scope):
            model = _model(t, cue, phrase, told, drafts)
            if model is not None:
                yield from (echo(t, each, cue, phrase, told) for each in _each_told(t, phrase, model))


def _denies_saying_so(t: Telling, scope: Scope) -> bool:
    """ "Denied reports that it had claimed the killing": denied is that it was said."""
    held = (other for other in t.said if other.note == WITHHELD and scope.cue[1] <= other.cue[0] < scope.stop)
    return scope.stance is Stance.DENIES and next(held, None) is not None


def _each_telling(scope: Scope | None) -> list[Scope | None]:
    """One for each of those who accuse each other."""
    return [scope.told_by(voices) for voices in scope.tellings] if scope is not None and scope.mutual else [scope]


def of_the_act_told_before(t: Telling, draft: Draft, claim: Claim, reading: Reading) -> tuple[Claim, Reading]:
    """ "X staged the attack", "it seems that X committed such an attack": X harmed those told of before, if the
    sentence names no other place or day and no other act was told of between.
    """
    model = last_harm(t.memory.claims)
    if model is None or not _names_it(t, draft, claim, model):
        return claim, reading
    when = next(each for each in t.memory.readings if each.claim == model.id)
    parts = (*reading.parts, *(replace(part, carried=True) for part in when.parts if part.field in ("when", "scene")))
    act = model.act if claim.act is Act.OTHER else claim.act
    again = identified(replace(claim, act=act, harm=model.harm, when=model.when, where=model.where))
    rules = tuple(dict.fromkeys(part.rule for part in parts))
    return again, replace(reading, claim=again.id, parts=parts, rules=rules)


def _names_it(t: Telling, draft: Draft, claim: Claim, model: Claim) -> bool:
    s = t.s
    phrase = s.at(draft.act_words[0]) if draft.act_words is not None and draft.rule == "act" else None
    if phrase is None or claim.harm is not Harm.NONE or s.low(phrase.start) not in s.words.definite | s.words.this:
        return False
    if s.low(phrase.head) not in s.words.told_again or claim.act not in (Act.OTHER, model.act):
        return False
    aim = s.at(phrase.end + 1) if s.low(phrase.end) in s.words.on_against else None
    if aim is not None and is_agent(aim) and inside(s, phrase) is not None:  # "the Graustarkian strikes against X"
        return False
    if s.low(s.grammar.verb_before(s, phrase) - 1) in s.words.to:  # "is unable to mount such an attack"
        return False
    real = claim.stance is Stance.ASSERTS and claim.modality is Modality.ACTUAL and model.stance is Stance.ASSERTS
    own = any(not doer.carried for doer in draft.doers) and not _is_anothers(draft, phrase, model)
    elsewhere = any(spot.named for spot in t.spots) or any(of_a_day(time[2]) for time in t.times())
    return real and own and not elsewhere and not was_followed(t, model)


def _is_anothers(draft: Draft, phrase: Phrase, model: Claim) -> bool:
    """ "The Ostmark raids", after one that was laid to the Guard."""
    inside = [doer.name for doer in draft.doers if phrase.start <= doer.start and doer.end <= phrase.end]
    told = {word for actor in model.actors for word in actor.name.lower().split()}
    return bool(told and inside) and told.isdisjoint(word for name in inside for word in name.lower().split())


def was_followed(t: Telling, model: Claim) -> bool:
    """Was another act told of after those who were harmed?"""
    at = next(k for k, each in enumerate(t.memory.claims) if each.id == model.id)
    later = (each for each in t.memory.claims[at + 1 :] if each.stance is Stance.ASSERTS and each.actors)
    return any(each.harm is Harm.NONE and each.act is not Act.TERRITORIAL_CONTROL for each in later)


def _content(t: Telling, cue: SpeechCue, scope: Scope | None) -> Phrase | None:
    """The phrase right after the verb; right after who speaks, where a language has the speaker there."""
    first = cue.end + 1 if t.s.low(cue.end) in OPENING else cue.end
    phrase = t.s.at(first)
    if scope is not None and scope.mutual:
        return words_at(cue.end, scope.start)
    voices = {voice.start for voice in scope.voices} if scope is not None else set()
    if phrase is not None and phrase.start in voices:
        return next(iter(t.s.grammar.objects(t.s, cue.end)), None)
    return phrase if phrase is not None and phrase.start == first else None


def _model(t: Telling, cue: SpeechCue, phrase: Phrase, scope: Scope | None, drafts: list[Draft]) -> Claim | None:
    """The earlier claim as it stands when it is repeated, denied, doubted, or laid to somebody."""
    head = t.s.low(phrase.head)
    told = (draft for draft in drafts if draft.act is not Act.TERRITORIAL_CONTROL)
    content = any(cue.end < draft.cue.start < _next_voice(t, cue) for draft in told)
    if head in t.s.words.same and t.memory.spoken:
        return t.memory.spoken[0]
    denied = cue.row.stance is not Stance.ASSERTS or _are_called_false(t, phrase.end)
    if denied and head in t.s.words.accusation and not content:
        own = head in t.s.words.own_responsibility or t.s.low(phrase.end) in t.s.words.pronouns
        own = own or (t.s.low(phrase.end) in t.s.words.that and t.s.low(phrase.end + 1) in t.s.words.pronouns)
        return None if not own and _is_of_another_act(t, cue, drafts) else _answered(t, cue, scope, own=own)
    if scope is not None and scope.accused and scope.voices and not content and not _of_something_else(t, scope):
        last = last_harm(t.memory.claims)
        actors = tuple(Actor(name=doer.name, role=doer.role) for doer in scope.accused)
        return None if last is None else replace(last, actors=actors, stance=Stance.ASSERTS, about=None)
    return None


def _each_told(t: Telling, phrase: Phrase, model: Claim) -> list[Claim]:
    """ "Blamed the attacks on X": the last one, and those told right before or after it of the same act elsewhere; of
    those that killed nobody the act alone.
    """
    if t.s.low(phrase.start) not in t.s.words.definite or t.s.low(phrase.head) not in t.s.words.attacks:
        return [model]
    found = {model.where.text: model}
    for claim in reversed(t.memory.claims[-LAST_TOLD:]):
        if claim.act is not model.act or claim.modality is not Modality.ACTUAL:
            break
        if claim.harm in HURT and claim.where.text not in found:
            harm = claim.harm if claim.harm is Harm.KILLED else Harm.NONE
            found[claim.where.text] = replace(claim, actors=model.actors, stance=model.stance, about=None, harm=harm)
    return list(found.values())


def _are_called_false(t: Telling, k: int) -> bool:
    """ "Said the allegations were fabricated", "described the reports as wholly untrue"."""
    after = t.s.tokens.lows[k + 1 : min(t.s.stop, k + FEW)]
    said = t.s.low(k) in t.s.words.was | t.s.words.is_ | t.s.words.as_ and t.s.words.not_.isdisjoint(after)
    return said and not t.s.words.false.isdisjoint(after)


def _of_something_else(t: Telling, scope: Scope) -> bool:
    """ "accused the army of avoiding battle": not of what was told before."""
    s, after = t.s, scope.start if scope.mutual else scope.accused[-1].end
    does = s.low(after + 1).endswith(tuple(s.words.gerund_endings)) and s.low(after + 1) not in s.words.told_again
    what = s.at(after + 1)
    named = s.low(after + 1) in s.words.it or (what is not None and not does)
    return (s.low(after) in s.words.accused_of and not named) or (s.low(after) in s.words.for_ and _is_any(t, what))


def _is_any(t: Telling, what: Phrase | None) -> bool:
    """ "Blamed each other for attacks in the past": none that was told of; "for an attack" may be the one before."""
    told = what is not None and what.cue is not None and what.cue.row.frame == "act"
    plain = told and what is not None and t.s.kind(what.start) & DET == 0 and t.s.low(what.head).endswith("s")
    return bool(plain) and what is not None and not names_act_told_of(t.s, (what.start, what.end), t.s.times)


def _denied_it(t: Telling, cue: SpeechCue, scope: Scope) -> tuple[Claim, Reading] | None:
    """ "X denied it.": the last act or harm that was told of."""
    s = t.s
    if cue.row.stance is not Stance.DENIES or s.low(cue.end) not in s.words.it or s.low(cue.end + 1) not in STOPS:
        return None
    told = (c for c in reversed(t.memory.claims) if c.act is not Act.TERRITORIAL_CONTROL and c.stance is Stance.ASSERTS)
    model = next((c for c in told if c.modality is Modality.ACTUAL), None)
    if model is None or not scope.voices:
        return None
    topic = About.RESPONSIBILITY if model.actors else About.OCCURRENCE
    denied = replace(model, stance=Stance.DENIES, about=topic, reach=Reach.THIS_EVENT)
    return echo(t, denied, cue, words_at(cue.end, cue.end + 1), scope)


def words_at(start: int, end: int) -> Phrase:
    """Tokens [start, end) as a phrase, for their words alone."""
    return Phrase(start, end, end - 1, None, (), None, False, None, False, False)


def _disowned(t: Telling, scope: Scope, drafts: list[Draft]) -> tuple[Claim, Reading] | None:
    """ "X said its forces were not involved": X denies the last harm."""
    words = " ".join(t.s.tokens.lows[scope.start : scope.stop])
    told = any(scope.start <= draft.cue.start < scope.stop for draft in drafts)
    others = any(each.accused and scope.start <= each.cue[0] < scope.stop for each in t.said)
    last = None if others else last_harm(t.memory.claims)
    if told or last is None or not scope.voices or not any(" ".join(said) in words for said in t.s.sayings.disowns):
        return None
    actors = (Actor(name=scope.voices[-1].name, role=Role.DIRECT),)
    model = replace(last, actors=actors, stance=Stance.DENIES, about=About.RESPONSIBILITY, reach=Reach.THIS_EVENT)
    end = min(scope.stop, scope.start + 12)
    return echo(t, model, SpeechCue(scope.cue[0], scope.cue[1], OF_SPEECH, "past"), words_at(scope.start, end), scope)


def _next_voice(t: Telling, cue: SpeechCue) -> int:
    following = [other.start for other in t.s.speech if other.start > cue.start]
    return min([*following, t.s.stop])


def _answered(t: Telling, cue: SpeechCue, scope: Scope | None, *, own: bool) -> Claim | None:
    """A denial of "the accusation" answers the last claim that names an actor; one of "responsibility" is the
    speaker's.
    """
    here = t.s.tokens.starts[cue.start]
    before = [c for c in t.memory.claims if c.span[0] < here]
    named = next((c for c in reversed(before) if c.actors and c.harm is not Harm.NONE), None)
    model = last_harm(t.memory.claims) if own else named or last_harm(before)
    if model is None:
        return None
    speaker = scope.voices[-1].name if scope is not None and scope.voices else None
    actors = (Actor(name=speaker, role=Role.DIRECT),) if own and speaker is not None else model.actors
    return replace(
        model,
        actors=actors,
        stance=cue.row.stance if cue.row.stance is not Stance.ASSERTS else Stance.DENIES,
        about=About.RESPONSIBILITY,
        reach=Reach.THIS_EVENT,
        modality=Modality.ACTUAL,
    )


def _is_of_another_act(t: Telling, cue: SpeechCue, drafts: list[Draft]) -> bool:
    """ "The army, which spoke of gas attacks, rejected the claims", sentences after a bomb that is laid to nobody: what
    is denied is what the sentence tells."""
    start = t.s.tokens.starts[t.s.start]
    before = [claim for claim in t.memory.claims if claim.span[0] < start]
    last = last_harm(before)
    here = {draft.act for draft in drafts if draft.cue.start < cue.start} & ATTACKS
    if last is None or not here or start - last.span[1] <= LATER:
        return False
    accused = any(claim.actors and claim.harm is not Harm.NONE for claim in before)
    told = {claim.act for claim in before} & ATTACKS
    return not accused and bool(told) and told.isdisjoint(here)


def last_harm(claims: list[Claim]) -> Claim | None:
    """The last harm to people told of as done; of those killed and those hurt by one deed the killing."""
    real = [claim for claim in claims if claim.harm in HURT and claim.modality is Modality.ACTUAL]
    last = real[-1] if real else None
    if last is None or last.harm is Harm.KILLED:
        return last
    killed = next((claim for claim in reversed(real) if claim.harm is Harm.KILLED), None)
    return last if killed is None or _are_two_deeds(killed, last) else killed


def _are_two_deeds(one: Claim, other: Claim) -> bool:
    told = ((claim.act, claim.where.text, claim.when.text) for claim in (one, other))
    return len(set(told)) > 1


def echo(t: Telling, model: Claim, cue: SpeechCue, phrase: Phrase, scope: Scope | None) -> tuple[Claim, Reading]:
    """The model as this sentence tells it: in its words and voices, with no number of its own."""
    s = t.s
    voices = scope.voices if scope is not None else ()
    near = [voice.start for voice in voices if cue.start - 20 < voice.start < cue.start]
    lo, hi = min([cue.start, *near]), phrase.end
    claim = identified(
        replace(
            model,
            document=t.memory.document,
            span=(s.tokens.starts[lo], s.tokens.ends[hi - 1]),
            quote=s.text(lo, hi),
            speakers=tuple(Speaker(name=voice.name, kind=voice.kind) for voice in voices),
            toll=None,
            confidence=SURE,
        )
    )
    reading = next((r for r in t.memory.readings if r.claim == model.id), None)
    fields = ("when", "scene") if model.stance is Stance.ASSERTS else ("when",)  # a denial tells of no day
    dated = (part for part in (reading.parts if reading else ()) if part.field in fields)
    parts = tuple(replace(part, carried=True) for part in dated)
    said = words_part(s, (cue.start, cue.end), field="stance", rule=f"speech:{cue.row.lemma}")
    act = words_part(s, (phrase.start, phrase.end), field="act", rule="echo")
    parts = (act, *parts, said, *voice_parts(s, voices))
    return claim, Reading(claim=claim.id, rules=tuple(dict.fromkeys(part.rule for part in parts)), parts=parts)


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


def counters(s: Sentence, said: list[Scope], drafts: list[Draft], told: list[Claim]) -> Iterator[Draft]:
    """A draft for each bare number of a voice, of the harm and act of the last number told: nobody is its actor.

    told   the claims of the sentences before
    """
    for scope in said:
        phrase = _number_of(s, scope)
        if phrase is None or any(_holds(draft, scope, phrase) for draft in drafts):
            continue
        kind = _number_before(drafts, told, phrase.start)
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


def _number_before(drafts: list[Draft], told: list[Claim], at: int) -> tuple[Act, Harm] | None:
    """Act and harm of the last whole number before the token `at`."""
    here = [d for d in drafts if d.counted and d.rule != "part" and d.harm in HURT and d.cue.start < at]
    if here:
        return here[-1].act, here[-1].harm
    whole = (c for c in reversed(told[-LAST_TOLD:]) if c.toll is not None and c.toll.extent is Extent.WHOLE)
    last = next((claim for claim in whole if claim.harm in HURT), None)
    return None if last is None else (last.act, last.harm)

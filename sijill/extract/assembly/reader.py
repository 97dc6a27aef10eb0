"""A document sentence by sentence: what each says, in whose voice, with what earlier sentences left open."""

from dataclasses import replace

from sijill.extract.assembly.answers.echoes import answered, counters, echoes, of_the_act_told_before
from sijill.extract.assembly.answers.laid import laid
from sijill.extract.assembly.attribution import scopes
from sijill.extract.assembly.fields import (
    actors_of,
    as_of_parts,
    follows,
    given_before,
    scene_of,
    victims_of,
    when_of,
    where_of,
)
from sijill.extract.assembly.leaning import done_here, lean
from sijill.extract.assembly.memory import Memory, Telling, remember, words_part
from sijill.extract.assembly.quoting import quoted
from sijill.extract.assembly.scenes.between import with_between
from sijill.extract.assembly.scenes.bodies import by_its_name, forget_bodies, keep_bodies
from sijill.extract.assembly.scenes.campaigns import keep_campaign
from sijill.extract.assembly.scenes.capitals import remember_capital, stay_in_the_capital
from sijill.extract.assembly.scenes.countries import remember_country
from sijill.extract.assembly.scenes.lists import with_lists
from sijill.extract.assembly.scenes.manner import told_how
from sijill.extract.assembly.scenes.named_later import place_what_led_to
from sijill.extract.assembly.scenes.quarters import remember_kinds
from sijill.extract.assembly.scenes.sites import site_parts
from sijill.extract.assembly.scenes.taken import remember_ground
from sijill.extract.assembly.scenes.talks import without_talks
from sijill.extract.assembly.scenes.wholes import made_up
from sijill.extract.assembly.scope import WITHHELD, Scope, around
from sijill.extract.assembly.stances import drop_open, is_known_anyway, modality, reach, stance
from sijill.extract.assembly.times.chronicle import remember_year
from sijill.extract.assembly.times.reported import news_part
from sijill.extract.assembly.times.rounds import keep_round
from sijill.extract.assembly.times.speaking import times_told
from sijill.extract.assembly.voices import Voice, chained
from sijill.extract.predicates.draft import Draft
from sijill.extract.predicates.drafts import read_drafts
from sijill.extract.read_by import means_parts, stance_parts, voice_parts
from sijill.extract.syntax.circumstances import called, means_in
from sijill.extract.syntax.headings import is_of_other_reports
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Claim, ClaimId, Directness, Part, Reading, Stance, identified
from sijill.model.source import Speaker

EXTRACTOR = "sijill-rules@1"
LONGEST_LEAD = 14
"""Tokens from a word of denial to what it denies, for both to be quoted."""


def read(s: Sentence, memory: Memory, *, number: int) -> None:
    """Add to `memory` what a sentence says. Cost: linear in its words."""
    remember_year(memory, s, number)
    forget_bodies(s, memory)
    drafts = read_drafts(s, memory.heard) if s.speaks and not is_of_other_reports(s) else []
    said = scopes(s, memory.voice, memory.quoted) if drafts or s.speech or s.has(s.words.responsible) else []
    drafts += answered(s, said, drafts)
    drafts += list(counters(s, said, drafts, memory.claims))
    whole = made_up(s, memory.claims, drafts)
    spots = with_lists(s, with_between(s, without_talks(s, s.grammar.places(s))))
    t = Telling(s, number, spots, said, times_told(s, said), memory, whole=whole)
    spoken: list[Claim] = []
    for draft in drafts:
        if any(scope.note == WITHHELD for scope in around(said, draft.cue.start)):
            continue
        heard = [] if draft.own_voice else around(said, draft.cue.start)
        by_its_name(t, draft)
        drop_open(s, draft)
        lean(t, draft, first := chained(scope.tellings[0] for scope in heard))
        claim, reading = of_the_act_told_before(t, draft, *_claim(t, draft, heard, first))
        memory.add(claim, reading)
        t.made[id(draft)] = claim
        if is_known_anyway(s, draft, claim):
            memory.add(*_by_nobody(claim, reading))
        for voices in _others(heard, first):
            twin, reading = of_the_act_told_before(t, draft, *_claim(t, draft, heard, voices))
            twin = _of_its_own_whole(t, twin)
            memory.add(twin, replace(reading, claim=twin.id))
            t.twins.append((claim.id, twin))
        if claim.speakers:
            spoken.append(claim)
    for claim, reading in (*echoes(t, drafts), *laid(t, drafts), *told_how(t, drafts)):
        memory.add(claim, reading)
        spoken.append(claim)
    place_what_led_to(t, drafts)
    remember_capital(memory, s)
    remember_country(memory, t.spots)
    remember_kinds(t)
    remember_ground(t, drafts)
    remember(t, drafts)
    stay_in_the_capital(t)
    keep_round(t)
    keep_campaign(t, drafts)
    keep_bodies(s, memory, number)
    memory.done = done_here(t, drafts) or memory.done
    memory.spoken = spoken or memory.spoken


def _claim(t: Telling, draft: Draft, heard: list[Scope], voices: tuple[Voice, ...]) -> tuple[Claim, Reading]:
    s = t.s
    heard = [scope.told_by(voices) for scope in heard]
    taken, topic = stance(s, draft, heard)
    giving = given_before(s, draft)
    when, timed, when_parts = when_of(t, draft, giving)
    scene = [] if when_parts else scene_of(t, draft)
    when_parts = when_parts or [*scene, *news_part(t, draft, next(iter(scene), None))]
    where, where_parts = where_of(t, draft, voices)
    actors, actor_parts = actors_of(t, draft, heard, taken, topic=topic)
    victims, toll, victim_parts = victims_of(t, draft, when_parts[0].value if when.text else None)
    lo, hi = quoted(s, draft)
    if heard and taken is not Stance.ASSERTS and 0 < lo - heard[-1].cue[0] < LONGEST_LEAD:
        lo = heard[-1].cue[0]
    means = means_in(s, lo, hi, [(doer.start, doer.end) for doer in draft.doers])
    called_so, called_parts = _called(t, draft, lo, hi)
    rule = f"{draft.rule}:{draft.cue.row.lemma}"
    act_part = words_part(s, draft.act_words or (draft.cue.start, draft.cue.end), field="act", rule=rule)
    parts = [act_part, *when_parts, *where_parts, *actor_parts, *victim_parts, *called_parts, *voice_parts(s, voices)]
    parts += [
        *as_of_parts(t, draft, giving),
        *site_parts(t, draft, next(iter(where_parts), None)),
        *_target_parts(t, draft),
        *means_parts(s, means),
        *stance_parts(s, draft, heard),
    ]
    claim = identified(
        Claim(
            id=ClaimId(""),
            document=t.memory.document,
            span=(s.tokens.starts[lo], s.tokens.ends[hi - 1]),
            quote=s.text(lo, hi),
            speakers=tuple(Speaker(name=voice.name, kind=voice.kind) for voice in voices),
            stance=taken,
            act=draft.act,
            harm=draft.harm,
            directness=Directness.INDIRECT if draft.indirect else Directness.DIRECT,
            about=topic,
            reach=reach(draft, taken, s, timed=timed),
            actors=actors,
            victims=victims,
            toll=toll,
            when=when,
            where=where,
            means=s.text(*means) if means else None,
            said_to_be=called_so,
            modality=modality(s, draft),
            extractor=EXTRACTOR,
            confidence=_confidence(draft, parts),
        )
    )
    rules = tuple(dict.fromkeys(part.rule for part in parts))
    return claim, Reading(claim=claim.id, rules=rules, parts=tuple(parts), follows=follows(t, draft))


def _called(t: Telling, draft: Draft, lo: int, hi: int) -> tuple[tuple[str, ...], list[Part]]:
    """What the speaker calls it; of an act, to the end of what is said of it."""
    following = [cue.start for cue in t.s.cues if cue.start >= hi]
    stop = min([t.s.stop, *following]) if draft.cue.row.frame == "act" else hi
    found = called(t.s, max(t.s.start, lo - 2), stop)
    parts = [words_part(t.s, (start, end), field="said_to_be", rule=f"called:{rule}") for start, end, rule in found]
    return tuple(dict.fromkeys(rule for _, _, rule in found)), parts


def _target_parts(t: Telling, draft: Draft) -> list[Part]:
    """The things that were hit, each with what hangs on it by "of"."""
    spans = [(phrase.start, t.s.grammar.after_complements(t.s, phrase)) for phrase in draft.struck]
    return [words_part(t.s, span, field="target", rule="target") for span in spans]


def _others(heard: list[Scope], first: tuple[Voice, ...]) -> list[tuple[Voice, ...]]:
    """The chains beside the first one where several speak together: each of them says it, none through the other."""
    joint = next((scope for scope in heard if scope.together > 1), None)
    if joint is None:
        return []
    found = (chained(_telling(scope, voice) for scope in heard) for voice in joint.voices[-joint.together :])
    return [voices for voices in found if voices != first]


def _telling(scope: Scope, voice: Voice) -> tuple[Voice, ...]:
    """The chain of this voice, where it is one of those who speak together in the scope."""
    return next((chain for chain in scope.tellings if chain and chain[-1].name == voice.name), scope.tellings[0])


def _by_nobody(claim: Claim, reading: Reading) -> tuple[Claim, Reading]:
    """The harm of a claim as the report tells it itself, laid to nobody."""
    told = identified(replace(claim, stance=Stance.ASSERTS, about=None, speakers=(), actors=()))
    parts = tuple(part for part in reading.parts if part.field not in ("actor", "speaker", "stance"))
    return told, replace(reading, claim=told.id, parts=parts, rules=tuple(dict.fromkeys(part.rule for part in parts)))


def _of_its_own_whole(t: Telling, twin: Claim) -> Claim:
    """A part is one of the number that the same voice tells."""
    whole = twin.toll.subset_of if twin.toll is not None else None
    own = next((other.id for of, other in t.twins if of == whole and other.speakers == twin.speakers), None)
    if twin.toll is None or own is None:
        return twin
    return identified(replace(twin, toll=replace(twin.toll, subset_of=own)))


def _confidence(draft: Draft, parts: list[Part]) -> float:
    """0..1: what was carried over from elsewhere is less sure than what stands in the sentence."""
    carried = sum(1 for part in parts if part.carried)
    return round(max(0.3, 0.9 - 0.1 * carried - (0.2 if draft.rule in ("act", "noun") else 0.0)), 2)

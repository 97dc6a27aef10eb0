"""Who harmed fighters of whom only this is told, in a report of one force's operations in many places."""

from sijill.extract.assembly.memory import Campaign, Telling, is_told
from sijill.extract.assembly.scenes.harmed import AWAY, is_armed
from sijill.extract.assembly.voices import Voice
from sijill.extract.predicates.context import HURT
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Draft
from sijill.extract.read_by import doer_rule
from sijill.extract.syntax.parts import PARTY as NAMED
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import SAYS_NOT_HOW, Act, Stance
from sijill.model.party import Actor, Role
from sijill.model.source import SpeakerKind

FEW = 3
"""Sentences back to the last that told of something the force did, with no other violence told between."""
PARTY = "party:"
"""How the rule of an actor begins that names a known party."""
OF_THE_NEWS = frozenset({SpeakerKind.MEDIA, SpeakerKind.ANONYMOUS, SpeakerKind.OFFICIAL})
"""Voices of such a report; a party or a monitor may tell of what others did."""


def keep_campaign(t: Telling, drafts: list[Draft]) -> None:
    """Begin with the sentence that tells of the round; end where somebody else is told to have done something."""
    memory = t.memory
    if memory.round is not None and memory.round.sentence == t.number:
        memory.campaign = _begun(t.s, memory.round.text, t.number)
    campaign = memory.campaign
    if campaign is None:
        return
    for draft in drafts:
        claim, did = t.made.get(id(draft)), _own_doers(draft)
        if claim is None or claim.act is Act.ARMED_CLASH or not did or not is_told(claim):
            continue
        if not all(_is_of(t, doer, campaign) for doer in did):
            memory.campaign = None
            return
        named = tuple(Actor(name=doer.name, role=doer.role) for doer in did if not _is_another(t.s, doer))
        campaign.actors, campaign.sentence = named or campaign.actors, t.number
        if claim.harm in HURT and is_armed(t.s, draft):
            campaign.whom.add(_head(t.s, draft))
    if campaign.sentence != t.number and (_acts(t.s, t.s.start) or _may_be_of_others(t.s, campaign)):
        campaign.sentence = t.number - FEW - 1


def _may_be_of_others(s: Sentence, campaign: Campaign) -> bool:
    """ "The Guard stood at the gates": another party named, and not the force; "a feud split the gunmen"."""
    others = (name for name in s.names if name.kind == NAMED and f"{PARTY}{name.key}" not in campaign.parties)
    named = any(s.start <= name.start < s.stop for name in others)
    lows = s.tokens.lows[s.start : s.stop]
    return not s.words.among_themselves.isdisjoint(lows) or (named and campaign.words.isdisjoint(lows))


def _own_doers(draft: Draft) -> list[Doer]:
    return [doer for doer in draft.doers if doer.role is Role.DIRECT and not doer.carried]


def _begun(s: Sentence, forces: str, number: int) -> Campaign | None:
    """Of one party at most, and of one that is not called as any may be."""
    k = next((k for k in range(s.start, s.stop) if s.low(k) in s.words.habitual & s.words.sets_out), s.stop)
    parties = frozenset(f"{PARTY}{name.key}" for name in s.names if name.kind == NAMED and s.start <= name.start < k)
    words = frozenset(forces.split()) - s.words.any_forces
    said = frozenset(s.tokens.lows[s.start : s.stop])
    return Campaign(parties, words, said, number) if len(parties) <= 1 and (parties or words) else None


def _is_of(t: Telling, doer: Doer, campaign: Campaign) -> bool:
    """By its name, by a word of its own and no other nationality, or as "another unit"."""
    s, lows = t.s, doer.name.lower().split()
    rule = doer_rule(s, doer)
    if rule.startswith(PARTY):
        return rule in campaign.parties
    if any((low,) in s.lexicon.nationalities and low not in campaign.said for low in lows):
        return False
    return _is_another(s, doer) or not campaign.words.isdisjoint(lows)


def _is_another(s: Sentence, doer: Doer) -> bool:
    """ "Another unit", "other units"."""
    first, _, rest = doer.name.lower().partition(" ")
    return first in s.words.counts_on and s.words.any_forces.issuperset(rest.split())


def _head(s: Sentence, draft: Draft) -> str:
    phrase = s.at(draft.harmed.start) if draft.harmed is not None else None
    return s.low(phrase.head) if phrase is not None else ""


def _acts(s: Sentence, first: int) -> bool:
    """Is something told, from token `first` on, in which people may have come to harm?"""
    return any(cue.start >= first and cue.row.act not in SAYS_NOT_HOW | {Act.DESTRUCTION} for cue in s.cues)


def by_the_force(t: Telling, draft: Draft, voices: tuple[Voice, ...]) -> tuple[Actor, ...]:
    """ "Nine gunmen were killed in Kessa": by the force that killed gunmen in the sentences before, where the report
    tells of its operations alone, and nothing is said but where.
    """
    campaign, s = t.memory.campaign, t.s
    if campaign is None or draft.doers or draft.act not in SAYS_NOT_HOW or draft.harm not in HURT:
        return ()
    near = t.number - campaign.sentence <= FEW and all(voice.kind in OF_THE_NEWS for voice in voices)
    plain = draft.group is not None and draft.group.passive and not draft.negated and draft.group.modal is None
    same = is_armed(s, draft) and _head(s, draft) in campaign.whom and not _are_its_own(s, draft, campaign)
    return campaign.actors if near and plain and same and not t.times() and _says_only_where(t, draft) else ()


def _are_its_own(s: Sentence, draft: Draft, campaign: Campaign) -> bool:
    """ "Army gunmen", "allied gunmen", "pro-army gunmen"; "gunmen of the Guard", who may fight beside it."""
    whom = s.at(draft.harmed.start) if draft.harmed is not None else None
    if whom is not None and s.low(whom.head + 1) in s.words.of_from:
        return True
    span = range(draft.harmed.start, draft.harmed.end) if draft.harmed is not None else range(0)
    named = {f"{PARTY}{name.key}" for name in s.names if name.kind == NAMED and name.start in span}
    lows = s.tokens.lows[span.start : span.stop]
    beside = any(low.startswith("pro-") or low in s.words.on_its_side for low in lows)
    return beside or not campaign.parties.isdisjoint(named) or not campaign.words.isdisjoint(lows)


def _says_only_where(t: Telling, draft: Draft) -> bool:
    """No other act, no "by", "as" or "in a crash": places alone, and who says so."""
    s, harmed = t.s, draft.harmed
    if harmed is None or draft.act_words not in (None, (draft.cue.start, draft.cue.end)):
        return False
    if any(spot.country for spot in t.spots) or any(scope.stance is not Stance.ASSERTS for scope in t.said):
        return False
    first = s.grammar.clause_start(s, harmed.start)
    if _acts(s, first):
        return False
    said = {k for scope in t.said for k in range(*scope.cue)}
    said |= {k for scope in t.said for voice in scope.voices for k in range(voice.start, voice.end)}
    there = {k for spot in t.spots for k in range(spot.start - 1, spot.end)} | said | {*range(harmed.start, harmed.end)}
    return all(k in there or not s.kind(k) & AWAY or _is_a_place(s, k) for k in range(first, s.stop))


def _is_a_place(s: Sentence, k: int) -> bool:
    """ "On the road", "in the village": behind the word at k; "the road between Kessa and Tarn": before it."""
    phrase = s.at(k - 1) if s.low(k) in s.words.between else s.at(k) or s.at(k + 1)
    kinds = s.words.place_words | s.words.ground
    return phrase is not None and (phrase.place is not None or s.low(phrase.head) in kinds)

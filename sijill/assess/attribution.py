"""Who is said to have done it, and by whom; who denies, who accepts, who is interested. The same for every party."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from types import MappingProxyType

from sijill.assess.testimony import Testimony, independent
from sijill.language.fighting import OF_KIND
from sijill.language.folding import fold
from sijill.model.claim import Act, Claim, Harm, Modality, Reach, Stance
from sijill.model.document import DocumentId
from sijill.model.finding import Attribution, Denial
from sijill.model.party import Actor, Party, PartyId, Role

NO_ACCUSATION = frozenset({Act.AID_DELIVERY})
NEAREST_THE_ACT = {Role.DIRECT: 0, Role.JOINT: 1, Role.COMMAND: 2, Role.SUPPORT: 3, Role.COLLECTIVE: 4}
NO_PARTIES: Mapping[PartyId, Party] = MappingProxyType({})
MEANS = frozenset(
    fold(word)
    for word in (
        "aircraft planes plane jets jet fighter warplanes warplane helicopters helicopter gunships gunship drones drone"
        " bombers bomber suicide tanks tank artillery guns mortars mortar rockets rocket missiles missile shells shell"
        " snipers sniper car bomb bombs"
        " طائرات طائرة حربية مسيرة مروحيات مروحية مدفعية دبابات دبابة قذائف صواريخ قناص قناصة انتحاري"
    ).split()
)
"""Words of weapons, and of those who are one."""
OPEN = frozenset({Act.KILLING, Act.OTHER})
"""They leave open how it was done."""
ARTICLES = frozenset("the a an one two three four several some many dozens of suspected".split())
Voice = tuple[str, ...]
IS_ACCUSED = frozenset({Modality.ACTUAL, Modality.HABITUAL})


def attribution(
    testimonies: Sequence[Testimony],
    beside: Sequence[Testimony] = (),
    parties: Mapping[PartyId, Party] = NO_PARTIES,
) -> tuple[Attribution, ...]:
    """One row for each party and role, the most independently accused first.

    beside    general claims: their denials are listed with reach `general` and change no count
    parties   who is whose ally: two allies that lost fighters in one fight are one side of it
    """
    accusers: dict[tuple[str, Role], list[Testimony]] = defaultdict(list)
    accepted: dict[str, list[Testimony]] = defaultdict(list)
    shown: dict[str, PartyId | str] = {}
    harmful = {each.claim.act for each in testimonies if each.claim.harm is not Harm.NONE}
    heard = [each for each in testimonies if not _lost_its_own(each.claim, parties)]
    named = _who_harmed(heard)
    for each in heard:
        if _is_beside(each.claim, harmful, named):
            continue
        for actor in each.claim.actors:
            if _is_a_means(actor):
                continue
            key = _key(actor)
            shown.setdefault(key, actor.party or actor.name)
            if _admits(each, actor):
                accepted[key].append(each)
            elif _accuses(each.claim):
                accusers[(key, actor.role)].append(each)
    for described in _descriptions(accusers, shown, parties):
        del accusers[described]
    denials = _denials([*testimonies, *beside], shown)
    rows = dict.fromkeys(
        [*accusers, *((key, Role.DIRECT) for key in [*accepted, *denials] if not _has_row(key, accusers))]
    )
    table = [
        _row(shown[key], role, accusers[(key, role)], denials=denials[key], accepted=accepted[key])
        for key, role in rows
    ]
    return tuple(
        sorted(
            table,
            key=lambda row: (-row.independent_accusers, -len(row.accused_by), NEAREST_THE_ACT[row.role], row.party),
        )
    )


def _row(
    party: PartyId | str,
    role: Role,
    accusers: Sequence[Testimony],
    *,
    denials: Sequence[Testimony],
    accepted: Sequence[Testimony],
) -> Attribution:
    return Attribution(
        party=party,
        role=role,
        accused_by=tuple(each.claim.id for each in accusers),
        independent_accusers=independent(accusers),
        denied_by=tuple(
            Denial(claim=each.claim.id, about=each.claim.about, reach=each.claim.reach) for each in denials
        ),
        accepted_by=tuple(each.claim.id for each in accepted),
        interested=tuple(each.claim.id for each in accusers if each.interested),
    )


def _descriptions(
    accusers: Mapping[tuple[str, Role], Sequence[Testimony]],
    shown: Mapping[str, PartyId | str],
    parties: Mapping[PartyId, Party],
) -> list[tuple[str, Role]]:
    """Rows of "the extremist group", "gunmen", "rebels", beside the one armed group that the same report names in the
    same role: no party of their own. Of "soldiers", "government troops" so, beside the one state. Not where it has
    allies of its kind, whose they may be, nor as one of two sides, of which the other is named.
    """
    named: dict[tuple[str, Role], dict[str, set[DocumentId]]] = defaultdict(dict)
    for (key, role), told in accusers.items():
        if key in parties:
            named[parties[PartyId(key)].kind, role][key] = {each.claim.document for each in told}
    return [
        (key, role)
        for (key, role), told in accusers.items()
        if key not in parties
        and any(_is_of(shown[key], kind) and _are_told(named[kind, role], told, role, parties) for kind in OF_KIND)
    ]


def _is_of(name: str, kind: str) -> bool:
    words = _words(name)
    return bool(words) and words <= OF_KIND[kind]


def _are_told(
    named: Mapping[str, AbstractSet[DocumentId]],
    described: Sequence[Testimony],
    role: Role,
    parties: Mapping[PartyId, Party],
) -> bool:
    """Is the one party named that did it, or both that fought, wherever somebody is only described?"""
    if not all(any(each.claim.document in where for where in named.values()) for each in described):
        return False
    if role is Role.JOINT:
        return len(named) > 1
    return len(named) == 1 and not any(_has_allies_of_its_kind(PartyId(key), parties) for key in named)


def _has_allies_of_its_kind(party: PartyId, parties: Mapping[PartyId, Party]) -> bool:
    own = parties[party]
    return any(parties[ally].kind == own.kind for ally in own.allies if ally in parties)


def _words(name: str) -> set[str]:
    return {word for word in fold(name).split() if word not in ARTICLES and not word.isdigit()}


def _who_harmed(testimonies: Sequence[Testimony]) -> Mapping[tuple[DocumentId, Voice], frozenset[Act]]:
    """The acts of harm to people whose doers a report names, by the voice that does."""
    found: dict[tuple[DocumentId, Voice], set[Act]] = defaultdict(set)
    for each in testimonies:
        claim = each.claim
        if claim.harm is not Harm.NONE and _accuses(claim) and not all(_is_a_means(actor) for actor in claim.actors):
            found[claim.document, _voice(claim)].add(claim.act)
    return {told: frozenset(acts) for told, acts in found.items()}


def _voice(claim: Claim) -> Voice:
    return tuple(speaker.party or fold(speaker.name) for speaker in claim.speakers)


def _is_beside(
    claim: Claim, harmful: AbstractSet[Act], named: Mapping[tuple[DocumentId, Voice], AbstractSet[Act]]
) -> bool:
    """ "X backed by Y's air strikes", "the army destroyed the car", where people were harmed by other acts, or where
    the same voice of the same report names who harmed them: told beside the harm, and no word on who did it.
    """
    if claim.harm is not Harm.NONE or claim.stance is not Stance.ASSERTS:
        return False
    said_how = {_kind(act) for act in harmful if act not in OPEN}
    if claim.act not in OPEN and bool(said_how) and _kind(claim.act) not in said_how:
        return True
    own = named.get((claim.document, _voice(claim)))
    fought = claim.act is Act.ARMED_CLASH and own is not None and Act.ARMED_CLASH in own
    return own is not None and not fought


def _lost_its_own(claim: Claim, parties: Mapping[PartyId, Party]) -> bool:
    """ "The battle cost the lives of 30 soldiers and 12 of their allies": both on one side, and nobody named who harmed
    them.
    """
    sides = [actor.party for actor in claim.actors if actor.role is Role.JOINT and actor.party is not None]
    whom = claim.victims.text if claim.victims is not None else ""
    if len(sides) < 2 or len(sides) < len(claim.actors) or not any(actor.name in whom for actor in claim.actors):
        return False
    return all(_are_allies(one, other, parties) for one, other in combinations(sides, 2))


def _are_allies(one: PartyId, other: PartyId, parties: Mapping[PartyId, Party]) -> bool:
    left, right = parties.get(one), parties.get(other)
    if left is None or right is None:
        return False
    return bool({one, *left.allies} & {other, *right.allies})


def _kind(act: Act) -> Act:
    """Air strikes, shelling and bombing are told one for another."""
    return Act.BOMBING if act in (Act.AIRSTRIKE, Act.SHELLING) else act


def _is_a_means(actor: Actor) -> bool:
    """ "Warplanes", "a suicide bomber" without more: with what it was done, and nobody who did it."""
    words = _words(actor.name)
    return actor.party is None and bool(words) and words <= MEANS


def _key(actor: Actor) -> str:
    """The party, else the words without articles, numbers and the mark of several: "a terrorist", "two terrorists"."""
    words = [word for word in fold(actor.name).split() if word not in ARTICLES and not word.isdigit()]
    return actor.party or " ".join(words).removesuffix("s") or fold(actor.name)


def _accuses(claim: Claim) -> bool:
    return claim.stance is Stance.ASSERTS and claim.modality in IS_ACCUSED and claim.act not in NO_ACCUSATION


def _admits(each: Testimony, actor: Actor) -> bool:
    """Responsibility accepted in words, or the act told of itself by the party, heard through nobody else."""
    if each.claim.stance is Stance.ACCEPTS_RESPONSIBILITY:
        return True
    own = each.claim.speakers[-1].party if len(each.claim.speakers) == 1 else None
    return own is not None and own == actor.party and _accuses(each.claim) and each.claim.reach is Reach.THIS_EVENT


def _denials(testimonies: Iterable[Testimony], shown: dict[str, PartyId | str]) -> dict[str, list[Testimony]]:
    """By the party whose conduct is denied: the one named, else the speaker's own."""
    found: dict[str, list[Testimony]] = defaultdict(list)
    for each in testimonies:
        if each.claim.stance is not Stance.DENIES:
            continue
        named = [_key(actor) for actor in each.claim.actors] or sorted(each.speaks_for)
        for key in named:
            if key in shown or each.claim.reach is Reach.THIS_EVENT:
                shown.setdefault(key, next((a.party or a.name for a in each.claim.actors if _key(a) == key), key))
                found[key].append(each)
    return found


def _has_row(key: str, accusers: dict[tuple[str, Role], list[Testimony]]) -> bool:
    return any((key, role) in accusers for role in Role)

"""Who is said to have done it, and by whom; who denies, who accepts, who is interested. The same for every party."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from types import MappingProxyType

from sijill.assess.parties.described import (
    ARTICLES,
    Voice,
    is_of,
    listed_words,
    named_more_closely,
    voice_of,
    words_of,
    words_of_countries,
)
from sijill.assess.parties.followers import followers
from sijill.assess.parties.fought import fought
from sijill.assess.positions import speaker_of
from sijill.assess.testimony import Testimony, independent
from sijill.language.fighting import OF_KIND, POLICE, TIED
from sijill.language.folding import fold, keys
from sijill.model.claim import SAYS_NOT_HOW, Act, Claim, Harm, Modality, Reach, Stance
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
LOOSE = frozenset({Role.JOINT, Role.COLLECTIVE})
"""A side of a fight, one of the allies: what exactly it did is not said."""
GROUPED = keys(
    "armed group groups organisation organisations organization organizations members member elements fighters fighter"
    " عناصر تنظيم التنظيم"
)
"""Beside another word for them they say no more of who they were: "terrorist groups", "rebel fighters"."""
AFFILIATES = frozenset(fold(word) for word in "affiliate offshoot branch wing".split())
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
    involved = _parties_of(testimonies)
    for key, role in named_more_closely(_by_role(accusers, accepted), parties, involved, owned=accepted.keys()):
        _take_out(key, role, accusers, accepted)
    told = _by_role(accusers, accepted)
    for key, role in _descriptions(told, shown, parties, involved, owned=accepted.keys()):
        _take_out(key, role, accusers, accepted)
    _join_descriptions(accusers, shown, parties)
    for row, group in followers(accusers, shown, parties).items():
        accusers[group] += accusers.pop(row)
    _join_roles(accusers)
    for party, told_by in fought(heard, parties, {key for key, _ in accusers}).items():
        shown.setdefault(party, PartyId(party))
        accusers[party, Role.JOINT] += told_by
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


def _take_out(
    key: str, role: Role, accusers: dict[tuple[str, Role], list[Testimony]], accepted: dict[str, list[Testimony]]
) -> None:
    accusers.pop((key, role), None)
    if role is Role.DIRECT:
        accepted.pop(key, None)


def _by_role(
    accusers: Mapping[tuple[str, Role], Sequence[Testimony]], accepted: Mapping[str, Sequence[Testimony]]
) -> dict[tuple[str, Role], list[Testimony]]:
    """Whoever accuses or admits; who admits an act owns to having done it."""
    told = {row: [*each] for row, each in accusers.items()}
    for key, own in accepted.items():
        told.setdefault((key, Role.DIRECT), []).extend(own)
    return told


def _parties_of(testimonies: Iterable[Testimony]) -> frozenset[PartyId]:
    return frozenset(actor.party for each in testimonies for actor in each.claim.actors if actor.party is not None)


def _join_descriptions(
    accusers: dict[tuple[str, Role], list[Testimony]],
    shown: Mapping[str, PartyId | str],
    parties: Mapping[PartyId, Party],
) -> None:
    """ "Militants", "the terrorists" of the same reports, none of them named, are one row: the one told most often."""
    countries = words_of_countries(parties)
    described = [
        (row, kind)
        for row in accusers
        for kind in OF_KIND
        if row[0] not in parties and is_of(shown[row[0]], kind, countries)
    ]
    most = sorted(described, key=lambda each: -len(accusers[each[0]]))
    for at, (one, kind) in enumerate(most):
        for other, its_kind in most[:at]:
            if other in accusers and one[1] is other[1] and kind == its_kind and _are_one(accusers, shown, one, other):
                accusers[other] += accusers.pop(one)
                break


def _are_one(
    accusers: Mapping[tuple[str, Role], Sequence[Testimony]],
    shown: Mapping[str, PartyId | str],
    one: tuple[str, Role],
    other: tuple[str, Role],
) -> bool:
    """All reports that tell of the one tell of the other, by the same voices or in the same words ("militants",
    "radical militants"). Not the two that one claim sets against each other or names together, nor the police and the
    army.
    """
    mine, theirs = accusers[one], accusers[other]
    words, others = ({word.removesuffix("s") for word in words_of(shown[key])} for key in (one[0], other[0]))
    of_both = {each.claim.id for each in mine} & {each.claim.id for each in theirs}
    if of_both or bool(words & POLICE) is not bool(others & POLICE):
        return False
    if words <= others or others <= words:
        return set(map(_document, mine)) <= set(map(_document, theirs))
    return {(_document(each), voice_of(each.claim)) for each in mine} <= {
        (_document(each), voice_of(each.claim)) for each in theirs
    }


def _join_roles(accusers: dict[tuple[str, Role], list[Testimony]]) -> None:
    """A party told as a side of a fight, and as who did it, stands once: as who did it. Where more independent voices
    tell of no more than its part both stand: they do not say that it did it.
    """
    for key, role in sorted(accusers, key=lambda row: NEAREST_THE_ACT[row[1]]):
        nearest = min((r for k, r in accusers if k == key), key=NEAREST_THE_ACT.__getitem__)
        if role not in LOOSE or role is nearest or nearest not in LOOSE | {Role.DIRECT}:
            continue
        if independent(accusers[key, nearest]) >= independent(accusers[key, role]):
            del accusers[key, role]
        elif nearest is not Role.DIRECT:
            own = {each.claim.id for each in accusers[key, role]}
            accusers[key, role] += [each for each in accusers.pop((key, nearest)) if each.claim.id not in own]


def _descriptions(
    accusers: Mapping[tuple[str, Role], Sequence[Testimony]],
    shown: Mapping[str, PartyId | str],
    parties: Mapping[PartyId, Party],
    involved: AbstractSet[PartyId],
    *,
    owned: AbstractSet[str],
) -> list[tuple[str, Role]]:
    """Rows of "the extremist group", "gunmen", "rebels", beside the one armed group that the same report names in the
    same role: no party of their own. Of "soldiers", "government troops" so, beside the one state. Not where allies of
    its kind are named, whose they may be, nor as one of two sides, of which the other is named; nor who owns to the
    act (`owned`) beside one that is only accused of it, nor where only they themselves name the other. "X-linked
    gunmen" so only beside X.
    """
    named: dict[tuple[str, Role], dict[str, set[str]]] = defaultdict(dict)
    for (key, role), told in accusers.items():
        if key in parties:
            named[parties[PartyId(key)].kind, role][key] = {*map(_document, told), *(each.origin for each in told)}
    countries = words_of_countries(parties)
    found = []
    for key, role, kind in ((*row, kind) for row in accusers for kind in OF_KIND if row[0] not in parties):
        told = accusers[key, role]
        beside = _in_the_same_reports(named[kind, role], told)
        described = is_of(_untied(shown[key], beside, parties), kind, countries)
        owns = role is Role.DIRECT and key in owned and not owned >= beside.keys()
        by_name = [each for one in beside for each in accusers[one, role]]
        against = any(_in_the_same_reports(each, told) for (of, _), each in named.items() if of != kind)
        if not described or owns or not _are_told(beside, told, role, against=against):
            continue
        if _only_they_name(by_name, shown[key], kind):
            continue
        if role is Role.JOINT or not _may_be_an_ally(accusers, (min(beside), role), parties, involved):
            found.append((key, role))
    return found


def _only_they_name(named: Iterable[Testimony], described: str, kind: str) -> bool:
    """ "The army did it." "X did it, an army spokesman said.": whoever is described lays it to another."""
    words = words_of(described) & OF_KIND[kind]
    return all(any(words & words_of(speaker.name) for speaker in each.claim.speakers) for each in named)


def _in_the_same_reports(named: Mapping[str, set[str]], told: Iterable[Testimony]) -> dict[str, set[str]]:
    """Of those who are named, whom the reports or the voices name that tell of somebody else."""
    where = {each for one in told for each in (one.claim.document, one.origin)}
    return {key: places for key, places in named.items() if places & where}


def _document(each: Testimony) -> str:
    return each.claim.document


def _untied(name: str, named: Iterable[str], parties: Mapping[PartyId, Party]) -> str:
    """Without "X-linked" where all that are named are called X, or an affiliate of X: then it says no more of who they
    were."""
    tied = TIED.match(name)
    to = " ".join(word for word in fold(tied[1]).split() if word not in ARTICLES) if tied else ""
    known = [
        {fold(each).removeprefix("the ") for each in (party.name, *party.aliases)}
        for party in map(parties.__getitem__, map(PartyId, named))
    ]
    return name[tied.end() :] if tied and all(any(_is_tied(each, to) for each in names) for names in known) else name


def _is_tied(name: str, to: str) -> bool:
    """X, or "X's offshoot"."""
    return name == to or (name.startswith(to) and not AFFILIATES.isdisjoint(name.split()))


def _are_told(
    named: Mapping[str, AbstractSet[str]], described: Sequence[Testimony], role: Role, *, against: bool
) -> bool:
    """Is the one party named that did it, or both that fought, wherever somebody is only described: by the same report,
    or by the same voice in another? against: one of another kind is named beside them, whom they may have fought."""
    if not all(any(where & {each.claim.document, each.origin} for where in named.values()) for each in described):
        return False
    return len(named) > 1 or (against and len(named) == 1) if role is Role.JOINT else len(named) == 1


def _may_be_an_ally(
    accusers: Mapping[tuple[str, Role], Sequence[Testimony]],
    named: tuple[str, Role],
    parties: Mapping[PartyId, Party],
    involved: AbstractSet[PartyId],
) -> bool:
    """Whether an ally of its kind is named too. Soldiers may be those of an ally also where nobody names him, unless
    the words for the one that is named are of such forces themselves ("Ruritanian troops", not "Ruritanian jets")."""
    own = parties[PartyId(named[0])]
    allies = {ally for ally in own.allies if ally in parties and parties[ally].kind == own.kind}
    said = {actor.name for each in accusers[named] for actor in each.claim.actors if actor.party == own.id}
    by_forces = any(words_of(name) & OF_KIND["state"] for name in said)
    return bool(allies & involved) or (bool(allies) and own.kind == "state" and not by_forces)


def _who_harmed(testimonies: Sequence[Testimony]) -> Mapping[tuple[DocumentId, Voice], frozenset[Act]]:
    """The acts of harm to people whose doers a report names, by the voice that does."""
    found: dict[tuple[DocumentId, Voice], set[Act]] = defaultdict(set)
    for each in testimonies:
        claim = each.claim
        if claim.harm is not Harm.NONE and _accuses(claim) and not all(_is_a_means(actor) for actor in claim.actors):
            found[claim.document, voice_of(claim)].add(claim.act)
    return {told: frozenset(acts) for told, acts in found.items()}


def _is_beside(
    claim: Claim, harmful: AbstractSet[Act], named: Mapping[tuple[DocumentId, Voice], AbstractSet[Act]]
) -> bool:
    """ "X backed by Y's air strikes", "the army destroyed the car", where people were harmed by other acts, or where
    the same voice of the same report names who harmed them: told beside the harm, and no word on who did it.
    """
    if claim.harm is not Harm.NONE or claim.stance is not Stance.ASSERTS:
        return False
    said_how = {_kind(act) for act in harmful if act not in SAYS_NOT_HOW}
    if claim.act not in SAYS_NOT_HOW and bool(said_how) and _kind(claim.act) not in said_how:
        return True
    own = named.get((claim.document, voice_of(claim)))
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
    words = words_of(actor.name)
    return actor.party is None and bool(words) and words <= MEANS


def _key(actor: Actor) -> str:
    """The party, else the words without articles, numbers and the mark of several: "a terrorist", "two terrorists",
    "a terrorist group"."""
    words = listed_words(actor.name)
    if any(is_of(actor.name, kind) for kind in OF_KIND):
        words = [word for word in words if word not in GROUPED] or words
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
        own = speaker_of(each)
        named = [_key(actor) for actor in each.claim.actors] or ([] if own is None else [own])
        for key in named:
            if key in shown or each.claim.reach is Reach.THIS_EVENT:
                shown.setdefault(key, next((a.party or a.name for a in each.claim.actors if _key(a) == key), key))
                found[key].append(each)
    return found


def _has_row(key: str, accusers: dict[tuple[str, Role], list[Testimony]]) -> bool:
    return any((key, role) in accusers for role in Role)

"""Whose those were who were harmed, by the words for them: "40 Column fighters" are of the Column."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import takewhile

from sijill.assess.figure import Figure
from sijill.assess.numbers.sides import SIDES
from sijill.assess.parties.described import GROUP, is_of
from sijill.assess.testimony import Testimony
from sijill.language.fighting import OF_KIND
from sijill.language.folding import fold, keys, without_possessive
from sijill.model.claim import Claim, ClaimId, Status
from sijill.model.document import DocumentId
from sijill.model.party import Actor, Party, PartyId, Role

DESCRIBE = OF_KIND["armed_group"] | OF_KIND["state"]
SEVERAL = frozenset(word for word in DESCRIBE if word.isascii() and word.endswith("s"))
"""Two of them in a row are of two sorts, where a headline leaves the comma out: "rebels jihadists"."""
FORCES = tuple(fold(word) for word in "forces army troops military".split())
SOLDIERS = keys("soldiers soldier troops troop conscripts officers officer")
"""One of the forces of a state by any of these: "Tarvish soldiers" as "Tarvish troops"."""
FOR_OTHERS = keys("affiliated linked backed supported led inspired allied aligned held controlled affiliate loyal")
"""Behind a name: those of somebody else, who has to do with it."""
OF_PLACE = keys("in near at inside outside around across east west north south في قرب داخل خارج شرق غرب شمال جنوب")
HOW_FEW = re.compile(r"\bat (?:least|most)\b", re.IGNORECASE)
GOES_ON = re.compile(r" (?:and|or) (?:of|from) | or |/", re.IGNORECASE)
OF = keys("of from من")
MEMBERS = keys(
    "members commanders leaders fighters elements others قادة قياديين عناصر مقاتلين مسلحين قادتها عناصرها مقاتليها"
)
"""After "and" still those of one name: "12 Column commanders and members"."""
THEIRS = (
    MEMBERS
    | SOLDIERS
    | OF
    | DESCRIBE
    | keys(
        "a an one its his their those killed were and also more lost so called member commander leader element"
        " senior top local elite paramilitary movement militia militias militiamen shia shiite sunni"
        " مقاتل مقاتلا مقاتلون مسلح مسلحا مسلحون عنصر عنصرا قيادي قياديا قائد قائدا جندي جنديا جنود ضابط ضابطا ضباط"
    )
)
"""All that may stand beside a name where those who fell were its fighters: by any other word ("former", "rogue",
"enemy", "or") they may not have been."""


def fallen_of(testimonies: Iterable[Testimony], parties: Mapping[PartyId, Party]) -> Mapping[ClaimId, str]:
    """By claim the one party (its id, or the name as said) that its words for the victims name as theirs."""
    told: dict[DocumentId, list[Claim]] = {}
    for each in testimonies:
        told.setdefault(each.claim.document, []).append(each.claim)
    listed, found = _of_tables(tuple(parties.values())), {}
    for claims in told.values():
        names = {**listed, **_as_said(actor for claim in claims for actor in claim.actors)}
        whose = {claim.id: _whose(_uncounted(claim), names) for claim in claims}
        sides = _fought_among_themselves(claims, parties)
        described = {party for name, party in names.items() if DESCRIBE.issuperset(name.split())}
        if sides and not _are_of_the_other(described, sides, sides.intersection(whose.values()), parties):
            names = {name: "" if DESCRIBE.issuperset(name.split()) else party for name, party in names.items()}
            whose = {claim.id: _whose(_uncounted(claim), names) for claim in claims}
        found.update(whose)
    return {claim: party for claim, party in found.items() if party is not None}


def of_party(found: Sequence[Figure], fallen: Mapping[ClaimId, str]) -> dict[str, list[Figure]]:
    """The numbers that count the fighters of one party, who are not those who did it."""
    theirs: dict[str, list[Figure]] = {}
    for each in found:
        whose = {fallen.get(claim) for claim in each.claims}
        own = whose.pop() if len(whose) == 1 else None
        fought = each.status is Status.COMBATANT or (each.status is Status.UNKNOWN and each.side in SIDES)
        if own is not None and fought and own not in each.by and not each.people:
            theirs.setdefault(own, []).append(each)
    return theirs


@lru_cache(maxsize=8)
def _of_tables(parties: tuple[Party, ...]) -> Mapping[str, str]:
    """Each name of a party, folded; "" for one that several bear."""
    found: dict[str, str] = {}
    for party in parties:
        for name in {fold(name).removeprefix("the ") for name in (party.name, *party.aliases)} - {""}:
            found[name] = "" if name in found else str(party.id)
    return found


def _as_said(actors: Iterable[Actor]) -> dict[str, str]:
    """Names of those whom a report says to have done something: the party, or the name where no table has it. Not the
    mere adjective of a country, by which its air strikes are its own and its rebels are not; nor "the jihadists", who
    may be others where they fell."""
    found = {}
    for actor in actors:
        name = fold(without_possessive(actor.name)).removeprefix("the ")
        named = not actor.name.removeprefix("The ").removeprefix("the ").islower()
        described = DESCRIBE.issuperset(name.split())
        if not described and ((named and " " in name) or (actor.party is not None and not named)):
            found[name] = str(actor.party or actor.name)
    return found


def _fought_among_themselves(claims: Iterable[Claim], parties: Mapping[PartyId, Party]) -> frozenset[str]:
    """Groups that fought each other, where all that did are named: "rebels" may be of any."""
    groups = [[actor for actor in claim.actors if _is_a_side(actor, parties)] for claim in claims]
    named = [[actor for actor in each if not is_of(actor.name, GROUP)] for each in groups]
    if any(each and len(each) < len(told) for each, told in zip(named, groups, strict=True)):
        return frozenset()
    sides = [{str(actor.party) for actor in each} for each in named]
    return frozenset(party for each in sides if len(each) > 1 for party in each)


def _are_of_the_other(
    described: AbstractSet[str], sides: AbstractSet[str], counted: AbstractSet[str], parties: Mapping[PartyId, Party]
) -> bool:
    """Whether "rebels" fell on one side of two only: the fallen of the other are counted by its name, and it is no ally
    of whom "rebels" stands for."""
    if len(sides) != 2 or len(counted) != 1:
        return False
    own = {*counted, *(ally for one in counted for ally in parties[PartyId(one)].allies)}
    allies = {ally for one in described if one in parties for ally in parties[PartyId(one)].allies}
    return own.isdisjoint(described) and counted.isdisjoint(allies)


def _is_a_side(actor: Actor, parties: Mapping[PartyId, Party]) -> bool:
    party = parties.get(actor.party) if actor.party is not None else None
    return actor.role is Role.JOINT and party is not None and party.kind == GROUP


def _uncounted(claim: Claim) -> str:
    """The words for those who were harmed, without their number; none where it goes on ("and of a band")."""
    said = claim.victims.text if claim.victims is not None else ""
    if not said or GOES_ON.match(claim.quote.partition(said)[2]):
        return ""
    number = claim.toll.text if claim.toll is not None else said
    return said if number == said else said.replace(number, "", 1)


def _whose(said: str, names: Mapping[str, str]) -> str | None:
    """ "Rebel fighters of the Column" are of the one that is named, "Column-backed fighters" are not the Column's."""
    words = [word for word in fold(HOW_FEW.sub("", without_possessive(said))).split() if word != "the"]
    found: dict[str, str] = {}
    at = 0
    while at < len(words) and words[at] not in OF_PLACE:
        length, party = _longest(words[at:], names)
        behind = words[at + length] if at + length < len(words) else ""
        if length and behind not in FOR_OTHERS:
            found[" ".join(words[at : at + length])] = party
        elif not length and (_joins_others(words, at) or not _is_theirs(words[at], names)):
            return None
        if length and {words[at + length - 1], behind} <= SEVERAL:
            return None
        at += length + (behind in FOR_OTHERS) if length else 1
    named = {party for name, party in found.items() if not DESCRIBE.issuperset(name.split())}
    whose = named or set(found.values())
    return (whose.pop() or None) if len(whose) == 1 else None


def _longest(words: Sequence[str], names: Mapping[str, str]) -> tuple[int, str]:
    """How many words the longest name takes with which these begin, and whose it is."""
    for length in range(min(len(words), 10), 0, -1):
        key = " ".join(words[:length])
        if key in names:
            return length, names[key]
        if length == 2 and words[1] in SOLDIERS:
            alike = {names[each] for each in (f"{words[0]} {force}" for force in FORCES) if each in names}
            if len(alike) == 1:
                return length, alike.pop()
    return 0, ""


def _joins_others(words: Sequence[str], at: int) -> bool:
    """ "Column fighters and soldiers", "soldiers and members of the Column", not "Column commanders and members"."""
    if words[at] != "and" and not (words[at].startswith("و") and len(words[at]) > 3):
        return False
    joined = {word.removeprefix("و") for word in takewhile(lambda word: word not in OF, words[at:]) if word != "and"}
    return not joined or not joined <= MEMBERS or not SOLDIERS.isdisjoint(words[:at])


def _is_theirs(word: str, names: Mapping[str, str]) -> bool:
    """Whether a word beside a name leaves those who fell its fighters: "armed", "Varran" where there is a Varran army.
    An Arabic one may begin with "and" or the article."""
    bare = word.removeprefix("و").removeprefix("ال")
    return bool({word, bare} & THEIRS) or any(f"{word} {force}" in names for force in FORCES)

"""A party of which a report speaks in words for any group alone ("rebels"), beside one of them that it names."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from sijill.assess.testimony import Testimony
from sijill.language.fighting import OF_KIND
from sijill.language.folding import fold
from sijill.model.claim import Claim
from sijill.model.party import Party, PartyId, Role

GROUP = "armed_group"
TOLD_OF = {Role.DIRECT: 1, Role.JOINT: 2}
"""How many are named where nobody is left whom the general words could mean: who did it; the two that fought."""
FORCES = frozenset(fold(word) for word in "forces army troops military government".split())
ARTICLES = frozenset("the a an one two three four several some many dozens of suspected".split())
REBELS = frozenset(fold(word) for word in "rebels rebel insurgents insurgent opposition متمردون متمردين".split())
Row = tuple[str, Role]
Voice = tuple[str, ...]


def named_more_closely(
    told: Mapping[Row, Sequence[Testimony]],
    parties: Mapping[PartyId, Party],
    involved: AbstractSet[PartyId],
    *,
    owned: AbstractSet[str],
) -> list[Row]:
    """Rows of a party that is told of as "rebels" and no more, where the same report and voice name the one group that
    did it, or the two that fought: they are the rebels. Not where one claim names both, nor where an ally of the one
    that is named had a part too; nor who owns to the act (`owned`) beside one that is only accused of it.
    """
    countries = words_of_countries(parties)
    spoken = _names(told, parties)
    general = {key for key, names in spoken.items() if names and all(is_of(name, GROUP, countries) for name in names)}
    found = []
    for key, role in (row for row in told if row[0] in general):
        named = {k: told[k, r] for k, r in told if r is role and k not in general and _is_a_group(k, parties)}
        owns = role is Role.DIRECT and key in owned and not owned >= named.keys()
        enough = len(named) == TOLD_OF.get(role, 0)
        if enough and not owns and _are_they((key, role), told[key, role], named, parties, involved):
            found.append((key, role))
    return found


def is_of(name: str, kind: str, countries: AbstractSet[str] = frozenset()) -> bool:
    """Whether a name says no more than what kind of fighters they were; a country no more than where ("Ruritanian
    rebels")."""
    words = words_of(name) - (countries if kind == GROUP else frozenset())
    return bool(words) and words <= OF_KIND[kind]


def words_of(name: str) -> set[str]:
    """Those that say who it was: no articles, no numbers."""
    return {word for word in fold(name).split() if word not in ARTICLES and not word.isdigit()}


def words_of_countries(parties: Mapping[PartyId, Party]) -> frozenset[str]:
    """What a country is called in the names of its forces: "Ruritanian"."""
    return _words_of_countries(tuple(parties.values()))


@lru_cache(maxsize=8)
def _words_of_countries(parties: tuple[Party, ...]) -> frozenset[str]:
    names = (
        fold(name).removeprefix("the ").split()
        for party in parties
        if party.kind == "state"
        for name in (party.name, *party.aliases)
    )
    return frozenset(words[0] for words in names if len(words) == 2 and words[1] in FORCES) - OF_KIND["state"]


def _names(told: Mapping[Row, Sequence[Testimony]], parties: Mapping[PartyId, Party]) -> dict[str, set[str]]:
    """How each group of the tables is called."""
    found: dict[str, set[str]] = {}
    for key, _ in told:
        if _is_a_group(key, parties):
            found.setdefault(key, set())
    for each in (each for listed in told.values() for each in listed):
        for actor in each.claim.actors:
            if actor.party in found:
                found[actor.party].add(actor.name)
    return found


def _is_a_group(key: str, parties: Mapping[PartyId, Party]) -> bool:
    return key in parties and parties[PartyId(key)].kind == GROUP


def _are_they(
    row: Row,
    general: Sequence[Testimony],
    named: Mapping[str, Sequence[Testimony]],
    parties: Mapping[PartyId, Party],
    involved: AbstractSet[PartyId],
) -> bool:
    """Whether those who are named are those who are told of in general."""
    by_name = [each for listed in named.values() for each in listed]
    if not all(any(_tell_of_one(each, other, row[1]) for other in by_name) for each in general):
        return False
    if not {each.claim.id for each in general}.isdisjoint(each.claim.id for each in by_name):
        return False
    allies = {ally for one in named for ally in parties[PartyId(one)].allies} - {row[0], *named}
    return not any(_is_a_group(ally, parties) for ally in allies & involved)


def _tell_of_one(one: Testimony, other: Testimony, role: Role) -> bool:
    """One report, and no two voices that may disagree on who it was: of "Column insurgents" both say rebels."""
    mine, theirs = voice_of(one.claim), voice_of(other.claim)
    agree = role is Role.JOINT or not mine or not theirs or mine == theirs
    return one.claim.document == other.claim.document and (agree or _are_all_rebels(other.claim))


def _are_all_rebels(claim: Claim) -> bool:
    """ "Rebels from the Column and the Guard": each of several that are named may be told by his name alone."""
    names = [fold(actor.name).split() for actor in claim.actors]
    return bool(names) and not REBELS.isdisjoint(names[0]) and not REBELS.issuperset(names[0])


def voice_of(claim: Claim) -> Voice:
    """Who says so, through whom."""
    return tuple(speaker.party or fold(speaker.name) for speaker in claim.speakers)

"""A party of which a report speaks in words for any group alone ("rebels"), beside one of them that it names."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from sijill.assess.testimony import Testimony
from sijill.language.fighting import OF_KIND
from sijill.language.folding import fold
from sijill.model.claim import Claim
from sijill.model.party import Party, PartyId, Role
from sijill.model.source import Speaker, SpeakerKind

GROUP = "armed_group"
TOLD_OF = {Role.DIRECT: 1, Role.JOINT: 2}
"""How many are named where nobody is left whom the general words could mean: who did it; the two that fought."""
OF_A_BODY = frozenset({SpeakerKind.NGO, SpeakerKind.UN})
OF_NO_PARTY = OF_A_BODY | {SpeakerKind.LOCAL, SpeakerKind.EYEWITNESS}
"""An official, a paper or a voice that nobody knows may be the enemy's, or that of the rebels themselves."""
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
    did it, or the two that fought: they are the rebels. Only where the tables have the one that is named for its ally,
    or the report calls it so; not on the word of a party to the conflict other than the one that is named. Not where
    one claim names both, nor where an ally of the one that is named had a part too; nor who owns to the act (`owned`)
    beside one that is only accused of it. Where in doubt it stays: a party told twice is better than none accused.
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
    """Those that say who it was."""
    return set(listed_words(name))


def listed_words(name: str) -> list[str]:
    """No articles, and no numbers but one at the end, which is of a name: "Brigade 12"."""
    words = fold(name).split()
    last = len(words) - 1
    return [word for k, word in enumerate(words) if word not in ARTICLES and (k == last or not word.isdigit())]


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
    key, role = row
    infighting = role is Role.JOINT and all(_fought_each_other(each.claim, key) for each in general)
    if not infighting and not any(_is_tied(key, one, listed, parties) for one, listed in named.items()):
        return False
    if not all(any(_tell_of_one(each, other, role, named.keys()) for other in by_name) for each in general):
        return False
    if not {each.claim.id for each in general}.isdisjoint(each.claim.id for each in by_name):
        return False
    allies = {ally for one in named for ally in parties[PartyId(one)].allies} - {key, *named}
    return not any(_is_a_group(ally, parties) for ally in allies & involved)


def _is_tied(general: str, named: str, told: Iterable[Testimony], parties: Mapping[PartyId, Party]) -> bool:
    """Whether the tables have the two for allies, or whoever names the one calls it "rebels" too."""
    allied = named in parties[PartyId(general)].allies or general in parties[PartyId(named)].allies
    names = [actor.name for each in told for actor in each.claim.actors if actor.party == named]
    return allied or any(map(_says_rebels_of_whom, names)) or any(_are_all_rebels(each.claim) for each in told)


def _fought_each_other(claim: Claim, general: str) -> bool:
    """ "Rebels and opposition fighters": by these words both who fought were rebels."""
    return len(claim.actors) > 1 and all(
        actor.party == general or (actor.party is None and is_of(actor.name, GROUP)) for actor in claim.actors
    )


def _tell_of_one(one: Testimony, other: Testimony, role: Role, named: AbstractSet[str]) -> bool:
    """One report, and one voice; or two that both say rebels, of which the one says of whom: "Column insurgents". Of
    who fought any two that are of no party: the side of a fight is no accusation."""
    if one.claim.document != other.claim.document or not one.speaks_for | other.speaks_for <= named:
        return False
    if voice_of(one.claim) == voice_of(other.claim) and all(map(_is_known, one.claim.speakers)):
        return True
    speakers = (*one.claim.speakers, *other.claim.speakers)
    agree = role is Role.JOINT or _are_all_rebels(other.claim)
    return agree and all(each.party or each.kind in OF_NO_PARTY for each in speakers)


def _is_known(speaker: Speaker) -> bool:
    """Whether it is the same where it is heard again: "a witness" may be another witness."""
    words = speaker.name.split()
    named = fold(words[0]) == "the" or fold(words[0]) not in ARTICLES if words else False
    has_name = named and (words[0].isupper() or any(word[0].isupper() for word in words[1:]))
    return speaker.party is not None or speaker.source is not None or (speaker.kind in OF_A_BODY and has_name)


def _are_all_rebels(claim: Claim) -> bool:
    """ "Rebels from the Column and the Guard": each of several that are named may be told by his name alone."""
    return bool(claim.actors) and _says_rebels_of_whom(claim.actors[0].name)


def _says_rebels_of_whom(name: str) -> bool:
    """ "Column rebels", not "rebels" alone, nor "anti-rebel"."""
    words = {fold(word) for word in name.split()}
    return not REBELS.isdisjoint(words) and not REBELS.issuperset(words)


def voice_of(claim: Claim) -> Voice:
    """Who says so, through whom."""
    return tuple(speaker.party or fold(speaker.name) for speaker in claim.speakers)

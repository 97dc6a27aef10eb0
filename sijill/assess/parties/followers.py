"""Those who fight for a group and are told of by its name ("Hawk loyalists"), beside the group itself."""

from collections.abc import Mapping, Sequence

from sijill.assess.parties.described import GROUP, Row, listed_words
from sijill.assess.testimony import Testimony
from sijill.model.party import Party, PartyId

FOLLOWERS = frozenset(
    "fighters militants gunmen insurgents jihadists jihadis extremists terrorists militiamen loyalists members".split()
)


def followers(
    told: Mapping[Row, Sequence[Testimony]], shown: Mapping[str, PartyId | str], parties: Mapping[PartyId, Party]
) -> dict[Row, Row]:
    """Rows of those who follow another one, where each report that tells of them lays it to the group too: they are
    the group. Not where one claim tells of both."""
    found: dict[Row, Row] = {}
    for row in (row for row in told if row[0] not in parties):
        words = listed_words(shown[row[0]])
        if len(words) > 1 and words[-1] in FOLLOWERS:
            whose = " ".join(words[:-1])
            groups = (each for each in told if each[1] is row[1] and whose in _names(shown[each[0]], parties))
            group = next((each for each in groups if _tell_of_both(told[row], told[each])), None)
            found |= {row: group} if group is not None else {}
    return found


def _names(group: str, parties: Mapping[PartyId, Party]) -> set[str]:
    """What an armed group is called; of several, what one of them is: "the Hawks"."""
    party = parties.get(PartyId(group))
    if party is not None and party.kind != GROUP:
        return set()
    called = [group] if party is None else [party.name, *party.aliases]
    names = {" ".join(listed_words(name)) for name in called}
    return names | {name.removesuffix("s") for name in names}


def _tell_of_both(of_them: Sequence[Testimony], of_the_group: Sequence[Testimony]) -> bool:
    apart = {each.claim.id for each in of_them}.isdisjoint(each.claim.id for each in of_the_group)
    return apart and {each.claim.document for each in of_them} <= {each.claim.document for each in of_the_group}

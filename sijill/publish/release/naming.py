"""Who may be named: the dead, where a rule lets it. Never by the machine alone: children, and whoever was violated."""

from collections.abc import Iterable

from sijill.model.claim import Act, Claim, ClaimId
from sijill.model.document import DocumentId
from sijill.model.person import Fate, Person
from sijill.model.release.rules import Names
from sijill.publish.release.coarsen import OF_AGE


def may_be_named(
    person: Person, names: Names, *, claims: dict[ClaimId, Claim], public: Iterable[DocumentId], violated: set[str]
) -> bool:
    """May the name of this person leave?

    public     documents that anybody could have read: a name in one of them is public and can be cited
    violated   ids of persons and events of which sexual violence is told
    """
    if names is Names.NEVER or not is_dead(person) or is_minor(person):
        return False
    if {str(person.id), *map(str, person.events)} & violated:
        return False
    if names is Names.ALL:
        return True
    known = set(public)
    told = (claims[each.claim].document for each in person.fates if each.claim in claims)
    return any(each in known for each in (*told, *(row.document for row in person.records)))


def is_dead(person: Person) -> bool:
    """Is death the last that is told? Who is missing or held may be alive."""
    return bool(person.fates) and all(each.fate is Fate.DEAD for each in person.fates)


def is_minor(person: Person) -> bool:
    """May this person have been a child? An age that lies over both sides is taken for a child's."""
    return person.age is not None and person.age[0] < OF_AGE


def sexual(claims: Iterable[Claim]) -> set[str]:
    """Claims that tell of sexual violence."""
    return {str(each.id) for each in claims if each.act is Act.SEXUAL_VIOLENCE}

"""Who may be named: the dead, if a public document names them or somebody agreed who may.

Never by the machine alone: children, and whoever sexual violence is told of; only if whoever agreed was told so.
"""

from collections.abc import Collection, Iterable, Mapping

from sijill.language.folding import fold
from sijill.model.claim import Act, Claim, ClaimId
from sijill.model.decision import Reason
from sijill.model.document import DocumentId
from sijill.model.person import Fate, Person
from sijill.model.release import Profile
from sijill.model.release.consent import Although, Consent
from sijill.model.release.rules import Names
from sijill.publish.release.coarsen import OF_AGE

Allowed = tuple[Names, Profile]
"""Which names a profile lets out, and which profile it is."""
CHILDREN = frozenset(
    map(
        fold,
        "children child boys boy girls girl infants infant babies baby"
        " طفل طفلة أطفال طفلات فتاة فتيات فتى فتيان صبي صبية رضيع رضيعة".split(),
    )
)
"""Words, folded, by which somebody may be a child whose age nobody says."""


def kept_back(
    person: Person,
    rules: Allowed,
    *,
    claims: Mapping[ClaimId, Claim],
    public: Collection[DocumentId],
    violated: Collection[str],
    consent: Consent | None = None,
) -> Reason | None:
    """Why the name of a person stays in the house; None where it may leave.

    public     documents that anybody could have read: a name in one of them is public and can be cited
    violated   ids of persons and events of which sexual violence is told
    consent    the last word of whoever may give it; None: nobody was asked
    """
    names, profile = rules
    agreed = consent is not None and consent.covers(profile)
    although = consent.although if consent is not None and agreed else ()
    told = [claims[each.claim] for each in person.fates if each.claim is not None and each.claim in claims]
    if names is Names.NEVER:
        return Reason(code="no_names", values={})
    if not is_dead(person):
        return Reason(code="may_be_alive", values={})
    if consent is not None and not consent.given:
        return Reason(code="consent_taken_back", values={})
    if may_be_a_child(person, told) and Although.CHILD not in although:
        return Reason(code="may_be_a_child", values={})
    if {str(person.id), *map(str, person.events)} & set(violated) and Although.SEXUAL_VIOLENCE not in although:
        return Reason(code="sexual_violence_told", values={})
    documents = {*(each.document for each in told), *(row.document for row in person.records)}
    if agreed or names is Names.ALL or (names is Names.PUBLISHED_ELSEWHERE and documents & set(public)):
        return None
    return Reason(code="not_public_nor_agreed", values={})


def is_dead(person: Person) -> bool:
    """Is death the last that is told? Who is missing or held may be alive."""
    return bool(person.fates) and all(each.fate is Fate.DEAD for each in person.fates)


def may_be_a_child(person: Person, told: Iterable[Claim] = ()) -> bool:
    """By an age that reaches below 18, or because words say that children are among those they tell of.

    told   the claims that tell what became of the person
    """
    young = person.age is not None and person.age[0] < OF_AGE
    victims = [each.victims for each in told if each.victims is not None]
    words = (fold(word) for each in victims for word in (*each.groups, *each.text.split()))
    return young or any(word in CHILDREN for word in words)


def sexual(claims: Iterable[Claim]) -> set[str]:
    """Claims that tell of sexual violence."""
    return {str(each.id) for each in claims if each.act is Act.SEXUAL_VIOLENCE}

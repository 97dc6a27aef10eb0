"""What made a name public: the documents that print it, or the word of whoever may give it; no other spelling."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sijill.model.document import DocumentId
from sijill.model.person import Name, Person, RowRef
from sijill.model.release.consent import Consent
from sijill.model.release.rules import Names
from sijill.publish.release.naming import Allowed

Written = Mapping[RowRef, tuple[Name, ...]]
"""Names as each record of a person writes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """The names of a person that leave, and why they may.

    documents   public ones that print one of the names        agreed   whoever may give it gave their word
    """

    names: tuple[Name, ...]
    documents: tuple[DocumentId, ...] = ()
    agreed: bool = False


def cited(
    person: Person, allowed: Allowed, *, written: Written, public: Collection[DocumentId], consent: Consent | None
) -> Cited | None:
    """Of somebody who may be named; None where nothing public prints a name and nobody agreed."""
    names, profile = allowed
    printing = [row for row in person.records if row.document in public and written.get(row)]
    documents = tuple(dict.fromkeys(row.document for row in printing))
    if consent is not None and consent.covers(profile):
        return Cited(names=person.names, documents=documents, agreed=True)
    if names is Names.ALL:
        return Cited(names=person.names, documents=documents)
    said = {name.text for row in printing for name in written[row]}
    left = tuple(each for each in person.names if each.text in said)
    return Cited(names=left, documents=documents) if left and names is Names.PUBLISHED_ELSEWHERE else None

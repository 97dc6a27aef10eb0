"""Consent to a name as decisions of the ledger: on a person of the register, by whoever records it, with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.chain.register import Register
from sijill.errors import SijillError
from sijill.model.decision import Decision, DecisionId
from sijill.model.exchange import from_json, to_json
from sijill.model.person import Person, PersonId, RecordId
from sijill.model.release.consent import Consent
from sijill.store.ledger import Ledger

KIND = "consent"
PERSON, RECORD = "psn_", "rec_"


class NoSuchPerson(SijillError):
    """Consent for somebody whom the register does not hold, or for several at once."""

    def __init__(self, *, seen: str, found: int) -> None:
        super().__init__(
            f"{found or 'no'} persons have an id that begins with {seen[:40]!r}; `sijill show CASE persons` lists them"
        )
        self.seen, self.found = seen, found


def record_consent(
    ledger: Ledger, register: Register, which: str, consent: Consent, *, by: str, at: str, because: str, id_: str
) -> Person:
    """Append it; the person it is on. Raises NoSuchPerson, MissingReason, DecisionConflict.

    which   id of the person, or its beginning        by, at   the account, and UTC      id_   a fresh one
    """
    found = [each for each in register.persons if each.id.startswith(which)] if which else []
    if len(found) != 1:
        raise NoSuchPerson(seen=which, found=len(found))
    about = (str(found[0].id),)
    before = ledger.settled(KIND).get(about)
    decision = Decision(
        id=DecisionId(id_), kind=KIND, about=about, value=to_json(consent), by=by, at=at, because=because
    )
    ledger.decide(decision, seen=before.id if before is not None else None)
    return found[0]


def consents_of(decisions: Sequence[Decision], person_of: Mapping[RecordId, Person]) -> dict[PersonId, Consent]:
    """The last word on each person. Of records that became one person since, whoever takes it back wins.

    decisions   in their order        person_of   the person that a record is judged to be
    """
    last = {each.about[0]: from_json(Consent, each.value) for each in decisions if each.kind == KIND}
    found: dict[PersonId, Consent] = {}
    for about, consent in last.items():
        person = person_of.get(RecordId(RECORD + about.removeprefix(PERSON)))
        if person is not None:
            known = found.get(person.id)
            found[person.id] = consent if known is None else _both(known, consent)
    return found


def _both(one: Consent, other: Consent) -> Consent:
    """The narrower of two: what both allow."""
    narrow = one if not one.given else other if not other.given else None
    if narrow is not None:
        return narrow
    far = one.profile if other.covers(one.profile) else other.profile
    return replace(one, profile=far, although=tuple(each for each in one.although if each in other.although))

"""Which release it is: the one that was made before, or the next; and what readers of it may hold already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sijill.model.decision import Decision, DecisionId
from sijill.model.exchange import from_json, to_json
from sijill.model.release import Profile
from sijill.model.release.issued import Issued
from sijill.model.release.rules import ReleaseRules
from sijill.store.ledger import Ledger

Randomness = Callable[[int], bytes]
Past = Sequence[tuple[DecisionId, Issued]]
KIND = "release"
KEY_BYTES = 32


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A release that is being made.

    recorded   the decision that it is, if it was made before        last    the decision on the last one of the profile
    previous   the release of this profile before it                 earlier those that somebody who reads it may hold
    """

    issued: Issued
    recorded: DecisionId | None
    last: DecisionId | None
    previous: Issued | None
    earlier: Sequence[Issued]


def past_of(ledger: Ledger) -> Past:
    """Every release that was made, in order."""
    return [(each.id, from_json(Issued, each.value)) for each in ledger.decisions(KIND)]


def the_same_again(past: Past, *, profile: Profile, made_from: str, rules: ReleaseRules) -> Draft | None:
    """The last release of the profile, if it was made from the same."""
    own = _own(past, profile)
    if not own or (own[-1][1].made_from, own[-1][1].rules) != (made_from, rules):
        return None
    recorded, issued = own[-1]
    at = [known for known, _ in past].index(recorded)
    return Draft(
        issued=issued,
        recorded=recorded,
        last=recorded,
        previous=own[-2][1] if len(own) > 1 else None,
        earlier=held_by_readers(past[:at], profile),
    )


def the_next(
    past: Past, *, profile: Profile, made_from: str, rules: ReleaseRules, at: str, root: str, random: Randomness
) -> Draft:
    """A new release of the profile, under a key of its own."""
    own = _own(past, profile)
    recorded, previous = own[-1] if own else (None, None)
    issued = Issued(
        profile=profile,
        number=previous.number + 1 if previous is not None else 1,
        at=at,
        key=random(KEY_BYTES).hex(),
        made_from=made_from,
        rules=rules,
        root=root,
        manifest="",
        figures={},
        named=(),
        small={},
    )
    return Draft(issued=issued, recorded=None, last=recorded, previous=previous, earlier=held_by_readers(past, profile))


def decision_on(issued: Issued, *, by: str, after: DecisionId | None) -> Decision:
    """The record of a release. after: the decision on the one before it."""
    value = to_json(issued)
    made = DecisionId("dec_" + sha256(f"{KIND}\n{value}\n{after}".encode()).hexdigest()[:20])
    because = f"release {issued.number} for the profile {issued.profile.value}"
    return Decision(
        id=made, kind=KIND, about=(issued.profile.value,), value=value, by=by, at=issued.at, because=because
    )


def _own(past: Past, profile: Profile) -> Past:
    return [each for each in past if each[1].profile is profile]


def held_by_readers(past: Past, profile: Profile) -> list[Issued]:
    """All but those of the house, for whom a profile is: partners read what is public too."""
    return [] if profile is Profile.INTERNAL else [each for _, each in past if each.profile is not Profile.INTERNAL]

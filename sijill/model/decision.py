"""What a step refused to guess, and what people decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, NewType

from sijill.model.exchange import to_json
from sijill.model.release import Release

DoubtId = NewType("DoubtId", str)
DecisionId = NewType("DecisionId", str)
Value = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason or a question as a code with values; it is put into words only where it is shown."""

    code: Annotated[str, Release.OPEN]
    values: Annotated[Mapping[str, Value], Release.COARSE]


class Step(StrEnum):
    """The chain."""

    CAPTURE = "capture"
    EXTRACT = "extract"
    RESOLVE = "resolve"
    LINK = "link"
    ASSESS = "assess"
    ESTIMATE = "estimate"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A question for the analyst.

    about       ids of documents, claims, events or persons it concerns
    candidates  what it could be (ids or values), best first; empty when nothing is known
    matters     how many persons of a published figure hang on it; 0 when none is known to
    """

    id: Annotated[DoubtId, Release.COARSE]
    step: Annotated[Step, Release.OPEN]
    about: Annotated[tuple[str, ...], Release.COARSE]
    question: Annotated[Reason, Release.NEVER]
    candidates: Annotated[tuple[str, ...], Release.NEVER] = ()
    matters: Annotated[float, Release.OPEN] = 0.0


def doubt(step: Step, question: Reason, about: tuple[str, ...], candidates: tuple[str, ...] = ()) -> Doubt:
    """A doubt under its own id: the same question about the same things is the same doubt."""
    asked = sha256(to_json((step, question, about)).encode()).hexdigest()[:20]
    return Doubt(id=DoubtId("dbt_" + asked), step=step, about=about, question=question, candidates=candidates)


class Verdict(StrEnum):
    """A judgement on a pair. `different` wins over a chain of `same`."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what, when, why. Appended, never edited; the last one on the same matter wins.

    kind    place | party | source | link | claim | date | status | map | ...
    about   what it is on: ("Deir Ezzor",), the id of a row of hand/, two claims
    value   what was decided, as JSON text: the noun that it settles, an id, a verdict; null for a row taken out
    by, at  the account as the log knows it, and UTC, ISO 8601
    """

    id: Annotated[DecisionId, Release.COARSE]
    kind: Annotated[str, Release.OPEN]
    about: Annotated[tuple[str, ...], Release.NEVER]
    value: Annotated[str, Release.NEVER]
    by: Annotated[str, Release.NEVER]
    at: Annotated[str, Release.NEVER]
    because: Annotated[str, Release.NEVER]

"""What people decided. Append-only; compare-and-swap: a write names the decision it saw, and a conflict shows both."""

import json
from typing import Any

from sqlalchemy import Connection, and_, select

from sijill.errors import SijillError
from sijill.model.decision import Decision, DecisionId
from sijill.model.exchange import to_plain
from sijill.store import schema
from sijill.store.change import Change
from sijill.store.log import Act

RELEASE = "release"
ACTS = {
    "place": Act.RESOLVE_DECIDE,
    "places": Act.RESOLVE_DECIDE,
    "party": Act.RESOLVE_DECIDE,
    "source": Act.RESOLVE_DECIDE,
    "date": Act.RESOLVE_DECIDE,
    "link": Act.LINK_DECIDE,
    "status": Act.ASSESS_DECIDE,
    "grant": Act.ACCESS_GRANT,
    RELEASE: Act.PUBLISH_RELEASE,
}
COLUMNS = tuple(schema.decisions.c[name] for name in ("id", "kind", "about", "value", "by", "at", "because"))


class DecisionConflict(SijillError):
    """Somebody decided the same matter in the meantime."""

    def __init__(self, *, offered: Decision, settled: Decision | None, seen: DecisionId | None) -> None:
        there = "nothing is decided" if settled is None else f"{settled.id} of {settled.by} decided {settled.value}"
        super().__init__(
            f"{offered.by} decides {offered.value} on {offered.kind} {' / '.join(offered.about)},"
            f" having seen {seen or 'nothing'}, but {there}: look at both and decide again"
        )
        self.offered, self.settled, self.seen = offered, settled, seen


class DecidedTwice(SijillError):
    """A decision under the id of another one."""

    def __init__(self, *, decision: Decision) -> None:
        super().__init__(f"the decision {decision.id} is already in the ledger: give the new one its own id")
        self.decision = decision


class MissingReason(SijillError):
    """A decision that does not say why."""

    def __init__(self, *, decision: Decision) -> None:
        about = " / ".join(decision.about)
        super().__init__(f"{decision.by} decides on {decision.kind} {about} without a reason: say why in `because`")
        self.decision = decision


def add_decision(change: Change, decision: Decision, *, seen: DecisionId | None) -> None:
    """Append the decision if `seen` still is the last one on the same kind and about (None: nothing was decided)."""
    if not decision.because.strip():
        raise MissingReason(decision=decision)
    table, about = schema.decisions, about_text(decision.about)
    if change.connection.execute(select(table.c.seq).where(table.c.id == decision.id)).first():
        raise DecidedTwice(decision=decision)
    same = and_(table.c.kind == decision.kind, table.c.about == about)
    last = select(*COLUMNS, table.c.obj, table.c.version).where(same).order_by(table.c.version.desc()).limit(1)
    row = change.connection.execute(last).first()
    if (row.id if row else None) != seen:
        raise DecisionConflict(offered=decision, settled=decision_of(row) if row else None, seen=seen)
    version, obj = (row.version, row.obj) if row else (0, change.opaque())
    act = ACTS.get(decision.kind, Act.REVIEW_DECIDE)
    payload: dict[str, object] = {"decision/1": to_plain(decision)}
    if decision.kind == RELEASE:  # what of it may be shown to anybody: the key of its ids is in the decision
        payload["release/1"] = {name: json.loads(decision.value)[name] for name in ("profile", "number", "manifest")}
    logged = change.record(act, obj=obj, versions=(version, version + 1), payloads=payload)
    change.add(
        table,
        seq=change.next_of(table),
        obj=obj,
        version=version + 1,
        log=logged,
        **(to_plain(decision) | {"about": about}),
    )


def history(connection: Connection, kind: str, about: tuple[str, ...]) -> list[Decision]:
    """What was ever decided on one matter, the first one first."""
    table = schema.decisions
    same = and_(table.c.kind == kind, table.c.about == about_text(about))
    return [decision_of(row) for row in connection.execute(select(*COLUMNS).where(same).order_by(table.c.version))]


def decision_of(row: Any) -> Decision:
    """The decision as it was made."""
    names = {column.name: getattr(row, column.name) for column in COLUMNS}
    return Decision(**{**names, "about": tuple(json.loads(row.about))})


def about_text(about: tuple[str, ...]) -> str:
    """What a decision is on, as one value that can be compared."""
    return json.dumps(about, ensure_ascii=False)

"""A view without some documents, and without everything that rests on them or names them."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sijill.model.decision import Reason, Value
from sijill.model.event import EventId
from sijill.model.finding import Finding
from sijill.review.view import View


def narrowed(view: View, hidden: Collection[str]) -> View:
    """What somebody may see to whom these documents are closed.

    An event with one claim of a closed document is not shown at all: what is left of it would be another number than
    the one that is published, and the difference would tell. Totals are not shown for the same reason.
    """
    gone = {each for each in view.documents if each in hidden}
    if not gone:
        return view
    lost = {id_ for id_, claim in view.claims.items() if claim.document in gone}
    findings = [each for each in view.findings if not lost.intersection(view.claims_of_event(each.id))]
    situations = [each for each in view.situations if not lost.intersection(each.claims)]
    shown: set[str] = {*(each.id for each in findings), *(each.id for each in situations)}
    closed = gone | lost | {id_ for id_ in view.finding_of if id_ not in shown}
    persons = [
        each
        for each in view.persons
        if not any(row.document in gone for row in each.records) and not closed.intersection(each.events)
    ]
    closed |= {each.id for each in view.persons} - {each.id for each in persons}
    names = _other_names(view, gone)
    kept = {row for each in persons for row in each.records}
    records = {id_: each for id_, each in view.records.items() if each.row in kept}
    return replace(
        view,
        documents={
            id_: replace(each, origin=names.get(each.origin or "", each.origin))
            for id_, each in view.documents.items()
            if id_ not in gone
        },
        claims={id_: each for id_, each in view.claims.items() if id_ not in lost},
        findings=[_without(each, closed, names) for each in findings],
        events={
            id_: replace(each, within=_kept(each.within, closed), may_repeat=_among(each.may_repeat, closed))
            for id_, each in view.events.items()
            if id_ in shown
        },
        situations=situations,
        lasting={id_: _without(each, closed, names) for id_, each in view.lasting.items() if id_ in shown},
        links=[each for each in view.links if not lost.intersection((each.left, each.right))],
        aside={id_: each for id_, each in view.aside.items() if id_ not in lost},
        persons=persons,
        records=records,
        likenesses=[each for each in view.likenesses if each.left in records and each.right in records],
        totals=[],
        series=[
            each for each in view.series if not closed.intersection((*each.documents, *each.inside, *each.perhaps))
        ],
        patterns=[each for each in view.patterns if not closed.intersection((*each.events, *each.claims))],
        doubts=[
            each
            for each in view.doubts
            if not closed.intersection((*each.about, *each.candidates, *map(str, each.question.values.values())))
        ],
        origins={id_: names.get(each, each) for id_, each in view.origins.items() if id_ not in lost},
        unread=frozenset(each for each in view.unread if each not in gone),
        whole=False,
    )


def _other_names(view: View, gone: Collection[str]) -> Mapping[str, str]:
    """A group of copies is called after its earliest document: where that is closed, after the next one."""
    found = {}
    for origin, members in view.copies_of.items():
        left = [each for each in members if each.id not in gone]
        if origin.partition(":")[2] in gone:
            found[origin] = f"copies:{left[0].id}" if left else ""
    return found


def _without(finding: Finding, closed: Collection[str], names: Mapping[str, str]) -> Finding:
    told = replace(finding, within=_kept(finding.within, closed), may_repeat=_among(finding.may_repeat, closed))
    if not names:
        return told
    policies = {
        name: replace(
            each, grade=replace(each.grade, reasons=tuple(_renamed(reason, names) for reason in each.grade.reasons))
        )
        for name, each in told.policies.items()
    }
    return replace(told, policies=policies)


def _renamed(reason: Reason, names: Mapping[str, str]) -> Reason:
    def said(value: Value) -> Value:
        if not isinstance(value, str):
            return value
        return ", ".join(names.get(each, each) for each in value.split(", "))

    return Reason(code=reason.code, values={key: said(value) for key, value in reason.values.items()})


def _kept(value: EventId | None, closed: Collection[str]) -> EventId | None:
    return None if value in closed else value


def _among(values: tuple[EventId, ...], closed: Collection[str]) -> tuple[EventId, ...]:
    return tuple(each for each in values if each not in closed)

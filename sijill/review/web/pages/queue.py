"""The queue of doubts: one question at a time, one key for an answer."""

import json
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from sijill.errors import SijillError
from sijill.model.decision import Doubt
from sijill.model.exchange import to_json
from sijill.model.when import Period, Precision
from sijill.publish.wording import Wording, _
from sijill.review.decisions import Matter, NothingToTakeBack, decide, take_back
from sijill.review.doubts import LEFT_OPEN, Choice, Question, matter_of, question
from sijill.review.typed import day
from sijill.review.web.page import acts, reads
from sijill.review.web.visit import NotFound, Visit, go

MOST_ABOUT, NEXT_SHOWN = 6, 8
STANDARD_REASON = _("as the words say in their context")


class NoAnswer(SijillError):
    """An answer without one."""

    def __init__(self) -> None:
        super().__init__("no answer was given: choose one, or type it")


class NoDay(SijillError):
    """A day that is none."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"{seen[:40]!r} is no day: write 14 February 2016, 2016-02-14, 14/2/2016, 2016-02 or 2016")


class NotOne(SijillError):
    """A name that is not that of exactly one known thing."""

    def __init__(self, *, seen: str, found: int) -> None:
        super().__init__(f"{seen[:60]!r} is the name of {found} that the case knows: give one that it knows, or its id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A choice in words. note: what tells it from the others."""

    key: str
    value: str
    label: str
    note: str
    best: bool


def show(visit: Visit) -> Response:
    """The first question that nobody else looks at; or the one that was asked for."""
    step = visit.asked("step")
    everything = visit.desk.queue(visit.account)
    queue = [each for each in everything if not step or each.step.value == step]
    wanted = visit.asked("doubt")
    current = next((each for each in queue if each.id == wanted), None) or visit.desk.next(visit.account, queue)
    template = "question.html" if visit.part else "queue.html"
    return visit.page(
        template,
        doubt=current,
        shown=_shown(visit, current) if current is not None else None,
        left=len(queue),
        upcoming=[(each, _question(visit, each)) for each in queue if each is not current][:NEXT_SHOWN],
        steps=_steps(visit, everything),
        step=step,
        skipped=visit.desk.skipped(visit.account),
    )


def answer(visit: Visit) -> Response:
    """Append the decision and go to the next question."""
    doubt = _doubt(visit)
    asked = question(doubt, visit.view)
    value, seen = visit.said("value"), visit.said("seen")
    kind, about = asked.kind, asked.about
    if visit.said("leave"):
        kind, about, value = LEFT_OPEN, (doubt.id,), json.dumps("left open")
        seen = visit.said("seen_open")
    elif visit.said("typed"):
        value = _typed(asked, visit)
    if not value:
        raise NoAnswer()
    because = visit.said("because") or visit.wording(STANDARD_REASON)
    matter = Matter(kind=kind, about=about, seen=seen or None)
    made = decide(visit.desk.ledger, matter, value, author=visit.author, because=because)
    return visit.decided([made], _on(visit))


def skip(visit: Visit) -> Response:
    """Not now."""
    visit.desk.skip(visit.account, _doubt(visit).id)
    return go(_on(visit))


def unskip(visit: Visit) -> Response:
    """What was skipped comes back to its place."""
    visit.desk.unskip(visit.account)
    return go("/queue")


def undo(visit: Visit) -> Response:
    """Take the last action back: whatever was decided on its matters before stands again."""
    done = visit.desk.done[visit.account.code]
    if not done:
        raise NothingToTakeBack()
    taken = [
        take_back(visit.desk.ledger, visit.desk.journal, each, author=visit.author, because=visit.wording(_("undone")))
        for each in reversed(done[-1])
    ]
    done.pop()
    answered = visit.decided(taken, visit.said("to") or "/queue")
    done.pop()
    return answered


def comment(visit: Visit) -> Response:
    """A word on anything, for whoever comes after."""
    about = (visit.id(),)
    last = visit.desk.journal.last("comment", about)
    matter = Matter(kind="comment", about=about, seen=last.id if last else None)
    text = visit.said("comment")
    decide(visit.desk.ledger, matter, json.dumps(text, ensure_ascii=False), author=visit.author, because=text)
    visit.desk.journal.read_on()
    return go(visit.said("to") or "/queue")


def _doubt(visit: Visit) -> Doubt:
    found = visit.view.doubt_of.get(visit.id())
    if found is None:
        raise NotFound(seen=visit.id())
    return found


def _on(visit: Visit) -> str:
    step = visit.said("step")
    return f"/queue?step={step}" if step.isalpha() else "/queue"


def _typed(asked: Question, visit: Visit) -> str:
    """What was typed into the field of a question, as the value of a decision."""
    typed = visit.said("typed")
    if asked.wants == "day":
        iso = day(typed)
        if iso is None:
            raise NoDay(seen=typed)
        if len(asked.about) == 1:
            return json.dumps(iso)
        return to_json(period_of(iso))
    known: dict[str, Any] = {"place": visit.view.places, "party": visit.view.parties, "source": visit.view.sources}
    rows = known.get(asked.wants, {})
    if typed in rows:
        return json.dumps(typed)
    folded = typed.casefold()
    named = [id_ for id_, row in rows.items() if folded in {n.casefold() for n in (row.name, *row.aliases)}]
    if len(named) != 1:
        raise NotOne(seen=typed, found=len(named))
    return json.dumps(named[0])


def period_of(iso: str) -> Period:
    """A day, a month or a year as the period that it is."""
    if len(iso) == 4:
        return Period(start=f"{iso}-01-01", end=f"{iso}-12-31", precision=Precision.YEAR)
    if len(iso) == 7:
        last = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}.get(iso[5:], "31")
        return Period(start=f"{iso}-01", end=f"{iso}-{last}", precision=Precision.MONTH)
    return Period(start=iso, end=iso, precision=Precision.DAY)


def _shown(visit: Visit, doubt: Doubt) -> dict[str, Any]:
    asked = question(doubt, visit.view)
    kind, about = matter_of(doubt)
    last, left = visit.desk.journal.last(kind, about), visit.desk.journal.last(LEFT_OPEN, (doubt.id,))
    claims = [each for each in doubt.about if each in visit.view.claims]
    if len(doubt.candidates) == 2 and not claims:
        claims = [each for each in doubt.candidates if each in visit.view.claims]
    listed = visit.showing.all(claims)
    return {
        "question": _question(visit, doubt),
        "answers": [_answer(each, asked, visit) for each in asked.choices],
        "asked": asked,
        "seen": last.id if last is not None else "",
        "seen_open": left.id if left is not None else "",
        "claims": listed[:MOST_ABOUT],
        "more": max(0, len(listed) - MOST_ABOUT),
        "pair": len(listed) == 2 and asked.kind in VERDICT_ON,
        "documents": [visit.view.documents[each] for each in doubt.about if each in visit.view.documents],
        "events": [visit.view.finding_of[each] for each in doubt.about if each in visit.view.finding_of],
        "points": _points(doubt, visit.wording),
        "comments": [each for each in visit.desk.journal.on(doubt.id) if each.kind == "comment"],
        "reason": visit.wording(STANDARD_REASON),
    }


def _question(visit: Visit, doubt: Doubt) -> str:
    return visit.wording.sentence(doubt.question, visit.name)


def _answer(choice: Choice, asked: Question, visit: Visit) -> Answer:
    view, wording = visit.view, visit.wording
    if choice.shown in view.places:
        place = view.places[choice.shown]
        within = ", ".join(view.name(each) for each in place.within[:2])
        note = " · ".join(filter(None, (wording.plain(place.kind), within)))
        return _of(choice, place.name, note)
    if choice.shown in view.parties:
        return _of(choice, view.parties[choice.shown].name, wording.plain(view.parties[choice.shown].kind))
    if choice.shown in view.sources:
        return _of(choice, view.sources[choice.shown].name, wording.plain(view.sources[choice.shown].kind))
    if asked.kind in VERDICT_ON:
        return _of(choice, wording(VERDICT_ON[asked.kind][choice.key]), "")
    return _of(choice, wording.day(choice.shown), "")


VERDICT_ON = {
    "link": {"s": _("Same event"), "d": _("Different events"), "u": _("Unsure")},
    "origin": {"s": _("One copies the other"), "d": _("Two texts"), "u": _("Unsure")},
    "person": {"s": _("Same person"), "d": _("Different persons"), "u": _("Unsure")},
}


def _of(choice: Choice, label: str, note: str) -> Answer:
    return Answer(key=choice.key, value=choice.value, label=label, note=note, best=choice.best)


def _points(doubt: Doubt, wording: Wording) -> list[tuple[str, str]]:
    """For a pair: the rows of the table that left it open."""
    told = doubt.question.values.items()
    return [
        (wording.plain(name.replace(".", ": ")), f"{value:+g}")
        for name, value in told
        if name != "score" and isinstance(value, int | float) and "." in name
    ]


def _steps(visit: Visit, queue: list[Doubt]) -> list[tuple[str, str, int]]:
    counted: dict[str, int] = {}
    for each in queue:
        counted[each.step.value] = counted.get(each.step.value, 0) + 1
    return [(step, visit.wording.step(step), number) for step, number in counted.items()]


PAGES = (
    reads("/", show),
    reads("/queue", show),
    acts("/doubts/{id}/answer", answer),
    acts("/doubts/{id}/skip", skip),
    acts("/queue/unskip", unskip),
    acts("/undo", undo),
    acts("/comments/{id}", comment),
)

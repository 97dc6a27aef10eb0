"""A doubt as a question with answers: what each answer would decide, and on which matter.

The first answer has the key 1, or the letter of its word; the answers stand in the order in which the step that doubted
gave its candidates, best first.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from sijill.language.folding import fold
from sijill.model.decision import Doubt, Verdict
from sijill.model.exchange import to_json
from sijill.model.when import Period, Precision
from sijill.review.journal import Journal, Matter
from sijill.review.view import View

LEFT_OPEN = "doubt"
VERDICTS = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
PAIRS = {
    "same_event": "link",
    "unsure": "link",
    "same_against_different": "link",
    "copy_of": "origin",
    "translation_of": "origin",
}
TOTAL = "sum_not_exact"
"""Of a number and the first of the incidents that come near to it: it is one of its own, or nothing is decided."""
NAMES = {
    "which_place": "place",
    "unknown_place": "place",
    "which_party": "party",
    "unknown_party": "party",
    "unknown_source": "source",
}
WANTS = {"date": "day"} | {kind: kind for kind in NAMES.values()}
"""What may be given, by kind of matter, that is not among the choices."""
PRINTED = ("other_day_printed", "either_day_printed")
DATES = (
    "no_publication_date",
    "published_unreadable",
    "published_in_future",
    "relative_date_without_publication_date",
    *PRINTED,
)
DAYS = ("which_day", "day_not_told")
ALIKE, MOST_ALIKE, MOST_DAYS = 75, 5, 3
"""Least likeness (0 to 100) of a known name that is offered for an unknown one, how many are offered, and how many days
for a document without a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer. value: what is decided, as JSON; shown: an id, a verdict or a day, named where it is shown."""

    key: str
    value: str
    shown: str
    best: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A doubt with its answers.

    wants   what may be given that is not among the choices: day | place | party | source | "" for nothing
    """

    doubt: Doubt
    kind: str
    about: tuple[str, ...]
    choices: tuple[Choice, ...]
    wants: str = ""


def question(doubt: Doubt, view: View) -> Question:
    """What can be answered. A doubt that nothing here settles can be looked at and left open."""
    kind, about = matter_of(doubt)
    choices = _choices(doubt, kind, view)
    return Question(doubt=doubt, kind=kind, about=about, choices=choices, wants=WANTS.get(kind, ""))


def matter_of(doubt: Doubt) -> tuple[str, tuple[str, ...]]:
    """What an answer to it decides on, without looking for candidates."""
    code, values = doubt.question.code, doubt.question.values
    if code in PAIRS and len(doubt.about) == 2:
        return PAIRS[code], _pair(doubt)
    if code == TOTAL and doubt.candidates:
        return "link", _total(doubt)
    if code in NAMES and "name" in values:
        return NAMES[code], (str(values["name"]),)
    if code in DATES:
        return "date", (doubt.about[0],)
    if code in DAYS:
        return "date", (doubt.about[0], str(values.get("time") or ""))
    return LEFT_OPEN, (doubt.id,)


def settled(doubt: Doubt, journal: Journal) -> bool:
    """Did somebody answer it, or leave it open?"""
    kind, about = matter_of(doubt)
    return journal.settled(kind, about) is not None or journal.settled(LEFT_OPEN, (doubt.id,)) is not None


def waiting(doubts: Iterable[Doubt], journal: Journal) -> list[Doubt]:
    """Those that nobody answered, each matter once, in their order: what moves most persons first."""
    once: dict[Matter, Doubt] = {}
    for each in doubts:
        if not settled(each, journal):
            kind, about = matter_of(each)
            name = (fold(about[0]),) if kind in NAMES.values() and len(about) == 1 else about
            once.setdefault((kind, name), each)
    return list(once.values())


def _choices(doubt: Doubt, kind: str, view: View) -> tuple[Choice, ...]:
    """The answers offered to a doubt on a matter of this kind."""
    code = doubt.question.code
    if kind in PAIRS.values():
        own = code == TOTAL
        return tuple(each for each in _verdicts() if not own or each.shown is Verdict.DIFFERENT)
    if kind in NAMES.values():
        return _numbered(json.dumps(each) for each in _candidates(doubt, kind, view))
    if code in PRINTED:
        return _numbered(json.dumps(each) for each in doubt.candidates)
    if code in DATES:  # not older than these is not: of one of these
        return tuple(replace(each, best=False) for each in _numbered(_days_said(doubt.about[0], view)))
    return _numbered(_day(each) for each in doubt.candidates) if code in DAYS else ()


def _pair(doubt: Doubt) -> tuple[str, ...]:
    ends = doubt.candidates if len(doubt.candidates) == 2 else doubt.about
    return tuple(sorted(ends))


def _total(doubt: Doubt) -> tuple[str, ...]:
    return tuple(sorted((doubt.about[0], doubt.candidates[0])))


def _verdicts() -> tuple[Choice, ...]:
    return tuple(Choice(key=key, value=json.dumps(verdict), shown=verdict) for key, verdict in VERDICTS.items())


def _numbered(values: Iterable[str]) -> tuple[Choice, ...]:
    listed = list(values)[:9]
    return tuple(
        Choice(key=str(number), value=value, shown=_shown(value), best=number == 1)
        for number, value in enumerate(listed, start=1)
    )


def _shown(value: str) -> str:
    said = json.loads(value)
    return str(said["start"]) if isinstance(said, dict) else str(said)


def _day(iso: str) -> str:
    return to_json(Period(start=iso, end=iso, precision=Precision.DAY))


def _candidates(doubt: Doubt, kind: str, view: View) -> Sequence[str]:
    """Those of the step; where it knows none, known names that look alike."""
    if doubt.candidates:
        return doubt.candidates
    names = view.called[kind]
    alike = process.extract(
        fold(str(doubt.question.values["name"])), names.keys(), scorer=fuzz.ratio, limit=20, score_cutoff=ALIKE
    )
    return list(dict.fromkeys(names[name] for name, _, _ in alike))[:MOST_ALIKE]


def _days_said(document: str, view: View) -> Iterator[str]:
    """The last days that a document without a date speaks of: it is not older than these."""
    times = [each.when for each in view.claims_of.get(document, ())]
    days = {each.end for each in times if each.end is not None and each.precision is Precision.DAY}
    yield from (json.dumps(each) for each in sorted(days, reverse=True)[:MOST_DAYS])

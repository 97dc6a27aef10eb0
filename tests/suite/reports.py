"""Whole reports, each in English and in Arabic, with one table of claims that names parties, places and days by their
ids: what must be read from either version.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from sijill.extract.document import Extraction, extract
from sijill.language.days import anchor
from sijill.language.folding import fold
from sijill.model.claim import Claim, Part
from sijill.model.document import DocumentId
from sijill.model.party import Actor
from sijill.model.place import Where
from sijill.model.when import Period
from tests.spec.invented import PARTIES, TOWNS, WORDS
from tests.spec.tables import cell, compare, parse
from tests.suite.sentences import HERE, Malformed, blocks, plain_where_silent

PUBLISHED = "2031-05-21"
"""A Wednesday: the day of every report."""

MARK = "not yet read: "
ENGLISH, ARABIC, ALIKE = "English", "Arabic", "alike"
UNNAMED = "unnamed"
NAMES = [(fold(name), party.id) for party in PARTIES for name in (party.name, *party.aliases)]
PLACES = [(fold(name), place) for place, names in TOWNS.items() for name in names]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Two versions of one report and the table of the claims in both. `open`: what is not read so yet."""

    file: Path
    line: int
    english: str
    arabic: str
    table: str
    open: frozenset[str]

    def __str__(self) -> str:
        return f"{self.file.stem}:{self.line}"


@cache
def reports() -> tuple[Report, ...]:
    """Every report of the suite."""
    return tuple(each for file in sorted((HERE / "reports").glob("*.txt")) for each in reports_of(file))


def reports_of(file: Path) -> Iterator[Report]:
    """The reports of one file: English after >, Arabic after <, then the table."""
    for line, block in blocks(file):
        english, arabic = ("\n\n".join(each[1:].strip() for each in block if each[0] == sign) for sign in "><")
        rows = [each for each in block if each[0] not in "><" and not each.startswith(MARK)]
        if not (english and arabic and rows):
            raise Malformed(file=file, line=line, why="> in English, < in Arabic, then a table")
        marks = [each.removeprefix(MARK) for each in block if each.startswith(MARK)]
        is_open = frozenset(part.strip() for mark in marks for part in mark.split(","))
        yield Report(file=file, line=line, english=english, arabic=arabic, table="\n".join(rows), open=is_open)


def check_version(report: Report, text: str) -> None:
    """Fails unless one version holds exactly the claims of the table."""
    claims = claims_of(text)
    compare(text, claims, report.table)
    plain_where_silent(claims, report.table)


def check_alike(report: Report) -> None:
    """Fails unless both versions give the same claims, in all that has no language."""
    one, other = (Counter(map(content, claims_of(text))) for text in (report.english, report.arabic))
    assert one, f"no claim in: {report.english}"
    assert one == other, f"{report.english}\nonly in English: {one - other}\nonly in Arabic: {other - one}"


def claims_of(text: str) -> tuple[Claim, ...]:
    """The claims of a version in terms that have no language."""
    return neutral(extract(DocumentId("doc_suite"), text, WORDS))


def neutral(read: Extraction) -> tuple[Claim, ...]:
    """The claims with ids in the place of names of parties and places, and days in the place of times."""
    parts = {reading.claim: reading.parts for reading in read.readings}
    return tuple(
        replace(
            claim,
            actors=tuple(Actor(name=name) for name in sorted({listed(a.name, NAMES) for a in claim.actors})),
            where=Where(text=listed(claim.where.text or "", PLACES) if claim.where.text else None),
            when=Period(text=days(claim, parts.get(claim.id, ()))),
        )
        for claim in read.claims
    )


def listed(words: str, names: Iterable[tuple[str, str]]) -> str:
    """The id of the longest name that stands in the words."""
    folded = fold(words)
    return max(((len(name), each) for name, each in names if name in folded), default=(0, UNNAMED))[1]


def days(claim: Claim, parts: tuple[Part, ...]) -> str:
    """ "2031-05-19", or first and last day, or nothing where no time is told or none can be given to it."""
    value = next((part.value for part in parts if part.field == "when" and part.value), None)
    period = claim.when if value is None else anchor(value, PUBLISHED)
    if period is None or period.start is None:
        return ""
    return period.start if period.start == period.end else f"{period.start}..{period.end}"


def content(claim: Claim) -> tuple[object, ...]:
    """What a claim says, without its words."""
    toll, victims = claim.toll, claim.victims
    return (
        claim.act, claim.harm, claim.directness, claim.stance, claim.about, claim.reach, claim.modality,
        claim.actors, claim.where, claim.when, tuple(speaker.kind for speaker in claim.speakers),
        toll and (toll.number, toll.low, toll.high, toll.hedge, toll.cumulative, bool(toll.subset_of)),
        victims and (victims.status, frozenset(victims.groups)),
    )  # fmt: skip


def tally(report: Report, text: str) -> tuple[int, int, int]:
    """Rows of the table, those of them that are read in a version, and claims read that are not in it."""
    columns, rows = parse(report.table)
    read = Counter(tuple(cell(claim, column) for column in columns) for claim in claims_of(text))
    right = (Counter(rows) & read).total()
    return len(rows), right, read.total() - right

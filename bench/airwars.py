"""How many were killed and injured, on pages that a casualty recorder wrote about one incident each.

Set `airwars`: JSON lines with the narrative and the recorder's own [min, max], null where no number is known. A page
states its conclusion in its own voice; where it does not, its sources do. Vague words are worth what this set's
recorder makes of them: a plural without a number is 2, "dozens" 12 to 24.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.measure.page import DEAD, HURT, Bounds, concluded, numbers, own, reported, told
from bench.measure.reading import each, found, printed
from bench.measure.row import Row
from sijill.extract.lexicon import victim_nouns
from sijill.language.dates import read_time
from sijill.language.days import anchor
from sijill.language.tokens import tokenize
from sijill.model.claim import Claim

SET = "airwars"
PLURAL = (2, 2)
VAGUE = {"dozens": (12, 24), "scores": (20, 40), "hundreds": (100, 200), "thousands": (1000, 2000)}
UNKNOWN: Bounds = (None, None)


@dataclass(frozen=True, slots=True)
class Page:
    """What was read of one page beside what its recorder coded; (None, None) where no number is known."""

    killed: Bounds
    injured: Bounds
    coded_killed: Bounds
    coded_injured: Bounds


def run(data: Path) -> list[Row]:
    """Lowest number and whole range, of the pages for which the recorder knows one; and the unknown left unknown."""
    pages = each(page_of, [line for file in found(data, SET, "*.jsonl") for line in _lines(file)])
    if not pages:
        return []
    killed = [(page.killed, page.coded_killed) for page in pages]
    injured = [(page.injured, page.coded_injured) for page in pages]
    return [
        _row("killed, lowest number exact", [(a[0], b[0]) for a, b in killed if b != UNKNOWN], "0.70"),
        _row("killed, range exact", [pair for pair in killed if pair[1] != UNKNOWN], "0.60"),
        _row("killed, unknown left unknown", [pair for pair in killed if pair[1] == UNKNOWN]),
        _row("injured, lowest number exact", [(a[0], b[0]) for a, b in injured if b != UNKNOWN]),
        _row("injured, range exact", [pair for pair in injured if pair[1] != UNKNOWN]),
    ]


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if '"text"' in line]


def _row(measure: str, pairs: list[tuple[object, object]], bar: str = "") -> Row:
    right = sum(said == coded for said, coded in pairs)
    value = f"{right / len(pairs):.3f}" if pairs else "-"
    return Row(set=SET, measure=measure, value=value, bar=bar, note=f"{right} of {len(pairs)}")


def page_of(line: str) -> Page:
    """One page read and compared with nothing yet."""
    coded = json.loads(line)
    day = _day(coded["date"])
    claims = told(coded["text"], f"{day.year}-12-31" if day else None, relative=False)
    return Page(
        killed=bounds(own(claims, day, DEAD)),
        injured=bounds(own(claims, day, HURT)),
        coded_killed=tuple(coded["killed"] or UNKNOWN),
        coded_injured=tuple(coded["injured"] or UNKNOWN),
    )


def _day(said: str) -> date | None:
    """The first day of the date at the head of the page."""
    tokens = tokenize(said)
    time = read_time(tokens, 0, len(tokens.lows))
    period = anchor(time[2], None) if time is not None else None
    return date.fromisoformat(period.start[:10]) if period is not None and period.start else None


def bounds(claims: list[Claim]) -> Bounds:
    """Least and most people of these claims, as this set's recorder writes them down."""
    numbered = numbers(claims)
    known = concluded(numbered) or reported(numbered)
    return known if known != UNKNOWN else _vague(claims)


def _vague(claims: Iterable[Claim]) -> Bounds:
    said = [_worth(claim) for claim in claims]
    worth = [value for value in said if value is not None]
    return (worth[0][0], max(high for _, high in worth)) if worth else UNKNOWN


def _worth(claim: Claim) -> tuple[int, int] | None:
    if claim.toll is not None and claim.toll.number is None:
        return next((VAGUE[word] for word in claim.toll.text.lower().split() if word in VAGUE), PLURAL)
    nouns = victim_nouns("en")
    words = tokenize(claim.victims.text).lows if claim.victims is not None else []
    return PLURAL if any((low,) in nouns and nouns[(low,)].plural for low in words) else None


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))

"""Events drawn by a seed, each with the whole text of its reports and all their claims, to be read by hand:
`python -m bench.events.drawn DATA FOLDER --seed 7 --size 60`.

The texts are confidential: FOLDER must lie outside the repository. It keeps the case, so a second drawing is quick.
Set `fakes`: as in bench/chain.py. An event counts if somebody was harmed in it; beside each stand the events of its
reports, so that one that is split or merged is seen.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.chain import MAP, SET
from bench.measure.command import sijill
from bench.measure.sample import told
from sijill.case import read_case
from sijill.chain.register import Register
from sijill.model.claim import Claim, ClaimId
from sijill.model.document import DocumentId
from sijill.model.event import Event

ROOT = Path(__file__).resolve().parents[2]


def drawn(register: Register, seed: int, size: int) -> list[Event]:
    """Events with harm to people, in the order drawn."""
    harmed = {event for total in register.totals for event in total.rests_on}
    events = sorted((each for each in register.events if each.id in harmed), key=lambda each: each.id)
    return random.Random(seed).sample(events, min(size, len(events)))


def page(register: Register, event: Event) -> Iterator[str]:
    """One event, the others of its reports by number, and each report in full."""
    claims = register.claims
    reports = list(dict.fromkeys(claims[each].document for each in event.claims))
    home = _numbered(register, event, reports)
    finding = register.finding_of.get(event.id)
    tolls = {} if finding is None else finding.tolls
    yield f"EVENT {event.act.value} | {event.when.start}..{event.when.end} | {register.where(event.where)}"
    yield "  " + "; ".join(f"{harm.value} {toll.low}-{toll.high}" for harm, toll in tolls.items())
    accused = [
        f"{register.name(str(row.party))} ({row.role.value})" for row in (finding.attribution if finding else ())
    ]
    yield f"  accused: {', '.join(accused) or 'nobody'}"
    for report in reports:
        document = register.document(report)
        yield f"  REPORT {document.source}, published {document.published}: {document.title}"
        text = register.texts([report])[report]
        yield "\n".join(f"    {line}" for line in text.splitlines() if line.strip())
        for claim in claims.values():
            if claim.document == report:
                yield _line(register, claim, home)


def _numbered(register: Register, event: Event, reports: Sequence[DocumentId]) -> dict[ClaimId, str]:
    """Claim -> "=" where it is of this event, else the number of its own."""
    home, others = dict.fromkeys(event.claims, "="), 0
    for other in register.events:
        if other.id != event.id and any(register.claims[each].document in reports for each in other.claims):
            others += 1
            home.update(dict.fromkeys(other.claims, str(others)))
    return home


def _line(register: Register, claim: Claim, home: dict[ClaimId, str]) -> str:
    mark = home.get(claim.id, register.aside.get(claim.id, "-"))
    when = f"{claim.when.start}..{claim.when.end}" if claim.when.start else "no day"
    return f'   [{mark}] {when} | {register.where(claim.where)} | {told(claim)} | "{" ".join(claim.quote.split())}"'


def main(words: Sequence[str]) -> int:
    """Make the case where there is none, draw, write one page of text."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("data", type=Path)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--seed", type=int, required=True)
    asked.add_argument("--size", type=int, default=60)
    given = asked.parse_args(words)
    folder = given.folder.resolve()
    if folder.is_relative_to(ROOT):
        asked.error("the texts are confidential: name a folder outside the repository")
    case = folder / "case"
    if not case.exists():
        folder.mkdir(parents=True, exist_ok=True)
        sijill("init", case, "--pack", "syria")
        sijill("add", case, given.data / SET / "dev.jsonl", "--map", MAP)
    sijill("run", case)
    register = Register(read_case(case))
    pages = ["\n".join(page(register, each)) for each in drawn(register, given.seed, given.size)]
    to = folder / f"events-{given.seed}.txt"
    to.write_text("\n\n".join(f"{number}. {each}" for number, each in enumerate(pages, start=1)), encoding="utf-8")
    print(to)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""After a decision of each kind: does the desk say what moved and why, and how long after the key was pressed."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from starlette.testclient import TestClient

from bench.desk.payloads import must
from bench.measure.row import Row
from sijill.case import read_case
from sijill.chain.keeping.opening import open_ledger
from sijill.model.party import Party
from sijill.model.place import Place
from sijill.model.source import Source
from sijill.review.desk import Desk
from sijill.review.view import View
from sijill.review.web.app import build_app

SAME_SITE = {"sec-fetch-site": "same-origin"}
LOADING, PATIENCE, PAUSE = 6.0, 120.0, 0.05
Form = Mapping[str, str]


def measure_moving() -> list[Row]:
    """One row for all kinds: each decision alone, on the demonstration, until *What moved* gives its reason."""
    with TemporaryDirectory() as folder:
        case = Path(folder) / "demo"
        must("demo", "--to", str(case), "--no-open")
        took = dict(told_after(case))
    slowest = max(took, key=lambda kind: took[kind])
    note = f"{', '.join(took)}; slowest: {slowest}, {took[slowest]:.1f} s; of it 0.8 s are waited for another decision"
    measured = "from a decision to what it moved and why, median of its kinds [s]"
    return [Row(set="desk", measure=measured, value=f"{median(took.values()):.1f}", note=note)]


def told_after(case: Path) -> Iterator[tuple[str, float]]:
    """Each kind of decision that the chain reads, and the seconds until what it moved is shown. Raises TimeoutError."""
    read = read_case(case)
    with open_ledger(read) as ledger:
        desk = Desk(read, ledger, alone_as="os:000000000000")
        desk.start()
        sleep(LOADING)  # what runs need is loaded meanwhile, once
        with TestClient(build_app(desk), headers=SAME_SITE, follow_redirects=False) as client:
            for kind, (path, form) in decisions(desk._whole).items():
                yield kind, _seconds(client, path, {**form, "because": f"why {kind}"})
        desk.stop()


def _seconds(client: TestClient, path: str, form: Form) -> float:
    began = monotonic()
    answered = client.post(path, data=form)
    if answered.status_code != 303:
        raise RuntimeError(f"{path}: {answered.status_code}")
    while monotonic() - began < PATIENCE:
        if form["because"] in client.get("/moved").text:
            return monotonic() - began
        sleep(PAUSE)
    raise TimeoutError(path)


def decisions(whole: View) -> dict[str, tuple[str, Form]]:
    """A decision of each kind, as the forms of the desk send it. Events that nobody else here decides on come first."""
    counted = next(each for each in whole.claims.values() if each.toll and each.id in whole.event_of)
    undated = next(each for each in whole.documents.values() if each.published is None)
    event, other, third = whole.findings[:3]
    person = next(each for each in whole.persons if len(whole.records_of[each.id]) > 1)
    record = whole.records_of[person.id][0].id
    rows: Mapping[str, Mapping[str, Place | Party | Source]] = {
        "place": whole.places, "party": whole.parties, "source": whole.sources
    }  # fmt: skip
    missed = {"start": "0", "end": "9", "number": "3", "harm": "injured"}
    known = {kind: next(iter(each.values())) for kind, each in rows.items()}
    return {
        "a number": (f"/claims/{counted.id}/correct", {"field": "toll", "number": "7", "seen": ""}),
        "a state": (f"/events/{event.id}/status", {"status": "in_review", "seen": ""}),
        "a day of publication": (f"/documents/{undated.id}/date", {"published": "2021-03-20", "seen": ""}),
        "two events": (f"/events/{other.id}/merge", {"other": third.id, "verdict": "same"}),
        "a missed claim": (f"/documents/{counted.document}/missed", missed),
        "a record of a person": (f"/persons/{person.id}/split", {f"record-{record}": "on"}),
        **{
            f"a {kind}": (f"/known/{kind}", {"id": row.id, "aliases": f"{row.name} of old"})
            for kind, row in known.items()
        },
    }

"""Many reviewers who decide at once, and a desk that is killed while they do: nothing acknowledged is lost."""

import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import httpx2

from bench.desk.payloads import must, serving
from bench.measure.row import Row
from sijill.case import read_case
from sijill.chain.keeping.opening import open_ledger
from sijill.chain.register import Register

SAME_SITE = {"sec-fetch-site": "same-origin"}
REVIEWERS, DECISIONS = 50, 40
KILLS, BEFORE = 10, 25
"""How often a desk is killed, and decisions that are acknowledged before each."""
TRIES = 2000
TOO_MANY, WAIT = 429, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Reasons that were acknowledged, those of the ledger, and how often somebody met a conflict."""

    acknowledged: Sequence[str]
    recorded: Sequence[str]
    conflicts: int

    @property
    def lost(self) -> int:
        """Acknowledged, and not in the ledger."""
        return len(set(self.acknowledged) - set(self.recorded))


class Reviewer:
    """Somebody who assigns events that everybody assigns, each time after having seen what stands."""

    def __init__(self, client: httpx2.Client, who: str) -> None:
        self._client, self._who = client, who
        self.acknowledged: list[str] = []
        self.conflicts = 0

    def decide(self, event: str, number: int) -> None:
        """One decision. After a conflict it is decided again from the page that shows what stands, as its key `m` does:
        nothing is decided over what was not seen.
        """
        because = f"reviewer {self._who}, decision {number}"
        page = self._answered("GET", f"/events/{event}").text.split("/assign")[1]
        for _ in range(TRIES):
            seen = page.split('name="seen" value="')[1].split('"')[0]
            form = {"seen": seen, "to_account": "", "because": because}
            answered = self._answered("POST", f"/events/{event}/assign", form)
            if answered.status_code == 303:
                self.acknowledged.append(because)
                return
            self.conflicts += 1
            page = answered.text

    def _answered(self, method: str, path: str, form: dict[str, str] | None = None) -> httpx2.Response:
        """All of them come from one address: the desk may ask them to wait a moment."""
        while (answered := self._client.request(method, path, data=form)).status_code == TOO_MANY:
            sleep(WAIT)
        return answered


def decided_at_once(case: Path, *, reviewers: int, decisions: int) -> Decided:
    """So many reviewers, each of whom decides so often on events that the others decide on too."""
    events = _events(case)

    def review(who: int) -> Reviewer:
        with httpx2.Client(base_url=desk.address, headers=SAME_SITE, timeout=120) as client:
            one = Reviewer(client, str(who))
            for number in range(decisions):
                one.decide(events[(who + number) % len(events)], number)
            return one

    with serving(case) as desk, ThreadPoolExecutor(reviewers) as pool:
        done = list(pool.map(review, range(reviewers)))
    return _told(case, done)


def decided_until_killed(case: Path, *, reviewers: int, before: int, name: str = "") -> Decided:
    """The desk is ended without a warning once so many decisions were acknowledged, while others are on their way."""
    events, done = _events(case), list[Reviewer]()

    def review(who: int) -> None:
        with httpx2.Client(base_url=desk.address, headers=SAME_SITE, timeout=20) as client:
            one = Reviewer(client, f"{name}{who}")
            done.append(one)
            try:
                for number in range(10 * before):
                    one.decide(events[who], number)
                    if sum(len(each.acknowledged) for each in done) > before:
                        desk.process.kill()
            except httpx2.TransportError:
                return

    with serving(case) as desk, ThreadPoolExecutor(reviewers) as pool:
        list(pool.map(review, range(reviewers)))
    return _told(case, done)


def measure_crowd() -> list[Row]:
    """Fifty people at once; ten desks that are killed, one after the other, over one ledger."""
    with TemporaryDirectory() as folder:
        case = Path(folder) / "demo"
        must("demo", "--to", str(case), "--no-open")
        shutil.copytree(case, Path(folder) / "killed")
        crowd = decided_at_once(case, reviewers=REVIEWERS, decisions=DECISIONS)
        killed = [
            decided_until_killed(Path(folder) / "killed", reviewers=6, before=BEFORE, name=f"{round_} ")
            for round_ in range(KILLS)
        ]
        must("verify", str(Path(folder) / "killed"))
    note = f"{REVIEWERS} reviewers x {DECISIONS}, {crowd.conflicts:,} conflicts met and seen"
    acknowledged = sum(len(each.acknowledged) for each in killed)
    return [
        Row(set="desk", measure="decisions at once: acknowledged", value=f"{len(crowd.acknowledged):,}",
            bar=f"{REVIEWERS * DECISIONS:,}", note=note),
        Row(set="desk", measure="decisions at once: lost", value=str(crowd.lost), bar="0"),
        Row(set="desk", measure="decisions lost by kill -9", value=str(sum(each.lost for each in killed)), bar="0",
            note=f"{KILLS} kills, {acknowledged} decisions acknowledged before them; the log verifies"),
    ]  # fmt: skip


def _events(case: Path) -> list[str]:
    return [str(each.id) for each in Register(read_case(case)).findings]


def _told(case: Path, done: Sequence[Reviewer]) -> Decided:
    with open_ledger(read_case(case)) as ledger:
        recorded = [each.because for each in ledger.decisions("assignment")]
    return Decided(
        acknowledged=[because for each in done for because in each.acknowledged],
        recorded=recorded,
        conflicts=sum(each.conflicts for each in done),
    )

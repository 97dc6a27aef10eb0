"""The gate: nothing else writes to `published/`, and no figure passes whose words do not stand in a document.

A page is written through a temporary file and renamed, so that a reader never meets half a page. Only pages whose bytes
changed are written; a page that is no longer wanted is removed, if the gate's own list says that the gate wrote it.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sijill.errors import SijillError
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Reason
from sijill.model.document import DocumentId
from sijill.model.finding import CasualtyRange, Finding

LIST = "pages.txt"
NAME = re.compile(r"(?:[a-z]+/)?[A-Za-z0-9_-]{1,100}\.html\Z")


class NotAPageName(SijillError):
    """An id that would not make a plain file name."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"a page named {name[:80]!r}; ids must be letters, digits, - and _ only")
        self.name = name


class NotOurs(SijillError):
    """A file in the way that the gate did not write."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path} is there and was not written by `sijill publish`; name an empty folder")
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A finding that does not leave, and why. what: act, place and date without the figure that its title may hold."""

    id: str
    what: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What went through: names of pages written and removed, and how many were there already, byte for byte."""

    written: list[str]
    unchanged: int
    removed: list[str]


def sound(claim: Claim, text: str | None) -> bool:
    """Does the claim's span read exactly as quoted?"""
    start, end = claim.span
    return text is not None and 0 <= start < end <= len(text) and text[start:end] == claim.quote


def fault_of(
    finding: Finding, claims: Mapping[ClaimId, Claim], texts: Callable[[DocumentId], str | None]
) -> Reason | None:
    """Why a finding may not be published; None when every figure rests on words that stand in a document."""
    for name, figure in _figures(finding):
        for bound, rests_on in ((figure.low, figure.low_rests_on), (figure.high, figure.high_rests_on)):
            if bound is not None and not rests_on:
                return Reason(code="figure_rests_on_nothing", values={"figure": name, "number": bound})
    for claim_id in dict.fromkeys(_leaned_on(finding)):
        claim = claims.get(claim_id)
        if claim is None:
            return Reason(code="claim_missing", values={"claim": claim_id})
        if not sound(claim, texts(claim.document)):
            return Reason(code="quote_not_in_text", values={"claim": claim_id, "document": claim.document})
    return None


def let_out(out: Path, pages: Mapping[str, bytes], *, kept: Collection[str] = ()) -> Passed:
    """Write the pages below `out`.

    pages   file name (`index.html`, `events/evt_x.html`) -> its bytes
    kept    names of pages that are still wanted as they are
    """
    before = _listed(out)
    wanted = set(pages) | (set(kept) & before)
    for name in pages:
        _must_be_ours(out, name, before)
    changed = [name for name in sorted(pages) if not _same(out / name, pages[name])]
    for name in changed:
        _replace(out / name, pages[name])
    removed = sorted(name for name in before - wanted if (out / name).is_file())
    for name in removed:
        (out / name).unlink()
    listing = "".join(f"{name}\n" for name in sorted(wanted)).encode()
    if not _same(out / LIST, listing):
        _replace(out / LIST, listing)
    return Passed(written=changed, unchanged=len(pages) - len(changed) + len(wanted - set(pages)), removed=removed)


def _figures(finding: Finding) -> Iterator[tuple[str, CasualtyRange]]:
    tables = [("", finding.tolls), *((f"{policy}.", each.tolls) for policy, each in finding.policies.items())]
    for prefix, tolls in tables:
        for harm, figure in tolls.items():
            yield f"{prefix}{harm.value}", figure
            for part in (figure.by_status, figure.by_group):
                yield from ((f"{prefix}{harm.value}.{name}", each) for name, each in part.items())


def _leaned_on(finding: Finding) -> Iterator[ClaimId]:
    """Every claim that something on the finding's page stands on."""
    yield from finding.claims
    for _, figure in _figures(finding):
        yield from figure.low_rests_on
        yield from figure.high_rests_on
        for moment in figure.over_time:
            yield from moment.claims
    for row in finding.attribution:
        yield from row.accused_by
        yield from row.accepted_by
        yield from row.interested
        yield from (denial.claim for denial in row.denied_by)
    for contradiction in finding.contradictions:
        yield from contradiction.claims


def _listed(out: Path) -> set[str]:
    path = out / LIST
    if not path.is_file():
        return set()
    return {name for name in path.read_text(encoding="utf-8").splitlines() if NAME.match(name)}


def _must_be_ours(out: Path, name: str, before: Collection[str]) -> None:
    if not NAME.match(name):
        raise NotAPageName(name=name)
    if name not in before and (out / name).exists():
        raise NotOurs(path=out / name)


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(path.name + ".part")
    waiting.write_bytes(content)
    waiting.replace(path)

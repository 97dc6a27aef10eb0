"""What of the field's standards a release shows, item by item, from the data; and what only a person can attest.

Sources: Every Casualty, Standards for Casualty Recording (2016); OHCHR, Guidance on Casualty Recording (2019); OHCHR
and Human Rights Center, Berkeley Protocol on Digital Open Source Investigations (2022), on preservation. Items are told
in our own words (conformance.csv); none of these bodies has reviewed this software or a release.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sijill.model.release.rules import ReleaseRules
from sijill.publish.material import Material

TABLE = Path(__file__).with_suffix(".csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item. shown: what the release itself shows of it; attest: what a person must still say, "" for nothing."""

    standard: str
    item: str
    shown: str
    attest: str


def conformance(material: Material, rules: ReleaseRules) -> list[Item]:
    """Every row of conformance.csv, each with what the data says of it."""
    return [
        Item(standard=standard, item=item, shown=SHOWN[shows](material, rules), attest=attest)
        for standard, item, shows, attest in _rows()
    ]


def items() -> Iterator[tuple[str, str, str]]:
    """Standard, item and what is left to attest of every row, as they are said."""
    yield from ((standard, item, attest) for standard, item, _, attest in _rows())


def _rows() -> Iterator[tuple[str, str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield row["standard"], row["item"], row["shows"], row["attest"]


def _every_figure(material: Material, _: ReleaseRules) -> str:
    bounds = [
        (number, rests_on)
        for finding in material.findings
        for each in finding.tolls.values()
        for number, rests_on in ((each.low, each.low_rests_on), (each.high, each.high_rests_on))
        if number is not None
    ]
    resting = sum(bool(rests_on) for _, rests_on in bounds)
    return f"{resting} of {len(bounds)} bounds of ranges name the claims they rest on"


def _words(material: Material, _: ReleaseRules) -> str:
    claims = material.claims.values()
    proven = sum(material.sound(each) for each in claims)
    return f"{proven} of {len(claims)} claims stood in their document word for word when this was made"


def _ranges(material: Material, _: ReleaseRules) -> str:
    ranges = sum(each.low != each.high for finding in material.findings for each in finding.tolls.values())
    return f"{ranges} figures are ranges or open; none was averaged"


def _contradictions(material: Material, _: ReleaseRules) -> str:
    return (
        f"{sum(len(each.contradictions) for each in material.findings)} contradictions are shown with both sides' words"
    )


def _denials(material: Material, _: ReleaseRules) -> str:
    rows = [row for finding in material.findings for row in finding.attribution]
    denied = sum(bool(row.denied_by) for row in rows)
    return f"{len(rows)} attributions, {denied} with a denial beside them; interested voices are marked"


def _sources(material: Material, _: ReleaseRules) -> str:
    origins = {material.origins.get(each, "") for each in material.claims}
    return f"{len(material.documents)} documents in {len(origins)} origins; copies of one origin count as one source"


def _backlog(material: Material, _: ReleaseRules) -> str:
    backlog = max((each.backlog for each in material.totals), default=0)
    return f"{backlog} documents captured and not read are told beside every total"


def _criteria(material: Material, _: ReleaseRules) -> str:
    return f"scope: {material.scope or 'everything that was captured'}; policies: " + (
        ", ".join(f"{each.name} {each.version}" for each in material.policies) or "none named"
    )


def _identity(material: Material, rules: ReleaseRules) -> str:
    named = sum(bool(each.names) for each in material.persons)
    return f"{named} of {len(material.persons)} persons are named, by the rule “{rules.names}”; children never are"


def _reviewed(material: Material, _: ReleaseRules) -> str:
    reviewed = sum(each.status.value in ("reviewed", "final") for each in material.findings)
    return f"{reviewed} of {len(material.findings)} events were reviewed by people; the rest say so"


def _errata(material: Material, _: ReleaseRules) -> str:
    return f"release {material.edition.number}; {len(material.errata)} differences from the one before are listed"


def _harm(_: Material, rules: ReleaseRules) -> str:
    return (
        f"places no finer than {rules.place}, private sources by category, cells of living people of at least {rules.k}"
    )


def _hashes(_: Material, __: ReleaseRules) -> str:
    return "manifest.json holds the SHA-256 of every file and the root of the log that the register stands on"


def _formats(_: Material, __: ReleaseRules) -> str:
    return "HTML, CSV, JSON, Parquet and SQLite, each column described in words and for machines"


def _provenance(_: Material, __: ReleaseRules) -> str:
    return "data/provenance.jsonld leads from each event to its claims, documents and their custody"


SHOWN: Mapping[str, Callable[[Material, ReleaseRules], str]] = {
    "criteria": _criteria,
    "every_figure": _every_figure,
    "words": _words,
    "ranges": _ranges,
    "contradictions": _contradictions,
    "denials": _denials,
    "sources": _sources,
    "backlog": _backlog,
    "identity": _identity,
    "reviewed": _reviewed,
    "errata": _errata,
    "harm": _harm,
    "hashes": _hashes,
    "formats": _formats,
    "provenance": _provenance,
}
"""What stands in the column `shows` of the table."""

"""What of the field's standards a release shows, item by item, from the data; and what only a person can attest.

Sources: Every Casualty, Standards for Casualty Recording (2016); OHCHR, Guidance on Casualty Recording (2019); OHCHR
and Human Rights Center, Berkeley Protocol on Digital Open Source Investigations (2022), on preservation. Items are told
in our own words (conformance.csv); none of these bodies has reviewed this software or a release.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sijill.model.claim import Status
from sijill.model.release.rules import ReleaseRules
from sijill.publish.formats.tables import tables
from sijill.publish.material import Material
from sijill.publish.wording import _

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
    yield from ((standard, item, attest) for standard, item, _shows, attest in _rows())


def _rows() -> Iterator[tuple[str, str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield row["standard"], row["item"], row["shows"], row["attest"]


def _every_figure(material: Material, __: ReleaseRules) -> str:
    bounds = [
        (number, rests_on)
        for finding in material.findings
        for each in finding.tolls.values()
        for number, rests_on in ((each.low, each.low_rests_on), (each.high, each.high_rests_on))
        if number is not None
    ]
    resting = sum(bool(rests_on) for _number, rests_on in bounds)
    told = _("{resting} of {all} bounds of ranges name the claims they rest on")
    return material.say.fill(told, resting=resting, all=len(bounds))


def _words(material: Material, __: ReleaseRules) -> str:
    claims = material.claims.values()
    proven = sum(material.sound(each) for each in claims)
    told = _("{proven} of {all} claims stood in their document word for word when this was made")
    return material.say.fill(told, proven=proven, all=len(claims))


def _ranges(material: Material, __: ReleaseRules) -> str:
    ranges = sum(each.low != each.high for finding in material.findings for each in finding.tolls.values())
    return material.say.fill(_("{ranges} figures are ranges or open; none was averaged"), ranges=ranges)


def _contradictions(material: Material, __: ReleaseRules) -> str:
    number = sum(len(each.contradictions) for each in material.findings)
    return material.say.fill(_("{number} contradictions are shown with both sides’ words"), number=number)


def _denials(material: Material, __: ReleaseRules) -> str:
    rows = [row for finding in material.findings for row in finding.attribution]
    denied = sum(bool(row.denied_by) for row in rows)
    told = _("{all} attributions, {denied} with a denial beside them; interested voices are marked")
    return material.say.fill(told, all=len(rows), denied=denied)


def _sources(material: Material, __: ReleaseRules) -> str:
    origins = {material.origins.get(each, "") for each in material.claims}
    told = _("{documents} documents in {origins} origins; copies of one origin count as one source")
    return material.say.fill(told, documents=len(material.documents), origins=len(origins))


def _backlog(material: Material, __: ReleaseRules) -> str:
    backlog = max((each.backlog for each in material.totals), default=0)
    told = _("{backlog} documents captured and not read are told beside every total")
    return material.say.fill(told, backlog=backlog)


def _criteria(material: Material, __: ReleaseRules) -> str:
    say = material.say
    policies = say(_(", ")).join(f"{each.name} {each.version}" for each in material.policies)
    return say.fill(
        _("scope: {scope}; policies: {policies}"),
        scope=material.scope or say(_("everything that was captured")),
        policies=policies or say(_("none named")),
    )


def _identity(material: Material, rules: ReleaseRules) -> str:
    named = sum(bool(each.names) for each in material.persons)
    told = _(
        "{named} of {all} of the dead are named, by the rule “{rule}”; children only if whoever agreed was told so"
    )
    return material.say.fill(told, named=named, all=len(material.persons), rule=rules.names)


def _reviewed(material: Material, __: ReleaseRules) -> str:
    reviewed = sum(each.status.value in ("reviewed", "final") for each in material.findings)
    told = _("{reviewed} of {all} events were reviewed by people; the rest say so")
    return material.say.fill(told, reviewed=reviewed, all=len(material.findings))


def _errata(material: Material, __: ReleaseRules) -> str:
    told = _("release {number}; {errata} differences from the one before are listed")
    return material.say.fill(told, number=material.edition.number, errata=len(material.errata))


def _harm(material: Material, rules: ReleaseRules) -> str:
    told = _("places no finer than {place}, private sources by category, cells of living people of at least {k}")
    return material.say.fill(told, place=material.say.plain(rules.place), k=rules.k)


def _method(material: Material, __: ReleaseRules) -> str:
    readers = sorted({each.extractor for each in material.claims.values()})
    told = _("{policies} policies and {readers} readers are named with their versions")
    return material.say.fill(told, policies=len(material.policies), readers=len(readers))


def _grades(material: Material, __: ReleaseRules) -> str:
    graded = sum(any(told.grade.value for told in each.policies.values()) for each in material.findings)
    told = _("{graded} of {all} events have a grade with its reasons; the rest have none and say so")
    return material.say.fill(told, graded=graded, all=len(material.findings))


def _updates(material: Material, __: ReleaseRules) -> str:
    through = max((each.processed_through for each in material.totals if each.processed_through), default=None)
    say = material.say
    day = say.day(through) if through else say(_("no day that is known"))
    return say.fill(_("release {number}; reports up to {day} were read"), number=material.edition.number, day=day)


def _languages(material: Material, __: ReleaseRules) -> str:
    own = len(material.edition.languages) + 1
    read = sorted({each.language for each in material.documents.values() if each.language})
    say = material.say
    languages = say(_(", ")).join(read) or say(_("none that is known"))
    return say.fill(_("pages and dossiers in {own} languages; documents in {languages}"), own=own, languages=languages)


def _particulars(material: Material, __: ReleaseRules) -> str:
    people, say = material.persons, material.say
    known = (
        (_("sex"), sum(each.sex is not None for each in people)),
        (_("age"), sum(each.age is not None for each in people)),
        (_("status"), sum(each.status is not Status.UNKNOWN for each in people)),
        (_("day"), sum(each.died.start is not None for each in people)),
        (_("place"), sum(each.place.place is not None for each in people)),
    )
    told = say(_(", ")).join(say.fill(_("{name} of {number}"), name=say(name), number=number) for name, number in known)
    return say.fill(_("of {all} persons: {told}"), all=len(people), told=told)


def _consent(material: Material, rules: ReleaseRules) -> str:
    told = _("names leave by the rule “{rule}”; consent and who gave it are in the record, which does not leave")
    return material.say.fill(told, rule=rules.names)


def _status(material: Material, __: ReleaseRules) -> str:
    told = [each.victims.status for each in material.claims.values() if each.victims is not None]
    unknown = sum(each is Status.UNKNOWN for each in told)
    said = _("{told} claims give a status, {unknown} leave it unknown; a label (“terrorists”) gives none")
    return material.say.fill(said, told=len(told) - unknown, unknown=unknown)


def _dictionary(material: Material, __: ReleaseRules) -> str:
    flat = tables(material)
    told = _("{columns} columns of {tables} tables are described, each with its unit")
    return material.say.fill(told, columns=sum(len(each.columns) for each in flat), tables=len(flat))


def _nothing(material: Material, __: ReleaseRules) -> str:
    return material.say(_("nothing: no file can show it"))


def _hashes(material: Material, __: ReleaseRules) -> str:
    return material.say(
        _("manifest.json holds the SHA-256 of every file and the root of the log that the register stands on")
    )


def _formats(material: Material, __: ReleaseRules) -> str:
    return material.say(_("HTML, CSV, JSON, Parquet and SQLite, each column described in words and for machines"))


def _provenance(material: Material, __: ReleaseRules) -> str:
    things = len(material.findings) + len(material.claims) + len(material.documents)
    told = _(
        "{things} events, claims and documents have ids of this release; data/provenance.jsonld leads between them"
    )
    return material.say.fill(told, things=things)


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
    "method": _method,
    "grades": _grades,
    "updates": _updates,
    "languages": _languages,
    "particulars": _particulars,
    "consent": _consent,
    "status": _status,
    "dictionary": _dictionary,
    "nothing": _nothing,
    "hashes": _hashes,
    "formats": _formats,
    "provenance": _provenance,
}
"""What stands in the column `shows` of the table."""

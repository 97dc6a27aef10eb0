"""The columns of each kind of record, and how wide a terminal must be for each of them."""

from collections.abc import Callable, Iterable, Sequence
from textwrap import fill
from typing import Any

from sijill.capture.walk import on_one_line
from sijill.chain.register import Register
from sijill.cli.records import of_parties, of_persons
from sijill.cli.records.tables import MIDDLE, WIDE, Column, short_ids
from sijill.cli.words import figure, period_lines, short_figure, speakers, toll
from sijill.extract.document import LANGUAGES
from sijill.language.titles import NOUN
from sijill.model.beside.series import Series
from sijill.model.claim import Act, Claim, Harm, Reach, Stance
from sijill.model.decision import Doubt, Step
from sijill.model.document import Custody, Document, State
from sijill.model.event import Situation
from sijill.model.finding import Attribution, CasualtyRange, Finding, Total
from sijill.model.person import Remains
from sijill.model.source import Source
from sijill.publish.figures import NO_NUMBER, bounds
from sijill.publish.words import plain as code
from sijill.publish.words import sentence

STAR, INSIDE = "*", " °"
UNPLACED = "not known: no place"
SAID = {
    Stance.DENIES: "denies ",
    Stance.DOUBTS: "doubts ",
    Stance.ACCEPTS_RESPONSIBILITY: "accepts responsibility for ",
    Stance.ASSERTS: "",
}


def columns(kind: str, register: Register) -> Sequence[Column]:
    """The columns of a kind of record."""
    return COLUMNS[kind](register)


def what(claim: Claim) -> str:
    """What is claimed, in a few words: "denies airstrike: killed at least 77"."""
    act = "" if claim.act is Act.OTHER else code(claim.act)
    harm = "" if claim.harm is Harm.NONE else code(claim.harm) + (f" {toll(claim.toll)}" if claim.toll else "")
    content = ": ".join(each for each in (act, harm) if each) or "other"
    about = f" ({code(claim.about)})" if claim.about else ""
    return SAID[claim.stance] + content + about


def tolls(finding: Finding, register: Register, harms: Iterable[Harm] | None = None) -> str:
    """Every harm that an event has, one a line: "85 to 300 killed (20 of the Column)"; "killed, no number"."""
    wanted = [each for each in (finding.tolls if harms is None else harms) if each is not Harm.NONE]
    return "\n".join(
        f"{code(each)}, no number"
        if (told := figure(finding.tolls[each])) == NO_NUMBER
        else f"{told} {code(each)}" + _of_parties(finding.tolls[each], register, " ")
        for each in wanted
    )


def _of_parties(range_: CasualtyRange | None, register: Register, before: str) -> str:
    """Of whom the fallen were, in brackets; "" where no words say so."""
    parts = range_.by_group.items() if range_ is not None else ()
    of = [f"{figure(each)} of {register.short_name(party)}" for party, each in parts if register.is_party(party)]
    return f"{before}({', '.join(of)})" if of else ""


def accused(finding: Finding, register: Register) -> str:
    """Who is accused, by how many independent sources, and what became of it: "Orrakan Front (2), denies".

    A star stands for accusers that belong to the other side alone.
    """
    return "\n".join(_accused(each, register) for each in finding.attribution if each.accused_by or each.accepted_by)


def _accused(row: Attribution, register: Register) -> str:
    heard = STAR if row.interested and not row.independent_accusers else f" ({row.independent_accusers})"
    of_this = any(each.reach is Reach.THIS_EVENT for each in row.denied_by)
    denies = ", denies" if of_this else ", denies in general" if row.denied_by else ""
    return register.short_name(str(row.party)) + heard + (", admits" if row.accepted_by else "") + denies


def _events(register: Register) -> Sequence[Column]:
    short = short_ids(each.id for each in register.findings)

    def where(f: Finding) -> str:
        return register.where(f.where, otherwise="not said") + (INSIDE if f.within else "")

    def told(f: Finding, harm: Harm) -> str:
        return figure(f.tolls.get(harm)) + _of_parties(f.tolls.get(harm), register, "\n")

    def others(f: Finding) -> str:
        return tolls(f, register, [each for each in f.tolls if each not in (Harm.KILLED, Harm.INJURED)])

    return (
        Column(head="id", cell=lambda f: short[f.id], whole=True, style="dim"),
        Column(head="when", cell=lambda f: period_lines(f.when), whole=True),
        Column(head="where", cell=where, narrowest=10),
        Column(head="act", cell=lambda f: NOUN.get(f.act, code(f.act)).lower(), narrowest=12),
        Column(head="reports say", cell=_short_tolls, most=MIDDLE - 1, narrowest=15),
        Column(head="reports say", cell=lambda f: tolls(f, register), least=MIDDLE, most=WIDE - 1, narrowest=18),
        Column(head="killed", cell=lambda f: told(f, Harm.KILLED), least=WIDE),
        Column(head="injured", cell=lambda f: told(f, Harm.INJURED), least=WIDE),
        Column(head="other harm", cell=others, least=WIDE),
        Column(head="accused", cell=lambda f: accused(f, register), narrowest=14),
        Column(head="grade", cell=lambda f: code(_grade(f, register)), least=MIDDLE, whole=True),
        Column(head="sources", cell=lambda f: str(f.independent_sources), least=MIDDLE, right=True, whole=True),
    )


def _short_tolls(finding: Finding) -> str:
    harms = (each for each in finding.tolls if each is not Harm.NONE)
    return "\n".join(f"{short_figure(finding.tolls[each])} {code(each)}" for each in harms)


def legend(kind: str, shown: Sequence[Any], *, width: int) -> str:
    """What the signs in a table of events mean; "" where there are none."""
    if kind != "events":
        return ""
    rows = [row for each in shown for row in each.attribution]
    ranges = [each.tolls[harm] for each in shown for harm in each.tolls if width < MIDDLE]
    signs = {
        "12+ at least 12": any(short_figure(each).endswith("+") for each in ranges),
        "? nobody gives a number": any(short_figure(each) == "?" for each in ranges),
        "(2) two independent sources accuse": any(row.independent_accusers for row in rows),
        f"{STAR} only the other side accuses": any(row.interested and not row.independent_accusers for row in rows),
        f"{INSIDE.strip()} within a siege or another situation": any(each.within for each in shown),
    }
    held = "   ".join(sign.replace(" ", "\N{NO-BREAK SPACE}") for sign, used in signs.items() if used)
    return fill(held, width).replace("\N{NO-BREAK SPACE}", " ")


def _grade(finding: Finding, register: Register) -> str:
    policy = finding.policies.get(register.case.policies.headline)
    return (policy.grade.value if policy else None) or ""


def _documents(register: Register) -> Sequence[Column]:
    short = short_ids(each.id for each in register.documents)
    first: dict[str, str] = {}
    for each in register.documents:
        if each.origin is not None:
            first.setdefault(each.origin, each.id)

    def copies(document: Document) -> str:
        original = first.get(document.origin or "", document.id)
        return "" if original == document.id else short[original]

    return (
        Column(head="id", cell=lambda d: short[d.id], whole=True, style="dim"),
        Column(head="published", cell=lambda d: d.published or "no date", whole=True),
        Column(head="source", cell=lambda d: on_one_line(d.source or "not said")),
        Column(head="title or file", cell=lambda d: on_one_line(d.title or _named(d))),
        Column(head="one origin\nwith", cell=copies, whole=True),
        Column(head="not read", cell=lambda d: _not_read(d, register), whole=True),
    )


def _not_read(document: Document, register: Register) -> str:
    """Why nothing was read of it; "" if it was read."""
    if document.state is not State.OK:
        return code(document.state)
    if document.id not in register.unread:
        return ""
    return f"language {document.language}" if document.language not in LANGUAGES else "not run yet"


def _named(document: Document) -> str:
    return document.name + (f" ({document.locator})" if document.locator else "")


def _claims(register: Register) -> Sequence[Column]:
    short = short_ids(register.claims)

    def actors(claim: Claim) -> str:
        return "\n".join(register.short_name(each.party or each.name) for each in claim.actors)

    return (
        Column(head="id", cell=lambda c: short[c.id], whole=True, style="dim"),
        Column(head="who says", cell=lambda c: speakers(c) or register.source_of(c.document)),
        Column(head="what", cell=what),
        Column(head="by whom", cell=actors),
        Column(head="when", cell=lambda c: period_lines(c.when)),
        Column(head="where", cell=lambda c: register.where(c.where)),
        Column(head="in these words", cell=lambda c: c.quote, least=MIDDLE),
    )


def _situations(register: Register) -> Sequence[Column]:
    short = short_ids(each.id for each in register.situations)

    def inside(situation: Situation) -> str:
        return str(sum(each.within == situation.id for each in register.findings))

    def blamed(situation: Situation) -> str:
        return accused(register.lasting[situation.id], register)

    return (
        Column(head="id", cell=lambda s: short[s.id], whole=True, style="dim"),
        Column(head="when", cell=lambda s: period_lines(s.when), whole=True),
        Column(head="where", cell=lambda s: register.where(s.where)),
        Column(head="act", cell=lambda s: NOUN.get(s.act, code(s.act)).lower(), narrowest=11),
        Column(head="laid to", cell=blamed, narrowest=14),
        Column(head="claims", cell=lambda s: str(len(s.claims)), right=True),
        Column(head="events", cell=inside, right=True),
    )


def _gate(_: Register) -> Sequence[Column]:
    return (
        Column(head="profile", cell=lambda k: k.profile),
        Column(head="what", cell=lambda k: k.sort),
        Column(head="which", cell=lambda k: k.what, narrowest=20),
        Column(head="stays because", cell=lambda k: sentence(k.reason), narrowest=30),
    )


def _totals(_: Register) -> Sequence[Column]:
    def number(total: Total) -> str:
        return NO_NUMBER if total.low is None and total.high is None else bounds(total.low, total.high)

    return (
        Column(head="scope", cell=lambda t: t.scope, least=WIDE),
        Column(head="harm", cell=lambda t: code(t.harm)),
        Column(head="documented", cell=number, narrowest=16),
        Column(head="events", cell=lambda t: str(len(t.rests_on)), right=True),
        Column(head="without number", cell=lambda t: str(t.unknown_events), right=True),
        Column(head="open above", cell=lambda t: str(t.open_events), right=True),
        Column(head="may repeat others", cell=lambda t: str(len(t.may_repeat)), right=True),
        Column(head="overlaps removed", cell=lambda t: str(t.overlaps_removed), least=MIDDLE, right=True),
        Column(head="read up to", cell=lambda t: t.processed_through or "", least=MIDDLE, whole=True),
        Column(head="unread", cell=lambda t: str(t.backlog), right=True),
    )


def _series(register: Register) -> Sequence[Column]:
    def issuer(series: Series) -> str:
        return register.name(series.issuer.partition(":")[2] or series.issuer) + (STAR if series.interested else "")

    def held(series: Series) -> str:
        return (bounds(*series.held) if series.held else "nothing of it") if series.placed else UNPLACED

    return (
        Column(head="who says", cell=issuer),
        Column(head="scope", cell=lambda s: s.scope),
        Column(head="harm", cell=lambda s: code(s.harm)),
        Column(head="says", cell=lambda s: bounds(s.low, s.high), narrowest=12),
        Column(head="as of", cell=lambda s: s.as_of or "", whole=True),
        Column(head="the total holds", cell=held, narrowest=12),
        Column(head="beyond it", cell=lambda s: bounds(*s.beyond) if s.placed else UNPLACED, narrowest=12),
        Column(head="bulletins", cell=lambda s: str(len(s.bulletins)), least=MIDDLE, right=True),
    )


def _remains(register: Register) -> Sequence[Column]:
    short = short_ids(each.id for each in register.findings)

    def perhaps(remains: Remains) -> str:
        return "\n".join(short[each] for each in remains.perhaps[:4]) + ("\n..." if len(remains.perhaps) > 4 else "")

    return (
        Column(head="event", cell=lambda r: short[r.event], whole=True, style="dim"),
        Column(head="found", cell=lambda r: period_lines(r.found), whole=True),
        Column(head="where", cell=lambda r: register.where(r.site)),
        Column(head="at least", cell=lambda r: "?" if r.minimum_individuals is None else str(r.minimum_individuals)),
        Column(head="may be the killed of", cell=perhaps, whole=True),
    )


def _doubts(register: Register) -> Sequence[Column]:
    short = short_ids(each.id for each in register.doubts)

    def candidates(doubt: Doubt) -> str:
        return "\n".join(register.name(each) for each in doubt.candidates[:5])

    return (
        Column(head="id", cell=lambda d: short[d.id], whole=True, style="dim"),
        Column(head="step", cell=lambda d: d.step.value),
        Column(head="question", cell=lambda d: question(d, register)),
        Column(head="it could be", cell=candidates),
        Column(head="persons", cell=lambda d: f"{d.matters:,g}" if d.matters else "", right=True),
    )


def question(doubt: Doubt, register: Register) -> str:
    """What is asked; of a document whose name the sentence does not say, with that name in front."""
    asked = sentence(doubt.question, register.name)
    document = register.document_of.get(doubt.about[0]) if doubt.about else None
    if doubt.step is not Step.CAPTURE or document is None:
        return asked
    names = {on_one_line(each) for each in (document.name, document.title) if each}
    return asked if any(each in asked for each in names) else f"{on_one_line(_named(document))}: {asked}"


def _sources(register: Register) -> Sequence[Column]:
    return (
        Column(head="id", cell=lambda s: s.id, style="dim"),
        Column(head="name", cell=lambda s: s.name),
        Column(head="kind", cell=lambda s: code(s.kind)),
        Column(head="belongs to", cell=lambda s: register.party_name(s.party) if s.party else ""),
        Column(head="documents", cell=lambda s: str(register.documents_by[s.id]), right=True),
        Column(head="claims", cell=lambda s: str(register.claims_by[s.id]), right=True),
        Column(head="because", cell=_because, least=MIDDLE),
    )


def _origins(register: Register) -> Sequence[Column]:
    short = short_ids(each.id for each in register.documents)

    def end(which: str) -> str:
        document = register.document_of.get(which)
        return (
            register.name(which.removeprefix("source:")) if document is None else f"{short[which]} {_title(document)}"
        )

    def _title(document: Document) -> str:
        return on_one_line(document.title or _named(document))

    return (
        Column(head="document", cell=lambda link: end(link.left)),
        Column(head="goes back to one origin with", cell=lambda link: end(link.right)),
        Column(head="because", cell=lambda link: code(link.kind), whole=True),
        Column(head="shared", cell=lambda link: "" if link.shared is None else f"{link.shared:.0%}", right=True),
    )


def _because(source: Source) -> str:
    return source.because or ""


def _custody(register: Register) -> Sequence[Column]:
    known = register.accounts

    def note(each: Custody) -> str:
        return each.note or ""

    return (
        Column(head="document", cell=lambda c: c.document[:8], whole=True, style="dim"),
        Column(head="action", cell=lambda c: code(c.action), whole=True),
        Column(head="at (UTC)", cell=lambda c: c.at[:16].replace("T", " "), whole=True),
        Column(head="by", cell=lambda c: known.get(c.by, c.by)),
        Column(head="means", cell=lambda c: c.means),
        Column(head="version", cell=lambda c: c.version.rpartition("/")[2]),
        Column(head="note", cell=note),
    )


COLUMNS: dict[str, Callable[[Register], Sequence[Column]]] = {
    "documents": _documents,
    "claims": _claims,
    "events": _events,
    "situations": _situations,
    "persons": of_persons.persons,
    "pairs": of_persons.pairs,
    "counts": of_persons.counts,
    "repeats": of_persons.repeats,
    "history": of_persons.history,
    "gate": _gate,
    "totals": _totals,
    "series": _series,
    "remains": _remains,
    "positions": of_parties.positions,
    "patterns": of_parties.patterns,
    "doubts": _doubts,
    "sources": _sources,
    "origins": _origins,
    "custody": _custody,
}

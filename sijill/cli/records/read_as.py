"""What the words of each field were read as; and an explained sentence as a record for machines."""

from collections.abc import Mapping, Sequence
from typing import Any

from sijill.chain.register import Register
from sijill.cli.records.columns import what
from sijill.cli.words import period, toll
from sijill.extract.explaining import Explained
from sijill.model.claim import Claim, Part, Stance, Status
from sijill.model.exchange import to_plain
from sijill.model.party import Actor, Role
from sijill.model.source import Speaker
from sijill.publish.words import plain as code


def read_as(claim: Claim, register: Register | None) -> dict[str, str]:
    """Field -> its reading, where the words alone do not say it. register: of the case, for the names of its ids."""

    def party(known: str | None) -> str:
        return "" if known is None else register.party_name(known) if register is not None else known

    def speaker(each: Speaker) -> str:
        return code(each.kind) + (f" of {party(each.party)}" if each.party else "")

    def actor(each: Actor) -> str:
        return ", ".join(filter(None, (party(each.party), code(each.role) if each.role is not Role.DIRECT else "")))

    place = claim.where.place
    return {
        "speaker": " › ".join(dict.fromkeys(map(speaker, claim.speakers))),
        "actor": "; ".join(filter(None, dict.fromkeys(map(actor, claim.actors)))),
        "act": what(claim),
        "toll": toll(claim.toll) if claim.toll is not None else "",
        "victims": _victims(claim),
        "when": period(claim.when) if claim.when.start or claim.when.end else "",
        "where": (register.where(claim.where) if register is not None else place) if place else "",
        "stance": code(claim.stance) if claim.stance is not Stance.ASSERTS else "",
    }


def said_before(claim: Claim) -> dict[str, str]:
    """Field -> the words of an earlier sentence that it was read from, for parts that were carried over."""
    return {
        "where": claim.where.text or "",
        "when": claim.when.text or "",
        "actor": ", ".join(each.name for each in claim.actors),
        "speaker": ", ".join(each.name for each in claim.speakers),
    }


def _victims(claim: Claim) -> str:
    if claim.victims is None:
        return ""
    status = "" if claim.victims.status is Status.UNKNOWN else code(claim.victims.status)
    label = f"called {claim.victims.label}" if claim.victims.label else ""
    return ", ".join(filter(None, (status, label, *map(code, claim.victims.groups))))


def words_of(part: Part, each: Explained) -> str | None:
    """The words of a part; None of one that stands in an earlier sentence."""
    start, end = each.span
    return each.text[part.start - start : part.end - start] if start <= part.start < end else None


def record(each: Explained) -> dict[str, Any]:
    """A sentence as JSON: its claims and victims as they are exported, each with its reading."""
    rows = {rule: to_plain(row) for rule, row in each.table_rows.items()}
    return {
        "span": list(each.span),
        "text": each.text,
        "language": each.language,
        "claims": [_with(claim, r.parts, each, rows) for claim, r in zip(each.claims, each.readings, strict=True)],
        "victims": [_with(v, r.parts, each, rows) for v, r in zip(each.victims, each.victim_readings, strict=True)],
        "silent": to_plain(each.silent),
    }


def _with(noun: object, parts: Sequence[Part], each: Explained, rows: Mapping[str, Any]) -> dict[str, Any]:
    reading = [{**to_plain(part), "words": words_of(part, each), "row": rows.get(part.rule)} for part in parts]
    return {**to_plain(noun), "reading": reading}

"""Names to identities: each document by itself, so that a new one redoes only itself; who copied whom over all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sijill.language.datelines import printed_order
from sijill.model.claim import Claim, ClaimId, Reading
from sijill.model.dataset import MARK
from sijill.model.decision import Doubt
from sijill.model.document import Document, DocumentId, Text
from sijill.model.source import OriginId, SourceId
from sijill.resolve.answered import NO_ANSWERS, Answers, corrected, with_missed
from sijill.resolve.corrections import NOTHING_CORRECTED, Corrections
from sijill.resolve.dates import Reported, orders_of, reported, resolve_dates, scene_times
from sijill.resolve.knowledge import NOTHING_SETTLED, Knowledge, Settled
from sijill.resolve.origins import Origins, find_origins
from sijill.resolve.parties import resolve_parties
from sijill.resolve.places import resolve_places
from sijill.resolve.scenes.abroad import theirs_abroad
from sijill.resolve.scenes.at_home import in_their_country
from sijill.resolve.scenes.grounds import on_their_ground
from sijill.resolve.scenes.sites import at_their_sites
from sijill.resolve.scenes.those_from import of_both_groups
from sijill.resolve.sources import ask_unknown_source, resolve_speakers, source_of_document


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """All claims with identities, in the order given, and where they come from.

    sources              the known source that each document was captured under
    origins_by_document  the group of copies of each document
    origins_by_claim     claims of one origin are one source
    """

    claims: tuple[Claim, ...]
    sources: Mapping[DocumentId, SourceId | None]
    origins_by_document: Mapping[DocumentId, OriginId]
    origins_by_claim: Mapping[ClaimId, OriginId]
    doubts: tuple[Doubt, ...]


def resolve(
    documents: Iterable[Document],
    texts: Mapping[DocumentId, Text],
    claims: Iterable[Claim],
    readings: Mapping[ClaimId, Reading],
    *,
    knowledge: Knowledge,
    settled: Settled = NOTHING_SETTLED,
) -> Resolved:
    """Resolve every document by itself, then find the origins of all claims."""
    listed = list(documents)
    by_document: dict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    done: list[Claim] = []
    doubts: list[Doubt] = []
    words = {document.id: texts[document.id].text if document.id in texts else "" for document in listed}
    orders = orders_of((document.source, printed_order(words[document.id])) for document in listed)
    for document in listed:
        text = words[document.id]
        report = reported(document, text, decided=False, order=orders.get(document.source or ""))
        own, asked = resolve_document(
            document, text, by_document[document.id], readings, knowledge=knowledge, settled=settled, report=report
        )
        done.extend(own)
        doubts.extend(asked)
    outlets = {d.id: source_of_document(d.source, knowledge.sources, settled.sources) for d in listed}
    origins = resolve_origins(listed, {key: each.text for key, each in texts.items()}, done, knowledge, settled)
    return Resolved(
        claims=tuple(done),
        sources=outlets,
        origins_by_document=origins.documents,
        origins_by_claim=origins.claims,
        doubts=(*doubts, *origins.doubts),
    )


def resolve_document(
    document: Document,
    text: str,
    claims: Iterable[Claim],
    readings: Mapping[ClaimId, Reading],
    *,
    knowledge: Knowledge,
    settled: Settled = NOTHING_SETTLED,
    answered: Answers = NO_ANSWERS,
    report: Reported | None = None,
) -> tuple[tuple[Claim, ...], tuple[Doubt, ...]]:
    """The claims of one document with places, dates, parties, speakers and what they answer; and its doubts.

    answered   what analysts decided on claims of this document: it stands for what was read
    report     the day that its times count from, where that is known already
    """
    own = with_missed(list(claims), answered.missed)
    heading = " ".join(each for each in (document.title, document.source) if each)
    wheres, about_places = resolve_places(own, knowledge.places, settled.places, heading)
    wheres |= on_their_ground(own, wheres, readings, knowledge.places, settled.places)
    wheres |= in_their_country(own, wheres, knowledge.places)
    speakers, about_speakers = resolve_speakers(own, text, knowledge, settled)
    actors, about_parties = resolve_parties(own, knowledge.parties, settled.parties, speakers, knowledge.places)
    actors |= of_both_groups(own, actors, knowledge.parties)
    actors |= theirs_abroad(own, actors, wheres, text, knowledge.places)
    report = report or reported(document, text, decided=answered.dated)
    scenes = scene_times(own, readings, wheres, knowledge.places.by_id)
    wheres |= at_their_sites(own, wheres, readings)
    times, about_dates = resolve_dates(own, readings, {document.id: report.day}, answered.days, scenes)
    done = tuple(
        replace(
            claim,
            where=wheres.get(claim.id, claim.where),
            actors=actors[claim.id],
            speakers=speakers[claim.id],
            when=times[claim.id][0],
            as_of=times[claim.id][1],
            because=readings[claim.id].follows if claim.id in readings else claim.because,
        )
        for claim in own
    )
    about_source = () if text.startswith(MARK) else _about_source(document, knowledge, settled)
    stands, lost = corrected(done, answered.corrections)
    return stands, (*about_places, *about_parties, *about_speakers, *report.doubts, *about_dates, *about_source, *lost)


def resolve_origins(
    documents: Iterable[Document],
    texts: Mapping[DocumentId, str],
    claims: Iterable[Claim],
    knowledge: Knowledge,
    settled: Settled = NOTHING_SETTLED,
    *,
    judged: Corrections = NOTHING_CORRECTED,
) -> Origins:
    """Who copied whom, over all documents; `claims` as `resolve_document` leaves them."""
    listed = list(documents)
    outlets = {d.id: source_of_document(d.source, knowledge.sources, settled.sources) for d in listed}
    return find_origins(listed, texts, claims, outlets, knowledge.sources, judged=judged)


def _about_source(document: Document, knowledge: Knowledge, settled: Settled) -> tuple[Doubt, ...]:
    if document.source is None or source_of_document(document.source, knowledge.sources, settled.sources) is not None:
        return ()
    return (ask_unknown_source(document.id, document.source),)

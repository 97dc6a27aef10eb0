"""News articles to the incidents they tell of: all poured in together, extracted, resolved, linked and assessed.

Set `gva`: as in bench/gva.py. An article belongs to the event that most of its claims of harm belong to. No gazetteer
of this country is packaged, so places are compared as words.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path

from bench.measure.reading import each, f1, found, printed
from bench.measure.row import Row
from sijill.assess.findings import assess_event
from sijill.assess.policies import HEADLINE, POLICIES
from sijill.extract.document import Extraction, extract
from sijill.language.vocabulary import Vocabulary
from sijill.link.events import Linked, link_events
from sijill.model.claim import Claim, ClaimId, Harm
from sijill.model.document import Document, DocumentId
from sijill.model.event import Event
from sijill.model.source import OriginId
from sijill.resolve.claims import resolve_document, resolve_origins
from sijill.resolve.knowledge import index_knowledge
from sijill.resolve.people.told_names import told_names

SET = "gva"
HARMED = frozenset({Harm.KILLED, Harm.INJURED, Harm.FOUND_DEAD, Harm.CASUALTIES})
DEAD = (Harm.KILLED, Harm.FOUND_DEAD)
Clusters = Mapping[DocumentId, Hashable]


def run(data: Path) -> list[Row]:
    """B-cubed and CoNLL F1 of articles to incidents, and the killed of each incident after linking."""
    lines = [
        json.loads(line)
        for file in found(data, SET, "*.jsonl")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line
    ]
    coded = {str(line["incident_uri"]): line for line in lines if "incident_uri" in line}
    articles = [line for line in lines if "doc" in line and str(line["incident"]) in coded]
    if not articles:
        return []
    papers = [_document(line) for line in articles]
    texts = {paper.id: f"{line['title']}\n\n{line['text']}" for paper, line in zip(papers, articles, strict=True)}
    claims, linked, origins = linked_claims(papers, texts)
    home = home_of(papers, claims, linked)
    wanted: Clusters = {paper.id: str(line["incident"]) for paper, line in zip(papers, articles, strict=True)}
    given: Clusters = {paper.id: home[paper.id].id if paper.id in home else paper.id for paper in papers}
    precision, recall, score = b_cubed(given, wanted)
    conll, parts = conll_f1(given, wanted)
    right, asked = _killed(wanted, home, claims, papers, coded=coded, origins=origins)
    note = (
        f"precision {precision:.3f}, recall {recall:.3f}; {len(papers)} articles, {len(set(wanted.values()))} incidents"
    )
    return [
        Row(set=SET, measure="articles to incidents, B-cubed F1", value=f"{score:.3f}", bar="0.85", note=note),
        Row(set=SET, measure="articles to incidents, CoNLL F1", value=f"{conll:.3f}", note=parts),
        Row(
            set=SET,
            measure="killed exact for each incident after linking",
            value=f"{right / asked:.3f}",
            bar="0.85",
            note=f"{right} of {asked}",
        ),
    ]


def _document(line: Mapping[str, str]) -> Document:
    return Document(
        id=DocumentId(f"doc_{line['doc']}"),
        name=str(line["doc"]),
        digest="0" * 64,  # type: ignore[arg-type]
        published=line["dct"][:10],
        captured="2031-01-01T00:00:00Z",
    )


def _read(each_: tuple[DocumentId, str]) -> Extraction:
    return extract(each_[0], each_[1], Vocabulary())


def linked_claims(
    papers: Sequence[Document], texts: Mapping[DocumentId, str]
) -> tuple[dict[ClaimId, Claim], Linked, Mapping[ClaimId, OriginId]]:
    """The claims of all articles, their events, and whose word each is."""
    knowledge = index_knowledge()
    claims: dict[ClaimId, Claim] = {}
    for paper, read in zip(papers, each(_read, [(paper.id, texts[paper.id]) for paper in papers]), strict=True):
        readings = {reading.claim: reading for reading in read.readings}
        done, _ = resolve_document(paper, texts[paper.id], read.claims, readings, knowledge=knowledge)
        claims.update({claim.id: claim for claim in done})
    origins = resolve_origins(papers, texts, claims.values(), knowledge)
    linked = link_events(
        list(claims.values()),
        published={paper.id: paper.published for paper in papers},
        order={paper.id: at for at, paper in enumerate(papers)},
        places={},
        named=told_names(texts, {paper.id: paper.published for paper in papers}, known=()),
    )
    return claims, linked, origins.claims


def home_of(papers: Sequence[Document], claims: Mapping[ClaimId, Claim], linked: Linked) -> dict[DocumentId, Event]:
    """The event that most claims of harm of an article belong to; of several the one that it tells first."""
    of_claim = {claim: event for event in linked.events for claim in event.claims}
    told: dict[DocumentId, Counter[str]] = defaultdict(Counter)
    by_id = {event.id: event for event in linked.events}
    for claim in sorted(claims.values(), key=lambda each: each.span):
        if claim.harm in HARMED and claim.id in of_claim:
            told[claim.document][of_claim[claim.id].id] += 1
    return {paper.id: by_id[told[paper.id].most_common(1)[0][0]] for paper in papers if told[paper.id]}  # type: ignore[index]


def _killed(
    wanted: Clusters,
    home: Mapping[DocumentId, Event],
    claims: Mapping[ClaimId, Claim],
    papers: Sequence[Document],
    *,
    coded: Mapping[str, Mapping[str, int]],
    origins: Mapping[ClaimId, OriginId],
) -> tuple[int, int]:
    """Incidents whose number killed is that of the event which most of their articles tell of."""
    documents = {paper.id: paper for paper in papers}
    of_incident: dict[Hashable, Counter[str]] = defaultdict(Counter)
    by_id = {event.id: event for event in home.values()}
    for document, incident in wanted.items():
        if document in home:
            of_incident[incident][home[document].id] += 1
    right = 0
    for incident in set(wanted.values()):
        said = 0
        if of_incident[incident]:
            event = by_id[of_incident[incident].most_common(1)[0][0]]  # type: ignore[index]
            found_ = assess_event(
                event, claims, origins=origins, documents=documents, parties={}, policies={HEADLINE: POLICIES[HEADLINE]}
            )
            said = max((_number(found_.tolls.get(harm)) for harm in DEAD), default=0)
        right += said == coded[str(incident)]["num_killed"]
    return right, len(set(wanted.values()))


def _number(found_: object) -> int:
    """The greatest number, else the least; one where somebody was killed and nobody says how many."""
    if found_ is None:
        return 0
    low, high = getattr(found_, "low", None), getattr(found_, "high", None)
    return int(high if high is not None else low if low is not None else 1)


def b_cubed(given: Clusters, wanted: Clusters) -> tuple[float, float, float]:
    """Precision, recall and F1 over elements (Bagga and Baldwin 1998)."""
    ours, theirs = _members(given), _members(wanted)
    shares = [(len(ours[given[x]] & theirs[wanted[x]]), len(ours[given[x]]), len(theirs[wanted[x]])) for x in wanted]
    precision = sum(both / mine for both, mine, _ in shares) / len(shares)
    recall = sum(both / his for both, _, his in shares) / len(shares)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def conll_f1(given: Clusters, wanted: Clusters) -> tuple[float, str]:
    """Mean of MUC, B-cubed and CEAF-e (Pradhan and others 2014)."""
    muc, cubed, ceaf = _muc(given, wanted), b_cubed(given, wanted)[2], _ceaf(given, wanted)
    return (muc + cubed + ceaf) / 3, f"MUC {muc:.3f}, B-cubed {cubed:.3f}, CEAF-e {ceaf:.3f}"


def _muc(given: Clusters, wanted: Clusters) -> float:
    """Links kept (Vilain and others 1995)."""

    def kept(one: Clusters, other: Clusters) -> tuple[int, int]:
        groups = _members(one).values()
        return (
            sum(len(group) - len({other[x] for x in group}) for group in groups),
            sum(len(group) - 1 for group in groups),
        )

    (right, all_wanted), (same, all_given) = kept(wanted, given), kept(given, wanted)
    precision = same / all_given if all_given else 0.0
    recall = right / all_wanted if all_wanted else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _ceaf(given: Clusters, wanted: Clusters) -> float:
    """The best one-to-one match of groups by their overlap, found greedily: a lower bound (Luo 2005)."""
    ours, theirs = _members(given), _members(wanted)
    pairs = {(given[x], wanted[x]) for x in wanted}
    scored = sorted(
        ((2 * len(ours[a] & theirs[b]) / (len(ours[a]) + len(theirs[b])), str(a), str(b)) for a, b in pairs),
        reverse=True,
    )
    used: set[tuple[str, str]] = set()
    total = 0.0
    for score, a, b in scored:
        if ("a", a) not in used and ("b", b) not in used:
            used |= {("a", a), ("b", b)}
            total += score
    return f1(total, len(ours), len(theirs))[2]


def _members(clusters: Clusters) -> dict[Hashable, set[DocumentId]]:
    held: dict[Hashable, set[DocumentId]] = defaultdict(set)
    for document, cluster in clusters.items():
        held[cluster].add(document)
    return held


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))

"""How many persons the records of a case amount to, over sampled linkages."""

from collections.abc import Iterable, Mapping, Sequence

from sijill.chain.persons.accusing import accused, bearers
from sijill.link.persons.counting.counts import Rows, Tally, person_counts
from sijill.link.persons.counting.sampling import sampled
from sijill.link.persons.counting.unique import unique_entities
from sijill.link.persons.grouping import Judged
from sijill.link.persons.linking import LinkedRows
from sijill.model.claim import Claim, ClaimId, Status
from sijill.model.party import Party
from sijill.model.person import VictimRecord

DRAWS, SEED = 60, 20
FINER = 20_000
"""Records up to which so many draws are taken; beyond it fewer, in proportion, but never less than LEAST."""
LEAST = 20
HASHED = 200_000
"""Records up to which the second opinion is asked: it holds 48 hashes of each."""


def counted(
    everybody: Sequence[VictimRecord],
    linked: LinkedRows,
    judged: Judged,
    claims: Mapping[ClaimId, Claim],
    parties: Iterable[Party],
) -> Tally:
    """Counts and repeats; nothing where there is no record. claims: resolved."""
    if not everybody:
        return Tally(counts=(), repeats=())
    draws = max(LEAST, min(DRAWS, DRAWS * FINER // len(everybody)))
    rows = Rows(
        lists=[None if each.span is not None else each.row.list for each in everybody],
        counts=[not each.unnamed and each.vanished is None for each in everybody],
        strata={
            "place": [each.region or each.place.text for each in everybody],
            "month": [(each.died.start or "")[:7] or None for each in everybody],
            "sex": [each.sex.value if each.sex is not None else None for each in everybody],
            "status": [each.status.value if each.status is not Status.UNKNOWN else None for each in everybody],
            "accused": _accused(everybody, linked, claims, parties),
        },
    )
    partitions = sampled(len(everybody), linked.pairs, judged, linked.group, draws=draws, seed=SEED)
    unique = None
    if len(everybody) <= HASHED:
        aside = len(everybody) - sum(rows.counts)
        unique = unique_entities(linked.normal, linked.pairs, linked.group, seed=SEED).persons - aside
    return person_counts(rows, linked.group, partitions, unique=unique)


def _accused(
    everybody: Sequence[VictimRecord], linked: LinkedRows, claims: Mapping[ClaimId, Claim], parties: Iterable[Party]
) -> list[tuple[str, ...] | None]:
    """For each record whom some record of its person accuses: said, and no finding."""
    by: dict[int, frozenset[str]] = {}
    known = bearers(parties)
    for at, record in enumerate(everybody):
        if said := accused(record, claims, known):
            group = int(linked.group[at])
            by[group] = by.get(group, frozenset()) | said
    return [tuple(sorted(by.get(int(group), ()))) or None for group in linked.group]

"""Victim records to persons, on lists made by the generator beside the sets (seeds 1 to 5; 20 more for the intervals).

Without labels: the shipped weights. With labels: 2,000 candidate pairs told by the truth, seven in ten of them
doubtful ones.
Thresholds are those of the package; none is picked on the truth.
"""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

from bench.measure.row import Row
from bench.persons.invented import Known, generator, made
from bench.persons.other_tables import historical, register
from bench.persons.scale import scale
from bench.persons.scores import Scores, auc, scored
from bench.persons.splinked import beside
from bench.persons.spread import spread
from sijill.demo.lists.rows import victim_rows
from sijill.demo.lists.worlds import worlds
from sijill.link.persons.counting.counts import Rows, person_counts
from sijill.link.persons.counting.sampling import sampled
from sijill.link.persons.grouping import NOTHING, grouped
from sijill.link.persons.learning.boosting import Forest
from sijill.link.persons.learning.company import in_company, list_numbers
from sijill.link.persons.learning.labels import Labels, learned
from sijill.link.persons.learning.model import Guarded, shipped
from sijill.link.persons.learning.patterns import unpacked
from sijill.link.persons.learning.scoring import scores
from sijill.link.persons.rows import normalised
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import Pairs, kept, prepare, weigh
from sijill.model.arrow import to_table
from sijill.model.person import PersonCount, VictimRow
from sijill.store.engines.duck import DuckEngine

SET = "persons"
ROWS, SEEDS = 50_000, (1, 2, 3, 4, 5)
SMALL, MANY = 10_000, range(101, 121)
LABELS, DRAWS = 2_000, 30


@dataclass(frozen=True, slots=True)
class Linked:
    """What came of one seed, without labels and with them."""

    plain: Scores
    taught: Scores
    counts: tuple[PersonCount, PersonCount]
    true: int
    recall: float
    looked_at: float
    seconds: float


def run(data: Path) -> list[Row]:
    """Every bar of the method's table that invented lists can show, how it grows, Splink on the same rows, Spark."""
    script = generator(data)
    if script is None:
        return []
    every = [linked(made(script, ROWS, seed), seed) for seed in SEEDS]
    small = [linked(made(script, SMALL, seed), seed) for seed in MANY]
    return [*told(every, small), *others(data), *scale(data), *beside(script, ROWS, SEEDS), *spread(data)]


def others(data: Path) -> list[Row]:
    """Tables of persons that are no victims, without labels, by the package's own threshold."""
    rows = []
    for name, file, measure, bar in (
        ("RLdata500", "RLdata500.csv", register, "0.95"),
        ("historical 30 %", "historical_30pct.parquet", historical, "0.85"),
    ):
        path = data / "link" / file
        if path.is_file():
            found = measure(path)
            note = f"precision {found.precision:.3f}, recall {found.recall:.3f}, groups {found.count:+.1%}"
            rows.append(Row(set=SET, measure=f"{name}, F1, no labels", value=f"{found.f1:.3f}", bar=bar, note=note))
    return rows


def told(every: list[Linked], small: list[Linked]) -> list[Row]:
    """The rows of the invented lists."""
    return [
        _row("F1, no labels", [each.plain.f1 for each in every], "0.80"),
        _row("B-cubed, no labels", [each.plain.cubed for each in every], "0.93"),
        _row("exact groups, no labels", [each.plain.exact for each in every]),
        _row("F1, 2,000 labels", [each.taught.f1 for each in every], "0.92"),
        _row("B-cubed, 2,000 labels", [each.taught.cubed for each in every], "0.965"),
        _row("groups too many, 2,000 labels", [each.taught.count for each in every]),
        _row("block recall", [each.recall for each in every], "0.97", f"at {every[0].looked_at:.1f} pairs a row"),
        _row("counted / true, no labels", [each.counts[0].median / each.true for each in every]),
        _row("counted / true, 2,000 labels", [each.counts[1].median / each.true for each in every], "1.00 +- .03"),
        _covering("90 % interval covers, no labels", small, 0),
        _covering("90 % interval covers, 2,000 labels", small, 1),
        _row("seconds without labels", [each.seconds for each in every]),
        Row(set=SET, measure="cross-script pairs, AUC", value=f"{cross_script():.3f}", bar="0.95", note=AGAINST),
        Row(set=SET, measure="cross-script names alone, AUC", value=f"{cross_script(NAMES):.3f}", note=AGAINST),
    ]


def linked(known: Known, seed: int) -> Linked:
    """Link once without labels, draw labels from the candidate pairs, and link again."""
    began = perf_counter()
    rows = normalised(known.rows)
    with DuckEngine() as engine:
        counted = prepare(rows, VICTIMS, engine)
        weights = weigh(counted, VICTIMS, Guarded(forest=shipped().forest))
        lists = list_numbers(rows)
        plain = in_company(kept(counted, weights, engine), lists)
        first = grouped(rows.num_rows, plain, NOTHING)
        seconds = perf_counter() - began
        every = engine.ask("SELECT l, r, pattern FROM pairs ORDER BY l, r")
        left, right, pattern = (every.column(name).to_numpy() for name in ("l", "r", "pattern"))
        same = known.persons[left] == known.persons[right]
        labels = drawn(pattern, same, weights[np.searchsorted(counted.patterns, pattern)], seed)
        model = Guarded(forest=learned(shipped().forest, labels))
        taught = in_company(kept(counted, weigh(counted, VICTIMS, model), engine), lists)
    second = grouped(rows.num_rows, taught, NOTHING)
    _, sizes = np.unique(known.persons, return_counts=True)
    return Linked(
        plain=scored(first, known.persons),
        taught=scored(second, known.persons),
        counts=(count(known, plain, first), count(known, taught, second)),
        true=known.true,
        recall=float(same.sum() / (sizes * (sizes - 1) / 2).sum()),
        looked_at=len(left) / rows.num_rows,
        seconds=seconds,
    )


def drawn(pattern: np.ndarray, same: np.ndarray, weights: np.ndarray, seed: int) -> Labels:
    """2,000 candidate pairs: 1,400 doubtful, 200 unlikely, 400 likely; each stands for the root of how many it was
    drawn from.
    """
    random = np.random.default_rng(seed)
    chosen, stands = [], []
    for part, share in ((np.abs(weights) < 4, 0.7), (weights <= -4, 0.1), (weights >= 4, 0.2)):
        among = np.flatnonzero(part)
        taken = random.choice(among, min(int(LABELS * share), len(among)), replace=False)
        chosen.append(taken)
        stands.append(np.full(len(taken), np.sqrt(len(among) / len(taken))))
    at = np.concatenate(chosen)
    return Labels(levels=unpacked(pattern[at], VICTIMS.sizes), same=same[at], weight=np.concatenate(stands))


def count(known: Known, pairs: Pairs, group: np.ndarray) -> PersonCount:
    """The number of persons with its interval."""
    size = known.rows.num_rows
    draws = sampled(size, pairs, NOTHING, group, draws=DRAWS, seed=1)
    rows = Rows(lists=[None] * size, counts=[True] * size, strata={})
    return person_counts(rows, group, draws).counts[0]


NAMES = ("given", "father", "grandfather", "family", "kunya", "mother", "order", "script")
AGAINST = "one script against the other, against kin and namesakes of the same event; by the project's generator"


def cross_script(only: tuple[str, ...] = VICTIMS.names) -> float:
    """How well pairs across scripts are told from others of their event. only: comparisons that are seen."""
    (lists,) = worlds(1, 12_000, 900)
    rows = normalised(to_table(VictimRow, victim_rows(lists.rows)))
    with DuckEngine() as engine:
        prepare(rows, VICTIMS, engine)
        found = engine.ask("SELECT l, r, pattern FROM pairs ORDER BY l, r")
    left, right, pattern = (found.column(name).to_numpy() for name in ("l", "r", "pattern"))
    person = np.array([each.person for each in lists.rows])
    event = np.array([lists.dead[each.person].event for each in lists.rows])
    latin = np.array([each or False for each in rows.column("given_latin").to_pylist()])
    wanted = (latin[left] != latin[right]) & (event[left] == event[right])
    levels = unpacked(pattern[wanted], VICTIMS.sizes)
    for at, name in enumerate(VICTIMS.names):
        if name not in only:
            levels[:, at] = 0
    forest: Forest = shipped().forest
    odds, same = scores(forest, levels), (person[left] == person[right])[wanted]
    return auc(odds[same], odds[~same])


def _row(measure: str, values: list[float], bar: str = "", note: str = "") -> Row:
    seeds = f"seeds 1-{len(values)}: " + " ".join(f"{each:.3f}" for each in values)
    return Row(
        set=SET, measure=measure, value=f"{np.mean(values):.3f}", bar=bar, note="; ".join(n for n in (note, seeds) if n)
    )


def _covering(measure: str, small: list[Linked], which: int) -> Row:
    covers = sum(each.counts[which].low90 <= each.true <= each.counts[which].high90 for each in small)
    off = np.mean([abs(each.counts[which].median / each.true - 1) for each in small])
    return Row(
        set=SET,
        measure=measure,
        value=f"{covers} of {len(small)}",
        bar="17 of 20",
        note=f"{SMALL:,} rows; median off by {off:.1%}",
    )

"""From an invented population of known size over four lists and their linkage to estimates: is the truth in them?

No set is read. A population is drawn by the project's generator, each person put on each list by a chance that depends
on the design, the rows written as lists write them, linked without labels, and estimated over sampled linkages.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from math import exp, log
from multiprocessing import get_context
from pathlib import Path
from random import Random

import numpy as np

from bench.measure.row import Row
from sijill.chain.estimates.sampling import Compared, linkages
from sijill.chain.persons.weights import model_of
from sijill.demo.lists.generator import LISTS
from sijill.demo.lists.population import Dead, population
from sijill.demo.lists.rows import victim_rows
from sijill.demo.lists.writing import Row as ListRow
from sijill.demo.lists.writing import written
from sijill.estimate.checks import short
from sijill.estimate.fits import fit_all
from sijill.estimate.overlap import counted
from sijill.estimate.panel import CLASSES, HEADLINE, Effort
from sijill.estimate.replicates import combined
from sijill.link.persons.linking import link_rows
from sijill.model.arrow import to_table
from sijill.model.estimate import Overlap
from sijill.model.person import RecordId, VictimRow
from sijill.store.engines.duck import DuckEngine

PERSONS, SEEDS, LINKAGES, PROCESSES = 1000, 20, 20, 2
STYLES = [replace(each, repeats=0.0, unnamed=0.0) for each in LISTS]
HEARD = (0.45, 0.35, 0.3, 0.2)
"""Chance to be on each list, of a person without a leaning."""
Leaning = Callable[[Dead, Random], float]
"""Of a person, on the log-odds scale: above zero is heard of more."""


def _none(person: Dead, random: Random) -> float:
    return 0.0


def _two_kinds(person: Dead, random: Random) -> float:
    return 1.0 if random.random() < 0.4 else -0.7


def _by_degrees(person: Dead, random: Random) -> float:
    return random.gauss(0, 1.5)


def _invisible(person: Dead, random: Random) -> float:
    return -6.0 if random.random() < 0.2 else 0.0


DESIGNS: Mapping[str, tuple[Leaning, str]] = {
    "everybody alike": (_none, ">= 18 of 20"),
    "two kinds of people": (_two_kinds, ""),
    "people differ by degrees": (_by_degrees, ""),
    "a fifth nearly invisible": (_invisible, ""),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """documented: true persons on a list; linked: persons that linkage made of them; the two intervals."""

    documented: int
    linked: int
    classes: tuple[float, float, float]
    over_models: tuple[float, float]


def once(name: str, seed: int) -> Once:
    """Draw, write, link, sample linkages, estimate."""
    rows = listed(population(PERSONS, seed), DESIGNS[name][0], seed)
    flat = to_table(VictimRow, victim_rows(rows))
    with DuckEngine() as engine:
        linked = link_rows(flat, engine, model_of(()))
    names = [each.name for each in STYLES]
    on = np.array([names.index(each.list) for each in rows], dtype=np.int64)
    records = [RecordId(str(n)) for n in range(len(rows))]
    drawn = linkages(Compared(records=records, lists=on, pairs=linked.pairs), number=LINKAGES, seed=seed)
    tables = [
        Overlap(
            lists=tuple(names),
            counts=counted(({rows[row].list for row in person} for person in persons), names),
            replicate=replicate,
        )
        for replicate, persons in enumerate(drawn)
    ]
    found = {each.model: each for each in combined(tables, fit_all(tables, short(Effort(seed=seed))))}
    classes = found[CLASSES]
    return Once(
        documented=len({each.person for each in rows}),
        linked=len(np.unique(linked.group)),
        classes=(classes.low95 or 0.0, classes.median or 0.0, classes.high95 or 0.0),
        over_models=found[HEADLINE].range_over_models or (0.0, 0.0),
    )


def listed(dead: Sequence[Dead], leaning: Leaning, seed: int) -> list[ListRow]:
    """The rows of four lists, in no order of persons."""
    random = Random(f"{seed} who is listed")
    leans = [leaning(person, random) for person in dead]
    rows: list[ListRow] = []
    for style, heard in zip(STYLES, HEARD, strict=True):
        for person, lean in zip(dead, leans, strict=True):
            if random.random() < 1 / (1 + exp(-(log(heard / (1 - heard)) + lean))):
                rows.append(written(person, style, len(rows), random))
    random.shuffle(rows)
    return rows


def run(data: Path) -> list[Row]:
    """One row for each design."""
    del data
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        return [
            row(name, list(pool.map(once, [name] * SEEDS, range(1, SEEDS + 1))), bar)
            for name, (_, bar) in DESIGNS.items()
        ]


def row(name: str, repeated: Sequence[Once], bar: str) -> Row:
    """How often the interval held the truth, over models and of the latent classes."""
    held = sum(each.over_models[0] <= PERSONS <= each.over_models[1] for each in repeated)
    classes = sum(each.classes[0] <= PERSONS <= each.classes[2] for each in repeated)
    low = sum(each.over_models[1] < PERSONS for each in repeated)
    off = np.mean([each.linked / each.documented - 1 for each in repeated])
    seen = np.mean([each.documented for each in repeated])
    middle = np.median([each.classes[1] for each in repeated])
    least, most = (np.median([each.over_models[i] for each in repeated]) for i in (0, 1))
    note = (
        f"latent classes alone {classes}; {low} ranges too low; documented {seen:.0f} of {PERSONS:,}, linkage"
        f" {off:+.1%}; medians of the latent classes' median {middle:,.0f} and of the range {least:,.0f} to {most:,.0f}"
    )
    measure = f"lists, linkage, estimate: {name}"
    return Row(set="drawn here", measure=measure, value=f"{held} of {len(repeated)}", bar=bar, note=note)

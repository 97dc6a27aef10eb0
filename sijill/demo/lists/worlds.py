"""Several invented wars, unlike each other, to train on: what holds in all of them may hold in the next."""

from collections.abc import Iterator
from dataclasses import replace
from math import exp, log
from random import Random

from sijill.demo.lists.generator import LISTS, Lists, generated
from sijill.demo.lists.names import SPELLINGS
from sijill.demo.lists.population import World
from sijill.demo.lists.writing import Style


def worlds(number: int, persons: int, seed: int, *, reach: float = 0.0, noise: float = 1.0) -> Iterator[Lists]:
    """`number` populations of `persons`, with lists that differ in script, spelling, care, reach and in what a day
    means.

    reach   by how much all lists hear of more than they would [log-odds]
    noise   how many times as many faults they make
    """
    random = Random(seed)
    for nth in range(number):
        unlike = [_unlike(style, random, mixed=nth % 2 == 1) for style in LISTS]
        styles = tuple(_shifted(style, reach, noise) for style in unlike)
        if nth % 4 == 3:
            styles = (*styles[:3], replace(styles[3], arabic=styles[0].arabic, copies=styles[0].name, copied=0.15))
        world = World(
            days=random.choice((1500, 2200, 2600)),
            tail=random.choice((1.1, 1.2, 1.35)),
            alone=random.choice((0.35, 0.45, 0.55)),
            together=random.choice((0.15, 0.22, 0.3)),
            steep=random.choice((0.8, 0.9, 1.0)),
        )
        yield generated(persons, seed + nth, styles, world)


def _unlike(style: Style, random: Random, *, mixed: bool) -> Style:
    return replace(
        style,
        arabic=random.random() < 0.5 if mixed else style.arabic,
        spelling=random.choice(SPELLINGS),
        slips=random.choice((0.6, 1.0, 1.4)),
        heard=min(0.7, max(0.15, style.heard + random.uniform(-0.12, 0.12))),
        father=min(0.95, max(0.1, style.father + random.uniform(-0.2, 0.2))),
        mother=random.choice((0.0, 0.0, 0.2)),
        dates=random.choice(("death", "death", "burial", "report", "hijri")),
        exact=min(0.95, max(0.5, style.exact + random.uniform(-0.1, 0.1))),
    )


def _shifted(style: Style, reach: float, noise: float) -> Style:
    heard = 1 / (1 + exp(-(log(style.heard / (1 - style.heard)) + reach)))
    return replace(style, heard=heard, slips=style.slips * noise)

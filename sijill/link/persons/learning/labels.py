"""Training from what the desk judged: the shipped trees, then further ones for what they get wrong here, then
calibration.

With a few hundred judgements the shipped model stands and is only calibrated; with more, small trees learn what is
particular to these lists. The result is one forest, at rest as JSON in the ledger.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sijill.errors import SijillError
from sijill.link.persons.learning.boosting import Floats, Forest, Tree, trained
from sijill.link.persons.learning.scoring import scores

LEAST, PER_TREE, MOST, DEPTH = 60, 40, 60, 3
STEPS, RIDGE = 50, 0.05


class TooFewJudgements(SijillError):
    """Not enough to learn from."""

    def __init__(self, *, same: int, different: int) -> None:
        super().__init__(
            f"{same} pairs are judged the same and {different} different: wanted {LEAST} in all and 10 of each;"
            " `sijill show CASE pairs --doubtful` lists those worth a judgement"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Judged pairs: their levels [pairs, comparisons], whether they are one person, and what each stands for
    (weight).
    """

    levels: NDArray[np.int8]
    same: NDArray[np.bool_]
    weight: Floats


def learned(prior: Forest, labels: Labels) -> Forest:
    """The forest after the judgements. Raises TooFewJudgements."""
    same = int(labels.same.sum())
    different = len(labels.same) - same
    if same + different < LEAST or min(same, different) < 10:
        raise TooFewJudgements(same=same, different=different)
    rounds = min(MOST, len(labels.same) // PER_TREE)
    start = scores(prior, labels.levels)
    weight = labels.weight / labels.weight.mean()
    more = trained(
        labels.levels,
        np.where(labels.same, weight, 0.0),
        np.where(labels.same, 0.0, weight),
        names=prior.names,
        rounds=rounds,
        depth=DEPTH,
        start=start,
    )
    both = Forest(names=prior.names, base=prior.base, trees=(*prior.trees, *more.trees))
    return calibrated(both, labels)


def calibrated(forest: Forest, labels: Labels) -> Forest:
    """Scaled and shifted so that log-odds mean what they say on the judgements (Platt 1999; slope held near one)."""
    at = np.clip(scores(forest, labels.levels), -30, 30)
    weight = labels.weight / labels.weight.mean()
    line = np.array([1.0, 0.0])
    held = RIDGE * len(at)

    def loss(line: Floats) -> float:
        odds = line[0] * at + line[1]
        return float((weight * (np.logaddexp(0, odds) - labels.same * odds)).sum() + held * (line[0] - 1) ** 2 / 2)

    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(line[0] * at + line[1])))
        error, curve = weight * (p - labels.same), weight * p * (1 - p)
        gradient = np.array([(error * at).sum() + held * (line[0] - 1), error.sum()])
        cross = (curve * at).sum()
        second = np.array([[(curve * at * at).sum() + held, cross], [cross, curve.sum() + 1e-6]])
        step = np.linalg.solve(second, gradient)
        while loss(line - step) > loss(line) and np.abs(step).max() > 1e-9:
            step = step / 2
        line = line - step
    slope, shift = float(line[0]), float(line[1])
    slope, shift = round(max(0.2, slope), 6), round(shift, 6)
    return Forest(
        names=forest.names,
        base=round(forest.base * slope + shift, 6),
        trees=tuple(
            Tree(feature=tree.feature, at=tree.at, leaf=tuple(round(leaf * slope, 6) for leaf in tree.leaf))
            for tree in forest.trees
        ),
    )

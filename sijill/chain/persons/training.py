"""Training from the judgements of a case: what is learned is a decision of a person, and rests in the ledger as
JSON.
"""

from collections.abc import Sequence

import numpy as np

from sijill.chain.persons.weights import KIND, model_of
from sijill.link.persons.learning.labels import Labels, learned
from sijill.link.persons.learning.model import Weights
from sijill.link.persons.victims import VICTIMS
from sijill.model.decision import Decision, DecisionId, Verdict
from sijill.model.exchange import to_json
from sijill.model.person import Likeness
from sijill.store.ledger import Ledger


def train(ledger: Ledger, pairs: Sequence[Likeness], *, by: str, at: str, id_: str) -> int:
    """Learn from the pairs that were judged, and record it; how many there were. Raises TooFewJudgements.

    pairs   with their levels, as the last run left them
    """
    judged = [each for each in pairs if each.levels and each.judged in (Verdict.SAME, Verdict.DIFFERENT)]
    levels = np.array([[each.levels[name] for name in VICTIMS.names] for each in judged], dtype=np.int8)
    labels = Labels(
        levels=levels.reshape(len(judged), len(VICTIMS.names)),
        same=np.array([each.judged is Verdict.SAME for each in judged], dtype=bool),
        weight=np.ones(len(judged)),
    )
    decisions = ledger.decisions()
    forest = learned(model_of(decisions).forest, labels)
    last = next((each for each in reversed(decisions) if each.kind == KIND), None)
    made = Decision(
        id=DecisionId(id_),
        kind=KIND,
        about=("persons",),
        value=to_json(Weights(spec=VICTIMS.digest, forest=forest)),
        by=by,
        at=at,
        because=f"trained on {len(judged)} judged pairs",
    )
    ledger.decide(made, seen=last.id if last else None)
    return len(judged)

"""Which model weighs pairs in this case: that of the last training, which is a decision of a person; else the
shipped one.
"""

from collections.abc import Sequence

from sijill.link.persons.learning.model import Guarded, Weights, checked, shipped
from sijill.model.decision import Decision
from sijill.model.exchange import from_json

KIND = "weights"


def model_of(decisions: Sequence[Decision]) -> Guarded:
    """The model in force. Raises WeightsOfAnotherSpec if a training of this case speaks of other comparisons."""
    trained = [each for each in decisions if each.kind == KIND]
    weights = checked(from_json(Weights, trained[-1].value)) if trained else shipped()
    return Guarded(forest=weights.forest)

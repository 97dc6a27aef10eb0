"""What people decided, as the steps take it: without what was taken back, and with dates where they belong."""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.model.decision import Decision, DecisionId
from sijill.model.document import Document

TAKEN_BACK = "null"


def new_decision() -> DecisionId:
    """An id for a decision that somebody makes now."""
    return DecisionId("dec_" + os.urandom(10).hex())


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """In their order, without the matters whose last decision takes everything back."""
    last = {(each.kind, each.about): each.value for each in decisions}
    return [each for each in decisions if last[each.kind, each.about] != TAKEN_BACK]


def dated(documents: Iterable[Document], decisions: Iterable[Decision]) -> list[Document]:
    """The documents, each with the date of publication that somebody decided. What was captured stays as it is."""
    days = {each.about[0]: json.loads(each.value) for each in decisions if each.kind == "date" and len(each.about) == 1}
    return [replace(each, published=days[each.id]) if each.id in days else each for each in documents]

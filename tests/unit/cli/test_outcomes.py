"""What became of added files stays small however many there are, and says the same as if all were kept."""

import sys

from sijill.chain.intake import Outcome
from sijill.cli.records.outcomes import KINDS, OTHERS, Batch, summary
from sijill.model.document import State


def batch_of(outcomes):
    batch = Batch()
    for each in outcomes:
        batch.add(each)
    return batch


def outcome(number, **told):
    return Outcome(name=f"{number}.txt", kept=True, **told)


def held(value, seen):
    """Objects that hang on a value."""
    if id(value) in seen:
        return 0
    seen.add(id(value))
    inside = [getattr(value, each) for each in getattr(value, "__slots__", ())]
    inside += [*value, *(value.values() if isinstance(value, dict) else ())] if isinstance(value, dict | list) else []
    return sys.getsizeof(value) + sum(held(each, seen) for each in inside)


def test_files_without_a_remark_take_no_memory():
    few, many = (batch_of(outcome(at, accepted=1) for at in range(count)) for count in (1_000, 20_000))
    assert held(many, set()) < 1.1 * held(few, set())
    assert summary(many) == "20,000 files: 20,000 documents accepted, 0 known already, 0 rows quarantined"
    assert list(many.rows()) == []


def test_of_many_files_those_of_a_kind_are_one_row():
    accepted = [outcome(at, accepted=2) for at in range(100)]
    unread = [outcome(at) for at in range(100, 107)]
    for each in unread:
        each.states[State.UNSUPPORTED] += 1
    alone = outcome(200, accepted=3)
    alone.quarantined["bad_row"] += 4
    batch = batch_of([*accepted, *unread, alone])
    assert [(row.name, row.accepted, row.quarantined) for row in batch.rows()] == [("7 files", 0, 0), ("200.txt", 3, 4)]
    assert summary(batch).endswith("203 documents accepted, 0 known already, 4 rows quarantined, 7 files not read")


def test_of_few_files_each_has_its_row():
    batch = batch_of(outcome(at, accepted=1) for at in range(3))
    assert [row.name for row in batch.rows()] == ["0.txt", "1.txt", "2.txt"]


def test_remarks_without_number_are_put_together():
    """A refusal can hold the name of its file: a folder of a million such files is still one row more."""
    batch = batch_of(outcome(at, refused=f"{at} is no table") for at in range(KINDS + 500))
    assert len(batch.alike) == KINDS + 1
    assert batch.alike[OTHERS].files == 500

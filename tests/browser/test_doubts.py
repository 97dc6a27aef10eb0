"""Doubts answered by keyboard alone: one key for an answer."""

from bench.desk.doubts import answer

ANSWERS, WRITTEN, SLIP = 14, 2 * len("eTarvish") + 2, 2


def test_doubts_are_answered_without_a_mouse_one_key_each(tmp_path):
    told = answer(tmp_path / "case", ANSWERS)
    assert told.answered == ANSWERS
    assert told.mouse == 0
    assert told.kinds["undone"] == 1
    assert "the first candidate" in told.kinds
    assert told.keys <= ANSWERS - told.kinds["written"] + WRITTEN + SLIP

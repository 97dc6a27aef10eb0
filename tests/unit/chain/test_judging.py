"""Judgements of a table: as spreadsheets write it, of records that are there."""

import pytest

from sijill.chain.persons.judging import Judgement, NoSuchRecord, NotAJudgement, in_full, read_judgements
from sijill.model.decision import Verdict

RECORDS = ("rec_0a11", "rec_0a12", "rec_0b", "rec_0b77")


def judged(left, right):
    (told,) = in_full([Judgement(left=left, right=right, verdict=Verdict.SAME, because="one mother")], RECORDS)
    return told.left, told.right


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_may_stand_between_any_of_the_marks_of_spreadsheets(tmp_path, mark):
    lines = (mark.join(each) for each in (("left", "right", "verdict", "because"), ("rec_1", "psn_2", "same", "kin")))
    (tmp_path / "pairs.csv").write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    (told,) = read_judgements(tmp_path / "pairs.csv")
    assert (told.left, told.right, told.verdict, told.because) == ("rec_1", "psn_2", Verdict.SAME, "kin")


def test_a_missing_column_is_named(tmp_path):
    (tmp_path / "pairs.csv").write_text("left;right;verdict\n", encoding="utf-8")
    with pytest.raises(NotAJudgement, match="columns because"):
        read_judgements(tmp_path / "pairs.csv")


def test_a_beginning_stands_for_the_one_record_or_person_that_has_it():
    assert judged("rec_0a11", "psn_0a12") == ("rec_0a11", "psn_0a12")
    assert judged("psn_0b7", "rec_0b") == ("psn_0b77", "rec_0b")


@pytest.mark.parametrize(("seen", "said"), [("rec_0a1", "write more letters"), ("psn_0c", "no record or person")])
def test_a_beginning_of_none_or_of_several_judges_nothing(seen, said):
    with pytest.raises(NoSuchRecord, match=said):
        judged(seen, "rec_0b")

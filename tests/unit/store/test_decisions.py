"""A decision is appended, never edited; the last one is in force; nobody overwrites what they have not seen."""

import json
import threading

import pytest

from sijill.store.decisions import DecidedTwice, DecisionConflict, MissingReason
from tests.unit.store.register import decision, new_ledger, reopened

pytestmark = pytest.mark.usefixtures("either_home")


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as ledger:
        yield ledger


def test_the_last_decision_on_a_matter_is_in_force_and_all_are_kept(ledger):
    first, second = decision(1, '"plc_a"'), decision(2, '"plc_b"')
    other = decision(3, '"plc_c"', about=("Orrin", "Velm"))
    ledger.decide(first, seen=None)
    ledger.decide(other, seen=None)
    ledger.decide(second, seen=first.id)
    assert ledger.decisions() == [first, other, second]
    assert ledger.settled("place") == {("Velm",): second, ("Orrin", "Velm"): other}
    assert ledger.decisions("party") == []


def test_who_has_not_seen_the_last_decision_is_shown_both(ledger):
    first, second = decision(1, '"plc_a"'), decision(2, '"plc_b"')
    ledger.decide(first, seen=None)
    with pytest.raises(DecisionConflict, match=r"plc_b.*plc_a") as conflict:
        ledger.decide(second, seen=None)
    assert (conflict.value.offered, conflict.value.settled) == (second, first)
    assert ledger.decisions() == [first]


def test_to_have_seen_a_decision_that_does_not_exist_is_a_conflict(ledger):
    with pytest.raises(DecisionConflict, match="nothing is decided"):
        ledger.decide(decision(2, '"plc_b"'), seen=decision(1, "").id)


def test_a_decision_says_why(ledger):
    with pytest.raises(MissingReason, match="say why"):
        ledger.decide(decision(1, '"plc_a"', because="  "), seen=None)


def test_an_id_is_used_once(ledger):
    ledger.decide(decision(1, '"plc_a"'), seen=None)
    with pytest.raises(DecidedTwice, match="dec_1"):
        ledger.decide(decision(1, '"plc_b"', about=("Orrin",)), seen=None)


def test_the_log_counts_the_versions_of_a_matter(ledger):
    ledger.decide(decision(1, '"a"'), seen=None)
    ledger.decide(decision(2, '"b"'), seen=decision(1, "").id)
    first, second = map(json.loads, ledger.log_records()[1:])
    assert (first["ver"], second["ver"]) == ([0, 1], [1, 2])
    assert first["obj"] == second["obj"]
    assert first["act"] == "resolve.decide"


def test_of_many_reviewers_at_once_none_overwrites_another(ledger, tmp_path):
    """Eight reviewers, ten decisions each, on one matter: each tries again until it has seen the last one."""
    conflicts = []

    def review(reviewer: int) -> None:
        with reopened(tmp_path) as own:
            for turn in range(10):
                while True:
                    last = own.settled("place").get(("Velm",))
                    mine = decision(reviewer * 100 + turn, f'"{reviewer}/{turn}"')
                    try:
                        own.decide(mine, seen=last.id if last else None)
                        break
                    except DecisionConflict as conflict:
                        conflicts.append(conflict)

    reviewers = [threading.Thread(target=review, args=(number,)) for number in range(8)]
    for each in reviewers:
        each.start()
    for each in reviewers:
        each.join()
    assert len(ledger.decisions("place")) == 80
    assert ledger.size == 81


def test_several_decisions_are_taken_together_or_not_at_all(ledger):
    """Events put together are several decisions: half of them would be a register that nobody decided."""
    first, other = decision(1, '"plc_a"'), decision(2, '"plc_b"', about=("Orrin",))
    ledger.decide(first, seen=None)
    late = decision(3, '"plc_c"')
    with pytest.raises(DecisionConflict):
        ledger.decide_all([(other, None), (late, None)])
    assert ledger.decisions() == [first]
    ledger.decide_all([(other, None), (late, first.id)])
    assert ledger.decisions() == [first, other, late]


def test_the_history_of_a_matter_is_what_was_decided_on_it_first_to_last(ledger):
    first, other, second = decision(1, '"a"'), decision(2, '"b"', about=("Orrin",)), decision(3, '"c"')
    for each, seen in ((first, None), (other, None), (second, first.id)):
        ledger.decide(each, seen=seen)
    assert ledger.history("place", ("Velm",)) == [first, second]
    assert ledger.history("place", ("Nowhere",)) == []


def test_a_role_that_is_given_is_a_decision_and_an_act_of_its_own(ledger):
    ledger.decide(decision(1, '["reviewer"]', kind="grant", about=("u:0000beef",)), seen=None)
    assert json.loads(ledger.log_records()[-1])["act"] == "access.grant"

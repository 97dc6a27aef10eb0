"""The tables of hand/ say what the ledger says, and a table that says so already is left alone."""

import json

from sijill.model.decision import Decision, DecisionId
from sijill.store.hand import write_hand
from sijill.store.packs import load_hand, write_hand_templates


def decided(number, about, value):
    return Decision(
        id=DecisionId(f"dec_{number}"), kind="place", about=about, value=json.dumps(value), by="u:0", at="", because="x"
    )


ROW = {"id": "kessa", "name": "Kessa", "aliases": ["Kesa", "كيسا"], "lat": 1.5, "lon": 2.5, "kind": "site",
       "within": [], "because": "a map, or so"}  # fmt: skip


def test_rows_are_written_as_they_were_last_decided_and_read_back_the_same(tmp_path):
    write_hand_templates(tmp_path)
    write_hand(tmp_path, [decided(1, ("kessa",), {**ROW, "name": "Old"}), decided(2, ("kessa",), ROW)])
    (place,) = load_hand(tmp_path).places
    assert (place.name, place.aliases, place.lat, place.because) == ("Kessa", ("Kesa", "كيسا"), 1.5, ROW["because"])


def test_a_name_that_was_settled_is_no_row_and_a_row_taken_back_is_gone(tmp_path):
    write_hand_templates(tmp_path)
    write_hand(tmp_path, [decided(1, ("Kesa",), "kessa"), decided(2, ("kessa",), ROW), decided(3, ("kessa",), None)])
    assert load_hand(tmp_path).places == ()


def test_a_table_that_says_the_same_is_left_alone(tmp_path):
    write_hand(tmp_path, [decided(1, ("kessa",), ROW)])
    before = (tmp_path / "places.csv").stat().st_mtime_ns
    write_hand(tmp_path, [decided(1, ("kessa",), ROW)])
    assert (tmp_path / "places.csv").stat().st_mtime_ns == before

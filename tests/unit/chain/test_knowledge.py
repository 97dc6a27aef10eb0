"""What a case knows: packs, and rows of hand/ that became decisions, of which the last on a row wins."""

import pytest

from sijill.case import read_case
from sijill.chain.knowledge import changed_rows, decided, know
from sijill.cli.init import begin
from sijill.store.ledger import Ledger
from sijill.store.packs import BadRow, load_pack

HEADER = "id,name,aliases,lat,lon,kind,within,because\n"


@pytest.fixture
def case(tmp_path):
    begin(tmp_path / "case", title="Orvan", packs=("demo",))
    return read_case(tmp_path / "case")


def take_over(case):
    """What `run` does with hand/: the decisions made, and everything known afterwards."""
    with Ledger.open(case.ledger) as ledger:
        made = list(changed_rows(case, ledger.decisions(), by=ledger.account("analyst"), at="2031-01-01T00:00:00Z"))
        for decision, before in made:
            ledger.decide(decision, seen=before)
        return [decision for decision, _ in made], know(case, ledger.decisions())


def place(known, key):
    return next((each for each in known.places if each.id == key), None)


def test_a_pack_is_known_from_the_start(case):
    made, known = take_over(case)
    assert made == []
    assert {"tessavar-government", "orrakan-front", "lorvania"} == {each.id for each in known.parties}
    assert "Bilqara" in known.vocabulary.places


def test_a_row_written_by_hand_becomes_a_decision_with_its_reason(case):
    (case.hand / "places.csv").write_text(
        HEADER + "h1,Old Mill,The Mill,-45.7,-126.4,site,demo-belqara,survey of the town\n"
    )
    made, known = take_over(case)
    assert [(each.kind, each.about, each.because) for each in made] == [("place", ("h1",), "survey of the town")]
    assert place(known, "h1").aliases == ("The Mill",)


def test_a_row_that_did_not_change_is_decided_once(case):
    (case.hand / "places.csv").write_text(HEADER + "h1,Old Mill,,,,site,,survey\n")
    take_over(case)
    made, _ = take_over(case)
    assert made == []


def test_the_last_decision_on_a_row_wins(case):
    for name in ("Old Mill", "New Mill"):
        (case.hand / "places.csv").write_text(HEADER + f"h1,{name},,,,site,,survey\n")
        made, known = take_over(case)
        assert len(made) == 1
    assert place(known, "h1").name == "New Mill"


def test_a_row_taken_out_is_withdrawn_and_may_come_back(case):
    (case.hand / "places.csv").write_text(HEADER + "h1,Old Mill,,,,site,,survey\n")
    take_over(case)
    (case.hand / "places.csv").write_text(HEADER)
    made, known = take_over(case)
    assert [each.value for each in made] == ["null"] and place(known, "h1") is None
    (case.hand / "places.csv").write_text(HEADER + "h1,Old Mill,,,,site,,survey\n")
    made, known = take_over(case)
    assert len(made) == 1 and place(known, "h1") is not None


def test_the_ledger_is_what_is_read_not_the_table(case):
    (case.hand / "places.csv").write_text(HEADER + "h1,Old Mill,,,,site,,survey\n")
    take_over(case)
    (case.hand / "places.csv").unlink()
    with Ledger.open(case.ledger) as ledger:
        assert [each.id for each in decided(ledger.decisions()).places] == ["h1"]


def test_a_row_under_an_id_of_the_gazetteer_adds_a_name_to_that_place(case):
    _, before = take_over(case)
    country = place(before, "country:SY")
    (case.hand / "places.csv").write_text(HEADER + "country:SY,Syria,Old Name,,,country,,a map of 1890\n")
    _, after = take_over(case)
    assert place(after, "country:SY").lat == country.lat
    assert {"Old Name", *country.aliases} <= {*place(after, "country:SY").aliases, "Syria"}


def test_a_row_without_its_reference_is_refused_by_name(case):
    (case.hand / "places.csv").write_text(HEADER + "h1,Old Mill,,,,site,,\n")
    with pytest.raises(BadRow, match=r"hand/places\.csv row 2: an empty because"):
        take_over(case)


def test_the_larger_towns_of_the_countries_beside_are_known_too(tmp_path):
    """So that a town of the same name on the other side of a border is a question and no guess."""
    begin(tmp_path / "case", title="Tell Orvan", packs=("syria",))
    known = know(read_case(tmp_path / "case"), [])
    within = {each.within[-1] for each in known.places if each.kind == "settlement" and each.within}
    assert {"country:SY", "country:TR", "country:IQ", "country:LB"} <= within
    assert known.home == ("country:SY",)


def test_the_places_of_a_pack_are_words_to_look_for_in_every_spelling(tmp_path):
    begin(tmp_path / "case", title="Tell Orvan", packs=("syria",))
    known = know(read_case(tmp_path / "case"), [])
    own = load_pack("syria").places
    assert own
    assert {name for each in own for name in (each.name, *each.aliases)} <= set(known.vocabulary.places)

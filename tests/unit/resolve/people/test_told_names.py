"""Full names that two reports tell: who was harmed, who saw it, where exactly."""

from sijill.language.folding import fold
from sijill.resolve.people.told_names import told_names

DAY = "2031-05-02"


def shared(*texts, known=(), days=None):
    papers = {f"doc_{at}": text for at, text in enumerate(texts)}
    published = {each: (days[at] if days else DAY) for at, each in enumerate(papers)}
    return [{name for _, name in names} for names in told_names(papers, published, known=known).values()]


def test_a_name_that_two_reports_tell_is_kept_of_both():
    assert shared("Karim Haddad, 34, died.", "His brother said Karim Haddad was a baker.") == [{"karim hadad"}] * 2


def test_where_it_stands_is_kept_for_reports_on_several_incidents():
    text = "Two died. The doctor was Karim Haddad."
    found = told_names({"a": text, "b": "Karim Haddad"}, {"a": DAY, "b": DAY}, known=())
    assert found["a"] == ((text.index("Karim"), "karim hadad"),)


def test_a_name_of_one_report_says_nothing():
    assert shared("Karim Haddad died.", "Five died.") == []


def test_words_at_the_edge_of_a_run_of_capitals_are_no_name():
    assert (
        shared("On Monday Karim Haddad died. In May", "By Monday Karim Haddad was dead. In May")
        == [{"karim hadad"}] * 2
    )


def test_places_sources_and_offices_are_compared_as_what_they_are():
    text = "The Belqara Courier, the Tessavar Army and Upper Town of Deir Kessa"
    assert shared(text, text, known={fold("Belqara Courier"), fold("Deir Kessa"), fold("Upper Town")}) == []


def test_a_faith_a_people_and_a_heading_name_nobody():
    for text in (
        "Of the Sunni Muslim quarter",
        "In the Old City of it",
        "21 Civilians Killed by night",
        "US Led raids",
    ):
        assert shared(text, text) == [], text


def test_the_genitive_of_a_place_is_no_name_also_without_its_apostrophe():
    known = {fold("Ruritania"), fold("Kessa"), fold("Borduria")}
    for text in ("shelling in Ruritanias Kessa went on", "Ruritania's Kessa was hit", "for Kessa Borduria stands"):
        assert shared(text, text, known=known) == [], text
    assert shared(*["Karim Haddads house"] * 2, known=known) == [{"karim hadads"}] * 2


def test_those_who_wrote_a_report_are_nobody_in_it():
    assert shared("Five died. Reporting by Karim Haddad", "Six died. (Editing by Karim Haddad)") == []


def test_somebody_public_is_told_of_for_months_and_says_nothing():
    days = [f"2031-{month:02}-01" for month in range(1, 13)] + ["2032-01-01"]
    assert shared(*["President Karim Haddad spoke."] * 13, days=days) == []


def test_a_victim_of_an_incident_that_everybody_reports_is_not_public():
    assert shared(*["Karim Haddad died."] * 13) == [{"karim hadad"}] * 13

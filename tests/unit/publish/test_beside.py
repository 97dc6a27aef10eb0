"""Running tolls, what recurs and what parties say themselves: in a release with all their words, or not at all."""

from dataclasses import replace

import pytest

from sijill.model.beside.pattern import Pattern, Recurs
from sijill.model.beside.series import Series
from sijill.model.claim import Act, Harm, Reach, Stance
from sijill.model.finding import Position, Stated, TollAt
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.release import Profile
from sijill.model.release.rules import QuotedWords, ReleaseRules
from sijill.model.source import Speaker, SpeakerKind
from sijill.model.toll import Toll
from sijill.model.when import Period, Precision
from sijill.publish.editions import editions
from sijill.publish.formats.tables import tables
from sijill.publish.material import Edition
from sijill.publish.pages import sound_only
from sijill.publish.release.released import released
from sijill.publish.site import site
from tests.unit.publish.belqara import ARMY
from tests.unit.publish.test_pages import Page

KEY = b"k" * 32
RULES = ReleaseRules(place=PlacePrecision.SETTLEMENT, quotes=QuotedWords.ALL)
SINCE = Period(start="2021-01-01", end="2021-03-11", precision=Precision.RANGE, text="since the cisterns ran dry")
AZELAN = Where(text="all of Azelan", place=PlaceId("demo-azelan"), precision=PlacePrecision.PROVINCE)
PLACES = {
    "demo-azelan": Place(id=PlaceId("demo-azelan"), name="Azelan", aliases=("أزيلان",), kind="province"),
    "demo-belqara": Place(
        id=PlaceId("demo-belqara"), name="Belqara", kind="settlement", within=(PlaceId("demo-azelan"),)
    ),
}


@pytest.fixture
def house(case):
    """The case with a bulletin on a province, a pattern over three of its events, and a general denial."""
    paper = case.report("ledger.txt", "By our count 940 have died in all of Azelan since the cisterns ran dry.")
    told = case.says(paper, "940 have died in all of Azelan since the cisterns ran dry", when=SINCE, where=AZELAN)
    never = next(each for each in case.claims.values() if each.reach is Reach.GENERAL)
    events = tuple(each.id for each in case.findings[:3])
    series = Series(
        id="ser_" + "1" * 20,
        issuer=f"copies:{paper.id}",
        scope="all of Azelan since the cisterns ran dry",
        harm=Harm.KILLED,
        where=AZELAN,
        when=SINCE,
        cumulative=True,
        as_of="2021-03-11",
        low=940,
        high=940,
        bulletins=(TollAt(as_of="2021-03-11", low=940, high=940, claims=(told.id,)),),
        documents=(paper.id,),
        counted_low=21,
        counted_high=89,
        adds_low=919,
        adds_high=851,
        inside=events[:1],
    )
    repeated = Pattern(
        id="pat_" + "2" * 20,
        kind=Recurs.REPEATED,
        party=ARMY,
        act=Act.SHELLING,
        place=PlaceId("demo-belqara"),
        when=Period(start="2021-03-04", end="2021-03-09", precision=Precision.RANGE),
        events=events,
        independent=2,
        killed_low=421,
        unknown=1,
    )
    stated = Pattern(
        id="pat_" + "3" * 20,
        kind=Recurs.STATED,
        party=ARMY,
        act=Act.OTHER,
        stance=Stance.DENIES,
        claims=(never.id,),
    )
    market = case.findings[0]
    said = Stated(
        claim=market.claims[0],
        day="2021-03-09",
        stance=Stance.ASSERTS,
        about=None,
        reach=Reach.THIS_EVENT,
        harm=Harm.KILLED,
        low=31,
        high=None,
        concedes=True,
    )
    case.findings[0] = replace(market, positions=(Position(party=ARMY, stated=(said,)),))
    edition = Edition(profile=Profile.PUBLIC, number=1, as_of="2031-05-21")
    return case.material(edition=edition, series=[series], patterns=[repeated, stated], places=PLACES)


def page(material, name="beside.html"):
    return dict(site(material, RULES, refused=(), data={}, pictures=(), made_with="1"))[name].decode()


def rows(material, name):
    table = next(each for each in tables(material) if each.name == name)
    return [{column.name: column.cell(row) for column in table.columns} for row in table.rows]


def test_a_running_toll_leaves_with_its_words_and_what_the_total_holds_of_it(house):
    out, stays = released(house, RULES, KEY)
    assert not stays
    shown = " ".join(" ".join(Page(page(out)).texts["article"][:1]).split())
    assert shown.startswith("Killed 940 ")
    for told in ("Azelan, 1 January to 11 March 2021", "The total holds of it21 to 89", "Beyond the total851 to 919"):
        assert told in shown
    assert "940 have died in all of Azelan since the cisterns ran dry" in shown
    (toll,), (bulletin,) = rows(out, "running_tolls"), rows(out, "bulletins")
    assert (toll["low"], toll["counted_low"], toll["adds_high"]) == (940, 21, 851)
    assert bulletin["series"] == toll["id"] != house.series[0].id
    assert bulletin["claims"] in {each["id"] for each in rows(out, "claims")}
    assert toll["inside"] == rows(out, "events")[0]["id"]


def test_what_recurs_opens_to_its_events_and_its_words(house):
    out, _ = released(house, RULES, KEY)
    repeated, stated = rows(out, "patterns")
    assert repeated["events"].split("|") == [each["id"] for each in rows(out, "events")[:3]]
    assert (repeated["killed_low"], repeated["killed_high"], stated["killed_low"]) == (421, None, None)
    links = {attributes.get("href") for tag, attributes in Page(page(out)).met if tag == "a"}
    assert {f"events/{each}.html" for each in repeated["events"].split("|")} <= links
    assert "his army has never targeted civilians" in page(out)


def test_both_languages_say_the_same_of_it(house):
    out, _ = released(house, RULES, KEY)
    _, (_, arabic) = editions(out, ("en", "ar"))
    told = page(arabic)
    assert "أزيلان" in told and "من 851 إلى 919" in told
    assert "حصائل جارية" in told and "ما يتكرر" in told


def test_what_a_party_says_itself_is_a_row_with_its_claim(house):
    out, _ = released(house, RULES, KEY)
    (row,) = rows(out, "positions")
    assert (row["party"], row["low"], row["high"], row["concedes"]) == (ARMY, 31, None, True)
    assert row["claim"] in {each["id"] for each in rows(out, "claims")}
    assert "Killed: at least 31" in page(out, "parties.html")


def test_a_toll_of_no_place_is_compared_with_nothing_which_is_not_zero(house):
    nowhere = replace(house.series[0], where=Where(), counted_low=0, counted_high=0, inside=())
    out, _ = released(replace(house, series=[nowhere]), RULES, KEY)
    (toll,) = rows(out, "running_tolls")
    assert [toll[name] for name in ("counted_low", "counted_high", "adds_low", "adds_high")] == [None] * 4
    assert "not known: it names no place" in page(out)


def kept_back(house, rules=RULES):
    out, stays = released(house, rules, KEY)
    left = {each.kind.value for each in out.patterns} | ({"series"} if out.series else set())
    return left, {each.id[:4] + each.id[-1]: each.reason.code for each in stays}


def test_a_running_toll_whose_words_do_not_stand_in_a_document_stays_in_the_house(house):
    claim = house.claims[house.series[0].bulletins[0].claims[0]]
    broken = {**house.claims, claim.id: replace(claim, span=(claim.span[0] + 1, claim.span[1] + 1))}
    left, why = kept_back(replace(house, claims=broken))
    assert (left, why) == ({"repeated", "stated"}, {"ser_1": "quote_not_in_text"})
    inside, refused = sound_only(replace(house, claims=broken))
    assert not inside.series and [each.id for each in refused] == [house.series[0].id]


def test_what_counts_an_event_that_does_not_leave_stays_in_the_house(house):
    without = replace(house, findings=house.findings[1:])
    left, why = kept_back(without)
    assert (left, why) == ({"stated"}, {"ser_1": "rests_on_held_back", "pat_2": "rests_on_held_back"})


def test_that_events_lie_at_one_place_is_not_told_where_nobody_may_know_the_place(house):
    rules = replace(RULES, place=PlacePrecision.DISTRICT)
    left, why = kept_back(house, rules)
    assert (left, why) == ({"series", "stated"}, {"pat_2": "place_too_fine"})


def test_of_a_private_bulletin_no_word_leaves_and_its_source_is_told_by_its_sort(house):
    out, _ = released(house, replace(RULES, quotes=QuotedWords.PUBLIC), KEY)
    (toll,) = out.series
    assert (toll.scope, toll.where.text, toll.when.text) == ("", None, None)
    shown = page(out)
    assert "cisterns" not in shown and "ledger.txt" not in shown
    assert "Azelan, 1 January to 11 March 2021" in shown
    assert house.series[0].id not in shown and toll.id in shown


def test_where_only_what_people_reviewed_leaves_no_running_toll_does(house):
    left, why = kept_back(house, replace(RULES, reviewed=True))
    assert not left
    assert {why[each] for each in ("ser_1", "pat_2")} == {"not_reviewed", "rests_on_held_back"}


def test_a_number_that_reaches_somebody_is_no_running_toll(house):
    quote = "call 551 234 567"
    claim = house.claims[house.series[0].bulletins[0].claims[0]]
    called = replace(claim, span=(0, len(quote)), quote=quote, toll=Toll(number=9, low=9, high=9, text="551 234 567"))
    texts = {known: house.texts(known) for known in house.documents} | {claim.document: quote}
    left, why = kept_back(replace(house, claims={**house.claims, claim.id: called}, texts=texts.get))
    assert (left, why) == ({"repeated", "stated"}, {"ser_1": "number_reaches"})


def test_a_pattern_of_an_accused_whom_no_table_knows_is_told_under_no_name_that_is_hidden(house):
    """Whoever is accused under a name of his own is hidden here as in the table of the accused."""
    doctor = Speaker(name="Tavi Orsolen", kind=SpeakerKind.EYEWITNESS)
    claim = next(iter(house.claims.values()))
    voiced = replace(claim, speakers=(doctor,))
    named = replace(house.patterns[0], party="Tavi Orsolen")
    out, _ = released(replace(house, claims={**house.claims, claim.id: voiced}, patterns=[named]), RULES, KEY)
    assert out.patterns[0].party != "Tavi Orsolen" and "Orsolen" not in page(out)

"""Two numbers of one harm in one report: of two incidents, or of one that is counted twice."""

from dataclasses import replace

from sijill.link.counted import counted_apart
from sijill.link.events import link_events
from sijill.link.pairs.bonds import compare_breaths
from sijill.link.pairs.compare import compare_places, compare_tolls
from sijill.link.pairs.sketch import sketch
from sijill.model.claim import Act, Victims
from sijill.model.place import PlacePrecision, Where
from sijill.model.toll import Extent
from sijill.model.when import Period, Precision
from tests.unit.link.claims import PLACES, ids, said, victims

LISSE_BESIDE = {**PLACES, "lisse": replace(PLACES["lisse"], lat=10.03, lon=10.03)}


def groups(*claims, places=PLACES):
    linked = link_events(claims, published={"a": "2031-05-05"}, order={"a": 0}, places=places)
    return {frozenset(event.claims) for event in linked.events}


def in_lisse(*told, **more):
    """A claim of Lisse, moved to the edge of Varna."""
    claim = said(*told, place="lisse", **more)
    return replace(claim, where=replace(claim.where, lat=10.03, lon=10.03))


def beside(claim, place):
    """The claim at a place that nothing lists, whose name stands in its words."""
    return replace(claim, where=Where(text=place), quote=f"{claim.quote} in {place}")


def test_two_towns_of_one_report_are_two_places_however_near():
    one, other = said("a", place="varna"), in_lisse("a", at=90)
    assert compare_places(sketch(one, LISSE_BESIDE), sketch(other, LISSE_BESIDE)) == "apart"
    elsewhere = in_lisse("b", at=90)
    assert compare_places(sketch(one, LISSE_BESIDE), sketch(elsewhere, LISSE_BESIDE)) == "near"
    quarter = said("a", at=90, place="harbour")
    outside = {**PLACES, "harbour": replace(PLACES["harbour"], within=("upper", "marrow"))}
    assert compare_places(sketch(one, outside), sketch(quarter, outside)) == "near"


def test_one_town_that_two_lists_have_is_no_second_town():
    """By one name, or closer together than lists are exact."""
    one, other = said("a", place="varna"), in_lisse("a", at=90)
    twice = {**PLACES, "lisse": replace(PLACES["lisse"], lat=10.003, lon=10.002)}
    moved = replace(other, where=replace(other.where, lat=10.003, lon=10.002))
    assert compare_places(sketch(one, twice), sketch(moved, twice)) == "near"
    named = replace(other, where=replace(other.where, text="Varna"))
    assert compare_places(sketch(one, LISSE_BESIDE), sketch(named, LISSE_BESIDE)) == "near"


def test_the_same_words_in_another_order_are_another_place():
    one = sketch(beside(said("a"), "the Oskar quarter"), PLACES)
    other = sketch(beside(said("a", at=90), "the Brem quarter of the Oskar"), PLACES)
    assert compare_places(one, other) == "other_words"


def test_the_words_of_one_place_may_be_among_those_of_the_other_in_their_order():
    one = sketch(beside(said("a"), "Tarn area"), PLACES)
    other = sketch(beside(said("a", at=90), "Tarn residential area"), PLACES)
    assert compare_places(one, other) == "words_within"


def test_two_places_that_stand_beside_their_claims_are_two_though_one_is_listed_nowhere():
    listed = sketch(said("a", at=0), PLACES)
    assert compare_places(listed, sketch(beside(said("a", at=90), "Tarn"), PLACES)) == "other_words"
    carried = replace(said("a", at=90), where=Where(text="Tarn"))
    assert compare_places(listed, sketch(carried, PLACES)) == "not_listed"


def test_two_counts_in_the_same_words_are_of_one_incident():
    fighters = said("a", "airstrike", at=100, number="50")
    civilians = said("a", "airstrike", at=100, place="marrow", number="8", quote=fighters.quote)
    assert compare_breaths(sketch(fighters, PLACES), sketch(civilians, PLACES)) == "in_one_breath"
    headline = said("a", "airstrike", at=0, number="50")
    assert groups(headline, fighters, civilians) == {ids(headline, fighters, civilians)}
    elsewhere = said("a", "airstrike", at=100, place="lisse", number="8")
    assert compare_breaths(sketch(fighters, PLACES), sketch(replace(elsewhere, quote=fighters.quote), PLACES))
    both = f"{fighters.quote} and {elsewhere.quote}"
    two = (replace(fighters, quote=both), replace(elsewhere, quote=both))
    assert compare_breaths(*(sketch(each, PLACES) for each in two)) is None


def test_two_numbers_that_add_up_to_a_third_are_those_of_one_incident():
    total = said("a", "shelling", at=80, number="45", by=())
    bomb = said("a", "bombing", at=300, number="36", by=())
    rockets = said("a", "shelling", at=350, number="9", by=())
    assert groups(total, bomb, rockets) == {ids(total, bomb, rockets)}
    other = said("a", "bombing", at=300, number="31", by=())
    assert not any(ids(total, other) <= group for group in groups(total, other, rockets))


def test_small_numbers_add_up_by_chance():
    total = said("a", "shelling", at=80, number="5", by=())
    bomb = said("a", "bombing", at=300, number="3", by=())
    rockets = said("a", "shelling", at=350, number="2", by=())
    assert not any(ids(total, bomb) <= group for group in groups(total, bomb, rockets))
    blast = said("a", "bombing", at=100, number="8", by=())
    women = said("a", "bombing", at=80, number="2", by=(), number_is={"extent": Extent.PART, "subset_of": blast.id})
    shells = said("a", "shelling", at=350, number="6", by=())
    assert not any(ids(blast, shells) <= group for group in groups(women, blast, shells))


def test_what_one_day_has_more_than_another_is_no_sum_unless_others_are_said_to_have_died():
    monday = said("a", "airstrike", at=300, on="2031-05-02", number="23", quote="On Monday strikes killed 23")
    tuesday = said("a", "airstrike", at=100, on="2031-05-03", number="25", quote="On Tuesday strikes killed 25")
    monday = replace(monday, when=replace(monday.when, text="Monday"))
    tuesday = replace(tuesday, when=replace(tuesday.when, text="Tuesday"))
    two = said("a", "airstrike", at=400, on="2031-05-03", number="2", by=())
    drawn = [sketch(each, PLACES) for each in (monday, tuesday, two)]
    assert counted_apart(drawn[:1], drawn[1:], near=True)
    assert two.toll is not None
    more = sketch(replace(two, toll=replace(two.toll, text="another two")), PLACES)
    assert not counted_apart(drawn[:1], [drawn[1], more], near=True)


def test_two_numbers_beside_two_days_are_two_incidents_though_their_bounds_meet():
    friday = said("a", "airstrike", at=100, on="2031-05-03", number="at least 10")
    thursday = said("a", "airstrike", at=400, on="2031-05-02", number="at least 38")
    between = said("a", "airstrike", "none", at=250, on=None)
    assert not any(ids(friday, thursday) <= group for group in groups(friday, between, thursday))


def test_the_toll_of_several_days_and_that_of_one_are_a_whole_and_a_part():
    day = said("a", "airstrike", at=100, on="2031-05-03", number="at least 11")
    since = Period(start="2031-04-30", end="2031-05-03", precision=Precision.RANGE, text="since Wednesday")
    whole = replace(said("a", "airstrike", at=300, number="at least 68"), when=since, quote="68 since Wednesday")
    assert groups(day, whole) == {ids(day), ids(whole)}


def test_two_numbers_of_neighbouring_towns_are_two_incidents_and_a_correction_is_not():
    around = said("a", "airstrike", at=100, number="42")
    around = replace(around, where=replace(around.where, precision=PlacePrecision.DISTRICT))
    other = in_lisse("a", "airstrike", at=300, number="17", voice=("a monitor",))
    assert groups(around, other, places=LISSE_BESIDE) == {ids(around), ids(other)}
    again = in_lisse("a", "airstrike", at=200, number="42")
    assert groups(around, again, other, places=LISSE_BESIDE) == {ids(around, again, other)}


def test_numbers_of_two_kinds_of_act_are_two_incidents_though_their_bounds_meet():
    shells = said("a", "shelling", at=100, number="at least 1", by=())
    fight = said("a", "armed_clash", at=200, number="11", by=())
    assert groups(shells, fight) == {ids(shells), ids(fight)}


def test_a_number_told_on_an_earlier_day_gives_way_and_is_held_against_none():
    now = said("a", "airstrike", at=100, number="270", voice=("a monitor",))
    before = replace(said("a", "armed_clash", at=300, number="90", voice=("a monitor",)), as_of=now.as_of)
    assert groups(now, before) == {ids(now), ids(before)}
    before = replace(before, as_of="2031-05-02")
    assert groups(now, before) == {ids(now, before)}


def test_a_number_beside_a_day_is_not_that_of_the_day_carried_over():
    friday = said("a", "airstrike", at=100, on="2031-05-03", number="at least 10")
    thursday = said("a", "airstrike", at=400, on="2031-05-02", number="at least 38", quote="38 were killed")
    assert groups(friday, thursday) == {ids(friday), ids(thursday)}


def test_the_toll_of_weeks_is_not_the_number_of_an_incident_without_a_time():
    over = Period(start="2031-04-10", end="2031-05-01", precision=Precision.RANGE, text="from 10 April to 1 May")
    weeks = replace(said("a", at=100, number="236", by=()), when=over, quote="236 from 10 April to 1 May")
    shot = said("a", "execution", at=300, on=None, number="15", by=())
    assert groups(weeks, shot) == {ids(weeks), ids(shot)}


def test_two_counts_beside_two_places_of_a_town_are_two_incidents_though_no_table_has_the_places():
    mint = said(
        "a",
        "shelling",
        "injured",
        at=100,
        number="5",
        place_words="the Varna Mint, Varna",
        quote="5 at the Varna Mint",
    )
    school = said(
        "a",
        "shelling",
        "injured",
        at=200,
        number="3",
        place_words="the Abbey school, Varna",
        quote="3 at the Abbey school",
    )
    assert groups(mint, school) == {ids(mint), ids(school)}
    again = said(
        "a",
        "shelling",
        "injured",
        at=200,
        number="6",
        place_words="the Mint house, Varna",
        quote="6 at the Mint house",
    )
    assert groups(mint, again) == {ids(mint, again)}


def test_as_many_in_two_towns_are_two_incidents_though_one_town_is_in_no_table():
    listed = said("a", "execution", at=100, number="2")
    other = beside(said("a", "execution", at=200, number="2"), "town of Tarn")
    assert groups(listed, other) == {ids(listed), ids(other)}


def test_somebody_is_one_of_those_whom_the_same_words_count():
    head = said("a", "killing", at=0, number="1", on=None)
    body = said("a", "killing", at=100, number="5", on=None)
    head = replace(head, victims=Victims(text="Mutineer captain"))
    assert compare_tolls(sketch(head, PLACES), sketch(body, PLACES)) == "other_number_same_voice"
    body = replace(body, victims=Victims(text="a mutineer captain and four"))
    assert compare_tolls(sketch(head, PLACES), sketch(body, PLACES)) == "compatible"


def test_a_number_that_a_report_gives_again_is_of_the_same_incident_though_place_and_time_are_told_otherwise():
    headline = said("a", "armed_clash", at=0, number="at least 50")
    later = replace(said("a", at=2000, on=None, number="at least 50"), where=Where(text="the villages of Tarn and Orr"))
    later = replace(later, quote="50 in the villages of Tarn and Orr")
    assert groups(headline, later) == {ids(headline, later)}
    fewer = said("a", at=2000, on=None, number="at least 60", place="the villages of Tarn and Orr")
    assert groups(headline, fewer) == {ids(headline), ids(fewer)}


def test_a_small_number_of_one_act_at_a_building_that_two_sentences_name_is_told_again():
    def mill(**more):
        return said("a", "shelling", place_words="the Old Mill, Varna", number="2", quote=QUOTE, **more)

    lead, then, elsewhere = mill(), mill(at=900, on=None), said("a", "shelling", "injured", at=1200, number="3")
    told = [sketch(each, PLACES) for each in (lead, then)]
    assert compare_tolls(*told) == "told_again"
    assert ids(lead, then) <= next(group for group in groups(lead, then, elsewhere) if lead.id in group)
    unsaid = sketch(replace(then, quote="two people were killed"), PLACES)
    assert compare_tolls(told[0], unsaid) == "equal"
    fire = sketch(replace(then, act=Act.SHOOTING), PLACES)
    assert compare_tolls(told[0], fire) == "equal"


QUOTE = "two people were killed at the Old Mill, Varna"


def test_people_taken_are_none_of_those_who_fell_in_a_fight():
    fell = said("a", "armed_clash", at=100, number="14")
    taken = said("a", "detention", "detained", at=150, number="3")
    assert groups(fell, taken) == {ids(fell), ids(taken)}
    killed = said("a", "killing", at=150, number="3")
    assert groups(taken, killed) == {ids(taken, killed)}


def test_a_number_of_recent_days_is_none_of_one_of_them():
    sunday = said("a", "shelling", at=100, number="3")
    lately = said("a", "shelling", at=150, number="at least 22", on=None)
    lately = replace(lately, when=Period(end="2031-05-03", text="in recent days"), quote="hurt 22 in recent days")
    assert groups(sunday, lately) == {ids(sunday), ids(lately)}


def test_an_accusation_is_of_those_of_whom_it_is_told():
    dead = said("a", "shelling", at=100, number="2", victims=victims("two people"))
    hurt = said("a", "shelling", "injured", at=400, place="lisse", number="3")
    blame = said("a", "shelling", at=445, by=("fre",), victims=victims("two people"))
    assert groups(dead, hurt, blame) == {ids(dead, blame), ids(hurt)}


def test_two_voices_tell_one_day_of_rockets_and_of_what_they_set_off_by_two_numbers():
    """Two versions of one event; of one voice they are two events."""
    rockets = said("a", "shelling", "injured", at=100, number="70", voice=("a monitor/ngo",))
    blast = said("a", "bombing", "injured", at=240, number="at least 75", voice=("the mayor/official",))
    assert groups(rockets, blast) == {ids(rockets, blast)}


def test_two_voices_that_count_other_people_tell_of_two_attacks_of_one_day():
    for few, many in (("5", "9"), ("12", "30")):
        rockets = said("a", "shelling", at=100, number=few, voice=("the police/official",))
        blast = said("a", "bombing", at=240, number=many, voice=("a monitor/ngo",))
        assert groups(rockets, blast) == {ids(rockets), ids(blast)}


def test_a_number_of_the_country_is_a_total_only_if_it_is_the_greater():
    wide = said("a", at=100, place="marrow", number="60", voice=("a monitor/ngo",))
    town = said("a", at=240, number="75", voice=("the mayor/official",))
    assert not counted_apart([sketch(wide, PLACES)], [sketch(town, PLACES)], near=True)
    more = said("a", at=100, place="marrow", number="90", voice=("a monitor/ngo",))
    assert counted_apart([sketch(more, PLACES)], [sketch(town, PLACES)], near=True)
    one_voice = said("a", at=100, place="marrow", number="60", voice=("the mayor/official",))
    assert counted_apart([sketch(one_voice, PLACES)], [sketch(town, PLACES)], near=True)


def test_others_killed_in_another_village_are_another_incident_though_as_many():
    first = beside(said("a", at=100, number="2"), "Tarn village")
    more = said("a", at=200, number="2", victims=victims("two more men"))
    more = replace(more, where=Where(text="Oskar village"), quote="earlier they killed two more men in Oskar village")
    more = replace(more, toll=replace(more.toll, text="two"))
    assert groups(first, more) == {ids(first), ids(more)}


def test_what_was_done_too_beside_the_name_of_another_quarter_is_another_incident():
    fight = said("a", "armed_clash", "casualties", at=100, number="dozens")
    also = said("a", "armed_clash", at=200, number="60")
    fight = replace(
        fight, where=replace(fight.where, text="the Tarn quarter, Varna"), quote="hurt dozens in the Tarn quarter"
    )
    also = replace(
        also, where=replace(also.where, text="the Sabha quarter, Varna"), quote="also killed 60 in the Sabha quarter"
    )
    assert not any(ids(fight, also) <= group for group in groups(fight, also))


def test_two_numbers_of_one_voice_are_two_incidents_if_one_has_a_day_of_its_own():
    first = said("a", "shelling", "injured", at=100, on=None, number="3", quote="three were hurt in Varna")
    then = said("a", "shelling", "injured", at=200, number="4", quote="On 2031-05-03 four were hurt in Varna")
    assert groups(first, then) == {ids(first), ids(then)}


def test_elsewhere_opens_another_incident():
    fled = said("a", "displacement", "displaced", at=100, place=None, on=None, number="dozens")
    fell = said("a", "armed_clash", at=150, number="8", quote="Elsewhere eight fighters fell in Varna")
    assert groups(fled, fell) == {ids(fell)}
    assert groups(fled, replace(fell, quote="Eight fighters fell in Varna")) == {ids(fled, fell)}


def test_a_later_sentence_on_somebody_named_or_on_a_fight_does_not_go_on_about_the_dead():
    dead = said("a", "airstrike", at=100, number="20", victims=victims("20 people"))
    singer = said("a", at=1000, on=None, number=None, by=(), victims=victims("the singer Karim Haddad"))
    fight = said("a", "armed_clash", at=1000, on=None, number="dozens", by=())
    assert groups(dead, singer) == groups(dead, fight) == {ids(dead)}
    silent = said("a", at=1000, on=None, number=None, by=(), victims=victims("people"))
    assert groups(dead, silent) == {ids(dead, silent)}


def test_those_killed_and_those_taken_in_one_breath_are_of_one_raid():
    """By other words of the report they are of two."""
    raid = "Norland raided Varna, killing two men and arresting 12 people"
    dead = said("a", "armed_clash", "killed", number="2", quote=raid, by=("nor",))
    taken = said("a", "detention", "detained", number="12", quote=raid, by=("nor",))
    assert not counted_apart([sketch(dead, PLACES)], [sketch(taken, PLACES)], near=True)
    later = said("a", "detention", "detained", at=400, number="12", by=("nor",))
    assert counted_apart([sketch(dead, PLACES)], [sketch(later, PLACES)], near=True)

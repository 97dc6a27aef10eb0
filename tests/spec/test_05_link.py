"""5. Claims that speak of one incident become one event, and every link explains itself."""

from dataclasses import replace

import pytest

from sijill.link.events import link_events
from sijill.model.claim import About, Modality, Reach
from sijill.model.decision import Decision
from sijill.model.event import event_id, situation_id
from sijill.model.exchange import to_json
from sijill.model.when import Period
from tests.unit.link.claims import PLACES, joint, said, victims


def link(*claims, decisions=(), published=None):
    documents = sorted({claim.document for claim in claims})
    order = {document: number for number, document in enumerate(documents)}
    days = dict.fromkeys(documents, published)
    return link_events(claims, published=days, order=order, places=PLACES, decisions=decisions)


def groups(linked):
    return {frozenset(event.claims) for event in linked.events}


def ids(*claims):
    return frozenset(claim.id for claim in claims)


def judged(verdict, one, other, number=0):
    return Decision(
        id=f"dec_{number}",
        kind="link",
        about=(one, other),
        value=f'"{verdict}"',
        by="ana",
        at="2032-01-01",
        because="read",
    )


def test_two_reports_of_one_strike_are_one_event_although_their_tolls_differ():
    one = said("a", "airstrike", number="12")
    other = said("b", "airstrike", number="up to 40")
    assert groups(link(one, other)) == {ids(one, other)}


def test_the_killed_and_the_injured_of_one_sentence_are_one_event_even_without_place_and_day():
    dead = said("a", "airstrike", at=0, on=None, place=None, by=(), number="3")
    hurt = said("a", "airstrike", "injured", at=30, on=None, place=None, by=(), number="9")
    assert groups(link(dead, hurt)) == {ids(dead, hurt)}


def test_those_abducted_and_those_killed_in_the_same_raid_are_one_event():
    taken = said("a", "abduction", "abducted", at=0, on="2031-05", number="about 400")
    dead = said("a", "killing", at=50, on="2031-05", number="85")
    more = said("a", "killing", at=100, on="2031-05", number="up to 300", voice=("some sources/anonymous",))
    assert groups(link(taken, dead, more)) == {ids(taken, dead, more)}


def test_a_strike_in_answer_to_a_raid_is_another_event():
    raid = said("a", "abduction", "abducted", on="2031-05", by=("fre",), number="about 400")
    strike = said("a", "airstrike", at=300, on="2031-05", by=joint("nor", "est"), number="at least 77", because=raid.id)
    assert groups(link(raid, strike)) == {ids(raid), ids(strike)}


def test_two_strikes_on_one_day_in_two_quarters_of_one_town_are_two_events():
    one = said("a", "airstrike", place="harbour", number="4")
    other = said("b", "airstrike", place="oldtown", number="11")
    assert groups(link(one, other)) == {ids(one), ids(other)}


def test_two_days_in_one_report_are_two_events():
    monday = said("a", "shelling", at=0, on="2031-05-05", number="5")
    tuesday = said("a", "shelling", at=45, on="2031-05-06", number="7")
    assert groups(link(monday, tuesday)) == {ids(monday), ids(tuesday)}


def test_a_time_that_waits_for_a_date_is_not_the_dated_one_beside_it():
    """A report without a date: its "last month" may be any month, but not the August that it names elsewhere."""
    dated = said("a", "execution", number="700", at=0, on="2031-08")
    waiting = [
        replace(said("a", number=number, at=at, on=None), when=Period(text="last month"))
        for number, at in (("85", 100), ("up to 300", 200))
    ]
    assert groups(link(dated, *waiting)) == {ids(dated), ids(*waiting)}


def test_a_report_a_day_off_still_joins():
    one = said("a", "airstrike", on="2031-05-05", number="21")
    other = said("b", "airstrike", on="2031-05-06", number="21")
    assert groups(link(one, other)) == {ids(one, other)}


def test_an_old_event_told_again_in_a_later_article_joins_the_old_event():
    old = said("a", "execution", on="2029-08", by=("fre",), number="nearly 700")
    told_again = said("z", "killing", at=900, on="2029-08", by=("fre",), number="about 700")
    assert groups(link(old, told_again, published="2031-06-01")) == {ids(old, told_again)}


def test_an_unnamed_group_may_be_anybody():
    """`the militants` of one report does not differ from the party that another one names."""
    named = said("a", "execution", on="2031-05", place="upper", by=("fre",), number="about 700")
    unnamed = said("b", "execution", on="2031-05", place="upper", by=("the militants",), number="about 700")
    assert groups(link(named, unnamed)) == {ids(named, unnamed)}


def test_a_vague_claim_never_holds_two_events_together():
    """It fits both equally well, so it joins neither, and the analyst is asked."""
    third = said("a", "airstrike", on="2031-05-03", number="10")
    twentieth = said("b", "airstrike", on="2031-05-20", number="14")
    vague = said("c", "airstrike", on="2031-05", number="dozens")
    linked = link(third, twentieth, vague)
    assert {ids(third), ids(twentieth)} <= groups(linked)
    assert any(event_id(vague.id) in doubt.about for doubt in linked.doubts)


def test_a_number_said_as_a_part_stays_in_the_event_of_the_whole():
    whole = said("a", "killing", on="2031-05", number="about 700")
    part = said("a", "killing", at=300, on="2031-05", number="300", number_is={"subset_of": whole.id, "extent": "part"})
    assert groups(link(whole, part)) == {ids(whole, part)}


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (said("a", number="2000", on="2031", place="marrow", number_is={"cumulative": True}), "cumulative"),
        (said("a", number="20", modality=Modality.THREATENED), "unreal"),
        (said("a", number="20", modality=Modality.HYPOTHETICAL), "unreal"),
        (said("a", on=None, place=None), "mention_alone"),
    ],
)
def test_what_is_in_no_event_is_kept_with_the_reason(claim, why):
    linked = link(claim)
    assert (linked.events, linked.aside) == ((), {claim.id: why})


def test_a_general_denial_stands_beside_the_events_of_its_party_and_joins_none():
    strike = said("a", "airstrike", number="at least 77")
    raid = said("a", "abduction", "abducted", at=2000, on="2031-04-01", by=("fre",), number="9")
    never = said(
        "a",
        at=900,
        on=None,
        place=None,
        stance="denies",
        voice=("the minister/official/nor",),
        about=About.INTENT,
        reach=Reach.GENERAL,
    )
    linked = link(strike, raid, never)
    assert linked.beside == {never.id: (event_id(strike.id),)}
    assert {event.id: event.beside for event in linked.events} == {
        event_id(strike.id): (never.id,),
        event_id(raid.id): (),
    }


def test_a_siege_is_a_situation_of_all_who_lay_it_and_events_lie_in_it():
    inner = said("a", "siege", "deprived", at=0, on="2031-05", by=("nor", "fre"))
    outer = said("b", "deprivation", "deprived", on="2031-06", by=("nor",))
    strike = said("c", "airstrike", on="2031-05-03", number="7")
    linked = link(inner, outer, strike)
    (siege,) = linked.situations
    assert (siege.act, set(siege.claims)) == ("siege", ids(inner, outer))
    assert [event.within for event in linked.events] == [siege.id]


def test_an_attack_is_an_event_even_if_nobody_says_whom_it_harmed():
    attack = said("a", "chemical_attack", "none", on="2031", place="eastvale")
    assert groups(link(attack)) == {ids(attack)}


def test_blame_for_deaths_that_names_neither_place_nor_day_itself_makes_no_event():
    """The place and the year were carried over from the sentence before."""
    blame = said("a", on="2031", place="lisse", quote="the ministry blames the Free Coast for the deaths")
    assert link(blame).aside == {blame.id: "mention_alone"}


def test_a_judgement_joins_and_the_younger_event_points_to_the_older():
    one, other = said("a", number="5"), said("b", on="2031-05-09", number="9")
    assert len(link(one, other).events) == 2
    (event,) = link(one, other, decisions=[judged("same", event_id(one.id), event_id(other.id))]).events
    assert (event.id, event.merged) == (event_id(one.id), (event_id(other.id),))


def test_different_wins_over_a_chain_of_same():
    one, two, three = (said(name, "airstrike", number="12") for name in "abc")
    linked = link(
        one,
        two,
        three,
        decisions=[
            judged("same", one.id, two.id, 1),
            judged("same", two.id, three.id, 2),
            judged("different", one.id, three.id, 3),
        ],
    )
    assert groups(linked) == {ids(one, two), ids(three)}
    assert [doubt.question.code for doubt in linked.doubts] == ["same_against_different"]


def test_a_judgement_joins_whole_events_and_leaves_none_of_their_claims_behind():
    """Six days lie between the two: the table of points would never join them, and must not tear them apart after."""
    early = [said(name, "airstrike", number="12") for name in "ab"]
    late = [said(name, "airstrike", on="2031-05-09", number="14") for name in "cd"]
    decided = [judged("same", event_id(early[0].id), event_id(late[0].id))]
    assert groups(link(*early, *late)) == {ids(*early), ids(*late)}
    assert groups(link(*early, *late, decisions=decided)) == {ids(*early, *late)}


def test_two_situations_judged_same_are_one_under_the_older_id():
    siege = said("a", "siege", "deprived", on="2031-05", by=("nor",))
    village = said("b", "siege", "deprived", on="2031-06", place="lisse", by=("nor",))
    apart = link(siege, village).situations
    assert len(apart) == 2
    (one,) = link(siege, village, decisions=[judged("same", *(each.id for each in apart))]).situations
    assert (one.id, set(one.claims)) == (situation_id(siege.id), ids(siege, village))


def test_a_later_document_about_earlier_days_does_not_rename_a_situation():
    first, second = said("a", "siege", "deprived", on="2031-06"), said("b", "siege", "deprived", on="2031-05")
    assert [each.id for each in link(first, second).situations] == [situation_id(first.id)]


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_a_judgement_that_is_taken_back_leaves_what_the_reports_say(verdict):
    one, two, other = said("a", number="5"), said("b", number="5"), said("c", on="2031-05-09", number="9")
    for pair in ((one, other), (one, two)):
        made = judged(verdict, pair[0].id, pair[1].id, 1)
        undone = replace(made, id="dec_2", value="null", because="the date was misread")
        assert link(one, two, other, decisions=[made, undone]) == link(one, two, other)


def test_a_judgement_finds_its_claims_again_after_they_were_read_anew():
    """The ids that it names are gone; the document, an overlapping span and the harm lead to the claims."""
    one, two = (said(name, "airstrike", number="12") for name in "ab")
    found_at = [{"document": each.document, "span": [10, 30], "harm": "killed"} for each in (one, two)]
    value = to_json({"verdict": "different", "found_at": found_at})
    assert groups(link(one, two, decisions=[replace(judged("", "clm_x", "clm_y"), value=value)])) == {
        ids(one),
        ids(two),
    }


@pytest.mark.parametrize(
    ("value", "about", "code"),
    [
        ('"perhaps"', None, "decision_not_understood"),
        ('"same"', ("clm_gone", "clm_lost"), "decision_finds_no_pair"),
    ],
)
def test_a_judgement_that_cannot_be_followed_is_a_doubt_and_moves_nothing(value, about, code):
    one, two = (said(name, "airstrike", number="12") for name in "ab")
    made = replace(judged("", *(about or (one.id, two.id))), value=value)
    linked = link(one, two, decisions=[made])
    assert groups(linked) == groups(link(one, two))
    assert [doubt.question.code for doubt in linked.doubts] == [code]


def test_the_last_judgement_on_a_pair_stands():
    one, two = (said(name, "airstrike", number="12") for name in "ab")
    changed = [judged("different", one.id, two.id, 1), judged("same", two.id, one.id, 2)]
    assert groups(link(one, two, decisions=changed)) == {ids(one, two)}


def test_unsure_is_a_doubt_and_moves_nothing():
    one, two = (said(name, "airstrike", number="12") for name in "ab")
    linked = link(one, two, decisions=[judged("unsure", one.id, two.id)])
    assert groups(linked) == {ids(one, two)}
    assert [doubt.question.code for doubt in linked.doubts] == ["unsure"]


def test_a_judgement_on_a_claim_that_is_gone_is_a_doubt():
    linked = link(said("a", number="5"), decisions=[judged("same", "clm_gone", "clm_lost")])
    assert [doubt.question.code for doubt in linked.doubts] == ["decision_finds_no_pair"]


def test_every_link_adds_up_to_its_score():
    one, other = said("a", "airstrike", number="12"), said("b", "airstrike", number="12")
    (why,) = link(one, other).links
    assert why.score == pytest.approx(sum(row.values["points"] for row in why.reasons))
    assert "place.same_town" in {row.code for row in why.reasons}


def test_when_in_doubt_the_analyst_sees_both_events_and_the_table():
    """The same month, town and act, but numbers that are far apart."""
    one = said("a", "killing", on="2031-05", number="20")
    other = said("b", "killing", on="2031-05", number="700")
    linked = link(one, other)
    (doubt,) = linked.doubts
    assert (doubt.question.code, doubt.about) == ("same_event", tuple(sorted(map(event_id, (one.id, other.id)))))
    assert doubt.question.values["toll.far_off_coarse_date"] < 0
    assert doubt.matters == 20


def test_an_event_takes_its_id_from_its_earliest_claim_in_the_ledger():
    late, early = said("b", "airstrike", number="12"), said("a", "airstrike", number="12")
    assert [event.id for event in link(late, early).events] == [event_id(early.id)]


def test_civilians_and_fighters_of_one_report_stay_in_one_event():
    one = said("a", "airstrike", at=0, number="4", victims=victims("civilians", status="civilian"))
    other = said("a", "airstrike", at=30, number="6", victims=victims("fighters", status="combatant"))
    assert groups(link(one, other)) == {ids(one, other)}


def told(*claims, **published):
    """Linked, each document published on its day of May 2031 unless the day says more."""
    order = {claim.document: number for number, claim in enumerate(claims)}
    days = {name: day if isinstance(day, str) else f"2031-05-{day:02d}" for name, day in published.items()}
    return link_events(claims, published=days, order=order, places=PLACES)


@pytest.mark.parametrize(
    ("number", "on", "place", "why"),
    [
        ("1102", "2031", "upper", "cumulative"),
        ("12", "2031", "eastvale", "cumulative"),
        ("900", None, "upper", "beyond_one_incident"),
        ("more than 200000", None, "marrow", "beyond_one_incident"),
        ("more than 30000", None, "varna", "beyond_one_incident"),
    ],
)
def test_the_total_of_a_war_never_becomes_an_event_whatever_it_is_called(number, on, place, why):
    claim = said("a", number=number, on=on, place=place)
    linked = told(claim, a=5)
    assert (linked.events, linked.aside) == ((), {claim.id: why})


@pytest.mark.parametrize(
    ("number", "on", "place"), [("700", "2031-05", "upper"), ("400", "2031", "varna"), ("1400", "2031-05-03", "marrow")]
)
def test_many_dead_of_a_month_a_town_or_a_day_are_an_event(number, on, place):
    assert len(told(said("a", number=number, on=on, place=place), a=30).events) == 1


@pytest.mark.parametrize(("later", "events"), [(4, 1), (5, 1), (25, 2), ("2031-09-01", 2)])
def test_news_without_a_day_is_of_the_days_in_which_it_is_told(later, events):
    one, other = said("a", "airstrike", on=None, number="12"), said("b", "airstrike", on=None, number="14")
    assert len(told(one, other, a=4, b=later).events) == events


def test_a_headline_and_two_papers_without_a_day_join_the_month_that_a_later_report_names():
    later = said("z", "execution", on="2031-05", number="nearly 700")
    headline = said("a", "execution", on=None, place=None, number="700")
    other = said("b", "killing", on=None, place=None, number="700")
    lead = said("b", "execution", at=80, on="2031-05", place="marrow", number="700")
    assert groups(told(headline, other, lead, later, a=17, b=17, z="2032-02-01")) == {ids(headline, other, lead, later)}


def test_a_headline_is_of_what_its_report_begins_with_although_it_names_neither_day_nor_quarter():
    headline = said("a", "bombing", at=0, on=None, place="Capital", by=(), number="4")
    lead = said("a", "bombing", at=60, place="Sumar quarter", by=(), number="4")
    hurt = said("a", "bombing", "injured", at=110, place="Sumar quarter", by=(), number="11")
    later = said("a", "bombing", at=1200, place="Sumar quarter", on="2031-04-02", by=(), number="4")
    assert groups(told(headline, lead, hurt, later, a=4)) == {ids(headline, lead, hurt), ids(later)}


def test_a_denial_stays_with_what_its_own_report_tells():
    strike = said("a", "airstrike", number="at least 19", voice=("officials/local",))
    hurt = said("a", "other", "injured", at=300, on=None, number="34")
    denial = said("a", at=700, on=None, by=(), stance="denies", voice=("a colonel/official/nor",), about=About.HARM)
    elsewhere = said("b", "airstrike", number="at least 20")
    linked = told(strike, hurt, denial, elsewhere, a=4, b=4)
    assert groups(linked) == {ids(strike, hurt, denial, elsewhere)}


def test_a_general_denial_whose_place_is_carried_over_stands_beside_the_event_of_its_report():
    strike = said("a", "airstrike", number="12")
    never = said(
        "a",
        at=500,
        on=None,
        place="lisse",
        quote="his army never targets civilians",
        stance="denies",
        voice=("a president/official/nor",),
        about=About.INTENT,
        reach=Reach.GENERAL,
    )
    (event,) = told(strike, never, a=4).events
    assert event.beside == (never.id,)


def test_the_whole_of_a_province_is_not_placed_in_the_town_of_a_part():
    whole = said("a", "airstrike", place="upper", number="13")
    part = said("a", "airstrike", at=100, number="4")
    (event,) = told(whole, part, a=4).events
    assert event.where.place == "upper"


def test_a_habit_said_once_is_no_campaign():
    claim = said("a", "shelling", "none", on=None, modality=Modality.HABITUAL)
    linked = told(claim, a=4)
    assert (linked.situations, linked.aside) == ((), {claim.id: "habit_said_once"})

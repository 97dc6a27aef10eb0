"""6. What the claims of an event amount to: a range of reports, who accuses and denies, how well it is corroborated."""

from dataclasses import replace

import pytest

from sijill.assess.findings import assess_event
from sijill.assess.totals import totals
from sijill.model.claim import About, Harm, Reach
from sijill.model.event import Event, EventId, Situation
from sijill.model.finding import EventStatus
from sijill.model.source import Source, SourceId, SpeakerKind
from sijill.model.toll import Extent
from tests.unit.link.claims import PARTIES, PLACES, documents, joint, said, victims

MONITOR = ("a monitor/ngo",)
HOSPITAL = ("the hospital/local",)


def finding(*claims, origins=None, published=None, outlets=None, beside=(), kind=Event):
    """The finding on one event that holds all these claims. published: {document: day}."""
    held = documents([*claims, *beside])
    if published:
        held = {name: documents([c for c in claims if c.document == name], published[name])[name] for name in held}
    more = {"beside": tuple(each.id for each in beside)} if kind is Event else {}
    first = claims[0]
    event = kind(
        id=EventId("evt_" + first.id[4:]),
        act=first.act,
        when=first.when,
        where=first.where,
        claims=tuple(each.id for each in claims),
        **more,
    )
    return assess_event(
        event,
        {each.id: each for each in [*claims, *beside]},
        origins=origins or {},
        documents=held,
        parties=PARTIES,
        outlets=outlets or {},
        places=PLACES,
    )


def killed(*claims, **more):
    toll = finding(*claims, **more).tolls[Harm.KILLED]
    return toll.low, toll.high


@pytest.mark.parametrize(
    ("numbers", "low", "high"),
    [
        (["85", "up to 300"], 85, 300),
        (["at least 77"], 77, None),
        (["about 400"], 400, 400),
        (["nearly 700"], 700, 700),
        (["more than 50"], 50, None),
        (["up to 30"], None, 30),
        (["at least 10", "at least 40"], 10, None),
        (["at least 77", "about 100"], 77, 100),
        (["at least 77", "77"], 77, None),
        (["at least 300", "85"], 85, None),
        (["at least 20", "12", "up to 30"], 12, 30),
        (["dozens"], None, None),
        (["dozens", "9"], 9, 9),
    ],
)
def test_numbers_become_a_range_from_the_least_to_the_greatest(numbers, low, high):
    """Open above where some claim is, and none of the same extent reaches beyond it."""
    claims = [said(f"doc{n}", number=number) for n, number in enumerate(numbers)]
    assert killed(*claims) == (low, high)


def test_every_bound_names_the_claims_it_rests_on():
    low, high, other = said("a", number="85"), said("b", number="up to 300"), said("c", number="90")
    toll = finding(low, high, other).tolls[Harm.KILLED]
    assert (toll.low_rests_on, toll.high_rests_on) == ((low.id,), (high.id,))


def test_an_open_high_rests_on_the_claims_that_leave_it_open():
    claim = said("a", number="at least 77")
    assert finding(claim).tolls[Harm.KILLED].high_rests_on == (claim.id,)


def test_no_number_is_unknown_and_not_zero():
    toll = finding(said("a")).tolls[Harm.KILLED]
    assert (toll.unknown, toll.low, toll.high) == (True, None, None)


def test_a_part_raises_the_floor_and_never_competes():
    whole = said("a", number="up to 300")
    hospital = said("b", number="40", voice=HOSPITAL, number_is={"extent": "part"})
    assert killed(whole, hospital) == (40, 300)


def test_a_part_of_one_origins_whole_leaves_the_lower_number_of_another_standing():
    hospital = said("a", number="58", voice=HOSPITAL)
    civilians = said("b", at=0, number="120", victims=victims("civilians", status="civilian"))
    fighters = said("b", at=60, number="9", victims=victims("fighters", status="combatant"))
    assert killed(hospital, civilians, fighters) == (58, 129)


def test_the_part_that_a_belligerent_gives_bounds_nobody_elses_number():
    children = said(
        "b", number="70", victims=victims("children", groups=("children",)), voice=("the council/party/fre",)
    )
    assert killed(said("a", number="58", voice=HOSPITAL), children) == (58, 70)


def test_a_number_named_as_a_part_never_lowers_the_toll():
    whole = said("a", number="30")
    children = said(
        "a", at=60, number="13", number_is={"subset_of": whole.id}, victims=victims("children", groups=("children",))
    )
    found = finding(whole, children).tolls[Harm.KILLED]
    assert (found.low, found.high) == (30, 30)
    assert (found.by_group["children"].low, found.by_group["children"].high) == (13, 13)


def test_children_and_women_of_one_report_add_to_the_floor():
    women = said("a", at=0, number="2", victims=victims("women", groups=("women",)))
    children = said("a", at=60, number="3", victims=victims("children", groups=("children",)))
    assert killed(women, children, said("b", number="up to 20")) == (5, 20)


def test_civilians_and_fighters_of_one_report_add_to_the_whole():
    civilians = said("a", at=0, number="4", victims=victims("civilians", status="civilian"))
    fighters = said("a", at=60, number="6", victims=victims("fighters", status="combatant"))
    found = finding(civilians, fighters).tolls[Harm.KILLED]
    assert (found.low, found.high, found.low_rests_on) == (10, 10, (civilians.id, fighters.id))
    assert found.by_status["civilian"].high == 4
    assert finding(civilians, fighters).contradictions == ()


def test_a_cumulative_total_never_enters_the_range():
    assert killed(said("a", number="12"), said("b", number="2000", number_is={"cumulative": True})) == (12, 12)


def test_a_number_that_its_own_report_says_was_given_before_gives_way_to_the_one_given_now():
    now, before = said("a", at=0, number="42", voice=MONITOR), said("a", at=90, number="17", voice=MONITOR)
    before = replace(before, as_of="2031-05-03")
    origins = {now.id: "monitor", before.id: "monitor"}
    found = finding(now, before, origins=origins, published={"a": "2031-05-04"}).tolls[Harm.KILLED]
    assert (found.low, found.high) == (42, 42)
    assert [(at.as_of, at.low) for at in found.over_time] == [("2031-05-03", 17), ("2031-05-04", 42)]


def test_at_least_21_replaces_the_22_that_its_own_report_says_were_given_before():
    """No looser way of saying the same; and the number given before is none of its status either."""
    now = said("a", at=0, number="at least 21", voice=MONITOR, victims=victims("soldiers", status="combatant"))
    before = said("a", at=90, number="22", voice=MONITOR, victims=victims("soldiers", status="combatant"))
    before = replace(before, as_of="2031-05-03")
    origins = {now.id: "monitor", before.id: "monitor"}
    found = finding(now, before, origins=origins, published={"a": "2031-05-04"}).tolls[Harm.KILLED]
    assert (found.low, found.high) == (21, None)
    assert (found.by_status["combatant"].low, found.by_status["combatant"].high) == (21, None)


def test_a_later_number_that_is_told_as_a_part_revises_nothing():
    whole = said("a", at=0, number="48", voice=MONITOR)
    part = said("a", at=60, number="10", voice=MONITOR, number_is={"extent": Extent.PART, "subset_of": whole.id})
    again = said("b", number="10", voice=MONITOR)
    origins = {each.id: "monitor" for each in (whole, part, again)}
    days = {"a": "2031-05-04", "b": "2031-05-06"}
    assert killed(whole, part, again, origins=origins, published=days) == (48, 48)


def test_a_later_number_of_the_same_origin_replaces_the_earlier_one():
    early, late = said("a", number="10", voice=MONITOR), said("b", number="31", voice=MONITOR)
    found = finding(
        early,
        late,
        origins={early.id: "monitor", late.id: "monitor"},
        published={"a": "2031-05-04", "b": "2031-05-06"},
    ).tolls[Harm.KILLED]
    assert (found.low, found.high) == (31, 31)
    assert [(at.as_of, at.low, at.high) for at in found.over_time] == [("2031-05-04", 10, 10), ("2031-05-06", 31, 31)]


def test_an_old_number_repeated_late_stays_an_old_number():
    early, late, copied = (
        said(name, number=number, voice=MONITOR) for name, number in (("a", "10"), ("b", "31"), ("c", "10"))
    )
    assert killed(
        early,
        late,
        copied,
        origins={each.id: "monitor" for each in (early, late, copied)},
        published={"a": "2031-05-04", "b": "2031-05-06", "c": "2031-05-09"},
    ) == (31, 31)


def test_the_number_of_another_origin_is_not_replaced():
    early, late = said("a", number="10", voice=MONITOR), said("b", number="31", voice=HOSPITAL)
    assert killed(early, late, published={"a": "2031-05-04", "b": "2031-05-06"}) == (10, 31)


def test_a_denial_never_changes_a_toll():
    asserted = said("a", number="85")
    denied = said("b", stance="denies", about=About.NUMBER, number="3", voice=("the ministry/official/nor",))
    assert killed(asserted, denied) == (85, 85)


def test_zero_counts_from_a_hospital_and_not_from_a_belligerent():
    asserted = said("a", number="85")
    assert killed(asserted, said("b", number="0", voice=HOSPITAL)) == (0, 85)
    assert killed(asserted, said("b", number="0", voice=("the ministry/official/nor",))) == (85, 85)


def test_reports_that_do_not_say_how_they_know_count_together_as_one():
    claims = [said(name, number="12") for name in "abc"]
    found = finding(*claims)
    assert (found.independent_sources, found.policies["range"].grade.value) == (1, "weak")


def test_two_papers_that_quote_one_monitor_are_one_source():
    one, other = said("a", number="12", voice=MONITOR), said("b", number="12", voice=MONITOR)
    found = finding(one, other, origins={one.id: "monitor", other.id: "monitor"})
    assert (found.independent_sources, found.policies["range"].grade.value) == (1, "weak")


def test_two_independent_origins_make_it_fair():
    found = finding(said("a", number="12", voice=MONITOR), said("b", number="12", voice=HOSPITAL))
    assert (found.independent_sources, found.policies["range"].grade.value) == (2, "fair")


def test_an_enemy_of_the_accused_is_an_accuser_but_not_an_independent_one():
    enemy = said("a", number="12", voice=("the council/official/fre",))
    monitor = said("b", number="12", voice=MONITOR)
    (row,) = finding(enemy, monitor).attribution
    assert (row.accused_by, row.independent_accusers, row.interested) == ((enemy.id, monitor.id), 1, (enemy.id,))


def test_the_outlet_of_a_belligerent_is_interested_in_its_own_voice():
    claim = said("a", number="12")
    outlet = Source(id=SourceId("radio"), name="Free Radio", kind=SpeakerKind.MEDIA, party="fre")
    (row,) = finding(claim, outlets={"a": outlet}).attribution
    assert (row.independent_accusers, row.interested) == (0, (claim.id,))


def test_a_general_denial_is_shown_and_contests_nothing():
    claim = said("a", number="at least 77", voice=MONITOR)
    never = said(
        "a",
        at=500,
        on=None,
        place=None,
        stance="denies",
        voice=("m/official/nor",),
        about=About.INTENT,
        reach=Reach.GENERAL,
    )
    found = finding(claim, beside=[never])
    (row,) = found.attribution
    assert [(denial.claim, denial.about, denial.reach) for denial in row.denied_by] == [(never.id, "intent", "general")]
    assert (found.policies["range"].grade.value, found.contradictions) == ("weak", ())


def test_allies_named_as_a_group_are_accused_as_a_group():
    rows = finding(said("a", "airstrike", by=joint("nor", "est"), number="7")).attribution
    assert [(row.party, row.role) for row in rows] == [("nor", "direct"), ("est", "collective")]


def test_two_enemies_each_accused_by_independent_voices_are_contested():
    one, other = said("a", number="12", voice=MONITOR), said("b", by=("fre",), number="12", voice=HOSPITAL)
    found = finding(one, other)
    assert found.policies["range"].grade.value == "contested"
    assert [(each.field, each.values) for each in found.contradictions] == [("perpetrator", ("nor", "fre"))]


def test_the_word_of_a_belligerent_alone_contests_nothing_but_is_shown_as_a_contradiction():
    monitor = said("a", number="12", voice=MONITOR)
    accused = said("b", by=("fre",), number="12", voice=("the ministry/official/nor",))
    found = finding(monitor, accused)
    assert found.policies["range"].grade.value == "weak"
    assert [each.field for each in found.contradictions] == ["perpetrator"]


def test_acceptance_is_an_admission_and_not_interested():
    claim = said("a", number="12", voice=MONITOR)
    admits = said("b", stance="accepts_responsibility", voice=("the ministry/official/nor",))
    (row,) = finding(claim, admits).attribution
    assert (row.accepted_by, row.interested) == ((admits.id,), ())


def test_what_others_say_that_a_party_says_of_itself_is_no_admission():
    heard = said("a", number="12", voice=("activists/local", "the army/official/nor"))
    (row,) = finding(heard).attribution
    assert (row.accepted_by, row.accused_by, row.interested) == ((), (heard.id,), (heard.id,))


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ("85", "up to 300", True),
        ("at least 10", "at least 40", False),
        ("85", "90", True),
        ("about 400", "385", False),
        ("about 400", "300", True),
        ("at least 77", "70", True),
        ("nearly 700", "700", False),
    ],
)
def test_numbers_that_cannot_both_be_right_are_named(one, other, contradict):
    found = finding(said("a", number=one), said("b", number=other)).contradictions
    assert [(each.field, set(each.values)) for each in found] == ([("number", {one, other})] if contradict else [])


def test_civilians_to_some_and_terrorists_to_others_is_a_contradiction_of_status():
    one = said("a", number="9", victims=victims("civilians", status="civilian"))
    other = said("b", number="9", victims=victims("terrorists", label="terrorists"))
    (found,) = finding(one, other).contradictions
    assert (found.field, found.values) == ("status", ("civilian", "terrorists"))


def test_a_denial_that_it_happened_is_a_contradiction_of_occurrence():
    claim = said("a", number="9")
    denial = said("b", stance="denies", about=About.OCCURRENCE, voice=("the ministry/official/nor",))
    assert [each.field for each in finding(claim, denial).contradictions] == ["occurrence"]


def test_an_event_that_its_own_source_takes_back_is_unfounded():
    claim = said("a", number="9", voice=MONITOR)
    back = said("b", stance="denies", about=About.OCCURRENCE, voice=MONITOR)
    origins = {claim.id: "monitor", back.id: "monitor"}
    found = finding(claim, back, origins=origins, published={"a": "2031-05-04", "b": "2031-05-08"})
    assert found.status is EventStatus.UNFOUNDED
    assert totals([found], scope="all", backlog=0, processed_through=None) == []


def test_a_siege_is_laid_to_all_who_lay_it_without_a_contradiction():
    found = finding(
        said("a", "siege", "deprived", by=("nor", "fre")), said("b", "siege", "deprived", by=("nor",)), kind=Situation
    )
    assert ({row.party for row in found.attribution}, found.contradictions) == ({"nor", "fre"}, ())


def test_persons_told_one_by_one_in_one_breath_are_added():
    """ "A man and a woman were killed": two. "A boy of six" and "the boy" may be one."""

    def person(text):
        claim = said("a", number="1", victims=victims(text))
        return replace(claim, id=f"clm_{text}", toll=replace(claim.toll, text=text))

    assert killed(person("a man"), person("a woman")) == (2, 2)
    assert killed(person("a boy of six"), person("the boy")) == (1, 1)


def test_who_killed_himself_is_added_to_those_he_killed_in_the_same_breath():
    """ "A gunman killed four people and himself" are five dead; a report that gives five too has counted him."""
    four = said("a", at=10, by=("a gunman",), number="4")
    himself = said("a", at=20, by=("a gunman",), number="1", victims=victims("a gunman"))
    assert killed(four, himself) == (5, 5)
    five = said("a", at=300, by=(), number="5")
    assert killed(four, himself, five) == (5, 5)
    elsewhere = said("a", at=400, by=("a gunman",), number="1", victims=victims("a gunman"))
    assert killed(four, elsewhere) == (1, 4)


@pytest.mark.parametrize(
    ("claims", "title"),
    [
        (
            [said("a", on="2031-05", number="85"), said("b", number="up to 300")],
            "Killing of 85 to 300 people, Varna, May 2031",
        ),
        ([said("a", "airstrike", number="at least 77")], "Air strike, at least 77 killed, Varna, 3 May 2031"),
        ([said("a", "chemical_attack", "none", on="2031", place="eastvale")], "Chemical attack, Eastvale, 2031"),
    ],
)
def test_a_title_is_made_of_values(claims, title):
    assert finding(*claims).title == title


def test_a_total_says_what_it_leaves_out():
    closed, open_, unknown = finding(said("a", number="5")), finding(said("b", number="at least 7")), finding(said("c"))
    (total,) = totals([closed, open_, unknown, closed], scope="Varna", backlog=4, processed_through="2031-05")
    assert (total.low, total.high, total.unknown_events, total.open_events) == (12, None, 1, 1)
    assert (total.backlog, total.processed_through, total.overlaps_removed) == (4, "2031-05", 1)
    assert total.rests_on == (closed.id, open_.id, unknown.id)


def test_an_event_that_may_tell_of_another_again_is_in_the_high_and_not_in_the_low():
    dated, vague = finding(said("a", number="12")), finding(said("b", on=None, number="12"))
    vague = replace(vague, may_repeat=(dated.id,))
    (total,) = totals([vague, dated], scope="Varna", backlog=0, processed_through=None)
    assert (total.low, total.high, total.may_repeat) == (12, 24, (vague.id,))


def test_of_two_that_may_be_one_outside_the_scope_the_other_still_counts():
    vague = replace(finding(said("b", on=None, number="12")), may_repeat=("evt_elsewhere",))
    (total,) = totals([vague], scope="Varna", backlog=0, processed_through=None)
    assert (total.low, total.may_repeat) == (12, ())


def test_an_event_accused_jointly_counts_once():
    both = finding(said("a", by=("nor", "est"), number="5"))
    (total,) = totals([both, both], scope="by party", backlog=0, processed_through=None)
    assert (total.low, total.high) == (5, 5)

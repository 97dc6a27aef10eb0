"""8. The published methodologies side by side: the same claims, each organisation's rules, and why they differ."""

import pytest

from sijill.assess.findings import assess_event
from sijill.assess.policies import POLICIES
from sijill.assess.policies.difference import difference
from sijill.assess.policies.ibc import beyond_recorded
from sijill.assess.policies.table import NotAPolicy, policy_from_table
from sijill.model.claim import Harm
from sijill.model.event import Event, EventId
from sijill.model.finding import CasualtyRange
from sijill.model.source import Source, SourceId, SpeakerKind
from sijill.model.toll import Unit
from tests.unit.link.claims import PARTIES, PLACES, documents, said, swapped, victims

MONITOR, HOSPITAL, MINISTRY = ("a monitor/ngo",), ("the hospital/local",), ("the ministry/official/nor",)
CIVILIANS, FIGHTERS = victims("civilians", status="civilian"), victims("fighters", status="combatant")


def finding(*claims, policies=POLICIES, outlets=None, place="varna"):
    first = claims[0]
    event = Event(
        id=EventId("evt_1"),
        act=first.act,
        when=first.when,
        where=first.where,
        claims=tuple(each.id for each in claims),
    )
    return assess_event(
        event,
        {each.id: each for each in claims},
        origins={each.id: each.speakers[-1].name if each.speakers else each.document for each in claims},
        documents=documents(claims),
        parties=PARTIES,
        outlets=outlets or {},
        places=PLACES,
        policies=policies,
    )


def killed(policy, *claims, **more):
    """low, high and grade of the killed under a policy."""
    found = finding(*claims, **more).policies[policy]
    toll = found.tolls[Harm.KILLED]
    return toll.low, toll.high, found.grade.value


TWO = (said("a", number="12", voice=MONITOR), said("b", number="at least 9", voice=HOSPITAL))


@pytest.mark.parametrize(
    ("policy", "low", "high", "grade"),
    [
        ("range", 9, 12, "fair"),
        ("airwars", 9, 12, "fair"),
        ("ibc", 9, 12, "fair"),
        ("ucdp", 9, 12, "clear"),
        ("acled", 9, 9, "local"),
        ("snhr", None, None, "without_names"),
        ("ohchr", 9, 9, "verified"),
    ],
)
def test_two_independent_reports_under_every_policy(policy, low, high, grade):
    """A monitor says 12, a hospital at least 9."""
    assert killed(policy, *TWO) == (low, high, grade)


@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy_says_whom_it_follows_and_that_they_did_not_review_it(policy):
    assert "not reviewed by it" in POLICIES[policy].source
    assert POLICIES[policy].version >= 1


@pytest.mark.parametrize("policy", POLICIES)
def test_no_policy_makes_a_zero_of_a_missing_number(policy):
    found = finding(said("a", voice=MONITOR)).policies[policy].tolls[Harm.KILLED]
    assert (found.unknown, found.low, found.high) == (True, None, None)


@pytest.mark.parametrize("policy", POLICIES)
def test_swapping_the_parties_swaps_nothing_but_their_names(policy):
    """Grade and range are the same for every party."""
    told = [
        said("a", number="12", voice=MONITOR, by=("nor",)),
        said("b", number="30", voice=("the council/party/fre",), by=("nor",), victims=CIVILIANS),
        said("c", number="3", voice=MINISTRY, by=("fre",), victims=FIGHTERS),
    ]
    plain, turned = finding(*told), finding(*map(swapped, told))
    a, b = plain.policies[policy], turned.policies[policy]
    assert a.grade.value == b.grade.value
    assert [(t.low, t.high, t.best) for t in a.tolls.values()] == [(t.low, t.high, t.best) for t in b.tolls.values()]
    turn = {"nor": "fre", "fre": "nor"}
    rows = {
        (turn.get(row.party, row.party), row.independent_accusers, len(row.interested)) for row in plain.attribution
    }
    assert rows == {(row.party, row.independent_accusers, len(row.interested)) for row in turned.attribution}


# airwars


def test_airwars_a_single_value_stands_for_both_ends():
    assert killed("airwars", said("a", number="at least 7", voice=MONITOR))[:2] == (7, 7)
    assert killed("airwars", said("a", number="up to 7", voice=MONITOR))[:2] == (7, 7)


@pytest.mark.parametrize(("words", "low", "high"), [("dozens", 12, 24), ("scores", 20, 40), ("several", 2, 2)])
def test_airwars_words_are_worth_what_its_recorders_wrote(words, low, high):
    assert killed("airwars", said("a", number=words, voice=MONITOR))[:2] == (low, high)


def test_airwars_a_plural_without_a_number_is_two_and_one_person_is_unknown():
    assert killed("airwars", said("a", victims=victims("civilians"), voice=MONITOR))[:2] == (2, 2)
    assert killed("airwars", said("a", victims=victims("a civilian"), voice=MONITOR))[:2] == (None, None)


def test_airwars_takes_up_to_so_many_civilians_for_no_part_of_the_people_counted():
    people = said("a", number="21", voice=MONITOR)
    at_most = said("a", at=60, number="up to 30", victims=CIVILIANS, voice=MONITOR)
    assert killed("airwars", people, at_most)[:2] == (21, 30)


def test_airwars_counts_civilians_and_takes_unknown_status_for_civilian_and_says_so():
    civilians = said("a", number="4", victims=CIVILIANS, voice=MONITOR)
    fighters = said("a", at=60, number="6", victims=FIGHTERS, voice=MONITOR)
    unknown = said("b", number="5", voice=HOSPITAL)
    assert killed("airwars", civilians, fighters)[:2] == (4, 4)
    assert killed("airwars", civilians, fighters, unknown)[:2] == (4, 5)
    codes = [each.code for each in finding(unknown).policies["airwars"].grade.reasons]
    assert "assumed_civilians" in codes


def test_airwars_does_not_believe_the_accused_that_its_victims_were_fighters():
    accused = said("a", number="30", victims=FIGHTERS, voice=MINISTRY, by=("nor",))
    assert killed("airwars", accused)[:2] == (30, 30)


def test_airwars_leaves_a_belligerents_number_out_where_others_count():
    assert killed("airwars", *TWO, said("c", number="90", voice=MINISTRY))[:2] == (9, 12)


@pytest.mark.parametrize(
    ("claims", "grade"),
    [
        ([said("a", number="3", voice=MONITOR)], "weak"),
        (TWO, "fair"),
        ([*TWO, said("c", stance="accepts_responsibility", number="3", voice=MINISTRY)], "confirmed"),
        ([*TWO, said("c", harm="none", stance="accepts_responsibility", voice=MINISTRY)], "fair"),
        ([said("a", number="3", voice=MONITOR), said("b", number="3", voice=HOSPITAL, by=("fre",))], "contested"),
        ([said("a", number="3", victims=FIGHTERS, voice=MONITOR)], "discounted"),
    ],
    ids=["one source", "two sources", "harm accepted", "declared strike alone", "competing claims", "only combatants"],
)
def test_airwars_grades(claims, grade):
    assert killed("airwars", *claims)[2] == grade


def test_airwars_conclusion_stands_for_the_sources_that_it_cites():
    recorder = {"a": Source(id=SourceId("rec"), name="A recorder", kind=SpeakerKind.NGO)}
    concluded = said("a", number="6")
    cited = said("a", at=100, number="4", voice=("an agency/media",))
    assert killed("airwars", concluded, cited, outlets=recorder)[:2] == (6, 6)


# ibc


def test_ibc_needs_two_reports_that_are_no_copies():
    one = said("a", number="8", voice=MONITOR)
    assert killed("ibc", one)[:2] == (None, None)
    assert killed("ibc", one, said("b", number="8", voice=MONITOR))[:2] == (None, None)
    assert killed("ibc", one, said("b", number="6", voice=HOSPITAL))[:2] == (6, 8)


def test_ibc_may_have_a_minimum_of_zero_where_civilian_status_is_in_doubt():
    told = [*TWO, said("c", number="10", victims=FIGHTERS, voice=("a reporter/eyewitness",))]
    assert killed("ibc", *told)[:2] == (0, 12)


@pytest.mark.parametrize(
    ("told", "recorded", "left"),
    [
        ((120, 120), [(30, 40), (20, 20)], (60, 70)),
        ((120, 120), [(30, None)], (0, 90)),
        ((120, None), [(30, 40)], (80, None)),
        ((20, 30), [(30, 40)], (0, 0)),
    ],
)
def test_ibc_subtracts_what_is_recorded_one_by_one_from_the_total_of_a_period(told, recorded, left):
    """low = max(0, low told - highs recorded); high = max(0, high told - lows recorded)."""
    events = [CasualtyRange(low=low, high=high, policy="ibc") for low, high in recorded]
    assert beyond_recorded(told, events) == left


# ucdp


def ucdp(*claims):
    return finding(*claims).policies["ucdp"].tolls[Harm.KILLED]


def test_ucdp_what_only_a_belligerent_says_is_in_the_high_alone():
    found = ucdp(*TWO, said("c", number="90", voice=MINISTRY))
    assert (found.low, found.best, found.high) == (9, 9, 90)
    alone = ucdp(said("c", number="90", voice=MINISTRY))
    assert (alone.low, alone.best, alone.high) == (0, 0, 90)


def test_ucdp_best_is_the_sum_of_the_sides_civilians_and_unknown():
    civilians = said("a", number="4", victims=CIVILIANS, voice=MONITOR)
    soldiers = said("a", at=60, number="6", victims=victims("Norland soldiers", status="combatant"), voice=MONITOR)
    found = ucdp(said("b", number="15", voice=HOSPITAL), civilians, soldiers)
    sides = {side: each.best for side, each in found.by_status.items()}
    assert sides == {"deaths_a": 6, "deaths_b": 0, "deaths_civilians": 4, "deaths_unknown": 0}
    assert found.best == sum(sides.values()) == 10
    assert (found.low, found.high) == (10, 15)


@pytest.mark.parametrize(
    ("on", "place", "clarity", "where", "day"),
    [
        ("2031-05-03", "varna", 1, 1, 1),
        ("2031-05", "eastvale", 2, 3, 4),
        ("2031", "upper", 2, 4, 5),
        ("2031-05-03", "marrow", 2, 6, 1),
        (None, None, 2, None, None),
    ],
)
def test_ucdp_codes_how_exactly_place_and_day_are_known(on, place, clarity, where, day):
    found = finding(said("a", number="3", on=on, place=place)).policies["ucdp"]
    codes = next(each.values for each in found.grade.reasons if each.code == "ucdp_codes")
    assert codes == {"event_clarity": clarity, "where_prec": where, "date_prec": day}


# acled, snhr, ohchr


@pytest.mark.parametrize(("words", "number"), [("tens", 10), ("dozens", 12), ("hundreds", 100), ("several", None)])
def test_acled_words_by_its_table(words, number):
    assert killed("acled", said("a", number=words))[:2] == (number, number)


def test_acled_takes_the_most_conservative_number():
    assert killed("acled", *TWO, said("c", number="5", voice=("a reporter/media",))) == (5, 5, "local-media")


def test_snhr_counts_whom_two_origins_name():
    named = {"number_is": {"unit": Unit.NAMED}}
    lists = [said("a", number="9", voice=MONITOR, **named), said("b", number="7", voice=HOSPITAL, **named)]
    assert killed("snhr", lists[0]) == (None, None, "pending")
    assert killed("snhr", *lists, said("c", number="40")) == (7, 7, "documented")


def test_ohchr_what_one_origin_says_beyond_two_is_pending():
    found = finding(*TWO).policies["ohchr"].tolls[Harm.KILLED]
    assert (found.low, found.by_status["pending"].high) == (9, 3)
    assert killed("ohchr", TWO[0]) == (None, None, "pending")


# side by side


def test_the_difference_of_two_policies_is_said():
    found = finding(*TWO, said("c", number="90", voice=MINISTRY)).policies
    reasons = difference("range", found["range"], "airwars", found["airwars"], Harm.KILLED)
    assert [each.code for each in reasons] == [
        "policies_differ",
        "other_claims",
        "assumed_civilians",
        "interested_numbers_left_out",
    ]
    assert reasons[0].values["one_high"] == 90 and reasons[0].values["other_high"] == 12
    assert difference("range", found["range"], "range", found["range"], Harm.KILLED) == ()


# an organisation's own


def test_a_policy_of_ones_own_is_a_table():
    ours = policy_from_table(
        "ours", {"after": "Our handbook, p. 4", "needs": 2, "take": "least", "interested": "never"}
    )
    assert killed("ours", *TWO, policies={"ours": ours, "range": POLICIES["range"]})[:2] == (9, 9)
    assert killed("ours", TWO[0], policies={"ours": ours, "range": POLICIES["range"]})[:2] == (None, None)
    assert ours.source == "Our handbook, p. 4; a table of this case"


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({}, "after"),
        ({"after": "x", "need": 2}, "need"),
        ({"after": "x", "needs": 0}, "needs"),
        ({"after": "x", "interested": "sometimes"}, "interested"),
        ({"after": "x", "take": "best"}, "take"),
        ({"after": "x", "civilians": 1}, "civilians"),
        ({"after": "x", "plural": [3, 2]}, "plural"),
        ({"after": "x", "words": {"oodles": [1, 2]}}, "words"),
        ({"after": "x", "words": {"dozens": 12}}, "words"),
        ({"after": "x", "version": True}, "version"),
    ],
)
def test_a_table_that_is_no_policy_is_refused_by_its_key(table, key):
    with pytest.raises(NotAPolicy) as refused:
        policy_from_table("ours", table)
    assert refused.value.key == key

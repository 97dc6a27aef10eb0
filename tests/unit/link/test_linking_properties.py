"""What holds for any set of claims: order, repetition and the names of the parties change nothing."""

import subprocess
import sys
import tracemalloc
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.link.events import link_events
from sijill.link.pairs.candidates import candidates
from sijill.link.pairs.score import explained, score
from sijill.link.pairs.sketch import sketch
from tests.unit.link.claims import PLACES, said, swapped

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = "abcdef"
ORDER = {name: number for number, name in enumerate(DOCUMENTS)}
claims = st.builds(
    said,
    st.sampled_from(DOCUMENTS),
    st.sampled_from(["killing", "airstrike", "shelling", "execution", "abduction", "siege"]),
    st.sampled_from(["killed", "injured", "none"]),
    at=st.integers(0, 60).map(lambda number: number * 25),
    on=st.sampled_from([None, "2031", "2031-05", "2031-05-03", "2031-05-04", "2031-05-20"]),
    place=st.sampled_from([None, "varna", "harbour", "oldtown", "lisse", "eastvale", "upper", "marrow", "Nowhere"]),
    by=st.sampled_from([(), ("nor",), ("fre",), ("nor", "est"), ("gunmen",)]),
    number=st.sampled_from([None, "3", "12", "40", "at least 12", "up to 40", "dozens"]),
    voice=st.sampled_from([(), ("a monitor/ngo",), ("the ministry/official/nor",), ("the council/official/fre",)]),
)
several = st.lists(claims, max_size=14, unique_by=lambda claim: claim.id)


def link(these, decisions=(), order=ORDER):
    published = dict.fromkeys(DOCUMENTS)
    return link_events(these, published=published, order=order, places=PLACES, decisions=decisions)


def groups(linked):
    return {frozenset(event.claims) for event in linked.events}


@given(several, st.randoms(use_true_random=False))
def test_the_order_in_which_claims_are_given_changes_nothing(these, random):
    shuffled = list(these)
    random.shuffle(shuffled)
    assert link(these) == link(shuffled)


@given(several)
def test_the_order_in_which_documents_were_captured_only_names_the_events(these):
    turned = {name: -number for name, number in ORDER.items()}
    assert groups(link(these)) == groups(link(these, order=turned))


@given(several)
def test_every_claim_is_in_exactly_one_place(these):
    linked = link(these)
    homes = [claim for event in linked.events for claim in event.claims]
    homes += [claim for situation in linked.situations for claim in situation.claims]
    homes += [*linked.beside, *linked.aside]
    assert sorted(homes) == sorted(claim.id for claim in these)


@given(several)
def test_swapping_two_parties_everywhere_changes_no_event(these):
    turned = [swapped(claim) for claim in these]
    place = {claim.id: number for number, claim in enumerate(these)}
    place_turned = {claim.id: number for number, claim in enumerate(turned)}
    one = {frozenset(place[claim] for claim in group) for group in groups(link(these))}
    other = {frozenset(place_turned[claim] for claim in group) for group in groups(link(turned))}
    assert one == other


@given(several)
def test_a_score_is_the_same_both_ways_round_and_the_sum_of_its_rows(these):
    drawn = [sketch(claim, PLACES) for claim in these]
    for left, right in candidates(drawn):
        a, b = drawn[left], drawn[right]
        assert score(a, b) == score(b, a)
        assert abs(score(a, b) - sum(row.values["points"] for row in explained(a, b, linked=True).reasons)) < 1e-9


@settings(max_examples=40)
@given(several)
def test_no_event_holds_places_that_cannot_be_one(these):
    towns = {"varna": "varna", "harbour": "varna", "oldtown": "varna", "lisse": "lisse"}
    by_id = {claim.id: claim for claim in these}
    for event in link(these).events:
        assert len({towns[p] for c in event.claims if (p := by_id[c].where.place) in towns}) <= 1


def test_comparisons_do_not_grow_with_the_square_of_the_claims():
    """Ten times the reports of one day in one town are about ten times the pairs, not a hundred times."""

    def pairs(number):
        reports = [sketch(said(f"doc{n}", "airstrike", number=str(n % 30 + 1)), PLACES) for n in range(number)]
        return len(list(candidates(reports)))

    assert pairs(1000) < 15 * pairs(100)


def held_for_a_claim():
    """Bytes that linking holds at most, beside the claims themselves, for each of them."""
    reports = [
        said(
            f"doc{n}",
            "airstrike",
            number=str(n % 30 + 1),
            on=f"2031-05-{n % 28 + 1:02}",
            place=("varna", "lisse")[n % 2],
        )
        for n in range(2000)
    ]
    order = {report.document: at for at, report in enumerate(reports)}
    published = dict.fromkeys(order)
    link_events(reports, published=published, order=order, places=PLACES)
    tracemalloc.start()
    link_events(reports, published=published, order=order, places=PLACES)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / len(reports)


def test_linking_holds_less_than_700_bytes_for_a_claim_beside_the_claims_themselves():
    """So a million claims are linked within two gigabytes. In a process where nothing else goes on."""
    asked = f"from {held_for_a_claim.__module__} import held_for_a_claim; print(held_for_a_claim())"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert float(told.stdout) < 700


def test_claims_meet_on_the_day_of_a_province_only_where_somebody_names_it():
    """Two towns of one province are not compared for that; a report of the province is, with one claim of each."""
    varna, lisse = (sketch(said(place, "airstrike", place=place, number="3"), PLACES) for place in ("varna", "lisse"))
    upper = sketch(said("upper", "airstrike", place="upper"), PLACES)
    assert list(candidates([varna, lisse, upper])) == [(0, 2), (1, 2)]

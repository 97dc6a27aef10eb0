"""The score of a pair of claims: one table, read from top to bottom. docs/method/link.md, table 2."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sijill.link.pairs import compare
from sijill.link.pairs.bonds import compare_bonds, compare_breaths
from sijill.link.pairs.sketch import Sketch
from sijill.model.decision import Reason, Value
from sijill.model.event import Link

JOIN = 4.5  # at or above: one event
ASK = 3.0  # at or above, below JOIN: a doubt
MARGIN = 1.0  # a vague claim that fits two events this closely fits neither


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question, the points of each answer, and what of the claims to show beside it."""

    name: str
    ask: Callable[[Sketch, Sketch], str | None]
    points: Mapping[str, float]
    show: Callable[[Sketch], Value]


COMPARISONS = (
    Comparison(
        "place",
        compare.compare_places,
        {
            "same_site": +3.5,
            "same_town": +3.0,
            "same_district": +2.0,
            "same_province": +0.7,
            "same_country": +0.1,
            "same_country_only": -0.5,
            "within_site": +3.0,
            "within_town": +2.5,
            "within_district": +1.5,
            "within_province": +0.7,
            "within_country": +0.1,
            "said_within": +1.5,
            "within_reach": +0.7,
            "near": +0.5,
            "same_words": +2.5,
            "words_within": +1.5,
            "said_by_one_only": -0.7,
            "other_words": -1.5,
            "not_listed": -1.0,
            "other_part_of_town": -2.0,
            "apart": -5.0,
        },
        lambda sketch: sketch.claim.where.text,
    ),
    Comparison(
        "time",
        compare.compare_times,
        {
            "same_day": +3.0,
            "same_days": +2.0,
            "same_month": +1.5,
            "same_season": +0.7,
            "same_year": +0.3,
            "same_years": 0.0,
            "next_day": 0.0,
            "days_apart": -1.5,
            "other_day_same_report": -4.0,
            "same_words_of_time": +1.5,
            "other_words_of_time": -4.0,
            "told_that_day": +1.0,
            "told_at_once": +0.3,
            "told_weeks_apart": -1.2,
            "told_long_after": -2.0,
            "before_it_began": -6.0,
            "other_time": -6.0,
        },
        lambda sketch: sketch.claim.when.text or sketch.claim.when.start,
    ),
    Comparison(
        "act",
        compare.compare_acts,
        {
            "same_rare_act": +2.5,
            "same_act": +1.5,
            "same_family": +1.0,
            "told_on": +0.7,
            "may_be_one": 0.0,
            "told_otherwise": -1.5,
            "other_act": -2.5,
        },
        lambda sketch: sketch.act.value,
    ),
    Comparison(
        "actor",
        compare.compare_actors,
        {"same_party": +1.5, "other_party": -1.0, "other_party_same_voice": -4.0},
        lambda sketch: ", ".join(actor.name for actor in sketch.claim.actors) or None,
    ),
    Comparison(
        "toll",
        compare.compare_tolls,
        {
            "told_again": +2.5,
            "equal_and_telling": +2.5,
            "equal": +1.0,
            "equal_other_hedge": +1.5,
            "equal_other_hedge_and_telling": +2.0,
            "compatible": +0.5,
            "other_number": -0.5,
            "far_off": -1.5,
            "far_off_coarse_date": -3.5,
            "other_number_same_voice": -3.0,
        },
        lambda sketch: sketch.claim.toll.text if sketch.claim.toll else None,
    ),
    Comparison(
        "victims",
        compare.compare_victims,
        {"same_groups": +0.7, "other_status": -0.7},
        lambda sketch: sketch.claim.victims.text if sketch.claim.victims else None,
    ),
    Comparison(
        "names",
        compare.compare_names,
        {"one_name": +0.7, "several_names": +1.5},
        lambda sketch: " ".join(sorted(sketch.names)) or None,
    ),
    Comparison(
        "people",
        compare.compare_people,
        {"one_person": +2.0, "two_people": +5.5, "several_people": +7.0},
        lambda sketch: len(sketch.people),  # never the names: a link may be shown further than they may
    ),
    Comparison(
        "position",
        compare.compare_positions,
        {"side_by_side": +3.0, "next_sentence": +1.5, "same_passage": +0.5},
        lambda sketch: sketch.begin,
    ),
    Comparison(
        "breath",
        compare_breaths,
        {"in_one_breath": +2.0},
        lambda sketch: sketch.claim.harm.value,
    ),
    Comparison(
        "answer",
        compare.compare_answers,
        {"answers_what_is_told": +1.5},
        lambda sketch: sketch.claim.stance.value,
    ),
    Comparison(
        "ellipsis",
        compare.compare_ellipsis,
        {"goes_on": +2.0},
        lambda sketch: sketch.claim.when.text or sketch.claim.where.text,
    ),
    Comparison(
        "scene",
        compare.compare_scenes,
        {"says_where": +3.0},
        lambda sketch: sketch.claim.where.text,
    ),
    Comparison(
        "headline",
        compare.compare_headlines,
        {"headline_of_it": +5.0},
        lambda sketch: sketch.claim.toll.text if sketch.claim.toll else None,
    ),
    Comparison(
        "bond",
        compare_bonds,
        {
            "part_of_it": +6.0,
            "parts_of_one": +4.0,
            "of_the_same_people": +4.0,
            "of_the_same_words": +4.0,
            "takes_it_up": +4.0,
            "opens_another": -6.0,
            "gas_beside_a_fight": -8.0,
            "of_the_wider_fighting": -6.0,
            "looks_back": -6.0,
            "answers_it": -6.0,
        },
        lambda sketch: sketch.id,
    ),
)

WITHIN_A_REPORT = frozenset(
    {"position", "breath", "bond", "answer", "headline", "ellipsis", "scene"}
)  # these say nothing of two reports


def _in_tenths(*, one_report: bool) -> tuple[tuple[Callable[[Sketch, Sketch], str | None], Mapping[str, int]], ...]:
    return tuple(
        (each.ask, {level: round(10 * points) for level, points in each.points.items()})
        for each in COMPARISONS
        if one_report or each.name not in WITHIN_A_REPORT
    )


IN_ONE_REPORT, IN_TWO_REPORTS = _in_tenths(one_report=True), _in_tenths(one_report=False)


def score(a: Sketch, b: Sketch) -> float:
    """Points of a pair: the sum over the table. The same both ways round."""
    tenths = 0  # whole tenths add up exactly
    for ask, points in IN_ONE_REPORT if a.document == b.document else IN_TWO_REPORTS:
        level = ask(a, b)
        if level is not None:
            tenths += points[level]
    return tenths / 10


def explained(a: Sketch, b: Sketch, *, linked: bool) -> Link:
    """The same sum with its rows, as an analyst reads it."""
    rows = []
    for each in COMPARISONS:
        level = each.ask(a, b)
        if level is not None:
            values: dict[str, Value] = {"left": each.show(a), "right": each.show(b), "points": each.points[level]}
            rows.append(Reason(code=f"{each.name}.{level}", values=values))
    return Link(left=a.id, right=b.id, score=score(a, b), linked=linked, reasons=tuple(rows))

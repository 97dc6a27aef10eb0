"""Policy `range`, rule by rule: what voices say, line by line, and the range that follows. design.md, section 5."""

import pytest

from sijill.assess.findings import assess_event
from sijill.model.claim import Harm
from sijill.model.event import Event, EventId
from sijill.model.toll import Extent, Unit
from tests.unit.link.claims import PARTIES, PLACES, documents, said, victims

VOICES = {
    "monitor": ("a monitor/ngo",),
    "hospital": ("the hospital/local",),
    "witness": ("a witness/eyewitness",),
    "ministry": ("the ministry/official/nor",),
    "enemy": ("the council/official/fre",),
    "paper": (),
}
GROUPS = ("children", "women")


def heard(lines):
    """One claim a line: "day voice [denies:|part:|list:|of them:|total:] number [children|women|civilians]"."""
    claims, days, origins = [], {}, {}
    for at, line in enumerate(each.strip() for each in lines.strip().splitlines()):
        day, voice, *words = line.split()
        told = " ".join(words)
        more = {}
        for marker, says in (
            ("part:", {"extent": Extent.PART}),
            ("total:", {"cumulative": True}),
            ("list:", {"unit": Unit.NAMED}),
        ):
            if told.startswith(marker):
                told, more = told.removeprefix(marker).strip(), {"number_is": says}
        if told.startswith("of them:"):
            told, more = told.removeprefix("of them:").strip(), {"number_is": {"subset_of": claims[-1].id}}
        if told.startswith("denies:"):
            told, more = told.removeprefix("denies:").strip(), {"stance": "denies"}
        people = told.split()[-1]
        if people in GROUPS:
            more["victims"] = victims(people, groups=(people,))
        elif people in ("civilians", "fighters"):
            more["victims"] = victims(people, status="civilian" if people == "civilians" else "combatant")
        number = told.removesuffix(people).strip() if "victims" in more else told
        claim = said(f"{day}-{voice}", at=60 * at, number=number or None, voice=VOICES[voice], **more)
        claims.append(claim)
        days[claim.document] = f"2031-05-{int(day):02d}"
        if voice != "paper":
            origins[claim.id] = voice
    return claims, days, origins


def killed(lines):
    claims, days, origins = heard(lines)
    event = Event(
        id=EventId("evt_" + claims[0].id[4:]),
        act=claims[0].act,
        when=claims[0].when,
        where=claims[0].where,
        claims=tuple(each.id for each in claims),
    )
    held = {name: documents([c for c in claims if c.document == name], day)[name] for name, day in days.items()}
    by_id = {each.id: each for each in claims}
    found = assess_event(event, by_id, origins=origins, documents=held, parties=PARTIES, places=PLACES)
    return found.tolls[Harm.KILLED]


def told(found):
    low = "?" if found.low is None else str(found.low)
    high = "?" if found.unknown else "open" if found.high is None and found.high_rests_on else str(found.high)
    return f"{low} {high}".replace("None", "not said")


@pytest.mark.parametrize(
    ("number", "range_"),
    [
        ("85", "85 85"),
        ("about 400", "400 400"),
        ("nearly 700", "700 700"),
        ("more than 50", "50 open"),
        ("at least 77", "77 open"),
        ("up to 300", "? 300"),
        ("dozens", "? ?"),
        ("0", "0 0"),
    ],
)
def test_one_number_alone(number, range_):
    assert told(killed(f"4 monitor {number}")) == range_


@pytest.mark.parametrize(
    ("one", "other", "range_"),
    [
        ("85", "90", "85 90"),
        ("85", "up to 300", "85 300"),
        ("85", "at least 77", "77 85"),
        ("85", "at least 85", "85 open"),
        ("85", "at least 90", "85 open"),
        ("85", "more than 100", "85 open"),
        ("85", "about 100", "85 100"),
        ("85", "nearly 80", "80 85"),
        ("85", "dozens", "85 85"),
        ("at least 77", "up to 300", "77 300"),
        ("at least 77", "up to 50", "77 open"),
        ("at least 77", "more than 90", "77 open"),
        ("up to 50", "up to 300", "? 300"),
        ("0", "85", "0 85"),
    ],
)
def test_two_origins_disagree_and_neither_replaces_the_other(one, other, range_):
    """Whoever came first. Open above as soon as one is, unless another reaches beyond it."""
    assert told(killed(f"4 monitor {one}\n6 hospital {other}")) == range_
    assert told(killed(f"6 monitor {one}\n4 hospital {other}")) == range_


@pytest.mark.parametrize(
    ("early", "late", "range_"),
    [
        ("31", "52", "52 52"),
        ("at least 31", "52", "52 52"),
        ("31", "at least 52", "52 open"),
        ("52", "47", "47 47"),
        ("up to 80", "52", "52 52"),
        ("31", "at least 31", "31 open"),  # a looser way of saying the same replaces nothing
        ("31", "at least 20", "20 31"),
        ("31", "dozens", "31 31"),
        ("31", "of them: 9 children", "31 31"),
        ("31", "52 civilians", "52 52"),
        ("31", "12 civilians", "12 31"),
    ],
)
def test_one_origin_says_something_else_later(early, late, range_):
    assert told(killed(f"4 monitor {early}\n6 monitor {late}")) == range_


@pytest.mark.parametrize(
    ("lines", "range_"),
    [
        ("4 monitor up to 300\n5 hospital part: 40", "40 300"),
        ("4 monitor 30\n5 hospital part: 40", "40 40"),
        ("4 monitor at least 20\n5 hospital part: 40", "40 open"),
        ("4 monitor 100\n5 hospital part: 40", "100 100"),
        ("4 monitor 100\n5 monitor list: 47", "100 100"),
        ("4 monitor list: 47", "47 not said"),
        ("4 monitor 20\n4 monitor of them: 13 children", "20 20"),
        ("4 monitor up to 20\n4 monitor of them: 13 children", "13 20"),
        ("4 monitor 20\n5 hospital 7 children", "20 20"),
        ("4 monitor up to 20\n4 monitor 3 children\n4 monitor 2 women", "5 20"),
        ("4 monitor 4 civilians\n4 monitor 6 fighters", "10 10"),
        ("4 monitor 9 children", "9 9"),
    ],
)
def test_a_part_raises_the_floor_and_does_nothing_else(lines, range_):
    assert told(killed(lines)) == range_


@pytest.mark.parametrize(
    "beside",
    [
        "5 ministry denies: 3",
        "5 hospital denies: 3",
        "5 ministry 0",
        "5 enemy 0",
        "5 monitor total: 1200",
        "5 hospital dozens",
    ],
)
def test_what_never_moves_a_range(beside):
    """A denial, a zero from a belligerent, a total of a period, a word without a number."""
    assert told(killed(f"4 witness 85\n{beside}")) == "85 85"


def test_a_disinterested_zero_is_a_number():
    assert told(killed("4 witness 85\n5 hospital 0")) == "0 85"


@pytest.mark.parametrize("voice", ["ministry", "enemy", "paper"])
def test_the_number_of_an_interested_voice_is_a_number(voice):
    """It is marked, never dropped; the terms are the same for either belligerent."""
    assert told(killed(f"4 monitor 85\n5 {voice} 12")) == "12 85"


def test_the_toll_over_time_falls_only_where_its_own_origin_says_less():
    over = killed("4 monitor 31\n5 hospital 47\n6 witness 12\n8 monitor 52").over_time
    assert [(at.as_of[-2:], at.low, at.high) for at in over] == [
        ("04", 31, 31),
        ("05", 31, 47),
        ("06", 12, 47),
        ("08", 12, 52),
    ]
    revised = killed("4 monitor 52\n6 monitor 47").over_time
    assert [(at.low, at.high) for at in revised] == [(52, 52), (47, 47)]


def test_civilians_and_fighters_of_one_breath_are_added_beside_other_counts_and_whoever_says_them():
    headline = said("3-paper", at=0, number="14", victims=victims("14 fighters", status="combatant"))
    fighters = said("3-paper", at=100, number="14", victims=victims("14 fighters", status="combatant"))
    five = said("3-paper", at=100, number="5", victims=victims("5 civilians", status="civilian"))
    claims = [headline, fighters, five]
    event = Event(
        id=EventId("evt"), act=five.act, when=five.when, where=five.where, claims=tuple(each.id for each in claims)
    )
    found = assess_event(
        event,
        {each.id: each for each in claims},
        origins={fighters.id: "one", five.id: "other"},
        documents=documents(claims),
        parties=PARTIES,
    )
    assert (found.tolls[Harm.KILLED].low, found.tolls[Harm.KILLED].high) == (19, 19)


def test_two_numbers_of_one_report_whose_sum_it_gives_too_are_parts_of_it():
    assert told(killed("4 paper 45\n4 paper 36\n4 paper 9")) == "45 45"
    assert told(killed("4 paper 45\n4 paper 36")) == "36 45"

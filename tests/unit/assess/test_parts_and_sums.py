"""What one report counts in several numbers: which are parts, what their sum is. From the words to the range."""

import pytest

from sijill.assess.findings import assess_event
from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Harm
from sijill.model.document import DocumentId
from sijill.model.event import Event, EventId
from tests.unit.link.claims import documents

WORDS = Vocabulary(places=("Tarn", "Kessa"))


def killed(text):
    """Low and high of the killed, all that the text tells taken for one event."""
    found = toll(text)
    return found.low, found.high


def toll(text):
    """The killed of all that the text tells, taken for one event."""
    claims = extract(DocumentId("doc_1"), text, WORDS).claims
    first = next(each for each in claims if each.harm is Harm.KILLED)
    event = Event(
        id=EventId("evt"),
        act=first.act,
        when=first.when,
        where=first.where,
        claims=tuple(each.id for each in claims),
    )
    by_id = {each.id: each for each in claims}
    origins = {each.id: each.speakers[-1].name for each in claims if each.speakers}
    found = assess_event(event, by_id, origins=origins, documents=documents(claims), parties={}, places={})
    return found.tolls[Harm.KILLED]


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("An air strike in Tarn killed two women and two soldiers.", (4, 4)),
        ("An air strike in Tarn killed two men of the Red Column and three men of the village guard.", (5, 5)),
        ("Six women and eight boys died as shells fell on Tarn.", (14, 14)),
        ("Shelling of Tarn killed 33 people. It killed six women and eight boys.", (33, 33)),
    ],
)
def test_the_kinds_of_people_of_one_breath_add_up(text, range_):
    """Groups may be parts of a number of people, if the report has one that is no smaller."""
    assert killed(text) == range_


@pytest.mark.parametrize(
    ("text", "status", "range_"),
    [
        ("18 people died in Tarn. Ten rebels were killed there along with eight soldiers.", "combatant", (18, 18)),
        ("Six women and eight boys died as shells fell on Tarn.", "civilian", (8, None)),
        ("Strikes on Tarn killed 17 fighters and a child, 18 people in all.", "civilian", (1, 1)),
        ("25 fighters were killed in Tarn. A commander was killed too.", "combatant", (25, 25)),
    ],
)
def test_parts_of_one_status_are_no_rivals(text, status, range_):
    """They add up, or are among the more that the report counts; children are not all the civilians there may be."""
    found = toll(text).by_status[status]
    assert (found.low, found.high) == range_


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        (
            "Strikes on Tarn kill 14 fighters.\n\nStrikes killed 14 fighters and five civilians, a monitor says.",
            (19, 19),
        ),
        (
            "Nine people were killed in Tarn. Four civilians and five rebel fighters died in the clashes in Tarn.",
            (9, 9),
        ),
    ],
)
def test_the_number_of_one_kind_told_again_is_no_number_of_all(text, range_):
    assert killed(text) == range_


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("Six civilians died in Tarn. Another eight rebel fighters were killed by shells in Tarn.", (14, 14)),
        (
            "At least 14 people were killed in Tarn. Six civilians died in the assault on Tarn. "
            "Another eight rebel fighters died in Tarn.",
            (14, None),
        ),
        ("More than 30 soldiers were executed in Tarn, 14 more were killed and at least 22 others died.", (66, None)),
        ("Nine people were killed in Tarn. Two others were found dead in Tarn.", (9, 9)),
        ("Twelve people were hurt in Tarn and four others were killed.", (4, 4)),
        ("Varran police killed six people in Tarn and beheaded 17 others.", (23, 23)),
        ("The mayor said his son and 16 other militants were killed in Tarn.", (17, 17)),
    ],
)
def test_others_count_besides_those_told_before(text, range_):
    """They add up with those of a known kind. The others beside "nine people" may be some of the nine."""
    assert killed(text) == range_


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("An air strike killed 25 people in Tarn. The mayor and his brother were killed.", (25, 25)),
        ("An air strike killed the mayor and his brother in Tarn.", (2, 2)),
        ("Thirty-one people were killed in Tarn. Twelve civilians were killed in Tarn.", (31, 31)),
        ("An air strike killed 25 people in Tarn. It killed a woman and her two children in Tarn.", (25, 25)),
        ("An air strike killed 25 people in Tarn. Ada Brandt was killed along with her four sons.", (25, 25)),
        ("Thirty-one people were killed in Tarn. Varran forces executed 15 detainees in Tarn.", (31, 31)),
        ("Rebel captain killed in Tarn. A rebel captain and seven other rebels were killed by gunfire.", (8, 8)),
    ],
)
def test_some_of_them_never_lower_the_toll(text, range_):
    """Persons told one by one after a larger number, and civilians fewer than the people of the same voice."""
    assert killed(text) == range_


def test_two_numbers_are_parts_of_their_sum_only_by_one_voice():
    """Of many voices that tell of one toll, two often add up to a third by chance; and a span is no summand."""
    others = "In Tarn 15 people were killed, the monitor said. The mayor said that 13 people were killed in Tarn. "
    assert killed(others + "Two people were killed in Tarn, a doctor said.") == (2, 15)
    assert killed("Between 13 and 15 people were killed in Tarn. The mayor said 15 were killed in Tarn.") == (13, 15)


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("At least 85 soldiers were killed in Tarn. The rebels lost at least 28 militants.", (113, None)),
        ("In Tarn 12 rebels died, the army said. A monitor said ten rebels and four policemen died in Tarn.", (12, 14)),
        (
            "More than 140 army and insurgent troops were killed in Tarn. Some of them, 55, were insurgents.",
            (140, None),
        ),
        ("Fifty people were killed in Tarn. The battle killed 30 rebels. The battle killed 20 soldiers.", (50, 50)),
        ("Thirty rebels were killed in Tarn, the mayor said. A monitor said 25 militants died in Tarn.", (25, 30)),
    ],
)
def test_the_dead_of_the_two_sides_of_a_fight_add_up(text, range_):
    """Those who fight for a state and those who fight for none, whoever counts them; not two words for one side."""
    assert killed(text) == range_


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("Namar's league lost 40 fighters in Kessa. A monitor said 37 militants were killed in Kessa.", (37, 40)),
        ("The Home Guard lost 21 men in Kessa. A monitor said 22 soldiers died in Kessa.", (21, 22)),
        ("Forty rebels were killed in clashes in Kessa. The Home Guard lost six fighters in Kessa.", (40, 40)),
        ("More than 60 rebels and soldiers died in fighting in Tarn. The Red Column lost 14 of its men.", (60, None)),
    ],
)
def test_whom_somebody_lost_may_be_those_whom_others_count(text, range_):
    """A name does not say which side it is: the two numbers compete, and of one voice the smaller is a part."""
    assert killed(text) == range_


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("Twenty rebels died in Kessa. Six militants were killed in Kessa. Seven soldiers died in Kessa.", (20, 27)),
        ("Twenty rebels died in Kessa. Seven soldiers died in Kessa.", (27, 27)),
        (
            "In Kessa 20 rebels died, the army said. A monitor said six militants and five soldiers died in Kessa.",
            (11, 20),
        ),
    ],
)
def test_the_most_that_two_sides_come_to_is_no_floor(text, range_):
    """The least they come to is one, and so is the larger number of either side, for the voice that counts them."""
    assert killed(text) == range_


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("The Red Column killed 270 people in Tarn. At least 40 Red Column fighters were killed too.", (310, None)),
        ("The Red Column killed 12 people in Tarn. Three Red Column fighters died. In all 20 people died.", (20, 20)),
        ("A bomb of the Red Column killed 12 people in Tarn. The army killed three Red Column fighters.", (12, 12)),
        ("The Red Column killed 12 people in Tarn. The Red Column executed two Red Column fighters.", (12, 12)),
    ],
)
def test_a_party_that_killed_others_is_none_of_them(text, range_):
    """Where it is named in the words for those who fell, and did not do that itself."""
    assert killed(text) == range_


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        (
            "Forty-one Red Column fighters died in clashes with the Home Guard in Tarn. The Home Guard lost seven men.",
            (48, 48),
        ),
        (
            "Forty-one Red Column fighters died in clashes with the Home Guard in Tarn. "
            "Seven Red Column fighters died there.",
            (7, 41),
        ),
        (
            "23 Red Column fighters killed in clashes with the Home Guard in Tarn. At least 23 gunmen of the group "
            "were killed in clashes with the Home Guard in Tarn. The Home Guard lost two men.",
            (25, None),
        ),
    ],
)
def test_those_of_two_parties_that_fought_each_other_are_added(text, range_):
    assert killed(text) == range_


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("An air strike in Tarn killed 12 rebels and 12 soldiers.", (24, 24)),
        ("A raid in Tarn killed 14 rebels and 14 rebel guards.", (28, 28)),
    ],
)
def test_two_equal_numbers_of_one_sentence_are_two(text, range_):
    assert killed(text) == range_


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("Eight civilians and dozens of soldiers were killed in Tarn.", (8, None)),
        (
            "Dozens of rebels were killed in Tarn. Eight civilians were killed. Dozens of rebels died in Tarn.",
            (8, None),
        ),
        ("In Tarn 40 policemen and several dozen rebels died.", (40, None)),
        (
            "At least 87 rebels were killed in Tarn. Another 20 soldiers and several dozen policemen were also killed.",
            (107, None),
        ),
        ("Dozens of people were killed in Tarn. Nine civilians were killed in Tarn.", (9, 9)),
        ("Several civilians were killed in Tarn. Four civilians were killed in Tarn.", (4, 4)),
    ],
)
def test_others_without_a_number_leave_the_sum_open_above(text, range_):
    """Others they must be: of the other status, or of another kind in one breath."""
    assert killed(text) == range_


def test_a_sum_is_a_floor_for_all_that_its_voice_says():
    """As any part of it is: "at least seven" of a monitor that counts 50 fighters and eight civilians are 58."""
    told = "At least seven people were killed in Tarn, the monitor said. "
    assert killed(told + "Air strikes on Tarn killed 50 fighters and eight civilians, the monitor said.") == (58, 58)


def test_a_part_of_the_fighters_is_not_all_of_them():
    """Where the report counts more of them as a whole; "20 people" are not all fighters."""
    told = "At least 88 rebels and soldiers were killed in Tarn. Of these, 45 rebels and 43 soldiers died in clashes."
    assert (toll(told).by_status["combatant"].low, toll(told).by_status["combatant"].high) == (88, None)
    some = toll("Twenty people were killed in Tarn, among them eight soldiers.").by_status["combatant"]
    assert (some.low, some.high) == (8, None)


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("Ada Brandt was killed in Tarn.", (1, 1)),
        ("Ada Brandt and Jon al-Orr were killed in Tarn.", (2, 2)),
        ("Ada Brandt was killed in Tarn. Jon Orr was killed in the raid as well.", (1, None)),
        ("Ada Brandt and Jon al-Orr were killed in Tarn. Pia Holm was shot dead at noon.", (2, None)),
        ("Mohammed Rosta was killed in Tarn. Muhammad Rosta was shot dead at noon.", (1, None)),
        ("Adem Rosta was killed in Tarn. Mr Rosta was shot dead at his home.", (1, None)),
        ("Abu Velt was killed in Tarn. Adem Rosta, known as Abu Velt, was shot dead.", (1, None)),
        ("Ada Mary Brandt was shot dead in Tarn. Ada Brandt was killed at noon.", (1, 1)),
        ("Ada Brandt was killed in Tarn. Several people were killed there.", (1, None)),
        ("Ada Brandt was killed in Tarn. At least nine clerks were killed.", (9, None)),
    ],
)
def test_those_who_are_named_are_all_where_nobody_else_is_told_of(text, range_):
    """A name says no less than "a woman"; beside any other people, and another name, it is a part."""
    assert killed(text) == range_


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        (
            "38 Dead in Tarn. At least 30 Red Column fighters were killed along with eight Home Guard soldiers.",
            (38, None),
        ),
        (
            "40 Dead in Tarn. At least 30 Red Column fighters were killed along with eight Home Guard soldiers.",
            (40, 40),
        ),
    ],
)
def test_a_headline_that_gives_a_least_sum_as_the_number_leaves_it_open(text, range_):
    assert killed(text) == range_


def test_a_number_written_in_two_ways_is_told_twice():
    told = "The army kills 54 rebels near Tarn agency gave no toll fifty-four rebel fighters were killed in Tarn."
    assert killed(told) == (54, 54)


def test_one_who_is_told_of_before_the_number_of_all_is_among_them():
    assert killed("A guard was killed in a bombing in Tarn. Ten people died, including six children.") == (10, 10)
    assert killed("A guard was killed in a bombing in Tarn. Ten guards died in Kessa.") != (10, 10)

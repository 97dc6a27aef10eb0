"""Whom a text names as a victim, and what the words say of each: nothing is guessed from a name."""

import pytest

from sijill.extract.document import extract
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS

COLUMNS = ("name", "age", "sex", "kin", "fate")


def named(text):
    """The victims that a text names, as rows of COLUMNS."""
    records = extract(DocumentId("doc_unit"), text, WORDS).victims
    assert all(text[slice(*record.span)] == record.names[0].text for record in records)
    return [
        (
            record.names[0].text,
            "-".join(map(str, sorted(set(record.age)))) if record.age else "",
            record.sex or "",
            ", ".join(f"{kin.relation} of {kin.of}" for kin in record.kin),
            record.fate.value,
        )
        for record in records
    ]


def rows(table):
    """The rows of a table drawn with |."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Maren Brae, 34, and her two sons were killed in Kessa.", "Maren Brae | 34 | female | | dead"),
        ("Shells killed Dr. Jon Sarn in Tarn.", "Jon Sarn | | | | dead"),
        ("Jon Sarn, a farmer of 60, was shot dead near Tarn.", "Jon Sarn | 60 | | | dead"),
        ("An eight-year-old girl, Lia Marr, was killed.", "Lia Marr | 8 | female | | dead"),
        ("A boy of Kessa was killed. He was identified as Pell Orrin, aged 9.", "Pell Orrin | 9 | | | dead"),
        ("Seven people were killed, including journalist Sol Varr, residents said.", "Sol Varr | | | | dead"),
        ("Maren Brae was wounded when a shell hit her house.", "Maren Brae | | | | injured"),
        ("The funeral of Ada Holm was held on Friday.", "Ada Holm | | | | dead"),
        ("Also killed in the strike were Ada Holm and Pell Orrin.", "Ada Holm | | | | dead\nPell Orrin | | | | dead"),
        ("Jon Sarn was injured and later died of his wounds.", "Jon Sarn | | | | dead"),
        (
            "The dead were named as Jon Sarn (12), Ada Holm, 40, and Pell Orrin.",
            """
            Jon Sarn   | 12 | | | dead
            Ada Holm   | 40 | | | dead
            Pell Orrin |    | | | dead
            """,
        ),
        (
            "Shelling killed Jon Sarn and wounded his wife Ada Sarn.",
            """
            Jon Sarn |  | male   |                  | dead
            Ada Sarn |  | female | wife of Jon Sarn | injured
            """,
        ),
        (
            "A strike killed Captain Orrin Veld, his wife Mira Veld (39 years old) and two of their sons: "
            "2-year old Bar Veld and 5-year old Ken Veld.",
            """
            Orrin Veld |    | male   |                    | dead
            Mira Veld  | 39 | female | wife of Orrin Veld | dead
            Bar Veld   | 2  | male   | son of Mira Veld   | dead
            Ken Veld   | 5  | male   | son of Mira Veld   | dead
            """,
        ),
    ],
)
def test_a_victim_is_read_with_what_the_words_say_of_them(text, table):
    assert named(text) == rows(table)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Jon Sarn said 12 people were killed in Kessa.",
        "Twelve people were killed in Kessa, Dr. Ada Holm of the clinic said.",
        "Twelve people were killed by Jon Sarn of the Red Column.",
        "Police arrested a suspect, Jon Sarn, after two people were killed.",
        "Shells killed nine people in Port Quill and Old Harbour.",
        "Jon Sarn was not killed, his brother said.",
        "The Brae family home was hit and nine people were killed.",
        "Jon Sarn's brother was killed.",
        "Friends of Jon Sarn mourned the dead.",
    ],
)
def test_who_speaks_who_did_it_and_where_are_no_victims(text):
    assert named(text) == []


@pytest.mark.parametrize(
    "after",
    [
        "\nSol Brandt",
        "\nSol Brandt and Mira Quill",
        "\nBy Sol Brandt",
        " Call Sol Brandt.",
        " Photo: Sol Brandt",
        "\nSol Brandt, Mira Quill in Orrin",
    ],
)
def test_whoever_stands_alone_under_a_report_is_not_among_its_dead(after):
    """A byline, a credit, whom to call."""
    assert named(f"Nine people were killed in Orrin on Monday.{after}") == []


@pytest.mark.parametrize(
    ("text", "table"),
    [
        (
            "The dead of Orrin were killed at home:\nSol Brandt\nMira Quill",
            "Sol Brandt | | | | dead\nMira Quill | | | | dead",
        ),
        (
            "Nine people were killed in Orrin.\nSol Brandt, 34\nMira Quill",
            "Sol Brandt | 34 | | | dead\nMira Quill | | | | dead",
        ),
        (
            "Nine people were killed in Orrin.\n- Sol Brandt\n- Mira Quill",
            "Sol Brandt | | | | dead\nMira Quill | | | | dead",
        ),
        (
            "قتل شخصان في أورين يوم الاثنين وهما:\nسامي النور\nليلى الحداد",
            "سامي النور | | | | dead\nليلى الحداد | | | | dead",
        ),
    ],
)
def test_the_lines_of_a_list_are_its_dead(text, table):
    assert named(text) == rows(table)


def test_a_name_told_twice_is_one_record_with_all_that_was_said():
    text = "Pell Orrin was killed in Kessa. Pell Orrin, 9, was killed on his way to school. Pell was mourned."
    assert named(text) == [("Pell Orrin", "9", "", "", "dead")]


def test_a_record_belongs_to_the_claim_that_harms_its_person():
    read = extract(DocumentId("doc_unit"), "Shells killed Ada Holm in Tarn and wounded Pell Orrin.", WORDS)
    harm = {claim.id: claim.harm.value for claim in read.claims}
    assert [harm[record.claim] for record in read.victims] == ["killed", "injured"]


def test_every_record_names_its_rules_and_the_words_they_read():
    text = "Shells killed Ada Holm (40) in Tarn."
    (reading,) = extract(DocumentId("doc_unit"), text, WORDS).victim_readings
    assert {part.field: text[part.start : part.end] for part in reading.parts} == {
        "name": "Ada Holm",
        "fate": "killed",
        "age": "40",
    }
    assert "object:kill" in reading.rules

"""A name leaves when somebody agreed who may, and in no release after it was taken back: in no table, in no words."""

import pytest

from tests.acceptance.command_line import files_of, show, sijill

WORDS = (
    "Shells killed 4 people in Belqara on 9 March 2021. Orla Venntarrow, 41, was killed in Belqara on 9 March 2021, the"
    " council said. Tilde Quormast, 9, was killed in Belqara on 9 March 2021, the council said."
)


@pytest.fixture
def case(tmp_path):
    """Two dead in a public document, of whom one is a child, under a profile that names only with consent."""
    folder = tmp_path / "case"
    assert sijill("init", folder, "--pack", "demo", "--title", "Belqara").code == 0
    (tmp_path / "report.txt").write_text(WORDS, encoding="utf-8")
    added = sijill("add", folder, tmp_path / "report.txt", "--source", "Ostal Herald", "--published", "2021-03-10")
    assert added.code == 0
    toml = folder / "case.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"published-elsewhere"', '"consented"'), encoding="utf-8")
    assert sijill("run", folder).code == 0
    return folder


def person(case, name):
    (found,) = (each for each in show(case, "persons") if name in each["names"][0]["text"])
    return found["id"]


def published(case, out):
    ended = sijill("publish", case, "--to", out)
    assert ended.code == 0, ended.err
    return b"\n".join(files_of(out).values()) + (ended.out + ended.err).encode()


def agree(case, who, *more):
    return sijill("consent", case, who, "--given-by", "a sister", "--because", "a signed form", *more)


def test_a_name_leaves_after_consent_and_not_after_it_was_taken_back(case, tmp_path):
    orla = person(case, "Orla")
    assert b"Venntarrow" not in published(case, tmp_path / "1")
    assert agree(case, orla).code == 0
    assert b"Venntarrow" in published(case, tmp_path / "2")
    assert agree(case, orla, "--withdraw").code == 0
    third = published(case, tmp_path / "3")
    assert b"Venntarrow" not in third
    assert b"1 more named" in third, "a reader is told that a name was taken out, and not whose"


def test_a_child_is_named_only_if_whoever_agreed_was_told_so(case, tmp_path):
    tilde = person(case, "Tilde")
    assert agree(case, tilde).code == 0
    assert b"Quormast" not in published(case, tmp_path / "1")
    assert agree(case, tilde, "--although", "child").code == 0
    assert b"Quormast" in published(case, tmp_path / "2")


def test_the_gate_says_of_each_name_why_it_stays(case):
    orla, tilde = person(case, "Orla"), person(case, "Tilde")
    assert agree(case, orla, "--profile", "partner").code == 0
    kept = {(each["id"], each["profile"]): each["reason"]["code"] for each in show(case, "gate")}
    assert kept[orla, "public"] == "not_public_nor_agreed"
    assert (orla, "partner") not in kept
    assert kept[tilde, "public"] == kept[tilde, "partner"] == "may_be_a_child"


def test_consent_names_a_person_of_the_register_and_a_reason(case):
    assert "no persons have an id" in agree(case, "psn_nobody").err
    ended = sijill("consent", case, person(case, "Orla"), "--given-by", "a sister", "--because", " ")
    assert ended.code != 0
    assert "reason" in ended.err


def test_nobody_outside_the_house_is_shown_every_name_by_a_word_in_case_toml(case):
    toml = case / "case.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"consented"', '"all"'), encoding="utf-8")
    assert "release.public.names" in sijill("publish", case).err

"""Names of lists taken apart, mended and heard alike in two scripts."""

import pytest

from sijill.link.persons.names.slots import family_core, slots
from sijill.link.persons.names.sounds import sound
from sijill.link.persons.names.spelling import mended, words_of
from sijill.link.persons.names.symbols import symbol


@pytest.mark.parametrize(
    ("name", "kunya", "given", "father", "grandfather", "family"),
    [
        ("أبو خالد أحمد محمود الحلبي", "خالد", "احمد", "محمود", None, "الحلبي"),
        ("محمد بن علي آل سعد", None, "محمد", "علي", None, "ال سعد"),
        (
            "Mohammad Abd al-Rahman Nour al-Din al-Tamrini",
            None,
            "mohammad",
            "abd al rahman",
            "nour al din",
            "al tamrini",
        ),
        ("Ahmad Abu Zayd", None, "ahmad", None, None, "abu zayd"),
        ("Abu Ahmad", "ahmad", None, None, None, None),
        ("Cemal Şahin", None, "jemal", None, None, "shahin"),
    ],
)
def test_a_name_has_its_parts(name, kunya, given, father, grandfather, family):
    found = slots(name)
    assert (found.kunya, found.given, found.father, found.grandfather, found.family) == (
        kunya,
        given,
        father,
        grandfather,
        family,
    )
    assert not found.unnamed


@pytest.mark.parametrize(
    "name", ["child of Ahmad Tamrini", "3 members of the Tamrini family", "مجهول الهوية", "طفل أحمد الحلبي"]
)
def test_who_is_only_kin_of_somebody_is_nobody_by_name(name):
    assert slots(name).unnamed
    assert slots(name).given is None


def test_what_a_pdf_broke_is_mended():
    """The name of God turned around, a word turned around, letters in their shapes."""
    assert mended("عبد هللا") == "عبد الله"
    assert mended("ةمطاف") == "فاطمة"
    assert words_of("ﻣﺤﻤﺪ") == words_of("محمد")


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("الخطباني", "al-khatbani"), ("قاسم", "kassem"), ("زيتوني", "zaytouni"), ("فارس", "fares"), ("گوران", "goran")],
)
def test_two_scripts_sound_alike(arabic, latin):
    left, right = sound(family_core(arabic)), sound(family_core(latin))
    assert left.bones == right.bones
    assert not left.latin
    assert right.latin


def test_muhammad_and_mahmud_share_their_bones_and_nothing_else():
    """So bones propose a pair and never decide it."""
    assert sound("محمد").bones == sound("محمود").bones == sound("mahmoud").bones
    assert symbol("mohamad") == symbol("محمد") == "muhammad"
    assert symbol("mahmoud") == symbol("محمود") == "mahmud"


def test_a_name_in_no_table_has_no_symbol():
    assert symbol("zarbiqal") is None

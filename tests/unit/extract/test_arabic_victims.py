"""Victims whom an Arabic text names: no capital tells a name, and nothing is guessed."""

import pytest

from tests.unit.extract.test_victims_named import named, rows


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("قُتل أحمد الخالد في قصف على كيسا.", "أحمد الخالد | | | | dead"),
        (
            "قُتلت المعلمة أورلا فين (34 عاماً) وابنتها سنا تول في حلفيت.",
            """
            أورلا فين | 34 | female |               | dead
            سنا تول   |    | female | ابنة of أورلا فين | dead
            """,
        ),
        (
            "قُتل خمسة أشخاص في كيسا بينهم الطفل سامر الحسن والصحافي ياسر محمود.",
            """
            سامر الحسن  | | male | | dead
            ياسر محمود | |      | | dead
            """,
        ),
        ("شُيّع جثمان الشهيد محمود العلي في كيسا.", "محمود العلي | | | | dead"),
        ("أسماء الشهداء:\nأحمد الخالد\nليلى العلي", "أحمد الخالد | | | | dead\nليلى العلي | | | | dead"),
        ("خطف مسلحون الطبيب خالد السالم في تارن.", "خالد السالم | | | | missing"),
        ("اعتقلت القوات الفارانية الناشط وليد حمدان، 41 عاماً، في كيسا.", "وليد حمدان | 41 | | | detained"),
        ("أصيب أبو أحمد التارني بجروح في كيسا.", "أبو أحمد التارني | | | | injured"),
        ("لقي المزارع يوسف إبراهيم البالغ من العمر 60 عاماً مصرعه في ميراش.", "يوسف إبراهيم | 60 | | | dead"),
        ("وتوفي ضحية رابع هو الخباز تيو سارن الأحد.", "تيو سارن | | | | dead"),
    ],
)
def test_the_words_tell_who_it_was_and_what_became_of_them(text, table):
    assert named(text) == rows(table)


@pytest.mark.parametrize(
    "text",
    [
        "قتل أحمد الخالد ثلاثة أشخاص في كيسا.",
        "قال أحمد الخالد إن خمسة أشخاص قُتلوا في كيسا.",
        "قُتل لاعب كرة في كيسا.",
        "نفى الجيش الفاراني قتل أحمد الخالد في كيسا.",
        "قُصف مستشفى أحمد الخالد في كيسا.",
    ],
)
def test_who_acts_or_speaks_and_what_is_only_called_so_is_no_victim(text):
    assert named(text) == []

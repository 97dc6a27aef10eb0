"""Numbers of people as Arabic says them; never one that the words do not hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.language.ar.numbers import read_count
from sijill.language.tokens import tokenize

ONES = "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split()
FEMININE = "صفر واحدة اثنتان ثلاث أربع خمس ست سبع ثماني تسع عشر".split()
TEENS = [
    "أحد عشر", "اثنا عشر", "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر", "ثمانية عشر", "تسعة عشر",
]  # fmt: skip
TENS = "- - عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون".split()
HUNDREDS = "- مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة".split()


def spelled(n):
    if n <= 10:
        return ONES[n]
    if n < 20:
        return TEENS[n - 11]
    if n < 100:
        return (ONES[n % 10] + " و" if n % 10 else "") + TENS[n // 10]
    if n < 1000:
        return HUNDREDS[n // 100] + (" و" + spelled(n % 100) if n % 100 else "")
    thousands, rest = divmod(n, 1000)
    head = {1: "ألف", 2: "ألفان"}.get(thousands) or spelled(thousands) + (" آلاف" if thousands <= 10 else " ألف")
    return head + (" و" + spelled(rest) if rest else "")


def read(words):
    tokens = tokenize(words)
    count = read_count(tokens, 0, len(tokens))
    return count and (count.number, count.upper, str(count.hedge), tokens.quote(count.start, count.end))


@given(st.integers(1, 999_999))
def test_a_number_in_words_is_the_number(n):
    assert read(spelled(n) + " شخصا") == (n, None, "exact", spelled(n))


@given(st.integers(1, 999_999))
def test_the_other_case_and_spelling_is_the_same_number(n):
    other = spelled(n).replace("ون", "ين").replace("ئتان", "ئتين").replace("ألفان", "ألفين").replace("مئ", "مائ")
    assert read(other + " شخصا")[0] == n


@given(st.integers(3, 10))
def test_a_number_has_a_form_for_each_gender(n):
    assert read(ONES[n] + " رجال")[0] == read(FEMININE[n] + " نساء")[0] == n


@given(st.integers(1, 9_999_999))
def test_digits_of_both_kinds_are_the_number(n):
    indic = str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬")
    assert read(f"{n} شخصا")[0] == read(f"{n:,} شخصا")[0] == read(f"{n:,} شخصا".translate(indic))[0] == n


@pytest.mark.parametrize(
    ("words", "number", "upper", "hedge"),
    [
        ("ما لا يقل عن 77 مدنيا", 77, None, "at_least"),
        ("77 مدنيا على الأقل", 77, None, "at_least"),
        ("سبعة على الأقل من الجنود", 7, None, "at_least"),
        ("أكثر من مئة شخص", 100, None, "more_than"),
        ("ما يزيد على 1,200 شخص", 1200, None, "more_than"),
        ("أزيد من عشرين شخصا", 20, None, "more_than"),
        ("أقل من عشرة أشخاص", 10, None, "less_than"),
        ("نحو 400 شخص", 400, None, "about"),
        ("حوالي أربعمئة شخص", 400, None, "about"),
        ("زهاء ألف شخص", 1000, None, "about"),
        ("قرابة الـ700 شخص", 700, None, "nearly"),
        ("ما يقارب 700 شخص", 700, None, "nearly"),
        ("حتى 300 شخص", 300, None, "up_to"),
        ("بين 30 و40 شخصا", 30, 40, "between"),
        ("ما بين ثلاثين وأربعين شخصا", 30, 40, "between"),
        ("من 30 إلى 40 شخصا", 30, 40, "between"),
        ("10-15 شخصا", 10, 15, "between"),
        ("ثمانية أو تسعة أشخاص", 8, 9, "between"),
        ("2.5 مليون شخص", 2_500_000, None, "exact"),
        ("12 ألف شخص", 12_000, None, "exact"),
        ("ألفا شخص", 2000, None, "exact"),
        ("مليون ومئتا ألف شخص", 1_200_000, None, "exact"),
        ("ثلاث مئة شخص", 300, None, "exact"),
        ("أحد عناصر الحرس", 1, None, "exact"),
        ("إحدى النساء", 1, None, "exact"),
        ("اثنين من الحراس", 2, None, "exact"),
        ("عشرات الأشخاص", None, None, "vague"),
        ("عشرات الآلاف من الأشخاص", None, None, "vague"),
        ("مئات الأشخاص", None, None, "vague"),
        ("آلاف الأشخاص", None, None, "vague"),
        ("عدد من الأشخاص", None, None, "vague"),
        ("عدد كبير من الأشخاص", None, None, "vague"),
        ("بضعة أشخاص", None, None, "vague"),
    ],
)
def test_a_hedge_a_range_and_a_vague_word_are_read(words, number, upper, hedge):
    assert read(words)[:3] == (number, upper, hedge)


@pytest.mark.parametrize(
    "words",
    ["الجيش", "ثالث قتيل", "الثالث", "نحو المدينة", "بين المدنيين", "من المدينة", "حتى الآن", "أكثر من ذلك", "ما زال"],
)
def test_what_is_no_number_gives_none(words):
    assert read(words) is None


def test_nobody_is_no_number():
    tokens = tokenize("لم يقتل أحد ولا أحد منهم")
    assert not [i for i in range(len(tokens)) if read_count(tokens, i, len(tokens))]


SMALL = "مئة ألف آلاف مليون و أو من إلى بين ما لا يقل عن 12 ١٬٣٠٤ نحو أكثر أحد عشر عشرات على الأقل -".split()
WORDS = st.lists(st.sampled_from([*ONES, *FEMININE, *TENS[2:], *HUNDREDS[1:], *SMALL]), min_size=1, max_size=9)


@given(WORDS)
def test_a_count_never_reaches_past_its_words_and_a_range_never_falls(words):
    tokens = tokenize(" ".join(words))
    for i in range(len(tokens)):
        count = read_count(tokens, i, len(tokens))
        if count is not None:
            assert i == count.start < count.end <= len(tokens)
            assert count.upper is None or count.number < count.upper


@given(
    st.lists(st.sampled_from("الجيش من قتل قرية على الأقل نحو أكثر بين حتى ما لا عن الثاني سقط".split()), max_size=8)
)
def test_no_number_is_read_where_no_number_stands(words):
    tokens = tokenize(" ".join(words))
    found = [read_count(tokens, i, len(tokens)) for i in range(len(tokens))]
    assert all(count is None or count.number is None for count in found)

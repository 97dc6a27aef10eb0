"""Arabic words, the clitics taken off them, the one form of their spellings; English beside them stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.language.ar.letters import fold_word, offsets
from sijill.language.sentences import sentences
from sijill.language.tokens import WORD, tokenize

KNOWN = frozenset(
    fold_word(word)
    for word in "قتل قتلت قصف جيش مقتل إصابة مدينة لجنة أصيب هجوم قوات شخص طفلين قتلوا قتلى دورية أبناء حلب".split()
)
LETTERS = st.sampled_from(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ" + "\u064b\u064e\u064f\u0651\u0640" + " ،؛؟«».12٣٤ab-'\u200f"
)
TEXTS = st.text(LETTERS, max_size=60)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وقتل", "و قتل"),
        ("فقتلت", "ف قتلت"),
        ("والجيش", "و الجيش"),
        ("للجيش", "ل لجيش"),
        ("وللجيش", "و ل لجيش"),
        ("للجنة", "ل لجنة"),
        ("بالجيش", "ب الجيش"),
        ("بمدينة", "ب مدينة"),
        ("لقصف", "ل قصف"),
        ("وبقصف", "و ب قصف"),
        ("فأصيب", "ف أصيب"),
        ("بأسلحة", "ب أسلحة"),
        ("وأحد", "و أحد"),
        ("لـ«الجيش»", "لـ « الجيش »"),
        ("و2007م", "و 2007 م"),
        ("مقتلهم", "مقتل هم"),
        ("وإصابته", "و إصابت ه"),
        ("دوريتهم", "دوريت هم"),
        ("قتلاهم", "قتلا هم"),
        ("طفليه", "طفلي ه"),
        ("أبنائه", "أبنائ ه"),
        ("قتلوهم", "قتلو هم"),
        ("بحلب", "ب حلب"),
        ("وبخمسة", "و ب خمسة"),
        ("ووقعت", "و وقعت"),
        ("وَقُتِلَ", "وَ قُتِلَ"),
    ],
)
def test_a_clitic_is_a_word_of_its_own_where_the_rest_is_a_word(text, words):
    assert tokenize(text, KNOWN).words == words.split()


@pytest.mark.parametrize(
    "word",
    "وقعت وزارة وزير وصلت ولاية واحد وسط وقت وفاة بلدة بلاد بيت بعد بينهم لبنان لجنة لواء ليبيا فصائل فجر فلسطين فرنسا"
    " كتيبة كانت كيميائية كفر كركوك منهم إليه هذه مياه بغداد".split(),
)
def test_a_word_that_only_begins_or_ends_like_one_with_a_clitic_stays_whole(word):
    assert tokenize(word, KNOWN).words == [word]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أُصيبَ", "اصيب"),
        ("قتلـــى", "قتلي"),
        ("إلى", "الي"),
        ("آذار", "اذار"),
        ("١٢", "12"),
        ("ﻗﺘﻞ", "قتل"),
        ("Kessa", "kessa"),
    ],
)
def test_spellings_of_a_word_have_one_key(one, other):
    assert fold_word(one) == other


@pytest.mark.parametrize(("one", "other"), [("قتلة", "قتله"), ("سأل", "سال ب"), ("نساء", "نسا")])
def test_words_that_differ_stay_apart(one, other):
    assert fold_word(one) != fold_word(other)


@given(TEXTS)
def test_the_key_of_a_key_is_itself(text):
    assert fold_word(fold_word(text)) == fold_word(text)


@given(st.text(max_size=40))
def test_every_letter_of_a_key_has_its_place_in_the_word(word):
    low = fold_word(word)
    if len(low) <= len(word):
        places = offsets(word, low)
        assert places == sorted(places)
        assert places[-1] == len(word)


@given(TEXTS)
def test_tokens_tile_the_text_and_read_as_it_does(text):
    tokens = tokenize(text, KNOWN)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert all(tokens.lows) or not text.strip()
    covered = {k for a, b in zip(tokens.starts, tokens.ends, strict=True) for k in range(a, b)}
    assert not [c for k, c in enumerate(text) if k not in covered and (c.isalpha() or c.isdigit())]


@given(TEXTS)
def test_what_is_known_moves_no_letter(text):
    whole = tokenize(text)
    parts = tokenize(text, KNOWN)
    assert "".join(whole.words) == "".join(parts.words)
    assert set(whole.starts) <= set(parts.starts)


@given(
    st.text(st.one_of(st.characters(max_codepoint=0x5FF), st.sampled_from("killed 12 .,'’\"“”-\n\t[]12")), max_size=80)
)
def test_a_text_without_arabic_letters_is_read_as_it_ever_was(text):
    assert tokenize(text, KNOWN).words == [match.group() for match in WORD.finditer(text)]


@pytest.mark.parametrize("english", ["The army's guns killed 1,304 on the 14th, a U.S. envoy said.", "a 19-year-old"])
def test_english_beside_arabic_is_read_as_english(english):
    assert tokenize(f"{english} قتل").words == [*tokenize(english).words, "قتل"]


@pytest.mark.parametrize(
    "parts",
    [
        ["سقطت قذائف على كيسا، وقتل ثلاثة، وأصيب آخرون.", "نفى الجيش ذلك."],
        ["من قصف السوق؟", "لا أحد يعلم!", "الطابور ينفي."],
        ["قال د. أورسو فال إنه لم ير شيئا.", "ثم غادر."],
        ["نقلت ا.ف.ب عن شاهد قوله ذلك.", "لم ينف أحد."],
        ["فر 1.5 مليون شخص.", "لم يعد أحد."],
        ["قال: «رأينا 12 جثة.»", "ثم غادر."],
        ["وقع ذلك عام 2014م.", "نفى الجيش."],
    ],
)
def test_sentences_end_where_a_reader_ends_them_and_never_at_a_comma(parts):
    tokens = tokenize(" ".join(parts), KNOWN)
    assert [tokens.quote(start, stop) for start, stop in sentences(tokens)] == parts

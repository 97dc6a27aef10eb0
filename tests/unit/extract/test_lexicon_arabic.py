"""The forms of Arabic words come from the one or two that a table lists, and the tokenizer finds each of them."""

import re

import pytest

from sijill.extract.lexicon import lexicon
from sijill.extract.lexicon.arabic import conjugated, declined
from sijill.language.ar.letters import fold_word
from sijill.language.tokens import tokenize

ARABIC = lexicon("ar")


@pytest.mark.parametrize(
    ("perfect", "forms", "found"),
    [
        (
            "قتل",
            "يقتل|-|-|-",
            "قتل:past قتلت:past قتلوا:past قتلا:past يقتل:s تقتل:s يقتلون:s سيقتل:future ستقتل:future",
        ),
        ("أصاب", "يصيب|أصيب|يصاب|-", "أصابت:past أصيب:passive أصيبت:passive أصيبوا:passive يصاب:passive_s يصيبون:s"),
        ("أدى", "يؤدي|-|-|-", "أدى:past أدت:past أدوا:past تؤدي:s يؤدون:s"),
        ("لقي", "يلقى|-|-|-", "لقي:past لقيت:past لقوا:past يلقون:s"),
        ("نجا", "ينجو|-|-|-", "نجا:past نجت:past نجوا:past ينجون:s"),
        ("قال", "يقول|قيل|يقال|قائلا", "قالت:past تقول:s قائلا:ing"),
    ],
)
def test_a_verb_is_found_in_every_person(perfect, forms, found):
    said = {(" ".join(words), form) for words, form in conjugated(perfect, forms)}
    assert {(fold_word(word), form) for word, _, form in (each.partition(":") for each in found.split())} <= said


@pytest.mark.parametrize(
    ("cell", "form", "number"),
    [
        ("طفل:أطفال", "طفل", 1),
        ("طفل:أطفال", "طفلا", 1),
        ("طفل:أطفال", "طفلان", 2),
        ("طفل:أطفال", "الطفلين", 2),
        ("طفلة:طفلات", "طفلتين", 2),
        ("طفل:أطفال", "أطفال", None),
        ("طفل:أطفال", "الأطفال", None),
        ("مدني:مدنيون", "مدنيان", 2),
        ("مدني:مدنيون", "مدنيين", None),
        ("مقاتل:مقاتلون", "مقاتلي", None),
    ],
)
def test_a_noun_is_found_in_every_number(cell, form, number):
    assert {each.words: each.number for each in declined(cell)}[(fold_word(form),)] == number


def test_a_dual_that_is_spelled_like_the_plural_says_no_number():
    assert ARABIC.number_of[(fold_word("قتيلان"),)] == ARABIC.number_of[(fold_word("طفلين"),)] == 2
    assert (fold_word("صحفيين"),) not in ARABIC.number_of


def written(words):
    """Tokens as a text writes them: clitics joined to their word."""
    text = re.sub(r"\b([وفبك]) (?=\w)", r"\1", " ".join(words))
    text = re.sub(r"\bل ال", "لل", text)
    text = re.sub(r"\bل (?=\w)", "ل", text)
    return re.sub(r" (ه|ها|هم|هما)\b", r"\1", text)


def test_the_tokenizer_takes_each_listed_form_apart_as_the_table_does():
    verbs = (
        words for table in (ARABIC.predicates, ARABIC.speech) for bucket in table.values() for words, _, _ in bucket
    )
    nouns = (words for table in (ARABIC.victims, ARABIC.speakers, ARABIC.forces, ARABIC.means) for words in table)
    missed = [words for words in {*verbs, *nouns} if tuple(tokenize(written(words), ARABIC.known).lows) != words]
    assert not missed

"""What the grammar of Arabic answers: who did it, who suffered it, who speaks, without vowel marks and capitals."""

import pytest

from sijill.extract.document import extract
from sijill.extract.languages import sentences_of
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS


def verb(text):
    """(voice, subjects, objects) of the first verb of a sentence."""
    (s,) = sentences_of(text, WORDS)
    cue = next(cue for cue in s.cues if cue.verbal)
    group = s.grammar.verb_group(s, cue)
    said = [[s.text(p.start, p.end) for p in found]
            for found in (s.grammar.subjects(s, group.start), s.grammar.objects(s, cue.end))]  # fmt: skip
    return ("passive" if group.passive else "active", *said)


@pytest.mark.parametrize(
    ("text", "voice", "subject", "object_"),
    [
        ("قتل الرتل الأحمر 12 مدنياً.", "active", ["الرتل الأحمر"], ["12 مدنياً"]),
        ("قتل 12 مدنياً في كيسا.", "passive", ["12 مدنياً"], []),
        ("قُتل الجنود في كيسا.", "passive", ["الجنود"], []),
        ("قتلت غارة جوية طفلة في كيسا.", "active", ["غارة جوية"], ["طفلة"]),
        ("الجيش الفاراني يعتقل 30 طالباً.", "active", ["الجيش الفاراني"], ["30 طالباً"]),
        ("قال شاهد إن 12 شخصاً قتلوا.", "passive", ["12 شخصاً"], []),
        ("قصف زورق حربي مرفأ الميناء القديم.", "active", ["زورق حربي"], ["مرفأ الميناء القديم"]),
        ("القصف الذي قتل خمسة أشخاص.", "active", ["القصف"], ["خمسة أشخاص"]),
    ],
)
def test_one_spelling_is_told_apart_by_what_stands_beside_it(text, voice, subject, object_):
    assert verb(text) == (voice, subject, object_)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("أدى القصف إلى قتل خمسة أشخاص.", ["noun", "noun"]),
        ("قتل خمسة أشخاص في قصف على كيسا.", ["past", "noun"]),
        ("نفى الجيش الفاراني قصف كيسا.", ["noun"]),
        ("الجيش الفاراني قصف كيسا.", ["past"]),
        ("تفجير قتل خمسة أشخاص.", ["noun", "past"]),
    ],
)
def test_a_verb_and_a_noun_of_action_that_are_spelled_alike_are_told_apart(text, forms):
    (s,) = sentences_of(text, WORDS)
    assert [cue.form for cue in s.cues] == forms


def test_an_article_that_a_preposition_swallowed_is_written_out_in_a_name():
    (claim,) = extract(DocumentId("doc_unit"), "قُتل شخص في قصف للجيش الفاراني على كيسا.", WORDS).claims
    assert [actor.name for actor in claim.actors] == ["الجيش الفاراني"]


def test_a_document_in_both_languages_is_read_in_both():
    text = "Shelling killed 5 people in Kessa.\n\nقُتل 12 شخصاً في قصف على تارن."
    claims = extract(DocumentId("doc_unit"), text, WORDS).claims
    assert [(claim.toll.number, claim.where.text) for claim in claims] == [(5, "Kessa"), (12, "تارن")]


def test_a_long_run_of_words_without_a_full_stop_costs_no_more_than_its_length():
    (short, long) = (len(list(sentences_of("قصف الجيش كيسا و" * n, WORDS))) for n in (50, 500))
    assert long >= short > 0


def test_those_whom_a_side_lost_were_killed_and_a_village_was_not():
    claims = extract(DocumentId("doc_1"), "خسر الرتل الأحمر 28 مقاتلا في كيسا. خسر الجيش ثلاث قرى.", WORDS).claims
    assert [(each.harm, each.toll.number, each.actors) for each in claims if each.toll] == [("killed", 28, ())]

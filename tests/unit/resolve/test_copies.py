"""Copies of one text, and reports that cite one source, are one origin."""

import random
import time
from dataclasses import replace

from sijill.model.source import Speaker, SpeakerKind
from sijill.model.toll import Toll
from sijill.resolve.copies import group_copies
from sijill.resolve.origins import credited_agency, find_origins, origin_of_speaker
from tests.unit.resolve.island import KNOWN, claim, document

WORDS = [
    f"{a}{b}{c}"
    for a in ("ba", "ke", "mo", "ru", "ti")
    for b in ("lan", "dor", "vik", "sem")
    for c in ("a", "en", "os", "it")
]


def story(seed: int, length: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def groups(texts, dates=None):
    documents = [document(key, published=(dates or {}).get(key, "2021-05-02")) for key in texts]
    documents.sort(key=lambda each: (each.published or "9999", each.id))
    found = group_copies(documents, texts)
    return found.groups, list(found.doubts)


def test_a_reprint_with_another_lead_is_a_copy_of_the_earliest():
    body = story(1)
    found, _ = groups({"doc_b": body, "doc_a": f"PORT ANSELM. {body} Edited here."}, {"doc_b": "2021-05-01"})
    assert found == {"doc_a": "copies:doc_b", "doc_b": "copies:doc_b"}


def test_two_reports_in_their_own_words_are_no_copies():
    found, doubts = groups({"doc_a": story(1), "doc_b": story(2)})
    assert found["doc_a"] != found["doc_b"]
    assert doubts == []


def test_half_a_text_in_common_is_asked():
    shared = story(1, 120)
    found, (doubt,) = groups({"doc_a": f"{shared} {story(2, 160)}", "doc_b": f"{shared} {story(3, 160)}"})
    assert found["doc_a"] != found["doc_b"]
    assert doubt.question.code == "copy_of"
    assert set(doubt.about) == {"doc_a", "doc_b"}


def test_a_paragraph_quoted_in_a_long_survey_does_not_make_the_survey_a_copy():
    report = story(1, 80)
    found, _ = groups({"doc_a": report, "doc_b": f"{report} {story(2, 900)}"})
    assert found["doc_a"] != found["doc_b"]


def test_short_texts_are_copies_only_if_identical():
    found, _ = groups({"doc_a": "Ten dead at dawn.", "doc_b": "Ten  dead at Dawn.", "doc_c": "Nine dead at dawn."})
    assert found["doc_a"] == found["doc_b"] != found["doc_c"]


def test_furniture_of_a_site_makes_no_copies():
    footer = story(99, 60)
    found, _ = groups({f"doc_{i:03}": f"{story(i, 60)} {footer}" for i in range(80)})
    assert len(set(found.values())) == 80


def test_a_story_that_a_hundred_papers_print_on_one_day_is_one_origin():
    body = story(1, 150)
    found, _ = groups({f"doc_{i:03}": f"{story(i + 5, 20)} {body}" for i in range(100)})
    assert len(set(found.values())) == 1


def test_what_a_site_says_on_every_page_through_the_months_makes_no_copies():
    """The pages hold little else, and only five of them were captured."""
    notice = story(99, 120)
    texts = {f"doc_{i}": f"{story(i, 20)} {notice}" for i in range(5)}
    found, _ = groups(texts, {f"doc_{i}": f"2021-0{i + 1}-10" for i in range(5)})
    assert len(set(found.values())) == 5


def test_the_same_words_months_later_are_asked_about():
    texts = {"doc_a": story(1), "doc_b": f"{story(1)} and more"}
    found, doubts = groups(texts, {"doc_a": "2021-01-10", "doc_b": "2021-06-10"})
    assert found["doc_a"] != found["doc_b"]
    assert [each.question.code for each in doubts] == ["copy_of"]


def test_a_copy_in_which_every_eighth_word_was_changed_is_a_copy_still():
    words = story(1).split()
    reworded = " ".join(word if at % 8 else f"x{word}" for at, word in enumerate(words))
    found, _ = groups({"doc_a": story(1), "doc_b": reworded})
    assert found["doc_a"] == found["doc_b"]


def test_arabic_copies_are_found_whatever_marks_they_carry():
    body = story(1).translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنه"))
    found, _ = groups({"doc_a": body, "doc_b": body.replace("ا", "أ").replace("ب", "بَ")})
    assert found["doc_a"] == found["doc_b"]


def test_the_order_of_adding_changes_nothing():
    body = story(1)
    texts = {"doc_a": body, "doc_b": f"{body} more", "doc_c": f"lead {body}", "doc_d": story(5)}
    assert groups(texts) == groups(dict(reversed(texts.items())))


def test_an_agency_is_credited_at_either_end():
    for text in (f"PORT ANSELM (Wavecrest) - {story(1)}", f"{story(1)} -WCA", f"{story(1)} Source: Wavecrest Agency"):
        assert credited_agency(text, KNOWN.sources) == "wire"
    assert credited_agency(f"{story(1)} Wavecrest {story(2)}", KNOWN.sources) is None


def origins(documents, texts, claims, outlets=None):
    return find_origins(documents, texts, claims, outlets or {}, KNOWN.sources)


def test_two_papers_that_cite_one_monitor_are_one_origin():
    known = Speaker(name="the Observatory", kind=SpeakerKind.NGO, source="monitor")
    papers = [document("doc_a"), document("doc_b")]
    claims = [claim(document=each.id, start=i) for i, each in enumerate(papers)]
    spoken = [replace(each, speakers=(known,)) for each in claims]
    found = origins(papers, {"doc_a": story(1), "doc_b": story(2)}, spoken)
    assert set(found.claims.values()) == {"source:monitor"}
    assert found.documents["doc_a"] != found.documents["doc_b"]


def test_a_claim_in_a_papers_own_voice_is_its_outlets_or_its_agencys():
    papers = [document("doc_a"), document("doc_b"), document("doc_c")]
    texts = {"doc_a": story(1), "doc_b": f"{story(2)} -WCA", "doc_c": story(3)}
    claims = [claim(document=each.id) for each in papers]
    found = origins(papers, texts, claims, {"doc_a": "herald", "doc_b": "herald"})
    assert [found.claims[each.id] for each in claims] == ["source:herald", "source:wire", "copies:doc_c"]


def test_a_headline_that_repeats_the_number_of_one_source_is_of_that_source():
    known = Speaker(name="the Observatory", kind=SpeakerKind.NGO, source="monitor")
    ten, nine = Toll(number=10, low=10, high=10, text="10"), Toll(number=9, low=9, high=9, text="9")
    body = replace(claim(document="doc_a", start=50), speakers=(known,), toll=ten)
    headline = replace(claim(document="doc_b"), id="clm_headline", toll=ten)
    other = replace(claim(document="doc_b"), id="clm_other", toll=nine)
    papers, texts = [document("doc_a"), document("doc_b")], {"doc_a": story(1), "doc_b": story(1) + " again"}
    found = origins(papers, texts, [body, headline, other], {"doc_a": "herald"})
    assert found.claims["clm_headline"] == "source:monitor"
    assert found.claims["clm_other"] == "source:herald"


def test_an_unnamed_voice_stays_with_its_document():
    papers = [document("doc_a"), document("doc_b")]
    claims = [claim(document=each.id, speakers=("a source",), kind=SpeakerKind.ANONYMOUS) for each in papers]
    found = origins(papers, {"doc_a": story(1), "doc_b": story(2)}, claims)
    assert sorted(found.claims.values()) == ["copies:doc_a", "copies:doc_b"]


def test_one_person_quoted_in_two_papers_is_one_origin():
    one = origin_of_speaker(Speaker(name="Ana Terrin", kind=SpeakerKind.UNKNOWN))
    assert one == origin_of_speaker(Speaker(name="Ana Terrín", kind=SpeakerKind.LOCAL)) is not None
    assert origin_of_speaker(Speaker(name="Residents", kind=SpeakerKind.LOCAL)) is None


def test_an_office_is_the_one_who_is_named_by_it():
    def said(*names):
        claims = [claim(document="doc_a", speakers=(name,), kind=SpeakerKind.OFFICIAL) for name in names]
        claims = [replace(each, id=f"clm_{at}") for at, each in enumerate(claims)]
        found = origins([document("doc_a")], {"doc_a": story(1)}, claims, {"doc_a": "herald"}).claims
        return [found[each.id] for each in claims]

    assert said("the provincial governor", "Governor Ana Terin") == ["name:governor ana terin"] * 2
    assert said("a governor", "Governor Ana Terin")[0] == "source:herald"
    assert said("the mayor", "Governor Ana Terin")[0] == "source:herald"
    assert said("the governor", "Governor Ana Terin", "Governor Ivo Marr")[0] == "source:herald"
    assert said("the former governor", "Governor Ana Terin")[0] == "source:herald"
    assert said("the army commander", "Commander Ana Terin")[0] == "source:herald"


def test_a_party_by_its_offices_is_one_origin():
    speaker = Speaker(name="an army spokesman", kind=SpeakerKind.OFFICIAL, party="arvania")
    assert origin_of_speaker(speaker) == "party:arvania"


def test_ten_times_the_documents_take_about_ten_times_as_long():
    def seconds(count: int) -> float:
        texts = {f"doc_{i:05}": story(i, 120) for i in range(count)}
        documents = [document(key) for key in texts]
        started = time.process_time()
        group_copies(documents, texts)
        return time.process_time() - started

    seconds(50)
    assert seconds(1000) < 30 * max(seconds(100), 0.01)

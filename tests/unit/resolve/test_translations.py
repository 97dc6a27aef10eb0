"""Reports in two languages that say the same of the same may be one text: that is asked, never taken."""

from dataclasses import replace

import pytest

from sijill.model.place import Where
from sijill.model.toll import Toll
from sijill.resolve.origins import find_origins
from tests.unit.resolve.island import KNOWN, claim, document


def report(name, language, numbers, *, place="namar", published="2021-05-02"):
    paper = replace(document(name, published=published), language=language)
    said = [
        replace(
            claim(document=name, start=at * 50),
            id=f"clm_{name}_{number}",
            where=Where(text=place, place=place),
            toll=Toll(number=number, low=number, high=number, text=str(number)),
        )
        for at, number in enumerate(numbers)
    ]
    return paper, said


def asked(*reports):
    papers, claims = [each[0] for each in reports], [said for each in reports for said in each[1]]
    found = find_origins(papers, {paper.id: paper.id for paper in papers}, claims, {}, KNOWN.sources)
    assert len(set(found.documents.values())) == len(papers)
    return [each.question.code for each in found.doubts], [each.kind for each in found.links]


def test_the_same_numbers_of_the_same_place_in_two_languages_are_asked_about():
    found = asked(report("doc_a", "en", [14, 31]), report("doc_b", "ar", [14, 31]))
    assert found == (["translation_of"], ["translation"])


@pytest.mark.parametrize(
    "other",
    [
        report("doc_b", "en", [14, 31]),
        report("doc_b", "ar", [14, 9]),
        report("doc_b", "ar", [14, 31], place="lisse", published="2021-05-09"),
        report("doc_b", "ar", [14, 31], published="2021-06-02"),
    ],
    ids=["one language", "other numbers", "other place and week", "another month"],
)
def test_others_are_not(other):
    assert asked(report("doc_a", "en", [14, 31]), other) == ([], [])

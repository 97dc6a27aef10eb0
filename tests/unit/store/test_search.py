"""Words are found in any spelling, in any script, as the beginnings of longer ones; and nothing is left on a disk."""

import pytest

from sijill.language.searching import search_terms, search_text
from sijill.store.search import SearchIndex

TEXTS = {
    "a": "Shells hit the bread queue in Belqara",
    "b": "قصفت الطائرات المستشفى في مدينة بلقارة",
    "c": "والمستشفيات بلا أدوية منذ ١٢ يومًا",
    "d": "Résumé of the week: at least 12 dead",
}


@pytest.fixture
def index():
    made = SearchIndex(search_text, search_terms)
    made.add("document", TEXTS.items())
    return made


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bread", {"a"}),
        ("BELQ", {"a"}),
        ("resume", {"d"}),
        ("12", {"c", "d"}),
        ("مستشفى", {"b", "c"}),
        ("المستشفى", {"b", "c"}),
        ("مدينه", {"b"}),
        ("طائرات", {"b"}),
        ("ادوية", {"c"}),
        ("bread dead", set()),
        ("", set()),
        ("bread_queue", {"a"}),
        ("قَصَفَتِ", {"b"}),
        ("يوما", {"c"}),
        ("re\u0301sume\u0301", {"d"}),
        ("to_plain", set()),
        ("x\u200bread \u0301 \U0001f9ff ½ ²", set()),
        ('") OR kind MATCH ("', set()),
    ],
)
def test_words_are_found_folded(index, words, found):
    assert set(index.find(words, "document")) == found


def test_a_kind_is_replaced_whole(index):
    index.replace("document", [("e", "bread")])
    assert list(index.find("bread", "document")) == ["e"]
    assert list(index.find("bread", "event")) == []

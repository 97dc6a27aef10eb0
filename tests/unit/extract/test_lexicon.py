"""Tables of words: what a coder may write in them, and what is refused."""

import pytest

from sijill.extract import lexicon as tables
from sijill.extract.lexicon import BadLexiconRow


@pytest.fixture
def table(monkeypatch):
    """Replaces the rows of every table."""

    def write(*rows: dict[str, str]) -> None:
        monkeypatch.setattr(tables, "rows", lambda language, table: iter(rows))

    yield write
    tables.word_sets.cache_clear()
    tables.sayings.cache_clear()


def test_a_set_that_a_language_leaves_out_is_empty(table):
    table({"set": "links", "words": "when|by", "note": ""})
    words = tables.word_sets("xx")
    assert (words.links, words.toll) == (frozenset({"when", "by"}), frozenset())


def test_a_set_that_no_rule_asks_for_is_refused(table):
    table({"set": "lynx", "words": "when|by", "note": ""})
    with pytest.raises(BadLexiconRow, match="'lynx' is not a value"):
        tables.word_sets("xx")


def test_a_set_told_twice_is_refused(table):
    table(*[{"set": "links", "words": words, "note": ""} for words in ("when", "by")])
    with pytest.raises(BadLexiconRow):
        tables.word_sets("xx")


def test_a_saying_is_kept_as_its_words_in_order(table):
    table({"set": "according", "words": "according to|as told by", "note": ""})
    assert tables.sayings("xx").according == (("according", "to"), ("as", "told", "by"))


def test_every_set_of_english_says_what_it_is_for():
    silent = [row["set"] for name in ("words.csv", "sayings.csv") for row in tables.rows("en", name) if not row["note"]]
    assert not silent

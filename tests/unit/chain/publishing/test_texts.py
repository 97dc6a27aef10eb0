"""Texts are read several at once where they are asked for in order, one by one where not, and few are kept."""

from types import SimpleNamespace

from sijill.chain.publishing.texts import AHEAD, KEPT, Texts

ORDER = [f"doc_{number}" for number in range(2000)]


class Ledger:
    """Counts how often it is asked, and how many texts it gave."""

    def __init__(self):
        self.asked, self.given = 0, 0

    def texts(self, documents):
        self.asked, self.given = self.asked + 1, self.given + len(documents)
        return {each: SimpleNamespace(text=f"of {each}") for each in documents if each != "doc_7"}


def test_in_order_they_are_read_many_at_once_and_each_is_its_own():
    ledger = Ledger()
    texts = Texts(ledger, ORDER)
    assert [texts(each) for each in ORDER] == [None if each == "doc_7" else f"of {each}" for each in ORDER]
    assert (ledger.given, ledger.asked) == (len(ORDER), -(-len(ORDER) // AHEAD))


def test_in_no_order_none_is_read_that_nobody_asked_for():
    ledger = Ledger()
    texts = Texts(ledger, ORDER)
    some = ORDER[1900:100:-90]
    assert [texts(each) for each in some] == [f"of {each}" for each in some]
    assert ledger.given == len(some)
    assert texts("doc_of_another_case") == "of doc_of_another_case"


def test_no_more_are_kept_than_said():
    ledger = Ledger()
    texts = Texts(ledger, ORDER)
    for each in ORDER:
        texts(each)
    read = ledger.given
    assert [texts(each) for each in ORDER[-1:]] == [f"of {ORDER[-1]}"]
    assert ledger.given == read
    assert texts(ORDER[-1 - KEPT]) == f"of {ORDER[-1 - KEPT]}"
    assert ledger.given > read

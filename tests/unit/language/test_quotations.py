"""What stands between quotation marks, whichever marks are used."""

import pytest

from sijill.language.quotations import quotations
from sijill.language.tokens import tokenize


def quoted(text):
    tokens = tokenize(text)
    return [tokens.quote(start, end) for start, end in quotations(tokens)]


@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("''", "''")])
def test_every_kind_of_mark_opens_and_closes(opening, closing):
    text = f"He said: {opening}It is quiet. Nobody fired.{closing} Then he left."
    assert quoted(text)[0].startswith(f"{opening}It is quiet. Nobody fired.{closing[0]}")
    assert len(quoted(text)) == 1


def test_a_mark_that_is_never_closed_ends_with_its_paragraph():
    assert quoted('"It is quiet.\n\nHe left.') == ['"It is quiet.']


def test_two_quotations_are_two():
    assert quoted('"Quiet," he said. "Nobody fired."') == ['"Quiet,"', '"Nobody fired."']

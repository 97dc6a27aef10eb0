"""The register as it rests: names that fit, and what was not read."""

import pytest

from sijill.case import read_case
from sijill.chain.derived import NotRun
from sijill.chain.reading import unread
from sijill.chain.register import Register
from sijill.cli.init import begin
from sijill.model.document import Document, State


@pytest.fixture
def register(tmp_path):
    begin(tmp_path / "case", title="Orvan", packs=("demo", "syria"))
    return Register(read_case(tmp_path / "case"))


@pytest.mark.parametrize(
    ("party", "name"),
    [
        ("tessavar-government", "Tessavari government"),
        ("orrakan-front", "Orrakan Front"),
        ("isis", "ISIS"),
        ("syrian-opposition", "Syrian opposition"),
        ("hezbollah", "Hezbollah"),
        ("the men in the hills", "the men in the hills"),
    ],
)
def test_a_party_is_called_shortly_by_one_rule_for_every_party(register, party, name):
    """The first alias of its row if that is a name too and shorter; never a word such as “rebels” or “regime”."""
    assert register.short_name(party) == name


def test_what_was_never_run_says_what_to_do(register):
    assert register.unread == frozenset()
    with pytest.raises(NotRun, match="sijill run"):
        _ = register.findings


def document(key, **fields):
    return Document(**{"id": key, "name": key, "digest": key, "captured": "2031-01-01T00:00:00Z"} | fields)


def test_what_has_no_text_or_another_language_and_no_claim_is_unread():
    captured = [
        document("read", language="en"),
        document("calm", language="en"),
        document("persian", language="fa"),
        document("unknown", language="und"),
        document("persian with an English quote", language="fa"),
        document("scan", state=State.UNSUPPORTED),
        document("empty", state=State.NO_TEXT),
    ]
    assert unread(captured, {"read", "persian with an English quote"}) == {"persian", "unknown", "scan", "empty"}

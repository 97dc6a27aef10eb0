"""The ledger: documents, texts, quarantine and custody, each change with its record in the log."""

import json
from dataclasses import replace
from importlib.metadata import version

import pytest

from sijill.model.decision import Reason, Step, doubt
from sijill.model.document import Digest, Quarantined, State
from sijill.store import log
from sijill.store.captures import Captured, MissingEvidence, StrayDoubt
from sijill.store.ledger import LedgerExists, UnknownDocument
from sijill.store.proof.tree import leaf, root
from sijill.store.vault import Vault
from tests.unit.store.register import new_ledger, reopened, report

pytestmark = pytest.mark.usefixtures("either_home")

BY = {"by": "sys:add", "means": "sijill add/0.1.0"}


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as ledger:
        yield ledger


def quarantined(folder, locator="row:3", reason="bad_row"):
    digest = Vault(folder / "vault").put(b"a,b\n1")
    return Quarantined(digest=digest, name="t.csv", locator=locator, reason=reason, seen="1 field")


def test_documents_come_back_as_they_were_captured_in_ledger_order(ledger, tmp_path):
    reports = [report(tmp_path, words, source="The Lake Post") for words in ("zz", "aa", "mm\x00\U0001f54a قتل")]
    all_of_them = frozenset(document.id for document, _ in reports)
    assert ledger.capture(reports, **BY) == Captured(new=3, known=0, quarantined=0, accepted=all_of_them)
    assert ledger.documents() == [document for document, _ in reports]
    assert ledger.texts([document.id for document, _ in reports]) == {each.document: each for _, each in reports}
    assert ledger.text(reports[2][0].id) == reports[2][1]


def test_the_ledger_is_the_same_after_it_was_closed(ledger, tmp_path):
    ledger.capture([report(tmp_path, "one")], **BY)
    before = ledger.documents(), ledger.root(), ledger.size
    ledger.close()
    with reopened(tmp_path) as again:
        assert (again.documents(), again.root(), again.size) == before


def test_the_same_document_twice_changes_nothing(ledger, tmp_path):
    one = report(tmp_path, "one")
    first = Captured(new=1, known=1, quarantined=0, accepted=frozenset({one[0].id}))
    assert ledger.capture([one, one], **BY) == first
    before = ledger.root()
    assert ledger.capture([one], **BY) == Captured(new=0, known=1, quarantined=0)
    assert ledger.root() == before


def test_what_was_recorded_first_stands_and_the_difference_is_told(ledger, tmp_path):
    first, other = (report(tmp_path, "one", published=year, title=year) for year in ("2030", "2031"))
    ledger.capture([first], **BY)
    assert ledger.capture([other], **BY).differing == {other[0].id: ("title", "published")}
    assert ledger.documents() == [first[0]]
    assert ledger.size == 2


def test_what_nobody_had_said_of_a_document_can_be_said_later(ledger, tmp_path):
    """A date that was forgotten is told with the same file again; the document keeps its place and its text."""
    document, text = report(tmp_path, "one", source="The Lake Post")
    asked = doubt(Step.CAPTURE, Reason(code="published_unreadable", values={"seen": "soon"}), (document.id,))
    ledger.capture([(document, text), report(tmp_path, "two")], doubts=[asked], **BY)
    dated = report(tmp_path, "one", published="2031-05")
    said = ledger.capture([dated, dated], **BY)
    assert (said.known, said.completed, said.differing) == (2, {document.id: ("published",)}, {})
    assert ledger.documents()[0] == replace(document, published="2031-05")
    assert ledger.text(document.id) == text
    assert ledger.doubts() == []
    assert [json.loads(each)["ver"] for each in ledger.log_records()] == [[0, 1], [0, 1], [0, 1], [1, 2]]


def test_a_document_of_another_text_is_told_and_changes_nothing(ledger, tmp_path):
    """The same bytes read by another map or encoding: the text that spans count in stays."""
    document, text = report(tmp_path, "one")
    ledger.capture([(document, text)], **BY)
    other = replace(text, text="two", digest=Digest("f" * 64))
    assert ledger.capture([(replace(document, title="T"), other)], **BY).differing == {document.id: ("text",)}
    assert (ledger.documents(), ledger.text(document.id)) == ([document], text)


def test_what_was_told_of_an_unreadable_file_holds_when_it_is_read(ledger, tmp_path):
    unread, _ = report(tmp_path, "قتل ثلاثة", state=State.CORRUPT, source="The Lake Post")
    ledger.capture([(unread, None)], **BY)
    ledger.capture([report(tmp_path, "قتل ثلاثة", published="2031")], **BY)
    assert [(each.source, each.published) for each in ledger.documents()] == [("The Lake Post", "2031")]


def test_a_document_that_could_not_be_read_can_be_read_later_and_keeps_its_place(ledger, tmp_path):
    document, text = report(tmp_path, "قتل ثلاثة")
    unread, _ = report(tmp_path, "قتل ثلاثة", state=State.CORRUPT)
    ledger.capture([(unread, None), report(tmp_path, "later")], **BY)
    read = Captured(new=0, known=0, quarantined=0, reread=1, accepted=frozenset({document.id}))
    assert ledger.capture([(document, text)], **BY) == read
    assert [each.state for each in ledger.documents()] == [State.OK, State.OK]
    assert ledger.documents()[0].id == document.id
    assert ledger.text(document.id) == text
    versions = [json.loads(each)["ver"] for each in ledger.log_records()]
    assert versions == [[0, 1], [0, 1], [0, 1], [1, 2]]


def test_a_row_without_evidence_is_refused_with_its_whole_batch(ledger, tmp_path):
    held, (absent, text) = report(tmp_path, "held"), report(tmp_path, "absent")
    Vault(tmp_path / "vault").path(absent.digest).unlink()
    with pytest.raises(MissingEvidence, match=r"report\.txt"):
        ledger.capture([held, (absent, text)], **BY)
    assert (ledger.documents(), ledger.size) == ([], 1)


def test_quarantine_holds_a_row_once(ledger, tmp_path):
    row = quarantined(tmp_path)
    assert ledger.capture([], [row, row], **BY).quarantined == 2
    ledger.capture([], [row], **BY)
    assert ledger.quarantined() == [row]
    assert ledger.size == 2


def test_a_row_that_is_accepted_later_leaves_quarantine(ledger, tmp_path):
    row = quarantined(tmp_path, reason="bad_encoding")
    ledger.capture([], [row, quarantined(tmp_path, locator="row:4")], **BY)
    ledger.capture([report(tmp_path, "a,b\n1", digest=row.digest, locator=row.locator)], **BY)
    assert [each.locator for each in ledger.quarantined()] == ["row:4"]


def test_a_whole_original_leaves_quarantine_with_its_first_document(ledger, tmp_path):
    row = quarantined(tmp_path, locator="", reason="not_taken_in")
    ledger.capture([], [row], **BY)
    assert [each.locator for each in ledger.quarantined()] == [""]
    ledger.capture([report(tmp_path, "one")], **BY)
    assert [each.locator for each in ledger.quarantined()] == [""]
    ledger.capture([report(tmp_path, "a,b\n1", digest=row.digest, locator="row:1")], **BY)
    assert ledger.quarantined() == []


def test_the_doubts_of_capture_are_kept_once(ledger, tmp_path):
    document, text = report(tmp_path, "one")
    asked = doubt(Step.CAPTURE, Reason(code="published_in_future", values={"seen": "2099"}), (document.id,))
    for _ in range(2):
        ledger.capture([(document, text)], doubts=[asked], **BY)
    assert ledger.doubts() == [asked]
    with pytest.raises(StrayDoubt):
        ledger.capture([report(tmp_path, "two")], doubts=[asked], **BY)


def test_a_later_reading_answers_the_doubts_of_an_earlier_one(ledger, tmp_path):
    document, text = report(tmp_path, "قتل ثلاثة")
    unread, _ = report(tmp_path, "قتل ثلاثة", state=State.CORRUPT)
    coded, dated = (
        doubt(Step.CAPTURE, Reason(code=code, values={}), (document.id,))
        for code in ("bad_encoding", "published_in_future")
    )
    ledger.capture([(unread, None)], doubts=[coded, dated], **BY)
    assert ledger.doubts() == [coded, dated]
    ledger.capture([(document, text)], doubts=[dated], **BY)
    assert ledger.doubts() == [dated]


def test_custody_says_who_brought_what_when_and_how(ledger, tmp_path):
    one, two = report(tmp_path, "one"), report(tmp_path, "two")
    ledger.capture([one], **BY)
    ledger.capture([two], by=ledger.account("Mariam"), means="by hand")
    first, second = ledger.custody()
    assert (first.action, first.at, first.by, first.means) == (
        "capture.add", "2031-05-04T12:00:00Z", "sys:add", "sijill add/0.1.0",
    )  # fmt: skip
    assert first.version == f"sijill/{version('sijill')}"
    assert ledger.names()[second.by] == "Mariam"
    assert ledger.custody(two[0].id) == [second]


def test_a_name_has_one_code_and_stands_outside_the_log(ledger, tmp_path):
    code = ledger.account("Mariam")
    assert ledger.account("Mariam") == code
    assert ledger.account("Yusuf") != code
    ledger.capture([report(tmp_path, "one")], by=code, means="by hand")
    assert b"Mariam" not in b"".join(ledger.log_records())


def test_every_change_has_its_record_and_the_root_covers_them_all(ledger, tmp_path):
    ledger.capture([report(tmp_path, "one"), report(tmp_path, "two")], [quarantined(tmp_path)], **BY)
    records = ledger.log_records()
    acts = [json.loads(each)["act"] for each in records]
    assert acts == ["log.open", "capture.add", "capture.add", "capture.add"]
    assert [json.loads(each)["seq"] for each in records] == [0, 1, 2, 3]
    assert ledger.size == 4
    assert ledger.root() == root(map(leaf, records))


def test_the_log_reveals_nothing_of_the_evidence(ledger, tmp_path):
    document, text = report(tmp_path, "a secret report", name="secret.txt")
    ledger.capture([(document, text)], **BY)
    written = b"".join(ledger.log_records()).decode()
    for known in (document.digest, document.id, document.name, text.digest):
        assert known not in written


def test_the_commitment_in_the_log_is_to_the_payload_beside_it(ledger, tmp_path):
    document, _ = one = report(tmp_path, "one")
    ledger.capture([one], **BY)
    with ledger._engine.connect() as connection:
        salt, payload = connection.exec_driver_sql("SELECT salt, payload FROM payloads WHERE log = 1").one()
    committed = json.loads(ledger.log_records()[1])["pay"]
    assert committed == [{"c": log.commitment(salt, payload), "t": "document/1"}]
    assert json.loads(payload)["document"]["digest"] == document.digest


def test_the_same_captures_with_the_same_clock_and_chance_give_the_same_root(tmp_path):
    roots = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with new_ledger(tmp_path / name) as ledger:
            ledger.capture([report(tmp_path / name, "one")], **BY)
            roots.append(ledger.root())
    assert roots[0] == roots[1]


def test_a_batch_larger_than_one_query_is_recorded_whole(ledger, tmp_path):
    digest = Vault(tmp_path / "vault").put(b"table")
    rows = [Quarantined(digest=digest, name="t", locator=f"row:{n}", reason="bad_row", seen="") for n in range(7000)]
    ledger.capture([], rows, **BY)
    assert len(ledger.quarantined()) == 7000
    assert ledger.cited() == {digest}


def test_an_unknown_document_has_no_text(ledger):
    with pytest.raises(UnknownDocument, match="doc_nothing"):
        ledger.text("doc_nothing")
    assert ledger.texts([Digest("doc_nothing")]) == {}


def test_a_ledger_is_not_written_over(ledger, tmp_path):
    with pytest.raises(LedgerExists, match="already exists"):
        new_ledger(tmp_path)


def test_a_map_is_saved_by_name_and_the_last_one_counts(ledger):
    for spec in ("text=body", "text=body", "text=words"):
        ledger.save_map("wire", spec)
    assert ledger.maps() == {"wire": "text=words"}
    assert ledger.size == 3

"""Each sentence is read in its own language; what is in none that is read says nothing."""

from sijill.extract.document import extract
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS

ENGLISH = "Shelling killed 12 civilians in Kessa on Monday."
PERSIAN = "گلوله‌باران چهار غیرنظامی را کشت."


def test_a_sentence_in_a_language_that_is_not_read_takes_nothing_from_the_others():
    alone = extract(DocumentId("doc_unit"), ENGLISH, WORDS).claims
    mixed = extract(DocumentId("doc_unit"), f"{ENGLISH}\n\n{PERSIAN}", WORDS).claims
    assert [claim.id for claim in mixed] == [claim.id for claim in alone] != []


def test_a_document_in_a_language_that_is_not_read_holds_no_claim():
    assert extract(DocumentId("doc_unit"), PERSIAN, WORDS).claims == ()

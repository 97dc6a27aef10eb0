"""A checkpoint is a signed note over the whole log, made when it is due, and says what the log was."""

import json

import pytest

from sijill.store.proof.checkpoints import EVERY, checkpoints, key_for, keys, name_key
from sijill.store.proof.note import Checkpoint, NotACheckpoint, PublicKey, opened, public_of, signed, signs
from sijill.store.proof.tree import leaf, root
from tests.unit.store.register import new_ledger, reopened, report

pytestmark = pytest.mark.usefixtures("either_home")

SEED = bytes(range(32))
AT_FIVE = Checkpoint(origin="sijill-log/1/beef", size=5, root=bytes(32))


def sealed(ledger):
    with ledger.reading() as connection:
        named = keys(connection)
        return [opened(each.note, key_for(each.size, named)) for each in checkpoints(connection)]


def test_every_hundred_records_and_at_the_end_there_is_a_checkpoint(tmp_path):
    with new_ledger(tmp_path) as ledger:
        for number in range(EVERY + 20):
            ledger.save_map("wire", f"text=c{number}")
    with reopened(tmp_path) as ledger:
        leaves = list(map(leaf, ledger.log_records()))
        assert [each.size for each in sealed(ledger)] == [EVERY, EVERY + 21]
        assert all(each.root == root(leaves[: each.size]) for each in sealed(ledger))


def test_a_batch_over_several_hundreds_has_one_checkpoint_at_its_end(tmp_path):
    with new_ledger(tmp_path) as ledger:
        ledger.capture([report(tmp_path, f"report {n}") for n in range(250)], by="sys:add", means="test")
        assert [each.size for each in sealed(ledger)] == [251]


def test_writers_in_turn_seal_one_tree(tmp_path):
    """Each knows only the edge of what it has seen; what others wrote is read from the log."""
    with new_ledger(tmp_path) as one, reopened(tmp_path) as two:
        for number in range(130):
            (one, two)[number % 2].save_map("wire", f"text=c{number}")
        two.seal()
        leaves = list(map(leaf, one.log_records()))
        assert [each.root for each in sealed(one)] == [root(leaves[:100]), root(leaves)]


def test_a_checkpoint_asked_for_twice_is_one(tmp_path):
    with new_ledger(tmp_path) as ledger:
        ledger.seal()
        ledger.seal()
        assert [each.size for each in sealed(ledger)] == [1]


def test_a_change_that_fails_leaves_no_trace_in_the_next_checkpoint(tmp_path):
    with new_ledger(tmp_path) as ledger:
        ledger.save_map("wire", "text=a")
        with pytest.raises(ZeroDivisionError), ledger.change("sys:test") as change:
            name_key(change)
            raise ZeroDivisionError
        ledger.save_map("wire", "text=b")
        ledger.seal()
        assert sealed(ledger)[-1].root == ledger.root()


def test_a_new_key_signs_what_follows_it_and_the_old_one_what_was_before(tmp_path):
    with new_ledger(tmp_path) as ledger:
        ledger.seal()
        with ledger.change("sys:seal") as change:
            name_key(change)
        ledger.seal()
        assert json.loads(ledger.log_records()[1])["act"] == "log.key"
        first, second = sealed(ledger)
        assert (first.size, second.size) == (1, 2)


def test_a_note_opens_with_its_key_and_no_other():
    note = signed(AT_FIVE, name=AT_FIVE.origin, seed=SEED)
    assert opened(note, public_of(AT_FIVE.origin, SEED)) == AT_FIVE
    for other in (public_of(AT_FIVE.origin, bytes(32)), public_of("another", SEED)):
        with pytest.raises(NotACheckpoint, match="did not sign"):
            opened(note, other)


@pytest.mark.parametrize("at", range(0, 150, 7))
def test_a_note_with_a_letter_changed_is_refused(at):
    note = signed(AT_FIVE, name=AT_FIVE.origin, seed=SEED)
    changed = note[:at] + chr(ord(note[at]) ^ 1) + note[at + 1 :]
    with pytest.raises(NotACheckpoint):
        opened(changed, public_of(AT_FIVE.origin, SEED))


def test_the_key_of_rfc_8032_signs_as_printed_there():
    """RFC 8032, 7.1, test 1: the seed and the public key that belong together."""
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    assert public_of("x", seed).raw.hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"


def test_a_key_is_read_back_from_its_text():
    """The text and id of the key printed in the documentation of golang.org/x/mod/sumdb/note (BSD-3-Clause)."""
    text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    key = PublicKey.parse(text)
    assert (key.name, key.id.hex(), key.text) == ("PeterNeumann", "c74f20a3", text)
    with pytest.raises(NotACheckpoint, match="own id"):
        PublicKey.parse(text.replace("c74f", "c74e"))


def test_the_signature_printed_in_the_documentation_of_signed_notes_is_one_of_its_key():
    """golang.org/x/mod/sumdb/note (BSD-3-Clause)."""
    text = (
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n"
    )  # fmt: skip
    line = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    key = PublicKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    assert signs(line, text, key)
    assert not signs(line, text + "x", key)

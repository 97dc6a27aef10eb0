"""The key of an encrypted case opens with its passphrase or its recovery key, and with nothing else."""

import json

import pytest

from sijill.store.locked.keys import (
    NotKeys,
    PassphraseTooShort,
    WrongPassphrase,
    WrongRecoveryKey,
    case_of,
    derived,
    locked,
    new_recovery_key,
    recovered,
    unlocked,
    with_passphrase,
)
from tests.unit.store.register import repeating

KEY, WORDS = bytes(range(32)), "correct horse battery staple"


@pytest.fixture(scope="module")
def kept():
    recovery, recipient = new_recovery_key()
    return locked(KEY, passphrase=WORDS, recipient=recipient, random=repeating()), recovery


def test_either_of_the_two_opens_it(kept):
    text, recovery = kept
    assert unlocked(text, WORDS) == recovered(text, recovery) == recovered(text, f" {recovery}\n") == KEY


def test_nothing_else_opens_it(kept):
    text, _ = kept
    with pytest.raises(WrongPassphrase, match="recovery-key"):
        unlocked(text, WORDS + " ")
    for other in (new_recovery_key()[0], "AGE-SECRET-KEY-1", ""):
        with pytest.raises(WrongRecoveryKey):
            recovered(text, other)


def test_the_file_tells_neither_the_key_nor_the_passphrase(kept):
    text, recovery = kept
    assert not [each for each in (WORDS, recovery, KEY.hex()) if each in text]


def test_another_passphrase_opens_the_same_key_and_the_old_one_no_more(kept):
    text, recovery = kept
    changed = with_passphrase(text, KEY, passphrase="five other random words", random=repeating())
    assert unlocked(changed, "five other random words") == recovered(changed, recovery) == KEY
    assert case_of(changed) == case_of(text)
    with pytest.raises(WrongPassphrase):
        unlocked(changed, WORDS)


def test_a_passphrase_that_could_be_guessed_is_refused():
    with pytest.raises(PassphraseTooShort, match="has 8 characters"):
        locked(KEY, passphrase="password", recipient=new_recovery_key()[1], random=repeating())


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"form": "sijill-keys/9"}'])
def test_a_file_that_is_none_is_refused(text):
    with pytest.raises(NotKeys, match="restore it from a backup"):
        unlocked(text, WORDS)


def test_a_file_that_was_touched_does_not_open(kept):
    told = json.loads(kept[0])
    told["passphrase"]["sealed"] = told["passphrase"]["nonce"]
    with pytest.raises((WrongPassphrase, NotKeys)):
        unlocked(json.dumps(told), WORDS)


def test_each_purpose_has_a_key_of_its_own():
    """RFC 5869 with SHA-256, without salt; checked against the definition: extract, then expand by one block."""
    import hmac  # noqa: PLC0415

    extracted = hmac.new(bytes(32), KEY, "sha256").digest()
    assert derived(KEY, "ledger") == hmac.new(extracted, b"sijill/ledger\x01", "sha256").digest()
    assert len({derived(KEY, each) for each in ("ledger", "originals", "names", "derived")}) == 4

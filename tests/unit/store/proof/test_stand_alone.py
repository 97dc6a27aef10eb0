"""The verifier that goes into every proof: short enough to be read, and nothing but standard Python."""

import ast
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sijill.store.proof import verify
from sijill.store.proof.note import Checkpoint, public_of, signed

SOURCE = Path(verify.__file__).read_text(encoding="utf-8")


def test_it_is_one_file_of_at_most_200_lines():
    assert len(SOURCE.splitlines()) <= 200


def test_it_imports_nothing_but_the_standard_library():
    tree = ast.parse(SOURCE)
    names = {each.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
    names |= {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= set(sys.stdlib_module_names)


@pytest.mark.parametrize(
    ("seed", "message"),
    [
        ("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", ""),
        ("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72"),
        ("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "af82"),
    ],
)
def test_its_signatures_are_those_of_rfc_8032_and_one_bit_more_or_less_is_none(seed, message):
    """RFC 8032, 7.1, tests 1 to 3: the seeds and messages printed there."""
    key, text = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed)), bytes.fromhex(message)
    public, signature = key.public_key().public_bytes_raw(), key.sign(text)
    assert verify.signs(public, signature, text)
    assert not verify.signs(public, signature, text + b"x")
    assert not verify.signs(public, signature[:-1], text)
    for at in (0, 31, 32, 63):
        touched = signature[:at] + bytes([signature[at] ^ 1]) + signature[at + 1 :]
        try:
            assert not verify.signs(public, touched, text)
        except verify.Tampered as fault:
            assert "no point of the curve" in str(fault)


def test_it_opens_the_notes_that_are_signed_here_and_no_others():
    name, seed = "sijill-log/1/beef", bytes(range(32))
    note = signed(Checkpoint(origin=name, size=5, root=bytes(32)), name=name, seed=seed)
    assert verify.opened(note, public_of(name, seed).text) == (5, bytes(32))
    for other in (public_of(name, bytes(32)).text, public_of("sijill-log/1/feed", seed).text):
        with pytest.raises(verify.Tampered):
            verify.opened(note, other)
    with pytest.raises(verify.Tampered):
        verify.opened(note.replace("\n5\n", "\n6\n"), public_of(name, seed).text)

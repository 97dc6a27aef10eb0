"""A checkpoint as a signed note: the text by which a tree is known, after C2SP tlog-checkpoint and signed-note.

    sijill-log/1/8f0c...        the origin: which log
    1204                        how many records
    qGJ5...=                    the head of the tree, base64

    — sijill-log/1/8f0c... mXJ0...      name of the key, then base64 of key id (4 bytes) and Ed25519 signature (64)

The id of a key is the beginning of SHA-256(name, line feed, 0x01, public key); 0x01 stands for Ed25519.
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sijill.errors import SijillError

ED25519 = b"\x01"
DASH = "— "
SEED_BYTES = 32


class NotACheckpoint(SijillError):
    """A text that is no checkpoint, or is not signed by the key that is asked for."""

    def __init__(self, *, seen: str, fault: str) -> None:
        super().__init__(f"{' / '.join(seen.splitlines())[:80]!r} is no checkpoint of this log: {fault}")
        self.seen, self.fault = seen, fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """What a tree was. root: 32 bytes."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The lines that are signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """Whose signature to look for. raw: the 32 bytes of an Ed25519 key."""

    name: str
    raw: bytes

    @property
    def id(self) -> bytes:
        """Four bytes by which a signature says whose it is."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.raw).digest()[:4]

    @property
    def text(self) -> str:
        """name+id+key, as verifiers of signed notes take it."""
        return f"{self.name}+{self.id.hex()}+{b64encode(ED25519 + self.raw).decode()}"

    @classmethod
    def parse(cls, text: str) -> "PublicKey":
        """The key from its text. Raises NotACheckpoint."""
        name, _, rest = text.partition("+")
        _, _, coded = rest.partition("+")
        raw = _decoded(coded, text)
        if raw[:1] != ED25519 or len(raw) != 33 or cls(name=name, raw=raw[1:]).text != text:
            raise NotACheckpoint(seen=text, fault="its key is not an Ed25519 key with its own id")
        return cls(name=name, raw=raw[1:])


def public_of(name: str, seed: bytes) -> PublicKey:
    """The public half of a signing key."""
    return PublicKey(name=name, raw=Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


def signed(checkpoint: Checkpoint, *, name: str, seed: bytes) -> str:
    """The note: the same checkpoint and key give the same bytes."""
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(checkpoint.text.encode())
    line = b64encode(public_of(name, seed).id + signature).decode()
    return f"{checkpoint.text}\n{DASH}{name} {line}\n"


def opened(note: str, key: PublicKey) -> Checkpoint:
    """The checkpoint, if the key signed it. Raises NotACheckpoint."""
    found = text_of(note)
    if not any(signs(line, found.text, key) for line in note.partition("\n\n")[2].split("\n")):
        raise NotACheckpoint(seen=note, fault=f"the key {key.text} did not sign it")
    return found


def text_of(note: str) -> Checkpoint:
    """The checkpoint, whoever signed it. Raises NotACheckpoint."""
    head, between, tail = note.partition("\n\n")
    lines = head.split("\n")
    if not between or len(lines) != 3 or not tail.endswith("\n") or not lines[1].isascii() or not lines[1].isdigit():
        raise NotACheckpoint(seen=note, fault="it has not three lines, an empty one and its signatures")
    found = Checkpoint(origin=lines[0], size=int(lines[1]), root=_decoded(lines[2], note))
    if found.text != head + "\n" or len(found.root) != 32:
        raise NotACheckpoint(seen=note, fault="it is not written in the one way in which it may be written")
    return found


def signs(line: str, text: str, key: PublicKey) -> bool:
    """Is the line a signature of the key over the text?"""
    name, _, coded = line.removeprefix(DASH).rpartition(" ")
    if not line.startswith(DASH) or name != key.name:
        return False
    signature = _decoded(coded, line)
    if signature[:4] != key.id:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key.raw).verify(signature[4:], text.encode())
    except InvalidSignature:
        return False
    return True


def _decoded(coded: str, seen: str) -> bytes:
    try:
        return b64decode(coded, validate=True)
    except (NotBase64, ValueError) as fault:
        raise NotACheckpoint(seen=seen, fault="a line is not base64") from fault

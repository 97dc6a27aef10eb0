"""Checks what was written by Sijill without Sijill: `python3 verify.py [PATH]`. Python 3.10 or newer, nothing else.

PATH is a proof (the folder with proof.json) or a backup (the folder with MANIFEST.json); the folder of this file if not
said. Exit code 0: sound. 1: tampered with. 2: something is missing, or cannot be read without the key of the case.
Compare the key and the head that it prints with what others hold: they must be the same, or proved to be the beginning.
It does not prove that what was recorded is true, that everything was recorded, or at what time without a token.
"""

import json
import sqlite3
import sys
from base64 import b64decode
from functools import reduce
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519, RFC 8032, section 5.1
D = -121665 * pow(121666, P - 2, P) % P
BASE = (4 * pow(5, P - 2, P) % P).to_bytes(32, "little")
Point = tuple[int, int, int, int]


class Tampered(Exception):
    """What was written is no longer what was signed."""


class Incomplete(Exception):
    """Something that the record names is not here."""


def _demand(right: bool, sentence: str) -> None:
    if not right:
        raise Tampered(sentence)


def _sum(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number: int, point: Point) -> Point:
    total: Point = (0, 1, 1, 0)
    while number:
        total = _sum(total, point) if number & 1 else total
        point, number = _sum(point, point), number >> 1
    return total


def _point(coded: bytes) -> Point:
    sign, y = divmod(int.from_bytes(coded, "little"), 1 << 255)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    _demand(y < P and (x * x - square) % P == 0, "a key or signature is no point of the curve")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def signs(key: bytes, signature: bytes, text: bytes) -> bool:
    """Is it the Ed25519 signature of the key over the text? RFC 8032, section 5.1.7."""
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= ORDER:
        return False
    h = int.from_bytes(sha512(signature[:32] + key + text).digest(), "little") % ORDER
    left, right = _times(s, _point(BASE)), _sum(_point(signature[:32]), _times(h, _point(key)))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 == (left[1] * right[2] - right[1] * left[2]) % P


def opened(note: str, vkey: str) -> tuple[int, bytes]:
    """Size and head of a checkpoint that the key signed (C2SP signed note). Raises Tampered."""
    name, _, coded = vkey.split("+", 2)
    text, _, lines = note.partition("\n\n")
    key, body, own = b64decode(coded)[1:], text.split("\n"), f"— {name} "
    _demand(len(body) == 3 and body[0] == name, "the checkpoint is not of this log")
    told = [b64decode(line[len(own) :])[4:] for line in lines.split("\n") if line.startswith(own)]
    _demand(any(signs(key, each, (text + "\n").encode()) for each in told), "the checkpoint is not signed by its key")
    return int(body[1]), b64decode(body[2])


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def head(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """Where a proof of inclusion leads: RFC 9162, section 2.1.3.2. Raises Tampered."""
    _demand(0 <= index < size, "a record stands outside its tree")
    at, last = index, size - 1
    for each in path:
        _demand(last > 0, "a proof is too long")
        if at & 1 or at == last:
            leaf = _node(each, leaf)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            leaf = _node(leaf, each)
        at, last = at >> 1, last >> 1
    _demand(last == 0, "a proof is too short")
    return leaf


def contents(record: bytes, payloads: list[tuple[bytes, bytes] | None]) -> list[Any]:
    """The payloads of a record that are shown, each bound by the commitment in it. Raises Tampered."""
    named = [each["c"] for each in json.loads(record)["pay"]]
    seen = [each and sha256(b"sijill/commit/v1\n" + each[0] + each[1]).hexdigest() for each in payloads]
    _demand([one or two for one, two in zip(seen, named, strict=True)] == named, "a payload is not what was logged")
    return [json.loads(each[1]) for each in payloads if each]


def _proved(entry: dict[str, Any], size: int, root: bytes) -> list[Any]:
    record, path = entry["record"].encode(), [bytes.fromhex(each) for each in entry["path"]]
    reached = head(sha256(b"\x00" + record).digest(), entry["index"], size, path)
    _demand(reached == root and json.loads(record)["seq"] == entry["index"], "a record is not in the signed tree")
    return contents(record, [p and (bytes.fromhex(p["salt"]), p["payload"].encode()) for p in entry["payloads"]])


def check_proof(folder: Path) -> str:
    """One thing of the record, shown with nothing else."""
    proof = json.loads((folder / "proof.json").read_text("utf-8"))
    size, root = opened(proof["checkpoint"], proof["vkey"])
    _demand(_proved(proof["key"], size, root)[0]["key"] == proof["vkey"], "the key is not the one that the log names")
    shown = [each for entry in proof["records"] for each in _proved(entry, size, root) if isinstance(each, dict)]
    digests = {part["digest"] for each in shown for part in map(each.get, ("document", "text")) if part}
    digests |= {each["manifest"] for each in shown if "manifest" in each}
    _demand(set(proof["files"].values()) <= digests, "a file is not one that was recorded")
    inside = json.loads((folder / "manifest.json").read_bytes())["files"] if "manifest.json" in proof["files"] else {}
    for name, digest in [*proof["files"].items(), *((name, each["sha256"]) for name, each in inside.items())]:
        _check_file(folder, name, digest)
    imprint = sha256(proof["checkpoint"].encode()).digest()
    _demand(all(imprint in b64decode(each["token"]) for each in proof["tokens"]), "a timestamp is of something else")
    told = f"{len(proof['records'])} record(s), {len(proof['files']) + len(inside)} file(s), in a log of {size} records"
    return f"{told}\nkey   {proof['vkey']}\nhead  {root.hex()}"


def _check_file(folder: Path, name: str, digest: str) -> None:
    if not (folder / name).is_file():
        raise Incomplete(f"{name} is not here")
    _demand(sha256((folder / name).read_bytes()).hexdigest() == digest, f"{name} was changed")


def check_backup(folder: Path) -> str:
    """A whole case: files, log, payloads, originals."""
    manifest = json.loads((folder / "MANIFEST.json").read_text("utf-8"))
    for name, digest in manifest["files"].items():
        _check_file(folder, name, digest)
    if manifest["encrypted"]:
        raise Incomplete("every file is as it was written, but the ledger is encrypted: check it with sijill verify")
    told, cited = check_log(sqlite3.connect(f"file:{(folder / 'ledger.db').resolve()}?immutable=1", uri=True))
    for digest in sorted(cited):
        if manifest["files"].get(f"vault/{digest[:2]}/{digest[2:]}") != digest:
            raise Incomplete(f"the original {digest} is not here")
    return f"{len(manifest['files'])} files, {told}"


def check_log(ledger: sqlite3.Connection) -> tuple[str, set[str]]:
    """Every record, payload and checkpoint. What to say of them, and the digests of the originals that they rest on."""
    beside: dict[int, list[tuple[bytes, bytes] | None]] = {}
    for seq, salt, payload in ledger.execute("SELECT log, salt, payload FROM payloads ORDER BY log, part"):
        beside.setdefault(seq, []).append((salt, payload))
    notes = dict(ledger.execute("SELECT size, note FROM checkpoints"))
    missing, erased, cited, heads, size, vkey, root = set(), set(), set(), list[bytes](), 0, "", b""
    for seq, record in ledger.execute("SELECT seq, record FROM log ORDER BY seq"):
        _demand(seq == size == json.loads(record)["seq"], f"record {size} does not stand where it says")
        gone = seq not in beside and json.loads(record)["pay"]
        missing |= {seq} if gone else set()
        for shown in filter(lambda each: isinstance(each, dict), [] if gone else contents(record, beside.pop(seq, []))):
            vkey = shown["key"] if "origin" in shown else vkey
            erased |= set(shown.get("erased", []))
            cited |= {shown[of]["digest"] for of in ("document", "quarantined") if of in shown}
        heads.append(sha256(b"\x00" + record).digest())
        ends = size = size + 1
        while ends & 1 == 0:
            right = heads.pop()
            heads[-1], ends = _node(heads[-1], right), ends >> 1
        if size in notes:
            root = reduce(lambda right, left: _node(left, right), reversed(heads))
            _demand(opened(notes[size], vkey) == (size, root), f"the checkpoint over {size} records is of another log")
    _demand(max(notes, default=0) == size and not beside, "the log is shorter or longer than what was signed")
    _demand(missing <= erased, "something is missing that the log does not say was erased")
    return f"{size} records\nkey   {vkey}\nhead  {root.hex()}", cited


def main(path: Path) -> int:
    """Say what was found; the exit code."""
    folder = path if path.is_dir() else path.parent
    try:
        print("sound:", check_proof(folder) if (folder / "proof.json").is_file() else check_backup(folder))
    except (Incomplete, OSError) as fault:
        print("incomplete:", fault)
        return 2
    except (Tampered, ValueError, KeyError, TypeError, AttributeError, sqlite3.Error) as fault:
        print("TAMPERED:", fault if isinstance(fault, Tampered) else f"not readable ({fault})")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if sys.argv[1:] else __file__).resolve()))

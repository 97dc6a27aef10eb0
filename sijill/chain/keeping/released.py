"""Releases as they lie in published/: every file as it was let out, every figure down to words that the record holds.

What was let out is fixed by the digest of its manifest in the log. What is in it is followed further, as in the house:
a bound names claims of the release, and a claim's words stand where it says, in a text whose original is as recorded.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sijill.case import Case
from sijill.chain.keeping.showing import PROOF, VERIFIER
from sijill.chain.publishing.issuing import KIND
from sijill.chain.run import PAGES
from sijill.model.decision import Decision
from sijill.model.document import Digest, Document
from sijill.model.release import Profile
from sijill.publish.bundle import MANIFEST
from sijill.publish.gate import LIST
from sijill.publish.release.hide import MARK
from sijill.publish.release.ids import keyed
from sijill.publish.release.unnamed import WITHHELD
from sijill.store.audit.fault import Faults
from sijill.store.ledger import Ledger

BESIDE = (MANIFEST, PROOF, VERIFIER, LIST)
"""Files of a release that its manifest cannot name."""
CLAIMS, EVENTS = "data/claims.jsonl", "data/events.jsonl"
Plain = Mapping[str, Any]


@dataclass(slots=True)
class Released:
    """What was compared: files with what was logged of them; words of claims with texts; bounds with claims."""

    files: int = 0
    quotes: int = 0
    bounds: int = 0


def check_releases(case: Case, ledger: Ledger, originals: Collection[Digest], faults: Faults) -> Released:
    """Every folder in published/ but that of the house.

    originals   digests of those that are in the vault and hash as recorded
    """
    done, issued = Released(), {each["manifest"]: each for each in map(_plain, ledger.decisions(KIND))}
    documents: Sequence[Document] = ()
    for folder in sorted((case.folder / "published").glob("*")):
        where = f"published/{folder.name}"
        if not folder.is_dir() or where == PAGES:
            continue
        made = _files(folder, where, issued, done, faults)
        if made is not None:
            documents = documents or ledger.documents()
            texts = _Texts(ledger, documents, originals, made)
            _Words(folder=folder, where=where, texts=texts, done=done, faults=faults).check()
    return done


def _files(folder: Path, where: str, issued: Mapping[str, Plain], done: Released, faults: Faults) -> Plain | None:
    """Every file with the manifest, and that with the log; the release, if it is one."""
    if not (folder / MANIFEST).is_file():
        faults.tampered("published_by_nobody", where)
        return None
    content = (folder / MANIFEST).read_bytes()
    done.files += 1
    made = issued.get(sha256(content).hexdigest())
    if made is None:
        faults.tampered("published_changed", f"{where}/{MANIFEST}")
        return None
    named = json.loads(content)["files"]
    for name, told in named.items():
        done.files += 1
        if not (folder / name).is_file():
            faults.incomplete("published_missing", f"{where}/{name}")
        elif sha256((folder / name).read_bytes()).hexdigest() != told["sha256"]:
            faults.tampered("published_changed", f"{where}/{name}")
    there = (each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())
    for name in sorted(set(there) - {*named, *BESIDE}):
        faults.tampered("published_by_nobody", f"{where}/{name}")
    return made


class _Texts:
    """The texts behind the documents of one release, by the ids that they have in it."""

    def __init__(
        self, ledger: Ledger, documents: Iterable[Document], originals: Collection[Digest], made: Plain
    ) -> None:
        self._ledger, self._originals = ledger, originals
        key = bytes.fromhex(made["key"])
        inside = made["profile"] == Profile.INTERNAL.value
        self._documents = {each.id if inside else keyed(each.id, key): each for each in documents}
        self._last: tuple[str, str | None] = ("", None)

    def __call__(self, document: str) -> str | None:
        """None where the record no longer holds it."""
        if self._last[0] != document:
            known = self._documents.get(document)
            texts = self._ledger.texts([known.id]) if known is not None else {}
            self._last = (document, next((each.text for each in texts.values()), None))
        return self._last[1]

    def sound(self, document: str) -> bool:
        """Does its original hash as recorded?"""
        known = self._documents.get(document)
        return known is not None and known.digest in self._originals


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """One release, followed from its figures to its claims and from those to the texts."""

    folder: Path
    where: str
    texts: _Texts
    done: Released
    faults: Faults

    def check(self) -> None:
        claims = set[str]()
        for claim in _lines(self.folder / CLAIMS):
            claims.add(claim["id"])
            self._claim(claim)
        for event in _lines(self.folder / EVENTS):
            for figure in _figures(event):
                for bound in ("low", "high"):
                    if figure[bound] is not None:
                        self._bound(f"{self.where}: the event {event['id']}", figure[f"{bound}_rests_on"], claims)

    def _claim(self, claim: Plain) -> None:
        at, document = f"{self.where}: the claim {claim['id']}", claim["document"]
        text = self.texts(document)
        if text is None:
            self.faults.incomplete("published_without_text", at)
        elif not self.texts.sound(document):
            self.faults.incomplete("quoted_without_original", at)
        if claim["quote"] == WITHHELD:
            return
        self.done.quotes += 1
        if text is not None and not reads(claim["quote"], text[slice(*claim["span"])]):
            self.faults.tampered("quote_not_in_text", at)

    def _bound(self, at: str, rests_on: Sequence[str], claims: Collection[str]) -> None:
        self.done.bounds += 1
        if not rests_on:
            self.faults.tampered("figure_rests_on_nothing", at)
        for each in rests_on:
            if each not in claims:
                self.faults.tampered("claim_missing", at, each)


def reads(quote: str, words: str) -> bool:
    """Is it exactly what stands there, but for names that the release hides?"""
    first, *rest = quote.split(MARK)
    if not rest:
        return quote == words
    if not words.startswith(first) or not words.endswith(rest[-1]):
        return False
    at = len(first)
    for each in rest[:-1]:
        found = words.find(each, at)
        if found < 0:
            return False
        at = found + len(each)
    return at + len(rest[-1]) <= len(words)


def _plain(decision: Decision) -> Plain:
    """What the record of a release says, whichever Sijill wrote it."""
    return dict(json.loads(decision.value))


def _figures(value: Any) -> Iterator[Plain]:
    """Every figure anywhere in a record: what has bounds and says what they rest on."""
    if isinstance(value, dict):
        if "low_rests_on" in value:
            yield value
        for each in value.values():
            yield from _figures(each)
    elif isinstance(value, list):
        for each in value:
            yield from _figures(each)


def _lines(path: Path) -> Iterator[Plain]:
    """The records of a file; of one that is gone or was changed, which is said already, those that can be read."""
    if path.is_file():
        for line in path.read_bytes().splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                return

"""WACZ: a ZIP file of web archives with a list of their hashes, which are computed again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any
from zipfile import ZipFile, ZipInfo

from sijill.capture.archives.carrying import carrying
from sijill.capture.archives.warc import warc_documents
from sijill.capture.content import Content, Unreadable
from sijill.capture.documents import question, without_text
from sijill.capture.formats.packages import member, named_member, package
from sijill.capture.found import Found, Reading, Results
from sijill.capture.walk import printable
from sijill.model.document import Embedded, Provenance, State

LIST, SEAL = "datapackage.json", "datapackage-digest.json"
ARCHIVES = (".warc", ".warc.gz", ".arc", ".arc.gz")


def wacz_documents(content: Content, reading: Reading) -> Results:
    """The responses of every archive in it. An archive that is not what the list says is kept and not read."""
    with package(content) as file:
        listed = named_member(file, LIST)
        if listed is None:
            raise Unreadable(State.CORRUPT, f"no {LIST}")
        package_ = _json(listed)
        hashes, said = _hashes(package_), tuple(_said(package_))
        provenance = (_packed(package_, _sealed(file, listed)),)
        archives = [each for each in file.infolist() if each.filename.lower().endswith(ARCHIVES)]
        if not archives:
            yield without_text(reading, State.NO_TEXT)
        for number, info in enumerate(archives, start=1):
            yield from carrying(_archive(file, info, number, hashes, reading), provenance, embedded=said)


def _archive(file: ZipFile, info: ZipInfo, number: int, hashes: Mapping[str, str], reading: Reading) -> Results:
    inner = reading.part(f"archive:{number}", printable(info.filename), "application/warc")
    inner = replace(inner, depth=reading.depth)
    try:
        reading.budget.take(info.file_size)
        data = member(file, info)
        recorded, seen = hashes.get(info.filename), "sha256:" + sha256(data).hexdigest()
        if recorded is not None and recorded != seen:
            asked = question(inner.original, "digest_differs", seen=f"{seen}, recorded {recorded[:100]}")
            yield Found(document=without_text(inner, State.CORRUPT).document, doubts=(asked,))
            return
        yield from warc_documents(data, inner)
    except Unreadable as end:
        yield without_text(inner, end.state)


def _json(data: bytes) -> Mapping[str, Any]:
    try:
        read = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise Unreadable(State.CORRUPT, str(fault)) from fault
    if not isinstance(read, dict):
        raise Unreadable(State.CORRUPT, f"{LIST} is no object")
    return read


def _hashes(package_: Mapping[str, Any]) -> dict[str, str]:
    resources = package_.get("resources")
    listed = [each for each in resources if isinstance(each, dict)] if isinstance(resources, list) else []
    return {str(each["path"]): str(each["hash"]) for each in listed if "path" in each and "hash" in each}


def _sealed(file: ZipFile, listed: bytes) -> str:
    """What the seal of the list says of it."""
    sealed = named_member(file, SEAL)
    if sealed is None:
        return "the list is not sealed"
    seal = _json(sealed)
    same = seal.get("hash") == "sha256:" + sha256(listed).hexdigest()
    signed = ", signed" if seal.get("signedData") else ""
    return ("the seal of the list fits" if same else "the seal of the list does not fit") + signed


def _packed(package_: Mapping[str, Any], seal: str) -> Provenance:
    return Provenance(
        action="archived",
        at=printable(str(package_.get("created", "")))[:60],
        by=printable(str(package_.get("software", "WACZ")))[:500],
        note=seal,
    )


def _said(package_: Mapping[str, Any]) -> Iterator[Embedded]:
    for name in ("title", "description", "mainPageUrl", "mainPageDate"):
        if isinstance(value := package_.get(name), str) and value:
            yield Embedded(name=name, value=printable(value)[:2000], source="wacz")

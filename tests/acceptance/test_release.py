"""A release holds what its profile lets out, and nothing else: 500 marks put into the house are in no file of it."""

import base64
import json
import random
import re
import sqlite3
from io import BytesIO
from urllib.parse import quote

import pyarrow.parquet as pq
import pytest

from tests.acceptance.command_line import files_of, sijill

ARABIC = "ابتثجحخدرزسشصضطعفقكلمنهوي"
SYLLABLES = "vex lorn quil tars zeph mird oska yult brok dwem fosk gral".split()
PROFILES = ("public", "partner")


def canaries(number, seed=7):
    """Names, telephones, mail, coordinates, paths and accounts that exist nowhere else. The same every time."""
    chance = random.Random(seed)

    def latin():
        return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()

    def arabic():
        return "".join(chance.choice(ARABIC) for _ in range(7))

    kinds = (
        lambda: f"{latin()} {latin()}",
        lambda: f"{arabic()} {arabic()}",
        lambda: "+999 " + "".join(chance.choice("123456789") for _ in range(9)),
        lambda: f"{latin().lower()}@{latin().lower()}.example",
        lambda: f"{chance.uniform(10, 80):.5f}, {chance.uniform(10, 80):.5f}",
        lambda: f"@{latin().lower()}",
    )
    return [kinds[number % len(kinds)]() for number in range(number)]


def forms(canary):
    """A canary as it could hide in a file: plain, in base64, in hexadecimal, percent-encoded, as JSON escapes."""
    raw = canary.encode()
    encoded = base64.b64encode(raw).decode().rstrip("=")[:-1]
    return {canary, encoded, raw.hex(), quote(canary), json.dumps(canary)[1:-1]}


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A case with marks in every place where a name can stand that must not leave, and a mark less in public words."""
    folder = tmp_path_factory.mktemp("planted")
    case, marks = folder / "case", canaries(500)
    take = iter(marks)

    def words(number):
        return [next(take) for _ in range(number)]

    assert sijill("init", case, "--pack", "demo", "--title", "Belqara").code == 0
    sources = (case / "hand" / "sources.csv").open("a", encoding="utf-8")
    with sources:
        for number, (name, alias, address, because) in enumerate(zip(*[iter(words(160))] * 4, strict=True)):
            sources.write(f'private-{number},"{name}","{alias}",eyewitness,,"{address}","told by {because}"\n')
    for number, (name, alias, because) in enumerate(zip(*[iter(words(60))] * 3, strict=True)):
        with (case / "hand" / "places.csv").open("a", encoding="utf-8") as places:
            places.write(
                f'house-{number},House {number},,-45.72,-126.42,site,demo-belqara,"{because} {name} {alias}"\n'
            )
    for number, (speaker, victim, phone, more) in enumerate(zip(*[iter(words(160))] * 4, strict=True)):
        path = folder / f"{phone.replace('/', '')} {number}.txt"
        path.write_text(
            f"{more}\n\n{speaker}, a resident, said shells killed {number + 2} people in Belqara on 9 March 2021. "
            f"{victim}, 9, was killed in Belqara on 9 March 2021. Reach me under {phone} or {more}.\n",
            encoding="utf-8",
        )
        told = ("--source", more) if number % 2 else ()
        assert sijill("add", case, path, "--published", "2021-03-10", *told).code == 0
    public = []
    for speaker, victim, phone in zip(*[iter(words(120))] * 3, strict=True):
        public.append(
            f"Shells killed {len(public) + 3} people in Belqara on 9 March 2021, said {speaker}, a resident. "
            f"{victim}, a 9-year-old boy, was killed in Belqara on 9 March 2021. Call {phone}."
        )
    for number, text in enumerate(public):
        path = folder / f"public{number}.txt"
        path.write_text(text, encoding="utf-8")
        assert sijill("add", case, path, "--source", "Ostal Herald", "--published", "2021-03-10").code == 0
    assert next(take, None) is None
    assert sijill("run", case).code == 0
    return case, marks


def unpacked(files):
    """Files as they are, and what is inside those that are compressed."""
    for name, content in files.items():
        yield name, content.decode("utf-8", "replace")
        if name.endswith(".parquet"):
            yield name, str(pq.read_table(BytesIO(content)).to_pylist())
        if name.endswith(".sqlite"):
            base = sqlite3.connect(":memory:")
            base.deserialize(content)
            yield name, "\n".join(base.iterdump())


@pytest.mark.parametrize("profile", PROFILES)
def test_of_five_hundred_marks_in_the_house_none_is_in_a_release(planted, tmp_path, profile):
    case, marks = planted
    ended = sijill("publish", case, "--profile", profile, "--to", tmp_path / "out")
    assert ended.code == 0, ended.err
    told = {"what the command says": (ended.out + ended.err).encode()}
    found = [
        (name, mark)
        for name, text in unpacked({**files_of(tmp_path / "out"), **told})
        for mark in marks
        if any(form in text for form in forms(mark))
    ]
    assert not found, f"{len(found)} found, such as {found[:5]}"


def test_the_marks_were_in_the_house(planted):
    case, marks = planted
    shown = "".join(sijill("show", case, kind, "--format", "jsonl").out for kind in ("claims", "documents", "persons"))
    assert sum(json.dumps(mark, ensure_ascii=False)[1:-1] in shown for mark in marks) > 100


def test_the_same_case_and_profile_give_the_same_bytes(belqara, tmp_path):
    for name in ("one", "two"):
        assert sijill("publish", belqara, "--to", tmp_path / name).code == 0
    one, two = files_of(tmp_path / "one"), files_of(tmp_path / "two")
    assert {name.removeprefix("one/"): each for name, each in one.items()} == {
        name.removeprefix("two/"): each for name, each in two.items()
    }


def test_ids_of_a_release_are_those_of_no_other_and_not_those_of_the_house(belqara, tmp_path):
    ids = re.compile(rb"(?:evt|clm|doc)_[0-9a-f]{20}")
    released = {}
    for profile in PROFILES:
        assert sijill("publish", belqara, "--profile", profile, "--to", tmp_path / profile).code == 0
        released[profile] = {each for file in files_of(tmp_path / profile).values() for each in ids.findall(file)}
    house = {each for file in files_of(belqara / "published" / "internal").values() for each in ids.findall(file)}
    assert all(released.values())
    assert not released["public"] & house
    assert not released["public"] & released["partner"]

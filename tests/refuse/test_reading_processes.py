"""A reading process can do nothing but read and answer; one that dies or hangs costs the document it was reading."""

import signal
import subprocess
import sys
from contextlib import nullcontext
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from sijill.capture.child import confinement, process, readers
from sijill.capture.child.process import Task
from sijill.capture.child.readers import NoReader, Readers, Refusal
from sijill.capture.found import Found, Told
from sijill.capture.tables.table_map import TableMap
from sijill.model.document import Quarantined, State
from tests.unit.capture import made
from tests.unit.capture.files import found_in

TOLD = Told(captured="2031-05-04T12:00:00Z", mapping=TableMap(text="text"))
HERE = Path(__file__).parent


def task(path, told=TOLD):
    content = path.read_bytes()
    return Task(
        lent=partial(nullcontext, path),
        size=len(content),
        name=path.name,
        digest=sha256(content).hexdigest(),
        told=told,
    )


def read(folder, files, jobs=2):
    """What comes of each file, in order, by name."""
    tasks = []
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        tasks.append(task(folder / name))
    found = {name: [] for name in files}
    with Readers(jobs) as pool:
        order = []
        for each, result in pool.read(tasks):
            if result is None:
                order.append(each.name)
            else:
                found[each.name].append(result)
    assert order == list(files)
    return found


@pytest.fixture
def prepared(monkeypatch):
    """Reading processes that misbehave on words of the test: see misbehaving.py."""
    command = (sys.executable, "-I", str(HERE / "misbehaving.py"))
    monkeypatch.setattr(process, "command", lambda: command)


def states(found):
    return {name: [getattr(each, "document", each).state.value for each in results] for name, results in found.items()}


def test_results_come_in_the_order_of_the_files_whoever_read_them(tmp_path):
    files = {f"{number:03}.txt": f"Report {number}: nine dead. " * (1 + number % 7 * 900) for number in range(60)}
    found = read(tmp_path, files)
    assert [each.text.text for (each,) in found.values()] == list(files.values())


def test_what_a_process_answers_is_what_reading_here_gives(tmp_path):
    files = {
        "a.html": made.PAGE, "a.docx": made.docx(made.REPORT), "a.eml": made.mail(attachments={"p.jpg": made.photo()}),
        "a.warc.gz": made.warc(("https://post.example/orrin", made.PAGE)), "t.csv": "text\nnine\n\"open\n",
    }  # fmt: skip
    found = read(tmp_path, files)
    for name, content in files.items():
        assert found[name] == found_in(tmp_path, name, content, mapping=TOLD.mapping)


def test_a_refusal_comes_back_as_one_sentence(tmp_path):
    (refusal,) = read(tmp_path, {"t.csv": "body\nnine\n"})["t.csv"]
    assert isinstance(refusal, Refusal) and "has no column text" in refusal


@pytest.mark.parametrize(("word", "state"), [
    ("dies", State.CORRUPT), ("raises", State.CORRUPT), ("garbles", State.CORRUPT), ("grows", State.TOO_LARGE),
    ("is killed", State.TOO_LARGE),
])  # fmt: skip
def test_a_process_that_fails_costs_the_one_file_it_was_reading(tmp_path, prepared, word, state):
    files = {"a.txt": "Nine dead.", "b.txt": f"it {word}", "c.txt": "Five dead.", "d.txt": "Six dead."}
    found = read(tmp_path, files, jobs=1)
    assert states(found) == {"a.txt": ["ok"], "b.txt": [state.value], "c.txt": ["ok"], "d.txt": ["ok"]}


@pytest.mark.parametrize("word", ["hangs", "burns"])
def test_a_process_that_takes_too_long_is_ended(tmp_path, prepared, monkeypatch, word):
    monkeypatch.setattr(process, "WALL", 5 if word == "hangs" else 30)
    found = read(tmp_path, {"a.txt": f"it {word}", "b.txt": "Nine dead."}, jobs=1)
    assert states(found) == {"a.txt": ["timeout"], "b.txt": ["ok"]}


def test_a_failure_in_a_part_costs_the_part_and_not_the_archive(tmp_path, prepared):
    members = {"a.txt": "Nine dead.", "b.txt": "it dies", "c.txt": "Five dead.", "d.txt": "it raises", "e.txt": "Six."}
    found = read(tmp_path, {"all.zip": made.zipped(members), "z.txt": "Ten dead."})
    told = {each.document.locator: each.document.state.value for each in found["all.zip"]}
    assert told == {"member:1": "ok", "member:2": "corrupt", "member:3": "ok", "member:4": "corrupt", "member:5": "ok"}
    asked = {each.document.locator: [doubt.question.code for doubt in each.doubts] for each in found["all.zip"]}
    assert asked["member:2"] == asked["member:4"] == ["reader_ended"]


def test_an_archive_that_ends_one_process_after_the_other_is_given_up_and_the_rest_named(tmp_path, prepared):
    members = {f"{number}.txt": "it dies" for number in range(readers.ATTEMPTS + 5)} | {"last.txt": "Nine dead."}
    results = read(tmp_path, {"all.zip": made.zipped(members)})["all.zip"]
    assert isinstance(results[-1], Quarantined) and results[-1].locator == readers.REST
    assert len([each for each in results if isinstance(each, Found)]) < len(members)


def test_a_process_that_cannot_begin_is_no_fault_of_a_file(tmp_path, monkeypatch):
    monkeypatch.setattr(process, "command", lambda: (sys.executable, "-I", "-c", "raise SystemExit(3)"))
    with pytest.raises(NoReader):
        read(tmp_path, {"a.txt": "Nine dead."})


def test_a_reading_process_has_given_up_every_right_but_to_read(tmp_path):
    """It tries to write, to speak to a network, to start a program; each attempt is refused by the system."""
    outside = tmp_path / "outside"
    tried = [sys.executable, "-I", str(HERE / "trying.py"), str(outside)]
    ended = subprocess.run(tried, capture_output=True, text=True, check=False)
    assert (ended.stdout, ended.returncode) == ("[]\n", 0), ended.stderr
    assert not outside.exists()


def test_seconds_are_counted_for_each_file_anew():
    assert confinement.CPU < confinement.WALL < 90
    assert signal.SIGXCPU in signal.Signals

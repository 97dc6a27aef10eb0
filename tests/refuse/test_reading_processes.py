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


@pytest.fixture
def failing_once(monkeypatch):
    """The first process misbehaves, those after it do not: a machine that had no memory, process or time to spare."""
    first = iter([(sys.executable, "-I", str(HERE / "misbehaving.py"))])
    command = process.command
    monkeypatch.setattr(process, "command", lambda: next(first, None) or command())


@pytest.mark.parametrize("word", ["dies", "raises", "is killed", "hangs"])
def test_what_ends_a_process_once_is_read_again_alone(tmp_path, failing_once, monkeypatch, word):
    """Also as the first file of a process, which is where a busy machine fails."""
    monkeypatch.setattr(process, "WALL", 2)
    monkeypatch.setattr(readers, "share", lambda: 1.0)
    files = {"a.txt": f"it {word}", "b.txt": "Nine dead.", "c.txt": "Five dead."}
    found = read(tmp_path, files, jobs=2)
    assert states(found) == {each: ["ok"] for each in files}
    assert not any(each.doubts for (each,) in found.values())


def test_what_is_read_again_is_read_with_nothing_beside_it(tmp_path, failing_once, monkeypatch):
    together, children = [], set()
    ask = process.Child.ask

    def asked(child, job):
        ask(child, job)
        children.add(child)
        together.append((job.task.name, job.alone, sum(bool(each.jobs) for each in children if open_(each))))

    def open_(child):
        return child.connection.fileno() != -1

    monkeypatch.setattr(process.Child, "ask", asked)
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text("it dies" if number == 0 else f"{number} dead.")
    with Readers(2) as pool:
        names = [each.name for each, result in pool.read(map(task, sorted(tmp_path.iterdir()))) if result is None]
    assert names == [f"{number:02}.txt" for number in range(20)]
    assert [each for each in together if each[1]] == [("00.txt", True, 1)]
    assert max(each[2] for each in together) == 2


def test_time_counts_as_on_a_machine_that_nobody_shares(monkeypatch):
    """Sixteen programs on two processors get an eighth each, and wait eight times as long before they are given up."""
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    for load, part in ((0.1, 1.0), (2.0, 1.0), (16.0, 0.125)):
        monkeypatch.setattr("os.getloadavg", lambda load=load: (load, 0.0, 0.0))
        assert confinement.share() == part
        assert confinement.patience(0) == confinement.WALL / part


@pytest.mark.parametrize("word", ["hangs", "burns"])
def test_a_process_that_takes_too_long_is_ended(tmp_path, prepared, monkeypatch, word):
    monkeypatch.setattr(process, "WALL", 2 if word == "hangs" else 30)
    monkeypatch.setattr(readers, "share", lambda: 1.0)
    found = read(tmp_path, {"a.txt": f"it {word}", "b.txt": "Nine dead."}, jobs=1)
    assert states(found) == {"a.txt": ["timeout"], "b.txt": ["ok"]}


def test_a_failure_in_a_part_costs_the_part_and_not_the_archive(tmp_path, prepared):
    members = {"a.txt": "Nine dead.", "b.txt": "it dies", "c.txt": "Five dead.", "d.txt": "it raises", "e.txt": "Six."}
    found = read(tmp_path, {"all.zip": made.zipped(members), "z.txt": "Ten dead."})
    told = {each.document.locator: each.document.state.value for each in found["all.zip"]}
    assert told == {"member:1": "ok", "member:2": "corrupt", "member:3": "ok", "member:4": "corrupt", "member:5": "ok"}
    asked = {each.document.locator: [doubt.question.code for doubt in each.doubts] for each in found["all.zip"]}
    assert asked["member:2"] == asked["member:4"] == ["reader_ended"]


def test_an_archive_that_ends_one_process_after_the_other_is_given_up_and_the_rest_named(
    tmp_path, prepared, monkeypatch
):
    monkeypatch.setattr(readers, "ATTEMPTS", 4)
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

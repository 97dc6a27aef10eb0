"""Small files that would take all memory or time of whoever unpacks them end in a named state."""

import time
from contextlib import nullcontext
from functools import partial
from hashlib import sha256

import pytest

from bench.hostile.addresses import refused
from bench.hostile.bombs import bombs
from sijill.capture.child.process import Task
from sijill.capture.child.readers import Readers
from sijill.capture.found import Found, Told
from sijill.capture.tables.table_map import TableMap
from sijill.model.document import State

QUICK = "slip.zip nested.zip lying.zip wide.xlsx laughs.xlsx laughs.docx repeated.ods deep.html"
QUICK += " deep.json deep.eml huge.png pages.pdf quotes.csv"
TOLD = Told(captured="2031-05-04T12:00:00Z", mapping=TableMap(text="text"))
UNREAD = frozenset(State) - {State.OK}


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """What came of each bomb, by name, in the one run in which all are read."""
    folder = tmp_path_factory.mktemp("bombs")
    tasks = []
    for name, content in bombs(QUICK.split()):
        (folder / name).write_bytes(content)
        lent, digest = partial(nullcontext, folder / name), sha256(content).hexdigest()
        tasks.append(Task(lent=lent, size=len(content), name=name, digest=digest, told=TOLD))
    found = {task.name: [] for task in tasks}
    with Readers(2) as readers:
        for task, result in readers.read(tasks):
            found[task.name] += [] if result is None else [result]
    assert sorted(each.name for each in folder.iterdir()) == sorted(found)
    return found


@pytest.mark.parametrize("name", QUICK.split())
def test_a_bomb_ends_in_a_named_state(ended, name):
    states = {each.document.state if isinstance(each, Found) else each.reason for each in ended[name]}
    assert states and (name in ("slip.zip", "quotes.csv") or states <= UNREAD | {"bad_json"})


def test_names_of_members_lead_nowhere(ended):
    """`../../escaped.txt`, `/etc/escaped.txt`: names for people, and each member is read all the same."""
    names = [each.document.name for each in ended["slip.zip"] if each.document.state is State.OK]
    assert "slip.zip > ../../escaped.txt" in names and len(names) >= 5


def test_no_hostile_address_reaches_anything():
    begun = time.monotonic()
    assert refused().value.startswith("0 of")
    assert time.monotonic() - begun < 20

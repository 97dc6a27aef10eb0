"""Where bubblewrap is installed, what reads an original sees no file but Python and its packages, and no network."""

import json
import subprocess
import sys

import pytest

from sijill.capture.child.confinement import wrapping
from tests.unit.capture.files import only
from tests.unit.capture.test_pictures import read

LOOKING = """
import json, os, socket
seen = {path: os.path.exists(path) for path in ("/etc/passwd", "/home", "/var", %r)}
try:
    socket.create_connection(("192.0.2.1", 80), 2)
    reached = True
except OSError:
    reached = False
try:
    open("/usr/written", "w")
    written = True
except OSError:
    written = False
print(json.dumps([seen, reached, written, [name for _, name in socket.if_nameindex()]]))
"""


@pytest.fixture(autouse=True)
def tried_anew():
    wrapping.cache_clear()
    yield
    wrapping.cache_clear()


def test_in_bubblewrap_there_is_no_file_of_the_user_and_no_network(tmp_path):
    assert wrapping(), "bubblewrap is not installed, or does not work here: `make servers` installs it"
    (tmp_path / "secret.txt").write_text("a witness")
    looking = (*wrapping(), sys.executable, "-I", "-c", LOOKING % str(tmp_path / "secret.txt"))
    seen, reached, written, devices = json.loads(subprocess.run(looking, capture_output=True, check=True).stdout)
    assert not any(seen.values()), seen
    assert (reached, written, devices) == (False, False, ["lo"])


def test_originals_are_read_in_it(tmp_path):
    found = only(read(tmp_path, b"Nine people were killed in the market.", "a.txt"))
    assert found.text.text == "Nine people were killed in the market."


def test_one_that_does_not_work_is_left_out_and_originals_are_read_all_the_same(tmp_path, monkeypatch):
    """Where the system allows no namespaces, the limits and the filter of calls still hold."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "bwrap").write_text("#!/bin/sh\necho no namespaces here >&2\nexit 1\n")
    (tmp_path / "bin" / "bwrap").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert wrapping() == ()
    assert only(read(tmp_path, b"Nine dead.", "a.txt", pictures=False)).text.text == "Nine dead."

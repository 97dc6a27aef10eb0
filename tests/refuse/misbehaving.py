"""A reading process that does what the words of a file say: for the tests of those that have to live with it."""

import os
import resource
import signal
import time

from sijill.capture import read as door
from sijill.capture.child import __main__ as child
from sijill.capture.child import confinement
from sijill.capture.documents import with_text
from sijill.capture.kinds import Kind

confinement.CPU = 0
plain = door.READERS[Kind.TEXT]


def misbehave(content, reading):
    """Reads a text, unless its words say otherwise."""
    words = content.decode() if isinstance(content, bytes) else content.read_text()
    if words == "it dies":
        os.abort()
    if words == "it raises":
        raise ZeroDivisionError
    if words == "it grows":
        bytearray(resource.getrlimit(resource.RLIMIT_AS)[0])
    if words == "it is killed":
        signal.raise_signal(signal.SIGKILL)
    if words == "it hangs":
        time.sleep(60)
    while words == "it burns":
        pass
    if words == "it garbles":
        yield with_text(reading, words, reader="x" * 100_000)
    yield from plain(content, reading)


door.READERS[Kind.TEXT] = misbehave
child.main()

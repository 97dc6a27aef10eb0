"""What an original looks like, page by page: drawn when somebody first looks, and kept in derived/.

In an encrypted case the pictures are sealed as the other tables are; an erasure removes them with the rest.
"""

from dataclasses import astuple
from threading import Lock

import pyarrow as pa

from sijill.capture.child.drawing import DRAWER, Drawn, Wanted, draw
from sijill.case import Case
from sijill.chain.finished import DRAWN
from sijill.chain.keeping.opening import derived_of, vault_of
from sijill.chain.versions import digest
from sijill.model.document import Document

COLUMNS = ("picture", "pages", "width", "height", "onto")
_one_at_a_time = Lock()
"""A page takes a whole core for a moment: whoever looks second waits, and mostly finds it drawn."""


def page_of(case: Case, document: Document, page: int) -> Drawn:
    """A page of the original of a document. Raises NotDrawn."""
    tables = derived_of(case).tables
    about = digest(document.digest, document.locator, str(page))
    name, key = f"{DRAWN}/{about[:32]}", digest(DRAWER, about)
    with _one_at_a_time:
        held = tables.get(name, key)
        if held is not None:
            row = held.to_pylist()[0]
            return Drawn(**{**row, "onto": tuple(row["onto"])})
        vault = vault_of(case)
        vault.open(document.digest).close()  # whole and sound, or nothing of it is shown
        with vault.lent(document.digest) as path:
            made = draw(
                path,
                Wanted(
                    name=document.name,
                    media_type=document.media_type,
                    digest=document.digest,
                    locator=document.locator,
                    size=path.stat().st_size,
                    page=page,
                ),
            )
        columns = [pa.array([list(each) if isinstance(each, tuple) else each]) for each in astuple(made)]
        tables.put(name, key, pa.table(dict(zip(COLUMNS, columns, strict=True))))
        return made

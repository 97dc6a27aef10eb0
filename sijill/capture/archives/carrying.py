"""What an archive says of a part, put beside what was read of the part itself."""

from collections.abc import Sequence
from dataclasses import replace

from sijill.capture.found import Found, Results
from sijill.model.decision import Doubt
from sijill.model.document import Embedded, Provenance


def carrying(
    results: Results,
    provenance: Sequence[Provenance] = (),
    *,
    embedded: Sequence[Embedded] = (),
    doubts: Sequence[Doubt] = (),
) -> Results:
    """The results, with this in front. The doubts go to the first document, which they are about."""
    first = True
    for each in results:
        if isinstance(each, Found):
            said = each.particulars
            said = replace(said, provenance=(*provenance, *said.provenance), embedded=(*embedded, *said.embedded))
            yield replace(each, particulars=said, doubts=(*doubts, *each.doubts) if first else each.doubts)
            first = False
        else:
            yield each

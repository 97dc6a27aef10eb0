"""Long lists, a page at a time."""

from collections.abc import Sequence
from typing import TypeVar

from sijill.review.typed import whole
from sijill.review.web.visit import Visit

T = TypeVar("T")


def paged(visit: Visit, found: Sequence[T], at_once: int) -> tuple[Sequence[T], dict[str, int]]:
    """What stands on the page that is asked for, and what its template says of it: page, pages, number of all."""
    page = whole(visit.asked("page")) or 0
    told = {"page": page, "pages": (len(found) + at_once - 1) // at_once, "number": len(found)}
    return found[page * at_once : (page + 1) * at_once], told

"""Language and care, chosen by whoever reads; and the page of keys."""

from starlette.responses import Response

from sijill.publish.wording import LANGUAGES
from sijill.review.web.page import acts, reads
from sijill.review.web.visit import CARE, CARES, LANGUAGE, Visit, go

YEAR = 365 * 24 * 3600


def language(visit: Visit) -> Response:
    """English or Arabic from here on."""
    return _keep(visit, LANGUAGE, visit.said("language"), tuple(LANGUAGES))


def care(visit: Visit) -> Response:
    """How what is hard to look at is shown."""
    return _keep(visit, CARE, visit.said("care"), CARES)


def keys(visit: Visit) -> Response:
    """What each key does."""
    return visit.page("keys.html")


def _keep(visit: Visit, name: str, chosen: str, allowed: tuple[str, ...]) -> Response:
    answer = go(visit.said("to") or "/")
    if chosen in allowed:
        secure = visit.request.url.scheme == "https"
        answer.set_cookie(name, chosen, max_age=YEAR, path="/", secure=secure, httponly=True, samesite="lax")
    return answer


PAGES = (acts("/language", language, None), acts("/care", care, None), reads("/keys", keys))

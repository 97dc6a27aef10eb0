"""Every page of the desk, in one table: the matrix of tests goes through it."""

from sijill.review.web.page import Page
from sijill.review.web.pages import (
    accounts,
    document,
    event,
    find,
    history,
    keys,
    known,
    original,
    persons,
    queue,
    recurring,
    settings,
    signing,
)

ROUTES: tuple[Page, ...] = (
    *queue.PAGES,
    *event.PAGES,
    *document.PAGES,
    *original.PAGES,
    *find.PAGES,
    *known.PAGES,
    *persons.PAGES,
    *history.PAGES,
    *recurring.PAGES,
    *settings.PAGES,
    *accounts.PAGES,
    *signing.PAGES,
    *keys.PAGES,
)

"""The read API under /api: the records of the register as they are exported, for whoever may see them, with OpenAPI."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Path, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from sijill.model.exchange import to_plain
from sijill.review.accounts import Account, Permission
from sijill.review.desk import Desk
from sijill.review.finding import Filter, find_claims, find_documents, find_events
from sijill.review.view import View
from sijill.review.web.sessions import Sessions

MOST = 500
Limit = Annotated[int, Query(ge=1, le=MOST, description="records at a time")]
After = Annotated[int, Query(ge=0, le=10_000_000, description="records to leave out first")]
Text = Annotated[str, Query(max_length=200)]
Id = Annotated[str, Path(max_length=80)]


class Records(BaseModel):
    """Some of the records there are. total: how many there are that you may see."""

    total: int
    records: list[dict[str, Any]]


class Refusal(BaseModel):
    """Why there is no answer."""

    detail: str


class Wanted(BaseModel):
    """Which events. "" leaves a filter open; start and end are days."""

    words: str = Field("", max_length=200)
    status: str = Field("", max_length=200)
    act: str = Field("", max_length=200)
    harm: str = Field("", max_length=200)
    party: str = Field("", max_length=200)
    place: str = Field("", max_length=200)
    start: str = Field("", max_length=200)
    end: str = Field("", max_length=200)
    limit: int = Field(50, ge=1, le=MOST, description="records at a time")
    after: int = Field(0, ge=0, le=10_000_000, description="records to leave out first")


REFUSALS: dict[int | str, dict[str, Any]] = {
    401: {"model": Refusal, "description": "nobody is signed in"},
    403: {"model": Refusal, "description": "the role does not hold the permission"},
}
MISSING: dict[int | str, dict[str, Any]] = {
    **REFUSALS,
    404: {"model": Refusal, "description": "not there, or not to be seen by you"},
}


def build_api(desk: Desk, sessions: Sessions) -> FastAPI:
    """The application that is mounted under /api."""
    api = FastAPI(
        title="Sijill",
        summary="A register of what reports say, to be read",
        version="1",
        docs_url=None,
        redoc_url=None,
        responses=REFUSALS,
        servers=[{"url": "/api"}],
    )

    def asking(request: Request) -> Account:
        desk.journal.read_on()
        account = sessions.who(request)
        if account is None:
            raise HTTPException(401, "sign in first")
        if not account.may(Permission.READ):
            raise HTTPException(403, "your role does not hold the permission to read")
        return account

    def seen(account: Annotated[Account, Depends(asking)]) -> View:
        return desk.view(account)

    _add_lists(api, desk, seen)
    _add_records(api, seen)
    return api


def _add_lists(api: FastAPI, desk: Desk, seen: Callable[..., View]) -> None:
    Seen = Annotated[View, Depends(seen)]  # noqa: N806

    @api.get("/events", response_model=Records)
    def events(view: Seen, wanted: Annotated[Wanted, Query()]) -> JSONResponse:
        """Events, by words and by filters."""
        told = wanted.model_dump(exclude={"limit", "after"})
        return _some(find_events(view, Filter(**told), partial(_words, desk)), wanted.limit, wanted.after)

    @api.get("/claims", response_model=Records)
    def claims(view: Seen, words: Text = "", limit: Limit = 50, after: After = 0) -> JSONResponse:
        """Claims, or those that hold some words."""
        found = find_claims(view, Filter(words=words), partial(_words, desk)) if words else list(view.claims.values())
        return _some(found, limit, after)

    @api.get("/documents", response_model=Records)
    def documents(view: Seen, words: Text = "", limit: Limit = 50, after: After = 0) -> JSONResponse:
        """Documents, without their texts."""
        return _some(find_documents(view, Filter(words=words), partial(_words, desk)), limit, after)

    @api.get("/situations", response_model=Records)
    def situations(view: Seen, limit: Limit = 50, after: After = 0) -> JSONResponse:
        """Sieges, campaigns and occupations."""
        return _some(list(view.lasting.values()), limit, after)

    @api.get("/doubts", response_model=Records)
    def doubts(view: Seen, limit: Limit = 50, after: After = 0) -> JSONResponse:
        """What the steps refused to guess, those that move most persons first."""
        return _some(view.doubts, limit, after)

    @api.get("/totals", response_model=Records)
    def totals(view: Seen, limit: Limit = 50, after: After = 0) -> JSONResponse:
        """The numbers that people quote, with what they leave out. None while you may not see all they rest on."""
        return _some(view.totals, limit, after)


def _add_records(api: FastAPI, seen: Callable[..., View]) -> None:
    Seen = Annotated[View, Depends(seen)]  # noqa: N806

    @api.get("/events/{id}", responses=MISSING)
    def event(view: Seen, id: Id) -> JSONResponse:
        """One event."""
        return _one(view.finding_of, id)

    @api.get("/claims/{id}", responses=MISSING)
    def claim(view: Seen, id: Id) -> JSONResponse:
        """One claim."""
        return _one(view.claims, id)

    @api.get("/documents/{id}", responses=MISSING)
    def document(view: Seen, id: Id) -> JSONResponse:
        """One document, without its text."""
        return _one(view.documents, id)


def _words(desk: Desk, words: str, kind: str) -> Iterable[str]:
    return desk.search.find(words, kind)


def _some(records: Any, limit: int, after: int) -> JSONResponse:
    shown = [to_plain(each) for each in records[after : after + limit]]
    return JSONResponse({"total": len(records), "records": shown})


def _one(records: Any, id_: str) -> JSONResponse:
    if id_ not in records:
        raise HTTPException(404, "there is nothing here under that id")
    return JSONResponse(json.loads(json.dumps(to_plain(records[id_]))))

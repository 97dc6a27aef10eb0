"""The desk as a web application: the routes in one table, each with the permission it asks for, and what is said when
something is refused. The only part of Sijill that knows the web framework is this folder.
"""

from collections.abc import Collection

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from sijill.errors import SijillError
from sijill.review.accounts import NotPermitted
from sijill.review.desk import Desk
from sijill.review.web.api import build_api
from sijill.review.web.guard import Guard
from sijill.review.web.page import Page
from sijill.review.web.render import FOLDER
from sijill.review.web.routes import ROUTES
from sijill.review.web.sessions import Sessions
from sijill.review.web.visit import NotFound, Visit, go
from sijill.store.decisions import DecisionConflict, MissingReason

LOCAL = ("localhost", "127.0.0.1", "[::1]", "testserver")
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
OPEN = ("/sign-in", "/sign-in/challenge", "/sign-in/key", "/language", "/care")
"""What answers before anybody signed in."""


def build_app(desk: Desk, *, hosts: Collection[str] = ()) -> Starlette:
    """The application. hosts: further names under which it answers, beside those of this machine."""
    sessions = Sessions(desk)
    routes: list[BaseRoute] = [_route(desk, sessions, page) for page in ROUTES]
    app = Starlette(
        routes=[
            *routes,
            Route("/static/{name}", _static),
            Mount("/api", build_api(desk, sessions)),
        ],
        middleware=[Middleware(Guard, hosts={*LOCAL, *hosts})],
        exception_handlers={HTTPException: _no_such_page},
    )
    app.state.desk = desk
    return app


def _route(desk: Desk, sessions: Sessions, page: Page) -> Route:
    async def answer(request: Request) -> Response:
        form = dict(await request.form()) if request.method == "POST" else {}
        account = await run_in_threadpool(sessions.who, request)
        if account is None and page.path not in OPEN:
            return go("/sign-in") if request.method == "GET" else Response("Sign in first.", status_code=401)
        visit = Visit(request=request, desk=desk, sessions=sessions, account=account or sessions.nobody, form=form)
        return await run_in_threadpool(_answered, page, visit)

    answer.__name__ = page.act.__name__
    return Route(page.path, answer, methods=[page.method], name=f"{page.method} {page.path}")


def _answered(page: Page, visit: Visit) -> Response:
    """Asks permission, reads, acts; what is refused is said on a page."""
    try:
        visit.desk.journal.read_on()
        if page.permission is not None:
            visit.must(page.permission)
        return page.act(visit)
    except NotPermitted as refused:
        return _refusal(visit, refused, 403)
    except NotFound as refused:
        return _refusal(visit, refused, 404)
    except DecisionConflict as conflict:
        return visit.page("conflict.html", status=409, conflict=conflict, back=visit.request.url.path)
    except MissingReason as refused:
        return _refusal(visit, refused, 422)
    except SijillError as refused:
        return _refusal(visit, refused, 422)


def _refusal(visit: Visit, refused: SijillError, status: int) -> Response:
    return visit.page("refused.html", status=status, sentence=visit.wording(str(refused)), code=status)


async def _static(request: Request) -> Response:
    path = FOLDER / "static" / request.path_params["name"]
    kind = KINDS.get("." + path.name.rpartition(".")[2])
    if kind is None or not path.is_file():
        return Response(status_code=404)
    return FileResponse(str(path), media_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})


async def _no_such_page(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 404
    return Response(f"{status}", status_code=status, media_type="text/plain")

"""Accounts of a case, and export: what only some may do, and what asks for the password again."""

from collections.abc import Mapping
from dataclasses import replace

from starlette.responses import Response

from sijill.errors import SijillError
from sijill.model.exchange import to_json
from sijill.review.accounts import GRANT, Account, Permission, Role, account_value, accounts
from sijill.review.credentials import Credentials, credentials_of, keep_credentials
from sijill.review.decisions import Matter, append
from sijill.review.passwords import hashed, matches
from sijill.review.web.page import acts, reads
from sijill.review.web.pages.history import changes
from sijill.review.web.visit import NotFound, Visit, go
from sijill.store.log import Act

KINDS = ("events", "claims", "documents", "doubts", "decisions")


class ProveIt(SijillError):
    """Something that asks for the password again."""

    def __init__(self) -> None:
        super().__init__("give your password again for this: it takes data out of the case")


class FirstIsAdmin(SijillError):
    """A first account that could not make another one."""

    def __init__(self) -> None:
        super().__init__("the first account must be an admin, with a password: from then on everybody signs in")


class LastAdmin(SijillError):
    """Nobody would be left who can administer the case."""

    def __init__(self) -> None:
        super().__init__("this is the last account that can administer the case: make another one first")


def listed(visit: Visit) -> Response:
    """Everybody, in which role."""
    known = accounts(visit.desk.journal)
    with_credentials = [(each, credentials_of(visit.desk.ledger, each.code)) for each in known.values()]
    return visit.page("accounts.html", accounts=with_credentials, roles=list(Role))


def make(visit: Visit) -> Response:
    """A new account, or a known one with another role, alias or password, or closed."""
    known = accounts(visit.desk.journal)
    code = visit.said("code")
    role = visit.choice(Role, "role", Role.VIEWER)
    password = str(visit.form.get("password", ""))
    if code:
        account = _changed(visit, known, code, role)
    else:
        if not known and (role is not Role.ADMIN or not password):
            raise FirstIsAdmin()
        if not visit.said("name"):
            raise NotFound(seen="name")
        encoded = hashed(password)
        code = visit.desk.ledger.account(visit.said("name"))
        account = Account(code=code, alias=visit.said("alias") or code, role=role)
        keep_credentials(visit.desk.ledger, code, Credentials(password=encoded))
    if code in known:
        _credentials(visit, code, password)
    last = visit.desk.journal.last(GRANT, (code,))
    matter = Matter(kind=GRANT, about=(code,), seen=last.id if last else None)
    because = visit.said("because") or f"account set to {role}"
    append(visit.desk.ledger, matter, account_value(account), author=visit.author, because=because)
    visit.desk.journal.read_on()
    return go("/accounts")


def _credentials(visit: Visit, code: str, password: str) -> None:
    """Another password; and nothing of the keys and codes that somebody lost."""
    kept = credentials_of(visit.desk.ledger, code)
    if password:
        kept = replace(kept, password=hashed(password))
    if visit.said("lost"):
        kept = replace(kept, totp=None, keys=())
        visit.sessions.end_all(code)
        visit.sessions.log(visit.account, f"took the keys and codes of {code} away")
    keep_credentials(visit.desk.ledger, code, kept)


def _changed(visit: Visit, known: Mapping[str, Account], code: str, role: Role) -> Account:
    """A known account as it shall be. Raises LastAdmin."""
    if code not in known:
        raise NotFound(seen=code)
    alias = visit.said("alias") or known[code].alias
    account = replace(known[code], role=role, alias=alias, open=not visit.said("close"))
    others = [each for each in known.values() if each.code != code and each.open and each.role is Role.ADMIN]
    if not others and (account.role is not Role.ADMIN or not account.open):
        raise LastAdmin()
    return account


def export(visit: Visit) -> Response:
    """What may be taken out."""
    has_key = bool(credentials_of(visit.desk.ledger, visit.account.code).keys)
    return visit.page("export.html", kinds=KINDS, proved=visit.sessions.proved(visit.request), has_key=has_key)


def take_out(visit: Visit) -> Response:
    """Records, one a line, of what this person may see; people of the team under their aliases."""
    kind = visit.said("kind")
    if kind not in KINDS:
        raise NotFound(seen=kind)
    if not visit.sessions.proved(visit.request):
        known = credentials_of(visit.desk.ledger, visit.account.code)
        if not matches(str(visit.form.get("password", "")), known.password):
            raise ProveIt()
        visit.sessions.prove(visit.request)
    lines = "".join(to_json(each) + "\n" for each in _records(visit, kind))
    visit.desk.ledger.note(
        Act.ACCESS_EXPORT, {"export/1": {"kind": kind, "account": visit.account.code}}, by=visit.account.code
    )
    headers = {"Content-Disposition": f'attachment; filename="{kind}.jsonl"'}
    return Response(lines, media_type="application/x-ndjson", headers=headers)


def _records(visit: Visit, kind: str) -> list[object]:
    view = visit.view
    if kind == "decisions":
        return [
            {"kind": each.kind, "about": [name for name, _ in each.about], "by": each.by, "at": each.at,
             "because": each.because, "differences": [list(d) for d in each.differences]}
            for each in changes(visit, visit.desk.journal.all)
        ]  # fmt: skip
    return list(
        {
            "events": view.findings,
            "claims": view.claims.values(),
            "documents": view.documents.values(),
            "doubts": view.doubts,
        }[kind]
    )


PAGES = (
    reads("/accounts", listed, Permission.ADMINISTER),
    acts("/accounts", make, Permission.ADMINISTER),
    reads("/export", export, Permission.EXPORT),
    acts("/export", take_out, Permission.EXPORT),
)

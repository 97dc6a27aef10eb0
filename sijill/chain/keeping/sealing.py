"""Sealing a case: a signed checkpoint to give away, a new key, timestamps asked for and those that still wait."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sijill.case import Case
from sijill.chain.keeping.opening import open_ledger
from sijill.errors import SijillError
from sijill.store.ledger import Ledger
from sijill.store.proof.authority import NoAnswer
from sijill.store.proof.checkpoints import Sealed, checkpoints, name_key
from sijill.store.proof.stamps import NotAStamp, NothingWaits, Waiting, ask, attach, waiting

Ask = Callable[[str, bytes], bytes]  # address, request -> reply


class NoAuthority(SijillError):
    """A timestamp without anybody to ask."""

    def __init__(self) -> None:
        super().__init__(
            "no time-stamping authority is named: write [seal] authority in case.toml, or give --authority ADDRESS"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What came of it. stamped: authority and stated time; waits: requests without an answer, each with its fault."""

    checkpoint: Sealed
    stamped: tuple[tuple[str, datetime], ...] = ()
    waits: tuple[tuple[Waiting, str], ...] = ()


def seal(case: Case, *, by: str, new_key: bool, authority: str | None, send: Ask | None) -> Seal:
    """A checkpoint over everything; with an authority a request is queued, with `send` all that wait are asked for.

    Raises NoAuthority where something is to be sent and nothing was ever asked of anybody.
    """
    with open_ledger(case) as ledger:
        account = ledger.account(by)
        if new_key:
            with ledger.change(account) as change:
                name_key(change)
        ledger.seal()
        with ledger.reading() as connection:
            last = checkpoints(connection)[-1]
        if authority is not None:
            with ledger.change(account) as change:
                ask(change.connection, size=last.size, note=last.note, authority=authority, at=change.at)
        with ledger.reading() as connection:
            queue = waiting(connection)
        if send is not None and authority is None and not queue:
            raise NoAuthority
        stamped, waits = _sent(ledger, queue, account, send)
        return Seal(checkpoint=last, stamped=tuple(stamped), waits=tuple(waits))


def attach_reply(case: Case, reply: bytes, *, by: str) -> tuple[str, datetime]:
    """Keep a reply that came another way, with the request it answers. Raises NothingWaits, NotAStamp."""
    with open_ledger(case) as ledger:
        with ledger.reading() as connection:
            queue = waiting(connection)
        if not queue:
            raise NothingWaits
        for place, each in enumerate(queue):
            try:
                return each.authority, _attached(ledger, each, reply, ledger.account(by))
            except NotAStamp:
                if place == len(queue) - 1:
                    raise
        raise NothingWaits


def requests_of(case: Case) -> list[Waiting]:
    """The requests that wait: to be carried to an authority by other means."""
    with open_ledger(case) as ledger, ledger.reading() as connection:
        return waiting(connection)


def _sent(
    ledger: Ledger, queue: list[Waiting], account: str, send: Ask | None
) -> tuple[list[tuple[str, datetime]], list[tuple[Waiting, str]]]:
    stamped, waits = [], []
    for each in queue:
        if send is None:
            waits.append((each, "not asked for now"))
            continue
        try:
            reply = send(each.authority, each.request)
            stamped.append((each.authority, _attached(ledger, each, reply, account)))
        except (NoAnswer, NotAStamp) as fault:
            waits.append((each, fault.fault))
    return stamped, waits


def _attached(ledger: Ledger, asked: Waiting, reply: bytes, account: str) -> datetime:
    with ledger.change(account) as change:
        return attach(change, asked, reply)

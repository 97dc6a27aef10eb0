"""A proof: the records of one thing, each with its way to a signed head, and nothing else of the log."""

from base64 import b64encode
from collections.abc import Sequence
from json import loads
from typing import Any

from sqlalchemy import Connection, select

from sijill.errors import SijillError
from sijill.store import schema
from sijill.store.proof.checkpoints import checkpoints, key_for, keys, records
from sijill.store.proof.stamps import stamps
from sijill.store.proof.tree import heads_of, inclusion, leaf

FORM = "sijill-proof/1"


class NotSealed(SijillError):
    """Records that no checkpoint covers yet."""

    def __init__(self, *, seq: int) -> None:
        super().__init__(f"record {seq} is under no checkpoint yet: run `sijill seal` on the case first")
        self.seq = seq


class WasErased(SijillError):
    """A record whose payload was erased by law: there is nothing left to show."""

    def __init__(self, *, seq: int) -> None:
        super().__init__(
            f"what record {seq} speaks of was erased by law: the log still holds it, and nothing else does"
        )
        self.seq = seq


def proof(connection: Connection, about: str, logged: Sequence[int], *, only: str | None = None) -> dict[str, Any]:
    """What proof.json holds, but for its files. Raises NotSealed, WasErased.

    about    the id that is shown      logged   places of its records
    only     the one kind of payload that is shown; the others stay commitments

    Of the checkpoints that cover them the first with a timestamp is taken: it dates them best; else the first one.
    """
    stamped = stamps(connection)
    covering = [each for each in checkpoints(connection) if each.size > max(logged)]
    if not covering:
        raise NotSealed(seq=max(logged))
    dated = {each.size for each in stamped}
    chosen = next((each for each in covering if each.size in dated), covering[0])
    named = keys(connection)
    key = key_for(chosen.size, named)
    of_key = next(seq for seq, each in named.items() if each == key)
    heads = heads_of([leaf(each) for each in records(connection, 0, chosen.size)])

    def entry(seq: int) -> dict[str, Any]:
        path = [each.hex() for each in inclusion(heads, seq, chosen.size)]
        return {"index": seq, "path": path, **_record(connection, seq, only if seq in logged else None)}

    return {
        "form": FORM,
        "about": about,
        "vkey": named[of_key].text,
        "checkpoint": chosen.note,
        "key": entry(of_key),
        "records": [entry(each) for each in logged],
        "tokens": [
            {"authority": each.authority, "token": b64encode(each.token).decode()}
            for each in stamped
            if each.size == chosen.size
        ],
    }


def _record(connection: Connection, seq: int, only: str | None) -> dict[str, Any]:
    table = schema.payloads
    written = connection.execute(select(schema.log.c.record).where(schema.log.c.seq == seq)).scalar_one()
    query = select(table.c.salt, table.c.payload).where(table.c.log == seq).order_by(table.c.part)
    beside = [{"salt": row.salt.hex(), "payload": row.payload.decode()} for row in connection.execute(query)]
    if not beside:
        raise WasErased(seq=seq)
    kinds = [each["t"] for each in loads(written)["pay"]]
    shown = [each if only in (None, kind) else None for each, kind in zip(beside, kinds, strict=True)]
    return {"record": written.decode(), "payloads": shown}

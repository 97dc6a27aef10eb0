"""The timestamps that are kept: each of its checkpoint, the one that was logged, and vouched for."""

from hashlib import sha256
from json import loads

from sqlalchemy import Connection, select

from sijill.store import schema
from sijill.store.audit.fault import Faults
from sijill.store.change import instant
from sijill.store.proof.stamps import NotAStamp, Stamp, stamps, time_of, vouched


def check_stamps(connection: Connection, faults: Faults, *, roots: bytes | None) -> list[tuple[int, str, str]]:
    """Size of the checkpoint, authority and stated time of each that is sound.

    roots   certificates (PEM) of the authorities that are trusted; None: signatures of authorities are not looked at
    """
    found = []
    for each in stamps(connection):
        where = f"the timestamp of {each.authority} over {each.size} records"
        if sha256(each.token).hexdigest() != _logged(connection, each):
            faults.tampered("stamp_not_the_one_logged", where)
            continue
        try:
            stated = time_of(each.token, note=each.note, authority=each.authority)
        except NotAStamp as fault:
            faults.tampered("stamp_of_another_checkpoint", where, fault.fault)
            continue
        if roots is not None and (why := vouched(each.token, message=each.note.encode(), roots=roots)):
            faults.incomplete("stamp_not_vouched_for", where, why)
            continue
        found.append((each.size, each.authority, instant(stated)))
    return found


def _logged(connection: Connection, stamp: Stamp) -> str | None:
    table = schema.payloads
    payload = connection.execute(select(table.c.payload).where(table.c.log == stamp.logged)).scalars().first()
    told = loads(payload) if payload is not None else {}
    same = (told.get("size"), told.get("authority")) == (stamp.size, stamp.authority)
    return told.get("token") if same else None

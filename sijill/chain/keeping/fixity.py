"""Originals read again on a schedule, compared with their digests, and mended from a second copy that is sound."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.metadata import version

from sijill.case import Case
from sijill.chain.keeping.opening import copy_of, open_ledger, vault_of
from sijill.model.document import Digest
from sijill.store.keeping.custody import FIXITY, LOST, MENDED, SOUND, last_checked
from sijill.store.log import Act
from sijill.store.vault import OriginalDamaged, OriginalMissing, Vault

AT_ONCE = 500
VAULT, COPY = "vault", "second copy"


@dataclass(slots=True)
class Fixity:
    """What a check found.

    mended   where, and what was seen there      lost   no sound copy is left, and what was seen instead
    copied   how many are new in the second copy
    """

    due: int = 0
    sound: list[Digest] = field(default_factory=list)
    mended: list[tuple[Digest, str, str]] = field(default_factory=list)
    lost: list[tuple[Digest, str]] = field(default_factory=list)
    copied: int = 0
    next_due: str | None = None

    def add(self, more: "Fixity") -> None:
        """What one more batch found."""
        self.sound += more.sound
        self.mended += more.mended
        self.lost += more.lost


def check_fixity(case: Case, *, by: str, now: datetime, every: bool, progress: Callable[[int, int], None]) -> Fixity:
    """Check what is due: not read for so many days as case.toml says. Every batch is logged as it is done.

    every   all originals, due or not
    """
    found = Fixity()
    vault, copy = vault_of(case), copy_of(case)
    with open_ledger(case) as ledger:
        account = ledger.account(by)
        with ledger.reading() as connection:
            last = last_checked(connection)
        limit = (now - timedelta(days=case.safekeeping.days)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        cited = sorted(ledger.cited())
        due = [each for each in cited if every or last.get(each, "") <= limit]
        found.due = len(due)
        if copy is not None:
            found.copied = _copied([each for each in cited if not copy.holds(each)], vault, copy)
        for start in range(0, len(due), AT_ONCE):
            told = Fixity()
            for digest in due[start : start + AT_ONCE]:
                _check(digest, vault, copy, told)
            ledger.note(Act.CAPTURE_FIXITY, {FIXITY: _payload(told)}, by=account)
            found.add(told)
            progress(min(start + AT_ONCE, len(due)), len(due))
        waiting = [last[each] for each in cited if each not in set(due) and each in last]
        found.next_due = _later(min(waiting), case.safekeeping.days) if waiting else None
    return found


def _payload(told: Fixity) -> dict[str, object]:
    return {
        "means": f"sijill fixity/{version('sijill')}",
        SOUND: list(told.sound),
        MENDED: [{"digest": digest, "where": where, "seen": seen} for digest, where, seen in told.mended],
        LOST: [{"digest": digest, "seen": seen} for digest, seen in told.lost],
    }


def _check(digest: Digest, vault: Vault, copy: Vault | None, told: Fixity) -> None:
    here, there = _seen(vault, digest), _seen(copy, digest) if copy is not None else None
    if here is None and there is None:
        told.sound.append(digest)
    elif here is None and copy is not None:
        copy.mend(digest, vault)
        told.mended.append((digest, COPY, str(there)))
    elif copy is not None and there is None:
        vault.mend(digest, copy)
        told.mended.append((digest, VAULT, str(here)))
    else:
        told.lost.append((digest, str(here)))


def _seen(vault: Vault, digest: Digest) -> str | None:
    """None where it is sound; else what is there instead."""
    try:
        vault.open(digest).close()
    except OriginalMissing:
        return "missing"
    except OriginalDamaged as fault:
        return f"damaged ({fault.seen})"
    return None


def _copied(digests: list[Digest], vault: Vault, copy: Vault) -> int:
    """Put into the second copy what it lacks and the vault holds soundly."""
    count = 0
    for start in range(0, len(digests), AT_ONCE):
        sound = [each for each in digests[start : start + AT_ONCE] if _seen(vault, each) is None]
        copy.put_many(_originals(vault, sound))
        count += len(sound)
    return count


def _originals(vault: Vault, digests: Iterable[Digest]) -> Iterable[bytes]:
    return (vault.read(each) for each in digests)


def _later(moment: str, days: int) -> str:
    return (datetime.fromisoformat(moment) + timedelta(days=days)).strftime("%Y-%m-%d")

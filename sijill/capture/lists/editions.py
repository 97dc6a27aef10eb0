"""A newer edition of a list against the one before: added, changed and vanished rows, readable before it is taken."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields, replace

from sijill.model.document import DocumentId
from sijill.model.person import Changed, Difference, RecordId, VictimRecord

ASIDE = ("id", "row", "span", "claim", "vanished")


def difference(before: Sequence[VictimRecord], after: Sequence[VictimRecord]) -> Difference:
    """before: the records that stand; after: those of the new edition. Ids of changed rows are those they had
    before.
    """
    standing = {each.id: each for each in before if each.vanished is None}
    renamed = _the_same_row(standing, after)
    after = [replace(each, id=renamed.get(each.id, each.id)) for each in after]
    known = {each.id: each for each in before}
    added, changed, same = [], [], 0
    for each in after:
        old = known.get(each.id)
        if old is None or old.vanished is not None:
            added.append(each)
        elif differing := _differing(old, each):
            changed.append(Changed(before=old, after=each, fields=differing))
        else:
            same += 1
    present = {each.id for each in after}
    vanished = tuple(each for each in standing.values() if each.id not in present)
    return Difference(added=tuple(added), changed=tuple(changed), vanished=vanished, same=same)


def updated(before: Sequence[VictimRecord], after: Sequence[VictimRecord], edition: DocumentId) -> list[VictimRecord]:
    """The records of a list once an edition is taken: in the order in which they first came; vanished ones marked."""
    told = difference(before, after)
    changed = {each.after.id: each.after for each in told.changed}
    gone = {each.id for each in told.vanished}
    back = {each.id: each for each in told.added}
    kept = [
        replace(each, vanished=edition) if each.id in gone else changed.get(each.id) or back.pop(each.id, each)
        for each in before
    ]
    return [*kept, *back.values()]


def _differing(old: VictimRecord, new: VictimRecord) -> tuple[str, ...]:
    return tuple(
        each.name
        for each in fields(old)
        if each.name not in ASIDE and getattr(old, each.name) != getattr(new, each.name)
    )


def _the_same_row(standing: dict[RecordId, VictimRecord], after: Sequence[VictimRecord]) -> dict[RecordId, RecordId]:
    """New id -> old id, for rows without a key that are otherwise the same person's: one name, once gone and once
    new.
    """
    here = {each.id for each in after}
    gone: dict[tuple[str, ...], list[RecordId]] = defaultdict(list)
    new: dict[tuple[str, ...], list[RecordId]] = defaultdict(list)
    for each in standing.values():
        if each.id not in here and not each.row.key:
            gone[_who(each)].append(each.id)
    for each in after:
        if each.id not in standing and not each.row.key:
            new[_who(each)].append(each.id)
    return {ids[0]: gone[who][0] for who, ids in new.items() if len(ids) == 1 and len(gone.get(who, ())) == 1}


def _who(record: VictimRecord) -> tuple[str, ...]:
    return tuple(each.text for each in record.names)

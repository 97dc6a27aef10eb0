"""What an audit finds: each fault with its place, never repaired, never guessed."""

from dataclasses import dataclass, field
from enum import StrEnum

MOST = 200
"""So many faults are named; after that nothing new is learnt from one more."""


class Kind(StrEnum):
    """How bad it is."""

    TAMPERED = "tampered"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is not as it was written.

    code    what is wrong: record_out_of_place, payload_changed, row_changed, original_missing ...
    where   record 12, the original 0a1b..., the claim clm_...      seen   what is there, against what
    """

    kind: Kind
    code: str
    where: str
    seen: str = ""


@dataclass(slots=True)
class Faults:
    """Those found so far."""

    found: list[Fault] = field(default_factory=list)
    left_out: int = 0

    def tampered(self, code: str, where: str, seen: str = "") -> None:
        """Something was changed, added or taken away."""
        self._add(Fault(kind=Kind.TAMPERED, code=code, where=where, seen=seen))

    def incomplete(self, code: str, where: str, seen: str = "") -> None:
        """Something that is named is not here."""
        self._add(Fault(kind=Kind.INCOMPLETE, code=code, where=where, seen=seen))

    def add(self, more: "Faults") -> None:
        """What was found elsewhere."""
        for each in more.found:
            self._add(each)
        self.left_out += more.left_out

    def _add(self, fault: Fault) -> None:
        if len(self.found) < MOST:
            self.found.append(fault)
        else:
            self.left_out += 1

    @property
    def worst(self) -> Kind | None:
        """None where nothing is wrong."""
        kinds = {each.kind for each in self.found}
        return next((kind for kind in Kind if kind in kinds), None)

"""A case in which whatever anybody wrote begins as a formula does: names, titles, words, even ids."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

from sijill.model.estimate import Overlap
from sijill.model.release.rules import ReleaseRules
from sijill.model.when import Period
from sijill.publish.material import Edition, Material
from sijill.publish.release.fates import fates
from tests.unit.publish.by_hand import Case
from tests.unit.publish.test_people import KESSA, TARN, person

PAYLOADS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\N{FULLWIDTH EQUALS SIGN}1", "x;=1+1", "x\n=1+1")


def poisoned(case: Case, payload: str) -> Material:
    """Its material with the payload before each text that is no date."""

    def poison(value):
        if type(value) is str:
            return f"{payload} {value}"
        if isinstance(value, Period):
            return value
        if is_dataclass(value):
            return replace(value, **{each.name: poison(getattr(value, each.name)) for each in fields(value)})
        if isinstance(value, tuple | list):
            return type(value)(map(poison, value))
        if isinstance(value, Mapping):
            return {poison(key): poison(each) for key, each in value.items()}
        return value

    made = case.material(persons=[person(n, place=(TARN, KESSA)[n % 2]) for n in range(4)])
    overlap = Overlap(lists=(poison("north"), poison("south")), counts={"11": 5, "10": 6})
    names = "findings events claims documents origins totals parties places sources situations lasting persons".split()
    told = {name: poison(getattr(made, name)) for name in names}
    told["documents"] = {
        known: replace(each, captured="2031-05-01T00:00:00Z", published="2031-05-01")
        for known, each in told["documents"].items()
    }
    shown = fates(told["persons"], told["places"], ReleaseRules())
    return replace(
        made,
        **told,
        fates=shown,
        overlaps=[overlap],
        edition=Edition(number=1, as_of="2031-05-01"),
        texts={}.get,
        policies=(),
    )

"""A case: what an investigation is about and how it is counted. Read once from case.toml, into a frozen Case."""

import shlex
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sijill.errors import SijillError
from sijill.model.estimate import Estimating, ListScope
from sijill.model.place import PlacePrecision
from sijill.model.release import Profile
from sijill.model.release.rules import RULES, Names, QuotedWords, ReleaseRules
from sijill.model.when import Precision

FILE = "case.toml"
LEDGER = "ledger.db"
KEYS = "keys.json"
OWN = (FILE, LEDGER, KEYS, "vault", "hand", "derived", "published")
"""What a case itself is made of."""


class NotACase(SijillError):
    """A path that is no folder with a case.toml."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(f"{folder} is not a case: {_instead(folder)}")
        self.folder = folder


def _instead(folder: Path) -> str:
    """What is there instead of a case, and what to do about it: `init` takes only a folder that is new or empty."""
    make, inside = (f"`sijill init {shlex.quote(str(each))}`" for each in (folder, folder / "case"))
    if folder.is_dir() and any(folder.iterdir()):
        return f"it holds no {FILE}; name the folder of a case, or make one in a new folder, as with {inside}"
    if folder.is_dir():
        return f"it is an empty folder; make it one with {make}"
    if folder.exists():
        return f"it is a file; name the folder of a case, which holds {FILE}"
    return f"there is no such folder; check the path, or make a case with {make}"


class NotToml(SijillError):
    """A case.toml that is not TOML."""

    def __init__(self, *, path: Path, fault: str) -> None:
        super().__init__(f"{path} cannot be read as TOML: {fault}; mend that line")
        self.path = path


class UnknownKey(SijillError):
    """A key that means nothing here. It is refused, so that no misspelt setting is silently ignored."""

    def __init__(self, *, path: Path, key: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"{path}: unknown key {key!r}; allowed here: {', '.join(allowed)}")
        self.key, self.allowed = key, allowed


class WrongValue(SijillError):
    """A key with a value of another kind than the one it takes."""

    def __init__(self, *, path: Path, key: str, seen: object, wanted: str) -> None:
        super().__init__(f"{path}: {key} = {str(seen)[:80]!r}, but it takes {wanted}")
        self.key = key


class MissingKey(SijillError):
    """A key that every case needs."""

    def __init__(self, *, path: Path, key: str, under: str, example: str) -> None:
        super().__init__(f"{path}: {key} is missing; write it under [{under}], such as {example}")
        self.key = key


class FolderInUse(SijillError):
    """`init` over something that is already there."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(f"{folder} is there already and not an empty folder; name a new one")
        self.folder = folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the case is about: names of places, and the first and last day, both included; None is open."""

    places: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """By which policies tolls become ranges, which of them is shown first, and the case's own ones as tables."""

    show: tuple[str, ...] = ("range",)
    headline: str = "range"
    own: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Safekeeping:
    """How the record is kept.

    address     of the ledger of a team, postgresql://host/database; None: ledger.db in the folder
    authority   address of a time-stamping authority (RFC 3161), asked only by `sijill seal --timestamp`
    copy        folder of the second copy of the originals; None: there is none
    days        within which each original is read and compared with its digest
    """

    address: str | None = None
    authority: str | None = None
    copy: Path | None = None
    days: int = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case and where it rests. vault/, ledger.db and hand/ are the record; derived/ may be deleted at any time.

    key   of an encrypted case that was unlocked, 32 bytes
    """

    folder: Path
    title: str
    packs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    scope: Scope = Scope()
    policies: Policies = Policies()
    release: Mapping[Profile, ReleaseRules] = field(default_factory=dict)
    safekeeping: Safekeeping = Safekeeping()
    estimating: Estimating = field(default_factory=Estimating)
    key: bytes | None = field(default=None, repr=False)

    @property
    def settings(self) -> bytes:
        """The bytes of case.toml: the log holds their hash."""
        return (self.folder / FILE).read_bytes()

    @property
    def keys(self) -> Path:
        """Where the key of an encrypted case rests, locked; there is no such file in a case that is not encrypted."""
        return self.folder / KEYS

    def rules(self, profile: Profile) -> ReleaseRules:
        """How far a profile goes in this case."""
        return self.release.get(profile, RULES[profile])

    @property
    def vault(self) -> Path:
        return self.folder / "vault"

    @property
    def ledger(self) -> Path:
        return self.folder / LEDGER

    @property
    def hand(self) -> Path:
        return self.folder / "hand"

    @property
    def derived(self) -> Path:
        return self.folder / "derived"


def read_case(folder: Path) -> Case:
    """The case in a folder. Raises NotACase, NotToml, UnknownKey, MissingKey, WrongValue, each naming what it saw."""
    path = folder / FILE
    if not path.is_file():
        raise NotACase(folder=folder)
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise NotToml(path=path, fault=str(fault)) from fault
    _only(path, tables, ("case", "scope", "policies", "release", "estimate", "ledger", "seal", "fixity"))
    case = _table(path, "case", tables, {"title": _text, "packs": _texts, "languages": _texts})
    scope = _table(path, "scope", tables, {"places": _texts, "from": _day, "to": _day})
    own, tables["policies"] = _own_policies(tables.get("policies", {}))
    policies = _table(path, "policies", tables, {"show": _texts, "headline": _text})
    if "title" not in case:
        raise MissingKey(path=path, key="title", under="case", example='title = "Deir Ezzor"')
    return Case(
        folder=folder,
        **case,
        scope=_scope(path, scope),
        policies=_policies(path, policies, own),
        release=_release(path, tables.get("release", {})),
        safekeeping=_safekeeping(path, tables),
        estimating=_estimating(path, tables.get("estimate", {})),
    )


def is_case(folder: Path) -> bool:
    """Does a case rest in this folder, whether or not it can be read?"""
    return (folder / FILE).is_file() and ((folder / LEDGER).is_file() or (folder / "vault").is_dir())


def in_case(path: Path) -> Path | None:
    """The case that this path is, or whose own files it is among; None for anything else, beside them too."""
    whole = path.resolve()
    if is_case(whole):
        return whole
    return next((each for each in whole.parents if is_case(each) and whole.relative_to(each).parts[0] in OWN), None)


def write_case(folder: Path, *, title: str, packs: tuple[str, ...], address: str | None = None) -> None:
    """case.toml of a new case, in a folder that is made here. Raises FolderInUse, WrongValue.

    address   of the ledger of a team; None: in the folder
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise FolderInUse(folder=folder)
    if not title.isprintable() or not title.strip():
        raise WrongValue(path=folder / FILE, key="case.title", seen=title, wanted="a printable text")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(
        "[case]\n"
        f"title = {_quoted(title)}\n"
        f"packs = [{', '.join(map(_quoted, packs))}]\n"
        'languages = ["en", "ar"]\n\n'
        "[scope]\n"
        "places = []\n"
        "# from = 2014-01-01\n"
        "# to = 2016-12-31\n\n"
        "[policies]\n"
        'show = ["range"]\n'
        'headline = "range"\n\n'
        "[release.public]\n"
        'place = "settlement"\n'
        'names = "published-elsewhere"\n' + (f"\n[ledger]\naddress = {_quoted(address)}\n" if address else ""),
        encoding="utf-8",
        newline="\n",
    )


def _scope(path: Path, values: Mapping[str, Any]) -> Scope:
    start, end = values.get("from"), values.get("to")
    if start is not None and end is not None and start > end:
        raise WrongValue(path=path, key="scope.to", seen=end, wanted=f"a day not before scope.from ({start})")
    return Scope(places=values.get("places", ()), start=start, end=end)


def _own_policies(table: Any) -> tuple[dict[str, Any], Any]:
    """The tables under [policies], and what else stands there."""
    if not isinstance(table, dict):
        return {}, table
    own = {name: each for name, each in table.items() if isinstance(each, dict)}
    return own, {name: each for name, each in table.items() if name not in own}


def _policies(path: Path, values: Mapping[str, Any], own: Mapping[str, Any]) -> Policies:
    policies = Policies(**values, own=own)
    if policies.headline not in policies.show:
        wanted = "one of policies.show: " + ", ".join(policies.show)
        raise WrongValue(path=path, key="policies.headline", seen=policies.headline, wanted=wanted)
    return policies


def _estimating(path: Path, table: Any) -> Estimating:
    """[estimate], with one table [estimate.scope.LIST] for each list that could not see everybody."""
    if not isinstance(table, dict):
        raise WrongValue(path=path, key="estimate", seen=table, wanted="a table: [estimate]")
    scopes = table.get("scope", {})
    if not isinstance(scopes, dict):
        raise WrongValue(path=path, key="estimate.scope", seen=scopes, wanted="tables such as [estimate.scope.LIST]")
    plain = {key: value for key, value in table.items() if key != "scope"}
    values = _table(path, "estimate", {"estimate": plain}, ESTIMATE)
    return Estimating(**values, scopes=tuple(_list_scope(path, name, each) for name, each in scopes.items()))


def _list_scope(path: Path, name: str, table: Any) -> ListScope:
    values = _table(path, f"estimate.scope.{name}", {f"estimate.scope.{name}": table}, SCOPE)
    rule = values.pop("rule", "")
    return ListScope(list=name, sees=values, rule=rule)


def _safekeeping(path: Path, tables: Mapping[str, Any]) -> Safekeeping:
    ledger = _table(path, "ledger", tables, {"address": _text})
    seal = _table(path, "seal", tables, {"authority": _text})
    fixity = _table(path, "fixity", tables, {"copy": _text, "days": _count})
    if "copy" in fixity:
        fixity["copy"] = path.parent / Path(fixity["copy"]).expanduser()
    return Safekeeping(**ledger, **seal, **fixity)


def _release(path: Path, profiles: Any) -> dict[Profile, ReleaseRules]:
    if not isinstance(profiles, dict):
        raise WrongValue(path=path, key="release", seen=profiles, wanted="tables such as [release.public]")
    _only(path, profiles, tuple(profile.value for profile in Profile), within="release.")
    rules = {}
    for name, table in profiles.items():
        values = _table(path, f"release.{name}", {f"release.{name}": table}, RELEASE)
        enums = {key: kind(values[key]) for key, kind in FORM_OF_RULE.items() if key in values}
        if Profile(name) is not Profile.INTERNAL and enums.get("names") is Names.ALL:
            raise WrongValue(
                path=path, key=f"release.{name}.names", seen="all", wanted="never, consented or published-elsewhere"
            )
        rules[Profile(name)] = replace(RULES[Profile(name)], **{**values, **enums})
    return rules


Read = Callable[[Any], tuple[Any, str]]  # value -> (what it is read as, or None; what was wanted)


def _table(path: Path, name: str, tables: Mapping[str, Any], kinds: Mapping[str, Read]) -> dict[str, Any]:
    table = tables.get(name, {})
    if not isinstance(table, dict):
        raise WrongValue(path=path, key=name, seen=table, wanted=f"a table: [{name}]")
    _only(path, table, tuple(kinds), within=f"{name}.")
    read = {}
    for key, value in table.items():
        read[key], wanted = kinds[key](value)
        if read[key] is None:
            raise WrongValue(path=path, key=f"{name}.{key}", seen=value, wanted=wanted)
    return read


def _only(path: Path, table: Mapping[str, Any], allowed: tuple[str, ...], *, within: str = "") -> None:
    for key in table:
        if key not in allowed:
            raise UnknownKey(path=path, key=f"{within}{key}", allowed=allowed)


def _text(value: Any) -> tuple[str | None, str]:
    return (value if isinstance(value, str) and value.strip() else None), "a text"


def _texts(value: Any) -> tuple[tuple[str, ...] | None, str]:
    right = isinstance(value, list) and all(isinstance(each, str) and each for each in value)
    return (tuple(value) if right else None), 'a list of texts, such as ["en"]'


def _traits(value: Any) -> tuple[tuple[str, ...] | None, str]:
    right = isinstance(value, list) and all(each in TRAITS for each in value)
    return (tuple(value) if right else None), "a list of " + ", ".join(TRAITS)


def _day(value: Any) -> tuple[date | None, str]:
    right = isinstance(value, date) and not isinstance(value, datetime)
    return (value if right else None), "a day without quotes, such as 2014-01-01"


def _count(value: Any) -> tuple[int | None, str]:
    right = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return (value if right else None), "a whole number above 0"


def _choice(allowed: tuple[str, ...]) -> Read:
    return lambda value: ((value if value in allowed else None), "one of " + ", ".join(allowed))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _least(value: Any) -> tuple[int | None, str]:
    right = isinstance(value, int) and not isinstance(value, bool) and value >= 1
    return (value if right else None), "a whole number of at least 1"


def _truth(value: Any) -> tuple[bool | None, str]:
    return (value if isinstance(value, bool) else None), "true or false"


TRAITS = ("place", "month", "sex", "age", "status", "party")
ESTIMATE: Mapping[str, Read] = {
    "lists": _texts,
    "by": _traits,
    "merge": _texts,
    "seed": _count,
    "linkages": _count,
}
SCOPE: Mapping[str, Read] = {**dict.fromkeys(TRAITS, _texts), "rule": _text}
FORM_OF_RULE = {"place": PlacePrecision, "date": Precision, "names": Names, "quotes": QuotedWords}
RELEASE: Mapping[str, Read] = {
    **{key: _choice(tuple(each.value for each in kind)) for key, kind in FORM_OF_RULE.items()},
    "date": _choice(("hour", "day", "month", "year")),
    "k": _least,
    "blocks": _texts,
    "reviewed": _truth,
}
"""What a table such as [release.public] may hold."""

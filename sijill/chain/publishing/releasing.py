"""Making a release: from the register through the gate to a folder, and one record of it in the ledger.

The same register under the same rules is the same release, byte for byte: its number, its key and its day are read from
the record of it. Anything else is the next release, under a new key, with what it says otherwise than the last.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from sijill.case import Case
from sijill.chain.keeping.opening import open_ledger
from sijill.chain.keeping.showing import PROOF, VERIFIER, release_proof
from sijill.chain.publishing.house import house_of
from sijill.chain.register import Register
from sijill.errors import SijillError
from sijill.model.decision import Decision, DecisionId
from sijill.model.document import Custody
from sijill.model.exchange import from_json, to_json
from sijill.model.release import Profile
from sijill.model.release.issued import Figure, Issued
from sijill.model.release.rules import ReleaseRules
from sijill.publish.bundle import MANIFEST, data_files, manifest
from sijill.publish.editions import editions
from sijill.publish.errata import errata, figures_of
from sijill.publish.gate import Passed, let_out
from sijill.publish.material import Edition, Material
from sijill.publish.pages import pages_of, sound_only
from sijill.publish.paper.dossier import dossier
from sijill.publish.release.desk import Desk
from sijill.publish.release.ids import keyed
from sijill.publish.release.released import released
from sijill.publish.release.rules import table
from sijill.publish.release.walk import let_through
from sijill.publish.site import site
from sijill.publish.soundness import Refused
from sijill.store.ledger import Ledger

Randomness = Callable[[int], bytes]
KIND = "release"
KEY_BYTES = 32
UNKEYED = bytes(KEY_BYTES)
"""Under which what a release is made from is told apart: never the key of a release."""


class NoSuchEvent(SijillError):
    """A dossier of an event that the register does not hold."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"no event has an id that begins with {seen[:40]!r}; `sijill show CASE events` lists them")


@dataclass(frozen=True, kw_only=True)
class Made:
    """What a release came to. again: the same as the last one, which was not made anew."""

    issued: Issued
    folder: Path
    passed: Passed
    refused: Sequence[Refused]
    again: bool


def make_release(
    case: Case, *, profile: Profile, to: Path, by: str, at: str, random: Randomness, dossiers: Sequence[str] | None = ()
) -> Made:
    """Write the release of a profile below `to`.

    dossiers ids of events, or their beginnings, that get a PDF; None: every event
    by, at   name of the account that publishes, and when (UTC, ISO 8601)      random   bytes that nobody can guess
    raises   NotRun, NoLedger, NotOurs, DecisionConflict, NoSuchEvent, NoPress
    """
    register, rules = Register(case), case.rules(profile)
    with open_ledger(case) as ledger:
        house = house_of(register, ledger)
        before, last = _last(ledger, profile)
        draft = _draft(house, rules, profile=profile, last=last, at=at, root=ledger.root().hex(), random=random)
        again = last is not None and draft.number == last.number
        printed = _chosen(dossiers, house)
        last = None if again else last
        files, refused, figures = _files(
            house, register.custody, rules, draft, last=last, printed=printed, languages=case.languages
        )
        passed = let_out(to, files, kept=(PROOF, VERIFIER))
        issued = replace(draft, manifest=sha256(files[MANIFEST]).hexdigest(), figures=figures)
        made = before
        if not again:
            decision = _decision(issued, ledger.account(by), at, before)
            ledger.decide(decision, seen=before)
            made = decision.id
        let_out(to, {**files, **release_proof(ledger, str(made), files[MANIFEST])})
    return Made(issued=issued, folder=to, passed=passed, refused=refused, again=again)


def _draft(
    house: Material,
    rules: ReleaseRules,
    *,
    profile: Profile,
    last: Issued | None,
    at: str,
    root: str,
    random: Randomness,
) -> Issued:
    """The last release again if nothing in it changed, else the next."""
    made_from = _made_from(house, rules, profile)
    if last is not None and (last.made_from, last.rules) == (made_from, rules):
        return last
    return Issued(
        profile=profile,
        number=last.number + 1 if last is not None else 1,
        at=at,
        key=random(KEY_BYTES).hex(),
        made_from=made_from,
        rules=rules,
        root=root,
        manifest="",
        figures={},
        small={},
    )


def _files(
    house: Material,
    custody: Sequence[Custody],
    rules: ReleaseRules,
    draft: Issued,
    *,
    last: Issued | None,
    printed: Collection[str],
    languages: Sequence[str],
) -> tuple[dict[str, bytes], Sequence[Refused], Mapping[str, Figure]]:
    key = bytes.fromhex(draft.key)
    edition = Edition(profile=draft.profile, number=draft.number, as_of=draft.at[:10])
    out, refused = _released(replace(house, edition=edition), rules, key)
    known_as = {(each.id if edition.internal else keyed(each.id, key)): str(each.id) for each in house.findings}
    figures = figures_of(out.findings, known_as)
    out = replace(out, errata=errata(last.figures if last is not None else {}, figures) if last is not None else ())
    passed_on = _custody(custody, house, rules, key)
    made_with = version("sijill")
    out = replace(out, printed=frozenset(each.id for each in out.findings if known_as[each.id] in printed))
    files = data_files(out, custody=passed_on)
    for folder, said in editions(out, languages):
        pages = _pages(said, rules, refused, data=files, custody=passed_on, root=draft.root)
        files |= {f"{folder}{name}": page for name, page in pages.items()}
    files[MANIFEST] = manifest(out, files, made_with=f"sijill/{made_with}", root=draft.root)
    return files, refused, figures


def _pages(
    said: Material,
    rules: ReleaseRules,
    refused: Sequence[Refused],
    *,
    data: Mapping[str, bytes],
    custody: Sequence[Custody],
    root: str,
) -> dict[str, bytes]:
    """Pages and dossiers in one language."""
    pdfs = {f"dossiers/{each}.pdf": dossier(said, [each], custody=custody, root=root) for each in sorted(said.printed)}
    alone = site(said, rules, refused=refused, data=data, made_with=version("sijill"))
    return dict(alone) | dict(pages_of(said)) | pdfs


def _released(house: Material, rules: ReleaseRules, key: bytes) -> tuple[Material, Sequence[Refused]]:
    """Outside the house by marks and rules; inside it as it is, without what does not stand on its words."""
    return sound_only(house) if house.edition.internal else released(house, rules, key)


def _chosen(wanted: Sequence[str] | None, house: Material) -> frozenset[str]:
    """Ids of the house of the events that are named by these beginnings."""
    known = [str(each.id) for each in house.findings]
    if wanted is None:
        return frozenset(known)
    for each in wanted:
        if not any(event.startswith(each) for event in known):
            raise NoSuchEvent(seen=each)
    return frozenset(event for event in known if any(event.startswith(each) for each in wanted))


def issued_of(ledger: Ledger) -> list[Issued]:
    """Every release that was made, in order."""
    return [from_json(Issued, each.value) for each in ledger.decisions(KIND)]


def _last(ledger: Ledger, profile: Profile) -> tuple[DecisionId | None, Issued | None]:
    made = [each for each in ledger.decisions(KIND) if each.about == (profile.value,)]
    return (made[-1].id, from_json(Issued, made[-1].value)) if made else (None, None)


def _made_from(house: Material, rules: ReleaseRules, profile: Profile) -> str:
    """A digest of everything that would leave, under no key."""
    out, refused = _released(replace(house, edition=Edition(profile=profile)), rules, UNKEYED)
    told = (
        version("sijill"),
        out.title,
        out.findings,
        list(out.claims.values()),
        list(out.documents.values()),
        out.situations,
        out.totals,
        out.persons,
        [(each.id, each.reason) for each in refused],
    )
    return sha256(to_json(told).encode()).hexdigest()


def _custody(custody: Sequence[Custody], house: Material, rules: ReleaseRules, key: bytes) -> list[Custody]:
    """What happened to the documents that a claim of the release stands in, without who and where."""
    used = {house.claims[claim].document for finding in house.findings for claim in finding.claims}
    allowed = table(Desk(material=house, rules=rules, key=key))
    return [let_through(each, allowed) for each in custody if each.document in used]


def _decision(issued: Issued, by: str, at: str, before: DecisionId | None) -> Decision:
    value = to_json(issued)
    made = DecisionId("dec_" + sha256(f"{KIND}\n{value}\n{before}".encode()).hexdigest()[:20])
    because = f"release {issued.number} for the profile {issued.profile.value}"
    return Decision(id=made, kind=KIND, about=(issued.profile.value,), value=value, by=by, at=at, because=because)

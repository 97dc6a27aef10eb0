"""The files of a release: from the house through marks and rules to data, pages and paper, and what it depends on."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from itertools import chain

from sijill.chain.publishing.issuing import Draft
from sijill.model.document import Custody, DocumentId
from sijill.model.exchange import to_json
from sijill.model.person import PersonId
from sijill.model.place import PlacePrecision
from sijill.model.release import Profile
from sijill.model.release.issued import Issued
from sijill.model.release.rules import ReleaseRules
from sijill.publish.bundle import MANIFEST, data_files, manifest
from sijill.publish.editions import editions
from sijill.publish.errata import errata, figures_of
from sijill.publish.gate import Staged
from sijill.publish.material import Edition, Material
from sijill.publish.pages import pages_of, sound_only
from sijill.publish.paper.dossier import by_document, dossier
from sijill.publish.paper.press import to_pdfs
from sijill.publish.pictures.files import picture_files
from sijill.publish.pictures.gallery import pictures
from sijill.publish.quotes import Quotes
from sijill.publish.release.desk import Desk
from sijill.publish.release.fates import FateCell, fates, told
from sijill.publish.release.ids import keyed
from sijill.publish.release.released import released
from sijill.publish.release.rules import table
from sijill.publish.release.walk import let_through
from sijill.publish.render import design
from sijill.publish.sealed import Sealed
from sijill.publish.site import site
from sijill.publish.soundness import Refused

UNKEYED = bytes(32)
"""Under which what a release is made from is told apart: never the key of a release."""
EVERYTHING = ReleaseRules(place=PlacePrecision.EXACT, k=1)
SELECTION = "selection"


@dataclass(frozen=True, kw_only=True)
class Done:
    """A release that was written: its manifest, and what is kept of it."""

    issued: Issued
    manifest: bytes
    refused: Sequence[Refused]
    hidden: Sequence[FateCell]


@dataclass(frozen=True, kw_only=True)
class Work:
    """What a release is made of.

    printed   events of the house that get a dossier      selection   one dossier more, of all of them
    jobs      processes that set PDFs
    """

    house: Material
    custody: Sequence[Custody]
    rules: ReleaseRules
    printed: Collection[str]
    languages: Sequence[str]
    selection: bool = False
    jobs: int = 1

    def written(self, draft: Draft, stage: Staged) -> Done:
        """Every file of a release, each written as it is made: none is kept in memory."""
        issued, key = draft.issued, bytes.fromhex(draft.issued.key)
        edition = Edition(profile=issued.profile, number=issued.number, as_of=issued.at[:10])
        out, refused = _released(replace(self.house, edition=edition), self.rules, key, draft.earlier)
        known_as = {
            (each.id if edition.internal else keyed(each.id, key)): str(each.id) for each in self.house.findings
        }
        persons = {
            each.id if edition.internal else PersonId(keyed(each.id, key)): each.id for each in self.house.persons
        }
        issued = replace(
            issued,
            figures=figures_of(out.findings, known_as),
            named=tuple(sorted(persons[each.id] for each in out.persons if each.names)),
            small=told(out.fates),
        )
        out = replace(
            out,
            errata=errata(draft.previous, issued) if draft.previous is not None else (),
            printed=frozenset(each.id for each in out.findings if known_as[each.id] in self.printed),
        )
        custody = _custody(self.custody, self.house, self.rules, key)
        data = data_files(out, stage.write, custody=custody)
        for name, content in self._pages(out, refused, data=data, custody=custody, root=issued.root):
            stage.write(name, content)
        listed = manifest(out, stage.files, made_with=f"sijill/{version('sijill')}", root=issued.root)
        return Done(
            issued=replace(issued, manifest=stage.write(MANIFEST, listed).sha256),
            manifest=listed,
            refused=refused,
            hidden=[each for each in out.fates if each.hidden is not None],
        )

    def made_from(self, profile: Profile) -> str:
        """A digest of everything that a release depends on, under no key."""
        out, refused = _released(replace(self.house, edition=Edition(profile=profile)), self.rules, UNKEYED)
        wheres = [each.where for each in (*out.findings, *out.lasting.values())]
        wheres += [each.where for each in out.claims.values()] + [each.place for each in out.persons]
        said = sorted({each.place for each in wheres if each.place is not None} & out.places.keys())
        parts = (
            (
                version("sijill"),
                design(),
                out.title,
                out.scope,
                list(self.languages),
                sorted(self.printed),
                self.selection,
            ),
            out.findings,
            list(out.lasting.values()),
            list(out.claims.values()),
            list(out.documents.values()),
            [*out.situations, *out.totals, *out.series, *out.patterns, *out.persons, *out.estimates, *out.overlaps],
            [*out.parties.values(), *(out.places[each] for each in said)],
            [(each.name, each.version, each.source) for each in out.policies],
            [(known, each.documents, each.agreed) for known, each in sorted(out.cited.items())],
            [(each.fate, each.place, each.persons) for each in fates(self.house.persons, out.places, EVERYTHING)],
            _custody(self.custody, self.house, self.rules, UNKEYED),
            [(each.id, each.reason) for each in refused],
        )
        digest = sha256()
        for each in parts:
            digest.update(to_json(each).encode())
        return digest.hexdigest()

    def _pages(
        self,
        out: Material,
        refused: Sequence[Refused],
        *,
        data: Mapping[str, Sealed],
        custody: Sequence[Custody],
        root: str,
    ) -> Iterator[tuple[str, bytes]]:
        """Pages and dossiers in every language."""
        kept = by_document(custody) if out.printed else {}
        for folder, said in editions(out, self.languages):
            shown = pictures(said)
            alone = site(said, self.rules, refused=refused, data=data, pictures=shown, made_with=version("sijill"))
            for name, page in chain(alone, pages_of(said), picture_files(said, shown).items()):
                yield f"{folder}{name}", page
            paper = self._paper(said, custody=kept, root=root)
            for name, pdf in to_pdfs(paper, made_on=out.edition.as_of or "", jobs=self.jobs):
                yield f"{folder}{name}", pdf

    def _paper(
        self, said: Material, *, custody: Mapping[DocumentId, Sequence[Custody]], root: str
    ) -> Iterator[tuple[str, str]]:
        """The dossiers of one language as HTML, by the name of the PDF."""
        quotes, printed = Quotes(said), sorted(said.printed)
        chosen = {each: [each] for each in printed} | ({SELECTION: printed} if self.selection and printed else {})
        for name, events in chosen.items():
            yield f"dossiers/{name}.pdf", dossier(said, events, quotes, custody=custody, root=root)


def _released(
    house: Material, rules: ReleaseRules, key: bytes, earlier: Sequence[Issued] = ()
) -> tuple[Material, Sequence[Refused]]:
    """Outside the house by marks and rules; inside it as it is, without what does not stand on its words."""
    if not house.edition.internal:
        return released(house, rules, key, earlier)
    out, refused = sound_only(house)
    return replace(out, fates=fates(house.persons, house.places, rules)), refused


def _custody(custody: Sequence[Custody], house: Material, rules: ReleaseRules, key: bytes) -> list[Custody]:
    """What happened to the documents that a claim of the release stands in, without who and where."""
    used = {house.claims[claim].document for finding in house.findings for claim in finding.claims}
    allowed = table(Desk(material=house, rules=rules, key=key))
    return [let_through(each, allowed) for each in custody if each.document in used]

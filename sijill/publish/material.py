"""What the pages are drawn from: results of the chain, as plain model objects, with the look-ups that pages need."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sijill.language.places.calling import called
from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Doubt, Reason
from sijill.model.document import Document, DocumentId, Quarantined, State
from sijill.model.estimate import Estimate, Overlap
from sijill.model.event import Event, EventId, Link, Situation
from sijill.model.finding import Finding, Total
from sijill.model.party import Party
from sijill.model.person import Person, PersonId
from sijill.model.place import Place, Where
from sijill.model.release import Profile
from sijill.model.release.consent import Consent
from sijill.model.source import Source, Speaker
from sijill.publish import figures, words
from sijill.publish.errata import Erratum
from sijill.publish.map.outlines import Outlines
from sijill.publish.release.citing import Cited, Written
from sijill.publish.release.fates import FateCell
from sijill.publish.soundness import sound
from sijill.publish.wording import ENGLISH, Wording, _

TextOf = Callable[[DocumentId], str | None]
Differences = Callable[[Finding, str], Sequence[Reason]]
"""(a finding, a policy) -> why it gives other figures than the headline."""


def no_differences(_finding: Finding, _policy: str) -> Sequence[Reason]:
    """Where one policy alone was run."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What a set of pages is: for whom, which release of the case, as of which day.

    number   1 for the first release of a profile; None for the pages of the house, which are not released
    languages  the others in which the same pages are: code, name, and the way there
    root     the way from its first page to the data, which all languages share
    as_of    the day of the latest thing in the record that it was made from
    """

    profile: Profile = Profile.INTERNAL
    number: int | None = None
    as_of: str | None = None
    languages: Sequence[tuple[str, str, str]] = ()
    root: str = ""

    @property
    def internal(self) -> bool:
        return self.profile is Profile.INTERNAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRun:
    """A policy that was run: "rules after" whose published method, not reviewed by them."""

    name: str
    version: int
    source: str


@dataclass(frozen=True, kw_only=True)
class Material:
    """Everything that a set of pages may show.

    texts     text of a document, None where it has none
    consents  the last word on the names of persons; written: names as each record has them; neither ever leaves
    cited     what made the name of a person public, of those who are named in a release
    fates     how many people of each fate, by place, as far as they may be shown
    series, patterns   what is no event: running tolls, and what recurs
    lasting   what is found of each situation
    origins   the group of copies that a claim belongs to
    unread    documents that nothing was read of, in whatever state they are
    """

    title: str
    scope: str = ""
    findings: Sequence[Finding]
    events: Mapping[EventId, Event]
    claims: Mapping[ClaimId, Claim]
    documents: Mapping[DocumentId, Document]
    texts: TextOf
    origins: Mapping[ClaimId, str] = field(default_factory=dict)
    totals: Sequence[Total] = ()
    series: Sequence[Series] = ()
    patterns: Sequence[Pattern] = ()
    doubts: Sequence[Doubt] = ()
    quarantined: Sequence[Quarantined] = ()
    parties: Mapping[str, Party] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    links: Sequence[Link] = ()
    situations: Sequence[Situation] = ()
    lasting: Mapping[EventId, Finding] = field(default_factory=dict)
    unread: Collection[DocumentId] = ()
    persons: Sequence[Person] = ()
    fates: Sequence[FateCell] = ()
    consents: Mapping[PersonId, Consent] = field(default_factory=dict)
    estimates: Sequence[Estimate] = ()
    overlaps: Sequence[Overlap] = ()
    written: Written = field(default_factory=dict)
    cited: Mapping[PersonId, Cited] = field(default_factory=dict)
    proven: frozenset[ClaimId] | None = None
    edition: Edition = Edition()
    errata: Sequence[Erratum] = ()
    policies: Sequence[PolicyRun] = ()
    differences: Differences = no_differences
    printed: frozenset[EventId] = frozenset()
    say: Wording = ENGLISH
    outlines: Outlines

    def sound(self, claim: Claim) -> bool:
        """Do the words of a claim stand in its document exactly as quoted?"""
        return claim.id in self.proven if self.proven is not None else sound(claim, self.texts(claim.document))

    def state_of(self, document: Document) -> str:
        """Was it read, and if not, why not?"""
        if document.state is State.OK and document.id in self.unread:
            return self.say(words.IN_ANOTHER_LANGUAGE)
        return self.say(words.FORM_OF_STATE[document.state])

    @property
    def beside(self) -> list[Series | Pattern]:
        """What is described beside the events."""
        return [*self.series, *self.patterns]

    @cached_property
    def event_of(self) -> dict[ClaimId, EventId]:
        """The event whose page shows a claim among its own; claims of a refused finding have none."""
        return {claim: finding.id for finding in self.findings for claim in finding.claims}

    @cached_property
    def place_of(self) -> dict[EventId, int]:
        """Where the finding of an event stands among the findings."""
        return {finding.id: place for place, finding in enumerate(self.findings)}

    @cached_property
    def situation(self) -> dict[str, Situation]:
        """Situations by id."""
        return {str(each.id): each for each in self.situations}

    @cached_property
    def claims_of(self) -> dict[DocumentId, list[Claim]]:
        """Claims of a document, in the order of its text."""
        found: dict[DocumentId, list[Claim]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.document, []).append(claim)
        return {document: sorted(each, key=lambda claim: (claim.span, claim.id)) for document, each in found.items()}

    @cached_property
    def links_of(self) -> dict[EventId, list[Link]]:
        """Comparisons in which a claim of an event took part, strongest first."""
        found: dict[EventId, list[Link]] = {}
        for link in self.links:
            ends = {self.event_of.get(link.left), self.event_of.get(link.right)}
            for event in ends - {None}:
                found.setdefault(event, []).append(link)  # type: ignore[arg-type]
        return {
            event: sorted(each, key=lambda link: (-link.score, link.left, link.right)) for event, each in found.items()
        }

    @cached_property
    def doubts_about(self) -> dict[str, list[Doubt]]:
        """Doubts by each id that they are about."""
        found: dict[str, list[Doubt]] = {}
        for doubt in self.doubts:
            for about in doubt.about:
                found.setdefault(about, []).append(doubt)
        return found

    @cached_property
    def documents_of_origin(self) -> dict[str, list[Document]]:
        """Documents that copy one origin, the earliest published first."""
        found: dict[str, list[Document]] = {}
        for document in sorted(self.documents.values(), key=lambda each: (each.published or "9999", each.id)):
            if document.origin is not None:
                found.setdefault(document.origin, []).append(document)
        return found

    @cached_property
    def titles(self) -> dict[EventId, str]:
        """Titles of the events that have a page."""
        return {finding.id: finding.title for finding in self.findings}

    @cached_property
    def situation_of(self) -> dict[ClaimId, tuple[str, str]]:
        """Name and address (from the folder of documents) of the situation that a claim belongs to."""
        return {
            claim: (self.say.plain(each.act), f"../situations/{each.id}.html#{claim}")
            for each in self.situations
            for claim in each.claims
        }

    def name(self, known: str) -> str:
        """What an id stands for: a document, place, party, event or group of copies; else the value itself."""
        document = self.documents.get(DocumentId(known))
        if document is not None:
            return self.title_of(document)
        if known in self.places:
            return self.place_name(self.places[known])
        if known in self.parties:
            return self.party_name(known)
        return self.titles.get(EventId(known), known)

    def title_of(self, document: Document) -> str:
        """What a reader calls it: its title, in the house its file; a release may hold neither."""
        return document.title or document.name or self.say(_("document without a title"))

    def origin_name(self, origin: str) -> str:
        """Who stands behind a group of copies: the source or party cited, else who published the first of them."""
        kind, _, known = origin.partition(":")
        document = self.documents.get(DocumentId(known if kind == "copies" else origin))
        if document is not None:
            return document.source or self.title_of(document)
        if kind == "source" and known in self.sources:
            return self.sources[known].name
        return self.party_name(known or origin)

    def party_name(self, party: str) -> str:
        """As the case names it; a party that is not resolved is named as it was said."""
        known = self.parties.get(party)
        return self._in_script(known.name, known.aliases) if known is not None else party

    def part(self, name: str) -> str:
        """What a part of a range counts: children, civilians, the fighters of a party."""
        if figures.of_party(name, self.parties):
            return self.say.fill(_("fighters of {party}"), party=self.party_name(name))
        return self.say.plain(name)

    def where(self, where: Where) -> str | None:
        """The known place with what its words name in it, else the words; None where no place is said."""
        place = self.places.get(where.place or "")
        return called(where.text, place, self.place_name(place) if place is not None else None)

    def place_name(self, place: Place) -> str:
        """As the tables have it, in the script of the reader where they know it."""
        return self._in_script(place.name, place.aliases)

    def _in_script(self, name: str, aliases: Sequence[str]) -> str:
        """The first name that a reader of Arabic can read, for that reader."""
        if self.say.language != "ar":
            return name
        return next((each for each in (name, *aliases) if "\u0600" <= each[:1] <= "\u06ff"), name)


def interested_parties(speakers: Iterable[Speaker]) -> list[str]:
    """Parties to the conflict that the voices of a claim belong to."""
    return list(dict.fromkeys(speaker.party for speaker in speakers if speaker.party is not None))

"""What the rules of a release look at: the material of the house, what is public, which names must not be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sijill.model.claim import Claim
from sijill.model.decision import Reason
from sijill.model.document import DocumentId
from sijill.model.release.rules import QuotedWords, ReleaseRules
from sijill.model.source import Speaker, SpeakerKind
from sijill.publish.material import Material
from sijill.publish.release.citing import Cited, cited
from sijill.publish.release.hide import Hidden
from sijill.publish.release.ids import keyed, keyed_inside
from sijill.publish.release.naming import Allowed, kept_back, sexual
from sijill.publish.release.privacy import Public
from sijill.publish.release.unnamed import private

Id = TypeVar("Id", bound=str)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What the rules of fields look at: the material of the house, the rules of the profile, the key of the release."""

    material: Material
    rules: ReleaseRules
    key: bytes

    @cached_property
    def public(self) -> Public:
        return Public(self.material.sources.values())

    @cached_property
    def public_documents(self) -> frozenset[DocumentId]:
        return frozenset(each.id for each in self.material.documents.values() if self.public.document(each))

    @cached_property
    def named(self) -> frozenset[str]:
        """Ids of the persons whose names leave."""
        return frozenset(known for known, why in self.names_kept_back.items() if why is None)

    @cached_property
    def names_kept_back(self) -> Mapping[str, Reason | None]:
        """Of each person, why the name stays in the house; None where it leaves."""
        claims = self.material.claims
        sexual_claims = sexual(claims.values())
        events = {str(event) for claim, event in self.material.event_of.items() if str(claim) in sexual_claims}
        violated = events | {
            str(each.id) for each in self.material.persons if any(str(f.claim) in sexual_claims for f in each.fates)
        }
        kept = {
            str(each.id): kept_back(
                each,
                self._allowed,
                claims=claims,
                public=self.public_documents,
                violated=violated,
                consent=self.material.consents.get(each.id),
            )
            for each in self.material.persons
        }
        return {known: why or self._unprinted(known) for known, why in kept.items()}

    @cached_property
    def cited(self) -> Mapping[str, Cited]:
        """Of each person whose name leaves if nothing else keeps it back: which names, and what printed them."""
        found = (
            (
                str(each.id),
                cited(
                    each,
                    self._allowed,
                    written=self.material.written,
                    public=self.public_documents,
                    consent=self.material.consents.get(each.id),
                ),
            )
            for each in self.material.persons
        )
        return {known: each for known, each in found if each is not None}

    @property
    def _allowed(self) -> Allowed:
        return self.rules.names, self.material.edition.profile

    def _unprinted(self, known: str) -> Reason | None:
        return None if known in self.cited else Reason(code="not_public_nor_agreed", values={})

    @cached_property
    def hidden(self) -> Hidden:
        """Names of persons who may not be named, of private sources, and of voices that are no office."""
        may = {name.text for known in self.named for name in self.cited[known].names}
        persons = {name.text for each in self.material.persons for name in each.names} - may
        sources = {
            name
            for each in self.material.sources.values()
            if not self.public.source(each.id)
            for name in (each.name, *each.aliases)
        }
        documents = {
            each.source for each in self.material.documents.values() if each.source and not self.public.document(each)
        }
        voices = {
            speaker.name
            for claim in self.material.claims.values()
            for speaker in claim.speakers
            if not self.public.voice(speaker) and is_a_name(speaker)
        }
        return Hidden(persons | sources | documents | voices)

    def key_of(self, known: Id) -> Id:
        """An id under the key of this release."""
        return type(known)(keyed(known, self.key))

    def origin(self, origin: str) -> str:
        """A group of copies, a known source or a party, without the id of what is private."""
        kind, _, known = origin.partition(":")
        if kind == "party" or (kind == "source" and self.public.source(known)):
            return origin
        return (
            keyed_inside(origin, self.key)
            if kind in ("copies", "") or not known
            else f"{kind}:{keyed(known, self.key)}"
        )

    def private_name(self, known: str, kind: str) -> str:
        """What a private source is called in this release: its category and a pseudonym that no other release uses."""
        return private(keyed(known, self.key)[:4].upper(), kind)

    def quoted(self, claim: Claim) -> bool:
        """Do the words of this claim leave?"""
        if self.rules.quotes is QuotedWords.ALL:
            return True
        return self.rules.quotes is QuotedWords.PUBLIC and claim.document in self.public_documents


def is_a_name(speaker: Speaker) -> bool:
    """Does the voice have a name, or do the words only say what it is ("Residents", "a doctor")?"""
    tokens = speaker.name.split()
    if not speaker.name.isascii():
        return len(tokens) > 1
    described = speaker.kind in (SpeakerKind.LOCAL, SpeakerKind.EYEWITNESS, SpeakerKind.ANONYMOUS)
    return any(each[:1].isupper() for each in tokens[1:]) or (not described and speaker.name[:1].isupper())

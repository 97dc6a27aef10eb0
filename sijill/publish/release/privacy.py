"""Which documents, sources and voices are public: what anybody could have read, said by an office or under a masthead.

Private is what is not known to be public: the doubt protects the source.
"""

from collections.abc import Iterable

from sijill.language.folding import fold
from sijill.model.document import Document
from sijill.model.source import Source, Speaker, SpeakerKind

PUBLIC_VOICES = frozenset({SpeakerKind.MEDIA, SpeakerKind.OFFICIAL, SpeakerKind.PARTY, SpeakerKind.NGO, SpeakerKind.UN})
ADDRESSES = ("https://", "http://")


class Public:
    """What is public in a case."""

    def __init__(self, sources: Iterable[Source]) -> None:
        listed = list(sources)
        self._by_name = {fold(name): each for each in listed for name in (each.name, *each.aliases)}
        self._by_id = {each.id: each for each in listed}

    def source_of(self, document: Document) -> Source | None:
        """The known source that published a document."""
        return self._by_name.get(fold(document.source)) if document.source else None

    def document(self, document: Document) -> bool:
        """Published by a known outlet or office, or captured from an address of the web."""
        known = self.source_of(document)
        return known.kind in PUBLIC_VOICES if known is not None else document.name.lower().startswith(ADDRESSES)

    def source(self, source: str) -> bool:
        known = self._by_id.get(source)  # type: ignore[call-overload]
        return known is not None and known.kind in PUBLIC_VOICES

    def voice(self, speaker: Speaker) -> bool:
        """An office, outlet, organisation or party; never somebody who lives there, saw it, or is not named."""
        return speaker.kind in PUBLIC_VOICES if speaker.source is None else self.source(speaker.source)

"""Who speaks: speakers to known sources, their kind, and the party they belong to. An interested voice is marked.

A whole name that is an alias decides; then a known name at its end ("the news director N") or before a comma; then a
role with a party ("an X army spokesman"); then a short form of a name that the same document says in full.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sijill.language.folding import fold, without_possessive
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import DocumentId
from sijill.model.party import PartyId
from sijill.model.source import Source, SourceId, Speaker, SpeakerKind
from sijill.resolve.knowledge import Knowledge, PartyNames, Settled, SourceNames, party_key
from sijill.resolve.parties import ask_which_party, parties_named
from sijill.resolve.words import FORCE, JOURNALISTS, KIND_WORDS, LEADING, MONITORS, OFFICIAL, SPOKEN

SELF = re.compile(r"\s+(?:himself|herself|itself|themselves)$", re.IGNORECASE)
SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|men)|statements?|officials?|sources?|representatives?|ministers?|ministry|"
    r"commanders?|advis[eo]rs?|aides?|head|director|chief|leader)\s+"
    r"(?:of|for|from|by|at|to|in|with|inside)\s+(?:the\s+)?",
    re.IGNORECASE,
)
AFTER_A_NAME = JOURNALISTS | MONITORS | SPOKEN
STATE_KINDS = frozenset({"state", "coalition", "police"})


@dataclass(frozen=True, slots=True)
class Voice:
    """What a speaker's name turned out to be. `parties`: more than one is a doubt."""

    source: SourceId | None = None
    kind: SpeakerKind | None = None
    parties: tuple[PartyId, ...] = ()


def resolve_speakers(
    claims: Iterable[Claim], text: str, knowledge: Knowledge, settled: Settled
) -> tuple[dict[ClaimId, tuple[Speaker, ...]], list[Doubt]]:
    """The speakers of each claim of one document with source, kind and party; a doubt where several parties are named.

    text   of the document: a short form ("the Observatory") stands for a name only if that is said in full there
    """
    listed = list(claims)
    names = sorted({speaker.name for claim in listed for speaker in claim.speakers})
    voices = {name: _voice(name, text, knowledge, settled) for name in names}
    unclear: dict[str, list[ClaimId]] = {}
    found: dict[ClaimId, tuple[Speaker, ...]] = {}
    for claim in listed:
        found[claim.id] = tuple(_spoken(speaker, voices[speaker.name]) for speaker in claim.speakers)
        for name in dict.fromkeys(speaker.name for speaker in claim.speakers):
            if len(voices[name].parties) > 1:
                unclear.setdefault(name, []).append(claim.id)
    document = listed[0].document if listed else DocumentId("")
    return found, [ask_which_party(document, name, voices[name].parties, about) for name, about in unclear.items()]


def source_of_document(said: str | None, sources: SourceNames, settled: Mapping[str, SourceId]) -> SourceId | None:
    """The known source that a document was captured under ("manar"), None if there is none or none is known."""
    if said is None:
        return None
    key = party_key(said)
    if key in settled:
        return settled[key]
    ids = sources.by_name.get(key, ())
    return ids[0] if len(ids) == 1 else None


def ask_unknown_source(document: DocumentId, said: str) -> Doubt:
    """The doubt for an outlet that no table lists: whether it is interested is not known."""
    return doubt(Step.RESOLVE, Reason(code="unknown_source", values={"name": said}), (document,))


def _spoken(speaker: Speaker, voice: Voice) -> Speaker:
    """A known source or party says the kind; words say it only where `extract` could not."""
    party = voice.parties[0] if len(voice.parties) == 1 else None
    known = voice.source is not None or bool(voice.parties)
    kind = voice.kind if voice.kind is not None and (known or speaker.kind is SpeakerKind.UNKNOWN) else speaker.kind
    return replace(speaker, source=voice.source, party=party, kind=kind)


def _voice(name: str, text: str, knowledge: Knowledge, settled: Settled) -> Voice:
    plain = SELF.sub("", without_possessive(name))
    source = _known(plain, knowledge.sources, settled) or _short(plain, text, knowledge.sources)
    if source is not None:
        return _of_source(knowledge.sources.by_id[source], settled)
    role = _role(plain, knowledge.parties, settled)
    if role is not None:
        return role
    named = parties_named(plain, knowledge.parties, settled.parties)
    if named:
        return Voice(kind=SpeakerKind.PARTY, parties=named)
    spoken_for = _spoken_for(plain, text, knowledge, settled)
    return spoken_for or Voice(kind=_kind_by_words(plain))


def _of_source(source: Source, settled: Settled) -> Voice:
    return Voice(source.id, source.kind, () if source.party is None else (source.party,))


def _known(name: str, sources: SourceNames, settled: Settled) -> SourceId | None:
    """A whole alias, the alias before a comma, a reporter of an outlet, or a name of two words and more at the end."""
    for part in dict.fromkeys((name, name.partition(",")[0])):
        key = party_key(part)
        if key in settled.sources:
            return settled.sources[key]
        words = key.split()
        while len(words) > 1 and words[0] in LEADING:
            words = words[1:]
        acronyms = _acronyms(part)
        source: SourceId | None = None
        while words and source is None:
            source = _ending(words, acronyms, sources)
            words = words[:-1] if words[-1] in AFTER_A_NAME else []
        if source is not None:
            return source
    return _inside(party_key(name).split(), sources)


def _inside(words: list[str], sources: SourceNames) -> SourceId | None:
    """A name of three words and more anywhere in what was read as the speaker, if it is the only one."""
    spans = ((i, j) for i in range(len(words)) for j in range(i + 3, min(len(words), i + 8) + 1))
    found = {ids[0] for i, j in spans if len(ids := sources.by_name.get(" ".join(words[i:j]), ())) == 1}
    return found.pop() if len(found) == 1 else None


def _ending(words: list[str], acronyms: frozenset[str], sources: SourceNames) -> SourceId | None:
    """The source whose name ends these words: the whole, two words and more, or an acronym."""
    for start in range(len(words)):
        if start == 0 or start < len(words) - 1 or words[start] in acronyms:
            ids = sources.by_name.get(" ".join(words[start:]), ())
            if len(ids) == 1:
                return ids[0]
    return None


def _acronyms(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in name.split() if word.isupper() and len(word) > 1)


def _short(name: str, text: str, sources: SourceNames) -> SourceId | None:
    """The one source whose full name the document says and of which this is a word: "the Observatory", a surname; "the
    Varra-based watchdog" where the tables call it so, not a watchdog based elsewhere of which nothing was said."""
    words = party_key(name).split()
    words = [word for word in words if word not in LEADING]
    base = words[:2] if words[1:2] == ["based"] and fold(name).startswith("the ") else []
    words = words[len(base) :]
    monitor = bool(words) and all(word in MONITORS for word in words)
    if monitor:
        wanted = [each for each in sources.by_id if sources.by_id[each].kind is SpeakerKind.NGO]
    else:
        wanted = list(sources.short.get(words[-1], ())) if words else []
    low = text.casefold()
    said = [each for each in wanted if monitor or _ends_alike(sources.by_id[each], words)]
    said = [each for each in said if _said_in_full(sources.by_id[each], low) and _is_based(sources.by_id[each], base)]
    return said[0] if len(said) == 1 else None


def _ends_alike(source: Source, words: list[str]) -> bool:
    """One word will do; of two ("Abdel Rahman") both must be in the name, in this order."""
    key = " ".join(words)
    return len(words) == 1 or any(fold(name).endswith(f" {key}") for name in (source.name, *source.aliases))


def _is_based(source: Source, base: list[str]) -> bool:
    """Whether one of its names begins with these words: "Varra-based"; any source where no base is told."""
    return not base or any(party_key(name).split()[: len(base)] == base for name in source.aliases)


def _said_in_full(source: Source, low_text: str) -> bool:
    return any(" " in name and name.casefold() in low_text for name in (source.name, *source.aliases))


def _role(name: str, parties: PartyNames, settled: Settled) -> Voice | None:
    """ "A senior X official", "the X foreign ministry", "X state television": the party that the role is of."""
    words = party_key(name.partition(",")[0]).split()
    while words and words[0] in LEADING | SPOKEN and not _party_ids(words, parties):
        words = words[1:]
    official = False
    spoke = False
    while words:
        ids = _party_ids(words, parties) if spoke else ()
        if not ids and official:
            ids = parties.adjectives.get(" ".join(words), ())
        if ids:
            return _voice_of(ids, parties)
        if words[-1] not in SPOKEN and words[-1] not in FORCE:
            return None
        spoke = spoke or words[-1] in SPOKEN
        official = official or words[-1] in OFFICIAL
        words = words[:-1]
    return None


def _party_ids(words: list[str], parties: PartyNames) -> tuple[PartyId, ...]:
    return parties.by_name.get(" ".join(words), ())


def _voice_of(ids: tuple[PartyId, ...], parties: PartyNames) -> Voice:
    state = all(parties.by_id[each].kind in STATE_KINDS for each in ids if each in parties.by_id)
    return Voice(kind=SpeakerKind.OFFICIAL if state else SpeakerKind.PARTY, parties=ids)


def _spoken_for(name: str, text: str, knowledge: Knowledge, settled: Settled) -> Voice | None:
    """ "A spokesman for X", "an official in X": X is a source or a party."""
    parted = SPEAKS_FOR.split(name, maxsplit=1)
    if len(parted) < 2 or not parted[1]:
        return None
    source = _known(parted[1], knowledge.sources, settled) or _short(parted[1], text, knowledge.sources)
    if source is not None:
        return _of_source(knowledge.sources.by_id[source], settled)
    named = parties_named(parted[1], knowledge.parties, settled.parties)
    return _voice_of(named, knowledge.parties) if named else None


def _kind_by_words(name: str) -> SpeakerKind | None:
    words = set(fold(name).split())
    return next((SpeakerKind(kind) for kind, listed in KIND_WORDS if words & listed), None)

"""Codes as English sentences. Results hold codes with values; nothing before this table is worded.

A code that is not in the table is shown as itself with its values, so that it is seen and never lost.
"""

from collections.abc import Mapping
from enum import StrEnum

from sijill.model.claim import About, Harm, Stance
from sijill.model.decision import Reason, Step, Value
from sijill.model.document import State
from sijill.model.finding import EventStatus
from sijill.model.source import SpeakerKind

SENTENCES: Mapping[str, str] = {
    # why a finding or a figure is not shown
    "figure_rests_on_nothing": "the figure {number} for “{figure}” names no claim that it rests on",
    "claim_missing": "it rests on the claim {claim}, which is not in the register",
    "quote_not_in_text": "the claim {claim} quotes words that do not stand at that place in document {document}",
    # dates
    "no_publication_date": "When was {name} published? Nothing in it says so.",
    "relative_date_without_publication_date": (
        "“{words}” counts from the day of publication. When was document {document} published?"
    ),
}
FORM_OF_HARM: Mapping[Harm, str] = {
    Harm.KILLED: "Killed",
    Harm.INJURED: "Injured",
    Harm.CASUALTIES: "Killed or injured, not told apart",
    Harm.ABDUCTED: "Abducted",
    Harm.MISSING: "Missing",
    Harm.DETAINED: "Detained",
    Harm.DISPLACED: "Displaced",
    Harm.DEPRIVED: "Deprived of food, water or care",
    Harm.FOUND_DEAD: "Found dead",
    Harm.PRESUMED_DEAD: "Presumed dead",
    Harm.NONE: "No harm to people named",
}
FORM_OF_STANCE: Mapping[Stance, str] = {
    Stance.ASSERTS: "said",
    Stance.DENIES: "denied",
    Stance.ACCEPTS_RESPONSIBILITY: "accepted responsibility",
    Stance.DOUBTS: "doubted",
}
FORM_OF_ABOUT: Mapping[About, str] = {
    About.OCCURRENCE: "that it happened",
    About.ACT: "the act",
    About.RESPONSIBILITY: "responsibility",
    About.HARM: "that people were harmed",
    About.NUMBER: "the number",
    About.STATUS: "that the victims were civilians",
    About.INTENT: "the intent",
}
FORM_OF_SPEAKER: Mapping[SpeakerKind, str] = {
    SpeakerKind.MEDIA: "media",
    SpeakerKind.OFFICIAL: "official",
    SpeakerKind.PARTY: "party to the conflict",
    SpeakerKind.NGO: "organisation",
    SpeakerKind.UN: "United Nations",
    SpeakerKind.LOCAL: "local",
    SpeakerKind.EYEWITNESS: "eyewitness",
    SpeakerKind.SOCIAL: "social media",
    SpeakerKind.ANONYMOUS: "anonymous",
    SpeakerKind.UNKNOWN: "kind not known",
}
FORM_OF_STATE: Mapping[State, str] = {
    State.OK: "read",
    State.NO_TEXT: "no text in it (not: nothing was said)",
    State.ENCRYPTED: "encrypted, not read",
    State.CORRUPT: "damaged, not read",
    State.TOO_LARGE: "too large, not read",
    State.TIMEOUT: "took too long, not read",
    State.UNSUPPORTED: "of a kind that is not read yet",
}
FORM_OF_STATUS: Mapping[EventStatus, str] = {
    EventStatus.MACHINE: "put together by machine, not reviewed",
    EventStatus.IN_REVIEW: "in review",
    EventStatus.PEER_REVIEW: "in review by a second person",
    EventStatus.REVIEWED: "reviewed",
    EventStatus.FINAL: "final",
    EventStatus.UNFOUNDED: "unfounded: kept, not counted",
}
FORM_OF_STEP: Mapping[Step, str] = {
    Step.CAPTURE: "Taking in documents",
    Step.EXTRACT: "Reading claims",
    Step.RESOLVE: "Places, dates, parties and sources",
    Step.LINK: "Putting claims together",
    Step.ASSESS: "Ranges and attribution",
    Step.ESTIMATE: "Estimates",
    Step.PUBLISH: "Publication",
}


def sentence(reason: Reason) -> str:
    """The reason or question in English; a code that has no sentence is spelt out with its values."""
    worded = SENTENCES.get(reason.code)
    if worded is None:
        return spelt_out(reason)
    shown = {key: "not known" if value is None else value for key, value in reason.values.items()}
    try:
        return worded.format_map(shown)
    except KeyError:
        return spelt_out(reason)


def spelt_out(reason: Reason) -> str:
    """ "sources_too_close (left: a, points: 2)": a code and its values as they are."""
    told = ", ".join(f"{key}: {_value(value)}" for key, value in reason.values.items())
    return f"{reason.code} ({told})" if told else reason.code


def plain(code: StrEnum | str) -> str:
    """A code of one or two words as words: chemical_attack, "chemical attack"."""
    return str(code).replace("_", " ")


def _value(value: Value) -> str:
    return "not known" if value is None else str(value)


def compared(code: str) -> str:
    """A row of the table of comparisons: "time.same_day" is "time: same day"."""
    return plain(code.replace(".", ": "))

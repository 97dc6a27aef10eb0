"""Codes as English sentences. Results hold codes with values; nothing before this table is worded.

A code that is not in the table is shown as itself with its values, so that it is seen and never lost.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from string import Formatter

from sijill.model.claim import About, Harm, Stance
from sijill.model.decision import Reason, Step, Value
from sijill.model.document import State
from sijill.model.finding import EventStatus
from sijill.model.source import SpeakerKind

SENTENCES: Mapping[str, str] = {
    # why a finding or a figure is not shown
    "figure_rests_on_nothing": "the figure {number} for “{figure}” names no claim that it rests on",
    "claim_missing": "it rests on the claim {claim}, which is not in the register",
    "rests_on_held_back": "it is compared with, or counts, an event that does not leave",
    "place_too_fine": "it tells that several events lie at one place, and this profile lets nobody know that place",
    "under_doubt": "it is under the doubt “{doubt}”, over which this profile does not publish",
    "number_reaches": "a number in it may be a telephone or another way to reach somebody",
    "not_reviewed": "it is “{status}”, and this profile publishes only what people have reviewed",
    "quote_not_in_text": "the claim {claim} quotes words that do not stand at that place in document {document}",
    "small_number": "it is fewer than {k} people who may be alive",
    "beside_small_number": "with the numbers beside it, fewer than {k} people who may be alive could be computed",
    "told_by_two_releases": (
        "with {release}, fewer than {k} people who may be alive could be computed: who came, who went, or who is left"
    ),
    "no_names": "this profile names nobody",
    "may_be_alive": "not only death is told of this person, who may be alive",
    "consent_taken_back": "whoever may agree does not, or not any more",
    "may_be_a_child": "this person may have been a child, and nobody agreed although it is so",
    "sexual_violence_told": "sexual violence is told of this person, and nobody agreed although it is so",
    "not_public_nor_agreed": "no public document names this person, and nobody agreed",
    # taking in
    "no_publication_date": "When was {name} published? Nothing in it says so.",
    "published_unreadable": "When was it published? “{seen}” cannot be read as a date.",
    "published_in_future": "When was it published? “{seen}” lies after the day it was captured, {captured}.",
    "bad_encoding": "In which encoding is “{name}” written? It cannot be read as {encoding} from byte {at} on.",
    "stray_bytes": "Some bytes of it are no {encoding}, the first at {at}. Is it written in another encoding?",
    "number_read_two_ways": (
        "Which number stands on page {page}? The file orders its digits as {as_ordered}, the page shows {as_standing}."
    ),
    "pages_not_read": (
        "What stands on {count} scanned pages, from page {first} on? They were not read: time for pictures ran out."
    ),
    "page_unreadable": "What stands on page {page}? It cannot be read.",
    "tracked_changes": "Which version is meant? It holds {changes} tracked changes; the changed text was read.",
    "digest_differs": "Who changed it? It is not what its archive recorded ({seen}), and was not read.",
    "not_a_success": "Is this the page that was meant? The server answered {status}.",
    "machine_read": "Are the numbers right? A machine ({reader}) read them in a picture: compare them with it.",
    "reader_ended": "What stands in it? What reads it failed ({fault}): the file is damaged, or the reader is.",
    "empty_row": "Is this a row? Nothing stands in it.",
    "no_name": "Whom is this row about? No name, no kin and no number of persons stands in it: {seen}",
    "total_row": "Is this a person? The row seems to add up the others: {seen}",
    "row_contradicts_itself": "{name} says against its own codebook: {violations}. Which is right?",
    # why a sentence gave no claim
    "no_predicate": "no word here says that something was done or suffered",
    "speech_alone": "somebody speaks, but no word says that something was done or suffered",
    "predicate_alone": "“{words}” (predicates.csv: {rows}) is said of nobody here and laid to nobody",
    "neither_confirmed_nor_denied": "“{words}” is neither confirmed nor denied: nobody says it",
    "language_not_read": "in a language that is not read",
    # names and dates
    "relative_date_without_publication_date": (
        "“{words}” counts from the day of publication. When was “{document}” published?"
    ),
    "other_day_printed": (
        "When was “{document}” published? It prints {printed}, but {recorded} was recorded; times count from {printed}."
    ),
    "either_day_printed": (
        "When was “{document}” published? Its date can be read as {printed}, and {recorded} was recorded; times count"
        " from the recorded day."
    ),
    "which_day": "Which day is meant by “{words}” in “{document}”?",
    "day_not_told": (
        "Which day was it? “{document}” tells it as news without a time: it stands on the days up to the report."
    ),
    "which_party": "Which party is meant by “{name}”?",
    "which_place": "Which place is meant by “{name}”?",
    "unknown_place": "Where is “{name}”? No table of places has it.",
    "unknown_source": "Who is “{name}”? No table of sources has it.",
    "copy_of": "Is one a copy of the other? They share {shared} of the words of the shorter.",
    "translation_of": "Is one a translation of the other? They say {things} things alike.",
    # which claims are about one event
    "same_event": "Are these one event or two? The points for and against come to {score}, too close to tell.",
    "unsure": "Are these one event or two? Somebody looked and was unsure.",
    "same_against_different": "Judgements contradict: a chain of “same” joins what “different” keeps apart.",
    "sum_not_exact": "A report counts {total} in all, in its incidents {made}: does the total hold anybody else?",
    "decision_finds_no_pair": "A decision ({value}) speaks of claims that are no longer there. Which are meant?",
    "judgement_finds_no_records": "A judgement ({value}) speaks of records that are no longer there. Which are meant?",
    "decision_finds_no_event": "A decision ({value}) speaks of an event that is no longer there. Which is meant?",
    "decision_not_understood": "A decision says {value}, which is none that can be followed here. What is meant?",
    "event_changed_since": "{by} decided {value}; since then other claims came to the event or left. Does it stand?",
    # why there is no estimate
    "empty_list": "The list {list} holds nobody of them.",
    "two_lists": "Only the lists {lists}: with fewer than three nothing shows whether they depend on each other.",
    "list_of_everybody": "The list {list} holds everybody who is on any: the others say nothing about who is on none.",
    "same_list": "The lists {lists} hold the same persons: they are one list. Merge them.",
    "no_overlap": "No two of the lists {lists} share anybody: there is nothing to estimate from.",
    "no_triangle": ("No three of the lists {lists} overlap pairwise: how they depend on each other cannot be told."),
    "no_model_fits": "None of the models can be fitted.",
    "no_stratum": "None of the {strata} strata can be estimated.",
    "no_maximum": "The likelihood has no maximum for any set of pairs.",
    "nothing_covered": "Every list holds only persons whom no other list holds.",
    "too_many_lists_for_graphs": "Graphs are averaged for three to six lists; these are {lists}.",
    "chains_disagree": "The chains do not agree (R-hat {r_hat}): no figure.",
    # what stands beside an estimate
    "nested_list": "All {persons} on {inside} are also on {outer}: {inside} may be a copy of it.",
    "copied_list": "{shared} of the {of} on the smaller of {lists} are on both, few on others: one may copy the other.",
    "few_records": "Fewer than {fewer_than} persons are on: {lists}.",
    "lists_apart": "Nobody is on both: {pairs}. Could they not see the same people?",
    "lists_outside": "Could not see these people by their scope, and are no lists here: {lists}.",
    "decision_finds_no_claim": (
        "A decision on the {field} of a claim speaks of words that are no longer read so. Which are meant?"
    ),
    "decision_finds_several_claims": "A decision on the {field} of a claim could mean several claims. Which is meant?",
    # corroboration
    "independent_origins": "Independent origins: {count}.",
    "origin": "{origin} says how it knows (claims: {claims}).",
    "interested_origin": "{origin} belongs to a party to the conflict: shown, not counted (claims: {claims}).",
    "unsourced_together": "Reports that do not say how they know are together at most one (origins: {origins}).",
    "competing_responsibility": "Parties that are no allies are accused against each other: {parties}.",
    "harm_accepted": "A belligerent accepted responsibility for harm to people (claims: {claims}).",
    "only_combatants": "Everybody without interest says that the victims were combatants.",
    "credible_origins": "Credible origins: {count}.",
    "voices_heard": "Kinds of voices heard: {kinds}.",
    "lists_of_names": "Origins that name the victims: {origins}.",
    "unnamed_need_an_image": "Unnamed victims would need an image that shows them: none is read here.",
    "reached_by_two_origins": "Harms of which two independent origins give a number: {harms}.",
    "ucdp_codes": "event_clarity {event_clarity}, where_prec {where_prec}, date_prec {date_prec}.",
    "ucdp_sides": "Side a: {a}; side b: {b}.",
    # what a policy did to the numbers
    "assumed_civilians": "{harm}: people whose status nobody says are taken for civilians (figures: {figures}).",
    "interested_numbers_left_out": "{harm}: numbers of belligerents are left out (figures: {figures}).",
    "recorder_concluded": "{harm}: the recorder's own conclusion stands for the sources that it cites.",
    "words_for_numbers": "{harm}: nobody gives a number; words such as “dozens” stand for one (figures: {figures}).",
    "needs_origins": "{harm}: {needed} independent origins would have to give a number; {origins} do.",
    "policies_differ": "{harm}: {one} gives {one_low} to {one_high}, {other} gives {other_low} to {other_high}.",
    "other_claims": "Only {one} rests on {only_one}; only {other} rests on {only_other}.",
    "general_denials_contest_nothing": "General denials stand beside the event and contest nothing (denials: {count}).",
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
FORM_OF_ADMISSION: Mapping[About, str] = {
    About.OCCURRENCE: "admitted that it happened",
    About.ACT: "admitted the act",
    About.RESPONSIBILITY: "accepted responsibility",
    About.HARM: "admitted that people were harmed",
    About.NUMBER: "admitted the number",
    About.STATUS: "admitted that the victims were civilians",
    About.INTENT: "admitted the intent",
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
    State.LIST: "a list of victims: see the persons",
    State.PLACES: "a list of places",
}
IN_ANOTHER_LANGUAGE = "in a language that is not read yet"
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


FORM_OF_CUSTODY = {
    "capture.add": "captured",
    "capture.fixity": "compared with its digest",
    "access.export": "exported",
}


def custody(action: str) -> str:
    """What happened to an original."""
    return FORM_OF_CUSTODY.get(action, action.replace(".", ", "))


def sentence(reason: Reason, named: Callable[[str], str] = str) -> str:
    """The reason or question in English; a code that has no sentence is spelt out with its values.

    named   the name of an id of a document, party, place or event; anything else as it is
    """
    worded = SENTENCES.get(reason.code)
    wanted = {name for _, name, _, _ in Formatter().parse(worded or "") if name}
    if worded is None or not wanted <= reason.values.keys():
        return spelt_out(reason)
    return worded.format_map({key: _shown(value, named) for key, value in reason.values.items()})


def _shown(value: Value, named: Callable[[str], str]) -> str:
    """A list of ids is joined by commas."""
    return ", ".join(named(each) for each in value.split(", ")) if isinstance(value, str) else _value(value)


def stance(what: Stance, about: About | None) -> str:
    """ "said", "denied responsibility", "admitted the act"."""
    if what is Stance.ACCEPTS_RESPONSIBILITY and about is not None:
        return FORM_OF_ADMISSION[about]
    if what is Stance.ASSERTS or about is None:
        return FORM_OF_STANCE[what]
    return f"{FORM_OF_STANCE[what]} {FORM_OF_ABOUT[about]}"


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

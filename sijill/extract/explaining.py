"""A text told sentence by sentence: what was read in each, and why nothing was where nothing was."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sijill.extract.assembly.attribution import scopes
from sijill.extract.assembly.scope import WITHHELD
from sijill.extract.document import Story
from sijill.extract.languages import Points, pieces_of
from sijill.extract.lexicon.origin import TableRow, origin_of
from sijill.extract.syntax.sentence import Sentence
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Claim, Reading
from sijill.model.decision import Reason
from sijill.model.document import DocumentId
from sijill.model.person import RecordReading, VictimRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One sentence. span: code points of the text; silent: why it gave neither a claim nor a victim's name.

    table_rows   rule -> the row of a table that it stands for, for every rule of its readings that has one
    """

    span: Points
    text: str
    language: str | None
    claims: tuple[Claim, ...]
    readings: tuple[Reading, ...]
    victims: tuple[VictimRecord, ...]
    victim_readings: tuple[RecordReading, ...]
    table_rows: dict[str, TableRow]
    silent: Reason | None


def explain(document: DocumentId, text: str, vocabulary: Vocabulary) -> Iterator[Explained]:
    """Every sentence of a text in order, with what `extract` reads in it."""
    pieces = list(pieces_of(text, vocabulary))
    story = Story(document, [sentence for _, sentence in pieces if sentence is not None])
    memory, roll = story.memory, story.roll
    told = [(0, 0)]
    for _, sentence in pieces:
        if sentence is not None:
            story.go_on()
        told.append((len(memory.claims), len(roll.records)))
    for (span, sentence), before, after in zip(pieces, told, told[1:], strict=False):
        of_claims, of_victims = slice(before[0], after[0]), slice(before[1], after[1])
        made, readings = tuple(memory.claims[of_claims]), tuple(memory.readings[of_claims])
        victims, victim_readings = tuple(roll.records[of_victims]), tuple(roll.readings[of_victims])
        silent = None if made or victims else _why_silent(sentence)
        yield Explained(
            span=span,
            text=text[slice(*span)],
            language=None if sentence is None else sentence.lexicon.language,
            claims=made,
            readings=readings,
            victims=victims,
            victim_readings=victim_readings,
            table_rows=_rows(sentence, (*readings, *victim_readings)),
            silent=silent,
        )


def _rows(s: Sentence | None, readings: Iterable[Reading | RecordReading]) -> dict[str, TableRow]:
    if s is None:
        return {}
    named = ((rule, origin_of(s.lexicon.language, rule)) for each in readings for rule in each.rules)
    return {rule: row for rule, row in named if row is not None}


def _why_silent(s: Sentence | None) -> Reason:
    if s is None:
        return Reason(code="language_not_read", values={})
    if not s.cues:
        return Reason(code="speech_alone" if s.speech else "no_predicate", values={})
    words = ", ".join(dict.fromkeys(s.text(cue.start, cue.end) for cue in s.cues))
    rows = ", ".join(dict.fromkeys(cue.row.lemma for cue in s.cues))
    if any(scope.note == WITHHELD for scope in scopes(s, None)):
        return Reason(code="neither_confirmed_nor_denied", values={"words": words})
    return Reason(code="predicate_alone", values={"words": words, "rows": rows})

"""The persons of one document, each once: repeated names are one record, and a later word may add what one lacks."""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from sijill.extract.syntax.mention import Mention
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.victims.told import Told
from sijill.language.ar.letters import SCRIPT
from sijill.language.folding import fold
from sijill.language.tokens import Tokens
from sijill.model.claim import Act, Claim, Part, Status
from sijill.model.document import DocumentId
from sijill.model.exchange import to_json
from sijill.model.person import Fate, Kin, Name, RecordId, RecordReading, RowRef, VictimRecord
from sijill.model.place import Where
from sijill.model.when import Period

WORSE = {Fate.DEAD: 2, Fate.MISSING: 1, Fate.DETAINED: 1, Fate.INJURED: 0}
IN_TEXT = "text"


@dataclass(slots=True)
class Roll:
    """Records and readings in the order of the text. `last`: what the last sentence told, and of whom."""

    document: DocumentId
    records: list[VictimRecord] = field(default_factory=list)
    readings: list[RecordReading] = field(default_factory=list)
    last: Told | None = None

    def add(self, s: Sentence, m: Mention, told: Told, kin: tuple[Kin, ...], claim: Claim | None) -> None:
        """Put one person on the roll, or add to the record that the name already has."""
        made, reading = _record(self.document, s.tokens, m, told, kin=kin, claim=claim)
        at = next((i for i, known in enumerate(self.records) if _is_same(known, made)), None)
        if at is None:
            self.records.append(made)
            self.readings.append(reading)
        else:
            self.records[at] = _merged(self.records[at], made)
            parts = (*self.readings[at].parts, *reading.parts)
            rules = tuple(dict.fromkeys((*self.readings[at].rules, *reading.rules)))
            self.readings[at] = replace(self.readings[at], parts=parts, rules=rules)


def _is_same(known: VictimRecord, made: VictimRecord) -> bool:
    """Of one document: the same first name, and the shorter name's words in the longer one, in order."""
    if known.age is not None and made.age is not None and known.age != made.age:
        return False
    left, right = fold(known.names[0].text).split(), fold(made.names[0].text).split()
    short, long = sorted((left, right), key=len)
    if not short or short[0] != long[0]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def _merged(known: VictimRecord, made: VictimRecord) -> VictimRecord:
    """The fuller name first; what one lacks from the other; the heavier fate with its claim."""
    fuller = max((known, made), key=lambda each: len(each.names[0].text.split()))
    heavier = max((known, made), key=lambda each: WORSE.get(each.fate, 0))
    names = tuple(dict.fromkeys((*fuller.names, *known.names, *made.names)))
    return replace(
        known,
        names=names,
        kunya=known.kunya or made.kunya,
        sex=known.sex or made.sex,
        age=known.age or made.age,
        kin=tuple(dict.fromkeys((*known.kin, *made.kin))),
        fate=heavier.fate,
        claim=heavier.claim or known.claim or made.claim,
        died=heavier.died,
        place=heavier.place,
        status=heavier.status,
        cause=heavier.cause,
    )


def _record(
    document: DocumentId, tokens: Tokens, m: Mention, told: Told, *, kin: tuple[Kin, ...], claim: Claim | None
) -> tuple[VictimRecord, RecordReading]:
    text, span = tokens.quote(*m.name), (tokens.starts[m.name[0]], tokens.ends[m.name[1] - 1])
    key = RecordId("rec_" + sha256(to_json((document, span, text)).encode()).hexdigest()[:20])
    record = VictimRecord(
        id=key,
        names=(Name(text=text, script="Arab" if SCRIPT.search(text) else "Latn"),),
        kunya=tokens.quote(*m.kunya) if m.kunya else None,
        sex=m.sex,
        age=m.age,
        kin=kin,
        fate=told.fate,
        row=RowRef(list=IN_TEXT, row=f"{span[0]}-{span[1]}", key=None, document=document),
        span=span,
        claim=claim.id if claim is not None else None,
        died=claim.when if claim is not None and told.fate is Fate.DEAD else Period(),
        place=claim.where if claim is not None else Where(),
        status=_status(claim),
        cause=claim.act.value if claim is not None and claim.act is not Act.OTHER else None,
    )
    parts = [_part(tokens, m.name, "name", "name"), _part(tokens, told.words, "fate", told.rule)]
    parts += [_part(tokens, words, field, _beside(tokens, field, words)) for field, words in m.parts.items()]
    return record, RecordReading(record=key, rules=tuple(dict.fromkeys(p.rule for p in parts)), parts=tuple(parts))


def _status(claim: Claim | None) -> Status:
    """What is said of all those harmed is said of each of them; of a mixture nothing is."""
    said = claim.victims.status if claim is not None and claim.victims is not None else Status.UNKNOWN
    return Status.UNKNOWN if said is Status.MIXED else said


def _beside(tokens: Tokens, field: str, words: tuple[int, int]) -> str:
    """ "kin:wife": the row of persons.csv; an age has none."""
    return field if field in ("age", "kunya") else f"{field}:{' '.join(tokens.lows[slice(*words)])}"


def _part(tokens: Tokens, words: tuple[int, int], field: str, rule: str) -> Part:
    return Part(field=field, start=tokens.starts[words[0]], end=tokens.ends[words[1] - 1], rule=rule)

"""Does a sentence of Arabic newswire tell of an assault, and which words say what was done, by whom and to whom?

Set `arabic_assault`: sentences that coders accepted or rejected, and sentences with verb, source and target marked. A
sentence is a hit when a claim in it tells of force as something that happened: by a verb, or a noun with the number of
those harmed. A noun of action alone ("since the assassination of ...") only mentions what was told elsewhere.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.measure.reading import each, f1, found, printed
from bench.measure.row import Row
from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Act, Claim, Harm, Modality, Part, Reading, Stance
from sijill.model.document import DocumentId

SET = "arabic_assault"
FORCE = frozenset(
    {Act.KILLING, Act.EXECUTION, Act.AIRSTRIKE, Act.SHELLING, Act.BOMBING, Act.CHEMICAL_ATTACK, Act.SHOOTING}
    | {Act.ARMED_CLASH, Act.ABDUCTION, Act.TORTURE, Act.SEXUAL_VIOLENCE, Act.OTHER}
)
NO_FORCE = frozenset({Harm.DISPLACED, Harm.DEPRIVED, Harm.DETAINED, Harm.FOUND_DEAD})
ROLES = {"verb": ("act",), "source_actor": ("actor",), "target_actor": ("victims", "target")}
YEAR = re.compile(r"(?:early:|mid:|late:|season:|since:)?\d{4}")
WORD = re.compile(r"\w+")
Read = tuple[Claim, Reading]


def run(data: Path) -> list[Row]:
    """F1 of yes against every no and against the easy ones; token F1 of the words in each role."""
    sentences = [json.loads(line) for file in found(data, SET, "*.jsonl") for line in file.open(encoding="utf-8")]
    if not sentences:
        return []
    judged = dict(zip(map(_text, sentences), each(tells_of_assault, [_text(row) for row in sentences]), strict=True))
    said = [(row["label"], judged[_text(row)]) for row in sentences]
    against = (("easy no", "difficult no"), "yes vs no", ".50, aim .65"), (("easy no",), "yes vs easy no", "")
    return [*(_judged(said, *kind) for kind in against), *_spans(data)]


def _text(row: dict[str, str]) -> str:
    return row["text"]


def _judged(said: Sequence[tuple[str, bool]], against: tuple[str, ...], name: str, bar: str) -> Row:
    right = sum(hit for label, hit in said if label == "yes")
    hits = sum(hit for label, hit in said if label in ("yes", *against))
    precision, recall, f = f1(right, hits, sum(label == "yes" for label, _ in said))
    note = f"precision {precision:.2f}, recall {recall:.2f}; sentences that coders disagree on are left out"
    return Row(set=SET, measure=f"{name}, F1 over sentences", value=f"{f:.3f}", bar=bar, note=note)


def tells_of_assault(text: str) -> bool:
    """Does any claim of the sentence tell of force that happened?"""
    return any(_is_told(claim, reading) for claim, reading in claims_of(text))


def claims_of(text: str) -> list[Read]:
    """The claims of one sentence, without names of a case."""
    read = extract(DocumentId("sentence"), text, Vocabulary())
    return list(zip(read.claims, read.readings, strict=True))


def _is_told(claim: Claim, reading: Reading) -> bool:
    if not _is_force(claim):
        return False
    rule = reading.rules[0].partition(":")[0]
    number = claim.toll.number if claim.toll is not None else None
    when = next((part.value for part in reading.parts if part.field == "when"), None)
    mentioned = rule == "act" or (rule == "noun" and number in (None, 1))
    return not mentioned and not (when is not None and YEAR.match(when))


def _is_force(claim: Claim) -> bool:
    happened = claim.stance not in (Stance.DENIES, Stance.DOUBTS) and claim.modality is Modality.ACTUAL
    known = claim.act is not Act.OTHER or claim.harm is not Harm.NONE or bool(claim.actors)
    return happened and known and claim.act in FORCE and claim.harm not in NO_FORCE


def _spans(data: Path) -> list[Row]:
    """One row for each role: tokens of the best of a sentence's annotations, whatever the order."""
    sentences = [
        row for file in found(data, SET, "spans*.json") for row in json.loads(file.read_text(encoding="utf-8"))
    ]
    if not sentences:
        return []
    totals: Counter[tuple[str, str]] = sum(each(compared, sentences), Counter())
    rows = []
    for role in ROLES:
        precision, recall, f = f1(*(totals[role, kind] for kind in ("right", "said", "wanted")))
        note = f"precision {precision:.2f}, recall {recall:.2f}; the nearest of each sentence's annotations"
        rows.append(Row(set=SET, measure=f"{role}, token F1", value=f"{f:.3f}", note=note))
    return rows


def compared(row: dict[str, object]) -> Counter[tuple[str, str]]:
    """(role, right | said | wanted) -> tokens."""
    text, spans = str(row["text"]), row["spans"]
    read = claims_of(text)
    counts: Counter[tuple[str, str]] = Counter()
    for role, fields in ROLES.items():
        said = _words(text, [part for _, reading in read for part in reading.parts if part.field in fields])
        told = [_marked(annotation[role]) for annotation in _dicts(spans)]
        if not told:
            continue
        wanted = max(told, key=lambda words: _agreement(said, words))
        counts[role, "right"] += len(said & wanted)
        counts[role, "said"] += len(said)
        counts[role, "wanted"] += len(wanted)
    return counts


def _dicts(spans: object) -> Iterator[dict[str, list[str]]]:
    yield from (span for span in spans if isinstance(span, dict)) if isinstance(spans, list) else ()


def _agreement(said: frozenset[str], wanted: frozenset[str]) -> float:
    return f1(len(said & wanted), len(said), len(wanted))[2] if said or wanted else 1.0


def _marked(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for marked in words for word in WORD.findall(marked))


def _words(text: str, parts: list[Part]) -> frozenset[str]:
    """The whole words that the parts touch: a clitic is part of its word here."""
    spans = [(part.start, part.end) for part in parts]
    return frozenset(
        match.group()
        for match in WORD.finditer(text)
        if any(start < match.end() and match.start() < end for start, end in spans)
    )


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))

"""Did the police kill, use force, arrest? Sentences of one newspaper, each read within its article.

Set `india_police`: sentences by article, with labels. A sentence is a hit when a claim in its words says that police
did it, by name or in their firing. An arrest of which nobody is said to have made it is theirs; so is the death of
militants or terrorists of which nobody is named as the author.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.measure.reading import each, f1, found, printed
from bench.measure.row import Row
from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Act, Claim, Harm, Modality, Stance, Status
from sijill.model.document import DocumentId

SET = "india_police"
LABELS = {"KILL": ".75 at recall .85, aim .85", "ARREST": "", "FORCE": "", "ANY_ACTION": ""}
POLICE = frozenset("police policemen policeman cops cop constable constables jawans commandos crpf rpf srp".split())
FORCE = frozenset({Act.KILLING, Act.SHOOTING, Act.ARMED_CLASH, Act.EXECUTION, Act.TORTURE})
MILITANTS = frozenset("terrorist terrorists".split())
Line = tuple[int, str, frozenset[str]]
"""A sentence: its number, its words, its labels."""


def run(data: Path) -> list[Row]:
    """One row for each label: F1 over sentences, with precision and recall."""
    files = found(data, SET, "dev*.jsonl")
    documents = [lines for file in files for lines in _documents(file)]
    if not documents:
        return []
    totals: Counter[tuple[str, str]] = sum(each(compared, documents), Counter())
    rows = []
    for label, bar in LABELS.items():
        precision, recall, f = f1(*(totals[label, kind] for kind in ("right", "said", "wanted")))
        note = f"precision {precision:.2f}, recall {recall:.2f}, {totals[label, 'wanted']} sentences"
        rows.append(Row(set=SET, measure=f"{label}, F1 over sentences", value=f"{f:.3f}", bar=bar, note=note))
    return rows


def _documents(file: Path) -> list[list[Line]]:
    articles: dict[int, list[Line]] = defaultdict(list)
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            labels = frozenset(row["sent_labels"])
            articles[row["doc_id"]].append((row["sent_id"], " ".join(row["sent_text"].split()), labels))
    return [sorted(article, key=lambda line: line[0]) for article in articles.values()]


def compared(lines: Sequence[Line]) -> Counter[tuple[str, str]]:
    """(label, right | said | wanted) -> sentences."""
    counts: Counter[tuple[str, str]] = Counter()
    for (_, _, wanted), said in zip(lines, labelled([words for _, words, _ in lines]), strict=True):
        for label in LABELS:
            counts[label, "said"] += label in said
            counts[label, "wanted"] += label in wanted
            counts[label, "right"] += label in said and label in wanted
    return counts


def labelled(sentences: Sequence[str]) -> list[set[str]]:
    """The labels of each sentence of one article, from the claims whose words begin in it."""
    text, starts = "\n".join(sentences), [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence) + 1)
    found: list[set[str]] = [set() for _ in sentences]
    for claim in extract(DocumentId("article"), text, Vocabulary()).claims:
        at = next(i for i in range(len(sentences)) if starts[i] <= claim.span[0] < starts[i + 1])
        found[at] |= labels_of(claim)
    return found


def labels_of(claim: Claim) -> set[str]:
    """What the claim says that police did; nothing where it denies, doubts or only foresees it."""
    if claim.stance in (Stance.DENIES, Stance.DOUBTS) or claim.modality is not Modality.ACTUAL:
        return set()
    by_nature = not claim.actors and (claim.act is Act.DETENTION or _is_of_militants(claim))
    if not by_nature and not any(POLICE.intersection(actor.name.lower().split()) for actor in claim.actors):
        return set()
    labels = {"ANY_ACTION"}
    if claim.harm in (Harm.KILLED, Harm.FOUND_DEAD):
        labels |= {"KILL", "FORCE"}
    if claim.act in FORCE:
        labels.add("FORCE")
    if claim.act is Act.DETENTION or claim.harm is Harm.DETAINED:
        labels.add("ARREST")
    return labels


def _is_of_militants(claim: Claim) -> bool:
    victims = claim.victims
    if victims is None or claim.harm not in (Harm.KILLED, Harm.FOUND_DEAD):
        return False
    return victims.status is Status.COMBATANT or MILITANTS.issuperset({victims.label or ""})


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))

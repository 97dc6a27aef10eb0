"""Who copied whom, on stories of the invented war that were written for it (tests/suite/origins).

Each agency story is printed by papers in seven ways: whole under another head, cut, with paragraphs in another order,
with furniture of the paper around it, with a paragraph of its own, and reworded lightly or heavily. Beside them stand
what other reporters wrote on the same events, and pages of one paper that share its furniture. A pair is found if
both texts are in one group of copies.
"""

import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from time import process_time

from bench.measure.reading import f1
from bench.measure.row import Row
from sijill.model.document import Digest, Document, DocumentId
from sijill.resolve.copies import group_copies

STORIES = Path("tests/suite/origins/stories.txt")
FURNITURE = (
    "Read more in our special report. Sign up for the morning letter and never miss a story. Follow the Herald wherever"
    " you are. The Herald is not responsible for the content of other sites. All rights reserved by the Herald Printing"
    " House."
)
OWN = (
    "Our correspondent in the capital adds that parliament will meet on Wednesday to hear two ministers on the matter."
)
SYNONYMS = {
    "killing": "leaving dead",
    "killed": "slain",
    "wounding": "injuring",
    "said": "stated",
    "told": "informed",
    "shortly": "briefly",
    "near": "close to",
    "days": "a few days",
    "published": "released",
    "dead": "deceased",
    "bodies": "corpses",
    "recovered": "retrieved",
    "searching": "looking",
    "denied": "rejected claims",
    "blamed": "accused",
    "struck": "hit",
    "hit": "struck",
    "people": "persons",
    "families": "households",
    "town": "city",
    "fighters": "gunmen",
    "aircraft": "planes",
    "since": "ever since",
    "about": "some",
    "most": "the majority",
    "several": "a number",
}
MANY = 100_000


def run(data: Path) -> list[Row]:
    """Precision and recall over all pairs, and the time of many documents."""
    documents, texts, families = suite()
    groups = group_copies(documents, texts).groups
    pairs = list(combinations(sorted(families), 2))
    said = {pair for pair in pairs if groups[pair[0]] == groups[pair[1]]}
    meant = {pair for pair in pairs if families[pair[0]] == families[pair[1]]}
    precision, recall, _ = f1(len(said & meant), len(said), len(meant))
    note = f"{len(texts)} texts, {len(meant)} pairs of one origin among {len(pairs)}"
    rows = [
        Row(
            set="independence", measure="copies, precision over pairs", value=f"{precision:.3f}", bar="0.98", note=note
        ),
        Row(set="independence", measure="copies, recall over pairs", value=f"{recall:.3f}", bar="0.90"),
    ]
    return [*rows, _many()] if data.is_dir() else rows


def suite() -> tuple[list[Document], dict[DocumentId, str], dict[DocumentId, str]]:
    """The documents in order, their texts, and the origin of each."""
    texts: dict[DocumentId, str] = {}
    families: dict[DocumentId, str] = {}
    for at, (name, kind, text) in enumerate(_stories()):
        origin = f"{name}: {kind}"
        printed = list(_printed(text, random.Random(at))) if kind == "agency" else [text, f"{text}\n{FURNITURE}"]
        for number, each in enumerate(printed):
            id_ = DocumentId(f"doc_{at:02}_{number}")
            texts[id_], families[id_] = each, origin
    documents = [
        Document(
            id=id_,
            name=id_,
            digest=Digest("0" * 64),
            published=f"2031-05-{3 + 4 * (int(id_[4:6]) // 2):02}",
            captured="2031-09-01T00:00:00Z",
        )
        for id_ in sorted(texts)
    ]
    return documents, texts, families


def _stories() -> Iterator[tuple[str, str, str]]:
    for block in STORIES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, _, text = block.partition("\n")
        name, kind = (each.strip() for each in head.split("|"))
        yield name, kind, text.strip()


def _printed(text: str, chance: random.Random) -> Iterator[str]:
    """The ways in which papers print an agency."""
    paragraphs = text.split("\n")
    yield text
    yield f"Horror on the coast\n{text}"
    yield "\n".join(paragraphs[: max(2, round(0.6 * len(paragraphs)))])
    shuffled = paragraphs[1:]
    chance.shuffle(shuffled)
    yield "\n".join([paragraphs[0], *shuffled])
    yield f"THE HERALD\n{text}\n{FURNITURE}"
    yield f"{text}\n{OWN}"
    yield _reworded(text, chance, every=0.5)
    yield _reworded(text, chance, every=1.0)


def _reworded(text: str, chance: random.Random, *, every: float) -> str:
    """Words that have a synonym take it, all or half of them; one word in fifteen is left out."""
    kept = []
    for word in text.split(" "):
        bare = word.strip(".,")
        if bare in SYNONYMS and chance.random() < every:
            kept.append(word.replace(bare, SYNONYMS[bare]))
        elif chance.random() > every / 15:
            kept.append(word)
    return " ".join(kept)


def _many() -> Row:
    """Invented texts of 150 to 600 words, a third of them copies with an end of their own."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghijklmnop", k=chance.randint(2, 9))) for _ in range(30_000)]
    often = [1 / (rank + 1) for rank in range(len(words))]
    texts: dict[DocumentId, str] = {}
    listed: list[DocumentId] = []
    for at in range(MANY):
        id_ = DocumentId(f"doc_{at:06}")
        if at % 3 == 2:
            base = texts[chance.choice(listed)].split()
            told = base[: int(len(base) * 0.8)] + chance.choices(words, often, k=60)
        else:
            told = chance.choices(words, often, k=chance.randint(150, 600))
        texts[id_] = " ".join(told)
        listed.append(id_)
    documents = [
        Document(id=each, name=each, digest=Digest("0" * 64), published="2031-05-03", captured="2031-09-01T00:00:00Z")
        for each in listed
    ]
    began = process_time()
    found = group_copies(documents, texts)
    seconds = process_time() - began
    note = f"one process; {len(found.links):,} links"
    return Row(
        set="independence", measure=f"{MANY:,} documents compared [s]", value=f"{seconds:.0f}", bar="< 60", note=note
    )

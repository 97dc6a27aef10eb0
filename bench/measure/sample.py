"""A seeded sample of sentences with their claims, to be judged by hand: `python -m bench.measure.sample DIR`."""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure.reading import vocabulary
from sijill.extract.document import extract
from sijill.language.sentences import sentences
from sijill.language.tokens import tokenize
from sijill.model.claim import Claim
from sijill.model.document import DocumentId

SET = "fakes"
SEED, SIZE = 20310521, 100


def sampled(data: Path, seed: int = SEED, size: int = SIZE) -> list[tuple[str, list[Claim]]]:
    """`size` sentences that hold a claim, each with its claims, in the order drawn."""
    with (data / SET / "dev.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["article_content"] for line in lines]
    read = [pair for number, text in enumerate(texts) for pair in _with_claims(f"doc_{number}", text)]
    return random.Random(seed).sample(read, size)


def _with_claims(name: str, text: str) -> Iterator[tuple[str, list[Claim]]]:
    claims, tokens = extract(DocumentId(name), text, vocabulary("syria")).claims, tokenize(text)
    for first, last in sentences(tokens):
        start, end = tokens.starts[first], tokens.ends[last - 1]
        inside = [claim for claim in claims if start <= claim.span[0] < end]
        if inside:
            yield text[start:end], inside


def told(claim: Claim) -> str:
    """One claim in one line: who says, who did what to whom, how many, when and where."""
    toll, victims = claim.toll, claim.victims
    number = (
        "" if toll is None else f"{toll.text} ({toll.hedge}, {toll.extent}{', cumulative' if toll.cumulative else ''})"
    )
    fields = {
        "says": " > ".join(f"{speaker.name} [{speaker.kind}]" for speaker in claim.speakers),
        "stance": claim.stance if claim.about is None else f"{claim.stance} {claim.about}",
        "modality": claim.modality,
        "act": f"{claim.act}/{claim.harm}",
        "who": ", ".join(actor.name for actor in claim.actors),
        "number": number,
        "whom": "" if victims is None else f"{victims.text} ({victims.label or victims.status})",
        "when": claim.when.text or "",
        "where": claim.where.text or "",
        "means": claim.means or "",
    }
    return "; ".join(f"{name}: {value}" for name, value in fields.items() if value)


if __name__ == "__main__":
    for place, (words, found) in enumerate(sampled(Path(sys.argv[1])), start=1):
        print(f"{place}. {' '.join(words.split())}")
        for each in found:
            print(f"     {told(each)}")

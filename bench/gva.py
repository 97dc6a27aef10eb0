"""How many were killed and injured, in news articles on shootings.

Set `gva`: articles with the day they appeared, and the incidents they tell of with the number killed and injured. An
article that gives no number of dead has none. Files are told apart by what their lines hold.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.measure.page import DEAD, HURT, Told, day_of, numbers, own, reported, told
from bench.measure.reading import each, found, printed
from bench.measure.row import Row
from sijill.assess.figure import Figure
from sijill.model.claim import Harm

SET = "gva"
HIT = frozenset({Harm.CASUALTIES})
"""Said of those shot, whatever became of them: who is not among the dead was injured."""
LEAD = 400
"""Characters: the headline and the first sentences."""
ARTICLE, INCIDENT = "doc", "incident_uri"


@dataclass(frozen=True, slots=True)
class Article:
    """What was read of one article, and the incident it tells of."""

    incident: str
    killed: int
    injured: int


def run(data: Path) -> list[Row]:
    """Exact numbers of killed and injured, over the articles whose incident is given."""
    files = found(data, SET, "*.jsonl")
    if data.is_file():
        files = [data, *(file for file in sorted(data.parent.glob("*.jsonl")) if file != data)]
    lines = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]
    coded = {str(line[INCIDENT]): line for line in lines if INCIDENT in line}
    wanted = [line for line in lines if ARTICLE in line and str(line["incident"]) in coded]
    articles = each(article_of, wanted)
    if not articles:
        return []
    pairs = [(article, coded[article.incident]) for article in articles]
    killed = [article.killed - line["num_killed"] for article, line in pairs]
    injured = [article.injured - line["num_injured"] for article, line in pairs]
    return [_row("killed exact", killed, "0.80"), _row("injured exact", injured)]


def _row(measure: str, off: list[int], bar: str = "") -> Row:
    right, over = off.count(0), sum(n > 0 for n in off)
    note = f"{right} of {len(off)}; {over} too many, {len(off) - right - over} too few"
    return Row(set=SET, measure=measure, value=f"{right / len(off):.3f}", bar=bar, note=note)


def article_of(line: dict[str, str]) -> Article:
    """One article read."""
    page = told(f"{line['title']}\n\n{line['text']}", line["dct"], relative=True)
    killed, hurt, hit = count(page, DEAD), count(page, HURT), count(page, HIT)
    return Article(str(line["incident"]), killed, max(hurt, hit - killed))


def count(page: list[Told], harms: frozenset[Harm]) -> int:
    """How many the article says at most of its own incident; of a harm without a number, one.

    Who killed himself is added to those he killed, unless a number that is one more already holds him.
    """
    day = day_of(page, DEAD | HURT)
    by_others = own([each for each in page if not each.own_hand], day, harms)
    by_himself = own([each for each in page if each.own_hand], day, harms)
    said = numbers(by_others)
    low, high = reported(in_the_lead(said))
    most = high or low or (1 if by_others and low is None else 0)
    if not by_himself:
        return most
    held = any(each.high == most - 1 and not each.part and not each.subset for each in said)
    return most if held and most > 1 else most + 1


def in_the_lead(said: list[Figure]) -> list[Figure]:
    """The wholes told where the story begins, and all that are no wholes: what other stories it recalls comes later."""
    starts = [each.span[0] for each in said if not each.part and not each.subset]
    return [each for each in said if each.part or each.subset or each.span[0] <= min(starts) + LEAD]


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))

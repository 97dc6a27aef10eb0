"""How fast claims are read out of articles: two processes, and what one of them holds in memory.

Set `fakes`: articles as JSON lines. Only reading is timed: the tables and names are loaded once before.
"""

import json
import resource
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from bench.measure.reading import PROCESSES, vocabulary
from bench.measure.row import Row
from sijill.extract.document import extract
from sijill.model.document import DocumentId

SET = "fakes"
ROUNDS = 4


def run(data: Path) -> list[Row]:
    """Articles and claims a second on two processes, and the memory of one."""
    file = data / SET / "dev.jsonl"
    if not file.is_file():
        return []
    with file.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["article_content"] for line in lines]
    shares = [texts[i::PROCESSES] for i in range(PROCESSES)]
    with ProcessPoolExecutor(
        PROCESSES, mp_context=get_context("spawn"), initializer=vocabulary, initargs=("syria",)
    ) as pool:
        list(pool.map(read_all, [share[:2] for share in shares]))
        started = perf_counter()
        read = list(pool.map(read_all, shares * ROUNDS))
        seconds = perf_counter() - started
    claims, memory = sum(count for count, _ in read), max(peak for _, peak in read)
    articles = len(texts) * ROUNDS
    return [
        Row(set=SET, measure="articles read a second, 2 processes", value=f"{articles / seconds:.0f}", bar="100"),
        Row(set=SET, measure="claims read a second, 2 processes", value=f"{claims / seconds:.0f}"),
        Row(set=SET, measure="memory of one reading process", value=f"{memory / 1024:.0f} MB", bar="300 MB"),
    ]


def read_all(texts: list[str]) -> tuple[int, int]:
    """(claims, peak memory of this process [kB])"""
    words = vocabulary("syria")
    claims = sum(len(extract(DocumentId(f"doc_{i}"), text, words).claims) for i, text in enumerate(texts))
    return claims, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    for row in run(Path(sys.argv[1])):
        print(row.measure, row.value)

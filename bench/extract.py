"""How fast claims are read out of articles: two processes, and what one of them holds in memory.

A second of work is one of processor time: it stays what it is when other programs run beside.

Set `fakes`: articles as JSON lines. Only reading is timed: the tables and names are loaded once before.
"""

import json
import resource
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time

from bench.measure.reading import PROCESSES, vocabulary
from bench.measure.row import Row
from sijill.chain.reading import settle
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
    claims, memory, worked = sum(each[0] for each in read), max(each[1] for each in read), sum(each[2] for each in read)
    articles = len(texts) * ROUNDS
    return [
        Row(set=SET, measure="articles read a second, 2 processes", value=f"{articles / seconds:.0f}", bar="200"),
        Row(set=SET, measure="articles read in a second of work of one process", value=f"{articles / worked:.0f}"),
        Row(set=SET, measure="claims read a second, 2 processes", value=f"{claims / seconds:.0f}"),
        Row(set=SET, measure="memory of one reading process", value=f"{memory / 1024:.0f} MB", bar="300 MB"),
    ]


def read_all(texts: list[str]) -> tuple[int, int, float]:
    """(claims, peak memory of this process [kB], processor time that reading took [s])"""
    words, before = vocabulary("syria"), process_time()
    settle()
    claims = sum(len(extract(DocumentId(f"doc_{i}"), text, words).claims) for i, text in enumerate(texts))
    return claims, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, process_time() - before


if __name__ == "__main__":
    for row in run(Path(sys.argv[1])):
        print(row.measure, row.value)

"""What benchmarks of reading share: where a set is found, the names it is read with, and reading in two processes."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from bench.measure.row import Row
from sijill.language.vocabulary import Vocabulary
from sijill.store.packs import load_pack
from sijill.store.places.gazetteer import load_places

T = TypeVar("T")
U = TypeVar("U")
PROCESSES = 2


def found(path: Path, set_: str, pattern: str) -> list[Path]:
    """The files of a set: `path` is one of them, a folder of them, or the folder that holds all sets."""
    if path.is_file():
        return [path]
    if (path / set_).is_dir():
        return sorted((path / set_).glob(pattern))
    return sorted(path.glob(pattern))


@lru_cache(maxsize=4)
def vocabulary(pack: str | None = None) -> Vocabulary:
    """The names that a case with this pack knows; without a pack, none but what the language itself names."""
    if pack is None:
        return Vocabulary()
    loaded = load_pack(pack)
    places = (*load_places(loaded.countries), *loaded.places)
    names = tuple(name for place in places for name in (place.name, *place.aliases))
    return Vocabulary(parties=loaded.parties, sources=loaded.sources, places=names)


def each(read: Callable[[T], U], things: Sequence[T]) -> list[U]:
    """read(thing) for every thing, in order, on two processes. `read` and its results must be picklable."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        return list(pool.map(read, things, chunksize=max(1, min(64, len(things) // 8))))


def f1(right: float, said: float, wanted: float) -> tuple[float, float, float]:
    """(precision, recall, F1) of `right` among `said` and among `wanted`; 0 where nothing was said or wanted."""
    precision, recall = right / said if said else 0.0, right / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def printed(run: Callable[[Path], list[Row]], arguments: Sequence[str]) -> int:
    """`python -m bench.<set> PATH`: the rows of one set. Exit code 2 where PATH holds nothing of it."""
    rows = [row for argument in arguments for row in run(Path(argument))]
    for row in rows:
        print(f"{row.set:<16} {row.measure:<44} {row.value:>12}  {row.bar}  {row.note}")
    return 0 if rows else 2

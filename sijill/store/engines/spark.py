"""SQL over tables on Apache Spark: the same statements in its dialect, on this machine or on a cluster.

Tables cross as Parquet in a folder that driver and workers share, or as Arrow through the driver where there is none.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from sijill.errors import SijillError

LOCAL = "local[2]"
S = TypeVar("S")
T = TypeVar("T")
SETTINGS = {
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "8",
    "spark.sql.ansi.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.memory": "3g",
}


class NoSpark(SijillError):
    """Spark asked for where it is not installed, or Java is not."""

    def __init__(self, *, why: str) -> None:
        super().__init__(f"Spark cannot be started ({why[:160]}): install sijill[spark] and Java 17, or run without it")


class SparkEngine:
    """A session that lives as long as the `with` it stands in."""

    dialect = "spark"

    def __init__(self, *, master: str | None = None, folder: Path | None = None) -> None:
        """master: as Spark takes it ("spark://host:7077"), this machine if None. folder: shared by all workers.

        Raises NoSpark.
        """
        self._folder = TemporaryDirectory(prefix="sijill-spark-", dir=folder)
        self._session = _session(master or LOCAL, self._folder.name)
        self._made: dict[str, Any] = {}

    def put(self, name: str, table: pa.Table) -> None:
        """Make a table known under a name."""
        path = Path(self._folder.name) / f"{name}-{len(self._made)}.parquet"
        pq.write_table(table, path, row_group_size=131_072)
        self._keep(name, self._session.read.parquet(str(path)))

    def make(self, name: str, query: str) -> None:
        """Keep what a query gives under a name, written down so that nothing is computed twice."""
        path = Path(self._folder.name) / f"{name}-{len(self._made)}.made"
        self._session.sql(query).write.parquet(str(path))
        self._keep(name, self._session.read.parquet(str(path)))

    def drop(self, name: str) -> None:
        """Forget a table."""
        self._session.catalog.dropTempView(name)

    def ask(self, query: str) -> pa.Table:
        """What a query gives."""
        return self._session.sql(query).toArrow()

    def _keep(self, name: str, frame: Any) -> None:
        self._made[f"{name}-{len(self._made)}"] = frame
        frame.createOrReplaceTempView(name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.stop()
        self._folder.cleanup()


def each_on_spark(work: Callable[[S], T], things: Sequence[S], *, master: str | None = None) -> Iterator[T]:
    """The work done for each thing on a cluster, results in the order of the things. Nothing is begun for none.

    Workers need this package at the version of the driver.      raises   NoSpark
    """
    if not things:
        return
    with TemporaryDirectory(prefix="sijill-spark-") as folder:
        session = _session(master or LOCAL, folder)
        try:
            if master is None:
                session.sparkContext.pythonExec = sys.executable
            slices = min(len(things), SLICES * session.sparkContext.defaultParallelism)
            yield from session.sparkContext.parallelize(things, slices).map(work).collect()
        finally:
            session.stop()


SLICES = 4
"""Parts for each core: tables take unlike times to fit."""


def _session(master: str, folder: str) -> Any:
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415  (an extra, and slow to load)
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError as missing:
        raise NoSpark(why=str(missing)) from missing
    builder = SparkSession.builder.appName("sijill").master(master)  # type: ignore[attr-defined,unused-ignore]
    for name, value in {**SETTINGS, "spark.local.dir": folder, "spark.sql.warehouse.dir": folder}.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, OSError, RuntimeError) as fault:
        raise NoSpark(why=str(fault).splitlines()[0] if str(fault) else type(fault).__name__) from fault
    session.sparkContext.setLogLevel("ERROR")
    return session

"""Splink on the same rows: its tutorial settings, and the best that we can give it.

It is no dependency of ours: SPLINK_PYTHON names a Python that has it (`python -m venv` and `pip install splink pyarrow
numpy sqlglot`), or it is left out. Each run is a process of its own, so that time and memory are those of one run:
`python -m bench.persons.splinked ROWS HOW`, with HOW `tutorial` or `best`.

tutorial  as its documentation begins: Jaro-Winkler on names, dates, exact the rest; blocks of two names or of
          name and day
best      our normalised names, blocks across scripts, our levels of names as conditions, term frequencies; what
          matches agree in is told by the truth itself, for expectation-maximisation settles on the wrong class here
          (F1 .27); clusters at that threshold which the truth likes best. No desk has either.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from bench.measure.row import Row
from bench.persons.invented import known
from bench.persons.scores import Scores, scored
from sijill.link.persons.rows import normalised

BLOCKS = (
    ("given_bones", "family_bones", "region"),
    ("given_bones", "family_bones", "month"),
    ("given_bones", "region", "day"),
    ("family_bones", "region", "day"),
    ("given_bones", "region", "month"),
    ("given_bones", "place"),
    ("given_bones", "father_bones", "region"),
    ("given_bones", "father_bones", "month"),
    ("family_bones", "father_bones", "month"),
    ("family_bones", "place", "month"),
    ("given_bones", "family_bones"),
)
THRESHOLDS = (0.9, 0.95, 0.99, 0.999, 0.9995, 0.9999)
TRUTH = "person_id"


def modules() -> tuple[Any, Any, Any]:
    """Splink, its comparisons and their levels; none of our dependencies."""
    names = ("splink", "splink.comparison_library", "splink.comparison_level_library")
    one, two, three = map(import_module, names)
    return one, two, three


def tutorial(table: pa.Table) -> tuple[pa.Table, Any, list[Any], list[Any]]:
    """Rows as they were given, settings, blocks for training, blocks for the share of matches."""
    splink, cl, _ = modules()
    names = [cl.JaroWinklerAtThresholds(each, [0.9, 0.7]) for each in ("given", "father", "family")]
    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            *names,
            cl.ExactMatch("dod"),
            cl.ExactMatch("gov"),
            cl.ExactMatch("place"),
            cl.ExactMatch("sex"),
        ],
        blocking_rules_to_generate_predictions=[
            splink.block_on("given", "family"),
            splink.block_on("given", "dod"),
            splink.block_on("family", "dod"),
        ],
    )
    return (
        table,
        settings,
        [splink.block_on("given", "family"), splink.block_on("dod")],
        [splink.block_on("given", "family", "dod")],
    )


def _day_and_age(cl: Any, cll: Any) -> list[Any]:
    """Comparisons by how far days and ages lie apart."""
    day = cl.CustomComparison(
        output_column_name="day",
        comparison_levels=[
            cll.NullLevel("day"),
            cll.ExactMatchLevel("day"),
            cll.CustomLevel("abs(day_l - day_r) <= 3", label_for_charts="days"),
            cll.CustomLevel("abs(day_l - day_r) <= 31", label_for_charts="month"),
            cll.ElseLevel(),
        ],
    )
    age = cl.CustomComparison(
        output_column_name="age",
        comparison_levels=[
            cll.NullLevel("age"),
            cll.CustomLevel("abs(age_l - age_r) <= 1", label_for_charts="a year"),
            cll.CustomLevel("abs(age_l - age_r) <= 5", label_for_charts="five years"),
            cll.ElseLevel(),
        ],
    )
    return [day, age]


def best(table: pa.Table) -> tuple[pa.Table, Any, list[Any], list[Any]]:
    """Normalised names with both scripts in one alphabet, and blocks that meet across scripts."""
    splink, cl, cll = modules()
    made = normalised(known(table).rows)
    kept = ["rec", *(f"{n}_{p}" for n in ("given", "father", "family") for p in ("symbol", "bones", "letters"))]
    rows = made.select([*kept, "region", "place", "month", "died_from", "sex", "age"]).rename_columns(
        ["unique_id", *kept[1:], "region", "place", "month", "day", "sex", "age"]
    )

    def name(column: str) -> Any:
        known_ = f"{column}_symbol_l = {column}_symbol_r"
        near = f"levenshtein({column}_bones_l, {column}_bones_r) <= 1 and length({column}_bones_l) >= 3"
        return cl.CustomComparison(
            output_column_name=column,
            comparison_levels=[
                cll.NullLevel(f"{column}_bones"),
                cll.CustomLevel(known_, label_for_charts="known name"),
                cll.ExactMatchLevel(f"{column}_bones", term_frequency_adjustments=True),
                cll.CustomLevel(near, label_for_charts="near"),
                cll.ElseLevel(),
            ],
        )

    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            *(name(each) for each in ("given", "father", "family")),
            *_day_and_age(cl, cll),
            cl.ExactMatch("region"),
            cl.ExactMatch("place"),
            cl.ExactMatch("sex"),
        ],
        blocking_rules_to_generate_predictions=[splink.block_on(*each) for each in BLOCKS],
    )
    rows = rows.append_column(TRUTH, table.column(TRUTH))
    return rows, settings, [], [splink.block_on("given_bones", "family_bones", "day", "region")]


HOW = {"tutorial": tutorial, "best": best}


def linked(table: pa.Table, how: str) -> dict[str, Any]:
    """Train, predict and cluster; the scores at the best of a few thresholds by the truth (of the tutorial: .95)."""
    splink, _, _ = modules()
    began, cpu = perf_counter(), process_time()
    rows, settings, training, sure = HOW[how](table)
    api = splink.DuckDBAPI()
    linker = splink.Linker(api.register(rows), settings)
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    if how == "best":
        linker.training.estimate_m_from_label_column(TRUTH)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    persons = {each: n for n, each in enumerate(table.column("unique_id").to_pylist())}
    truth = table.column(TRUTH).to_numpy()
    results: list[tuple[float, Scores]] = []
    for threshold in THRESHOLDS if how == "best" else (0.95,):
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
        said = clusters.as_record_list()
        group = np.zeros(len(truth), dtype=np.int64)
        names: dict[Any, int] = {}
        for each in said:
            at = each["unique_id"] if isinstance(each["unique_id"], int) else persons[each["unique_id"]]
            group[at] = names.setdefault(each["cluster_id"], len(names))
        results.append((threshold, scored(group, truth)))
    threshold, found = max(results, key=lambda each: each[1].f1)
    return {
        "version": splink.__version__,
        "f1": found.f1,
        "cubed": found.cubed,
        "exact": found.exact,
        "count": found.count,
        "threshold": threshold,
        "seconds": perf_counter() - began,
        "cpu": process_time() - cpu,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
    }


def beside(script: Path, size: int, seeds: Sequence[int]) -> list[Row]:
    """Both ways on the lists of each seed; nothing where no Python has Splink."""
    python = os.environ.get("SPLINK_PYTHON") or (sys.executable if find_spec("splink") else None)
    if python is None:
        return []
    found: dict[str, list[dict[str, Any]]] = {how: [] for how in HOW}
    for seed in seeds:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "rows.parquet"
            subprocess.run(
                [sys.executable, str(script), str(size), str(path), str(seed)], check=True, capture_output=True
            )
            for how, runs in found.items():
                said = subprocess.run(
                    [python, "-m", "bench.persons.splinked", str(path), how], check=True, capture_output=True, text=True
                )
                runs.append(json.loads(said.stdout.splitlines()[-1]))
    return [row for how, runs in found.items() for row in told(how, runs)]


def told(how: str, runs: Sequence[dict[str, Any]]) -> list[Row]:
    """The rows of one way, the mean over the seeds with each beside it."""
    name = f"Splink {runs[0]['version']}, {how}"

    def row(measure: str, key: str, shape: str) -> Row:
        each = [run[key] for run in runs]
        return Row(
            set="persons",
            measure=f"{name}: {measure}",
            value=format(float(np.mean(each)), shape),
            note=f"seeds 1-{len(each)}: " + " ".join(format(one, shape) for one in each),
        )

    return [
        row("F1", "f1", ".3f"),
        row("B-cubed", "cubed", ".3f"),
        row("exact groups", "exact", ".3f"),
        row("groups too many", "count", "+.3f"),
        row("seconds", "seconds", ".0f"),
        row("seconds of processors", "cpu", ".0f"),
        row("peak memory, GB", "memory", ".1f"),
    ]


if __name__ == "__main__":
    print(json.dumps(linked(pq.read_table(Path(sys.argv[1])), sys.argv[2])))

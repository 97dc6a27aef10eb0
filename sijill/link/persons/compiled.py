"""A LinkSpec as SQL for an engine. This module emits statements; `store` executes them."""

from dataclasses import dataclass

import sqlglot

from sijill.link.persons.spec import Comparison, LinkSpec

DIALECT = "duckdb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """In order, each a query over the views before it.

    crowded   `rows` with the crowds of each row                       reads: rows
    keyed     rec and one key for each block; NULL where the block is alone or over its cap    reads: crowded
              (on a cluster a row for each key instead of a column: one shuffle instead of one for each block)
    pairs     l, r (l < r) and the pattern of levels, each pair once   reads: crowded, keyed
    counted   pattern and how many pairs have it                       reads: pairs
    """

    crowded: str
    keyed: str
    pairs: str
    counted: str


def compiled(spec: LinkSpec, dialect: str) -> Statements:
    """The statements of a spec in the dialect of an engine ("duckdb", "spark")."""
    made = Statements(
        crowded=_crowded(spec),
        keyed=_keyed(spec) if dialect == DIALECT else _keyed_long(spec),
        pairs=_pairs(spec) if dialect == DIALECT else _pairs_long(spec),
        counted="SELECT pattern, count(*) AS pairs FROM pairs GROUP BY pattern",
    )
    if dialect == DIALECT:
        return made
    return Statements(
        **{
            name: sqlglot.transpile(getattr(made, name), read=DIALECT, write=dialect)[0]
            for name in ("crowded", "keyed", "pairs", "counted")
        }
    )


def _crowded(spec: LinkSpec) -> str:
    crowds = []
    for crowd in spec.crowds:
        said = " AND ".join(f"({each}) IS NOT NULL" for each in crowd.on)
        number = f"count(*) OVER (PARTITION BY {', '.join(crowd.on)})"
        step = " + ".join(f"CASE WHEN {number} >= {least} THEN 1 ELSE 0 END" for least in crowd.steps)
        crowds.append(f"CASE WHEN {said} THEN {step} ELSE 0 END AS {crowd.name}")
    return f"SELECT rows.*{''.join(', ' + each for each in crowds)} FROM rows"


def key_of(on: tuple[str, ...]) -> str:
    """One text for several expressions; NULL if one of them is."""
    return " || '|' || ".join(f"CAST({each} AS VARCHAR)" for each in on)


def _keyed(spec: LinkSpec) -> str:
    keys = ", ".join(f"{key_of(block.on)} AS k{n}" for n, block in enumerate(spec.blocks))
    kept = ", ".join(
        f"CASE WHEN count(*) OVER (PARTITION BY k{n}) BETWEEN 2 AND {block.cap} THEN k{n} END AS k{n}"
        for n, block in enumerate(spec.blocks)
    )
    return f"SELECT rec, {kept} FROM (SELECT rec, {keys} FROM crowded) AS every_key"


def _pairs(spec: LinkSpec) -> str:
    found = []
    for n in range(len(spec.blocks)):
        earlier = "".join(f" AND (a.k{k} IS NULL OR b.k{k} IS NULL OR a.k{k} <> b.k{k})" for k in range(n))
        found.append(
            f"SELECT a.rec AS l, b.rec AS r FROM keyed AS a JOIN keyed AS b ON a.k{n} = b.k{n}"
            f" WHERE a.rec < b.rec{earlier}"
        )
    return _compared(spec, " UNION ALL ".join(found))


def _keyed_long(spec: LinkSpec) -> str:
    keys = " UNION ALL ".join(
        f"SELECT rec, {n} AS block, {key_of(block.on)} AS k FROM crowded" for n, block in enumerate(spec.blocks)
    )
    caps = " ".join(f"WHEN {n} THEN {block.cap}" for n, block in enumerate(spec.blocks))
    counted = (
        f"SELECT rec, block, k, count(*) OVER (PARTITION BY block, k) AS size FROM ({keys}) AS e WHERE NOT k IS NULL"
    )
    return f"SELECT rec, block, k FROM ({counted}) AS c WHERE size BETWEEN 2 AND CASE block {caps} END"


def _pairs_long(spec: LinkSpec) -> str:
    return _compared(
        spec,
        "SELECT DISTINCT a.rec AS l, b.rec AS r FROM keyed AS a JOIN keyed AS b"
        " ON a.block = b.block AND a.k = b.k WHERE a.rec < b.rec",
    )


def by_chance(spec: LinkSpec, size: int, times: int) -> str:
    """Patterns of pairs that nothing brought together, and how many have each: every row with `times` others."""
    drawn = " UNION ALL ".join(
        f"SELECT rec AS l, (rec * 7919 + {n} * 104729) % {size} AS r FROM crowded" for n in range(1, times + 1)
    )
    compared = _compared(spec, f"SELECT l, r FROM ({drawn}) AS d WHERE l <> r")
    return f"SELECT pattern, count(*) AS pairs FROM ({compared}) AS p GROUP BY pattern"


def _compared(spec: LinkSpec, pairs: str) -> str:
    return (
        f"SELECT c.l, c.r, {pattern_of(spec.comparisons)} AS pattern FROM ({pairs}) AS c"
        " JOIN crowded AS l ON l.rec = c.l JOIN crowded AS r ON r.rec = c.r"
    )


def pattern_of(comparisons: tuple[Comparison, ...]) -> str:
    """The levels of a pair as one integer: mixed radix, the first comparison lowest."""
    parts, radix = [], 1
    for each in comparisons:
        parts.append(f"CAST({level_of(each)} AS BIGINT) * {radix}")
        radix *= each.size
    return " + ".join(parts)


def level_of(comparison: Comparison) -> str:
    """The level of one comparison as an expression over the rows l and r."""
    cases = " ".join(f"WHEN {level.when} THEN {level.value}" for level in comparison.levels)
    return f"CASE {cases} ELSE {comparison.otherwise} END"

"""A LinkSpec as SQL for an engine. This module emits statements; `store` executes them."""

from dataclasses import dataclass
from hashlib import sha256

import sqlglot

from sijill.link.persons.spec import Block, Comparison, Crowd, LinkSpec

DIALECT = "duckdb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """In order, each a query over the tables before it.

    crowded    `rows` with the crowds of each row                            reads: rows
    every_key  rec and k, a row for each block that a row can be in          reads: rows
    keyed      the same without those alone in their group or over its cap   reads: every_key
    pairs      l, r (l < r) and the pattern of levels, each pair once        reads: crowded, keyed
               one of `parts` parts: those of the rows l that leave `part`
    counted    pattern and how many pairs have it                            reads: pairs
    """

    crowded: str
    every_key: str
    keyed: str
    pairs: tuple[str, ...]
    counted: str


def compiled(spec: LinkSpec, dialect: str, *, parts: int = 1) -> Statements:
    """The statements of a spec in the dialect of an engine ("duckdb", "spark")."""

    def said(statement: str) -> str:
        return statement if dialect == DIALECT else sqlglot.transpile(statement, read=DIALECT, write=dialect)[0]

    return Statements(
        crowded=said(_crowded(spec)),
        every_key=said(every_key(spec)),
        keyed=said(KEYED),
        pairs=tuple(said(_pairs(spec, part, parts)) for part in range(parts)),
        counted=COUNTED,
    )


COUNTED = "SELECT pattern, count(*) AS pairs FROM pairs GROUP BY pattern"
KEYED = (
    "SELECT e.rec, e.k FROM every_key AS e JOIN"
    " (SELECT k FROM every_key GROUP BY k HAVING count(*) BETWEEN 2 AND min(cap)) AS s ON e.k = s.k"
)


def _crowded(spec: LinkSpec) -> str:
    """Each crowd is counted by itself and joined to the rows that are in it."""
    steps, joins = [], []
    for n, crowd in enumerate(spec.crowds):
        step = " + ".join(f"CASE WHEN c{n}.number >= {least} THEN 1 ELSE 0 END" for least in crowd.steps)
        steps.append(f", coalesce({step}, 0) AS {crowd.name}")
        on = " AND ".join(f"rows.{each} = c{n}.{each}" for each in crowd.on)
        columns = ", ".join(crowd.on)
        joins.append(f" LEFT JOIN (SELECT {columns}, count(*) AS number FROM rows GROUP BY {columns}) AS c{n} ON {on}")
    return f"SELECT rows.*{''.join(steps)} FROM rows{''.join(joins)}"


def every_key(spec: LinkSpec, table: str = "rows") -> str:
    """A row for each block that a row can be in: the keys of the block as one number, and how many may share it."""
    return " UNION ALL ".join(
        f"SELECT rec, {block.cap} AS cap, {_together(block, on)} AS k FROM {table}"
        f" WHERE {' AND '.join(f'{each} IS NOT NULL' for each in on)}"
        for block in spec.blocks
        for on in ([(each, *block.on) for each in block.either] or [block.on])
    )


def _together(block: Block, on: tuple[str, ...]) -> str:
    """Several numbers and the name of the block as one."""
    number = str(int.from_bytes(sha256(block.name.encode()).digest()[:8]) >> 1)
    for each in on:
        number = f"xor({number}, {each})"
    return number


def _pairs(spec: LinkSpec, part: int, parts: int) -> str:
    mine = f" AND a.rec % {parts} = {part}" if parts > 1 else ""
    return compared(
        spec,
        "SELECT DISTINCT a.rec AS l, b.rec AS r FROM keyed AS a JOIN keyed AS b"
        f" ON a.k = b.k WHERE a.rec < b.rec{mine}",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Touching:
    """What rows added to others need. The rows from `rec >= base` on are new.

    grown      queries for the old rows that new ones touch: of a crowd that reached another step, of a group over its
               cap                                                          reads: rows, every_key
    reached    the keys of groups that a touched row is in, with their sizes  reads: every_key, touched
    keyed      members of those groups that are no larger than the cap        reads: every_key, reached
    pairs      those with a touched row                                       reads: crowded, keyed, touched
    """

    crowded: str
    every_key: str
    grown: tuple[str, ...]
    reached: str
    keyed: str
    pairs: str
    counted: str


REACHED = (
    "SELECT e.k, count(*) AS size, min(e.cap) AS cap FROM every_key AS e JOIN"
    " (SELECT DISTINCT o.k FROM every_key AS o JOIN touched AS t ON o.rec = t.rec) AS m ON e.k = m.k GROUP BY e.k"
)
REACHED_KEYED = (
    "SELECT e.rec, e.k FROM every_key AS e JOIN (SELECT k FROM reached WHERE size BETWEEN 2 AND cap) AS s ON e.k = s.k"
)
REACHED_PAIRS = (
    "SELECT DISTINCT least(a.rec, b.rec) AS l, greatest(a.rec, b.rec) AS r FROM"
    " (SELECT k.rec, k.k FROM keyed AS k JOIN touched AS t ON k.rec = t.rec) AS a"
    " JOIN keyed AS b ON a.k = b.k WHERE a.rec <> b.rec"
)


def touching(spec: LinkSpec, dialect: str, base: int) -> Touching:
    """The statements for rows added to `base` others."""

    def said(statement: str) -> str:
        return statement if dialect == DIALECT else sqlglot.transpile(statement, read=DIALECT, write=dialect)[0]

    over = (
        "SELECT DISTINCT e.rec FROM every_key AS e JOIN (SELECT o.k FROM every_key AS o JOIN"
        f" (SELECT DISTINCT k FROM every_key WHERE rec >= {base}) AS n ON o.k = n.k GROUP BY o.k"
        f" HAVING count(*) > min(o.cap) AND count(CASE WHEN o.rec < {base} THEN 1 END) BETWEEN 2 AND min(o.cap)"
        ") AS g ON e.k = g.k"
    )
    return Touching(
        crowded=said(_crowded(spec)),
        every_key=said(every_key(spec)),
        grown=tuple(said(each) for each in (*(_stepped(crowd, base) for crowd in spec.crowds), over)),
        reached=said(REACHED),
        keyed=said(REACHED_KEYED),
        pairs=said(compared(spec, REACHED_PAIRS)),
        counted=COUNTED,
    )


def _stepped(crowd: Crowd, base: int) -> str:
    """Rows of crowds that reach another step than the old rows alone did."""
    columns = ", ".join(crowd.on)
    on = " AND ".join(f"r.{each} = g.{each}" for each in crowd.on)
    old = f"count(CASE WHEN rec < {base} THEN 1 END)"
    stepped = " OR ".join(f"({old} < {least} AND count(*) >= {least})" for least in crowd.steps)
    grown = f"SELECT {columns} FROM rows GROUP BY {columns} HAVING {stepped}"
    return f"SELECT r.rec FROM rows AS r JOIN ({grown}) AS g ON {on}"


def by_chance(spec: LinkSpec, size: int, times: int) -> str:
    """Patterns of pairs that nothing brought together, and how many have each: every row with `times` others."""
    drawn = " UNION ALL ".join(
        f"SELECT rec AS l, (rec * 7919 + {n} * 104729) % {size} AS r FROM crowded" for n in range(1, times + 1)
    )
    patterns = compared(spec, f"SELECT l, r FROM ({drawn}) AS d WHERE l <> r")
    return f"SELECT pattern, count(*) AS pairs FROM ({patterns}) AS p GROUP BY pattern"


def compared(spec: LinkSpec, pairs: str) -> str:
    """The pattern of each pair that a query gives."""
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

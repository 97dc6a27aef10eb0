"""Who is accused of what by whom, who denies and who admits: events as rows, parties as columns."""

from collections import Counter
from textwrap import wrap

from sijill.model.finding import Attribution, Finding
from sijill.publish.material import Material
from sijill.publish.pictures.shapes import (
    DEEP,
    LEFT,
    LINE,
    REPORTED,
    RIGHT,
    SOFT,
    WIDTH,
    line,
    linked,
    rect,
    shortened,
    text,
)
from sijill.publish.wording import _

EVENTS, PARTIES, ROW, TOP = 24, 6, 26, 40


def accused(material: Material, top: str) -> tuple[list[str], float] | None:
    """The matrix. A full square: independent sources accuse, with their number; a hollow one: only interested ones."""
    named: Counter[str] = Counter()
    for each in material.findings:
        named.update({row.party for row in each.attribution})
    parties = [party for party, _ in sorted(named.items(), key=lambda each: (-each[1], each[0]))[:PARTIES]]
    findings = sorted(
        (each for each in material.findings if any(row.party in parties for row in each.attribution)),
        key=lambda each: (-sum(len(row.accused_by) + len(row.denied_by) for row in each.attribution), each.id),
    )[:EVENTS]
    if not findings:
        return None
    wide = (WIDTH - LEFT - RIGHT) / len(parties)
    say = material.say
    parts = []
    for at, party in enumerate(parties):
        for number, told in enumerate(wrap(material.party_name(party), max(8, int(wide / 7.5)))[:2]):
            parts.append(text(LEFT + wide * (at + 0.5), 16 + 15 * number, told, anchor="middle", size=12, bold=True))
    for at, finding in enumerate(findings):
        y = TOP + ROW * at
        label = shortened(f"{say.plain(finding.act)}{say(', ')}{say.period(finding.when)}", 36)
        cells = "".join(
            _cell(_of_party(finding, party), LEFT + wide * (col + 0.5), y + ROW / 2)
            for col, party in enumerate(parties)
        )
        name = text(LEFT - 10, y + ROW / 2 + 4, label, anchor="end", size=12)
        parts.append(line(16, y, WIDTH - RIGHT, y, stroke=LINE))
        parts.append(linked(f"{top}events/{finding.id}.html#who", name + cells, finding.title))
    base = TOP + ROW * len(findings)
    return [*parts, line(16, base, WIDTH - RIGHT, base, stroke=LINE), *_key(material, base + 24)], base + 40


def _of_party(finding: Finding, party: str) -> list[Attribution]:
    return [row for row in finding.attribution if row.party == party]


def _cell(rows: list[Attribution], x: float, y: float) -> str:
    parts = []
    if any(row.accused_by for row in rows):
        sources = max(row.independent_accusers for row in rows)
        parts.append(rect(x - 22, y - 8, 16, 16, REPORTED if sources else "#ffffff", edge=REPORTED))
        if sources:
            parts.append(text(x - 14, y + 4, str(sources), anchor="middle", size=11, fill="#ffffff", bold=True))
    if any(row.denied_by for row in rows):
        parts.append(line(x - 2, y, x + 12, y, stroke=DEEP, width=4))
    if any(row.accepted_by for row in rows):
        parts.append(f'<path d="M{x + 24:.1f},{y - 8:.1f}l8,8l-8,8l-8,-8z" fill="{REPORTED}" stroke="{REPORTED}"/>')
    return "".join(parts)


def _key(material: Material, y: float) -> list[str]:
    say = material.say
    told = (
        (rect(16, y - 11, 14, 14, REPORTED), _("accused by independent sources (how many)")),
        (rect(16, y - 11, 14, 14, "#ffffff", edge=REPORTED), _("accused by the interested only")),
        (line(16, y - 4, 30, y - 4, stroke=DEEP, width=4), _("denied")),
        (f'<path d="M23,{y - 12:.1f}l8,8l-8,8l-8,-8z" fill="{REPORTED}"/>', _("accepted")),
    )
    parts, x = [], 0.0
    for shape, words in told:
        parts.append(f'<g transform="translate({x:g},0)">{shape}{text(36, y, say(words), size=11.5, fill=SOFT)}</g>')
        x += 44 + 6.3 * len(say(words))
    return parts

"""How much of what is known comes from whom: claims by their origin, copies of one origin together."""

from collections import Counter

from sijill.publish.material import Material, interested_parties
from sijill.publish.pictures.shapes import (
    DEEP,
    LEFT,
    LINE,
    RIGHT,
    SOFT,
    WIDTH,
    hatch,
    line,
    rect,
    round_step,
    shortened,
    text,
)

MOST, ROW, TOP = 20, 25, 26


def origins(material: Material, _top: str) -> tuple[list[str], float] | None:
    """A bar for each origin [claims]; hatched: claims of voices that belong to a party to the conflict."""
    claims: Counter[str] = Counter()
    interested: Counter[str] = Counter()
    for finding in material.findings:
        for claim in finding.claims:
            name = material.origin_name(material.origins.get(claim) or material.claims[claim].document)
            claims[name] += 1
            interested[name] += bool(interested_parties(material.claims[claim].speakers))
    if not claims:
        return None
    shown = sorted(claims.items(), key=lambda each: (-each[1], each[0]))
    most = shown[0][1]
    wide = WIDTH - LEFT - RIGHT - 30
    base = TOP + ROW * min(len(shown), MOST)
    parts = [hatch("hatch-origins", DEEP)]
    for each in range(0, most + 1, round_step(most)):
        x = LEFT + wide * each / most
        parts += [
            line(x, TOP - 4, x, base, stroke=LINE),
            text(x, base + 16, f"{each:,}", anchor="middle", size=12, fill=SOFT),
        ]
    for at, (name, number) in enumerate(shown[:MOST]):
        y, plain = TOP + ROW * at + 5, number - interested[name]
        middle = LEFT + wide * plain / most
        parts += [
            text(LEFT - 10, y + 12, shortened(name, 36), anchor="end", size=12),
            rect(LEFT, y, middle - LEFT, 15, DEEP),
            rect(
                middle,
                y,
                wide * interested[name] / most,
                15,
                "url(#hatch-origins)",
                edge=DEEP if interested[name] else "",
            ),
            text(LEFT + wide * number / most + 6, y + 12, f"{number:,}", size=12, fill=SOFT),
        ]
    return parts, base + 26

"""Rows of a sheet of incidents as Airwars codes them: killed and injured as minimum and maximum, groups, grade.

Columns by their names: code, date, location, latitude, longitude, belligerent, strike_type, killed_min, killed_max,
injured_min, injured_max, children_min, children_max, women_min, women_max, men_min, men_max, grading. A column that is
not there is not said.
"""

from sijill.extract.datasets.coded import Coded, number_of, period, point
from sijill.model.claim import Act, Claim, Harm, Reading, Status, Victims
from sijill.model.party import Actor
from sijill.model.place import PlacePrecision
from sijill.model.when import Precision

ACTS = {"airstrike": Act.AIRSTRIKE, "drone strike": Act.AIRSTRIKE, "artillery": Act.SHELLING, "shelling": Act.SHELLING}
GROUPS = ("children", "women", "men")


def read_airwars(coded: Coded) -> list[tuple[Claim, Reading]]:
    """The civilians killed with their groups, and those injured."""
    belligerents = [each.strip() for each in coded.cell("belligerent").split(",") if each.strip()]
    act = ACTS.get(coded.cell("strike_type").casefold(), Act.KILLING)
    day = coded.cell("date")
    counts = {group: _bounds(coded, group) for group in GROUPS}
    known = {group: bounds for group, bounds in counts.items() if bounds != (None, None)}
    out = []
    for harm, stem in ((Harm.KILLED, "killed"), (Harm.INJURED, "injured")):
        low, high = _bounds(coded, stem)
        if low is None and high is None:
            continue
        claim = coded.claim(
            (f"{stem}_min", f"{stem}_max"),
            act=act,
            harm=harm,
            actors=tuple(Actor(name=name) for name in belligerents),
            toll=number_of(low, low, high, str(low) if low == high else f"{low} to {high}"),
            when=period(day, day, Precision.DAY),
            where=point(
                coded.cell("location"), coded.cell("latitude"), coded.cell("longitude"), PlacePrecision.SETTLEMENT
            ),
            victims=Victims(
                text="civilians",
                status=Status.CIVILIAN,
                groups=tuple(known) if harm is Harm.KILLED else (),
                counts=known if harm is Harm.KILLED else {},
            ),
        )
        columns = {"toll": f"{stem}_min", "actor": "belligerent", "when": "date", "where": "location"}
        out.append((claim, coded.reading(claim, columns)))
    return out


def _bounds(coded: Coded, stem: str) -> tuple[int | None, int | None]:
    return coded.whole(f"{stem}_min"), coded.whole(f"{stem}_max")

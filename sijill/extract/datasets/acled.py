"""ACLED rows: events with one number of fatalities (columns and codes: ACLED Codebook)."""

from sijill.extract.datasets.coded import Coded, number_of, period, point
from sijill.model.claim import Act, Claim, Harm, Reading
from sijill.model.party import Actor
from sijill.model.place import PlacePrecision
from sijill.model.source import Speaker, SpeakerKind
from sijill.model.when import Precision

WHERE = {1: PlacePrecision.SETTLEMENT, 2: PlacePrecision.DISTRICT, 3: PlacePrecision.PROVINCE}
WHEN = {1: Precision.DAY, 2: Precision.WEEK, 3: Precision.MONTH}
OF_SUB_EVENT = {
    "Attack": Act.KILLING,
    "Armed clash": Act.ARMED_CLASH,
    "Air/drone strike": Act.AIRSTRIKE,
    "Shelling/artillery/missile attack": Act.SHELLING,
    "Suicide bomb": Act.BOMBING,
    "Remote explosive/landmine/IED": Act.BOMBING,
    "Grenade": Act.BOMBING,
    "Chemical weapon": Act.CHEMICAL_ATTACK,
    "Abduction/forced disappearance": Act.ABDUCTION,
    "Sexual violence": Act.SEXUAL_VIOLENCE,
    "Arrests": Act.DETENTION,
    "Looting/property destruction": Act.DESTRUCTION,
    "Government regains territory": Act.TERRITORIAL_CONTROL,
    "Non-state actor overtakes territory": Act.TERRITORIAL_CONTROL,
    "Excessive force against protesters": Act.SHOOTING,
}
MONTHS = "January February March April May June July August September October November December".split()
BOTH_FIGHT = frozenset({"Battles"})


def read_acled(coded: Coded) -> list[tuple[Claim, Reading]]:
    """One claim: its fatalities. Blank is not zero."""
    fatalities = coded.whole("fatalities")
    first, second = coded.cell("actor1"), coded.cell("actor2")
    fight = coded.cell("event_type") in BOTH_FIGHT
    actors = tuple(Actor(name=name) for name in ((first, second) if fight else (first,)) if name)
    day = _day(coded.cell("event_date"))
    sources = [each.strip() for each in coded.cell("source").split(";") if each.strip()]
    claim = coded.claim(
        ("fatalities",) if fatalities is not None else ("sub_event_type",),
        act=OF_SUB_EVENT.get(coded.cell("sub_event_type"), Act.OTHER),
        harm=Harm.KILLED if fatalities is not None else Harm.NONE,
        actors=actors,
        toll=number_of(fatalities, fatalities, fatalities, str(fatalities)) if fatalities is not None else None,
        when=period(day, day, WHEN.get(coded.whole("time_precision") or 0, Precision.UNKNOWN)),
        where=point(
            coded.cell("location"),
            coded.cell("latitude"),
            coded.cell("longitude"),
            WHERE.get(coded.whole("geo_precision") or 0, PlacePrecision.UNKNOWN),
        ),
        speakers=(Speaker(name=sources[0], kind=SpeakerKind.UNKNOWN),) if len(sources) == 1 else (),
    )
    columns = {"toll": "fatalities", "actor": "actor1", "when": "event_date", "where": "location"}
    return [(claim, coded.reading(claim, {**columns, "act": "sub_event_type"}))]


def _day(cell: str) -> str:
    """2031-05-03, and 3 May 2031 or 03 May 2031 as ACLED writes it."""
    parts = cell.split()
    if len(parts) == 3 and parts[1] in MONTHS and parts[0].isdecimal() and parts[2].isdecimal():
        return f"{parts[2]}-{MONTHS.index(parts[1]) + 1:02}-{int(parts[0]):02}"
    return cell

"""UCDP GED rows, of every edition: read by the names of the columns (codebook: Sundberg and Melander 2013)."""

from sijill.extract.datasets.coded import Coded, number_of, period, point
from sijill.model.claim import Act, Claim, Harm, Reading, Status, Victims
from sijill.model.party import Actor
from sijill.model.place import PlacePrecision
from sijill.model.source import Speaker, SpeakerKind
from sijill.model.toll import Toll
from sijill.model.when import Precision

ONE_SIDED = 3
WHERE = {
    1: PlacePrecision.SETTLEMENT,
    2: PlacePrecision.DISTRICT,
    3: PlacePrecision.DISTRICT,
    4: PlacePrecision.PROVINCE,
    5: PlacePrecision.PROVINCE,
    6: PlacePrecision.COUNTRY,
}
WHEN = {1: Precision.DAY, 2: Precision.RANGE, 3: Precision.WEEK, 4: Precision.MONTH, 5: Precision.YEAR}
DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def read_ucdp(coded: Coded) -> list[tuple[Claim, Reading]]:
    """The deaths of the event, and of each side as a part of them."""
    one_sided = coded.whole("type_of_violence") == ONE_SIDED
    a, b = Actor(name=coded.cell("side_a")), Actor(name=coded.cell("side_b"))
    actors = (a,) if one_sided else (a, b)
    when = period(
        coded.cell("date_start"), coded.cell("date_end"), WHEN.get(coded.whole("date_prec") or 0, Precision.UNKNOWN)
    )
    where = point(
        coded.cell("where_coordinates"),
        coded.cell("latitude"),
        coded.cell("longitude"),
        WHERE.get(coded.whole("where_prec") or 0, PlacePrecision.UNKNOWN),
    )
    low, best, high = (coded.whole(each) for each in ("low", "best", "high"))
    act = Act.KILLING if one_sided else Act.ARMED_CLASH
    speakers = _speakers(coded)
    total = coded.claim(
        ("low", "best", "high"),
        act=act,
        harm=Harm.KILLED,
        actors=actors,
        toll=number_of(low, best, high, f"{best}"),
        when=when,
        where=where,
        speakers=speakers,
    )
    columns = {"toll": "best", "actor": "side_a", "when": "date_start", "where": "where_coordinates"}
    out = [(total, coded.reading(total, columns))]
    by = {"deaths_a": (b,), "deaths_b": (a,), "deaths_civilians": actors, "deaths_unknown": actors}
    for column in DEATHS:
        number = coded.whole(column)
        if number:
            part = coded.claim(
                (column,),
                act=act,
                harm=Harm.KILLED,
                actors=by[column],
                toll=Toll(number=number, low=number, high=number, text=str(number), subset_of=total.id),
                when=when,
                where=where,
                victims=_victims(column, a.name, b.name),
                speakers=speakers,
            )
            out.append((part, coded.reading(part, {"toll": column})))
    return out


def _victims(column: str, side_a: str, side_b: str) -> Victims:
    match column:
        case "deaths_a":
            return Victims(text=side_a, status=Status.COMBATANT)
        case "deaths_b":
            return Victims(text=side_b, status=Status.COMBATANT)
        case "deaths_civilians":
            return Victims(text="civilians", status=Status.CIVILIAN)
        case _:
            return Victims(text="people of unknown side")


def _speakers(coded: Coded) -> tuple[Speaker, ...]:
    """Where the dataset knows of one source only, it is that one's word."""
    original = coded.cell("source_original") or coded.cell("source_office")
    single = coded.whole("number_of_sources") == 1 and original
    return (Speaker(name=original, kind=SpeakerKind.UNKNOWN),) if single else ()

"""A row's columns as claims: what readers of all datasets need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijill.model.claim import Act, Claim, ClaimId, Harm, Reading, Victims, identified
from sijill.model.claim import Part as ReadPart
from sijill.model.dataset import DatasetRow, spans_of
from sijill.model.document import DocumentId
from sijill.model.party import Actor
from sijill.model.place import PlacePrecision, Where
from sijill.model.source import Speaker
from sijill.model.toll import Hedge, Toll
from sijill.model.when import Period, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A row while it is read: the text that its claims point into, and where each column stands in it."""

    document: DocumentId
    text: str
    row: DatasetRow
    spans: Mapping[str, tuple[int, int]]

    @classmethod
    def of(cls, document: DocumentId, text: str, row: DatasetRow) -> "Coded":
        return cls(document=document, text=text, row=row, spans=spans_of(text))

    def cell(self, column: str) -> str:
        """What stands in a column; "" where there is none."""
        return self.row.cells.get(column, "").strip()

    def whole(self, column: str) -> int | None:
        """A whole number, also written as 4.0; None where none stands there."""
        return whole_number(self.cell(column))

    def claim(
        self,
        columns: Iterable[str],
        *,
        act: Act,
        harm: Harm,
        actors: tuple[Actor, ...],
        toll: Toll | None,
        when: Period,
        where: Where,
        victims: Victims | None = None,
        speakers: tuple[Speaker, ...] = (),
    ) -> Claim:
        """A claim that rests on these columns: its quote reaches from the first to the last of them in the text."""
        points = [self.spans[each] for each in columns if each in self.spans]
        span = (min(start for start, _ in points), max(end for _, end in points))
        claim = Claim(
            id=ClaimId(""),
            document=self.document,
            span=span,
            quote=self.text[span[0] : span[1]],
            speakers=speakers,
            act=act,
            harm=harm,
            actors=actors,
            victims=victims,
            toll=toll,
            when=when,
            where=where,
            extractor=f"dataset:{self.row.dataset}@1",
        )
        return identified(claim)

    def reading(self, claim: Claim, columns: Mapping[str, str]) -> Reading:
        """How the claim was read. columns: field of the claim -> the column that it was read from."""
        rule = f"dataset:{self.row.dataset}"
        parts = tuple(
            ReadPart(field=field, start=self.spans[column][0], end=self.spans[column][1], rule=f"{rule}:{column}")
            for field, column in columns.items()
            if column in self.spans
        )
        return Reading(claim=claim.id, rules=(rule,), parts=parts)


def whole_number(cell: str) -> int | None:
    """4 and 4.0 as 4; None for anything else."""
    try:
        value = float(cell)
    except ValueError:
        return None
    return int(value) if value == int(value) and abs(value) < 1e15 else None


def number_of(low: int | None, best: int | None, high: int | None, text: str) -> Toll | None:
    """Bounds as coded. Where they cross, the number alone stands: capture has asked about the row."""
    if best is None and low is None and high is None:
        return None
    crossed = low is not None and high is not None and low > high
    return Toll(
        number=best if best is not None else low,
        low=None if crossed else low,
        high=None if crossed else high,
        text=text,
        hedge=Hedge.EXACT if low == high else Hedge.BETWEEN,
    )


def period(start: str, end: str, precision: Precision) -> Period:
    """Days as coded; unknown where they are none or cross."""
    first, last = start[:10], end[:10] or start[:10]
    right = len(first) == 10 and len(last) == 10 and first <= last
    return Period(start=first, end=last, precision=precision, text=first) if right else Period(text=start or None)


def point(text: str, lat: str, lon: str, precision: PlacePrecision) -> Where:
    """A place as coded, with its coordinates."""
    try:
        north, east = float(lat), float(lon)
    except ValueError:
        return Where(text=text or None)
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        return Where(text=text or None)
    return Where(text=text or None, lat=north, lon=east, precision=precision)

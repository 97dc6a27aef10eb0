"""A range of reports as a page shows it: in words, with what each bound rests on, its parts, and its history."""

from collections.abc import Mapping
from dataclasses import dataclass

from sijill.model.claim import Claim, Harm
from sijill.model.finding import CasualtyRange, Finding
from sijill.publish.material import Material
from sijill.publish.quotes import Quote, Quotes
from sijill.publish.views.timeline import Chart, chart
from sijill.publish.wording import Wording, _

OPEN = _("open: nobody gives a limit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One edge of a range, and the words it rests on."""

    name: str
    told: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The toll as it stood on a day."""

    day: str
    told: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A range of reports in words. without_number: words that speak of this harm and give no number."""

    anchor: str
    name: str
    told: str
    policy: str
    bounds: list[Bound]
    without_number: tuple[Quote, ...]
    parts: "list[Figure]"
    moments: list[Moment]
    chart: Chart | None


def ranges(finding: Finding, material: Material, quotes: Quotes) -> list[Figure]:
    """One figure a harm, in the order of the finding."""
    return [_figure(harm, each, finding, material, quotes) for harm, each in harms(finding)]


def harms(finding: Finding) -> list[tuple[Harm, CasualtyRange]]:
    """The harms to people that a finding has ranges for."""
    return [(harm, each) for harm, each in finding.tolls.items() if harm is not Harm.NONE]


def _figure(harm: Harm, reported: CasualtyRange, finding: Finding, material: Material, quotes: Quotes) -> Figure:
    say = material.say
    speaking = [each for each in finding.claims if _of_harm(material.claims[each], harm)]
    return Figure(
        anchor=harm.value,
        name=say.harm(harm),
        told=say.figure(reported),
        policy=reported.policy,
        bounds=_bounds(reported, quotes, say),
        without_number=quotes(speaking) if reported.low is None and reported.high is None else (),
        parts=_parts({**reported.by_status, **reported.by_group}, quotes, material),
        moments=[
            Moment(day=say.day(each.as_of), told=say.bounds(each.low, each.high), quotes=quotes(each.claims))
            for each in reported.over_time
        ],
        chart=chart(reported.over_time, say),
    )


def _of_harm(claim: Claim, harm: Harm) -> bool:
    return claim.harm is harm and claim.stance.value == "asserts"


def _bounds(reported: CasualtyRange, quotes: Quotes, say: Wording) -> list[Bound]:
    same = reported.low == reported.high and set(reported.low_rests_on) == set(reported.high_rests_on)
    if same and reported.low is not None:
        return [Bound(name=say(_("The number")), told=f"{reported.low:,}", quotes=quotes(reported.low_rests_on))]
    edges = (
        (say(_("Lowest")), reported.low, reported.low_rests_on),
        (say(_("Highest")), reported.high, reported.high_rests_on),
    )
    return [
        Bound(name=name, told=say(OPEN) if number is None else f"{number:,}", quotes=quotes(claims))
        for name, number, claims in edges
        if number is not None or claims
    ]


def _parts(parts: Mapping[str, CasualtyRange], quotes: Quotes, material: Material) -> list[Figure]:
    return [
        Figure(
            anchor="",
            name=material.part(name),
            told=material.say.figure(each),
            policy=each.policy,
            bounds=_bounds(each, quotes, material.say),
            without_number=(),
            parts=[],
            moments=[],
            chart=None,
        )
        for name, each in parts.items()
    ]

"""Estimates on a page: the range over models first, each figure under its assumption, in a colour of its own."""

from dataclasses import dataclass

from markupsafe import Markup

from sijill.model.estimate import Estimate, EstimateKind
from sijill.publish import estimated, words
from sijill.publish.material import Material
from sijill.publish.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRow:
    """One model: what it estimates under what must hold, or why it gives nothing."""

    model: str
    assumption: str
    median: str
    interval: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow:
    """What a model, or the range over models, would say under another choice made before any number was seen."""

    model: str
    choice: str
    interval: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimatesView:
    """What a page shows of the estimates of a whole case. told: the range over models, "" where there is none."""

    documented: str
    lists: list[str]
    told: str
    refused: str
    picture: Markup
    rows: list[ModelRow]
    choices: list[ChoiceRow]
    caveats: list[str]


def estimates(material: Material) -> EstimatesView | None:
    """Of everybody together; None where nothing was estimated."""
    whole = [each for each in material.estimates if each.stratum == ""]
    if not whole:
        return None
    headline = whole[0]
    say = material.say
    found = headline.range_over_models
    return EstimatesView(
        documented=f"{headline.documented:,}",
        lists=list(headline.lists),
        told=_rounded(found, say) if found else "",
        refused=say.sentence(headline.refused) if headline.refused is not None else "",
        picture=Markup(estimated.picture(whole, title=material.title, say=say)),  # noqa: S704
        rows=[_row(each, headline, say) for each in estimated.models_of(whole)],
        choices=[_choice(each, say) for each in whole if each.kind is EstimateKind.CHOICE],
        caveats=[say(each) for each in estimated.CAVEATS],
    )


def _row(each: Estimate, headline: Estimate, say: Wording) -> ModelRow:
    refused = words.sentence(each.refused) if each.refused is not None else ""
    return ModelRow(
        model=estimated.named(each, headline, say),
        assumption=say(estimated.ASSUMPTIONS.get(each.assumption, each.assumption)),
        median=estimated.about(each.median) if not refused else "",
        interval=refused or _interval(each, say),
    )


def _interval(each: Estimate, say: Wording) -> str:
    return "-" if each.low95 is None or each.high95 is None else _rounded((each.low95, each.high95), say)


def _choice(each: Estimate, say: Wording) -> ChoiceRow:
    model = say(estimated.MODELS.get(each.model, each.model))
    refused = words.sentence(each.refused) if each.refused is not None else ""
    told = _interval(each, say)
    if each.model == estimated.HEADLINE:
        told = _rounded(each.range_over_models, say) if each.range_over_models else "-"
    return ChoiceRow(model=model, choice=str(each.diagnostics.get("choice") or ""), interval=refused or told)


def _rounded(limits: tuple[float, float], say: Wording) -> str:
    """ "9,070 to 16,700"."""
    low, high = (round(estimated.significant(each)) for each in limits)
    return say.bounds(low, high)

"""Estimates on a page: the range over models first, each figure under its assumption, in a colour of its own."""

from dataclasses import dataclass

from markupsafe import Markup

from sijill.model.estimate import Estimate
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
class EstimatesView:
    """What a page shows of the estimates of a whole case. told: the range over models, "" where there is none."""

    documented: str
    lists: list[str]
    told: str
    refused: str
    picture: Markup
    rows: list[ModelRow]
    caveats: list[str]


def estimates(material: Material) -> EstimatesView | None:
    """Of everybody together; None where nothing was estimated."""
    whole = [each for each in material.estimates if each.stratum == ""]
    if not whole:
        return None
    headline, *models = whole
    say = material.say
    found = headline.range_over_models
    return EstimatesView(
        documented=f"{headline.documented:,}",
        lists=list(headline.lists),
        told=say.bounds(*(round(estimated.significant(each)) for each in found)) if found else "",
        refused=say.sentence(headline.refused) if headline.refused is not None else "",
        picture=Markup(estimated.picture(whole, title=material.title)),  # noqa: S704
        rows=[_row(each, say) for each in models],
        caveats=[say(each) for each in estimated.CAVEATS],
    )


def _row(each: Estimate, say: Wording) -> ModelRow:
    refused = words.sentence(each.refused) if each.refused is not None else ""
    return ModelRow(
        model=say(estimated.MODELS.get(each.model, each.model)),
        assumption=say(estimated.ASSUMPTIONS.get(each.assumption, each.assumption)),
        median=estimated.about(each.median) if not refused else "",
        interval=refused or estimated.interval(each.low95, each.high95),
    )

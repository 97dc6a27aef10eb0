"""Words for a number that give none. Which words they are is here; what each is worth is in the table of a policy."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sijill.assess.figure import Figure, counted_alone
from sijill.assess.testimony import Testimony
from sijill.model.claim import Harm, Modality, Stance, Status
from sijill.model.toll import Extent, Hedge

WORD = re.compile(r"[^\W\d_]+")
WORDS = {
    "tens": ("tens", "عشرات"),
    "dozens": ("dozens", "dozen"),
    "scores": ("scores", "score"),
    "hundreds": ("hundreds", "مئات"),
    "thousands": ("thousands", "الاف", "آلاف"),
    "several": ("several", "few", "some", "many", "number", "عدة", "بضعة", "عدد"),
}
PLURALS = frozenset(
    "people persons children women men families civilians victims relatives others residents"
    " أشخاص اشخاص مدنيين مدنيون أطفال اطفال نساء رجال ضحايا شهداء قتلى جرحى".split()
)
NO_PLURAL = frozenset("his this its was us is as was has series news".split())
Worth = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """What words are worth [persons, low and high]; `plural`: of people in the plural without a number."""

    words: Mapping[str, Worth] = field(default_factory=dict)
    plural: Worth | None = None


def vague_figures(testimonies: Iterable[Testimony], harm: Harm, vague: Vague) -> list[Figure]:
    """A figure for each claim of a harm that says "dozens", or speaks of people in the plural, and gives no number."""
    found = []
    for each in testimonies:
        claim = each.claim
        asserted = claim.stance in (Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY)
        numbered = claim.toll is not None and (
            claim.toll.number is not None or claim.toll.low is not None or claim.toll.high is not None
        )
        cumulative = claim.toll is not None and claim.toll.cumulative
        if claim.harm is not harm or not asserted or claim.modality is not Modality.ACTUAL or numbered or cumulative:
            continue
        worth = _worth(each, vague)
        if worth is not None:
            found.append(_figure(each, worth))
    return found


def _worth(each: Testimony, vague: Vague) -> Worth | None:
    claim = each.claim
    if claim.toll is not None:
        said = WORD.findall(claim.toll.text.casefold())
        named = next((name for name, forms in WORDS.items() if not set(forms).isdisjoint(said)), None)
        return vague.words.get(named, vague.plural) if named else vague.plural
    if claim.victims is None or vague.plural is None:
        return None
    return vague.plural if any(map(_is_plural, WORD.findall(claim.victims.text.casefold()))) else None


def _is_plural(word: str) -> bool:
    regular = word.endswith("s") and not word.endswith("ss") and len(word) > 3 and word not in NO_PLURAL
    return word in PLURALS or regular


def _figure(each: Testimony, worth: Worth) -> Figure:
    claim = each.claim
    return Figure(
        claims=(claim.id,),
        harm=claim.harm,
        low=worth[0],
        high=worth[1],
        hedge=Hedge.VAGUE,
        text=claim.toll.text if claim.toll else claim.victims.text if claim.victims else "",
        part=claim.toll is not None and claim.toll.extent is Extent.PART,
        subset=claim.toll is not None and claim.toll.subset_of is not None,
        people=counted_alone(claim.victims) if claim.victims else frozenset(),
        kind=frozenset(),
        span=claim.span,
        status=claim.victims.status if claim.victims else Status.UNKNOWN,
        document=claim.document,
        origin=each.origin,
        moment=each.moment,
        interested=each.interested,
    )


def least_most(found: Sequence[Figure]) -> Worth | None:
    """The least of the first that was told, the most of any; None where nobody says how many at all."""
    if not found:
        return None
    return found[0].low or 0, max(each.high or 0 for each in found)

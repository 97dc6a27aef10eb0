"""The set of pictures of a release: each with its word, scope, date and policy, as a drawing that speaks for itself."""

from collections.abc import Callable
from dataclasses import dataclass

from sijill.publish import estimated
from sijill.publish.material import Material
from sijill.publish.pictures import accused, origins, over_time, ranges
from sijill.publish.pictures.bins import binned
from sijill.publish.pictures.shapes import drawing, heading, line_in
from sijill.publish.wording import _

Drawn = Callable[[Material, str], tuple[list[str], float] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture. word: documented | range of reports | estimated; caption: what it counts and leaves out.

    shown   for a page, with links        alone   for a file, with title and caption in it
    """

    name: str
    title: str
    word: str
    caption: tuple[str, ...]
    shown: str
    alone: str


KINDS: tuple[tuple[str, str, str, str, Drawn], ...] = (
    (
        "timeline",
        _("Events over time"),
        _("documented"),
        _("Number of events; below the axis what is known only by a longer period, as long as that is."),
        over_time.timeline,
    ),
    (
        "toll_over_time",
        _("Killed over time"),
        _("range of reports"),
        _("Full: the lowest numbers together; pale: to the highest; an arrow: open above; +n?: events with none."),
        over_time.toll,
    ),
    (
        "ranges",
        _("Killed in single events"),
        _("range of reports"),
        _("From the lowest to the highest number of reports; an arrow: no limit is given; pale: no lowest."),
        ranges.ranges,
    ),
    (
        "attribution",
        _("Who is accused, who denies, who admits"),
        _("documented"),
        _("What reports claim. An accusation is a claim of whoever makes it; nothing here decides guilt."),
        accused.accused,
    ),
    (
        "sources",
        _("Where the claims come from"),
        _("documented"),
        _("Claims by origin, copies of one together. Hatched: voices that belong to a party to the conflict."),
        origins.origins,
    ),
)


def pictures(material: Material, *, top: str = "") -> list[Picture]:
    """Those for which there is something to draw. top: the way from the page to the others."""
    made = []
    for name, title, word, told, draw in KINDS:
        found = draw(material, top)
        if found is not None:
            made.append(_made(material, (name, title, word), told, found))
    whole = [each for each in material.estimates if each.stratum == ""]
    if whole:
        made.append(_estimates(material))
    return made


def of_events(material: Material, *, top: str = "") -> Picture | None:
    """The timeline alone, for the first page."""
    name, title, word, told, draw = KINDS[0]
    found = draw(material, top)
    return None if found is None else _made(material, (name, title, word), told, found)


def _made(material: Material, named: tuple[str, str, str], told: str, found: tuple[list[str], float]) -> Picture:
    name, title, word = named[0], material.say(named[1]), material.say(named[2])
    parts, height = found
    caption = (*_caption(material, word, told), *_axis(name, material))
    head = heading(26, title)
    moved = [head, f'<g transform="translate(0,28)">{"".join(parts)}</g>']
    return Picture(
        name=name,
        title=title,
        word=word,
        caption=caption,
        shown=drawing(parts, height=height, title=title),
        alone=drawing(
            moved, height=height + 34, title=title, caption=[line_in(material.say.language, each) for each in caption]
        ),
    )


def _caption(material: Material, word: str, told: str, *, policy: bool = True) -> tuple[str, ...]:
    say, edition = material.say, material.edition
    scope = material.title if not material.scope else f"{material.title}, {material.scope}"
    headline = next((told.policy for each in material.findings for told in each.tolls.values()), "")
    by = say.fill(_("by the policy “{policy}”"), policy=headline) if headline and policy else ""
    as_of = f"{say(_('as of'))} {say.day(edition.as_of)}" if edition.as_of else ""
    release = f"{say(_('Release'))} {edition.number} ({edition.profile.value})" if edition.number else ""
    where_from = say(_(", ")).join(each for each in (scope, release, as_of, by) if each)
    return (f"{word}. {say(told)}", f"{where_from}.")


def _axis(name: str, material: Material) -> tuple[str, ...]:
    """What this axis leaves out, or how it is drawn."""
    say = material.say
    if name == "ranges":
        findings = ranges.of_events(material)
        how = _("Logarithmic axis, of one person more.") if ranges.logarithmic(findings) else _("Linear axis.")
        which = say.fill(_("The {number} events with the greatest numbers."), number=len(findings))
        return (f"{which} {say(how)}",)
    if name in ("timeline", "toll_over_time"):
        found = binned(material.findings)
        left = over_time.left_out(found, say) if found is not None else ""
        return (say.fill(_("Not drawn: {events}."), events=left),) if left else ()
    return ()


def _estimates(material: Material) -> Picture:
    say = material.say
    whole = [each for each in material.estimates if each.stratum == ""]
    word, title = say(_("estimated")), say(_("How many there were with those whom nobody documented"))
    told = _("Intervals of 95 percent, each under its own assumption; the blue line: those documented by name.")
    drawn = estimated.picture(whole, title=title, say=say)
    return Picture(
        name="estimates",
        title=title,
        word=word,
        caption=_caption(material, word, told, policy=False),
        shown=drawn,
        alone=drawn,
    )

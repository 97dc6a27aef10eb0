"""Sieges, occupations and campaigns: long, one a place, and events lie in them. Their claims carry no event's toll."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sijill.link.pairs.sketch import Sketch
from sijill.link.portrait import Portrait, portrait
from sijill.model.claim import ClaimId
from sijill.model.document import DocumentId
from sijill.model.event import EventId, Situation, situation_id

APART_DAYS = 366  # two spells of one theme at one place with a longer gap are two situations
RANK = {"siege": 0, "control": 1}
Theme = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """A situation with what is needed to find the events that lie in it."""

    situation: Situation
    theme: Theme
    portrait: Portrait


def settings_of(
    sketches: Sequence[Sketch], same: Sequence[tuple[ClaimId, ClaimId]] = ()
) -> tuple[list[Setting], dict[ClaimId, str]]:
    """Situations from claims in ledger order; and the claims that are in none, with the reason.

    same   claims whose situations an analyst judged to be one
    """
    placed: dict[tuple[Theme, str], list[Sketch]] = defaultdict(list)
    unplaced = []
    for sketch in sketches:
        ground = sketch.town or sketch.place or sketch.place_words
        if ground is None:
            unplaced.append(sketch)
        else:
            placed[(theme(sketch), ground)].append(sketch)
    spells = [(key[0], spell) for key, members in placed.items() for spell in _spells(members)]
    aside = _attach(unplaced, spells)
    order = {sketch.id: at for at, sketch in enumerate(sketches)}
    for _, spell in spells:
        spell.sort(key=lambda each: order[each.id])
    spells = _judged(spells, same, order)
    lasting = [(kind, spell) for kind, spell in spells if not _said_once(kind, spell)]
    aside.update({each.id: "habit_said_once" for kind, spell in spells if _said_once(kind, spell) for each in spell})
    return [_setting(kind, spell) for kind, spell in lasting], aside


def _judged(
    spells: list[tuple[Theme, list[Sketch]]], same: Sequence[tuple[ClaimId, ClaimId]], order: Mapping[ClaimId, int]
) -> list[tuple[Theme, list[Sketch]]]:
    """The spells joined as judged, under the theme of the earlier one."""
    home = {sketch.id: at for at, (_, spell) in enumerate(spells) for sketch in spell}
    for pair in same:
        ends = [home[each] for each in pair if each in home]
        if len(set(ends)) != 2:
            continue
        kept, gone = sorted(ends, key=lambda at: min(order[each.id] for each in spells[at][1]))
        spells[kept][1].extend(spells[gone][1])
        spells[kept][1].sort(key=lambda each: order[each.id])
        home.update({each.id: kept for each in spells[gone][1]})
        spells[gone][1].clear()
    return [(kind, spell) for kind, spell in spells if spell]


def _said_once(kind: Theme, spell: Sequence[Sketch]) -> bool:
    """One sentence without a time ("they shell us") is no campaign yet. A siege is one as soon as somebody says so."""
    return kind[0] not in RANK and len(spell) == 1 and spell[0].days is None


def theme(sketch: Sketch) -> Theme:
    """A siege or an occupation whoever lays it; a campaign by what is done and who is said to do it."""
    if sketch.family in RANK:
        return (sketch.family, "")
    return (f"campaign of {sketch.family}", min(sketch.parties, default=""))


def _spells(members: list[Sketch]) -> list[list[Sketch]]:
    """One place's claims, split where more than a year lies between. Undated claims go with the first spell."""
    dated = sorted((each for each in members if each.days is not None), key=lambda each: (each.start, each.id))
    undated = [each for each in members if each.days is None]
    spells: list[list[Sketch]] = []
    reach = 0
    for each in dated:
        if not spells or each.start > reach + APART_DAYS:
            spells.append([])
            reach = each.end
        spells[-1].append(each)
        reach = max(reach, each.end)
    if not spells:
        return [undated]
    spells[0].extend(undated)
    return spells


def _attach(unplaced: Sequence[Sketch], spells: list[tuple[Theme, list[Sketch]]]) -> dict[ClaimId, str]:
    """A claim without a place belongs to the one situation of its theme in its document, if there is exactly one."""
    here: dict[tuple[DocumentId, Theme], list[int]] = defaultdict(list)
    for at, (kind, spell) in enumerate(spells):
        for document in sorted({each.document for each in spell}):
            here[(document, kind)].append(at)
    aside = {}
    for sketch in unplaced:
        found = here[(sketch.document, theme(sketch))]
        if len(found) == 1:
            spells[found[0]][1].append(sketch)
        else:
            aside[sketch.id] = "situation_without_place"
    return aside


def _setting(kind: Theme, spell: list[Sketch]) -> Setting:
    drawn = portrait(spell, whole_span=True)
    situation = Situation(
        id=situation_id(drawn.claims[0]), act=drawn.act, when=drawn.when, where=drawn.where, claims=drawn.claims
    )
    return Setting(situation=situation, theme=kind, portrait=drawn)


def surroundings(settings: Sequence[Setting]) -> Mapping[str, list[Setting]]:
    """Settings by place, a siege before an occupation before a campaign."""
    by_place: dict[str, list[Setting]] = defaultdict(list)
    for setting in sorted(settings, key=lambda each: (RANK.get(each.theme[0], 2), each.situation.id)):
        for place in setting.portrait.places:
            by_place[place].append(setting)
    return by_place


def lies_in(event: Portrait, around: Mapping[str, list[Setting]]) -> EventId | None:
    """The situation whose place holds the event and whose dated time meets it; of a campaign, the party too."""
    for place in event.ring:
        for setting in around.get(place, ()):
            if setting.portrait.dated and event.dated and _meets(setting, event):
                return setting.situation.id
    return None


def _meets(setting: Setting, event: Portrait) -> bool:
    if setting.portrait.start > event.end or event.start > setting.portrait.end:
        return False
    return setting.theme[0] in RANK or setting.theme[1] in event.parties

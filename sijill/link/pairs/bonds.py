"""What the words themselves say of how two claims belong together: a part, an answer, one breath, another incident."""

from sijill.language.besides import (
    goes_to_another,
    has_driven_out,
    is_the_latest,
    opens_another,
    takes_up_a_fight,
    tells_of_another,
)
from sijill.language.places.calling import stands_in
from sijill.link.pairs.compare import DEAD, HIT, SCENE, compare_victims
from sijill.link.pairs.families import RARE
from sijill.link.pairs.sketch import FINE_DAYS, Sketch
from sijill.model.claim import SAYS_NOT_HOW, Act, Harm

BREATH = 5
"""Code points between two claims, as many as ", and "."""
SURELY_APART = frozenset({"gas_beside_a_fight", "looks_back", "of_the_wider_fighting"})
FIGHTS = frozenset({Act.ARMED_CLASH, Act.OTHER})
"""A fight, or an attack of which nobody says how."""


def compare_bonds(a: Sketch, b: Sketch) -> str | None:
    """What the words themselves say of the relation: a part of it, an answer to it."""
    if b.id == a.claim.because or a.id == b.claim.because:
        return "answers_it"
    left = a.claim.toll.subset_of if a.claim.toll else None
    right = b.claim.toll.subset_of if b.claim.toll else None
    if left == b.id or right == a.id:
        return "part_of_it"
    if left is not None and left == right:
        return "parts_of_one"
    if _echoes(a, b) or _echoes(b, a):
        return "of_the_same_people"
    if _of_the_same_words(a, b):
        return "of_the_same_words"
    if takes_it_up(a, b):
        return "takes_it_up"
    if _gas_beside_a_fight(a, b):
        return "gas_beside_a_fight"
    if _of_the_wider_fighting(a, b) or _of_the_wider_fighting(b, a):
        return "of_the_wider_fighting"
    if _looks_back(a, b) or _looks_back(b, a):
        return "looks_back"
    return "opens_another" if _opens_another(a, b) else None


def _looks_back(then: Sketch, now: Sketch) -> bool:
    """ "On 25 May the group fired rockets, killing six. In Tarn raids of the army brought chaos": a day of weeks before
    the report, and what others do on no day by another act, without a word of anybody harmed."""
    if then.document != now.document or then.voice != now.voice or now.claim.harm is not Harm.NONE:
        return False
    long_ago = (
        then.claim.when.text is not None
        and then.days == 1
        and then.told is not None
        and then.told - then.end > FINE_DAYS
    )
    if not long_ago or now.days is not None or now.time_words is not None or then.claim.toll is None:
        return False
    apart = max(then.begin, now.begin) >= min(then.finish, now.finish)
    acts = then.act is not now.act and SAYS_NOT_HOW.isdisjoint((then.act, now.act))
    return apart and acts and bool(then.parties) and bool(now.parties) and then.parties.isdisjoint(now.parties)


def _of_the_same_words(a: Sketch, b: Sketch) -> bool:
    """ "They shot three shepherds and hanged them": a number, and what the same words tell of no other people."""
    same = (a.document, a.begin, a.voice) == (b.document, b.begin, b.voice)
    dead = a.claim.harm in DEAD and b.claim.harm in DEAD and (a.claim.toll is None) != (b.claim.toll is None)
    return same and dead and a.claim.stance is b.claim.stance


def takes_it_up(a: Sketch, b: Sketch) -> bool:
    """ "Five farmers died in Monday's fighting", soon after the fighters who fell in it on that day. Not those of the
    other side: whose they are is not known of all, and those who cannot be told apart are not added."""
    first, then = (a, b) if a.begin < b.begin else (b, a)
    if first.document != then.document or compare_victims(a, b) != "other_status":
        return False
    dead = first.claim.harm in DEAD and then.claim.harm in DEAD and (first.start, first.end) == (then.start, then.end)
    fights = first.act is then.act is Act.ARMED_CLASH
    return fights and dead and 0 <= then.begin - first.finish <= SCENE and takes_up_a_fight(then.claim.quote)


def _gas_beside_a_fight(a: Sketch, b: Sketch) -> bool:
    """ "Rebels stormed the mill ... the army used chlorine": gas of known doers, and a fight or an attack of others."""
    gas, fight = (a, b) if a.act in RARE else (b, a)
    if a.document != b.document or gas.act not in RARE or fight.act not in FIGHTS or fight.claim.harm in DEAD:
        return False
    apart = max(gas.begin, fight.begin) >= min(gas.finish, fight.finish)
    return apart and gas.identified and bool(fight.parties) and gas.parties.isdisjoint(fight.parties)


def _of_the_wider_fighting(driven: Sketch, other: Sketch) -> bool:
    """ "The violence has forced thousands to flee", beside a bombing of one day: of more than that."""
    if driven.document != other.document or driven.act is not Act.DISPLACEMENT or driven.days is not None:
        return False
    struck = other.days == 1 and other.act not in FIGHTS and other.act is not Act.DISPLACEMENT
    return struck and has_driven_out(driven.claim.quote)


def _opens_another(a: Sketch, b: Sketch) -> bool:
    """ "Elsewhere the Column killed two in Tarn": beside a place, after something else, and no number of that."""
    first, then = (a, b) if a.begin < b.begin else (b, a)
    if a.document != b.document or then.begin == first.begin:
        return False
    if first.days is None and then.days is not None and is_the_latest(first.claim.quote):
        return then.timed
    if not _places_it(then):
        return False
    words = then.claim.quote
    if then.number is not None:
        return then.number != first.number and opens_another(words)
    return (opens_another(words) or tells_of_another(words)) and first.place_words != then.place_words


def _places_it(sketch: Sketch) -> bool:
    return stands_in(sketch.claim.where.text, sketch.claim.quote)


def _echoes(one: Sketch, other: Sketch) -> bool:
    """ "The mayor blamed the Column", of those of whom the other tells: whom it harmed, how and where is not in its own
    words, but carried over from there."""
    again, told = one.claim, other.claim
    if one.document != other.document or again.toll is not None or again.victims is None or told.victims is None:
        return False
    said = again.victims.text in again.quote or again.victims.text != told.victims.text
    return not said and (again.act, again.harm, again.where) == (told.act, told.harm, told.where)


def compare_breaths(a: Sketch, b: Sketch) -> str | None:
    """ "Killed two and wounded three": the dead and the wounded of one breath, of one voice, where neither has a place
    or a time that the other has not. "Six militiamen and five civilians": two counts of one act in the same words.
    """
    if a.document != b.document or a.voice != b.voice or a.claim.stance is not b.claim.stance:
        return None
    if max(a.begin, b.begin) - min(a.finish, b.finish) > BREATH or not {a.claim.harm, b.claim.harm} <= HIT:
        return None
    if goes_to_another((a if a.begin > b.begin else b).claim.quote):
        return None
    times = a.days is None or b.days is None or (a.start, a.end) == (b.start, b.end)
    if (a.claim.harm in DEAD) == (b.claim.harm in DEAD):
        return "in_one_breath" if times and _counted_together(a, b) else None
    places = a.place_words is None or b.place_words is None or a.place_words == b.place_words
    return "in_one_breath" if times and places else None


def _counted_together(a: Sketch, b: Sketch) -> bool:
    """Two counts in the same words, of one harm and act, that do not name two places."""
    if (a.begin, a.finish, a.claim.harm, a.act) != (b.begin, b.finish, b.claim.harm, b.act):
        return False
    named = {each.place_words for each in (a, b) if _places_it(each)}
    return a.number is not None and b.number is not None and len(named) <= 1

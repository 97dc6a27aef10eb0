"""Where it was: a headline and lead that leave the place open, or tell it coarsely, until a sentence soon after names
it.
"""

from sijill.extract.assembly.memory import HEAD, LEAD, Telling, is_wide, names_act_told_of, tells_of_before
from sijill.extract.predicates.context import NO_MEANS, OPEN_ACTS
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.parts import Cue, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Claim, Harm, Modality, Part, Reading

FROM_AFAR = frozenset({Act.AIRSTRIKE, Act.SHELLING, Act.BOMBING})
ARTICLE = "ال"
"""Arabic writes it on the word."""
OF_A_DAY = ("weekday", "day", "hour", "last:hour")
"""Beginnings of the values of times that are no longer than a day."""


def place_what_led_to(t: Telling, drafts: list[Draft]) -> None:
    """Headline and lead often leave the place to a sentence soon after ("a town in the north ... The strikes hit
    Namar"): acts told there at no place, a described one, a country or a wider place get it as that of their scene. Not
    from a sentence of another act, or one that counts others; at a wider place that has a name only from one that
    tells of the same attack or the same people. Which of two places is the wider is for resolve to find.
    """
    spot = _the_place(t)
    if spot is None:
        return
    memory, start, end = t.memory, t.s.tokens.starts[spot.start], t.s.tokens.ends[spot.end - 1]
    here = {claim.id for claim in t.made.values()}
    placed = memory.place is not None and tuple(memory.place.value.lower().split()) not in t.s.lexicon.countries
    the_dead = _names_the_dead(t.s)
    for at, (claim, reading) in enumerate(zip(memory.claims, memory.readings, strict=True)):
        if claim.span[0] > 2 * LEAD:
            break
        apart = start - claim.span[1]
        again = _has_its_number(drafts, claim)
        far = apart > (LEAD if placed and not again else HEAD)
        if claim.id in here or claim.span[0] > LEAD or far:
            continue
        of_them = claim.harm is Harm.KILLED and the_dead
        speaks = of_them or any(_speaks_of(cue, claim) for cue in t.s.cues)
        told = again or (speaks and not _counts_others(drafts, claim))
        if not told or claim.modality is not Modality.ACTUAL:
            continue
        open_ = apart <= LEAD and _leaves_the_place_open(t.s, claim, reading)
        if again or open_ or of_them or _is_told_again(t, claim):
            part = Part(field="ground", start=start, end=end, rule="news place", value=spot.text, carried=True)
            memory.tell(at, part)


def _the_place(t: Telling) -> Spot | None:
    """The one place of a sentence of the time of the news, no country and no province."""
    towns = [spot for spot in t.spots if spot.named and not spot.country and not _is_province(t.s, spot)]
    fine = [spot for spot in towns if t.s.words.landmarks.isdisjoint(t.s.tokens.lows[spot.start : spot.end])] or towns
    return fine[0] if len({spot.base for spot in fine}) == 1 and not _of_another_time(t, fine[0]) else None


def _of_another_time(t: Telling, spot: Spot) -> bool:
    """A sentence of "last month" or of "an earlier attack", or a place from which something came or lies away; or what
    went on beside it ("comes amid clashes in Namar").
    """
    before = tells_of_before(t.s, t.times(), t.s.stop)
    coarse = any(not time[2].removeprefix("after:").startswith(OF_A_DAY) for time in t.times())
    beside = any(t.s.low(k) in t.s.words.amid for k in range(t.s.start, spot.start))
    return before or coarse or beside or t.s.low(spot.start - 1) in t.s.words.from_


def _is_province(s: Sentence, spot: Spot) -> bool:
    """Not where a town is named first: "Tabra in Namar province"."""
    own = next((k for k in range(spot.start, spot.end) if s.low(k) in s.words.at or s.low(k) == ","), spot.end)
    return is_wide(s, spot.start, own)


def _leaves_the_place_open(s: Sentence, claim: Claim, reading: Reading) -> bool:
    """No place, one that is only described, or a country."""
    where = next((each for each in reading.parts if each.field == "where"), None)
    words = (claim.where.text or "").lower().split()
    country = tuple(words[words[:1] != [] and words[0] in s.words.nearby :]) in s.lexicon.countries
    return where is None or where.rule == "described place" or country


def _is_told_again(t: Telling, claim: Claim) -> bool:
    """Does the sentence tell of the attack that was told already: "the strikes", "Tuesday's attack"?"""
    s = t.s
    acts = (cue for cue in s.cues if not cue.verbal and cue.row.frame == "act" and _speaks_of(cue, claim))
    return any(names_act_told_of(s, (cue.start, cue.end), t.times()) for cue in acts)


def _names_the_dead(s: Sentence) -> bool:
    """ "The deaths took place at Namar", "the killings happened in Namar"."""
    told = (k for k in range(s.start, s.stop) if s.low(k) in s.words.told_dead)
    return any(s.low(k - 1) in s.words.definite or s.low(k).startswith(ARTICLE) for k in told)


def _has_its_number(drafts: list[Draft], claim: Claim) -> bool:
    """Does the sentence count as many as the claim, of the same harm?"""
    number = claim.toll.number if claim.toll is not None else None
    tolls = (each.harmed.toll for each in drafts if each.harmed is not None and each.harm is claim.harm)
    return (number or 0) > 1 and any(toll is not None and toll.number == number for toll in tolls)


def _speaks_of(cue: Cue, claim: Claim) -> bool:
    """Can the word be one for the act of the claim: the same, "attack", or any for deaths told without a how?"""
    act = cue.row.act
    attack = act is Act.OTHER and cue.row.harm is Harm.NONE and not cue.verbal
    return act not in NO_MEANS and (
        attack or act is claim.act or claim.act in OPEN_ACTS or {act, claim.act} <= FROM_AFAR
    )


def _counts_others(drafts: list[Draft], claim: Claim) -> bool:
    """Does the sentence count people, and none of its numbers is that of the claim or a part?"""
    tolls = (each.harmed.toll for each in drafts if each.harmed is not None and each.rule != "part")
    numbers = {toll.number for toll in tolls if toll is not None}
    number = claim.toll.number if claim.toll is not None else None
    return bool(numbers - {None, 1}) and number not in numbers

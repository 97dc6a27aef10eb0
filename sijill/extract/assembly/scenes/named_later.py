"""Where it was: a headline and lead that leave the place open, or tell it coarsely, until a sentence soon after names
it.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from sijill.extract.assembly.memory import HEAD, LEAD, RECENT, Telling, is_wide
from sijill.extract.assembly.times.speaking import names_act_told_of, tells_of_before
from sijill.extract.predicates.context import NO_MEANS
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.parts import Cue, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.ar.clitics import bare
from sijill.language.days import of_a_day
from sijill.language.places.together import told_together
from sijill.language.places.words import SITE_KEYS
from sijill.model.claim import SAYS_NOT_HOW, Act, Claim, Harm, Modality, Part, Reading, Status
from sijill.model.toll import Extent, Unit

FROM_AFAR = frozenset({Act.AIRSTRIKE, Act.SHELLING, Act.BOMBING})
ARTICLE = "ال"
"""Arabic writes it on the word."""
NEXT = 250
"""Code points from what was told to the sentence that says where it was."""
NEXT_SENTENCE = 60
"""Code points from a claim to the sentence right after it."""
TOLD_AGAIN = "told again"
"""The rule of a place that stands for one that was carried over: what was told is told once more there."""
OF_THE_LIVING = frozenset({Harm.INJURED, Harm.DISPLACED, Harm.DETAINED, Harm.ABDUCTED})
SITE_NEAR = 5
"""Tokens between a building and the word for what struck it."""
OF_A_DAY = ("weekday", "day", "hour", "last:hour")
"""Beginnings of the values of times that are no longer than a day."""


def place_what_led_to(t: Telling, drafts: list[Draft]) -> None:
    """Headline and lead often leave the place to a sentence soon after ("a town in the north ... The strikes hit
    Namar"): acts told there at no place, a described one, a country or a wider place get it as that of their scene. Not
    from a sentence of another act, or one that counts others; at a wider place that has a name only from one that
    tells of the same attack or the same people. Which of two places is the wider is for resolve to find. A sentence
    that does no more than say where ("the blast was at a mill near Namar") tells it of what the one before told too.
    """
    _place_each_group(t, drafts)
    spot = _the_place(t)
    if spot is not None and drafts:
        _place_what_is_retold(t, drafts, spot)
    says_where = spot is not None and not drafts and _says_where(t, spot)
    if spot is None or _of_another_time(t, spot, lasting=says_where):
        return
    memory, start, end = t.memory, t.s.tokens.starts[spot.start], t.s.tokens.ends[spot.end - 1]
    here = {claim.id for claim in t.made.values()}
    placed = memory.place is not None and tuple(memory.place.value.lower().split()) not in t.s.lexicon.countries
    the_dead, elsewhere = _names_the_dead(t.s), set[str]()
    several = told_together(spot.text) is not None
    for at, (claim, reading) in _before(t, start if says_where else 0):
        apart = start - claim.span[1]
        again = _has_its_number(drafts, claim)
        far = apart > (LEAD if placed and not again and not says_where else HEAD)
        if claim.id in here or far:
            continue
        of_them = claim.harm is Harm.KILLED and the_dead
        speaks = of_them or any(_speaks_of(cue, claim) for cue in t.s.cues)
        at_it = _names_the_site(t.s, spot, claim, reading) and not drafts
        others = _is_of_others(memory.claims, spot, claim) or (several and _is_in_a_province(t.s, claim))
        if not again and (others or _whole_of(claim) in elsewhere):
            elsewhere.add(claim.id)
        told = again or at_it or (speaks and not _counts_others(drafts, claim))
        if not told or claim.id in elsewhere or claim.modality is not Modality.ACTUAL:
            continue
        open_ = apart <= LEAD and _leaves_the_place_open(t.s, claim, reading)
        if again or open_ or of_them or at_it or _is_told_again(t, claim):
            part = Part(field="ground", start=start, end=end, rule="news place", value=spot.text, carried=True)
            memory.tell(at, part)


def _before(t: Telling, start: int) -> Iterator[tuple[int, tuple[Claim, Reading]]]:
    """The claims of headline and lead, with where they are kept; those right before a point of the text too."""
    claims, readings = t.memory.claims, t.memory.readings
    lead = takewhile(lambda each: each[1].span[0] <= 2 * LEAD, enumerate(claims))
    yield from ((at, (claim, readings[at])) for at, claim in lead if claim.span[0] <= LEAD)
    for at in range(max(0, len(claims) - RECENT), len(claims)):
        if claims[at].span[0] > LEAD and 0 < start - claims[at].span[1] <= NEXT:
            yield at, (claims[at], readings[at])


def _says_where(t: Telling, spot: Spot) -> bool:
    """ "The blast was at a mill near Namar", "the fighting, now in its third week, centres around Namar"."""
    s = t.s
    acts = [cue for cue in s.cues if not cue.verbal and cue.row.frame == "act" and cue.start < spot.start]
    told = [cue for cue in acts if names_act_told_of(s, (cue.start, cue.end), t.times())]
    alone = len(acts) == 1 and not any(cue.verbal and cue.start < spot.start for cue in s.cues)
    return alone and bool(told) and not s.words.happened.isdisjoint(s.tokens.lows[s.start : spot.start])


def _place_what_is_retold(t: Telling, drafts: list[Draft], spot: Spot) -> None:
    """ "Two men died in a Varran raid. Ada Orr and Jon Quill were killed in a Varran raid on Namar.": as many by name,
    the same act and doers right after, where only the place told of before them had been taken for it."""
    memory, here = t.memory, t.s.tokens.starts[t.s.start]
    if t.s.has(t.s.words.also) or any(of_a_day(time[2]) for time in t.times()):
        return
    for at in range(len(memory.claims) - 1, -1, -1):
        claim, reading = memory.claims[at], memory.readings[at]
        if here - claim.span[1] > NEXT_SENTENCE:
            break
        where = next((part for part in reading.parts if part.field == "where"), None)
        if claim.span[0] < here and claim.actors and where is not None and where.carried:
            named = (draft for draft in drafts if id(draft) in t.made and _has_its_number([draft], claim))
            told = [each for each in (t.made[id(draft)] for draft in named) if _are_named(each)]
            if any(each.act is claim.act and _doers(each) == _doers(claim) for each in told):
                start, end = t.s.tokens.starts[spot.start], t.s.tokens.ends[spot.end - 1]
                part = Part(field="ground", start=start, end=end, rule=TOLD_AGAIN, value=spot.text, carried=True)
                memory.tell(at, part)


def _are_named(claim: Claim) -> bool:
    return claim.toll is not None and claim.toll.unit is Unit.NAMED


def _doers(claim: Claim) -> set[str]:
    return {actor.name.lower() for actor in claim.actors}


def _place_each_group(t: Telling, drafts: list[Draft]) -> None:
    """ "The fighters were killed in Namar and the civilians in Tarn": where each died whom the lead counts at
    an open place, if it has one number of each.
    """
    memory, here = t.memory, {claim.id for claim in t.made.values()}
    for draft in drafts:
        of_them = t.made.get(id(draft))
        spot = next((spot for spot in t.spots if of_them is not None and spot.text == of_them.where.text), None)
        if of_them is None or spot is None or not spot.named or spot.country or not _are_told_of(t.s, draft):
            continue
        alike = [at for at, each in enumerate(memory.claims) if each.id not in here and _counts_such(each, of_them)]
        if len({_whole_number(memory.claims[at]) for at in alike}) != 1:
            continue
        start, end = t.s.tokens.starts[spot.start], t.s.tokens.ends[spot.end - 1]
        part = Part(field="ground", start=start, end=end, rule="news place", value=spot.text, carried=True)
        for at in alike:
            if _leaves_the_place_open(t.s, memory.claims[at], memory.readings[at]):
                memory.tell(at, part)


def _are_told_of(s: Sentence, draft: Draft) -> bool:
    """ "The fighters", without a number."""
    harmed = draft.harmed
    if harmed is None or harmed.toll is not None:
        return False
    return s.low(harmed.start) in s.words.definite or s.low(harmed.start).startswith(ARTICLE)


def _counts_such(claim: Claim, of_them: Claim) -> bool:
    """Does the lead count people of the same sort, harmed alike?"""
    armed, led = _is_armed(of_them), claim.span[0] <= LEAD and of_them.span[0] - claim.span[1] <= HEAD
    alike = claim.harm is of_them.harm and armed is not None and _is_armed(claim) is armed
    return alike and led and _whole_number(claim) > 1 and claim.modality is Modality.ACTUAL


def _the_place(t: Telling) -> Spot | None:
    """The one place of a sentence, no country and no province."""
    towns = [spot for spot in t.spots if spot.named and not spot.country and not _is_province(t.s, spot)]
    fine = [spot for spot in towns if t.s.words.landmarks.isdisjoint(t.s.tokens.lows[spot.start : spot.end])] or towns
    return fine[0] if len({spot.base for spot in fine}) == 1 else None


def _of_another_time(t: Telling, spot: Spot, *, lasting: bool) -> bool:
    """A sentence of "last month" or of "an earlier attack", or a place from which something came or lies away; or what
    went on beside it ("comes amid clashes in Namar").

    lasting  what was told of before may have taken longer than a day
    """
    before = tells_of_before(t.s, t.times(), t.s.stop)
    coarse = not lasting and any(not time[2].removeprefix("after:").startswith(OF_A_DAY) for time in t.times())
    beside = not t.s.words.amid.isdisjoint(t.s.tokens.lows[t.s.start : spot.start])
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


def _names_the_site(s: Sentence, spot: Spot, claim: Claim, reading: Reading) -> bool:
    """ "The Namar hospital", after "an attack on a hospital"."""
    site = next((part.value for part in reading.parts if part.field == "site"), None) or claim.where.text or ""
    kinds = {bare(low) for low in site.lower().split()} & SITE_KEYS
    told = {bare(low) for low in s.tokens.lows[spot.start : spot.end]} & kinds
    definite = {s.low(spot.start), s.low(spot.start - 1)} & s.words.definite
    open_ = bool(told) and bool(definite) and _leaves_the_place_open(s, claim, reading)
    return open_ and _is_where_it_struck(s, spot, claim)


def _is_where_it_struck(s: Sentence, spot: Spot, claim: Claim) -> bool:
    """ "The shells hit the gate of the Namar hospital"; not where the wounded were brought or somebody spoke."""
    went = any(s.low(k) in s.words.to for k in range(spot.start - SITE_NEAR, spot.start))
    near = [cue for cue in s.cues if 0 <= spot.start - cue.end < SITE_NEAR or 0 <= cue.start - spot.end < SITE_NEAR]
    others = any(cue.row.harm in OF_THE_LIVING for cue in near)
    loaded = not s.words.explosives.isdisjoint(s.tokens.lows[s.start : spot.start])
    return not went and not others and (loaded or any(_speaks_of(cue, claim) for cue in near))


def _is_told_again(t: Telling, claim: Claim) -> bool:
    """Does the sentence tell of the attack that was told already: "the strikes", "Tuesday's attack"?"""
    s = t.s
    acts = (cue for cue in s.cues if not cue.verbal and cue.row.frame == "act" and _speaks_of(cue, claim))
    return any(names_act_told_of(s, (cue.start, cue.end), t.times()) for cue in acts)


def _names_the_dead(s: Sentence) -> bool:
    """ "The deaths took place at Namar", "the killings happened in Namar"."""
    if not s.has(s.words.told_dead):
        return False
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
        attack or act is claim.act or claim.act in SAYS_NOT_HOW or {act, claim.act} <= FROM_AFAR
    )


def _counts_others(drafts: list[Draft], claim: Claim) -> bool:
    """Does the sentence count people, and none of its numbers is that of the claim or a part?"""
    tolls = (each.harmed.toll for each in drafts if each.harmed is not None and each.rule != "part")
    numbers = {toll.number for toll in tolls if toll is not None}
    number = claim.toll.number if claim.toll is not None else None
    return bool(numbers - {None, 1}) and number not in numbers


def _is_of_others(told: Sequence[Claim], spot: Spot, claim: Claim) -> bool:
    """Does the report count only a part of the number there ("12 of them in Namar"), or tell of others ("the fighters
    died in Namar" is not where civilians were killed)?"""
    there = [each for each in told if (spot.base or spot.text) in (each.where.text or "") and each.harm is claim.harm]
    numbers = {_whole_number(each) for each in there} - {0}
    armed = {_is_armed(each) for each in there} - {None}
    fewer = bool(numbers) and max(numbers) < _whole_number(claim)
    return fewer or (len(armed) == 1 and _is_armed(claim) not in armed | {None})


def _is_in_a_province(s: Sentence, claim: Claim) -> bool:
    """ "In Namar province": "the Oskar and Sabha quarters" are those of some town."""
    return not s.words.wide_places.isdisjoint((claim.where.text or "").lower().split())


def _whole_of(claim: Claim) -> str | None:
    return claim.toll.subset_of if claim.toll is not None else None


def _whole_number(claim: Claim) -> int:
    toll = claim.toll
    return toll.number or 0 if toll is not None and toll.extent is Extent.WHOLE else 0


def _is_armed(claim: Claim) -> bool | None:
    status = claim.victims.status if claim.victims is not None else Status.UNKNOWN
    return None if status is Status.UNKNOWN else status is Status.COMBATANT

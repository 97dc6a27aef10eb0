"""Where: places known to the case in any spelling, with what they lie in; those that no table lists are in
`unlisted`.
"""

from dataclasses import replace

from sijill.extract.en.unlisted import (
    BEFORE_NAME,
    NOT_DESCRIBED,
    from_nearby,
    is_country,
    is_name_word,
    is_side,
    unlisted,
)
from sijill.extract.en.words import WORDS
from sijill.extract.syntax.classes import PREP
from sijill.extract.syntax.parts import PLACE, Named, Phrase, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.places.words import INNER_WORDS, MIDDLE_WORDS, OF_SITES, OF_TOWNS, PROVINCE_WORDS
from sijill.language.tokens import POSSESSIVE

KINDS_OF_PLACE = WORDS.place_words | WORDS.after_place
LIES = frozenset("located situated lying".split())
WITHIN = frozenset("in inside within at".split())
IN = frozenset("in inside within".split())
INNER = WORDS.quarters | INNER_WORDS | {"road"}
"""Last words of the names of what lies inside a town."""
BESIDE = frozenset("near behind opposite beside".split())
AREAS = frozenset("area region district countryside".split())
PARTS = frozenset("area areas neighbourhood neighborhood quarter".split())
FROM_TO = frozenset(["from", "to"])
SPEAKING = frozenset("speaking talking telling saying spoke".split())
OF_A_NAME = OF_TOWNS | PROVINCE_WORDS
""" "The city of", "the province of": what follows is a name."""
VILLAGES = frozenset("village villages hamlet hamlets".split())
HOLDERS = 3
"""Steps from a street over its quarter to the town."""


def places(s: Sentence) -> list[Spot]:
    """Every place of the sentence, left to right, none inside another."""
    found = _without_inner(
        [
            _extended(s, name)
            for name in s.names
            if name.kind == PLACE
            and not (_is_adjective(s, name) or _is_of_a_person(s, name) or _is_of_a_party(s, name))
            and not _is_of_a_dateline(s, name)
        ]
    )
    found = _without_inner([_with_what_it_lies_in(s, spot, found) for spot in _of_their_country(found)])
    fields = {spot.end for spot in found if s.low(spot.end - 1).endswith("field")}
    found = [spot for spot in found if spot.start not in fields]  # "the Sabha gas field | east of Namar"
    found = [_with_what_holds_it(s, spot, found) if _goes_on(s, spot) else spot for spot in found]
    taken = {i for spot in found for i in range(spot.start, spot.end)}
    bases = {spot.base for spot in found}
    for phrase in s.phrases:
        last = phrase.end - 1 - is_side(s, phrase.end - 1)
        if phrase.start not in taken and last not in taken:
            spot = unlisted(s, phrase)
            spot = _of_the_town(s, spot, found) if spot is not None else None
            if spot is not None and (spot.base in bases or not _holds_a_town(spot, found)):
                held = _with_what_holds_it(s, _with_what_it_lies_in(s, spot, found), found)
                found.append(held if held is not spot else _with_what_the_sentence_is_in(s, spot, found))
                taken.update(range(spot.start, spot.end))
    return _in_their_areas(s, sorted(_without_inner(found), key=lambda spot: spot.start))


def _in_their_areas(s: Sentence, spots: list[Spot]) -> list[Spot]:
    """ "The village of Oskar in the Sabha area", where no table lists either, "Oskar village in the countryside of the
    eastern province of Namar": one place."""
    joined = spots[:1]
    for spot in spots[1:]:
        last, start = joined[-1], spot.start - (s.low(spot.start - 1) == "the")
        both = last.named and spot.named and not (last.country or spot.country)
        right_in = last.end == start - 1 and s.low(last.end) == "in" and s.low(last.end - 1) not in AREAS
        unlisted_area = last.own == spot.own == 0 and s.low(spot.end - 1) in AREAS
        if both and right_in and (unlisted_area or _is_an_area_of(s, spot)):
            joined[-1] = replace(last, end=spot.end, text=s.text(last.start, spot.end))
        else:
            joined.append(spot)
    return joined


def _is_an_area_of(s: Sentence, spot: Spot) -> bool:
    """ "The countryside of the eastern province of Namar"."""
    phrase = s.at(spot.start)
    return phrase is not None and phrase.end < spot.end and s.low(phrase.head) in AREAS and s.low(phrase.end) == "of"


def _goes_on(s: Sentence, spot: Spot) -> bool:
    """ "The Sabha area", "Sabha Farms", "Sabha west of Namar": a known name that is often that of another place."""
    plain = not spot.country and not s.low(spot.end - 1).endswith("field")
    bare = plain and any(name.kind == PLACE and name.start == spot.start for name in s.names)
    return s.low(spot.end - 1) in PARTS or (bare and is_side(s, spot.end) and s.low(spot.end + 1) == "of")


def _of_their_country(spots: list[Spot]) -> list[Spot]:
    """ "Ruritanias Namar", "Ruritania's eastern town of Namar": the town, from where its country is said."""
    owners = {spot.end: spot for spot in spots if spot.country and spot.base is not None and spot.text == spot.base}
    found = [replace(spot, start=owners[spot.start].start) if spot.start in owners else spot for spot in spots]
    inner = {spot.start for spot in spots if spot.start in owners}
    return [spot for spot in found if not (spot.end in inner and spot.country)]


def _without_inner(spots: list[Spot]) -> list[Spot]:
    """Without those that another one holds."""
    return [
        each
        for each in spots
        if not any(o.start <= each.start and each.end <= o.end and o is not each and _wider(o, each) for o in spots)
    ]


def _of_the_town(s: Sentence, spot: Spot, listed: list[Spot]) -> Spot:
    """ "A district of the Ruritanian city | of Namar": of the known town that its words run into."""
    town = next((each for each in listed if spot.start < each.start < spot.end < each.end), None)
    if spot.named or town is None:
        return spot
    return replace(town, start=spot.start, text=s.text(spot.start, town.end))


def _holds_a_town(spot: Spot, listed: list[Spot]) -> bool:
    """ "Ruritanias Namar", which lost an apostrophe: the known town alone is the place."""
    return any(spot.start < each.start and each.end <= spot.end and not each.country for each in listed)


def _wider(one: Spot, other: Spot) -> bool:
    return one.end - one.start > other.end - other.start


def _is_of_a_party(s: Sentence, name: Named) -> bool:
    """ "the Namar party", "the Namar partys paper": no place."""
    return s.at(name.start) is s.at(name.end) and not {s.low(name.end), s.low(name.end)[:-1]}.isdisjoint(WORDS.parties)


def _is_of_a_dateline(s: Sentence, name: Named) -> bool:
    """ "KESSA Shelling killed 12", "Kessa Ostmark jets struck", its dash lost: where that was written."""
    following = s.tokens.words[name.end] if name.end < s.stop else ""
    if not s.cased or not following[:1].isupper() or following.isupper():
        return False
    shouted = s.tokens.words[name.start].isupper() and len(s.tokens.words[name.start]) > 3
    of_a_state = (s.low(name.end),) in s.lexicon.nationalities and not s.kind(name.start - 1) & PREP
    return shouted or (of_a_state and not is_country(s.text(name.start, name.end)))


def _with_what_it_lies_in(s: Sentence, spot: Spot, listed: list[Spot]) -> Spot:
    """ "the Sabha quarter in Namar": a known place right after it holds it."""
    side = s.low(spot.end) == "in" and is_side(s, spot.end + 1)
    outer = next((each for each in listed if 0 <= each.start - spot.end - 1 <= side), None)
    if spot.named and outer is not None and outer.named and s.low(spot.end) == "on" and not _is_of_a_way(s, spot):
        return replace(spot, end=outer.end, text=f"{spot.text}, {outer.text}", own=spot.end)
    if not spot.named or outer is None or outer.country or s.low(spot.end) not in ("in", ","):
        return spot
    if s.low(spot.end) == "," and (outer.text != outer.base or s.low(outer.end) in (",", "and")):
        return spot
    return replace(spot, end=outer.end, text=s.text(spot.start, outer.end))


def _with_what_holds_it(s: Sentence, spot: Spot, listed: list[Spot]) -> Spot:
    """ "the Sabha quarter, east of Namar", "Mill Street in the Sabha quarter of Namar": a name that no table lists,
    with the known place that its own words go on to; so a known one that is called a quarter."""
    end = spot.end
    for _ in range(HOLDERS if spot.named else 0):
        at = _after_link(s, end)
        known = next((each for each in listed if at is not None and end - is_side(s, end) < each.start <= at + 1), None)
        if known is not None:
            inside = s.text(spot.start, known.end)
            return spot if known.country else replace(spot, end=known.end, text=inside, own=spot.end)
        phrase = s.at(at) if at is not None else None
        if phrase is None or phrase.start != at or not _may_lie_between(s, phrase):
            return spot
        end = phrase.end
    return spot


def _with_what_the_sentence_is_in(s: Sentence, spot: Spot, listed: list[Spot]) -> Spot:
    """ "Shelling hit the Sabha quarter and nearby farms in Namar", "in Namar a shell hit Mill Street": a name that no
    table lists, with the one known place of the clause, or of the sentence before a quarter or building; "in Namar 12
    were killed in the village of Oskar": with the one that opens the sentence."""
    inner = s.low(spot.end - 1) in INNER
    for known in listed if spot.named else ():
        fine = known.named and not known.country and (known.end <= spot.start or known.start >= spot.end)
        lo, hi = sorted((spot.end, known.start))
        fine = fine and not _is_of_who_speaks(s, known, spot)
        opens = known.start <= s.start + 1 and s.low(s.start) in IN and _is_a_village(s, spot)
        apart = known.start < spot.start and not (inner or opens)
        before = known.start - 1
        while s.low(before) == "the" or is_side(s, before):
            before -= 1
        if fine and not apart and s.low(before) in IN and (inner or opens or not _tells_more(s, lo, hi)):
            return replace(spot, text=f"{spot.text}, {known.text}", own=spot.end)
    return spot


def _is_a_village(s: Sentence, spot: Spot) -> bool:
    return not VILLAGES.isdisjoint(s.tokens.lows[spot.start : spot.end])


def _is_of_who_speaks(s: Sentence, known: Spot, spot: Spot) -> bool:
    """ "Officials in Namar said shells hit Mill Street", "speaking in Namar after a raid hit Mill Street"."""
    until = spot.start if known.start < spot.start else known.end + 1
    said = any(known.end <= cue.start < until for cue in s.speech)
    return said or any(s.low(k) in SPEAKING for k in range(max(s.start, known.start - 3), known.start - 1))


def _is_of_a_way(s: Sentence, spot: Spot) -> bool:
    """ "The road from Kessa on Tarn heights"."""
    return spot.country or s.low(spot.start - 1) in FROM_TO


def _tells_more(s: Sentence, start: int, stop: int) -> bool:
    return any(cue.verbal and start <= cue.start < stop for cue in s.cues)


def _after_link(s: Sentence, end: int) -> int | None:
    """The token at which the place begins that is said to hold what ends here; None where nothing is said to: "located
    in X", "of X" after a kind of place, "west of X", ", in the south of X", ", eastern X", ", a district of X".
    """
    numbered = end + s.low(end).isdigit()
    comma = s.low(numbered) == ","
    k = numbered + comma
    lies = k
    while s.low(k) in LIES:
        k += 1
    if s.low(k) in BESIDE or s.low(end) == "/":
        return end + 1 if s.low(end) == "/" else k + 1
    if s.low(k) in WITHIN:
        side = k + 1 + (s.low(k + 1) == "the")
        part = is_side(s, side) or s.low(side) in MIDDLE_WORDS
        return side + 2 if part and s.low(side + 1) == "of" else k + 1
    k += 2 if s.low(k) == "to" and s.low(k + 1) == "the" else 0
    if is_side(s, k):
        return k + 2 if s.low(k + 1) == "of" else k if comma else None
    if k > lies:
        return None
    if comma:
        kind = s.at(k)
        told = kind is not None and s.low(k) in ("a", "an", "the") and s.low(kind.end - 1) in WORDS.place_words
        return kind.end + 1 if kind is not None and told and s.low(kind.end) == "of" else None
    return k + 1 if s.low(k) == "of" and (numbered > end or s.low(end - 1) in KINDS_OF_PLACE) else None


def _may_lie_between(s: Sentence, phrase: Phrase) -> bool:
    """May a phrase be a place between a street and its town: capitals in it, and nothing else that is known?"""
    known = phrase.pronoun or phrase.measure or phrase.force or phrase.cue is not None or phrase.victim is not None
    named = any(is_name_word(s.tokens.words[k]) for k in range(phrase.start, phrase.end))
    return named and not known and phrase.party is None


def _is_adjective(s: Sentence, name: Named) -> bool:
    """ "Namar residents"; not in "the province of Namar | residents said", its comma lost."""
    phrase = s.at(name.start)
    if (
        phrase is None
        or phrase.head < name.end
        or s.low(phrase.head) in WORDS.place_words
        or s.low(name.end) in POSSESSIVE
        or (s.low(name.start - 1) == "of" and s.low(name.start - 2) in OF_A_NAME)
    ):
        return False
    return phrase.force or (phrase.victim is not None and name.start == phrase.start and phrase.count is None)


def _is_of_a_person(s: Sentence, name: Named) -> bool:
    """A town of one word inside a name of capitals ("Karim Namar Haddad") is no town; kinds of place around it make it
    one ("Namar Hospital"), and so does what is known beside it."""
    if name.end - name.start != 1 or is_country(s.text(name.start, name.end)):
        return False
    phrase = s.at(name.start)
    if phrase is None or _is_title(s, phrase):
        return False
    runs_on = name.end < s.stop and s.tokens.words[name.end][0].isupper()
    if runs_on and name.start == phrase.start and s.low(name.start - 1) in WORDS.unlisted_place_after:
        return False
    beside = (name.start - 1, name.end)
    inside = [i for i in beside if phrase.start <= i < phrase.end and i != s.start]
    return any(_is_plain_name(s, i) for i in inside) and not any(s.low(i) in KINDS_OF_PLACE for i in inside)


def _is_plain_name(s: Sentence, i: int) -> bool:
    """A capitalised word that is nothing known: no party, source, place, kind of place or direction."""
    known = any(name.start <= i < name.end for name in s.names)
    return (
        is_name_word(s.tokens.words[i]) and not known and s.low(i) not in KINDS_OF_PLACE | BEFORE_NAME | NOT_DESCRIBED
    )


def _is_title(s: Sentence, phrase: Phrase) -> bool:
    """Set as a title: every word of the phrase has a capital, and so have those around it, not all of them names."""
    around = range(max(s.start, phrase.start - 3), min(s.stop, phrase.end + 3))
    long = [i for i in around if s.tokens.words[i][0].isalpha() and len(s.tokens.words[i]) > 3]
    raised = [i for i in long if s.tokens.words[i][0].isupper()]
    common = any(i > s.start and (s.kind(i) or any(cue.start == i for cue in s.cues)) for i in raised)
    return len(raised) > 0.8 * len(long) and len(long) > 5 and common


def _extended(s: Sentence, name: Named) -> Spot:
    """ "Deir al-Zor province", "the town of Namar in Daraa province", "the eastern countryside of X"."""
    said = s.text(name.start, name.end)
    if is_country(said):
        nearby = from_nearby(s, name.start)
        nearby -= nearby == name.start and is_side(s, name.start - 1)  # "eastern Ruritania"
        plain = name.key if said.endswith("s") and not name.key.endswith("s") else said
        return Spot(
            nearby,
            name.end,
            plain if nearby == name.start else s.text(nearby, name.end),
            True,
            name.key,
            is_country(name.key),
        )
    start, end = _to_the_left(s, name), _to_the_right(s, name)
    text = s.text(start, end)
    if start == name.start and end == name.end and said.endswith("s") and not name.key.endswith("s"):
        text = name.key
    return Spot(start, end, said if text.count("[") != text.count("]") else text, True, said, is_country(said))


def _to_the_left(s: Sentence, name: Named) -> int:
    start = name.start
    province = s.low(name.end) in PROVINCE_WORDS
    while start > s.start and s.at(start - 1) is s.at(name.start) and _is_before_name(s, start - 1, province):
        start -= 1
    if province and is_side(s, start) and (s.low(start - 1) == "the" or is_country(s.tokens.words[start - 1])):
        return start + 1  # "the northern Namar province", "Ruritanias northern Namar province": it lies there
    nearby = from_nearby(s, start)
    if nearby == start and s.low(start - 1) != "of":
        phrase = s.at(name.start)
        opens = phrase.start + (s.low(phrase.start) == "the") if phrase is not None and start < name.start else start
        return min(start, from_nearby(s, opens)) if from_nearby(s, opens) < opens else start
    start = nearby if nearby < start else start - 1
    before = s.at(start - 1)
    if before is None or s.low(before.head) not in WORDS.place_words:
        return nearby
    wordy = nearby > start and s.low(before.head) in ("area", "areas") and before.head > before.start + 1
    places = [n for n in before.names if n.kind == PLACE]
    if wordy or not all(is_country(s.text(n.start, n.end)) for n in places):
        return nearby
    left = before.start
    while left < before.head and (is_country(s.text(left, left + 1)) or s.low(left) in POSSESSIVE):
        left += 1
    return from_nearby(s, left)


def _is_before_name(s: Sentence, k: int, province: bool) -> bool:
    return s.low(k) in BEFORE_NAME or (province and is_side(s, k))


def _to_the_right(s: Sentence, name: Named) -> int:
    end = _class_words(s, name.end, s.at(name.start))
    k = end + 1 if s.low(end) in (",", "in") else end
    following = next((n for n in s.names if n.kind == PLACE and n.start == k), None) if k > end else None
    if following is None or is_country(s.text(following.start, following.end)):
        return end
    if s.low(end) == "," and s.low(following.end) in (",", "and"):
        return end
    return _class_words(s, following.end, s.at(following.start))


def _class_words(s: Sentence, end: int, phrase: Phrase | None) -> int:
    if s.low(end) in OF_SITES and s.low(end + 1) in WORDS.after_place:
        return end + 2
    while s.low(end) in WORDS.after_place and s.at(end) is phrase:
        end += 1
    return end

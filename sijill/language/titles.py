"""A line by which people know an event, in English, made of its values alone."""

from collections.abc import Mapping

from sijill.model.claim import Act, Harm
from sijill.model.finding import CasualtyRange
from sijill.model.when import Period, Precision

NOUN = {
    Act.AIRSTRIKE: "Air strike",
    Act.ARMED_CLASH: "Armed clash",
    Act.OTHER: "Violence",
    Act.AID_DELIVERY: "Aid delivery",
}
OF_PEOPLE = {
    Act.KILLING: Harm.KILLED,
    Act.EXECUTION: Harm.KILLED,
    Act.ABDUCTION: Harm.ABDUCTED,
    Act.DETENTION: Harm.DETAINED,
    Act.DISPLACEMENT: Harm.DISPLACED,
}
PARTICIPLE = {Harm.FOUND_DEAD: "found dead", Harm.PRESUMED_DEAD: "presumed dead"}
MONTHS = "January February March April May June July August September October November December".split()


def title(act: Act, tolls: Mapping[Harm, CasualtyRange], place: str | None, when: Period) -> str:
    """ "Killing of 85 to 300 people, Deir Ezzor, January 2016"; what is not known is left out."""
    noun = NOUN.get(act, act.value.replace("_", " ").capitalize())
    known = {harm: number(found) for harm, found in tolls.items() if number(found)}
    mine = OF_PEOPLE.get(act)
    head = f"{noun} of {known.pop(mine)} people" if mine in known else noun
    rest = [f"{count} {PARTICIPLE.get(harm, harm.value)}" for harm, count in known.items()]
    return ", ".join(part for part in (head, *rest, place, period(when)) if part)


def number(found: CasualtyRange) -> str | None:
    """85 to 300, 12, at least 77, up to 300; None where nobody gives a number."""
    if found.low is None:
        return None if found.high is None else f"up to {found.high:,}"
    if found.high is None:
        return f"at least {found.low:,}"
    return f"{found.low:,}" if found.low == found.high else f"{found.low:,} to {found.high:,}"


def period(when: Period) -> str | None:
    """3 May 2031, May 2031, 2031, or two of them."""
    if when.start is None or when.end is None:
        return when.text if when.start or when.end else None
    if when.precision is Precision.YEAR:
        return when.start[:4]
    if when.precision is Precision.MONTH:
        return f"{MONTHS[int(when.start[5:7]) - 1]} {when.start[:4]}"
    first, last = _day(when.start), _day(when.end)
    return first if first == last else f"{first} to {last}"


def _day(iso: str) -> str:
    return f"{int(iso[8:10])} {MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"

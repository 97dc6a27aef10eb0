"""Everything a page says in the language of whoever reads it: gettext for sentences, and figures, dates and names.

Results hold codes with values (sijill/publish/words.py has the one table of sentences, in English); here they are said
in English or Arabic. Words of sources are never translated.
"""

import gettext
import io
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files
from string import Formatter

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from sijill.model.claim import About, Claim, Harm, Stance
from sijill.model.decision import Reason, Step, Value
from sijill.model.finding import CasualtyRange, EventStatus, Finding
from sijill.model.source import SpeakerKind
from sijill.model.toll import Hedge, Toll
from sijill.model.when import Period, Precision
from sijill.publish import words

LANGUAGES: Mapping[str, str] = {"en": "English", "ar": "العربية"}
SPOKEN = {"en": Locale("en"), "ar": Locale("ar", "SY")}
"""Where the names of months and languages are from: months of the Levant for Arabic."""


@lru_cache(maxsize=len(LANGUAGES))
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; English says what the code says."""
    path = files("sijill.publish") / "locale" / language / "messages.po"
    if not path.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _(message: str) -> str:
    """Marks a message for the catalogue."""
    return message


FORM_OF_BOUNDS = {
    "none": _("no number given"),
    "at_least": _("at least {low}"),
    "up_to": _("up to {high}"),
    "between": _("{low} to {high}"),
    "exact": _("{low}"),
}
FORM_OF_HEDGE = {
    Hedge.EXACT: _("{number}"),
    Hedge.AT_LEAST: _("at least {number}"),
    Hedge.UP_TO: _("up to {number}"),
    Hedge.ABOUT: _("about {number}"),
    Hedge.NEARLY: _("nearly {number}"),
    Hedge.MORE_THAN: _("more than {number}"),
    Hedge.LESS_THAN: _("less than {number}"),
    Hedge.VAGUE: _("{number}"),
}
FORM_OF_MARK = {
    "general": _("general, not about this event alone"),
    "cumulative": _("a running total, not one event’s"),
    "subset": _("a part of a larger number"),
    "part": _("one part of the event only"),
    "called": _("called: {words}"),
    "label": _("victims called “{words}”"),
    "as_of": _("as of {day}"),
    "inferred": _("inferred"),
}


class Wording:
    """One language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.direction = "rtl" if language == "ar" else "ltr"
        self._said = translations(language)

    def __call__(self, message: str) -> str:
        return self._said.gettext(message) if message else ""

    def several(self, one: str, many: str, number: int) -> str:
        return self._said.ngettext(one, many, number)

    def fill(self, message: str, **values: object) -> str:
        """A message of ours with its values: only ours is ever used as a form."""
        return self(message).format_map({name: self._apart(str(value)) for name, value in values.items()})

    def count(self, number: int, one: str, several: str) -> str:
        """A number with its noun: "1 claim", "1,200 claims", in the forms of the language."""
        form = self.several(f"%(num)s {one}", f"%(num)s {several}", number)
        return form % {"num": f"{number:,}"} if "%(num)s" in form else form

    def number(self, number: int | None) -> str:
        return "" if number is None else f"{number:,}"

    def bounds(self, low: int | None, high: int | None) -> str:
        form = "none" if low is None and high is None else "at_least" if high is None else "up_to"
        if low is not None and high is not None:
            form = "exact" if low == high else "between"
        return self.fill(FORM_OF_BOUNDS[form], low=self.number(low), high=self.number(high))

    def figure(self, told: CasualtyRange | None) -> str:
        """A range of reports; "" where there is none."""
        if told is None:
            return ""
        return self(FORM_OF_BOUNDS["none"]) if told.unknown else self.bounds(told.low, told.high)

    def day(self, iso: str | None) -> str:
        """2016 | 2016-02 | 2016-02-14 | 2016-02-14T09:30 as people write it: "14 February 2016", "14 شباط 2016"."""
        if not iso:
            return self(_("no date"))
        head, _sep, hour = iso.partition("T")
        return " ".join(self._parts(head)) + (f"{self(_(', '))}{hour.removesuffix('Z')[:5]}" if hour else "")

    def day_of_year(self, iso: str) -> str:
        """ "14 February", where the year is said beside it; a month or a year as it is."""
        parts = self._parts(iso.partition("T")[0])
        return " ".join(parts[:2] if len(parts) == 3 else parts)

    def _parts(self, iso: str) -> list[str]:
        """Day, month and year, as far as they are known. A month may be of two words: تشرين الثاني."""
        parts = iso.split("-")
        if not all(each.isdigit() for each in parts):
            return [iso]
        said = [parts[0]]
        if len(parts) > 1 and 1 <= int(parts[1]) <= 12:
            said.insert(0, SPOKEN[self.language].months["format"]["wide"][int(parts[1])])
        if len(parts) > 2:
            said.insert(0, str(int(parts[2])))
        return said

    def period(self, when: Period) -> str:
        """No finer than it is known."""
        if when.start is None and when.end is None:
            return (
                self.fill(_("“{words}”, date not known"), words=when.text) if when.text else self(_("date not known"))
            )
        if when.start is None:
            return self.fill(_("until {day}"), day=self.day(when.end))
        if when.end is None:
            return self.fill(_("since {day}"), day=self.day(when.start))
        if when.precision is Precision.YEAR and when.start[:4] == when.end[:4]:
            return when.start[:4]
        if when.precision is Precision.MONTH and when.start[:7] == when.end[:7]:
            return self.day(when.start[:7])
        if when.start == when.end:
            return self.day(when.start)
        return self._between(when.start, when.end)

    def _between(self, start: str, end: str) -> str:
        """What both days share is said once: "1 to 7 March 2021", "28 February to 3 March 2021"."""
        hours = "T" in start or "T" in end
        first, last = ([self.day(start)], [self.day(end)]) if hours else (self._parts(start), self._parts(end))
        if len(first) == len(last) == 3:
            shared = 2 if first[1:] == last[1:] else 1 if first[2] == last[2] else 0
            first = first[: 3 - shared]
        return self.fill(_("{first} to {last}"), first=" ".join(first), last=" ".join(last))

    def title(self, finding: Finding, place: str | None) -> str:
        """What an event is called: act, harm, where, when. place: its name; None where it is not known."""
        if self.language == "en":
            return finding.title
        tolls = [f"{self.harm(h)} {self.figure(told)}" for h, told in finding.tolls.items() if h is not Harm.NONE]
        dated = finding.when.start is not None or finding.when.end is not None
        parts = (
            self.plain(finding.act),
            *tolls[:3],
            self._apart(place) if place else None,
            self.period(finding.when) if dated else None,
        )
        return self.listed(*(each for each in parts if each))

    def plain(self, code: object) -> str:
        """A code of a few words, as words."""
        return self(words.plain(str(code)))

    def listed(self, *said: str) -> str:
        """One after the other, with the comma of the language."""
        return self(_(", ")).join(said)

    def tongue(self, code: str) -> str:
        """The name of a language: "ar" is Arabic; a code that is none as it is."""
        return str(SPOKEN[self.language].languages.get(code, code))

    def harm(self, harm: Harm | str) -> str:
        return self(words.FORM_OF_HARM[Harm(harm)])

    def status(self, status: EventStatus | str) -> str:
        return self(words.FORM_OF_STATUS[EventStatus(status)])

    def step(self, step: Step | str) -> str:
        return self(words.FORM_OF_STEP[Step(step)])

    def stance(self, claim: Claim) -> str:
        return self(words.stance(claim.stance, claim.about))

    def toll(self, toll: Toll | None) -> str:
        """A number as it is read; one without digits by its words."""
        if toll is None:
            return self(FORM_OF_BOUNDS["none"])
        if toll.hedge is Hedge.BETWEEN:
            return self.bounds(toll.low, toll.high)
        if toll.number is None:
            return f"“{toll.text}”"
        return self.fill(FORM_OF_HEDGE[toll.hedge], number=self.number(toll.number))

    def says(self, claim: Claim) -> str:
        """What is claimed in a few words: "Killed: at least 77"."""
        what = self.harm(claim.harm) if claim.harm is not Harm.NONE else self.plain(claim.act)
        return what if claim.toll is None else f"{what}: {self.toll(claim.toll)}"

    def marks(self, claim: Claim) -> list[str]:
        """What else a reader must know of a claim."""
        return [self.fill(FORM_OF_MARK[code], **values) if code in FORM_OF_MARK else self.plain(code)
                for code, values in _marks(claim, self)]  # fmt: skip

    def kind(self, kind: SpeakerKind) -> str:
        return self(words.FORM_OF_SPEAKER[kind])

    def about(self, about: About | None) -> str:
        """What a denial speaks of."""
        return self(words.FORM_OF_ABOUT[about]) if about is not None else self(_("it"))

    def sentence(self, reason: Reason, named: Callable[[str], str] = str) -> str:
        """A reason or question; a code without a sentence is spelt out with its values."""
        form = words.SENTENCES.get(reason.code)
        wanted = {name for _text, name, _spec, _conversion in Formatter().parse(form or "") if name}
        if form is None or not wanted <= reason.values.keys():
            return words.spelt_out(reason)
        return self(form).format_map({key: self._value(value, named) for key, value in reason.values.items()})

    def _value(self, value: Value, named: Callable[[str], str]) -> str:
        if value is None:
            return self(_("not known"))
        if not isinstance(value, str):
            return str(value)
        return self.listed(*(self._apart(named(each)) for each in value.split(", ")))

    def _apart(self, words: str) -> str:
        """Words of a source in a sentence of ours: isolated, so that neither turns the order of the other."""
        return f"\u2068{words}\u2069" if self.language == "ar" and any(each.isalpha() for each in words) else words


ENGLISH = Wording("en")


def _marks(claim: Claim, wording: Wording) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    if claim.reach.value == "general":
        found.append(("general", {}))
    if claim.toll is not None:
        marked = (("cumulative", claim.toll.cumulative), ("subset", claim.toll.subset_of is not None))
        found += [(code, {}) for code, holds in marked if holds]
        if claim.toll.subset_of is None and claim.toll.extent.value == "part":
            found.append(("part", {}))
    if claim.modality.value != "actual":
        found.append((claim.modality.value, {}))
    if claim.victims is not None and claim.victims.label is not None:
        found.append(("label", {"words": claim.victims.label}))
    if claim.victims is not None and claim.victims.status.value != "unknown":
        found.append((f"victims_{claim.victims.status.value}", {}))
    if claim.said_to_be:
        found.append(("called", {"words": ", ".join(claim.said_to_be)}))
    if claim.stance is Stance.ASSERTS and claim.as_of is not None and claim.toll is not None:
        found.append(("as_of", {"day": wording.day(claim.as_of)}))
    return found

"""The words by which a text names people: kin, titles, what joins one name to another, what becomes of the named."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sijill.extract.lexicon import DECLINED, BadLexiconRow, rows
from sijill.extract.lexicon.arabic import declined
from sijill.language.ar.letters import fold_word
from sijill.model.person import Fate, Sex

KIN, PERSON, TITLE, PRONOUN = "kin", "person", "title", "pronoun"
SETS = (
    *("particle", "kunya", "beyond", "institution", "naming", "identifies", "suspect", "joins", "includes"),
    *("against", "opens", "skips", "among", "dead", "likewise", "apposes"),
)
"""What a row may be of that is no word for a person; what each is for stands in its row."""
Form = tuple[str, ...]
Phrases = Mapping[str, tuple[Form, ...]]
"""Last word (in `joining`: first word) -> the forms that have it, longest first."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word for a person. relation: one of those it names ("son" for "sons"); sex only where the word says it."""

    kind: str
    sex: Sex | None
    relation: str
    plural: bool


@dataclass(frozen=True, slots=True)
class FateWords:
    """A row of fates.csv: words before a name, in a heading, or possessed by a name."""

    words: Form
    fate: Fate


@dataclass(frozen=True, slots=True)
class People:
    """persons.csv and fates.csv of a language. Sets hold words in lower case; `fates` is by side, `fatal` the longest
    word of each.
    """

    words: Mapping[str, Word]
    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases]
    joining: Phrases
    fates: Mapping[str, Mapping[str, tuple[FateWords, ...]]]
    fatal: frozenset[str]

    def word(self, low: str, *kinds: str) -> Word | None:
        """The row of a word, if it is of one of these kinds."""
        found = self.words.get(low)
        return found if found is not None and (not kinds or found.kind in kinds) else None

    def ending_at(self, kind: str, lows: list[str], start: int, end: int) -> int | None:
        """Where words of this kind begin that end before token `end`."""
        for form in self.phrases[kind].get(lows[end - 1], ()) if end > start else ():
            if end - len(form) >= start and tuple(lows[end - len(form) : end]) == form:
                return end - len(form)
        return None


@lru_cache(maxsize=4)
def people(language: str) -> People:
    """The tables of a language. Raises BadLexiconRow."""
    words: dict[str, Word] = {}
    sets: dict[str, set[str]] = {kind: set() for kind in (KIN, PERSON, TITLE, PRONOUN, *SETS)}
    for row in rows(language, "persons.csv"):
        if row["kind"] not in sets:
            raise BadLexiconRow(table="persons.csv", words=row["words"], seen=row["kind"])
        sets[row["kind"]].update(_keys(language, row["words"]))
        if row["kind"] in (KIN, PERSON, TITLE, PRONOUN):
            _add(words, row, language)
    phrases = {kind: _by_last(forms) for kind, forms in sets.items()}
    frozen = {kind: frozenset(forms) for kind, forms in sets.items()}
    joining: dict[str, tuple[Form, ...]] = {}
    for form in sorted((tuple(each.split()) for each in sets.get("joins", ())), key=len, reverse=True):
        joining[form[0]] = (*joining.get(form[0], ()), form)
    fates = _fates(language)
    told = (row.words for side in fates.values() for rows_ in side.values() for row in rows_)
    return People(words, frozen, phrases, joining, fates, frozenset(max(form, key=len) for form in told))


def _keys(language: str, cell: str) -> list[str]:
    """The forms of a cell as they stand in a text."""
    return [fold_word(form) if language in DECLINED else form for form in cell.split("|")]


def _add(words: dict[str, Word], row: Mapping[str, str], language: str) -> None:
    try:
        sex = Sex(row["sex"]) if row["sex"] else None
    except ValueError as fault:
        raise BadLexiconRow(table="persons.csv", words=row["words"], seen=row["sex"]) from fault
    if language in DECLINED:
        _add_declined(words, row, sex)
        return
    before = ""
    for form in row["words"].split("|"):
        plural = bool(before) and _is_plural(form, before)
        words.setdefault(form, Word(row["kind"], sex, before if plural else form, plural))
        before = before if plural else form


def _add_declined(words: dict[str, Word], row: Mapping[str, str], sex: Sex | None) -> None:
    """Every form of the nouns of a row; before a pronoun the last letter of some changes."""
    for cell in row["words"].split("|"):
        for form in declined(cell):
            word = Word(row["kind"], sex, cell.partition(":")[0], form.plural)
            words.setdefault(form.words[0], word)


def _is_plural(form: str, before: str) -> bool:
    """ "wives" after "wife": the first letters agree and the form ends as plurals do."""
    return form[:2] == before[:2] and form != before and form.endswith(("s", "men", "ren", "people"))


def _by_last(forms: set[str]) -> Phrases:
    found: dict[str, list[Form]] = {}
    for form in forms:
        tokens = tuple(form.split())
        found.setdefault(tokens[-1], []).append(tokens)
    return {last: tuple(sorted(each, key=len, reverse=True)) for last, each in found.items()}


def _fates(language: str) -> Mapping[str, Mapping[str, tuple[FateWords, ...]]]:
    found: dict[str, dict[str, list[FateWords]]] = {"before": {}, "heading": {}, "possessed": {}}
    for row in rows(language, "fates.csv"):
        for form in _keys(language, row["words"]):
            words = tuple(form.split())
            try:
                found[row["side"]].setdefault(words[-1], []).append(FateWords(words, Fate(row["fate"])))
            except (KeyError, ValueError) as fault:
                seen = f"{row['side']}/{row['fate']}"
                raise BadLexiconRow(table="fates.csv", words=row["words"], seen=seen) from fault
    return {
        side: {last: tuple(sorted(each, key=lambda f: -len(f.words))) for last, each in by_last.items()}
        for side, by_last in found.items()
    }

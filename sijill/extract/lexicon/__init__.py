"""The words, as tables a coder can read and extend without reading code. A cell holds forms separated by `|`."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from itertools import chain

from sijill.errors import SijillError
from sijill.extract.lexicon.arabic import SHORTEST, Form, conjugated, declined
from sijill.extract.lexicon.sayings import Sayings
from sijill.extract.lexicon.sets import Words
from sijill.language.ar.clitics import bare
from sijill.language.ar.letters import fold_word
from sijill.model.claim import Act, Harm, Stance, Status
from sijill.model.source import SpeakerKind


class BadLexiconRow(SijillError):
    """A row that names no known frame, act, harm, status or kind."""

    def __init__(self, *, table: str, words: str, seen: str) -> None:
        super().__init__(f"lexicon {table}, row {words!r}: {seen!r} is not a value this column knows")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A row of predicates.csv. frame: verb dies loses deprives delivers holds acts noun toll act adj bodies."""

    lemma: str
    frame: str
    act: Act
    harm: Harm
    note: str


@dataclass(frozen=True, slots=True)
class Speech:
    """A row of speech.csv. note: how the verb takes its arguments (addressee, quotes, accuse, blame, attribute,
    claims, retracts, toll; that: only before "that", "how" or a quotation)."""

    lemma: str
    stance: Stance
    note: str


@dataclass(frozen=True, slots=True)
class VictimNoun:
    """A row of victims.csv: what a noun says of those harmed."""

    word: str
    status: Status
    group: str | None
    label: bool
    inferred: bool
    plural: bool


DECLINED = frozenset({"ar"})
"""Languages whose nouns and verbs have more forms than a table lists."""
NOUN_SETS = frozenset(("property", "place_words", "measures", "generic_places"))
WORD_TABLES = ("forces.csv", "means.csv", "supplies.csv", "nationalities.csv", "countries.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All tables of one language. bodies: the predicate of a part told without one ("four of them were ...").

    ..._begin   the first words of the entries of a table

    number_of   1 for a noun whose form is a singular, 2 for one that is a dual, where a language has such forms
    known       the single words of the tables, without their article: what is left when a clitic is taken off
    """

    language: str
    words: Words
    sayings: Sayings
    predicates: dict[str, list[tuple[tuple[str, ...], Predicate, str]]]
    speech: dict[str, list[tuple[tuple[str, ...], Speech, str]]]
    victims: dict[tuple[str, ...], VictimNoun]
    speakers: dict[tuple[str, ...], SpeakerKind]
    characterisations: dict[tuple[str, ...], str]
    forces: frozenset[tuple[str, ...]]
    means: frozenset[tuple[str, ...]]
    supplies: frozenset[tuple[str, ...]]
    nationalities: frozenset[tuple[str, ...]]
    countries: frozenset[tuple[str, ...]]
    characterisations_begin: frozenset[str]
    means_begin: frozenset[str]
    bodies: Predicate
    number_of: dict[tuple[str, ...], int]
    known: frozenset[str]


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """Every table of a language, read once in each process."""
    table = predicates(language)
    return Lexicon(
        language=language,
        words=word_sets(language),
        sayings=sayings(language),
        predicates=table,
        speech=speech(language),
        victims=victim_nouns(language),
        speakers=speaker_kinds(language),
        characterisations=characterisations(language),
        forces=words(language, "forces.csv"),
        means=words(language, "means.csv"),
        supplies=words(language, "supplies.csv"),
        nationalities=words(language, "nationalities.csv"),
        countries=words(language, "countries.csv"),
        characterisations_begin=frozenset(words_[0] for words_ in characterisations(language)),
        means_begin=frozenset(words_[0] for words_ in words(language, "means.csv")),
        bodies=next(row for bucket in table.values() for _, row, _ in bucket if row.frame == "bodies"),
        number_of=number_of(language),
        known=known_words(language),
    )


@lru_cache(maxsize=4)
def number_of(language: str) -> dict[tuple[str, ...], int]:
    """Singular and dual forms of those harmed and of their states; none for English, whose numbers are words."""
    if language not in DECLINED:
        return {}
    cells = [cell for row in rows(language, "victims.csv") for cell in row["words"].split("|")]
    states = (row for row in rows(language, "predicates.csv") if row["frame"] in ("adj", "bodies"))
    cells += [cell for row in states for cell in row["forms"].split("|")]
    forms = [form for cell in cells for form in declined(cell)]
    several = {form.words for form in forms if form.plural and form.number is None}
    return {form.words: form.number for form in forms if form.number is not None and form.words not in several}


@lru_cache(maxsize=4)
def known_words(language: str) -> frozenset[str]:
    """For `tokenize`: the words of the tables of a language that writes clitics as part of a word."""
    if language not in DECLINED:
        return frozenset()
    found = {word for bucket in predicates(language).values() for words, _, _ in bucket for word in words}
    found |= {word for bucket in speech(language).values() for words, _, _ in bucket for word in words}
    tables: list[Iterable[tuple[str, ...]]] = [victim_nouns(language), speaker_kinds(language)]
    tables += [characterisations(language), *(words(language, table) for table in WORD_TABLES)]
    found |= {word for table in tables for phrase in table for word in phrase}
    sets = word_sets(language)
    found |= sets.hunger | sets.property | sets.place_words | sets.deaths | sets.lives | sets.fire
    return frozenset(bare(word) for word in found if len(word) >= SHORTEST)


@lru_cache(maxsize=4)
def word_sets(language: str) -> Words:
    """words.csv. A set without a row is empty: the language says nothing in such words."""
    listed = _sets(language, "words.csv", frozenset(field.name for field in fields(Words)))
    return Words(**{field.name: frozenset(listed.get(field.name, ())) for field in fields(Words)})


@lru_cache(maxsize=4)
def sayings(language: str) -> Sayings:
    """sayings.csv, each saying as the tuple of its words."""
    listed = _sets(language, "sayings.csv", frozenset(field.name for field in fields(Sayings)))
    split = {name: tuple(tuple(saying.split()) for saying in found) for name, found in listed.items()}
    return Sayings(**{field.name: split.get(field.name, ()) for field in fields(Sayings)})


def _sets(language: str, table: str, known: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows(language, table):
        if row["set"] not in known or row["set"] in found:
            raise BadLexiconRow(table=table, words=row["words"], seen=row["set"])
        listed = row["words"].split("|")
        forms = [*listed, *_in_every_form(row["set"], listed)] if language in DECLINED else listed
        found[row["set"]] = list(dict.fromkeys(forms))
    return found


def _in_every_form(name: str, listed: list[str]) -> Iterator[str]:
    """The keys of the words of a set; of a set of nouns those of every form. As written the first column of a verb."""
    for word in listed:
        yield fold_word(word)
        if name in NOUN_SETS:
            yield from (form.words[0] for form in declined(word) if len(form.words) == 1)


def rows(language: str, table: str) -> Iterator[dict[str, str]]:
    """The rows of one table as written."""
    with files(__package__).joinpath(language, table).open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


@lru_cache(maxsize=8)
def words(language: str, table: str) -> frozenset[tuple[str, ...]]:
    """A table of bare words, each as the tuple of its tokens in lower case."""
    return frozenset(form.words for row in rows(language, table) for form in _forms(language, row["words"]))


def _forms(language: str, cell: str) -> Iterator[Form]:
    """The forms of the nouns of a cell: as listed, or every form of a language that declines."""
    for listed in cell.split("|"):
        if language in DECLINED:
            yield from declined(listed)
        else:
            words = tuple(listed.lower().split())
            yield Form(words, None, words[-1].endswith(("s", "men")) or words[-1] in PLURALS)


def inflect(lemma: str, forms: str) -> tuple[str, str, str, str, str]:
    """(base, s, past, participle, ing) of an English verb; regular unless `forms` lists them."""
    if forms:
        listed = forms.split("|")
        return (listed[0], listed[1], listed[2], listed[3], listed[4])
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    ends_in_y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    past = lemma[:-1] + "ied" if ends_in_y else stem + "ed"
    third = lemma[:-1] + "ies" if ends_in_y else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return lemma, third, past, past, stem + "ing"


TOLD = frozenset({"", "that", "addressee"})
"""Notes of verbs of speech that tell a view where they open nothing said ("believes her")."""
NO_VERBS = frozenset({"noun", "state"})
"""Notes of rows of views.csv that hold "criticism of" and "worried about"."""
PLURALS = frozenset("people children schoolchildren personnel staff police elderly passersby shabiha".split())
VERB_FORMS = ("base", "s", "past", "participle", "ing")
VERBAL = frozenset("verb dies loses deprives delivers holds acts".split())


@lru_cache(maxsize=4)
def predicates(language: str) -> dict[str, list[tuple[tuple[str, ...], Predicate, str]]]:
    """First word -> [(words, row, form)], longest first. form: base s past ing for verbs, noun otherwise."""
    found: dict[str, list[tuple[tuple[str, ...], Predicate, str]]] = {}
    for row in rows(language, "predicates.csv"):
        predicate = _predicate(row)
        if predicate.frame in VERBAL:
            listed = _verb_forms(language, row)
        else:
            listed = ((form.words, "noun") for form in _forms(language, row["forms"]))
        for tokens, kind in listed:
            entry = (tokens, predicate, "past" if kind == "participle" else kind)
            bucket = found.setdefault(tokens[0], [])
            if entry not in bucket:
                bucket.append(entry)
    for bucket in found.values():
        bucket.sort(key=lambda entry: (-len(entry[0]), entry[2] != "past"))
    return found


def _verb_forms(language: str, row: dict[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """(words, form) of the verb of a row."""
    if language in DECLINED:
        return conjugated(row["words"], row["forms"])
    forms = inflect(row["words"], row["forms"])
    return ((tuple(form.split()), kind) for form, kind in zip(forms, VERB_FORMS, strict=True))


def _predicate(row: dict[str, str]) -> Predicate:
    try:
        return Predicate(row["words"], row["frame"], Act(row["act"]), Harm(row["harm"]), row["note"])
    except ValueError as fault:
        raise BadLexiconRow(table="predicates.csv", words=row["words"], seen=f"{row['act']}/{row['harm']}") from fault


@lru_cache(maxsize=4)
def speech(language: str) -> dict[str, list[tuple[tuple[str, ...], Speech, str]]]:
    """First word -> [(words, row, form)], longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Speech, str]]] = {}
    for row in rows(language, "speech.csv"):
        verb = Speech(row["words"], Stance(row["stance"]), row["note"])
        for tokens, kind in _verb_forms(language, row):
            found.setdefault(tokens[0], []).append((tokens, verb, kind))
    for bucket in found.values():
        bucket.sort(key=lambda entry: -len(entry[0]))
    return found


@lru_cache(maxsize=4)
def viewing(language: str) -> dict[str, list[tuple[tuple[str, ...], Speech, str]]]:
    """views.csv and the verbs of speech that need a content to be such, as `speech`; nouns with their preposition
    ("criticism of") in form noun.
    """
    found: dict[str, list[tuple[tuple[str, ...], Speech, str]]] = {}
    spoken = (row for row in rows(language, "speech.csv") if row["note"] in TOLD)
    for row in chain(rows(language, "views.csv"), spoken):
        view = Speech(row["words"], Stance(row["stance"]), row["note"])
        plain = [(tuple(form.split()), row["note"]) for form in row["forms"].split("|")]
        for tokens, kind in plain if row["note"] in NO_VERBS else _verb_forms(language, row):
            found.setdefault(tokens[0], []).append((tokens, view, kind))
    for bucket in found.values():
        bucket.sort(key=lambda entry: -len(entry[0]))
    return found


@lru_cache(maxsize=4)
def victim_nouns(language: str) -> dict[tuple[str, ...], VictimNoun]:
    """Noun (as tokens) -> row."""
    found = {}
    for row in rows(language, "victims.csv"):
        status, group = Status(row["status"]), row["group"] or None
        for form in _forms(language, row["words"]):
            word = " ".join(form.words)
            found[form.words] = VictimNoun(word, status, group, bool(row["label"]), bool(row["inferred"]), form.plural)
    return found


@lru_cache(maxsize=4)
def speaker_kinds(language: str) -> dict[tuple[str, ...], SpeakerKind]:
    """Head noun of a speaker (as tokens) -> kind."""
    return {
        form.words: SpeakerKind(row["kind"])
        for row in rows(language, "speakers.csv")
        for form in _forms(language, row["words"])
    }


@lru_cache(maxsize=4)
def characterisations(language: str) -> dict[tuple[str, ...], str]:
    """Words -> what the speaker calls it."""
    return {
        form.words: row["said_to_be"]
        for row in rows(language, "characterisations.csv")
        for form in _forms(language, row["words"])
    }


@lru_cache(maxsize=4)
def verb_forms(language: str) -> frozenset[str]:
    """Forms that end a noun phrase: the past, participle, -ing and unmistakable present forms of verbs.txt and
    speech.
    """
    lemmas = files(__package__).joinpath(language, "verbs.txt").read_text(encoding="utf-8").splitlines()
    listed = [tuple(line.split("|")) for line in lemmas if line and not line.startswith("#")]
    listed += [inflect(row["words"], row["forms"]) for row in rows(language, "speech.csv") if " " not in row["words"]]
    return frozenset(form for forms in listed for form in forms[1:]) - NOUNS_TOO | frozenset(
        {"be", "been", "have", "do"}
    )


NOUNS_TOO = frozenset(
    "results starts ends needs plans calls moves supports causes uses helps runs falls drives stops treats"
    " stages mounts meets asks"
    " reports claims notes estimates documents shows quotes questions doubts disputes states living meeting"
    " building being"
    " posts details charges counters comments mentions records replies releases"
    " fights fighting leads keeps breaks spreads flares tries reject rejects sends cites following including".split()
)

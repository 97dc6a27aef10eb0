"""What holds for every sentence of the suite, however it is read: both languages, every construction."""

import re
from collections import Counter

import pytest

from tests.suite.sentences import Sentence, claims_of, sentences

IDLE = {
    "en": ("Bread is cheap on the island.", "The ferry to the mainland was late again."),
    "ar": ("الخبز رخيص في الجزيرة.", "تأخرت العبارة مرة أخرى."),
}
SIDES = (
    ("Red Column", "Valley Guard"),
    ("Column fighters", "Guard fighters"),
    ("الرتل الأحمر", "حرس الوادي"),
)
"""Two armed groups of one standing: what is read of the one is read of the other."""

STATE_AND_GROUP = (
    ("Varran army", "Red Column"),
    ("Varran forces", "Column fighters"),
    ("الجيش الفاراني", "الرتل الأحمر"),
)
BARE = re.compile(r"Column gunmen|Voice of the Column|مسلحو الرتل|مقاتلو الرتل")
"""Names of one party that have no counterpart."""

ENGLISH_AND_ARABIC = pytest.mark.parametrize("language", ["en", "ar"])


def content(claim, rename=lambda words: words):
    """What a claim says, without where in the text it stands; names passed through `rename`."""
    toll, victims = claim.toll, claim.victims
    return (
        claim.act, claim.harm, claim.stance, claim.about, claim.reach, claim.modality, claim.directness,
        tuple((rename(actor.name), actor.role) for actor in claim.actors),
        tuple((rename(speaker.name), speaker.kind) for speaker in claim.speakers),
        victims and (rename(victims.text), victims.label, victims.status, victims.groups),
        toll and (toll.number, toll.low, toll.high, toll.text, toll.hedge, toll.cumulative, bool(toll.subset_of)),
        claim.when.text, claim.where.text and rename(claim.where.text), claim.means,
    )  # fmt: skip


def contents(text, rename=lambda words: words):
    """What the claims of a text say, in any order."""
    return Counter(content(claim, rename) for claim in claims_of(text))


def swapping(pairs):
    """Puts each name of a pair in the place of the other, as it is written: also in capitals."""
    other = {name: turned for pair in pairs for name, turned in (pair, pair[::-1])}
    other |= {name.upper(): turned.upper() for name, turned in other.items()}
    found = re.compile("|".join(sorted(map(re.escape, other), key=len, reverse=True)))
    return lambda words: found.sub(lambda match: other[match[0]], words)


def told(language: str) -> list[Sentence]:
    """The sentences of a language that hold a claim or should."""
    return [each for each in sentences(language) if each.table != "act"]


@ENGLISH_AND_ARABIC
@pytest.mark.parametrize("pairs", [SIDES, STATE_AND_GROUP], ids=["two groups", "a state and a group"])
def test_swapping_two_parties_swaps_them_in_the_claims_and_changes_nothing_else(language, pairs):
    swap = swapping(pairs)
    partial = [each for each in told(language) if each.report != swap(each.report) and not BARE.search(each.report)]
    assert len(partial) > 30
    wrong = [str(each) for each in partial if contents(each.report, swap) != contents(swap(each.report))]
    assert not wrong


@ENGLISH_AND_ARABIC
def test_every_quote_reads_exactly_as_it_stands(language):
    for each in sentences(language):
        for claim in claims_of(each.report):
            start, end = claim.span
            assert each.report[start:end] == claim.quote != ""


@ENGLISH_AND_ARABIC
def test_nobody_is_an_actor_or_a_speaker_whom_the_words_do_not_name(language):
    for each in sentences(language):
        for claim in claims_of(each.report):
            named = [*(actor.name for actor in claim.actors), *(speaker.name for speaker in claim.speakers)]
            assert all(name in spelled_out(each.report) for name in named), f"{each}: {named}"


def spelled_out(report: str) -> str:
    """The report, and the report with the article that "li-" swallows written out."""
    return report + re.sub(r"\bلل", "ل ال", report)


@ENGLISH_AND_ARABIC
def test_the_words_of_a_number_stand_in_the_text(language):
    for each in sentences(language):
        tolls = [claim.toll for claim in claims_of(each.report) if claim.toll is not None]
        assert all(toll.text in each.report for toll in tolls), f"{each}: {[toll.text for toll in tolls]}"


@ENGLISH_AND_ARABIC
def test_another_number_in_digits_is_read_in_the_place_of_the_first(language):
    """So that no number is read that the words do not hold: the twelve dead of a report become 317."""
    wrong = []
    for each in told(language):
        before = [numbers(claim) for claim in claims_of(each.report)]
        if each.report.count("12") != 1 or not re.search(r"(?<![\d.,-])12(?![\d.,-]| ألف)", each.report):
            continue
        after = [numbers(claim) for claim in claims_of(re.sub("12", "317", each.report))]
        if after != [tuple(317 if n == 12 else n for n in three) for three in before]:
            wrong.append((str(each), before, after))
    assert not wrong


def numbers(claim):
    """Number and bounds of a claim."""
    return (claim.toll.number, claim.toll.low, claim.toll.high) if claim.toll else (None, None, None)


@ENGLISH_AND_ARABIC
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_an_unrelated_sentence_changes_no_claim(language, before):
    """A headline comes first, and capitals tell nothing only where all is in capitals."""
    wrong = []
    for each in sentences(language):
        alone = each.report.isupper() or (before and "headlines" in each.file.stem)
        for idle in () if alone else IDLE[language]:
            longer = f"{idle} {each.report}" if before else f"{ended(each.report)} {idle}"
            if contents(longer) != contents(ended(each.report)):
                wrong.append((str(each), each.report))
    assert not wrong


def ended(report: str) -> str:
    """A headline has no full stop of its own."""
    return report if report[-1] in '.?!"' else f"{report}."

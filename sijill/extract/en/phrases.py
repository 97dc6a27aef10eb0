"""Noun phrases of a sentence, with their counts, heads, names and what the head says of people, forces and acts.

A finite-state reader, no model: a phrase runs from a determiner, number, adjective or noun to the last noun before a
word that cannot be inside one. Linear in the sentence.
"""

from dataclasses import dataclass

from sijill.extract.en.asides import ages_in, asides, by_age, is_suspended, numbers_of_units, within_a_count
from sijill.extract.en.cues import find_cues
from sijill.extract.en.order import acts_on, follows_act, is_signed, only_opens, signs
from sijill.extract.en.speaking import find_speech
from sijill.extract.en.words import WORDS, bits
from sijill.extract.lexicon import lexicon
from sijill.extract.persons.namesakes import without_namesakes
from sijill.extract.syntax.classes import AUX, BREAK, DET, MARK, PREP, PRONOUN
from sijill.extract.syntax.parts import PARTY, PLACE, SOURCE, Cue, Named, Phrase
from sijill.extract.syntax.sentence import Grammar, Names, Sentence
from sijill.language.dates import read_times
from sijill.language.numbers import STARTS, UNITS, Count, read_count
from sijill.language.tokens import POSSESSIVE, Tokens, is_raised
from sijill.model.claim import Harm
from sijill.model.toll import Hedge

LEXICON = lexicon("en")
VICTIMS, FORCES = LEXICON.victims, LEXICON.forces
FOLK = ("ers", "ists", "ians", "ants", "ees", "ors", "men", "women", "folk", "mates")


def read_with(grammar: Grammar, tokens: Tokens, span: tuple[int, int], names: Names, *, cased: bool) -> Sentence:
    """Cues, names and times of tokens [start, stop); phrases too where somebody speaks or something was done."""
    start, stop = span
    cues = find_cues(tokens, start, stop)
    speech = find_speech(tokens, start, stop, cues)
    found = names.find(tokens, start, stop, cased)
    found = without_namesakes(tokens, found, span, speech) if cased else found
    times = read_times(tokens, start, stop)
    vocabulary = frozenset(tokens.lows[start:stop])
    sentence = Sentence(
        tokens, start, stop, grammar, LEXICON, WORDS, cues, speech, found, times, [], {}, vocabulary, cased
    )  # fmt: skip
    if sentence.speaks:
        chunk(sentence)
    return sentence


def chunk(s: Sentence) -> None:
    """Read the asides and noun phrases of a sentence."""
    s.asides = asides(s.tokens, (s.start, s.stop), s.names, s.times)
    s.aside_starts = {end: first for first, end in s.asides.items()}
    verbs = {i: end for start, end in _verbs(s) for i in range(start, end)}
    ages = frozenset((*ages_in(s.tokens, s.asides), *numbers_of_units(s)))
    times = {i: time[1] for time in s.times for i in range(time[0], time[1])}
    grounds = Grounds(
        {i: i + 1 for i in ages} | verbs | times,
        frozenset(verbs),
        {name.start: name for name in s.names},
        ages,
        frozenset(cue.start for cue in s.speech),
    )
    i = s.start
    while i < s.stop:
        beyond = grounds.taken.get(i)
        if beyond is not None:
            i = beyond
            continue
        phrase = _phrase_at(s, i, grounds)
        if phrase is None:
            i += 1
        else:
            for j in range(phrase.start, phrase.end):
                s.phrase_of[j] = len(s.phrases)
            s.phrases.append(phrase)
            i = phrase.end


def _verbs(s: Sentence) -> list[tuple[int, int]]:
    return [(c.start, c.end) for c in s.cues if c.verbal] + [(c.start, c.end) for c in s.speech]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is already known of each token: the end of the time, verb or age it is in, whether it is in a verb, the name
    that begins there, whether it says an age, whether a verb of speech begins there.
    """

    taken: dict[int, int]
    verbs: frozenset[int]
    names: dict[int, Named]
    ages: frozenset[int]
    spoken: frozenset[int]


def _phrase_at(s: Sentence, i: int, grounds: Grounds) -> Phrase | None:
    lows, low = s.tokens.lows, s.tokens.lows[i]
    kind = bits(low)
    if kind & MARK and i not in grounds.names:
        return None
    before = s.low(i - 1)
    if low == "that" and not bits(before) & PREP:
        return None
    if low in WORDS.intents and s.low(i + 1) == "to" and s.at(i - 1) is not None:
        return None
    if low in WORDS.long_since and bits(before) & AUX:
        return None
    if before == "to" and s.cased and _is_infinitive(s, i):
        return None
    if kind == 0 and low.endswith("ed") and s.at(i - 1) is not None and _verb_like(s, i):
        return None
    if kind == 0 and low.endswith("ing") and s.low(i + 1) == "to" and before in WORDS.passive:
        return None
    count = _count_at(s, i)
    if count is None:
        if kind & PRONOUN and low != "there" and i not in grounds.names:
            return Phrase(i, i + 1, i, None, (), None, False, None, True, False)
        if ((kind & BREAK and not kind & DET) or not low[0].isalnum()) and i not in grounds.names:
            return None
    end, head, count = _extent(s, i, grounds, count)
    while end > i and (lows[end - 1] in POSSESSIVE or (end - 1 > head and (count is None or end - 1 >= count.end))):
        end -= 1
    return _phrase(s, i, end, head if head < end else end - 1, count) if end > i else None


def _extent(s: Sentence, start: int, grounds: Grounds, count: Count | None) -> tuple[int, int, Count | None]:
    """(end, head, count): token by token, until a word that cannot be inside the phrase."""
    j, head = count.end if count else start, -1
    while j < s.stop and j not in grounds.taken:
        low = s.tokens.lows[j]
        name = grounds.names.get(j)
        if low in POSSESSIVE and head >= 0 and j + 1 < s.stop:
            j += 1
            while j in grounds.ages:
                j += 1
        elif (low == "." and j > start and _is_abbreviated(s, start, j - 1)) or (
            low == "(" and within_a_count(s, j, head, count)
        ):
            j = s.asides.get(j, j + 1)
        elif name is not None:
            if head >= 0 and (
                follows_act(s, start, j) or _name_splits(s, start, j) or only_opens(s, start, j)
                if name.kind == PARTY
                else _source_splits(s, start, name, head)
            ):
                break
            head, j = name.end - 1, name.end
        elif _ends_before(s, start, j, head) or (j > start and _speaks_itself(s, start, j, grounds)):
            break
        elif bits(low) == 0 and (j > start or count is None) and (inner := _count_at(s, j)) is not None:
            if (head >= 0 and s.tokens.lows[j - 1] not in POSSESSIVE) or count is not None:
                break
            count, j = inner, inner.end
        else:
            head, j = (j if bits(low) == 0 else head), j + 1
    return j, head, count


def _is_abbreviated(s: Sentence, start: int, at: int) -> bool:
    """ "Mr. Orr", "the old St. Ives", "Ada B. Orr": a stop inside a name. In "Oak St. Police said" it is none."""
    word, before = s.tokens.words[at], "" if at == start else s.tokens.words[at - 1]
    short = s.low(at) in WORDS.before_a_name and word[0].isupper() and not before[:1].isupper()
    initial = len(word) == 1 and word.isupper() and (not before or before[0].isupper())
    return (short or initial) and at + 2 < s.stop and s.tokens.words[at + 2][0].isupper()


def _ends_before(s: Sentence, start: int, j: int, head: int) -> bool:
    """Is token j, which begins no name and no count, outside a phrase that has come this far?"""
    low, kind = s.tokens.lows[j], bits(s.tokens.lows[j])
    before = s.tokens.lows[j - 1] if j > start else ""
    if head < 0 and j > start and is_signed(s, j):
        return True
    if kind & DET:
        return j > start and before not in POSSESSIVE and not (bits(before) & DET and head < 0)
    if (low == "only" or low in WORDS.most) and head < 0 and bits(before) & DET:
        return False
    if head == j - 1 and only_opens(s, start, j):
        return low not in POSSESSIVE
    if head >= 0 and low in WORDS.without and _is_between_capitals(s, j):
        return False
    if kind & (BREAK | PRONOUN) or not low[0].isalnum():
        return head >= 0 or low not in WORDS.adjectives_in_ed or bits(s.low(j + 1)) != 0
    if head < 0 or before in POSSESSIVE:
        return False
    if head == j - 1 and (signs(s, j) or acts_on(s, j) or follows_act(s, start, j)):
        return True
    return (low in WORDS.intents and s.low(j + 1) == "to") or (kind == 0 and _verb_like(s, j))


def _is_infinitive(s: Sentence, i: int) -> bool:
    """ "to replace Ada Brandt", "to bury the dead": a word in small letters before a name or an article, no title."""
    low, after = s.tokens.lows[i], s.tokens.words[i + 1] if i + 1 < s.stop else ""
    known = (low,) in VICTIMS or (low,) in s.lexicon.speakers or (low,) in FORCES or low in WORDS.offices
    follows = after[:1].isupper() or bool(bits(after.lower()) & DET)
    return not known and bits(low) == 0 and low.isalpha() and s.tokens.words[i][0].islower() and follows


def _is_one_more(s: Sentence, i: int) -> bool:
    """ "killed one man and wounded another", "one was killed and another injured"."""
    harm = [cue for cue in s.cues if cue.row.harm is not Harm.NONE]
    followed = any(cue.start == i + 1 and cue.form != "ing" for cue in harm)
    told = any(cue.end == i and cue.verbal for cue in harm)
    return (followed or told) and (followed or not s.low(i + 1)[:1].isalpha() or bits(s.low(i + 1)) != 0)


def _is_between_capitals(s: Sentence, j: int) -> bool:
    """ "Doctors Without Borders": a preposition inside a name."""
    return s.cased and all(word[:1].isupper() for word in s.tokens.words[j - 1 : j + 2])


def _speaks_itself(s: Sentence, start: int, j: int, grounds: Grounds) -> bool:
    """ "killed Ada Tarn well-informed sources said": whoever speaks, right before the verb, after a name that another
    verb governs.
    """
    if start - 1 not in grounds.verbs or s.tokens.words[j][0].isupper() or not s.tokens.words[j - 1][0].isupper():
        return False
    first = j + 1 if "-" in s.low(j) and j not in grounds.names else j
    table = s.lexicon.speakers
    ends = (first + length for length in (3, 2, 1))
    return any(tuple(s.tokens.lows[first:end]) in table and end in grounds.spoken for end in ends)


def _count_at(s: Sentence, i: int) -> Count | None:
    low = s.tokens.lows[i]
    if low == "another" and i > s.start and _is_one_more(s, i):
        return Count(i, i + 1, 1, None, Hedge.EXACT)
    noun = VICTIMS.get((s.low(i + 1),)) if low == "both" else None
    if noun is not None and noun.plural and s.low(i + 2) not in WORDS.and_:
        return Count(i, i + 1, 2, None, Hedge.EXACT)
    return _count(s, i) if low in STARTS or low[0].isdigit() or "-" in low[1:] else None


def _source_splits(s: Sentence, start: int, name: Named, head: int) -> bool:
    """ "12 people the Monitor said", "by the army Reuters reported": a source by name, after those harmed."""
    if name.kind != SOURCE or not s.tokens.words[name.start][0].isupper():
        return False
    noun = VICTIMS.get((s.tokens.lows[head],))
    governed = bool(bits(s.low(start - 1)) & PREP) and any(n.kind == PARTY and n.end == name.start for n in s.names)
    return governed or (noun is not None and noun.plural)


def _name_splits(s: Sentence, start: int, j: int) -> bool:
    """ "In Aleppo ISIS ...", "according to activists ISIS ...": a party's name right after a place that a preposition
    governs, or after who speaks, begins a phrase of its own.
    """
    if s.low(start - 2) in WORDS.according and (s.low(j - 1),) in s.lexicon.speakers:
        return True
    before = next((name for name in s.names if start <= name.start < name.end <= j), None)
    return before is not None and before.kind == PLACE and bool(bits(s.low(before.start - 1)) & PREP)


def _count(s: Sentence, i: int) -> Count | None:
    count = read_count(s.tokens, i, s.stop)
    if count is None:
        return None
    after = s.low(count.end)
    if _is_year(s, count):
        return None
    if (
        is_suspended(s, count)
        or s.low(i - 1) in ("no", "aged", "every", "each")
        or after.startswith("year")
        or (s.low(i - 1), s.low(i - 2)) == ("but", "all")
    ):
        return None
    if (
        count.number == 1
        and not (after == "of" and (_is_harmed(s, i) or _is_of_so_many(s, count.end)))
        and (after in ("of", "day", "another") or (count.end - count.start == 1 and s.low(i) == "one" and after == ""))
    ):
        return None
    return count


def _is_year(s: Sentence, count: Count) -> bool:
    """ "the 2013 triple homicide": a year before a noun in the singular."""
    written = s.tokens.words[count.start]
    if count.end != count.start + 1 or len(written) != len("2013") or written[:2] not in ("19", "20"):
        return False
    cue = next((cue for cue in s.cues if not cue.verbal and cue.start == count.end), None)
    return cue is not None and not s.low(cue.end - 1).endswith("s") and cue.row.frame != "adj"


def _is_harmed(s: Sentence, i: int) -> bool:
    """ "killed one of them": the object of a harm."""
    return any(cue.end == i and cue.verbal and cue.row.harm is not Harm.NONE for cue in s.cues)


def _is_of_so_many(s: Sentence, of: int) -> bool:
    """ "One of the six villagers inside was ..."; not "one of the two gunmen shot"."""
    people = of + 3 < s.stop and (s.low(of + 3),) in VICTIMS and _count(s, of + 2) is not None
    return people and not WORDS.was.isdisjoint(s.tokens.lows[of + 4 : of + 6])


def _verb_like(s: Sentence, j: int) -> bool:
    """An unlisted -ed or -ing word after a noun is a verb ("rebels stormed the town"), not part of the phrase."""
    low = s.tokens.lows[j]
    if not low.endswith(("ed", "ing")) or any(cue.start <= j < cue.end and not cue.verbal for cue in s.cues):
        return False
    if (
        low.endswith("ed")
        and len(low) > 4
        and (low not in WORDS.adjectives_in_ed or s.low(j + 1) in WORDS.by)
        and "-" not in low
        and not s.tokens.words[j][0].isupper()
    ):
        return low not in WORDS.nouns_in_ed
    participle = low.endswith("ing") and len(low) > 5 and s.tokens.words[j][0].islower()
    return participle and (_starts_object(s, j + 1) or (s.low(j - 1),) in VICTIMS)


def _starts_object(s: Sentence, j: int) -> bool:
    low = s.low(j)
    return bool(low) and (bool(bits(low) & (DET | PREP)) or low[0].isdigit() or low in UNITS)


def _phrase(s: Sentence, start: int, end: int, head: int, count: Count | None) -> Phrase:
    lows = s.tokens.lows
    names = tuple(name for name in s.names if name.start >= start and name.end <= end)
    cue = _cue_in(s, start, end, head)
    victim = None
    noun = cue.start - 1 if cue is not None and cue.row.frame == "adj" and cue.start > start else head
    if noun >= start and not (count is not None and noun < count.end):
        nouns = VICTIMS
        victim = nouns.get((lows[noun - 1], lows[noun])) if noun > start else None
        things = noun > start and lows[noun - 1] in WORDS.chemical
        victim = victim or (None if things else nouns.get((lows[noun],)) or by_age(lows, start, noun))
    force = head >= start and ((lows[head],) in FORCES or (lows[head - 1], lows[head]) in FORCES)
    force = force and (
        lows[head] not in WORDS.forces_named
        or any(s.tokens.words[k][0].isupper() for k in range(start, head + 1) if k > s.start or s.low(k + 1).isdigit())
    )
    inside = head >= start
    measure = count is not None and _is_measure(s, count, lows[head] if inside else "")
    return Phrase(
        start, end, head, count, names, victim, force, cue, False, measure,
        inside and _folk(s, head), inside and _is_capital(s, head),
    )  # fmt: skip


def _cue_in(s: Sentence, start: int, end: int, head: int) -> Cue | None:
    """The noun of an act, harm or state that stands in tokens [start, end), not before the head."""
    for cue in s.cues:
        if start <= cue.start and head < cue.end <= end and not cue.verbal:
            return cue
    return None


def _is_measure(s: Sentence, count: Count, head: str) -> bool:
    """ "100 a day", not "100 a monitor said": a number of what is no people."""
    unit = count.end + 1 if s.low(count.end) == "a" else count.end
    return s.low(unit) in WORDS.measures or head in WORDS.measures


def _is_capital(s: Sentence, head: int) -> bool:
    """A word written as a name is ("Namar", "al-Namari"), that is no kind of place and no acronym."""
    word = s.tokens.words[head]
    return is_raised(word) and not word.isupper() and s.tokens.lows[head] not in WORDS.place_words


def _folk(s: Sentence, head: int) -> bool:
    """Does an unlisted noun look like people: a name or nationality, "-ers", "-ists", "more"?"""
    low = s.tokens.lows[head]
    return s.tokens.words[head][0].isupper() or low == "more" or (low.endswith(FOLK) and low not in WORDS.not_people)


def after_complements(s: Sentence, phrase: Phrase) -> int:
    """The token after the phrase and its "of ..." complements."""
    k = phrase.end
    while k < s.stop and s.tokens.lows[k] in ("of", "from"):
        inner = s.at(at := s.after_aside(k + 1))
        if inner is None or inner.start != at:
            return k
        k = inner.end
    return k


def governed_by(s: Sentence, start: int, prepositions: frozenset[str], stop: int) -> Phrase | None:
    """The first phrase after one of these prepositions in tokens [start, stop)."""
    return s.after_any(start, prepositions, stop)


def complement(s: Sentence, phrase: Phrase, by: frozenset[str]) -> Phrase | None:
    """The phrase after "of", "from" ... that hangs on this one; "the murder in Kessa of two priests"."""
    k, low = phrase.end, s.low(phrase.end)
    if low not in by and phrase.cue is not None and phrase.cue.row.frame == "noun":
        k = _after_circumstances(s, k)
        low = s.low(k)
    return s.at(k + 1) if low in by else None


def _after_circumstances(s: Sentence, k: int) -> int:
    """The token after "in Kessa", "on Monday", "last week", one of each."""
    for _ in range(2):
        placed = s.at(k + 1) if s.low(k) in WORDS.at else None
        on = k + 1 if bits(s.low(k)) & PREP else k
        time = next((time for time in s.times if time[0] in (k, on)), None)
        if time is not None:
            k = time[1]
        elif placed is not None and placed.start == k + 1 and placed.place is not None:
            k = placed.end
    return k

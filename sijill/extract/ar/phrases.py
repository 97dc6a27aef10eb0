"""Noun phrases of an Arabic sentence, with counts, heads, names and what the head says of people, forces and acts.

A finite-state reader, no model. The head comes first: a number, the noun, what it belongs to, adjectives. A noun with
the article is not followed by one without; a noun of action ends its phrase, and what follows hangs on it. Linear.
"""

from dataclasses import dataclass

from sijill.extract.ar.asides import asides
from sijill.extract.ar.cues import find_cues
from sijill.extract.ar.speaking import find_speech
from sijill.extract.ar.words import ADJECTIVES, ARTICLE, ATTACHED, WORDS, bits, is_adjective, is_definite, plain
from sijill.extract.lexicon import VictimNoun, lexicon
from sijill.extract.syntax.classes import BREAK, DET, PREP, PRONOUN
from sijill.extract.syntax.parts import PARTY, Cue, Named, Phrase
from sijill.extract.syntax.sentence import Grammar, Names, Sentence
from sijill.language.ar.numbers import number_at, number_with_article, read_count
from sijill.language.ar.times import read_time
from sijill.language.dates import Expression
from sijill.language.numbers import Count
from sijill.language.tokens import Tokens
from sijill.model.claim import Status
from sijill.model.toll import Hedge

LEXICON = lexicon("ar")
VICTIMS, FORCES, NUMBER_OF = LEXICON.victims, LEXICON.forces, LEXICON.number_of
LONGEST = 9
FORCES_IN_TWO = frozenset({("طالبان",)})
"""Names of forces that are spelled like two of something."""
DUAL = 2
TANWIN = "\u064b"
FOLK = ("ون", "ين", "يا")
OF = "من"
CLOSED = ("ون", "ان")
"""Endings of a noun that nothing belongs to: before what it belongs to, the noon falls off."""
DUAL_ENDINGS = ("ين", "ان", "يين", "ا", "ي")
TWO = frozenset("اثنين اثنان اثنتين اثنتان الاثنين".split())


def read_with(grammar: Grammar, tokens: Tokens, span: tuple[int, int], names: Names) -> Sentence:
    """Cues, names and times of tokens [start, stop); phrases too where somebody speaks or something was done."""
    start, stop = span
    found = names.find(tokens, start, stop)
    times = times_in(tokens, start, stop)
    cues = find_cues(tokens, start, stop, found, times)
    speech = find_speech(tokens, start, stop, cues, found)
    vocabulary = frozenset(tokens.lows[start:stop])
    sentence = Sentence(
        tokens, start, stop, grammar, LEXICON, WORDS, cues, speech, found, times, [], {}, vocabulary, cased=False
    )
    if sentence.speaks:
        chunk(sentence)
    return sentence


def times_in(tokens: Tokens, start: int, stop: int) -> list[Expression]:
    """Every expression of time in tokens [start, stop), left to right, none overlapping."""
    found, i = [], start
    while i < stop:
        time = read_time(tokens, i, stop)
        if time is not None:
            found.append(time)
        i = time[1] if time is not None else i + 1
    return found


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is already known of each token: the end of the time or verb it is in, the name or noun of action that begins
    there.
    """

    times: dict[int, int]
    verbs: dict[int, int]
    names: dict[int, Named]
    cues: dict[int, Cue]


def chunk(s: Sentence) -> None:
    """Read the noun phrases of a sentence."""
    verbs = [(c.start, c.end) for c in s.cues if c.verbal] + [(c.start, c.end) for c in s.speech]
    grounds = Grounds(
        {i: time[1] for time in s.times for i in range(time[0], time[1])},
        {i: end for start, end in verbs for i in range(start, end)},
        {name.start: name for name in s.names},
        {cue.start: cue for cue in s.cues if not cue.verbal},
    )
    s.asides = asides(s)
    s.aside_starts = {end: first for first, end in s.asides.items()}
    i = s.start
    while i < s.stop:
        beyond = grounds.times.get(i) or grounds.verbs.get(i) or s.asides.get(i)
        phrase = None if beyond is not None else _phrase_at(s, i, grounds)
        if phrase is None:
            i = beyond or i + 1
            continue
        for j in range(phrase.start, phrase.end):
            s.phrase_of[j] = len(s.phrases)
        s.phrases.append(phrase)
        i = phrase.end


def _phrase_at(s: Sentence, i: int, grounds: Grounds) -> Phrase | None:
    low, kind = s.tokens.lows[i], bits(s.tokens.lows[i])
    if i not in grounds.names and i not in grounds.cues:
        count = read_count(s.tokens, i, s.stop)
        count = _risen(s, count) if count is not None else None
        if count is not None and _is_year(s, i, count):
            return None
        if count is not None and not _is_of_name(s, count) and not _is_nobody(s, i) and not _is_from(s, count):
            return _counted(s, i, count, grounds)
        if kind & PRONOUN:
            return _pronoun(i) if low not in ATTACHED or low in WORDS.pronouns else None
        if kind & DET:
            return _after_determiner(s, i, grounds)
        if kind & BREAK or not low[:1].isalpha():
            return None
    end, head = _extent(s, i, -1, grounds)
    return _phrase(s, (i, end), head, None, grounds) if end > i else None


def _pronoun(i: int) -> Phrase:
    return Phrase(i, i + 1, i, None, (), None, False, None, True, False)


def _after_determiner(s: Sentence, i: int, grounds: Grounds) -> Phrase | None:
    j = i + 1
    j += 1 if s.low(j) == OF else 0
    if j >= s.stop or j in grounds.times or j in grounds.verbs or (bits(s.low(j)) & BREAK and j not in grounds.names):
        return None
    if j not in grounds.names and j not in grounds.cues and not s.low(j)[0].isalpha():
        return None
    end, head = _extent(s, j, -1, grounds)
    return _phrase(s, (i, end), head, None, grounds) if end > j else None


def _is_of_name(s: Sentence, count: Count) -> bool:
    """ "Brigade 14 killed twelve people": the number of the brigade, right before another number."""
    before = s.at(count.start - 1)
    return before is not None and before.force and read_count(s.tokens, count.end, s.stop) is not None


def _is_year(s: Sentence, i: int, count: Count) -> bool:
    """ "the massacre of 1982": a number that could be a year, right after what was done."""
    before = s.at(i - 1)
    bare = count.end == i + 1 and s.low(i).isdecimal() and len(s.low(i)) == 4
    after = bits(s.low(count.end)) != 0 or not s.low(count.end)[:1].isalpha()
    return bare and after and before is not None and before.cue is not None and 1300 <= int(s.low(i)) <= 2100


def _is_nobody(s: Sentence, i: int) -> bool:
    """ "nobody was killed": the word for one without a noun of which it is one."""
    return s.low(i) in WORDS.none and (bits(s.low(i + 1)) & BREAK != 0 or not s.low(i + 1)[:1].isalpha())


def _risen(s: Sentence, count: Count) -> Count | None:
    """ "rose from 12 to 19": two numbers and no range."""
    if s.low(count.start - 1) != OF or count.upper is None or not _is_raised(s, count.start):
        return count
    value = number_at(s.tokens, count.start, s.stop)
    return Count(count.start, value[1], value[0], None, Hedge.EXACT) if value is not None else None


def _is_raised(s: Sentence, k: int) -> bool:
    return not WORDS.raised.isdisjoint(s.tokens.lows[max(s.start, k - 10) : k])


def _is_from(s: Sentence, count: Count) -> bool:
    """The "from" of "rose from 12 to 19"."""
    return s.low(count.start) == OF and _is_raised(s, count.start)


def _counted(s: Sentence, i: int, count: Count, grounds: Grounds) -> Phrase:
    """A number with its noun, also where "of" stands between: "four of the aid workers"."""
    j = count.end
    if (s.low(j) == OF and _is_plain_noun(s, j + 1, grounds)) or (
        j < s.stop and bits(s.low(j)) & DET and not bits(s.low(j)) & BREAK
    ):
        j += 1
    end, head = _extent(s, j, -1, grounds) if not _is_time_or_verb(j, grounds) else (j, -1)
    if head < 0:
        return _phrase(s, (i, count.end), -1, count, grounds)
    return _phrase(s, (i, end), head, count, grounds)


def _is_plain_noun(s: Sentence, k: int, grounds: Grounds) -> bool:
    """Of what there are so many: no name, no place, no word of a closed class."""
    if k >= s.stop or k in grounds.names or _is_time_or_verb(k, grounds) or bits(s.low(k)) or not s.low(k).isalpha():
        return False
    return _noun_of_people(s, k) is not None or (k not in grounds.cues and plain(s.low(k)) not in WORDS.place_words)


def _is_time_or_verb(j: int, grounds: Grounds) -> bool:
    return j in grounds.times or j in grounds.verbs


def _noun_of_people(s: Sentence, j: int) -> VictimNoun | None:
    return VICTIMS.get((s.low(j), s.low(j + 1))) or VICTIMS.get((s.low(j),))


def _people_of_a_nation(s: Sentence, head: int) -> VictimNoun | None:
    """ "two Varrans", "Varrans": the adjective of a nation in the plural, as a noun."""
    low = s.low(head)
    if not low.endswith(("ين", "ون", "ان")) or (plain(low)[:-2],) not in LEXICON.nationalities:
        return None
    return VICTIMS[("اشخاص",)]


def _extent(s: Sentence, start: int, head: int, grounds: Grounds) -> tuple[int, int]:
    """(end, head) of a phrase whose noun begins at `start`: token by token, until a word that cannot be inside it."""
    j = start
    while j < s.stop and j - start < LONGEST and not _is_time_or_verb(j, grounds) and j not in s.asides:
        name, cue = grounds.names.get(j), grounds.cues.get(j)
        if head < 0:
            if name is None and cue is None and (bits(s.low(j)) & BREAK or not s.low(j)[0].isalpha()):
                break
            head = j
            j = name.end if name is not None else cue.end if cue is not None else j + 1
        elif name is not None:
            if not _takes_name(s, j, head, grounds):
                break
            j = name.end
        elif s.low(j) == ARTICLE and s.low(j + 1)[:1].isdigit():
            j += 2
        elif s.low(j) in ATTACHED and s.tokens.starts[j] == s.tokens.ends[j - 1]:
            j += 1
        elif cue is not None or not _goes_on(s, j, head, grounds):
            break
        else:
            j += 1
    return j, head


def _ends_definite(s: Sentence, j: int) -> bool:
    """Is what stands before token j definite: an article, a pronoun, the end of a name?"""
    before = s.low(j - 1)
    return is_definite(before) or before in ATTACHED or any(name.end == j for name in s.names)


def _takes_name(s: Sentence, j: int, head: int, grounds: Grounds) -> bool:
    """ "fighters of X", "the mayor of X": not after an article or a noun of action; "residents" and a party are two."""
    acted, noun = grounds.cues.get(head), _noun_of_people(s, head)
    apart = noun is not None and noun.status is Status.UNKNOWN and (s.low(head),) not in FORCES
    if apart and grounds.names[j].kind == PARTY and s.low(head) not in WORDS.offices:
        return False
    return (
        acted is None and not _ends_definite(s, j) and not _is_indefinite(s, j - 1) and not is_adjective(s.low(j - 1))
    )


def _is_indefinite(s: Sentence, k: int) -> bool:
    """The accusative of a noun that nothing hangs on."""
    word = s.tokens.words[k]
    return TANWIN in word or (s.low(k).endswith("ا") and (s.low(k)[:-1],) in VICTIMS)


def _goes_on(s: Sentence, j: int, head: int, grounds: Grounds) -> bool:
    """May the word at j be an adjective of the noun, or what it belongs to?"""
    low = s.low(j)
    kind = bits(low)
    if number_with_article(low) is not None and _ends_definite(s, j):
        return True
    if low in TWO and (_noun_of_people(s, head) or _people_of_a_nation(s, head)) is not None:
        return s.low(head).endswith(DUAL_ENDINGS) and s.low(j + 1) != OF
    if s.low(head) in WORDS.lives | WORDS.heads:
        return False
    if low in WORDS.others and _is_of_people(s, head):
        return True
    if _one_noun(s, j - 1) or (low in WORDS.made_up and s.low(head) in WORDS.households):
        return True
    if kind & (BREAK | PRONOUN | DET) or not low[:1].isalpha() or low in WORDS.fire | WORDS.lives | WORDS.deaths:
        return False
    if read_count(s.tokens, j, s.stop) is not None:
        return False
    people = _noun_of_people(s, j) is not None
    acted = grounds.cues.get(head)
    if people and not is_definite(low) and (_is_of_people(s, head) or (acted is not None and acted.row.frame != "adj")):
        return False
    adjective, definite = is_adjective(low), _ends_definite(s, j)
    if any(name.end == j for name in s.names) or grounds.cues.get(head) is not None:
        bare = _is_indefinite(s, j) and not _is_indefinite(s, j - 1)
        return adjective and is_definite(low) == definite and not bare
    known = people or (low,) in FORCES or plain(low) in WORDS.place_words | WORDS.property
    if is_definite(low):
        known = known or low in WORDS.accusation
        apart = (
            (known and definite and not adjective)
            or _is_described(s, j - 1, head)
            or _is_closed_plural(s.low(j - 1), low, definite=definite)
        )
        return not apart and not _is_indefinite(s, j - 1)
    if definite or (known and not adjective and s.low(j - 1).endswith(CLOSED)):
        return False
    if adjective and not _is_indefinite(s, j):
        return True
    closed = is_adjective(s.low(j - 1)) or _is_indefinite(s, j - 1) or _is_indefinite(s, j)
    return not closed and not s.low(j - 1).endswith(CLOSED)


def _is_described(s: Sentence, k: int, head: int) -> bool:
    """ "A humanitarian organisation", with its adjective at k: what has an article after it is another noun."""
    return k > head and not is_definite(s.low(k)) and s.low(k) in ADJECTIVES and s.low(head) not in ADJECTIVES


def _is_closed_plural(before: str, low: str, *, definite: bool) -> bool:
    """ "Gunmen", with its noon: before an owner it would have lost it, and an adjective of it would end as it does."""
    if not before.endswith(FOLK[:2]) or not any((before[:-2] + FOLK[0],) in table for table in (VICTIMS, FORCES)):
        return False
    return not definite or {before[-2:], low[-2:]} == set(FOLK[:2])


def _phrase(s: Sentence, span: tuple[int, int], head: int, count: Count | None, grounds: Grounds) -> Phrase:
    (start, end) = span
    lows = s.tokens.lows
    names = tuple(name for name in s.names if name.start >= start and name.end <= end)
    cue = grounds.cues.get(head)
    victim = (_noun_of_people(s, head) or _people_of_a_nation(s, head)) if head >= 0 else None
    number = NUMBER_OF.get((lows[head],)) if head >= 0 and (lows[head],) not in FORCES_IN_TWO else None
    late = _late_count(s, head, end) if head >= 0 and count is None else None
    count = count or late
    two = next((k for k in range(head + 1, end) if lows[k] in TWO), None) if head >= 0 and count is None else None
    if two is not None:
        count = Count(two, two + 1, DUAL, None, Hedge.EXACT)
    elif count is None and (number == DUAL or _is_construct_dual(s, head)):
        count = Count(head, head + 1, DUAL, None, Hedge.EXACT)
    party = any(name.kind == PARTY and name.start == head for name in names)
    victim = None if party else victim
    force = party or (head >= 0 and ((lows[head],) in FORCES or tuple(lows[head : head + 2]) in FORCES))
    after = lows[count.end] if count is not None and count.end < s.stop else ""
    measure = (
        count is not None
        and number is None
        and (after in WORDS.measures or (head >= 0 and lows[head] in WORDS.measures))
    )
    name = bool(names) and names[0].start == head
    capital = head == start and count is None and not (victim or names or force or cue) and _may_be_person(s, head, end)
    folk = head >= 0 and lows[head].endswith(FOLK) and not name and (plain(lows[head]) not in WORDS.place_words)
    return Phrase(start, end, head, count, names, victim, force, cue, False, measure, folk, capital)


def _one_noun(s: Sentence, k: int) -> bool:
    """Two words that a table lists as one noun: "rescue workers"."""
    both = (s.low(k), s.low(k + 1))
    return both in VICTIMS or both in FORCES or both in LEXICON.speakers


def _is_of_people(s: Sentence, head: int) -> bool:
    return (s.low(head),) in VICTIMS or (s.low(head),) in FORCES


def _late_count(s: Sentence, head: int, end: int) -> Count | None:
    """ "the 12 dead", "her four daughters": a number after its noun, with the article."""
    for k in range(head + 1, end):
        number = int(s.low(k)) if s.low(k).isdecimal() else number_with_article(s.low(k))
        if number is not None:
            start = k - 1 if s.low(k - 1) == ARTICLE else k
            return Count(start, k + 1, number, None, Hedge.EXACT)
    return None


def _is_construct_dual(s: Sentence, head: int) -> bool:
    """ "his two children": without the n, before the pronoun."""
    low = s.low(head) if head >= 0 else ""
    return low.endswith(("ا", "ي")) and s.low(head + 1) in ATTACHED and NUMBER_OF.get((low[:-1],)) == 1


def _may_be_person(s: Sentence, head: int, end: int) -> bool:
    """Two words or more that no table lists and that carry no article: as names of people do."""
    words = range(head, end)
    if len(words) < 2 or is_definite(s.low(head)) or bits(s.low(head - 1)) & PREP:
        return False
    return all(_is_unlisted(s, k) for k in words)


def _is_unlisted(s: Sentence, k: int) -> bool:
    low = s.low(k)
    known = plain(low) in LEXICON.known or low in LEXICON.known or bits(low) or low in WORDS.property
    return not known and plain(low) not in WORDS.place_words and low.isalpha() and low not in WORDS.measures

"""What goes with what in an Arabic sentence: subjects and objects, what hangs on a noun, what is joined by "and"."""

from collections.abc import Callable

from sijill.extract.ar.beside import acts_on, hangs_on
from sijill.extract.ar.verbs import Arguments, arguments, unsaid
from sijill.extract.ar.words import WORDS, bits
from sijill.extract.lexicon import lexicon
from sijill.extract.syntax.classes import ADVERB, CONJ, PREP, RELATIVE, SUBORDINATOR, VERB
from sijill.extract.syntax.kinds import alike, is_agent, is_people
from sijill.extract.syntax.parts import Cue, Phrase, SpeechCue
from sijill.extract.syntax.sentence import Likes, Sentence
from sijill.language.tokens import OPENING
from sijill.model.claim import Stance

MOST_JOINED = 24
JOINS = frozenset("و , او".split())
OF, BY_MEANS = "من", "ب"
QUOTES = frozenset('\u201c\u201d"\u00ab\u00bb')
ROW = next(row for bucket in lexicon("ar").predicates.values() for _, row, _ in bucket if row.frame == "acts")


def skip_adverbs(s: Sentence, k: int) -> int:
    """The first token from k on that is no adverb."""
    while k < s.stop and s.at(k) is None and bits(s.tokens.lows[k]) & ADVERB:
        k += 1
    return k


def verb_at(s: Sentence, start: int) -> Cue | SpeechCue | None:
    """The verb whose particles begin at token `start`."""
    for k in range(start, min(s.stop, start + 5)):
        found = next((c for c in s.cues if c.verbal and c.start == k), None) or next(
            (c for c in s.speech if c.start == k), None
        )
        if found is not None:
            return found
        if s.at(k) is not None or bits(s.low(k)) & VERB or bits(s.low(k)) == 0:
            return None
    return None


def _arguments_at(s: Sentence, start: int) -> Arguments:
    cue = verb_at(s, start)
    if cue is not None:
        return arguments(s, cue.start, cue.end, cue)
    if any(not c.verbal and c.start <= start < c.end for c in s.cues):
        before = s.at(start - 1)
        return Arguments(False, (before,) if before is not None else ())
    return arguments(s, start, start + 1, None)


def subjects(s: Sentence, group_start: int) -> list[Phrase]:
    """The phrases, coordinated ones included, that are the subject of the verb group that starts there."""
    found = list(_arguments_at(s, group_start).subject)
    if found and not (len(found) == 1 and found[0].pronoun):
        return found
    return _pronoun_before(s, group_start) or (antecedent_clause(s, group_start) or found)


def _pronoun_before(s: Sentence, start: int) -> list[Phrase]:
    """ "that it has never targeted": the pronoun written with "that"."""
    k = start - 1
    return [unsaid(k, k + 1)] if s.low(k) in WORDS.pronouns and s.at(k) is None and s.kind(k) & SUBORDINATOR else []


def antecedent_clause(s: Sentence, start: int) -> list[Phrase]:
    """ "..., which led to": the subject of the clause before the comma."""
    if s.low(start - 1) not in WORDS.causing:
        return []
    return clause_subject(s, start)


def objects(s: Sentence, end: int) -> list[Phrase]:
    """The phrases that are the object of the verb that ends there, coordinated ones included."""
    cue = next((c for c in s.cues if c.verbal and c.end == end), None) or next(
        (c for c in s.speech if c.end == end), None
    )
    if cue is None:
        first = s.at(skip_adverbs(s, end))
        return coordinated_right(s, first) if first is not None and first.start >= end else []
    if s.low(end) in ("و", "او"):
        twin = next((other for other in s.cues if other.verbal and other.start == end + 1), None)
        return objects(s, twin.end) if twin is not None else []
    return list(arguments(s, cue.start, cue.end, cue).objects)


def clause_start(s: Sentence, i: int) -> int:
    """The token after the last word before i that opens a clause: "that", "which", a voice, a quotation mark."""
    for k in range(i - 1, s.start - 1, -1):
        if s.at(k) is None and (
            bits(s.low(k)) & (SUBORDINATOR | RELATIVE) or s.tokens.words[k] in QUOTES or s.low(k) in (":", ";")
        ):
            return k + 1
        spoken = next((c for c in s.speech if c.start == k), None)
        if spoken is not None:
            who = arguments(s, spoken.start, spoken.end, spoken).subject
            after = [p.end for p in who if p.end <= i]
            return max([spoken.end, *after])
    return s.start


def clause_subject(s: Sentence, i: int) -> list[Phrase]:
    """The subject of the verb that governs the clause before token i."""
    verbs: list[Cue | SpeechCue] = [c for c in s.cues if c.verbal and c.form != "ing" and c.end <= i]
    start = _wide_start(s, i)
    voice = next((c for c in reversed(s.speech) if c.end <= i and c.row.stance is not Stance.ASSERTS), None)
    if voice is not None and not any(bits(s.low(k)) & SUBORDINATOR for k in range(voice.end, i)):
        return list(arguments(s, voice.start, voice.end, voice).subject)
    inside = [c for c in verbs if c.start >= start]
    if inside:
        found = list(arguments(s, inside[-1].start, inside[-1].end, inside[-1]).subject)
        if found:
            return found
    first = next(
        (p for p in s.phrases if p.start >= start and p.end <= i and not bits(s.low(p.start - 1)) & PREP), None
    )
    if first is not None and (is_agent(first) or first.cue is not None or is_people(first)):
        return coordinated_right(s, first) if is_agent(first) else [first]
    return []


def _wide_start(s: Sentence, i: int) -> int:
    """Where the clause begins that a participle or "which led to" goes on with."""
    k = i - 1
    while k >= s.start and (s.low(k) in WORDS.causing or s.low(k) == "," or bits(s.low(k)) & CONJ):
        k -= 1
    return clause_start(s, k + 1) if k >= s.start else s.start


def complement(s: Sentence, phrase: Phrase, by: frozenset[str]) -> Phrase | None:
    """What hangs on a noun: the noun right after it, or the one after a preposition of `by`.

    Of "X's killing of Y" that is Y; of "the killing and wounding of Y" too.
    """
    k = phrase.end
    k = s.after_aside(k)
    if s.low(k) in by:
        inner = s.at(k + 1)
        return inner if inner is not None and inner.start == k + 1 else None
    if not by & WORDS.takes_a_noun:
        return None
    if s.low(k) == BY_MEANS and phrase.cue is not None and phrase.cue.row.frame == "noun":
        inner = s.at(k + 1)
        return inner if inner is not None and inner.start == k + 1 and inner.victim is not None else None
    following = s.at(k)
    if s.low(k) == "و":
        twin = s.at(k + 1)
        if (
            phrase.cue is not None
            and twin is not None
            and twin.cue is not None
            and twin.cue.row.frame == phrase.cue.row.frame == "noun"
        ):
            return complement(s, twin, by)
        return None
    if following is None or following.start != k or not hangs_on(s, phrase, following):
        return None
    beyond = s.at(following.end)
    second = beyond if beyond is not None and beyond.start == following.end and phrase.cue is not None else None
    if second is not None and is_agent(following) and following.count is None and is_people(second):
        return second if acts_on(s, following, second) else following
    return following


def after_complements(s: Sentence, phrase: Phrase) -> int:
    """The token after the phrase and what hangs on it."""
    k, last = phrase.end, phrase
    for _ in range(4):
        inner = s.at(k + 1) if s.low(k) == OF else None
        if inner is None or inner.start != k + 1 or _is_list(s, k):
            following = s.at(k)
            if following is None or following.start != k or not hangs_on(s, last, following):
                return k
            inner = following
        k, last = inner.end, inner
    return k


def _is_list(s: Sentence, k: int) -> bool:
    return any(s.reads(k, words) for words in s.sayings.subsets)


def climb(s: Sentence, phrase: Phrase) -> Phrase:
    """From what hangs on a noun to the head of the whole."""
    for _ in range(4):
        k = phrase.start - 1
        before = s.at(k)
        if before is not None and before.end == phrase.start and hangs_on(s, before, phrase):
            phrase = before
        elif (
            s.low(k) == OF
            and before is None
            and (outer := s.at(k - 1)) is not None
            and outer.end == k
            and (outer.count or outer.victim)
        ):
            phrase = outer
        else:
            break
    return phrase


def coordinated_left(s: Sentence, phrase: Phrase, likes: Likes | None = None) -> list[Phrase]:
    """The phrase and those joined to it on the left, in order of the text."""
    likes, found = likes or alike, [phrase]
    while len(found) < MOST_JOINED:
        k = found[0].start - 1
        if s.low(k) not in JOINS:
            return found
        k -= 1 if s.low(k - 1) == "," else 0
        before = s.at(s.before_aside(k - 1))
        if before is None or not likes(climb(s, before), found[-1]):
            return found
        found.insert(0, climb(s, before))
    return found


def coordinated_right(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """The phrase and those joined to it on the right, up to the subject of the next clause."""
    found, last = [phrase], phrase
    while len(found) < MOST_JOINED:
        k = s.after_aside(after_complements(s, last))
        if s.low(k) not in JOINS:
            return found
        comma = s.low(k) == ","
        k += 2 if comma and s.low(k + 1) in JOINS else 1
        following = s.at(k)
        if following is None or following.start != k or not alike(following, phrase) or _begins_clause(s, following):
            return found
        if comma and k - following.start == 0 and s.low(k - 1) == "," and not _lists_on(s, following):
            return found
        last = following
        found.append(following)
    return found


def _lists_on(s: Sentence, phrase: Phrase) -> bool:
    """After a comma alone: a list goes on only if "and" comes later."""
    return any(s.low(k) == "و" for k in range(phrase.end, min(s.stop, phrase.end + 6)))


def _begins_clause(s: Sentence, phrase: Phrase) -> bool:
    """Is the phrase the subject of a verb right after it, or followed by "of them"?"""
    k = skip_adverbs(s, s.after_aside(after_complements(s, phrase)))
    if s.low(k) in WORDS.of_them:
        return True
    if any(cue.start == k for cue in s.speech):
        return True
    return any(c.verbal and c.start == k for c in s.cues)


def company(s: Sentence, k: int) -> list[Phrase]:
    """Those said after a verb to have been harmed along with its subject, which may stand between."""
    k = _after_time(s, k)
    subject = s.at(k)
    if subject is not None and subject.start == k and not _and_also(s, k):
        k = s.after_aside(after_complements(s, coordinated_right(s, subject)[-1]))
        k = _after_time(s, k)
    k += 1 if s.low(k) == "," else 0
    at = k + _and_also(s, k)
    first = s.at(at) if at > k else None
    found = coordinated_right(s, first) if first is not None and first.start == at else []
    return [phrase for phrase in found if is_people(phrase) or phrase.person]


def _and_also(s: Sentence, k: int) -> int:
    """How many words from k on say "as well as"."""
    return next((len(words) for words in s.sayings.and_also if s.reads(k, words)), 0)


def _after_time(s: Sentence, k: int) -> int:
    """The first token from k on that is no adverb and in no expression of time."""
    k = skip_adverbs(s, k)
    time = next((each for each in s.times if each[0] == k), None)
    return skip_adverbs(s, time[1]) if time is not None else k


def before_parenthesis(s: Sentence, comma: int, accepts: Callable[[Phrase], bool]) -> Phrase | None:
    """The phrase before the aside that ends at this comma."""
    for k in range(comma - 1, max(s.start, comma - 25), -1):
        if s.tokens.lows[k] in (",", "\u2013", "\u2014") or (s.tokens.words[k] in OPENING and s.tokens.words[k] != '"'):
            last = s.before_aside(k - 1)
            phrase = s.at(last)
            if phrase is not None and phrase.end == last + 1 and accepts(phrase):
                return phrase
    return None


def inside(s: Sentence, phrase: Phrase) -> tuple[int, int]:
    """The tokens of a phrase that say whose or of what sort it is: those after its head."""
    return (phrase.cue.end if phrase.cue is not None else phrase.head + 1), phrase.end


def speakers(s: Sentence, cue: SpeechCue) -> list[Phrase]:
    """Who speaks: the subject of the verb, which stands after it or, in a headline, before."""
    found = list(arguments(s, cue.start, cue.end, cue).subject)
    return [p for p in found if not p.pronoun] or [unsaid(cue.start, cue.end)]


def is_name(s: Sentence, k: int) -> bool:
    """Is the word at k one of a name? Arabic has no capitals: known names, and words that only names are made of."""
    phrase = s.at(k)
    return any(name.start <= k < name.end for name in s.names) or (phrase is not None and phrase.capital)


def befalls(s: Sentence, cue: Cue, span: tuple[int, int]) -> bool:
    """Is whoever stands in tokens [start, end) harmed by the verb: its object, or the subject of what was suffered?"""
    told = arguments(s, cue.start, cue.end, cue)
    harmed = told.subject if told.passive or cue.row.frame == "dies" else told.objects
    return any(phrase.start < span[1] and span[0] < max(phrase.end, phrase.end + 1) for phrase in harmed)

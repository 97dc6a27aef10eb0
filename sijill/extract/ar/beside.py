"""What stands beside what in an Arabic sentence: nouns that hang on nouns, and the nouns before and after a verb."""

from sijill.extract.ar.words import ATTACHED, WORDS, is_adjective, is_definite
from sijill.extract.syntax.classes import ADVERB, CONJ, PREP, RELATIVE, SUBORDINATOR, VERB
from sijill.extract.syntax.kinds import alike, is_agent, is_people
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence

REACH = 26
"""Tokens after a verb within which its subject and object stand."""


def bare_after(s: Sentence, end: int) -> list[Phrase]:
    """The phrases after a verb that no preposition governs, in order; of those joined by "and" the first."""
    found: list[Phrase] = []
    k, stop = end, min(s.stop, end + REACH)
    while k < stop and len(found) < 3:
        time = next((t for t in s.times if t[0] == k), None)
        phrase = s.at(k)
        if time is not None:
            k = time[1]
        elif phrase is not None:
            if found and hangs_on(s, found[-1], phrase) and not _is_apart(found[-1], phrase):
                k = phrase.end
                continue
            if not phrase.pronoun:
                found.append(phrase)
            k = phrase.end
        else:
            following = _step(s, k, found)
            if following is None:
                break
            k = following
    return found


def _is_apart(noun: Phrase, following: Phrase) -> bool:
    """ "A mortar round killed a girl": after a verb an act and a person are subject and object."""
    act = noun.cue is not None and noun.cue.row.frame == "act"
    return act and following.victim is not None and following.cue is None and not following.force


def _step(s: Sentence, k: int, found: list[Phrase]) -> int | None:
    """The token after what stands at k and is no bare phrase; None where the clause ends."""
    low, kind = s.low(k), s.kind(k)
    if any(s.reads(k, words) for words in s.sayings.subsets):
        return None
    if k in s.asides:
        return s.asides[k]
    if any(c.verbal and c.start == k for c in s.cues) or any(c.start == k for c in s.speech):
        return None
    if kind & (SUBORDINATOR | RELATIVE | VERB) or low in (";", ":", ".", "?", "!"):
        return None
    if low == "," or kind & CONJ:
        joined = s.at(k + 1)
        if low == "," and joined is None and s.kind(k + 1) & CONJ:
            joined = None
        if joined is None or not found or not _joins(s, found[-1], joined):
            return None
        return joined.end
    if kind & PREP:
        return after_governed(s, k)
    return k + 1


def _joins(s: Sentence, left: Phrase, right: Phrase) -> bool:
    cue = right.cue
    both_states = left.cue is not None and cue is not None and left.cue.row.frame == cue.row.frame
    return alike(left, right) or both_states or (left.place is not None and right.place is not None)


def after_governed(s: Sentence, k: int) -> int:
    """The token after a preposition at k and what it governs; no place is of people who are counted."""
    k += 1
    while k < s.stop and s.at(k) is None and s.kind(k) & PREP:
        k += 1
    phrase, where = s.at(k), s.low(k - 1) in WORDS.at
    while phrase is not None and phrase.start == k:
        k = phrase.end
        following = s.at(k)
        counted = following is not None and following.count is not None and where and phrase.cue is None
        phrase = following if following is not None and not counted and hangs_on(s, phrase, following) else None
    return k


def hangs_on(s: Sentence, noun: Phrase, following: Phrase) -> bool:
    """Is the second noun what the first belongs to: nothing between them, no article and no name in the first?"""
    if following.start != noun.end or noun.pronoun or following.pronoun:
        return False
    last = s.low(noun.end - 1)
    if is_definite(last) or last in ATTACHED or any(name.end == noun.end for name in noun.names):
        return False
    acted = noun.cue is not None and noun.cue.row.frame in ("noun", "act", "toll", "bodies")
    if is_adjective(last) or (
        acted and noun.cue is not None and noun.cue.row.frame == "act" and following.count is not None
    ):
        return False
    state = noun.cue is not None and noun.cue.row.frame == "adj"
    return acted or (state and noun.count is None) or (noun.count is None and noun.victim is None and noun.cue is None)


def acts_on(s: Sentence, owner: Phrase, following: Phrase) -> bool:
    """ "The arrest by the army of an officer", and not "the arrest of an officer responsible for ...": the first of two
    nouns did it if it has a name, an article or an owner, or if the second is counted.
    """
    known = bool(owner.names) or is_definite(s.low(owner.end - 1)) or is_definite(s.low(owner.head))
    return known or following.count is not None


def joined_left(s: Sentence, start: int) -> Phrase | None:
    """The noun that stands right before a verb: the subject of a headline or after "that"."""
    j = start - 1
    time = s.time_ending_at(j + 1)
    j = time[0] - 1 if time is not None else j
    while j >= s.start and s.at(j) is None and s.kind(j) & ADVERB:
        j -= 1
    if s.low(j) == "," and s.at(j) is None:
        aside = s.grammar.before_parenthesis(s, j, lambda p: is_people(p) or is_agent(p))
        return None if aside is None or s.low(j + 1) == "و" else head_of(s, aside)
    j = s.before_aside(j)
    phrase = s.at(j)
    if phrase is None or phrase.end != j + 1:
        return None
    return head_of(s, phrase)


def head_of(s: Sentence, phrase: Phrase) -> Phrase | None:
    """From the end of a noun phrase to its head, over what hangs on it; None where a verb before it governs it."""
    for _ in range(6):
        k = phrase.start - 1
        if k < s.start:
            return phrase
        before = s.at(k)
        kind = s.kind(k)
        whole = _listed_under(s, k)
        if before is not None and before.end == phrase.start and hangs_on(s, before, phrase):
            phrase = before
        elif whole is not None:
            phrase = whole
        elif before is None and (kind & PREP):
            while k > s.start and s.at(k - 1) is None and s.kind(k - 1) & PREP:
                k -= 1
            outer = s.at(k - 1)
            if outer is None or outer.end != k:
                return None
            phrase = outer
        elif before is None and kind & CONJ and s.at(k - 1) is not None and alike(s.at(k - 1) or phrase, phrase):
            phrase = s.at(k - 1) or phrase
        else:
            break
    opens = s.at(phrase.start - 1) is None
    return phrase if opens and not _is_argument(s, phrase.start) else None


def _listed_under(s: Sentence, k: int) -> Phrase | None:
    """ "23 people at least, among them nine children,": the people, from the last word of "among them" at k."""
    said = next((w for w in s.sayings.subsets if s.reads(k + 1 - len(w), w)), None)
    if said is None:
        return None
    near = range(k - len(said), max(s.start, k - len(said) - 5), -1)
    return next((p for j in near if (p := s.at(j)) is not None and is_people(p)), None)


def _is_argument(s: Sentence, k: int) -> bool:
    """Does the noun at k follow a verb whose subject or object it is?"""
    j = k - 1
    while j >= s.start and s.at(j) is None and (s.kind(j) & ADVERB or s.low(j) in ATTACHED):
        j -= 1
    if j < s.start:
        return False
    verb = any(c.verbal and c.start <= j < c.end for c in s.cues) or any(c.start <= j < c.end for c in s.speech)
    return verb or (s.at(j) is None and bool(s.kind(j) & VERB))


def outermost(s: Sentence, phrase: Phrase) -> Phrase:
    """The noun of an act or of people that the phrase hangs on."""
    for _ in range(4):
        if phrase.cue is not None and phrase.cue.row.frame == "act":
            return phrase
        k = phrase.start - 1
        before = s.at(k)
        if before is not None and before.end == phrase.start and hangs_on(s, before, phrase):
            phrase = before
        elif before is None and s.kind(k) & PREP and (outer := s.at(k - 1)) is not None and outer.end == k:
            phrase = outer
        else:
            break
    return phrase


def bare_relative(s: Sentence, start: int) -> Phrase | None:
    """ "an air raid on the town killed": the act without the article, told of right before the verb."""
    phrase = s.at(start - 1)
    if phrase is None or phrase.end != start:
        return None
    top = outermost(s, phrase)
    return top if top.cue is not None and top.cue.row.frame == "act" and not is_definite(s.low(top.start)) else None


def relative(s: Sentence, start: int) -> Phrase | None:
    """What "which" right before a verb stands for."""
    k = start - 1
    if k < s.start or not s.kind(k) & RELATIVE or s.at(k) is not None:
        return None
    k -= 1 if s.low(k - 1) == "," else 0
    phrase = s.at(s.before_aside(k - 1))
    if phrase is None:
        return None
    return outermost(s, phrase)

"""Verb groups: auxiliaries, adverbs and negations, and the voice they make with a verb."""

from sijill.extract.en.words import NOT, WORDS, bits
from sijill.extract.syntax.classes import ADVERB, AUX, MODAL, NEGATION, PREP
from sijill.extract.syntax.kinds import is_people
from sijill.extract.syntax.parts import SOURCE, Cue, Phrase, VerbGroup
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import OPENING
from sijill.model.claim import Harm

PAST = frozenset("did was were had".split())
IS = frozenset("is are".split())
RELATIVES = frozenset("that which who whom".split())
WITHIN = frozenset(("aboard", "inside"))
LONGEST_APPROACH = 4
MOST_IN_A_NAME = 2
"""Complements: "the Office of the Monitor for Human Rights"."""
ENDS_SAYING = frozenset(("", ".", ",", ";", '"', "\u201d", "on", "in", "that", "and", "citing", "adding"))
"""What may follow "the Monitor said" at the end of what it said."""
APPROACH = frozenset("less more than only just about around under over a".split())
"""Between a preposition and a time."""
HOURS = frozenset("dawn daybreak sunrise noon midday dusk sunset nightfall night midnight".split())
"""After a preposition they say when: "attacked at dawn the barracks"."""
SAID_TO_BE = frozenset("reported confirmed believed feared alleged presumed said known estimated thought".split())


def verb_group(s: Sentence, cue: Cue) -> VerbGroup:
    """Auxiliaries, adverbs and negations right before the verb, and the voice they make with it."""
    j, lows = cue.start, s.tokens.lows
    if lows[j - 1] in SAID_TO_BE and j > s.start + 1:
        k = j - 2
        while k > s.start and bits(lows[k]) & ADVERB:
            k -= 1
        j = j - 1 if lows[k] in WORDS.passive else j
    j = _auxiliaries(s, j)
    if lows[j] == "to" and (s.low(j - 1) in SAID_TO_BE or s.low(j - 1) in WORDS.able) and s.low(j - 2) in WORDS.passive:
        j = _auxiliaries(s, j - 1)
    words = lows[j : cue.start]
    while words and bits(words[0]) & ADVERB and not bits(words[0]) & (AUX | MODAL | NEGATION):
        j, words = j + 1, words[1:]
    be = not WORDS.passive.isdisjoint(words)
    modal = next((word for word in words if bits(word) & MODAL and word != "to"), None)
    passive = cue.form == "past" and (
        be or (not words and not has_object(s, cue) and cue.row.frame not in ("dies", "acts"))
    )
    past_aux = not PAST.isdisjoint(words)
    present = (cue.form in ("base", "s") and not past_aux) or (not IS.isdisjoint(words) and "have" not in words)
    return VerbGroup(
        j,
        passive,
        not NOT.isdisjoint(words),
        be and cue.form == "ing",
        modal,
        "to" in words,
        present,
        "never" in words,
    )


def _auxiliaries(s: Sentence, j: int) -> int:
    """Where the auxiliaries, adverbs and negations that end before token j begin."""
    while (
        j > s.start
        and (s.at(j - 1) is None)
        and bits(s.tokens.lows[j - 1]) & (AUX | ADVERB | NEGATION | MODAL)
        and s.tokens.lows[j - 1] not in RELATIVES
    ):
        j -= 1
    return j


def has_object(s: Sentence, cue: Cue) -> bool:
    """Does a noun phrase stand right after the verb, or after the one it is joined to?"""
    k = skip_adverbs(s, cue.end)
    if s.low(k) in ("and", "or"):
        twin = next((other for other in s.cues if other.verbal and other.start == k + 1), None)
        return twin is not None and has_object(s, twin)
    phrase = s.at(object_start(s, k))
    if phrase is None or phrase.start < cue.end or s.low(phrase.start).endswith("ing"):
        return False
    if speaks(s, phrase) or _is_a_verb(s, phrase) or _tells_it(s, phrase):
        return False
    return not _heads_another(s, cue, phrase)


def end_of_subject(s: Sentence, group_start: int) -> int:
    """The last token before the verb group that is no adverb, "themselves" or, behind people, "aboard"."""
    j = group_start - 1
    while j >= s.start and s.at(j) is None and bits(s.tokens.lows[j]) & ADVERB:
        j -= 1
    people = s.at(j - 1) if s.low(j) in WITHIN else None
    return j - 1 if s.low(j) in WORDS.themselves or (people is not None and is_people(people)) else j


def is_reduced(s: Sentence, at: int) -> bool:
    """ "resulted in 65 people killed": a participle right after those whom it tells of."""
    cue = next((cue for cue in s.cues if cue.start == at and cue.form == "past"), None)
    return cue is not None and cue.row.frame == "verb" and not has_object(s, cue)


def participle_before(s: Sentence, at: int) -> int | None:
    """Of "leaving ten men killed or wounded" the token of "killed", which tells of the ten."""
    if s.low(at - 1) not in ("and", "or") or not is_reduced(s, at):
        return None
    first = next((cue.start for cue in s.cues if cue.end == at - 1), None)
    people = s.at(first - 1) if first is not None and is_reduced(s, first) else None
    return first if people is not None and (is_people(people) or people.pronoun) else None


def _tells_it(s: Sentence, phrase: Phrase) -> bool:
    """ "20 gunmen killed NGO", "killed Monitor AFP": who says so, where a headline ends or ran on."""
    first, *more = s.tokens.words[phrase.start : phrase.end]
    key = (s.low(phrase.start),)
    said = first[0].isupper() and key in s.lexicon.speakers and key not in s.lexicon.victims
    after = s.tokens.words[phrase.end] if phrase.end < s.stop else "."
    return said and all(map(str.isupper, more)) and (after.isupper() or not after[0].isalnum())


def _is_a_verb(s: Sentence, phrase: Phrase) -> bool:
    """ "the wounded arrived", "21 were killed based on reports": one word in -ed is nobody whom a verb is done to."""
    low = s.low(phrase.start)
    plain = phrase.end == phrase.start + 1 and phrase.victim is None and not phrase.names
    return plain and low.endswith("ed") and "-" not in low and s.tokens.words[phrase.start][0].islower()


def object_start(s: Sentence, k: int) -> int:
    """Token k, or the one after a time or after the mark of a quotation that goes on with the sentence: killed "at
    least ten people".
    """
    k = after_time(s, k)
    quoted = k + 1 < s.stop and s.tokens.words[k] in OPENING and not s.tokens.words[k + 1][0].isupper()
    return k + 1 if quoted else k


def after_time(s: Sentence, k: int) -> int:
    """ "gunmen killed, in less than two days, Judge Ada Brandt": the token after a time, where a force or person did
    it and those harmed follow; else k.
    """
    first = k + 1 if s.low(k) == "," else k
    plain = next((time for time in s.times if time[0] == first), None)
    if plain is None and not bits(s.low(first)) & PREP:
        return k
    near = (time for time in s.times if first < time[0] <= first + LONGEST_APPROACH)
    hour = (first + 1, first + 2, "") if s.low(first + 1) in HOURS else None
    time = plain or hour or next(near, None)
    if time is None or any(s.low(j) not in APPROACH for j in range(first + 1, time[0])):
        return k
    after = time[1] + 1 if s.low(time[1]) == "," else time[1]
    subject, harmed = s.at(first - 2 if first > k else k - 2), s.at(after)
    acting = subject is not None and (subject.force or subject.party is not None) and subject.count is None
    told = harmed is not None and harmed.start == after and _can_be_struck(s, harmed)
    return after if acting and told else k


def _can_be_struck(s: Sentence, phrase: Phrase) -> bool:
    """Somebody, or a place or building."""
    thing = phrase.place is not None or s.low(phrase.head) in WORDS.property | WORDS.place_words
    return phrase.person or phrase.victim is not None or thing


def speaks(s: Sentence, phrase: Phrase) -> bool:
    """ "15 were injured the Monitor said", without a comma: whoever says it was not injured."""
    heard = any(name.kind == SOURCE for name in phrase.names)
    if phrase.count is not None or (phrase.victim is not None and not heard) or phrase.head < 0:
        return False
    k = phrase.end
    last = s.at(k) if heard else None
    k = last.end if last is not None and last.start == k else k  # "the Monitor correspondent said"
    for _ in range(MOST_IN_A_NAME):
        inner = s.at(k + 1) if s.low(k) in WORDS.of | WORDS.for_ else None
        k = inner.end if inner is not None and inner.start == k + 1 else k
    said = next((cue for cue in s.speech if cue.start == k and cue.form in ("past", "s")), None)
    if said is None:
        return False
    timed = any(time[0] == said.end for time in s.times)
    return timed or s.low(said.end) in ENDS_SAYING or (said.row.lemma == "tell" and s.at(said.end) is not None)


def _heads_another(s: Sentence, cue: Cue, phrase: Phrase) -> bool:
    """ "3 killed 40 injured": two figures, each with its state; nobody killed the 40."""
    before = s.at(cue.start - 1)
    if before is None or before.count is None or phrase.count is None or cue.row.harm is Harm.NONE:
        return False
    return any(c is not cue and phrase.start < c.start <= phrase.end and c.row.harm is not Harm.NONE for c in s.cues)


def skip_adverbs(s: Sentence, k: int) -> int:
    """The first token from k on that is no adverb."""
    while k < s.stop and s.at(k) is None and bits(s.tokens.lows[k]) & ADVERB:
        k += 1
    return k

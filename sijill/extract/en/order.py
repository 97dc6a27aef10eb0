"""Where English puts what other languages put elsewhere, and where it begins: clauses, wholes before "of", capitals."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from sijill.extract.en.verbs import RELATIVES, skip_adverbs
from sijill.extract.en.words import WORDS, bits
from sijill.extract.syntax.classes import ADVERB, AUX, DET, PREP, VERB
from sijill.extract.syntax.kinds import is_agent, is_people
from sijill.extract.syntax.parts import PARTY, PLACE, Cue, Phrase, SpeechCue
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import CLOSING, is_raised
from sijill.model.claim import Act, Stance, Status

NEAR = 4
"""Tokens from a verb to its object, with adverbs between."""
ASKED = 6
"""Tokens from "asked" to the infinitive: whom it was asked of."""
CLAUSE_OPENERS = frozenset(
    "that while because when if although though whereas but whether where ; : \u2014 \u2013".split()
)
CLIMBED = frozenset("of from in at on near inside outside around between among with by belonging".split())
SPANNING = frozenset("spanning numbering comprising".split())
FINITE = frozenset({"past", "s", "base"})
GOVERNS_OR_OPENS = frozenset("after before as until".split())
QUOTES = frozenset('\u201c\u201d"')


def inside(s: Sentence, phrase: Phrase) -> tuple[int, int]:
    """ "Russian air strikes": what stands before the noun says whose they are."""
    return phrase.start, phrase.cue.start if phrase.cue is not None else phrase.head


def only_opens(s: Sentence, start: int, stop: int) -> bool:
    """ "In the same context guards ...": do tokens [start, stop) only open the sentence?"""
    return start == s.start + 1 and s.low(stop - 1) in WORDS.opening_phrases and bool(bits(s.low(s.start)) & PREP)


def verb_before(s: Sentence, phrase: Phrase) -> int:
    """ "left 12 dead", "left behind 12 dead", "resulted in the deaths"."""
    k = phrase.start - 1
    return k - 1 if s.low(k) in s.words.behind | s.words.resulted_in else k


def intends(s: Sentence, cue: Cue, start: int) -> str:
    """ "threatened to shell": a word of threat or plan right before an infinitive; "vowed to keep fighting", "asked the
    council to approve air strikes": before one that only says that an act is to be done."""
    if not cue.verbal:
        return _intends_act(s, cue)
    group = s.grammar.verb_group(s, cue)
    if not group.infinitive:
        return ""
    before = s.tokens.lows[max(s.start, start - 3) : start]
    threat = next((low for low in before if low in s.words.threats), "")
    return threat or next((low for low in before if low in s.words.plans), "")


def _intends_act(s: Sentence, cue: Cue) -> str:
    phrase = s.at(cue.start)
    first = phrase.start if phrase is not None else cue.start
    to = next((k for k in range(first - 1, max(s.start, first - NEAR), -1) if s.low(k) == "to"), None)
    if to is None or s.low(to + 1) not in s.words.light | s.words.undertakes:
        return ""
    if any(bits(s.low(k)) & PREP and s.low(k) != "out" for k in range(to + 2, first)):
        return ""
    before = s.tokens.lows[max(s.start, clause_start(s, to), to - ASKED) : to]
    return next((low for low in before if low in s.words.threats | s.words.plans | s.words.asks), "")


def speakers(s: Sentence, cue: SpeechCue) -> list[Phrase] | None:
    """A speaker is a subject like any other."""
    return None


def is_name(s: Sentence, k: int) -> bool:
    """A word with a capital, also behind an article ("al-Namari")."""
    return is_raised(s.tokens.words[k])


def befalls(s: Sentence, cue: Cue, span: tuple[int, int]) -> bool:
    """ "killed A": right after a verb of harm that is no passive."""
    between = range(cue.end, span[0])
    if (
        cue.row.frame == "dies"
        or not 0 <= span[0] - cue.end < NEAR
        or not all(bits(s.low(k)) & ADVERB for k in between)
    ):
        return False
    k = cue.start - 1
    while k > s.start and bits(s.low(k)) & ADVERB:
        k -= 1
    return not (cue.form == "past" and s.low(k) in WORDS.passive)


def clause_start(s: Sentence, i: int) -> int:
    """The token after the last word before i that opens a clause: "that", "when", "said" (not "was said"), a quote."""
    if s.clauses is None:
        s.clauses = [s.start, *_clause_starts(s)]
    return s.clauses[max(0, bisect_right(s.clauses, i) - 1)]


def _clause_starts(s: Sentence) -> Iterator[int]:
    told = (cue for cue in s.speech if cue.row.note == "" and cue.row.stance is Stance.ASSERTS)
    spoken = {cue.end for cue in told if s.low(cue.start - 1) not in WORDS.passive}
    for k in range(s.start, s.stop):
        low = s.tokens.lows[k]
        opens = low in CLAUSE_OPENERS or s.tokens.words[k] in QUOTES
        opens = opens or (low in GOVERNS_OR_OPENS and _opens_by_its_verb(s, k))
        if k + 1 in spoken or (opens and s.at(k) is None):
            yield k + 1


def _opens_by_its_verb(s: Sentence, k: int) -> bool:
    """ "after rebels fired at the town killing two": words that also govern nouns open a clause where who acts and a
    verb of violence follow; not where a comma leads back to what was told first.
    """
    subject = s.at(k + 1)
    if subject is None or subject.start != k + 1 or not is_agent(subject) or subject.pronoun:
        return False
    acts = any(cue.form in FINITE and cue.start == skip_adverbs(s, subject.end) for cue in s.cues)
    return acts and all(s.low(j) != "," for j in range(subject.end, s.stop))


def climb(s: Sentence, phrase: Phrase) -> Phrase:
    """From "a tribe" in "700 members of a tribe" to the head of the whole; a party or force is a head by itself."""
    for _ in range(4):
        if (beyond := behind_a_place(s, phrase)) is not None:
            return beyond
        phrase = _owner_of(s, phrase) or phrase
        spanning = _described_as(s, phrase.start - 2 if s.low(phrase.start - 1) == "over" else phrase.start - 1)
        if spanning is not None and s.low(spanning.end) in SPANNING:
            return climb(s, spanning)
        prep = phrase.start - 1 if s.low(phrase.start - 2) != "belonging" else phrase.start - 2
        if (
            prep <= s.start
            or s.low(prep) not in CLIMBED | WORDS.excluding
            or (phrase.cue is not None and phrase.cue.row.frame == "act")
        ):
            return phrase
        others = _who_are_others(s, prep) if phrase.party or phrase.force else None
        if others is not None:
            return others
        if (phrase.party or phrase.force) and s.low(prep) not in ("of", "from"):
            return phrase
        last = prep - 2 if s.tokens.words[prep - 1] in CLOSING else prep - 1  # said "tens" of people
        told = _described_as(s, prep - 1)
        before = told or s.at(last)
        if before is None or (told is None and before.end != last + 1) or (last < prep - 1 and before.count is None):
            return phrase
        placed = s.low(before.head) in ("town", "city", "village", "camp", "province", "district")
        named = before.count or before.victim or before.cue or placed or s.low(before.start) in WORDS.none
        if phrase.count is not None and phrase.victim is not None and not named:
            return phrase
        if phrase.party and not (before.count or before.victim or before.force or before.cue):
            return phrase
        phrase = before
    return phrase


def _who_are_others(s: Sentence, prep: int) -> Phrase | None:
    """ "Opponents of the army", "rebels excluding the Column": those who are not of it."""
    before = s.at(prep - 1)
    beside = before is not None and before.end == prep and s.low(before.head) in WORDS.not_of_it
    return before if s.low(prep) in WORDS.excluding or (beside and s.low(prep) == "of") else None


def behind_a_place(s: Sentence, phrase: Phrase) -> Phrase | None:
    """ "In the province of Kessa units of the army killed": the units, where the comma behind the place is lost."""
    place = next((name for name in phrase.names if name.start == phrase.start and name.kind == PLACE), None)
    if place is None or not phrase.force or phrase.head < place.end or phrase.party is not None:
        return None
    wide = top = s.at(phrase.start - 2) if s.low(phrase.start - 1) == "of" else None
    while top is not None and s.low(top.start - 1) == "of":
        top = s.at(top.start - 2)
    opens = top is not None and top.start == s.start + 1 and bool(bits(s.low(s.start)) & PREP)
    kind = wide is not None and s.low(wide.head) in WORDS.place_words
    return replace(phrase, start=place.end, names=()) if opens and kind else None


def two_spots(s: Sentence, phrase: Phrase, verb: int) -> Phrase:
    """Of "six men living in Kessa and Tarn were killed" the first place, behind which the men stand."""
    joined = s.low(phrase.start - 1) in WORDS.and_ and phrase.place is not None
    before = s.at(phrase.start - 2) if joined and s.low(verb) in WORDS.plural_verbs else None
    ends = before is not None and before.place is not None and before.end == phrase.start - 1
    return before if before is not None and ends and is_people(climb(s, before)) else phrase


def _described_as(s: Sentence, k: int) -> Phrase | None:
    """ "six men living in Kessa", "51 civilians spanning generations": those of whom the participle at k tells."""
    inner = s.at(k)
    alone = inner is None or inner.start == k == inner.end - 1
    if not s.low(k).endswith("ing") or not alone or bits(s.low(k)) & PREP:
        return None
    who = s.at(k - 1)
    told = any(cue.start == k for cue in s.cues) or any(cue.start == k for cue in s.speech)
    ends = who is not None and who.end == k and not (told or who.pronoun)
    return who if who is not None and ends and (is_people(who) or is_people(climb(s, who))) else None


def _owner_of(s: Sentence, phrase: Phrase) -> Phrase | None:
    """ "members of Namar's (village) Guard", the apostrophe lost: whose the force is stands right before its name."""
    own = (phrase.party or phrase.force) and not bits(s.low(phrase.start)) & DET
    before = s.at(s.before_aside(phrase.start - 1)) if own else None
    if before is None or s.after_aside(before.end) != phrase.start or before.count or before.victim:
        return None
    return before if s.low(before.start - 1) in ("of", "from") else None


def doing_something(s: Sentence, phrase: Phrase, group_start: int) -> list[Phrase]:
    """ "two bombers driving trucks killed 30", "men riding motorcycles were shot": those who did it, not the thing; not
    "a nurse carrying a very young wounded child"; nor whom those fight who did it ("rebels fighting the army killed").
    """
    told = next((cue for cue in s.cues if cue.start == group_start), None)
    after = s.at(told.end) if told is not None else None
    foes = s.at(phrase.start - 2) if s.low(phrase.start - 1) in WORDS.describes_behind and is_agent(phrase) else None
    if foes is not None and foes.end == phrase.start - 1 and is_agent(foes) and not foes.pronoun:
        return [climb(s, foes)]
    plain = after is None or (after.count is None and not bits(s.low(after.start)) & DET)
    if not bits(s.low(group_start)) & AUX and plain:
        return []
    k = phrase.start - 1
    if not s.low(k).endswith("ing") or s.at(k) is not None or bits(s.low(k)) & PREP or is_people(phrase):
        return []
    before = s.at(k - 1)
    who = before is not None and before.end == k and (is_people(before) or is_agent(before)) and not before.pronoun
    said = any(cue.start == k for cue in s.speech)
    return [climb(s, before)] if before is not None and who and not said and phrase.cue is None else []


def of_the_last_clause(s: Sentence, group: list[Phrase], at: int) -> list[Phrase]:
    """ "They fought against the rebels in Kessa and 12 people were killed": the people, for what stands before the
    "and" is governed by a verb or preposition of its own.
    """
    if not bits(s.low(at)) & AUX:
        return group
    own = (i for i in range(len(group) - 1, 0, -1) if _is_governed(s, group[i - 1].start - 1))
    return group[next(own, 0) :]


def _is_governed(s: Sentence, k: int) -> bool:
    """Does a finite verb, or a word between an act and whom it struck, stand at token k?"""
    if s.at(k) is not None or k < s.start or any(cue.end == k + 1 for cue in s.speech) or s.low(k - 1) in RELATIVES:
        return False
    verb = any(cue.verbal and cue.end == k + 1 and cue.form in ("past", "s") for cue in s.cues)
    past = s.low(k).endswith(tuple(WORDS.past_endings)) and not bits(s.low(k))
    return verb or past or bool(bits(s.low(k)) & VERB) or s.low(k) in WORDS.on_against | WORDS.fought


def relative_joined(s: Sentence, i: int) -> int | None:
    """ "a strike, which killed four and injured 25": the "which" of the verb that this one is joined to."""
    if s.low(i - 1) not in WORDS.and_ or i - 1 <= s.start:
        return None
    before = next((cue for cue in reversed(s.cues) if cue.verbal and cue.end < i), None)
    if before is None or before.form not in ("past", "s") or any(s.low(k) in "," for k in range(before.end, i - 1)):
        return None
    k = before.start - 1
    while k > s.start and s.at(k) is None and bits(s.low(k)) & (ADVERB | AUX) and s.low(k) not in RELATIVES:
        k -= 1
    return k if s.low(k) in RELATIVES and s.at(k) is None else None


def signs(s: Sentence, j: int) -> bool:
    """ "kills 20 gunmen Monitor": who says so, after those harmed in small letters, where a headline ran on."""
    written = s.tokens.words[j - 1 : j + 1]
    said = written[1][0].isupper() and (s.low(j),) in s.lexicon.speakers and (s.low(j),) not in s.lexicon.victims
    return said and written[0][0].islower() and _are_many(s, s.low(j - 1))


def acts_on(s: Sentence, j: int) -> bool:
    """ "as rebels press their assault", "troops retake the village": a verb that no table lists, before its object."""
    after = s.low(j + 1)
    opens = bool(bits(after) & DET) and not bits(after) & PREP
    if opens and s.low(j) in WORDS.suspects:
        return True
    return opens and s.low(j).isalpha() and s.tokens.words[j][0].islower() and _are_many(s, s.low(j - 1))


def _are_many(s: Sentence, low: str) -> bool:
    """A noun for several people or a force."""
    noun = s.lexicon.victims.get((low,))
    return (noun is not None and noun.plural) or ((low,) in s.lexicon.forces and low.endswith("s"))


def is_signed(s: Sentence, j: int) -> bool:
    """ "raid kills 12 NGO AFP": right after a number who says so, and the agency that tells it."""
    written = s.tokens.words[j : j + 2]
    said = written[0][0].isupper() and (s.low(j),) in s.lexicon.speakers and (s.low(j),) not in s.lexicon.victims
    return said and len(written) > 1 and written[1].isupper() and len(written[1]) > 1


def follows_act(s: Sentence, start: int, j: int) -> bool:
    """ "In an ambush Ruritanian forces killed": who acts, right after an act that a preposition governs."""
    if not bits(s.low(start - 1)) & PREP:
        return False
    act = any(cue.row.frame == "act" and start <= cue.start and cue.end == j for cue in s.cues)
    who = (s.low(j),) in s.lexicon.nationalities or any(name.start == j and name.kind == PARTY for name in s.names)
    return act and who


def fought_with(s: Sentence, phrase: Phrase, j: int) -> Phrase | None:
    """ "clashes with the Column that claimed ten lives": the clashes, of which such verbs are told; "clashes with the
    Column that killed ten", where the sentence begins with them; "in clashes with soldiers that killed", for soldiers
    are "who". Elsewhere the other side may be meant.
    """
    fight = s.at(phrase.start - 2) if s.low(phrase.start - 1) in WORDS.fought and is_agent(phrase) else None
    if fight is None or fight.cue is None or fight.cue.row.act is not Act.ARMED_CLASH:
        return None
    verb = next((c for c in s.cues if c.verbal and c.start > j and s.grammar.verb_group(s, c).start == j + 1), None)
    takes = verb is not None and s.low(verb.start) in WORDS.claims_lives
    opens = fight.start == s.start or (_are_many(s, s.low(phrase.head)) and bool(bits(s.low(fight.start - 1)) & PREP))
    opens = opens and s.low(j) == "that" == s.low(phrase.end)
    victims = s.at(verb.end) if verb is not None and opens and verb.start == j + 1 else None
    noun = victims.victim if victims is not None else None
    plain = victims is not None and (noun is None or (noun.status is not Status.CIVILIAN and not noun.group))
    return fight if takes or plain else None


def accused_before(s: Sentence, j: int) -> Phrase | None:
    """ "accused elements of the army of killing": they, and not whoever accuses them."""
    accused = s.at(j - 1)
    if accused is not None and s.low(accused.start - 1) == "of":
        accused = s.at(accused.start - 2) or accused
    laid = accused is not None and s.low(accused.start - 1).startswith(("accus", "blam", "suspect"))
    return accused if laid else None

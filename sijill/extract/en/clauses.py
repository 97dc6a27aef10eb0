"""Who is the subject of a verb and what is its object: clauses, coordination, relative clauses,
apposition.
"""

from collections.abc import Callable

from sijill.extract.en.asides import DASHES, before_parenthesis
from sijill.extract.en.order import (
    accused_before,
    behind_a_place,
    clause_start,
    climb,
    doing_something,
    fought_with,
    of_the_last_clause,
    relative_joined,
    two_spots,
)
from sijill.extract.en.phrases import after_complements
from sijill.extract.en.verbs import (
    RELATIVES,
    end_of_subject,
    is_reduced,
    object_start,
    participle_before,
    skip_adverbs,
    speaks,
)
from sijill.extract.en.words import WORDS, bits
from sijill.extract.syntax.classes import AUX, PREP, SUBORDINATOR, VERB
from sijill.extract.syntax.kinds import alike, is_agent, is_people, nobody_is_both
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import CLOSING, OPENING

JOINS = frozenset("and , or &".split())
MOST_JOINED = 24
MOST_CIRCUMSTANCES = 3
LONGEST_RELATIVE = 10
"""Tokens from "who" to the object of its verb."""
NEAR = 4
"""Tokens between "and" and the subject of the clause that it opens."""


def subjects(s: Sentence, group_start: int) -> list[Phrase]:
    """The phrases, coordinated ones included, that are the subject of the verb group that starts there."""
    j = end_of_subject(s, group_start)
    if j < s.start or _is_to_strike(s, group_start):
        return [phrase for phrase in (s.at(j),) if phrase is not None]
    time = s.time_ending_at(j + 1)
    if time is not None:
        j = time[0] - 1
        if j >= s.start and bits(s.tokens.lows[j]) & PREP:
            j -= 1
    j = _before_apposition(s, s.before_aside(j - 1 if s.low(j) == "," and j in s.aside_starts else j))
    low = s.tokens.lows[j] if j >= s.start else ""
    if low.endswith("ed") and not bits(low) and s.at(j) is None and j + 1 < group_start:
        posted = s.at(j - 1)
        if posted is not None and posted.force and posted.end == j and not bits(s.low(posted.start - 1)) & PREP:
            return [posted]
    if low in RELATIVES and s.at(j) is None:
        return antecedent(s, j)
    phrase = s.at(j) or _before_a_quote(s, j)
    if phrase is not None and phrase.end in (j, j + 1):
        return _adjacent(s, phrase, group_start)
    if low in ("of", "for") and (accused := accused_before(s, j)) is not None:
        return [accused]
    if low in {",", *CLOSING, *DASHES}:
        dash = low in DASHES
        aside = before_parenthesis(s, j, lambda p: bool(is_people(p) or is_agent(p) or p.cue or (dash and p.count)))
        if aside is not None:
            return coordinated_left(s, climb(s, listed_under(s, aside) or aside))
    first = participle_before(s, group_start)
    return clause_subject(s, group_start) if first is None else subjects(s, first)


def _before_a_quote(s: Sentence, j: int) -> Phrase | None:
    """'Army units "killed many': who stands before the mark at token j."""
    phrase = s.at(j - 1) if s.low(j) in OPENING else None
    return phrase if phrase is not None and phrase.end == j and is_agent(phrase) else None


def _adjacent(s: Sentence, phrase: Phrase, group_start: int) -> list[Phrase]:
    """The subject whose last words are the phrase right before the verb; never the object of a preposition, nor one
    person before a verb of several."""
    alone = _is_one(phrase) and climb(s, phrase) is phrase and coordinated_left(s, phrase) == [phrase]
    if alone and s.low(group_start) in WORDS.plural_verbs:
        heads = clause_subject(s, group_start)
        if heads and (heads[0].count is not None or (heads[0].victim is not None and heads[0].victim.plural)):
            return heads
    reduced = is_people(phrase) and is_reduced(s, group_start)
    told = [] if reduced else _told_of(s, climb(s, phrase)) or doing_something(s, phrase, group_start)
    if told:
        return told
    whole = listed_under(s, phrase)
    top = climb(s, whole if whole is not None else _joined_to_a_party(s, two_spots(s, phrase, group_start)))
    with_so_many = phrase.count is not None and s.low(phrase.start - 1) == "with"
    if is_people(phrase) and (with_so_many or not is_people(top)) and is_reduced(s, group_start):
        top = phrase
    if s.low(top.start - 1) == "by":
        owner = _described_by(s, top)
        if owner:
            return owner
    group = of_the_last_clause(s, coordinated_left(s, top), group_start)
    people = is_people(group[0])
    counted = people and group[0].count is not None and s.low(group[0].start - 1) in ("of", "among")
    counted = counted or (people and is_reduced(s, group_start))
    kind = bits(s.low(group[0].start - 1))
    governed = kind & PREP and not kind & SUBORDINATOR and group[0].start > s.start and not counted
    heads = clause_subject(s, group_start) if governed else []
    heads = [] if heads and _is_joined_clause(s, heads[0], top) else heads
    if heads and (heads[0].cue is not None or is_agent(heads[0]) or is_people(heads[0])):
        return heads
    return group


def _joined_to_a_party(s: Sentence, phrase: Phrase) -> Phrase:
    """ "ten members of the Column and asayish were killed": a name that no table lists, beside one that is known; the
    known one.
    """
    told = phrase.names or phrase.cue or is_people(phrase) or is_agent(phrase)
    unknown = phrase.end - phrase.start == 1 and not told
    before = s.at(phrase.start - 2) if unknown and s.low(phrase.start - 1) in WORDS.and_ else None
    known = before is not None and before.party is not None and before.end == phrase.start - 1
    return before if before is not None and known and s.low(before.start - 1) in ("of", "from") else phrase


def _is_one(phrase: Phrase) -> bool:
    return phrase.count is None and phrase.victim is not None and not phrase.victim.plural


def _told_of(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "the gunmen who stormed the shrine were killed", "the blast which hit the town killed": not what was stormed."""
    for k in range(phrase.start - 1, max(s.start, phrase.start - LONGEST_RELATIVE), -1):
        low = s.tokens.lows[k]
        if not low[0].isalpha() or low in JOINS or any(cue.start == k for cue in s.speech):
            return []
        if low in RELATIVES and s.at(k) is None:
            before = s.at(k - 1)
            verb = skip_adverbs(s, k + 1)
            while bits(s.low(verb)) & AUX and s.at(verb) is None:
                verb = skip_adverbs(s, verb + 1)
            free = s.at(verb) is None or s.low(verb).endswith("ed")
            acts = verb < phrase.start and free and not bits(s.low(verb)) & PREP
            told = before is not None and (is_people(climb(s, before)) or before.person or before.cue is not None)
            return antecedent(s, k) if acts and told and before is not None and before.end == k else []
    return []


def _is_joined_clause(s: Sentence, first: Phrase, top: Phrase) -> bool:
    """ "12 were killed and half of the people were driven out": the first has a verb of its own before the "and"."""
    k = top.start - 2
    joined = any(s.low(i) in WORDS.and_ and s.at(i) is None for i in range(max(s.start, k - NEAR), k + 1))
    told = any(cue.verbal and first.end <= cue.start < top.start for cue in s.cues)
    verb = bool(bits(s.low(first.end)) & VERB) or s.low(first.end).endswith("ed")
    told = told or (verb and s.at(first.end) is None)
    return joined and told and not any(cue.verbal and k - NEAR <= cue.start < top.start for cue in s.cues)


def _described_by(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "the attack that was carried out by X killed", "a bombing claimed by X killed": the attack, not X."""
    for k in range(phrase.start - 2, max(s.start, phrase.start - 8), -1):
        owner = s.at(k)
        if owner is not None:
            named_act = owner.cue is not None and owner.cue.row.frame == "act"
            return [climb(s, owner)] if named_act or k < phrase.start - 2 else []
        if s.tokens.lows[k] in RELATIVES:
            return antecedent(s, k)
    return []


def antecedent(s: Sentence, j: int) -> list[Phrase]:
    """What a relative pronoun at j stands for."""
    k = j - 1
    while k >= s.start and s.tokens.lows[k] in (",", "of", "most", "some", "many", "all"):
        k -= 1
    k = s.before_aside(k)
    time = s.time_ending_at(k + 1)
    if time is not None:
        k = time[0] - 1
        k -= 1 if k >= s.start and bits(s.tokens.lows[k]) & PREP else 0
    phrase = s.at(k)
    if phrase is None:
        return clause_subject(s, j)
    act = s.at(phrase.start - 2) if s.low(phrase.start - 1) == "by" and s.low(j) in ("that", "which") else None
    if act is not None and act.cue is not None and act.cue.row.frame == "act":
        return [act]
    if s.low(j) in ("that", "which") and (fight := fought_with(s, phrase, j)) is not None:
        return [fight]
    alone = _is_one(phrase) and s.low(j + 1) in WORDS.singular
    whole = None if alone else listed_under(s, phrase)
    return [climb(s, phrase)] if whole is None else coordinated_left(s, climb(s, whole))


def listed_under(s: Sentence, phrase: Phrase) -> Phrase | None:
    """ "47 civilians, including 13 children and 9 women": the civilians, for either phrase of the list."""
    k = _list_head(s, phrase)
    if k is None:
        return None
    k -= 3 if s.low(k) == "them" and s.low(k - 1) == "of" else (2 if s.low(k) == "them" else 1)
    k -= 1 if s.low(k) == "," else 0
    owner = s.at(k)
    return owner if owner is not None and owner is not phrase else None


def _list_head(s: Sentence, phrase: Phrase) -> int | None:
    """Where the "including" or "of them" stands that opens the list which the phrase is in."""
    k = phrase.start - 1
    while k > s.start and phrase.start - k < 16:
        low = s.tokens.lows[k]
        if low in ("including", "them"):
            return k
        inner = s.at(k)
        if inner is None and low not in (",", "and"):
            return None
        k = inner.start - 1 if inner is not None else k - 1
    return None


def coordinated_left(
    s: Sentence, phrase: Phrase, likes: Callable[[Phrase, Phrase], bool] | None = None
) -> list[Phrase]:
    """The phrase and those joined to it on the left by "and" or a comma, in order of the text."""
    likes, found = likes or alike, [phrase]
    while True:
        k = found[0].start - 1
        joined = False
        while k > s.start and (s.tokens.lows[k] in JOINS or _joins_before(s, k)):
            words = _joins_before(s, k)
            joined = joined or words > 0 or s.tokens.lows[k] in ("and", "or", "&") or len(found) > 1
            k -= words or 1
        joined = joined or (k == found[0].start - 2 and _are_two_of_a_headline(s, k, found[0]))
        k = _before_apposition(s, s.before_aside(k)) if joined else k
        before = s.at(k) if joined and k >= s.start else None
        if before is not None and (_list_head(s, before) is not None or (_is_party(before) and _joins_at(s, k + 1))):
            return found
        if before is None or before.end != k + 1 or not likes(climb(s, before), found[-1]) or len(found) > MOST_JOINED:
            return found
        found.insert(0, climb(s, before))


def _are_two_of_a_headline(s: Sentence, k: int, right: Phrase) -> bool:
    """ "Man, woman killed": a comma for an "and", where the sentence begins and nobody is both."""
    left = s.at(k)
    bare = left is not None and left.start == s.start and left.end == k + 1 == right.start - 1
    return bare and left is not None and nobody_is_both(s, left, right)


def coordinated_right(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """The phrase and those joined to it on the right, up to the subject of the next clause."""
    found, last = [phrase], phrase
    while len(found) < MOST_JOINED:
        k = s.after_aside(after_complements(s, last))
        joined = False
        while k < s.stop and (s.tokens.lows[k] in JOINS or _joins_at(s, k)):
            joined, k = True, k + (_joins_at(s, k) or 1)
        following = s.at(k) if joined else None
        if following is None or following.start != k or not alike(following, phrase) or _begins_clause(s, following):
            return found
        if _is_part(s, following) or (_is_party(following) and _joins_before(s, k - 1)):
            return found
        ends_a_name = s.low(following.start) in WORDS.generation or _is_wider_place(s, last, following)
        last = following
        if not ends_a_name and not _is_apposition(s, following):
            found.append(following)
    return found


def _is_to_strike(s: Sentence, group_start: int) -> bool:
    """ "One more of the bombs to strike Namar": they struck it."""
    struck = s.at(group_start - 1) if s.low(group_start) == "to" else None
    thing = struck is not None and struck.end == group_start and struck.cue is not None
    return thing and struck is not None and struck.cue is not None and struck.cue.row.note == "thing"


def _is_wider_place(s: Sentence, before: Phrase, phrase: Phrase) -> bool:
    """ "Ada Brandt of Lisse, Ruritania, was killed": where Lisse lies, and no second person."""
    hangs = s.low(before.end) in ("of", "from") and after_complements(s, before) == phrase.start - 1
    named = phrase.person or (phrase.head >= 0 and phrase.victim is None and phrase.count is None)
    alone = phrase.end - phrase.start == 1 and s.low(phrase.start - 1) == "," and s.low(phrase.end) in (",", ".", "")
    return hangs and named and alone and not is_agent(phrase)


def _is_party(phrase: Phrase) -> bool:
    """ "the regime along with its allies": who acts, and no number of those harmed."""
    return is_agent(phrase) and phrase.count is None


def _is_part(s: Sentence, phrase: Phrase) -> bool:
    """ "six members of a family, five of them civilians": no more people."""
    group = s.at(phrase.end + 2)
    told = (group is not None and group.victim is not None) or s.low(phrase.end + 2) in WORDS.severely
    return phrase.count is not None and s.low(phrase.end) == "of" and s.low(phrase.end + 1) in WORDS.them_whom and told


def _joins_before(s: Sentence, k: int) -> int:
    """How many words that end with k join two of those harmed: "along with", "as well as"."""
    return next((len(words) for words in s.sayings.and_also if s.reads(k + 1 - len(words), words)), 0)


def _joins_at(s: Sentence, k: int) -> int:
    return (s.after_saying(s.sayings.and_also, k, k + 1) or k) - k


def company(s: Sentence, k: int) -> list[Phrase]:
    """ "was killed along with his wife and two children": those named after the verb that ends at k; if counted, also
    after how or where it was ("killed in the blast in Kessa along with eight fighters").
    """
    k = k if _joins_at(s, k) else skip_adverbs(s, k)
    beyond = k if _joins_at(s, k) else _after_how(s, k)
    words = _joins_at(s, beyond)
    first = s.at(beyond + words) if words else None
    if first is None or first.start != beyond + words or (beyond > k and first.count is None):
        return []
    found = coordinated_right(s, first)
    return [phrase for phrase in found if is_people(phrase) or phrase.person]


def _after_how(s: Sentence, k: int) -> int:
    """The token after "in the blast and a gun battle", "on Monday", "near Kessa", in any order."""
    for _ in range(MOST_CIRCUMSTANCES):
        time = next((time for time in s.times if time[0] in (k, k + 1)), None)
        told = s.at(k + 1) if bits(s.low(k)) & PREP else None
        if time is not None and (time[0] == k or told is None or told.count is None):
            k = time[1]
        elif told is not None and told.start == k + 1:
            k = after_complements(s, coordinated_right(s, told)[-1])
        act = s.at(k + 1) if s.low(k) in WORDS.and_ else None
        k = act.end if act is not None and act.start == k + 1 and act.cue is not None else k
    return k


def _is_apposition(s: Sentence, phrase: Phrase) -> bool:
    """ "Ada Brandt, a nurse,": who the person before the comma is, and nobody else; "his wife, Mira,"."""
    if s.low(phrase.start - 1) != "," or phrase.count is not None or is_agent(phrase) or phrase.start == s.start:
        return False
    before = s.at(s.before_aside(phrase.start - 2))
    if before is None or s.low(s.after_aside(after_complements(s, phrase))) not in (",", ".", ";", ")", ""):
        return False
    if phrase.person:
        return before.victim is not None and not before.victim.plural and s.low(before.start) in WORDS.kin
    single = not (phrase.victim is not None and phrase.victim.plural) and s.low(phrase.start) in ("a", "an", "the")
    return single and before.person


def _before_apposition(s: Sentence, k: int) -> int:
    """Token k, or the one before the apposition that ends with it."""
    phrase = s.at(k)
    return s.before_aside(phrase.start - 2) if phrase is not None and _is_apposition(s, phrase) else k


def _begins_clause(s: Sentence, phrase: Phrase) -> bool:
    k = s.after_aside(after_complements(s, phrase))
    k = skip_adverbs(s, k + 1 if k > phrase.end and s.low(k) == "," else k)
    if k >= s.stop:
        return False
    if any(cue.start == k for cue in s.speech):
        return True
    return (bool(bits(s.low(k)) & AUX) and any(c.verbal and c.start >= k and c.start - k < 4 for c in s.cues)) or any(
        cue.verbal and cue.start == k and cue.form in ("past", "s") for cue in s.cues
    )


def clause_subject(s: Sentence, i: int) -> list[Phrase]:
    """The subject of the clause that token i lies in, for a verb that has none of its own ("... and killed 12")."""
    relative = relative_joined(s, i)
    if relative is not None:
        return antecedent(s, relative)
    start = clause_start(s, i)
    if s.low(start - 1) == "where" and any(s.reads(k, ("and", "also")) for k in (i - 2, i - 1)):
        return clause_subject(s, start - 1)  # "the blast struck a barn where men slept and also hurt"
    first = None
    for phrase in s.phrases:
        if phrase.start < start or phrase.end > i:
            continue
        governed = (bits(s.low(phrase.start - 1)) & PREP and phrase.start > start) or (
            phrase.start == start + 1 and bits(s.low(start)) & PREP
        )
        if governed and (beyond := behind_a_place(s, phrase)) is not None:
            return [beyond]
        if governed or (phrase.start > s.start and any(c.verbal and c.end == phrase.start for c in s.cues)):
            continue
        if is_agent(phrase) or phrase.cue is not None:
            return coordinated_right(s, phrase) if is_agent(phrase) else [phrase]
        first = first or phrase
    if first is not None:
        return coordinated_right(s, first)
    return antecedent(s, start - 1) if start > s.start and s.low(start - 1) in RELATIVES else []


def objects(s: Sentence, end: int) -> list[Phrase]:
    """The phrases that follow a verb directly, coordinated ones included."""
    k = skip_adverbs(s, end)
    if s.low(k) in ("and", "or"):
        twin = next((cue for cue in s.cues if cue.verbal and cue.start == k + 1), None)
        return objects(s, twin.end) if twin is not None else []
    phrase = s.at(object_start(s, k))
    if phrase is None or phrase.start < end or speaks(s, phrase):
        return []
    return coordinated_right(s, phrase)

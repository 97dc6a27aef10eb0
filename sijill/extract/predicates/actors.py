"""Who is said to have done it. Nobody is an actor whom the words do not name."""

from dataclasses import replace

from sijill.extract.predicates.beside import (
    THING,
    alone,
    apposed,
    both_sides,
    inside,
    known_by_name,
    leads,
    members_named,
    shares_its_noun,
)  # fmt: skip
from sijill.extract.predicates.doer import BOTH, Doer
from sijill.extract.predicates.fighting.between import across, after_it_broke_out, set_between
from sijill.extract.syntax.classes import DET, PREP, VERB
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import PARTY, Cue, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import OPENING
from sijill.model.claim import Act, Harm, Status
from sijill.model.party import Role

FAR = 10
"""Tokens from a fight to the "between" that names its sides."""


def doers(s: Sentence, phrases: list[Phrase], last: Doer | None) -> list[Doer]:
    """Actors named by these phrases; a pronoun stands for the last actor of the document."""
    found: list[Doer] = []
    for i, phrase in enumerate(phrases):
        if _are_not_of_it(s, phrase) or s.low(phrase.head) in s.words.prints:
            continue
        if phrase.folk and not is_agent(phrase) and i + 1 < len(phrases) and shares_its_noun(s, phrase, phrases[i + 1]):
            found.append(Doer(phrase.start, phrase.end, s.name(phrase.start, phrase.end), Role.DIRECT))
        elif phrase.pronoun:
            if s.low(phrase.start) in s.words.we:
                found.append(Doer(phrase.start, phrase.end, s.name(phrase.start, phrase.end), Role.DIRECT))
            elif last is not None and (s.low(phrase.start) in s.words.pronouns or _carries_its_subject(s, phrase)):
                found.append(Doer(phrase.start, phrase.end, last.name, last.role, True))
        elif is_agent(phrase) and last is not None and _is_its_own(s, phrase):
            found.append(Doer(phrase.start, phrase.end, _party_in(s, last), last.role, True))
        elif phrase.cue is not None and phrase.cue.row.frame == "act" and (within := inside(s, phrase)) is not None:
            found.append(within)
        elif is_agent(phrase):
            found.extend(_named(s, phrase, bool(found)))
        elif s.low(phrase.head) in s.words.sections:
            found.extend(_section(s, phrase))
    if phrases and found:
        found.extend([*members_named(s, phrases[-1]), *_company(s, phrases[-1])])
    return found


def _are_not_of_it(s: Sentence, phrase: Phrase) -> bool:
    """ "Supporters of the army" as one phrase: those who are not it, and no party that is called so."""
    return s.low(phrase.start) in s.words.not_of_it and phrase.start < min((n.start for n in phrase.names), default=0)


def is_section(s: Sentence, phrase: Phrase) -> bool:
    """ "elements of the army", "members of the militia": some of those named."""
    whole = s.grammar.complement(s, phrase, s.words.of) if s.low(phrase.head) in s.words.sections else None
    return whole is not None and is_agent(whole)


def _section(s: Sentence, phrase: Phrase) -> list[Doer]:
    whole = s.grammar.complement(s, phrase, s.words.of)
    if whole is None or not is_agent(whole):
        return []
    return [Doer(phrase.start, whole.end, s.name(phrase.start, whole.end), Role.DIRECT)]


def _carries_its_subject(s: Sentence, phrase: Phrase) -> bool:
    """Is the pronoun a verb in whose form it is ("they killed" as one word)?"""
    return s.at(phrase.start) is not phrase


def doers_or_people(s: Sentence, phrases: list[Phrase], last: Doer | None) -> list[Doer]:
    """The same, and people who are no force but did it by the grammar: "three hooded men killed", "by two youths"."""
    return doers(s, phrases, last) or [doer for phrase in phrases for doer in _acting_people(s, phrase)]


def _acting_people(s: Sentence, phrase: Phrase) -> list[Doer]:
    noun = phrase.victim
    if noun is None or noun.status is Status.CIVILIAN or phrase.cue is not None or s.low(phrase.head) in s.words.others:
        return []
    if any(cue.verbal and cue.end == phrase.start for cue in s.cues):
        return []
    end = s.grammar.after_complements(s, phrase)
    return [Doer(phrase.start, end, s.name(phrase.start, end), Role.DIRECT)]


def _party_in(s: Sentence, doer: Doer) -> str:
    """The party alone of "X's defence ministry"; the doer's name where it holds no known party."""
    inside = (name for name in s.names if name.kind == "party" and doer.start <= name.start and name.end <= doer.end)
    name = next(inside, None)
    office = name is not None and name.end < doer.end and not doer.carried
    return s.name(name.start, name.end) if office and name is not None else doer.name


def _is_its_own(s: Sentence, phrase: Phrase) -> bool:
    """ "its aircraft": whoever "its" stands for. "its allies" are others."""
    own = s.low(phrase.start) in s.words.its or _has_a_pronoun(s, phrase)
    return own and phrase.force and s.low(phrase.head) not in s.words.allied


def _has_a_pronoun(s: Sentence, phrase: Phrase) -> bool:
    """ "its fighters" where the pronoun is written with its noun."""
    return phrase.head + 1 < phrase.end and s.low(phrase.head + 1) in s.words.its


def _named(s: Sentence, phrase: Phrase, joined: bool) -> list[Doer]:
    phrase = known_by_name(s, apposed(s, _before_brackets(s, phrase)))
    allied = s.low(phrase.head) in s.words.allied
    possessive = s.low(phrase.start) in s.words.possessives
    role = Role.COLLECTIVE if allied and (joined or possessive) else Role.DIRECT
    start = phrase.start if phrase.count is None or phrase.count.start > phrase.start else phrase.count.end
    if phrase.end - start > 7 and phrase.party is not None:
        start = max(name.start for name in phrase.names if name.kind == PARTY)
    owner = s.grammar.complement(s, phrase, s.words.of_from)
    whose = owner is not None and (owner.party is not None or leads(s, owner))
    named = whose or (owner is not None and (owner.force or owner.victim is not None))
    plain = phrase.party is None or (
        whose and not s.grammar.is_name(s, phrase.start + bool(s.kind(phrase.start) & DET))
    )
    end = owner.end if owner is not None and named and plain else phrase.end
    start, end = alone(s, phrase, start, end)
    return [Doer(start, end, s.name(start, end), role)]


def _before_brackets(s: Sentence, phrase: Phrase) -> Phrase:
    """ "Islamic State (IS) militants": the name stands before the brackets."""
    if phrase.party is not None or s.low(phrase.start - 1) != ")":
        return phrase
    opening = next((k for k in range(phrase.start - 2, max(s.start, phrase.start - 8), -1) if s.low(k) == "("), None)
    if opening is None:
        return phrase
    named = (p for p in (s.at(opening - 1), s.at(opening + 1)) if p is not None and p.party is not None)
    return next(named, phrase)


def _company(s: Sentence, phrase: Phrase) -> list[Doer]:
    """ "the regime, along with its Russian and Iranian allies": each of them only as part of the group."""
    k = phrase.end + 1 if s.low(phrase.end) == "," else phrase.end
    beyond = s.after_saying(s.sayings.company, k, k + 1)
    partner = s.at(beyond) if beyond is not None else None
    group = _shared_head(s, partner) if partner is not None else []
    return [
        Doer(p.start, p.end, s.name(p.start, p.end), Role.COLLECTIVE) for p in group if is_agent(p) or _qualifies(s, p)
    ]


def _shared_head(s: Sentence, phrase: Phrase) -> list[Phrase]:
    k, found = phrase.end, [phrase]
    while s.low(k) in s.words.listing:
        following = s.at(k + 1)
        if following is None or not (is_agent(following) or _qualifies(s, following)):
            break
        found.append(following)
        k = following.end
    return found


def _qualifies(s: Sentence, phrase: Phrase) -> bool:
    return any((s.low(i),) in s.lexicon.nationalities for i in range(phrase.start, phrase.end))


def by_agents(s: Sentence, start: int, stop: int) -> list[Phrase]:
    """The phrases after "by" in tokens [start, stop), if they can have done it."""
    phrase = s.grammar.governed_by(s, start, s.words.by, stop) or _after_saying(s, start, stop)
    if phrase is None or any(_breaks(s, k) for k in range(start, phrase.start - 1)):
        return []
    if not is_agent(phrase):
        return [phrase] if phrase.victim is not None or is_section(s, phrase) else []
    return [p for p in s.grammar.coordinated_right(s, phrase) if is_agent(p)]


def _after_saying(s: Sentence, start: int, stop: int) -> Phrase | None:
    """ "at the hands of X"."""
    k = s.after_saying(s.sayings.by, start, min(stop, s.stop) - 1)
    return None if k is None else s.at(k)


def at_the_hands(s: Sentence, start: int) -> list[Phrase]:
    """ "died at the hands of X": the phrases that say so after token `start`."""
    phrase = _after_saying(s, start, start + FAR)
    return [] if phrase is None else [p for p in s.grammar.coordinated_right(s, phrase) if is_agent(p)]


def _breaks(s: Sentence, k: int) -> bool:
    """Does another verb stand between an act and its "by"? "For crimes committed by X" is of the crimes."""
    if (told := s.at(k)) is not None or s.low(k) in s.words.light or s.low(k) in s.words.done_by:
        return told is None and (why := s.at(k - 1)) is not None and s.low(why.start - 1) in s.words.punished_for
    unlisted = s.kind(k) == 0 and s.low(k).isalpha() and not any(time[0] <= k < time[1] for time in s.times)
    listed = s.low(k) in s.words.parts_verbs or bool(s.kind(k) & VERB)
    return unlisted or listed or any(c.verbal and c.start == k for c in s.cues)


def agents_of_noun(s: Sentence, phrase: Phrase, stop: int, last: Doer | None) -> list[Doer]:
    """Who did what an act noun names: "by X", "X's", "Russian airstrikes", "X launched a series of airstrikes"."""
    if committed := _who_committed(s, phrase):
        return _against(s, phrase, committed)
    near = by_agents(s, phrase.end, min(stop, phrase.end + 12)) or _carried_out_by(s, phrase)
    if named := doers(s, near, last) or _blamed_on(s, phrase) or responsible(s, phrase, last):
        return named
    own = both_sides(s, phrase) or [doer for doer in (inside(s, phrase) or _shared(s, phrase),) if doer is not None]
    if own:
        return own
    first = s.grammar.complement(s, phrase, s.words.between)
    if s.low(phrase.end) in s.words.between and (sides := set_between(s, first)):
        return _sides(s, sides)
    fought = _after_between(s, phrase)
    if fought:
        return fought
    top = _top(s, phrase)
    if top is not phrase:
        within = inside(s, top)
        if within is not None:
            return [within]
    k = s.grammar.verb_before(s, top)
    while k > s.start and s.at(k) is None and s.low(k) in s.words.particles:
        k -= 1
    if s.low(k) in s.words.light or (s.low(k) in s.words.threats | s.words.plans and not phrase.start - k < 2):
        return doers(s, s.grammar.subjects(s, _group_start(s, k)), last)
    if last is not None and s.low(phrase.start) in s.words.its:
        return [replace(last, start=phrase.start, end=phrase.start + 1, carried=True)]
    return []


def _who_committed(s: Sentence, phrase: Phrase) -> list[Doer]:
    """ "X committed the attack in answer to its defeat by Y": X, whatever is told behind it."""
    k = s.grammar.verb_before(s, phrase)
    if k != phrase.start - 1 or s.low(k) not in s.words.light:
        return []
    return doers(s, s.grammar.subjects(s, _group_start(s, k)), None)


def _against(s: Sentence, phrase: Phrase, named: list[Doer]) -> list[Doer]:
    """ "X fought battles with Y": of a fight both, each as one side."""
    fought = _after_between(s, phrase)
    return [*(as_a_side(doer) for doer in named), *fought] if fought else named


def _shared(s: Sentence, phrase: Phrase) -> Doer | None:
    """ "Ruritanian bombardment and air strikes": both of them Ruritania's."""
    bare = phrase.cue is not None and phrase.cue.start == phrase.start and s.low(phrase.start - 1) in s.words.and_
    before = s.at(phrase.start - 2) if bare else None
    act = before.cue if before is not None and before.end == phrase.start - 1 else None
    return inside(s, before) if before is not None and act is not None and act.row.frame == "act" else None


def who_fired(s: Sentence, phrase: Phrase, last: Doer | None) -> list[Doer]:
    """ "X blew up a bomb", "X fired a hundred shells": of what is fired or set off, who did that."""
    if phrase.cue is None or phrase.cue.row.note != THING:
        return []
    whole = _top(s, phrase)
    verbs = (cue for cue in s.cues if cue.verbal and cue.row.harm is Harm.NONE and cue.end <= whole.start)
    verb = next((cue for cue in verbs if whole in s.grammar.objects(s, cue.end)[:1]), None)
    return doers(s, s.grammar.subjects(s, s.grammar.verb_group(s, verb).start), last) if verb is not None else []


def _after_between(s: Sentence, phrase: Phrase) -> list[Doer]:
    """ "fighting raged in the town between A and B", "in clashes with B": the sides that the words name."""
    if phrase.cue is None or not _is_fight(phrase.cue):
        return []
    sides = set_between(s, s.grammar.governed_by(s, phrase.end, s.words.between, phrase.end + FAR))
    if len(sides) >= BOTH:
        return _sides(s, sides)
    k = _after_time(s, phrase.end)
    one = s.at(k + 1) if s.low(k) in s.words.pitted else None
    if one is not None and not _may_fight(s, one):
        one = s.at(one.end)  # "pitted the affiliate, the Guard, against", where the comma is lost
    against = s.grammar.governed_by(s, one.end, s.words.on_against, one.end + FAR) if one is not None else None
    if one is not None and against is not None and _may_fight(s, one) and _may_fight(s, against):
        return _sides(s, [one, against])
    other = across(s, k) or across(s, after_it_broke_out(s, k))
    return _sides(s, [other]) if other is not None else []


def _may_fight(s: Sentence, phrase: Phrase) -> bool:
    return is_agent(phrase) or is_section(s, phrase)


def _after_time(s: Sentence, k: int) -> int:
    """ "battles (Saturday) against X", "on Saturday": the token after a time, also in brackets."""
    first = k + 1 if s.low(k) == "(" or s.kind(k) & PREP else k
    end = next((time[1] for time in s.times if time[0] == first), k)
    return end + 1 if end > first and s.low(k) == "(" else end


def _sides(s: Sentence, sides: list[Phrase]) -> list[Doer]:
    """Those who fought: each as one side, for who of them harmed whom is not said."""
    return [as_a_side(doer) for doer in doers(s, sides, None)]


def as_a_side(doer: Doer) -> Doer:
    """The doer as one of those who fought."""
    return replace(doer, role=Role.JOINT) if doer.role is Role.DIRECT else doer


def _is_fight(cue: Cue) -> bool:
    return cue.row.act is Act.ARMED_CLASH


def _carried_out_by(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "The shelling that killed eight people was carried out by X"."""
    if not s.has(s.words.carried_out):
        return []
    for k in range(phrase.end, s.stop - 3):
        if s.low(k) in s.words.been and s.low(k + 1) in s.words.carried_out:
            return by_agents(s, k + 2, k + 8)
    return []


def _blamed_on(s: Sentence, phrase: Phrase) -> list[Doer]:
    """ "the attack, which was blamed on rebels"."""
    if not s.has(s.words.blamed):
        return []
    for k in range(phrase.end, min(s.stop - 2, phrase.end + 12)):
        if s.low(k) in s.words.blamed and s.low(k + 1) in s.words.blamed_on:
            target = s.at(k + 3 if s.tokens.words[k + 2] in OPENING else k + 2)
            return (
                doers(s, s.grammar.coordinated_right(s, target), None)
                if target is not None and is_agent(target)
                else []
            )
    return []


def _top(s: Sentence, phrase: Phrase) -> Phrase:
    """From "airstrikes" to "a series" in "a series of airstrikes"; from the example to what it is one of."""
    for _ in range(3):
        k = phrase.start - 1
        if s.low(k) in s.words.including and s.low(k - 1) == ",":
            k -= 1
            before = s.at(k - 1)
        elif s.low(k) in s.words.example_of:
            before = s.at(k - 1)
        else:
            return phrase
        if before is None or before.end != k:
            return phrase
        phrase = before
    return phrase


def _group_start(s: Sentence, k: int) -> int:
    return s.grammar.verb_group(s, Cue(k, k + 1, s.cues[0].row, "past")).start if s.cues else k


def responsible(s: Sentence, phrase: Phrase, last: Doer | None) -> list[Doer]:
    """ "X was responsible for / behind / to blame for the deaths", "X caused the deaths"."""
    k = phrase.start - 1
    low, before = s.low(k), s.low(k - 1)
    if low in s.words.for_ and before in s.words.responsible:
        return doers(s, s.grammar.subjects(s, _linking(s, k - 1)), last)
    if low in s.words.guilty_of and before in s.words.took_part:
        helping = doers(s, s.grammar.subjects(s, _linking(s, k - 1)), last)
        return [replace(doer, role=Role.SUPPORT) for doer in helping]
    if low in s.words.behind and s.words.may_accuse.isdisjoint(s.tokens.lows[_linking(s, k) : k]):
        return doers(s, s.grammar.subjects(s, _linking(s, k)), last)
    if low in s.words.brought_about:
        return doers(s, s.grammar.subjects(s, k), last)
    return []


def responsible_after(s: Sentence, phrase: Phrase, last: Doer | None) -> list[Doer]:
    """ "the deaths it is responsible for": in the document's own voice, whoever else is blamed."""
    after = s.grammar.skip_adverbs(s, phrase.end)
    relative = s.at(after)
    of_whom = s.grammar.complement(s, phrase, s.words.of)
    if relative is not None and relative.start == after and is_agent(relative) and relative is not of_whom:
        tail = s.tokens.lows[relative.end : relative.end + 6]
        if not s.words.responsible.isdisjoint(tail) and not s.words.for_.isdisjoint(tail):
            return doers(s, [relative], last)
    return []


def _linking(s: Sentence, k: int) -> int:
    """Where the "was" or "has been" before token k begins."""
    j = k
    while (
        j > s.start
        and s.at(j - 1) is None
        and s.kind(j - 1)
        and not s.kind(j - 1) & PREP
        and s.low(j - 1) not in s.words.before_linking
    ):
        j -= 1
    return j

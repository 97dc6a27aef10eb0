"""A draft: what one predicate says, still in tokens, before it has a voice, a time and a place."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sijill.extract.predicates.actors import by_agents, doers
from sijill.extract.predicates.counting import Harmed, harmed, part_toll, toll_of
from sijill.extract.predicates.doer import Doer
from sijill.extract.syntax.kinds import is_agent, is_party_alone, is_people, nobody_is_both
from sijill.extract.syntax.parts import Cue, Phrase, VerbGroup
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import POSSESSIVE
from sijill.model.claim import Act, Harm, Status
from sijill.model.party import Role
from sijill.model.toll import Hedge, Toll, Unit

BY_HIMSELF = "suicide"
"""The rule by which somebody is read to have killed or wounded himself."""
OPEN_BELOW = frozenset({Hedge.UP_TO, Hedge.LESS_THAN})
PLAIN_PEOPLE = "plain people"
FIGHTERS = "fighters"
"""Note of a verb that tells of a harm only where people are plainly said: "executed"."""

MASSACRE = "massacre"
"""Note of a noun that says so."""


@dataclass(slots=True)
class Draft:
    """`rule` names the reader that made it; `whole` is the draft of which this one counts a part.

    of_those_told   a part of the toll told last, whatever it tolls
    absent          an act that is said not to have been: "no air strike took place"
    apart           the same number of others is told in one breath before it ("four clerks and four guards")
    shared          tokens that share out its number over places, none of which is its own
    finding         the verb of finding bodies, where those found were harmed by another verb before it
    """

    cue: Cue
    act: Act
    harm: Harm
    rule: str
    doers: list[Doer] = field(default_factory=list)
    harmed: Harmed | None = None
    group: VerbGroup | None = None
    act_words: tuple[int, int] | None = None
    own_voice: bool = False
    habitual: bool = False
    indirect: bool = False
    whole: "Draft | None" = None
    extent: tuple[int, int] | None = None
    of_those_told: bool = False
    struck: list[Phrase] = field(default_factory=list)
    absent: bool = False
    apart: bool = False
    shared: tuple[int, int] | None = None
    finding: tuple[int, int] | None = None

    @property
    def negated(self) -> bool:
        nobody = self.harmed is not None and self.harmed.toll is not None and self.harmed.toll.number == 0
        return self.absent or (self.group is not None and self.group.negated and not nobody)

    @property
    def anchor(self) -> tuple[int, int]:
        """The tokens that a time or place must be near: the verb, or the number where the verb is not repeated."""
        if self.rule == "gap" and self.harmed is not None:
            parts = self.harmed.parts
            return self.harmed.start, max([self.harmed.end, *(part.end + 1 for part in parts)])
        return self.finding or (self.cue.start, self.cue.end)

    @property
    def counted(self) -> bool:
        return self.harmed is not None and self.harmed.toll is not None


@dataclass(slots=True)
class Heard:
    """What earlier words left: the last actor, for pronouns."""

    doer: Doer | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, the tokens that say so, and who did it."""

    act: Act
    words: tuple[int, int]
    doers: list[Doer]


def deed_of(cue: Cue, doers: list[Doer]) -> Deed:
    """The deed that the cue itself names."""
    return Deed(cue.row.act, (cue.start, cue.end), doers)


def one_each(
    s: Sentence, cue: Cue, deed: Deed, people: list[Phrase], *, rule: str, group: VerbGroup | None = None
) -> Iterator[Draft]:
    """One draft for each count; groups without a count of their own join the one before them."""

    def draft(victims: Harmed | None, named: str, whole: Draft | None = None) -> Draft:
        habitual, indirect = cue.row.note == "habitual", cue.row.note == "indirect"
        who = by_himself(victims) if named == BY_HIMSELF else deed.doers
        return Draft(
            cue, deed.act, cue.row.harm, named, who, victims, group, deed.words,
            habitual=habitual, indirect=indirect, whole=whole,
        )  # fmt: skip

    if not people:
        yield draft(None, rule)
    for first, joined in by_count(s, people):
        if (all_of_them := _of_more(s, cue, first, group)) is not None:
            yield (main := draft(harmed(s, all_of_them, []), rule))
            yield draft(harmed(s, first, joined), "part", main)
            continue
        victims = (
            with_kin(s, counted_together(s, first, joined), people)
            if first is people[0]
            else counted_together(s, first, joined)
        )
        if _are_families(s, first):
            victims = replace(victims, toll=_of_families(cue, victims.toll))
        main = draft(victims, rule)
        yield main
        for part in victims.parts:
            if part_toll(s, part) is not None:
                theirs = _as_the_whole(harmed(s, part, []), victims)
                yield replace(draft(theirs, "part", main), doers=_own_doers(s, part) or deed.doers)


def by_himself(victims: Harmed | None) -> list[Doer]:
    """ "killed himself": who did it is whom it was done to, in the same words."""
    return [] if victims is None else [Doer(victims.start, victims.end, victims.victims.text, Role.DIRECT)]


def _of_more(s: Sentence, cue: Cue, first: Phrase, group: VerbGroup | None) -> Phrase | None:
    """ "Ten of the 48 people killed in the town were children": the 48 are those killed, the ten a part of them."""
    inner = s.grammar.complement(s, first, s.words.of) if first.count is not None else None
    if inner is None or inner.count is None or inner.end != cue.start or first.count is None or group is None:
        return None
    reduced = (
        group.passive
        and group.start == cue.start
        and any(low in s.words.was for low in s.tokens.lows[cue.end : s.stop])
    )
    more = (inner.count.number or 0) > (first.count.number or 0) > 0
    return inner if reduced and more and is_people(inner) else None


def _are_families(s: Sentence, phrase: Phrase) -> bool:
    """ "Two families were killed", "six families of fighters": nobody says how many, as in "a family of six"."""
    counted = phrase.count is not None and s.low(phrase.head) in s.words.families
    inner = s.grammar.complement(s, phrase, s.words.of) if counted else None
    return counted and (inner is None or inner.count is None)


def _as_the_whole(part: Harmed, whole: Harmed) -> Harmed:
    """ "80 fighters, among them six minors": children are civilians where nobody says that they fought."""
    taken = part.victims.inferred and part.victims.status is Status.CIVILIAN
    fought = taken and whole.victims.status is Status.COMBATANT
    return replace(part, victims=replace(part.victims, status=Status.UNKNOWN, inferred=False)) if fought else part


def _of_families(cue: Cue, toll: Toll | None) -> Toll | None:
    """ "Nearly 90 families fled": more than 90 people. How many a family of which some died lost nobody says."""
    if cue.row.harm is Harm.KILLED or toll is None or toll.hedge in OPEN_BELOW:
        return None
    least = toll.number if toll.number is not None else toll.low
    return replace(toll, number=least, low=least, high=None, hedge=Hedge.AT_LEAST) if least is not None else None


def _own_doers(s: Sentence, part: Phrase) -> list[Doer]:
    """ "..., among them 784 at the hands of X": who did that part, where right after it."""
    return doers(s, [p for p in by_agents(s, part.end, part.end + 3) if is_agent(p)], None)


def with_kin(s: Sentence, victims: Harmed, people: list[Phrase]) -> Harmed:
    """ "a father and his two sons", "his wife, his two daughters and his young son": one family, counted together; "a
    farmer and his family" are two at least.
    """
    if not _are_kin(s, people):
        return victims
    numbers = [_persons(s, phrase) for phrase in people]
    if any(number is None for number in numbers):
        return victims
    n, text = sum(number or 0 for number in numbers), s.text(people[0].start, people[-1].end)
    more = any(phrase.count is None and s.low(phrase.head) in s.words.households for phrase in people)
    toll = Toll(number=n, low=n, high=None if more else n, text=text, hedge=Hedge.AT_LEAST if more else Hedge.EXACT)
    return replace(victims, end=people[-1].end, victims=replace(victims.victims, text=text), toll=toll)


def _is_one_named(s: Sentence, phrase: Phrase) -> bool:
    toll = toll_of(s, phrase)
    return phrase.count is None and (phrase.person or (toll is not None and toll.unit is Unit.NAMED))


def counted_together(s: Sentence, first: Phrase, joined: list[Phrase]) -> Harmed:
    """ "Ada Brandt, Jon Orr and Mira Quill" are three people named; "Ada Brandt and others" are no number."""
    victims = harmed(s, first, joined)
    if not joined or not _is_one_named(s, first):
        return _with_others(s, victims, joined)
    if not all(_is_one_named(s, phrase) for phrase in joined):
        return replace(victims, toll=None)
    n, text = 1 + len(joined), s.text(first.start, joined[-1].end)
    return replace(victims, toll=Toll(number=n, low=n, high=n, text=text, unit=Unit.NAMED))


def _with_others(s: Sentence, victims: Harmed, joined: list[Phrase]) -> Harmed:
    """ "A rebel was killed along with other rebels": two at least."""
    noun, toll = (joined[0].victim, victims.toll) if joined else (None, None)
    if noun is None or not noun.plural or toll is None or (toll.low, toll.high) != (1, 1):
        return victims
    if not any(s.reads(joined[0].start - len(words), words) for words in s.sayings.company):
        return victims
    return replace(victims, toll=Toll(number=2, low=2, text=victims.victims.text, hedge=Hedge.AT_LEAST))


def _are_kin(s: Sentence, people: list[Phrase]) -> bool:
    kin = [is_of_kin(s, phrase) for phrase in people[1:]]
    return any(kin) and all(own or s.low(p.head) in s.words.kin_nouns for own, p in zip(kin, people[1:], strict=True))


def is_of_kin(s: Sentence, phrase: Phrase) -> bool:
    """ "his two sons", "wife": somebody's, by the first word or by a pronoun written with the noun."""
    if phrase.head + 1 < phrase.end and s.low(phrase.head + 1) in s.words.its:
        return True
    whole = s.grammar.complement(s, phrase, s.words.of) if phrase.count is not None else None
    return s.low((whole or phrase).start) in s.words.kin


def _persons(s: Sentence, phrase: Phrase) -> int | None:
    """How many the phrase names; one for a singular noun."""
    toll = toll_of(s, phrase)
    if toll is not None:
        return toll.number
    if phrase.person:
        return 1
    return 1 if phrase.victim is not None and not phrase.victim.plural else None


def by_count(s: Sentence, people: list[Phrase]) -> list[tuple[Phrase, list[Phrase]]]:
    """Phrases grouped under the one that counts them; a family under its first member."""
    if _are_kin(s, people):
        return [(people[0], people[1:])]
    found: list[tuple[Phrase, list[Phrase]]] = []
    for phrase in people:
        if found and phrase.count is None and not _is_one_more(s, phrase, found[-1][0]):
            found[-1][1].append(phrase)
        else:
            found.append((phrase, []))
    return found


def _is_one_more(s: Sentence, phrase: Phrase, before: Phrase) -> bool:
    """ "a man and a woman", "the mayor and the judge": two, each of them one. In a language without "a" the noun alone;
    but "the reporter and activist Ada Brandt" is one.
    """
    noun = phrase.victim
    if noun is None or noun.plural:
        return False
    if s.cased:
        article = s.low(phrase.start) in s.words.one | s.words.one_known
        return article or (not _is_named(s, phrase) and nobody_is_both(s, before, phrase))
    one = s.kind(phrase.start) == 0 and s.lexicon.number_of.get((s.low(phrase.head),)) == 1
    return one and (not _is_named(s, phrase) or _is_named(s, before))


def _is_named(s: Sentence, phrase: Phrase) -> bool:
    """Does a name stand right after the noun?"""
    name = s.at(phrase.end)
    return name is not None and name.start == phrase.end and name.person


def named_persons(s: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases that end in a capitalised name that is no place, no act and no acronym."""
    return [phrase for phrase in phrases if _is_person(s, phrase)]


def people_among(s: Sentence, cue: Cue, targets: list[Phrase]) -> list[Phrase]:
    """Those to whom a verb was done; where its row asks for people plainly said, no "two of the camps";
    where it asks for fighters, none whom it takes "from the list"."""
    people = [p for p in targets if is_people(p) and not (p.cue is not None and p.cue.row.frame == "act")]
    if cue.row.harm is not Harm.NONE:
        people = [p for p in people if not is_a_machine(s, p)]
    if cue.row.note in (PLAIN_PEOPLE, FIGHTERS):
        people = [p for p in people if not _counts_things(s, p)]
    if cue.row.note == FIGHTERS:
        people = [p for p in people if _are_fighters(s, p) and not _taken_from_things(s, p)]
    return [p for p in targets if p in people or p.person] if people and cue.row.harm is not Harm.NONE else people


def is_a_machine(s: Sentence, phrase: Phrase) -> bool:
    """ "The warplane was shot down": of those in it nothing is said."""
    return phrase.victim is None and s.low(phrase.head) in s.words.aircraft & s.words.not_people


def _counts_things(s: Sentence, phrase: Phrase) -> bool:
    whole = s.grammar.complement(s, phrase, s.words.of) if phrase.victim is None else None
    return whole is not None and not (is_people(whole) or whole.pronoun)


def _are_fighters(s: Sentence, phrase: Phrase) -> bool:
    """ "Twelve gunmen", "scores of gunmen", or by a label: "terrorists"."""
    told = (phrase, s.grammar.complement(s, phrase, s.words.of))
    return any(p is not None and (p.force or (p.victim is not None and p.victim.label)) for p in told)


def _taken_from_things(s: Sentence, phrase: Phrase) -> bool:
    whole = s.at(phrase.end + 1) if s.low(phrase.end) in s.words.of_from - s.words.of else None
    return whole is not None and not is_agent(whole)


def of_things(s: Sentence, cue: Cue, group: VerbGroup, targets: list[Phrase], named: list[Phrase]) -> bool:
    """ "meant to kill the talks", "executed an operation": what is killed is nobody; "the team was eliminated"."""
    plain = [
        p
        for p in targets
        if not p.pronoun
        and (cue.row.note == PLAIN_PEOPLE or (p.cue is None and p.count is None and s.low(p.start) in s.words.nobody))
    ]
    return not named and (cue.row.note == FIGHTERS or (not group.passive and bool(plain) and plain == targets))


def counted_beings(s: Sentence, cue: Cue, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases that count what no table lists ("twenty-eight heads"): beside a verb of harm they are people, unless its
    row asks for people plainly said ("executed 12 perfect passes").
    """
    if cue.row.note in (PLAIN_PEOPLE, FIGHTERS):
        return []
    return [phrase for phrase in phrases if phrase.count is not None and _may_be_people(s, phrase)]


def _may_be_people(s: Sentence, phrase: Phrase) -> bool:
    known = phrase.measure or phrase.cue is not None or phrase.place is not None
    return not known and s.low(phrase.head) not in s.words.not_people | s.words.property


def _is_person(s: Sentence, phrase: Phrase) -> bool:
    if phrase.head < 0 or phrase.pronoun or phrase.measure or phrase.cue is not None or phrase.place is not None:
        return False
    acronym = s.tokens.words[phrase.head].isupper()
    return s.grammar.is_name(s, phrase.head) and not acronym and s.low(phrase.head) not in s.words.place_words


def _own_victim(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "Judge Ada Brandt's murder": whose it is, a person by a full name or by what somebody is."""
    end = next((k for k in range(phrase.head, phrase.start, -1) if s.low(k) in POSSESSIVE), None)
    if end is None or phrase.cue is None or phrase.cue.row.frame != "noun" or phrase.names or phrase.count is not None:
        return []
    victim = s.lexicon.victims.get((s.low(end - 1),))
    full = all(s.grammar.is_name(s, k) for k in range(max(phrase.start, end - 2), end)) and end - phrase.start > 1
    if (victim is None and not full) or (s.low(end - 1),) in s.lexicon.forces or phrase.cue.start < end:
        return []
    owner = replace(phrase, end=end, head=end - 1, cue=None, victim=victim, force=False, capital=full)
    return [owner] if victim is not None or owner.person else []


def of_people(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """Those of whom a noun tells: "the killing of 12 people and of Ada Brandt"."""
    suffered = phrase.cue is not None and phrase.cue.row.harm is Harm.INJURED
    inner = s.grammar.complement(s, phrase, s.words.of | s.words.to if suffered else s.words.of)
    if inner is None:
        return _own_victim(s, phrase)
    group = s.grammar.coordinated_right(s, inner)
    people = [p for p in group if is_people(p)]
    return [p for p in group if p in people or p.person] if people else named_persons(s, group)


def without_whose(cue: Cue, agents: list[Doer], people: list[Phrase]) -> list[Phrase]:
    """ "The massacres of the Column": open whether it did them or suffered them, where nobody else did."""
    if agents or cue.row.note != MASSACRE:
        return people
    return [each for each in people if not is_party_alone(each)]

"""From predicates to drafts of claims: who did what to whom and how many, one draft for one harm and count."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sijill.extract.en.actors import Doer, agents_of_noun, by_agents, doers, responsible, responsible_after
from sijill.extract.en.circumstances import means_in
from sijill.extract.en.clauses import (
    VerbGroup,
    act_phrase,
    clause_start,
    clause_subject,
    coordinated_left,
    coordinated_right,
    is_agent,
    is_people,
    objects,
    subjects,
    verb_group,
)  # fmt: skip
from sijill.extract.en.counting import Harmed, harmed, part_toll
from sijill.extract.en.cues import Cue
from sijill.extract.en.phrases import Phrase, Sentence
from sijill.extract.en.places import GENERIC, PLACE_WORDS
from sijill.extract.en.words import PREP, bits
from sijill.extract.lexicon import predicates, words
from sijill.model.claim import Act, Harm

LINKS = frozenset("in by during from after when under amid as following with to through via".split())
FOUND = frozenset(
    "found discovered recovered retrieved pulled unearthed exhumed dumped finding recovering discovering counted".split()
)
PARTIAL = frozenset("fully solely only entirely wholly completely alone".split())
PROPERTY = PLACE_WORDS | frozenset(
    "home homes house houses building buildings property properties shop shops vehicle vehicles infrastructure residential farmland".split()
)


@dataclass(slots=True)
class Draft:
    """What one predicate says, still in tokens. `rule` names the reader that made it."""

    cue: Cue
    act: Act
    harm: Harm
    rule: str
    doers: list[Doer] = field(default_factory=list)
    harmed: Harmed | None = None
    negated: bool = False
    group: VerbGroup | None = None
    act_words: tuple[int, int] | None = None
    own_voice: bool = False
    habitual: bool = False
    indirect: bool = False
    whole: "Draft | None" = None
    extent: tuple[int, int] | None = None


@dataclass(slots=True)
class Heard:
    """What earlier sentences left: the last actor, for pronouns."""

    doer: Doer | None = None
    subject: Doer | None = None


Reader = Callable[[Sentence, Cue, Heard], Iterator[Draft]]


def read_drafts(s: Sentence, heard: Heard) -> list[Draft]:
    """Every draft of the sentence, in the order of its cues; act nouns that a harm was laid to make none of their own."""
    found: list[Draft] = []
    for cue in s.cues:
        for draft in READERS[cue.row.frame](s, cue, _heard_here(s, cue, heard)):
            _lend(s, draft, found)
            found.append(draft)
    lent = (
        draft for draft in found if draft.harm is not Harm.NONE and draft.act_words != (draft.cue.start, draft.cue.end)
    )
    used = {draft.act_words for draft in lent}
    found += _among_the_dead(s)
    spoken = [draft for draft in found if not (draft.cue.row.frame == "act" and _is_used(draft, used, found))]
    return spoken


def _among_the_dead(s: Sentence) -> list[Draft]:
    """ "Among the dead were a woman and a child", "six civilians were among 22 people killed": parts of a toll."""
    if not s.has("among"):
        return []
    row = predicates("en")["dead"][0][1]
    at = next(i for i in range(s.start, s.stop) if s.low(i) == "among")
    if s.low(at - 1) in ("was", "were"):
        people = [p for p in subjects(s, at - 1) if is_people(p)]
        told = any(c.row.harm is Harm.KILLED and at < c.start for c in s.cues)
    else:
        told = any(s.low(k) in ("dead", "killed", "victims", "fatalities") for k in range(at + 1, min(at + 5, s.stop)))
        be = next((k for k in range(at + 2, min(at + 18, s.stop)) if s.low(k) in ("was", "were")), None)
        people = [p for p in objects(s, be + 1) if is_people(p)] if be is not None else []
    cue = Cue(at, at + 1, row, "noun")
    parts = [harmed(s, first, joined) for first, joined in _by_count(s, people)] if told else []
    return [Draft(cue, Act.KILLING, Harm.KILLED, "part", [], part) for part in parts if part.toll is not None]


def _heard_here(s: Sentence, cue: Cue, heard: Heard) -> Heard:
    """In this sentence a pronoun means the first actor that is a subject here, if there is one before it."""
    for phrase in s.phrases:
        if phrase.end > cue.start:
            break
        if is_agent(phrase) and not phrase.pronoun and not bits(s.low(phrase.start - 1)) & PREP:
            named = doers(s, [phrase], None)
            if named:
                return Heard(named[0], named[0])
    return heard


def _is_used(draft: Draft, used: set[tuple[int, int] | None], found: list[Draft]) -> bool:
    span = (draft.cue.start, draft.cue.end)
    if span in used:
        return True
    same = [other for other in found if other is not draft and other.act is draft.act and other.cue.row.frame != "act"]
    return (bool(same) and not draft.doers) or (
        draft.cue.row.note == "weak" and any(o is not draft for o in found) and not draft.doers
    )


def _lend(s: Sentence, draft: Draft, earlier: list[Draft]) -> None:
    """A second figure for the same harm in one sentence ("... with some saying up to 300 were killed") is laid to the same actor."""
    if draft.harmed is None or (draft.doers and draft.act is not Act.OTHER):
        return
    if draft.harm is Harm.NONE:
        _lend_beside(s, draft, earlier)
        return
    if draft.act is Act.OTHER and draft.harm is Harm.INJURED and earlier and earlier[-1].harm is not Harm.NONE and _beside(s, earlier[-1], draft):
        draft.act, draft.act_words = earlier[-1].act, earlier[-1].act_words
        if draft.group is not None and draft.group.passive:
            draft.doers = [Doer(d.start, d.end, d.name, d.role, True) for d in earlier[-1].doers]
    for other in reversed(earlier):
        if (
            other.doers
            and other.harm is draft.harm
            and draft.harmed.bare
            and (draft.group is None or draft.group.passive)
        ):
            draft.doers = draft.doers or [Doer(d.start, d.end, d.name, d.role, True) for d in other.doers]
            draft.act = other.act if draft.act is Act.KILLING else draft.act
            return


def _beside(s: Sentence, left: Draft, right: Draft) -> bool:
    """Are the two joined by "and" with no other verb between?"""
    between = range(left.cue.end, right.cue.start)
    return any(s.low(k) in ("and", ",", "while") for k in between) and not any(c.verbal and c.start in between for c in s.cues)


def _lend_beside(s: Sentence, draft: Draft, earlier: list[Draft]) -> None:
    """ "A has never killed civilians and that only terrorists are targeted": by A, who is the subject of both."""
    start = clause_start(s, draft.cue.start)
    if (
        draft.group is not None
        and draft.group.passive
        and earlier
        and s.low(start - 1) == "that"
        and s.low(start - 2) == "and"
    ):
        draft.doers = [Doer(d.start, d.end, d.name, d.role, True) for d in earlier[-1].doers]


def _verb(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    if _doubled(s, cue):
        return
    group = verb_group(s, cue)
    participle = cue.form == "ing" and group.start == cue.start and s.low(cue.start - 1) not in ("of", "by", "for")
    if group.passive:
        agents = doers(s, by_agents(s, cue.end, _reach(s, cue)), heard.doer)
        targets = [p for p in subjects(s, group.start) if not p.pronoun]
        subject: list[Phrase] = []
    else:
        subject = clause_subject(s, cue.start) if participle else subjects(s, group.start)
        agents = doers(s, subject, heard.doer)
        targets = objects(s, cue.end) or _relative_object(s, subject)
    act, act_words = cue.row.act, (cue.start, cue.end)
    acting = act_phrase(s, subject)
    if acting is not None:
        act, act_words, agents = _from_act(s, acting, cue, act, heard)
    elif participle and (before := _act_before(s, cue)) is not None:
        act, act_words = before.row.act, (before.start, before.end)
        agents = agents or _doers_of(s, before, heard)
    elif cue.row.act in (Act.KILLING, Act.OTHER) and cue.row.harm is not Harm.NONE:
        act, act_words, agents = _from_context(s, cue, act, agents, heard)
    people = [p for p in targets if is_people(p) and not (p.cue is not None and p.cue.row.frame == "act")]
    if cue.row.harm is Harm.NONE and not _needs_met(s, cue, group, targets, subject, agents, acting is not None):
        return
    if cue.row.harm is not Harm.NONE and not people and not agents and not _named_person(s, targets):
        return
    named = people or (_named_person(s, targets) if cue.row.harm is not Harm.NONE else [])
    yield from _one_each(s, cue, act, act_words, agents, named, group, "verb")


def _doubled(s: Sentence, cue: Cue) -> bool:
    """ "killed and executed 270": one harm said twice; the second word carries it."""
    twin = next((c for c in s.cues if c.verbal and c.start == cue.end + 1), None) if s.low(cue.end) == "and" else None
    return twin is not None and twin.row.harm is cue.row.harm and cue.row.harm is not Harm.NONE


def _act_before(s: Sentence, cue: Cue) -> Cue | None:
    """ "carried out 13 raids on the town, killing 12": the act that a participle is a result of."""
    if cue.row.act not in (Act.KILLING, Act.OTHER) or cue.row.harm is Harm.NONE or cue.start == s.start:
        return None
    acts = [c for c in s.cues if c.end <= cue.start and c.row.harm is Harm.NONE and c.row.act not in (Act.OTHER, Act.TERRITORIAL_CONTROL)]
    return acts[-1] if acts else None


def _doers_of(s: Sentence, cue: Cue, heard: Heard) -> list[Doer]:
    phrase = s.at(cue.start)
    if not cue.verbal:
        return agents_of_noun(s, phrase, s.stop, heard.doer) if phrase is not None else []
    group = verb_group(s, cue)
    return doers(s, by_agents(s, cue.end, s.stop) if group.passive else subjects(s, group.start), heard.doer)


def _relative_object(s: Sentence, subject: list[Phrase]) -> list[Phrase]:
    """ "the people it is killing": those named right before the subject."""
    before = s.at(subject[0].start - 1) if subject else None
    return [before] if before is not None and before.end == subject[0].start and is_people(before) else []


def _needs_met(
    s: Sentence,
    cue: Cue,
    group: VerbGroup,
    targets: list[Phrase],
    subject: list[Phrase],
    agents: list[Doer],
    acting: bool,
) -> bool:
    """A verb that names no harm counts only with someone or something that did it and what it was done to."""
    note = cue.row.note
    if note == "needs weapon":
        return bool(agents) and any(means_in(s, p.start, p.end) for p in targets)
    has_target = any(is_people(p) or p.place or s.low(p.head) in PROPERTY for p in targets if not p.pronoun)
    if note == "needs property":
        return (bool(agents) or acting) and any(s.low(p.head) in PROPERTY or p.place for p in targets)
    if note == "needs target":
        return has_target and (bool(agents) or acting)
    if group.passive:
        return has_target
    return bool(agents) and (has_target or cue.row.lemma in ("bomb", "bombard", "shell", "besiege"))


def _named_person(s: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """A capitalised name that is no place and no thing: one person."""
    return [
        p for p in phrases
        if p.head >= 0 and not p.pronoun and p.cue is None and p.place is None and not p.measure
        and s.tokens.words[p.head][0].isupper() and s.low(p.head) not in PLACE_WORDS and not s.tokens.words[p.head].isupper()
    ]  # fmt: skip


def _one_each(
    s: Sentence,
    cue: Cue,
    act: Act,
    act_words: tuple[int, int],
    agents: list[Doer],
    people: list[Phrase],
    group: VerbGroup | None,
    rule: str,
) -> Iterator[Draft]:
    """One draft for each count; groups without a count of their own join the one before them."""
    negated = group is not None and group.negated
    habitual = cue.row.note == "habitual"
    indirect = cue.row.note == "indirect"
    if not people:
        yield Draft(
            cue, act, cue.row.harm, rule, agents, None, negated, group, act_words, habitual=habitual, indirect=indirect
        )
        return
    for first, joined in _by_count(s, people):
        victims = harmed(s, first, joined)
        main = Draft(
            cue,
            act,
            cue.row.harm,
            rule,
            agents,
            victims,
            negated,
            group,
            act_words,
            habitual=habitual,
            indirect=indirect,
        )
        yield main
        for part in (p for p in victims.parts if part_toll(s, p) is not None):
            yield Draft(
                cue,
                act,
                cue.row.harm,
                "part",
                agents,
                harmed(s, part, []),
                negated,
                group,
                act_words,
                whole=main,
                indirect=indirect,
            )


def _by_count(s: Sentence, people: list[Phrase]) -> list[tuple[Phrase, list[Phrase]]]:
    found: list[tuple[Phrase, list[Phrase]]] = []
    for phrase in people:
        single = (
            phrase.victim is not None and not phrase.victim.plural and s.low(phrase.start) in ("a", "an", "another")
        )
        if found and phrase.count is None and not single:
            found[-1][1].append(phrase)
        else:
            found.append((phrase, []))
    return found


def _from_act(s: Sentence, phrase: Phrase, cue: Cue, act: Act, heard: Heard) -> tuple[Act, tuple[int, int], list[Doer]]:
    noun = phrase.cue
    assert noun is not None
    agents = agents_of_noun(s, phrase, cue.start, heard.doer)
    return (noun.row.act if noun.row.act is not Act.OTHER else act), (noun.start, noun.end), agents


def _from_context(
    s: Sentence, cue: Cue, act: Act, agents: list[Doer], heard: Heard
) -> tuple[Act, tuple[int, int], list[Doer]]:
    """ "killed in an air strike by X", "killed when a car bomb exploded", "killed when X shelled": the act that a harm is laid to."""
    for other in s.cues:
        if other.start < cue.end or other.start - cue.end > 30:
            continue
        linked = any(s.low(k) in LINKS and s.at(k) is None for k in range(max(cue.end, other.start - 12), other.start))
        if other.row.harm is not Harm.NONE and other.row.frame != "act":
            if not linked:
                continue
            if other.row.frame in ("noun", "toll"):
                break
            continue
        if not linked or other.row.act is Act.TERRITORIAL_CONTROL or s.low(other.end) == "toll":
            continue
        if not other.verbal:
            phrase = s.at(other.start)
            found = agents or (agents_of_noun(s, phrase, s.stop, heard.doer) if phrase is not None else [])
        else:
            group = verb_group(s, other)
            found = agents or doers(
                s, subjects(s, group.start) if not group.passive else by_agents(s, other.end, s.stop), heard.doer
            )
        return (other.row.act if other.row.act is not Act.OTHER else act), (other.start, other.end), found
    return act, (cue.start, cue.end), agents


def _reach(s: Sentence, cue: Cue) -> int:
    """How far a passive verb looks for its "by": to the next verb of harm."""
    following = [c.start for c in s.cues if c.start >= cue.end and c.verbal and c.row.harm is not Harm.NONE]
    return min([*following, cue.end + 16, s.stop])


def _dies(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    group = verb_group(s, cue)
    found = subjects(s, group.start)
    people = [p for p in found if is_people(p)] or _named_person(s, found)
    if not people or (cue.form == "ing" and not group.progressive):
        return
    act, act_words, agents = _from_context(s, cue, cue.row.act, [], heard)
    yield from _one_each(s, cue, act, act_words, agents, people, group, "dies")


def _acts(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """Verbs without an object: "clashed", "opened fire", "a car bomb exploded"."""
    group = verb_group(s, cue)
    subject = subjects(s, group.start)
    acting = act_phrase(s, subject)
    agents = doers(s, [p for p in subject if p is not acting], heard.doer)
    if acting is not None:
        act, act_words, agents = _from_act(s, acting, cue, cue.row.act, heard)
    elif agents and cue.row.note != "needs subject":
        act, act_words = cue.row.act, (cue.start, cue.end)
    else:
        return
    yield Draft(cue, act, Harm.NONE, "acts", agents, None, group.negated, group, act_words)


def _noun(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "the killing of 12 people by X", "85 deaths", "civilian deaths"."""
    phrase = s.at(cue.start)
    if phrase is None or s.low(phrase.start) in ("his", "her", "my") or _partly(s, phrase):
        return
    people, of = _of_people(s, phrase), s.low(phrase.end) == "of"
    agents = agents_of_noun(s, phrase, s.stop, heard.doer)
    laid = responsible(s, phrase, heard.doer)
    own = [] if agents else responsible_after(s, phrase, heard.doer)
    blamed = _blamed(s, phrase)
    act, act_words, found = _from_context(s, cue, cue.row.act, agents or laid or blamed, heard)
    described = [p for p in (phrase,) if p.count is not None or _has_victim_word(s, p)] if not people else []
    if not (people or described or found or cue.row.note == "habitual"):
        return
    if of and not people and not found:
        return
    yield from _one_each(s, cue, act, act_words, found, people or described, None, "noun")
    for draft in (
        _one_each(s, cue, cue.row.act, (cue.start, cue.end), own, people or described, None, "responsible")
        if own
        else ()
    ):
        draft.own_voice, draft.habitual = True, draft.harmed is None or draft.harmed.toll is None
        yield draft


def _partly(s: Sentence, phrase: Phrase) -> bool:
    """ "is not fully to blame for the massacres" says nothing of who did what."""
    words_ = s.tokens.lows[max(s.start, phrase.start - 6) : phrase.start]
    return any(word in PARTIAL for word in words_) and ("not" in words_ or "n't" in words_)


def _of_people(s: Sentence, phrase: Phrase) -> list[Phrase]:
    if s.low(phrase.end) != "of":
        return []
    inner = s.at(phrase.end + 1)
    if inner is None:
        return []
    group = coordinated_right(s, inner)
    return [p for p in group if is_people(p)] or _named_person(s, group[:1])


def _has_victim_word(s: Sentence, phrase: Phrase) -> bool:
    return any(
        s.low(i) in ("civilian", "civilians") or s.low(i) in ("children", "child", "women")
        for i in range(phrase.start, phrase.end)
    )


def _blamed(s: Sentence, phrase: Phrase) -> list[Doer]:
    """ "blames X for the deaths", "accused X of the killing": X, in the voice of who blames."""
    if s.low(phrase.start - 1) not in ("for", "of"):
        return []
    target = s.at(phrase.start - 2)
    if target is None or not is_agent(target) or target.pronoun:
        return []
    group = coordinated_left(s, target)
    before = s.tokens.lows[max(s.start, group[0].start - 3) : group[0].start]
    return doers(s, group, None) if any(word.startswith(("blam", "accus")) for word in before) else []


def _toll(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "the death toll rose to 45": the count that follows; of "from 30 to 45", the second."""
    limit = min([other.start for other in s.cues if other.start >= cue.end and other.row.frame == "toll"] + [cue.end + 16])
    counted = [p for p in s.phrases if cue.end <= p.start < limit and p.count is not None and not p.measure]
    reached = [
        p
        for p in counted
        if s.low(p.start - 1)
        in ("to", "at", "of", "is", "was", "reached", "reaching", "as", "hit", "stands", "stood", "exceeded")
    ]
    if not reached:
        return
    act, act_words, agents = _from_context(s, cue, cue.row.act, [], heard)
    draft = Draft(cue, act, cue.row.harm, "toll", agents, harmed(s, reached[-1], []), act_words=act_words)
    yield draft


def _act(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    phrase = s.at(cue.start)
    if phrase is None or phrase.cue is not cue:
        if cue.row.note == "situation":
            yield Draft(cue, cue.row.act, cue.row.harm, "act", _sieging(s, cue), None, act_words=(cue.start, cue.end))
        return
    agents = agents_of_noun(s, phrase, s.stop, heard.doer)
    near_place = any(n.kind == "place" and 0 <= n.start - phrase.end < 5 for n in s.names) or phrase.place is not None
    targets = _targets(s, phrase)
    if cue.row.note in ("weak", "thing") and not (agents and (near_place or targets or cue.row.note == "weak")):
        return
    if not (agents or near_place or targets or cue.row.note == "situation"):
        return
    extra = _sieging(s, cue) if cue.row.note == "situation" and not agents else []
    draft = Draft(
        cue,
        cue.row.act,
        cue.row.harm,
        "act",
        agents or extra,
        harmed(s, targets[0], []) if targets else None,
        act_words=(cue.start, cue.end),
    )
    yield draft


def _targets(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "attacks on civilians", "civilians are victims of a siege"."""
    if s.low(phrase.end) in ("on", "against"):
        inner = s.at(phrase.end + 1)
        if inner is not None and (inner.victim is not None) and not inner.force:
            return [inner]
    k = phrase.start - 1
    while s.low(k) in ("\u201c", '"', "a"):
        k -= 1
    if s.low(k) == "of" and s.low(k - 1) == "victims":
        return [p for p in s.phrases if p.end < k - 1 and p.victim is not None and not p.force][-1:]
    return []


def _sieging(s: Sentence, cue: Cue) -> list[Doer]:
    """A siege in a sentence that says who holds the place is laid to those who hold it."""
    for other in s.cues:
        if other.row.frame == "holds" and other.end <= cue.start:
            return [doer for draft in _holds(s, other, Heard()) for doer in draft.doers]
    for phrase in s.phrases:
        if (
            is_agent(phrase)
            and not phrase.pronoun
            and phrase.end <= cue.start
            and not bits(s.low(phrase.start - 1)) & PREP
        ):
            return doers(s, [phrase], None)
    return []


def _state(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "85 dead", "left 12 people wounded", "20 are missing"."""
    phrase = s.at(cue.start)
    people: list[Phrase] = []
    if phrase is not None and phrase.start < cue.start and (phrase.count is not None or is_people(phrase)):
        people = coordinated_left(s, phrase)[-1:]
    elif phrase is None or phrase.start == cue.start:
        group = verb_group(s, cue)
        people = [p for p in subjects(s, group.start) if is_people(p)]
    if not people or all(p.count is None and p.victim is None for p in people):
        return
    agents: list[Doer] = []
    act, act_words = cue.row.act, (cue.start, cue.end)
    if s.low(people[0].start - 1) in ("left", "leaving", "leaves"):
        subject = subjects(s, people[0].start - 1)
        acting = act_phrase(s, subject)
        agents = doers(s, subject, heard.doer)
        if acting is not None:
            act, act_words, agents = _from_act(s, acting, cue, act, heard)
    else:
        act, act_words, agents = _from_context(s, cue, act, [], heard)
    yield from _one_each(s, cue, act, act_words, agents, people, None, "state")


def _bodies(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    phrase = s.at(cue.start)
    if phrase is None or not any(low in FOUND for low in s.tokens.lows[s.start : s.stop]):
        return
    people = _of_people(s, phrase) if phrase.count is None else [phrase]
    if people:
        yield from _one_each(s, cue, cue.row.act, (cue.start, cue.end), [], people[:1], None, "bodies")


def _deprives(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    group = verb_group(s, cue)
    window = s.tokens.lows[cue.end : cue.end + 16] + (
        [] if not group.passive else s.tokens.lows[max(s.start, group.start - 8) : group.start]
    )
    pairs = set(zip(window, window[1:], strict=False))
    supplies = words("en", "supplies.csv")
    if not any((low,) in supplies for low in window) and not pairs & supplies:
        return
    agents = doers(s, by_agents(s, cue.end, s.stop) if group.passive else subjects(s, group.start), heard.doer)
    people = [p for p in (subjects(s, group.start) if group.passive else objects(s, cue.end)) if p.victim is not None]
    if agents or people:
        yield from _one_each(s, cue, cue.row.act, (cue.start, cue.end), agents, people[:1], group, "deprives")


def _delivers(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    group = verb_group(s, cue)
    goods = subjects(s, group.start) if group.passive else objects(s, cue.end)
    supplies = words("en", "supplies.csv")
    if not any((s.low(i),) in supplies for p in goods for i in range(p.start, p.end)):
        return
    agents = doers(s, by_agents(s, cue.end, s.stop) if group.passive else subjects(s, group.start), heard.doer)
    draft = Draft(cue, cue.row.act, Harm.NONE, "delivers", agents, None, group.negated, group, (cue.start, cue.end))
    draft.extent = (goods[0].start, goods[-1].end) if goods else None
    yield draft


def _holds(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "controlled by A to the east and B to the west": one draft for each that holds a part."""
    group = verb_group(s, cue)
    held = subjects(s, group.start) if group.passive else objects(s, cue.end)
    place = next((p for p in held if p.place is not None or s.low(p.head) in GENERIC), None)
    if place is None:
        first = held[0] if held else None
        yield from _captured(s, cue, group, first, heard)
        return
    agents = doers(s, _holders(s, cue) if group.passive else subjects(s, group.start), heard.doer)
    for doer in agents:
        draft = Draft(cue, cue.row.act, Harm.NONE, "holds", [doer], None, group.negated, group, (cue.start, cue.end))
        draft.extent = (min(place.start, doer.start), max(place.end, doer.end + (3 if s.low(doer.end) == "to" else 0)))
        yield draft


def _captured(s: Sentence, cue: Cue, group: VerbGroup, first: Phrase | None, heard: Heard) -> Iterator[Draft]:
    """ "captured 12 soldiers": people taken, not ground."""
    if (
        first is None
        or not is_people(first)
        or (first.count is None and first.victim is None)
        or cue.row.lemma not in ("capture", "seize", "hold")
    ):
        return
    agents = doers(s, by_agents(s, cue.end, s.stop) if group.passive else subjects(s, group.start), heard.doer)
    if agents or (group.passive and first.count is not None):
        victims = harmed(s, first, [])
        yield Draft(
            cue, Act.DETENTION, Harm.DETAINED, "captured", agents, victims, group.negated, group, (cue.start, cue.end)
        )


def _holders(s: Sentence, cue: Cue) -> list[Phrase]:
    found = by_agents(s, cue.end, s.stop)[:1]
    while found:
        k = found[-1].end
        if s.low(k) in ("to", "in", "from"):
            aside = s.at(k + 1)
            k = aside.end if aside is not None else k
        k += 1 if s.low(k) in ("and", ",") else 0
        following = s.at(k)
        if following is None or following.start != k or not is_agent(following) or k == found[-1].end:
            break
        found.append(following)
    return found


READERS: dict[str, Reader] = {
    "verb": _verb, "dies": _dies, "acts": _acts, "noun": _noun, "toll": _toll, "act": _act, "adj": _state, "bodies": _bodies,
    "deprives": _deprives, "delivers": _delivers, "holds": _holds,
}  # fmt: skip

"""Who else did it: told of beside whoever is named, in one breath with him."""

from dataclasses import replace

from sijill.extract.predicates.actors import as_a_side, doers
from sijill.extract.predicates.beside import inside
from sijill.extract.predicates.context import HURT
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import AUX, NEGATION, PREP, VERB
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act
from sijill.model.party import Role


def set_partners(s: Sentence, found: list[Draft]) -> None:
    """Add to those who did it whoever the same words name beside them."""
    if s.has(s.words.and_):
        for draft in found:
            if draft.doers or draft.harm in HURT:
                draft.doers = list(dict.fromkeys([*draft.doers, *_joined_acts(s, draft), *_beside(s, draft)]))
    for draft in found:
        if draft.act is Act.DEPRIVATION and draft.harm in HURT and not draft.doers:
            draft.doers = _who_besieged(s, draft)


def _joined_acts(s: Sentence, draft: Draft) -> list[Doer]:
    """ "Killed by Ruritanian shelling and Graustarkian air strikes": whoever the second act names, where it is told of
    the same harm as the first; which of those harmed were harmed by it is not said."""
    whole = draft.act_words is not None and draft.harm in HURT and draft.rule != "part"
    act = s.at(draft.act_words[0]) if whole and draft.act_words is not None else None
    if act is None or act.cue is None or act.cue.row.frame != "act" or act.start < draft.cue.end:
        return []
    joined = _next_act(s, act)
    named, known = [], {doer.start for doer in draft.doers}
    while joined is not None:
        doer = inside(s, joined)
        if doer is not None and doer.start not in known:
            named.append(replace(doer, role=Role.COLLECTIVE))
        joined = _next_act(s, joined)
    return named


def _next_act(s: Sentence, act: Phrase) -> Phrase | None:
    """The act that "and" or a comma joins to one; not where it is what the next clause is of."""
    k = act.end
    k += s.low(k) == ","
    k += s.low(k) in s.words.and_
    after = s.at(k) if k > act.end else None
    if after is None or after.start != k or after.cue is None or after.cue.row.frame != "act":
        return None
    return None if any(_is_told_of_it(s, end) for end in (after.end, _after_where(s, after))) else after


def _is_told_of_it(s: Sentence, k: int) -> bool:
    acts = any(c.verbal and c.start == k and c.form in ("past", "s") for c in s.cues)
    return acts or bool(s.kind(k) & (AUX | VERB))


def _after_where(s: Sentence, act: Phrase) -> int:
    """The token after the act and where, on whom and when it was: "Graustarkian strikes on Kessa on Monday"."""
    k = s.grammar.after_complements(s, act)
    while s.kind(k) & PREP:
        inner, time = s.at(k + 1), next((time for time in s.times if time[0] <= k + 1 < time[1]), None)
        end = time[1] if time is not None else inner.end if inner is not None else k
        if end <= k + 1:
            break
        k = end
    return k


def _beside(s: Sentence, draft: Draft) -> list[Doer]:
    """The one who "and" joins to the last of those named."""
    last = max((doer for doer in draft.doers if not doer.carried), key=lambda doer: doer.end, default=None)
    joined = s.at(last.end + 1) if last is not None and s.low(last.end) in s.words.and_ else None
    if last is None or joined is None or joined.start != last.end + 1 or joined.count is not None:
        return []
    if _heads_the_clause(s, draft, last) and is_agent(joined):
        found = doers(s, [joined], None)
        return [as_a_side(doer) for doer in found] if last.role is Role.JOINT else found
    return _unlisted_beside(s, last, joined)


def _heads_the_clause(s: Sentence, draft: Draft, doer: Doer) -> bool:
    """ "Raids by X and Y killed ten": the raids are what killed, so that Y has no clause of its own."""
    words = draft.act_words if draft.group is not None and not draft.group.passive else None
    act = s.at(words[0]) if words is not None and draft.group is not None and words[1] <= doer.start else None
    if act is None or act.cue is None or act.cue.row.frame != "act" or draft.group is None:
        return False
    return act.start == s.grammar.clause_start(s, act.start) and doer.end < draft.group.start


def _unlisted_beside(s: Sentence, doer: Doer, joined: Phrase) -> list[Doer]:
    """ "Fighters from the Front and the Shields of Kessa shelled the town": a name that nobody has listed, beside one
    that is, where both are those whom the fighters are from."""
    inner = s.at(doer.end - 1)
    from_ = inner is not None and inner.party is not None and s.low(inner.start - 1) in s.words.of_from
    named = joined.head >= 0 and s.grammar.is_name(s, joined.head) and joined.place is None and not is_agent(joined)
    if not from_ or inner is None or inner.start <= doer.start or not named or joined.cue is not None:
        return []
    end = s.grammar.after_complements(s, joined)
    verb = any(c.verbal and c.start == end for c in s.cues) or bool(s.kind(end) & (AUX | VERB))
    return [Doer(joined.start, end, s.name(joined.start, end), Role.DIRECT)] if verb else []


def _who_besieged(s: Sentence, draft: Draft) -> list[Doer]:
    """ "Died because of shortages caused by the army's siege": whose siege it was; not "and not because of" it."""
    for cue in s.cues:
        siege = s.at(cue.start) if cue.row.act is Act.SIEGE and cue.start >= draft.cue.end else None
        if siege is None or siege.cue is not cue:
            continue
        opens = _cause(s, siege.start)
        denied = opens is not None and (s.kind(opens - 1) & NEGATION or s.low(opens - 1) in s.words.holds_back)
        owner = inside(s, siege) if opens is not None and not denied else None
        if owner is not None:
            return [owner]
    return []


def _cause(s: Sentence, end: int) -> int | None:
    """Where the saying begins that tells a cause, right before token `end`."""
    starts = (end - len(said) for said in s.sayings.caused_by)
    return next((k for k, said in zip(starts, s.sayings.caused_by, strict=True) if s.reads(k, said)), None)

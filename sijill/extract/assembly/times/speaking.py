"""Times of speaking: "said on Saturday", "the mayor on Saturday said", which date no deed; and words that tell again of
an act, or of one before."""

from collections.abc import Sequence

from sijill.extract.assembly.scope import Scope
from sijill.extract.predicates.context import HURT
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.circumstances import counts_back, of_a_picture, of_showing
from sijill.extract.syntax.classes import AUX, BREAK
from sijill.extract.syntax.parts import PLACE, Cue, SpeechCue
from sijill.extract.syntax.sentence import Sentence
from sijill.language.dates import Expression
from sijill.language.days import of_a_day
from sijill.language.tokens import POSSESSIVE

HOW_LONG = "lasting:"
"""Beside a time ("in March, over three days") no time of its own."""
SAID_IN = 6
"""Tokens from "said" to the statement that it was said in."""
OPENING = 2
"""Tokens from the start of a sentence to its first time: "But on Saturday"."""
AUXILIARIES = 2
"""Tokens from "had" to its verb: "had also been killed"."""
AFTER = "after:"
ROSE = 3
"""Tokens from a verb that comes first to the toll that rose."""
TITLE = 3
"""Tokens from a time to the name of who speaks."""


def times_told(s: Sentence, said: list[Scope]) -> list[Expression]:
    """The times of what a sentence says, without the days on which it was said."""
    own = [of_its_act(s, time) for time in s.times if not is_of_speech(s, time, said)]
    if any(not time[2].startswith(HOW_LONG) for time in own):
        own = [time for time in own if not time[2].startswith(HOW_LONG)]
    return [time for time in own if not of_showing(s, time) and not of_a_picture(s, time)]


def is_of_speech(s: Sentence, time: Expression, said: list[Scope]) -> bool:
    """Is it the day of speaking?"""
    if is_genitive(s, time) or counts_back(s, time):
        return False
    beside = next((cue for cue in s.speech if 0 <= time[0] - cue.end <= 1), None)
    if beside is not None and (s.low(time[1]) in s.words.that or _is_told_by_a_name(s, beside, time)):
        return True
    for scope in said:
        if _opens_what_is_said(s, time, scope):
            return True
        if any(0 <= time[0] - voice.end <= 1 and time[1] == scope.cue[0] for voice in scope.voices):
            return True
        end = _after_what_it_is_said_in(s, _after_whom_it_is_told(s, scope.cue[1], time[0]), time[0])
        if scope.verb in ("according to", "headline") or not 0 <= time[0] - end <= 1:
            continue
        if time[0] == end or s.low(end) in s.words.before_day:
            following = s.low(time[1])
            opens = following in s.words.after_day or following in s.words.pronouns
            closes = opens or bool(s.kind(time[1]) & BREAK) or _speaks_too(s, time[1]) or _adds_to_it(s, time[1])
            return closes or time[1] >= s.stop - 1 or len(s.times) > 1
    return False


def _is_told_by_a_name(s: Sentence, cue: SpeechCue, time: Expression) -> bool:
    """ "Ten posts were hit on the road to Kessa Tarnpost reported on Monday.": whoever the name is that ends it. Not
    "nine deaths in Kessa reported on Monday", where nothing else is said."""
    k = cue.start - 1
    last = time[1] >= s.stop - 1 and s.cased and k >= s.start
    if not last or not s.tokens.words[k][0].isupper() or not s.tokens.words[cue.start].islower():
        return False
    place = any(name.kind == PLACE and name.start <= k < name.end for name in s.names)
    told = any(s.kind(at) & AUX for at in range(s.start, k)) or any(each.verbal and each.end <= k for each in s.cues)
    return told and not place


def is_genitive(s: Sentence, time: Expression) -> bool:
    """ "Tuesday's attacks", "Tuesdays attacks": of what is told."""
    lost = time[1] - time[0] == 1 and s.low(time[0]).endswith("days")
    return lost or s.low(time[1]) in POSSESSIVE


def of_its_act(s: Sentence, time: Expression, own: tuple[int, int] | None = None) -> Expression:
    """ "Nine people died after Tuesday's assault": the day is that of the assault; not where somebody did something
    else after it ("after Tuesday's assault police killed nine people").

    own     the words of the act by which those told of were harmed
    """
    behind = _governed_behind(s, time)
    if behind is not None:
        apart = own != (behind.start, behind.end) and any(_is_another_deed(s, cue, behind) for cue in s.cues)
        return (time[0], time[1], AFTER * apart + time[2].removeprefix(AFTER))
    k = time[1] + 1 if s.low(time[1]) in POSSESSIVE else time[1]
    day = (time[0] + 1, time[1], time[2].removeprefix(AFTER))
    act = next((cue for cue in s.cues if cue.row.frame == "act" and cue.start == k), None)
    if act is None or not time[2].startswith(AFTER) or not is_genitive(s, day):
        return time
    if own == (act.start, act.end):
        return day
    return time if any(_is_another_deed(s, cue, act) for cue in s.cues) else day


def _governed_behind(s: Sentence, time: Expression) -> Cue | None:
    """The act of "after the attack of Tuesday" where the day is written right behind it without a word between."""
    phrase = s.at(time[0] - 1) if of_a_day(time[2]) else None
    governed = phrase is not None and phrase.end == time[0] and s.low(phrase.start - 1) in s.words.after_a_deed
    act = phrase.cue if governed and phrase is not None else None
    return act if act is not None and act.row.frame == "act" else None


def _is_another_deed(s: Sentence, cue: Cue, act: Cue) -> bool:
    """Another act, or a harm of which somebody is the doer; not who holds the ground."""
    if cue == act or cue.row.frame in ("dies", "holds"):
        return False
    if not cue.verbal:
        return cue.row.frame == "act"
    if not s.grammar.verb_group(s, cue).passive or cue.row.harm not in HURT:
        return True
    return any(s.low(k) in s.words.by for k in (cue.end, cue.end + 1))


def _opens_what_is_said(s: Sentence, time: Expression, scope: Scope) -> bool:
    """ "On Sunday the group claimed Friday's attacks": the first of several times, where who speaks comes next; the
    only day too, where what is said had happened before ("On Sunday the monitor said that rebels had killed nine").
    "On Sunday a medic, who said that ..., was shot": of what befell the medic."""
    first = s.times[0] == time and time[0] <= s.start + OPENING
    first = first and s.words.which.isdisjoint(s.tokens.lows[max(time[1], scope.cue[0] - 2) : scope.cue[0]])
    first = first and (s.times[-1][0] >= scope.cue[1] or (of_a_day(time[2]) and _had_happened(s, scope)))
    near = (voice for voice in scope.voices if 0 <= voice.start - time[1] <= TITLE and voice.end <= scope.cue[0])
    return first and any(not any(time[1] <= cue.start < voice.start for cue in s.cues) for voice in near)


def _had_happened(s: Sentence, scope: Scope) -> bool:
    """Is the first thing that is said in the past perfect?"""
    deed = next((cue for cue in s.cues if cue.start >= scope.told_from), None)
    return deed is not None and not s.words.past_perfect.isdisjoint(
        s.tokens.lows[max(scope.told_from, deed.start - AUXILIARIES) : deed.start]
    )


def _after_whom_it_is_told(s: Sentence, end: int, time: int) -> int:
    """The token after "told the Agency", where that is a name."""
    phrase = s.at(end)
    named = phrase is not None and phrase.start == end and (phrase.capital or bool(phrase.names)) and phrase.cue is None
    return phrase.end if phrase is not None and named and phrase.end <= time else end


def _speaks_too(s: Sentence, k: int) -> bool:
    """ "... a source said on Monday the Agency reported": who tells it in turn."""
    phrase = s.at(k)
    return phrase is not None and phrase.start == k and any(cue.start == phrase.end for cue in s.speech)


def _adds_to_it(s: Sentence, k: int) -> bool:
    """ "... the mayor said on Monday, contradicting the army": what the speaker did by saying it."""
    return s.low(k).endswith("ing") and not any(cue.start == k for cue in s.cues)


def _after_what_it_is_said_in(s: Sentence, end: int, time: int) -> int:
    """The token after "said in a new statement", where the time is near it; else the one after "said"."""
    said = range(end + 1, min(time, end + SAID_IN)) if s.low(end) in s.words.in_of_from else range(0)
    return next((k + 1 for k in said if s.low(k) in s.words.footage | s.words.toll), end)


def before_it_grew(s: Sentence, draft: Draft, times: list[Expression]) -> list[Expression]:
    """ "On Friday the toll of Thursday's raid rose to 115": the day on which a toll rose is no day of the deaths."""
    if draft.rule != "toll" or draft.harmed is None:
        return times
    around = range(max(s.start, draft.cue.start - ROSE), draft.harmed.start)
    rose = next((k for k in around if s.low(k) in s.words.grows), None)
    if rose is None:
        return times
    stop = rose if rose >= draft.cue.end else draft.harmed.start
    return [time for time in times if draft.cue.start <= time[0] < stop]


def names_act_told_of(s: Sentence, words: tuple[int, int], times: Sequence[Expression] = ()) -> bool:
    """ "The blast", "the Saturday evening rocket", "Tuesday's assault", in tokens [start, end)."""
    phrase = s.at(words[0])
    if phrase is None:
        return False
    genitive = s.low(phrase.start - 1) in POSSESSIVE
    of_day = next((time for time in times if time[1] == phrase.start - genitive), None)
    if of_day is None:
        return s.low(phrase.start) in s.words.definite
    return is_genitive(s, of_day) or s.low(of_day[0] - 1) in s.words.definite


def tells_of_before(s: Sentence, times: Sequence[Expression], stop: int) -> bool:
    """ "An earlier attack"; not "in the past two days"."""
    if not s.has(s.words.before_now):
        return False
    inside = {k for start, end, _ in times for k in range(start, end)}
    return any(s.low(k) in s.words.before_now and k not in inside for k in range(s.start, stop))

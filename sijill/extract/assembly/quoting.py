"""The exact words of a claim: from the first of its parts to the last, out to the ends of the clause."""

from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.sentence import Sentence

LONGEST_TAIL = 18
LONGEST_HEAD = 6
FAR = 40
ENDS = frozenset(';:.!?\u201d"')


def quoted(s: Sentence, draft: Draft) -> tuple[int, int]:
    """Tokens [start, end) to quote. A part of a toll quotes itself alone."""
    spans = [(draft.cue.start, draft.cue.end), draft.act_words, draft.extent]
    if draft.harmed is not None:
        spans.append((draft.harmed.start, draft.harmed.end))
    spans += [(d.start, d.end) for d in draft.doers if not d.carried and abs(d.start - draft.cue.start) < FAR]
    inside = [span for span in spans if span is not None]
    if draft.rule in ("part", "gap") and draft.harmed is not None:
        inside = [(draft.harmed.start, draft.harmed.end)]
    start = max(min(span[0] for span in inside), s.start)
    end = min(max(span[1] for span in inside), s.stop)
    if draft.rule == "part":
        return start, end
    if draft.rule == "gap":
        return start, _clause_end(s, end)
    if draft.apart and draft.harmed is not None:
        return draft.harmed.start, _clause_end(s, max(draft.harmed.end, draft.cue.end))
    floor = s.grammar.clause_start(s, draft.cue.start)
    if s.low(start - 1) != "," and 0 < start - floor < LONGEST_HEAD:
        start = floor
    return start, _clause_end(s, end)


def _clause_end(s: Sentence, end: int) -> int:
    spoken = {cue.start for cue in s.speech}
    for k in range(end, min(s.stop, end + LONGEST_TAIL)):
        low = s.low(k)
        ends = low in ENDS and s.at(k) is None  # a stop inside a name ends nothing
        if ends or low in s.words.ends_quote or (low == "," and not _lists_on(s, k)):
            return k
        if low in s.words.and_ and any(cue.verbal and k < cue.start <= k + 4 for cue in s.cues):
            return k
        if k in spoken:
            return k
    return max(end, min(s.stop, end + LONGEST_TAIL))


def _lists_on(s: Sentence, comma: int) -> bool:
    """Does a list go on after the comma ("food, water, and medicine")?"""
    near = range(comma + 1, min(comma + 6, s.stop))
    if any(cue.start in near for cue in s.cues if cue.verbal) or any(cue.start in near for cue in s.speech):
        return False
    following = comma + 2 if s.low(comma + 1) in s.words.and_ else comma + 1
    return s.at(following) is not None and any(s.low(k) in s.words.and_ for k in near)

"""Which row of which table read the words of a part: the rule's name says the table, what follows it the row."""

from sijill.extract.assembly.memory import words_part
from sijill.extract.assembly.scope import Scope
from sijill.extract.assembly.voices import Voice
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.parts import PARTY
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Part
from sijill.model.toll import Toll


def victims_rule(s: Sentence, start: int, end: int) -> str:
    """ "victims:civilians": the noun of victims.csv among these words; "victims" where they hold none."""
    lows, nouns = s.tokens.lows, s.lexicon.victims
    for i in range(start, end):
        noun = (nouns.get((lows[i], lows[i + 1])) if i + 1 < end else None) or nouns.get((lows[i],))
        if noun is not None:
            return f"victims:{noun.word}"
    return "victims"


def toll_part(s: Sentence, span: tuple[int, int], toll: Toll) -> Part:
    """The words of the number among those of the harmed; all of them where it was summed."""
    start, end = s.tokens.starts[span[0]], s.tokens.ends[span[1] - 1]
    at = s.tokens.text.find(toll.text, start, end) if toll.text else -1
    start, end = (at, at + len(toll.text)) if at >= 0 else (start, end)
    return Part(field="toll", start=start, end=end, rule=f"count:{toll.hedge}")


def doer_rule(s: Sentence, doer: Doer) -> str:
    """ "party:gov" for a name of the case's, "force:rebels" for a word of forces.csv, else "doer"."""
    known = next((n for n in s.names if n.kind == PARTY and doer.start <= n.start and n.end <= doer.end), None)
    if known is not None:
        return f"party:{known.key}"
    lows = s.tokens.lows
    for i in range(doer.start, doer.end):
        for end in (i + 2, i + 1):
            if end <= doer.end and tuple(lows[i:end]) in s.lexicon.forces:
                return f"force:{' '.join(lows[i:end])}"
    return "doer"


def voice_parts(s: Sentence, voices: tuple[Voice, ...]) -> list[Part]:
    """Each speaker with the kind of voice that the words make of it."""
    return [
        words_part(s, (voice.start, voice.end), field="speaker", rule=f"voice:{voice.kind}", carried=voice.carried)
        for voice in voices
    ]


def stance_parts(s: Sentence, draft: Draft, heard: list[Scope]) -> list[Part]:
    """The words that say how it is said: each verb of speech around the predicate, and its own negation."""
    parts = [words_part(s, scope.cue, field="stance", rule=f"speech:{scope.verb}") for scope in heard]
    if draft.group is not None and draft.negated and draft.group.start < draft.cue.start:
        parts.append(words_part(s, (draft.group.start, draft.cue.end), field="stance", rule="negated"))
    return parts


def means_parts(s: Sentence, means: tuple[int, int] | None) -> list[Part]:
    """The weapon or method, by its row of means.csv."""
    if means is None:
        return []
    return [words_part(s, means, field="means", rule=f"means:{' '.join(s.tokens.lows[means[0] : means[1]])}")]

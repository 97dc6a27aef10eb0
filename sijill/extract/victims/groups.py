"""Persons named side by side: "A (12), B, 40, and C", "his wife D and their sons E and F"."""

from sijill.extract.lexicon.people import PRONOUN, People
from sijill.extract.syntax.classes import DET, POSSESSIVE
from sijill.extract.syntax.mention import Mention
from sijill.extract.syntax.sentence import Sentence

MARKS = frozenset(",;&|/)-\u2013\u2014")


def groups(s: Sentence, found: list[Mention], table: People) -> list[list[Mention]]:
    """The persons in runs that nothing but marks and words of joining part; kin words told once pass along a run."""
    _tell_sex_of_owners(s, found, table)
    made: list[list[Mention]] = []
    for mention in found:
        before = made[-1][-1] if made else None
        if before is not None and _are_joined(s, before.end, mention.start, table):
            _lend(s, before, mention)
            made[-1].append(mention)
        else:
            made.append([mention])
    _tell_sex(s, found, table)
    return made


def _are_joined(s: Sentence, start: int, end: int, table: People) -> bool:
    """Do only marks, joining words and counts stand between?"""
    k = end
    while k > start:
        low = s.low(k - 1)
        joined = table.ending_at("joins", s.tokens.lows, start, k)
        if joined is not None:
            k = joined
        elif low in MARKS or s.kind(k - 1) & DET:
            k -= 1
        else:
            return False
    return end > start


def _lend(s: Sentence, before: Mention, mention: Mention) -> None:
    """ "his sons A and B": B is a son too."""
    if before.several and mention.relation is None and mention.sex is None:
        mention.relation, mention.owner, mention.several = before.relation, before.owner, True
        mention.sex = mention.sex or before.sex
        for field in ("kin", "sex"):
            if field in before.parts:
                mention.parts.setdefault(field, before.parts[field])


def _tell_sex(s: Sentence, found: list[Mention], table: People) -> None:
    """ "A, 34, and her two sons": the pronoun that follows tells of A, if A was the last to be named."""
    for i, mention in enumerate(found):
        if mention.sex is not None:
            continue
        stop = found[i + 1].name[0] if i + 1 < len(found) else min(s.stop, mention.end + 8)
        owned = next((k for k in range(mention.end, stop) if s.kind(k) & POSSESSIVE), None)
        word = table.word(s.low(owned), PRONOUN) if owned is not None else None
        if owned is not None and word is not None and _are_joined(s, mention.end, owned, table):
            mention.sex, mention.parts["sex"] = word.sex, (owned, owned + 1)


def _tell_sex_of_owners(s: Sentence, found: list[Mention], table: People) -> None:
    """ "killed A and wounded his wife B": "his" tells of A, whose wife she is."""
    for mention in found:
        owner = owner_of(mention, found)
        word = table.word(s.low(mention.owner), PRONOUN) if mention.owner is not None else None
        if owner is not None and owner.sex is None and word is not None and mention.owner is not None:
            owner.sex, owner.parts["sex"] = word.sex, (mention.owner, mention.owner + 1)


def owner_of(mention: Mention, found: list[Mention]) -> Mention | None:
    """Whose kin: the last person named before the word that says so."""
    if mention.owner is None:
        return None
    return next((each for each in reversed(found) if each.name[1] <= mention.owner and each is not mention), None)

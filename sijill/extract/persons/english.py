"""Persons as an English sentence names them: capitals that are no place, party or institution, with what stands
beside them: title, kin, kunya, age.

No list of personal names is used: what makes capitals a person is what stands around them. A name of one word is one
only where a title, an age or a word of kin stands beside it.
"""

from sijill.extract.en.words import bits
from sijill.extract.lexicon.people import People, people
from sijill.extract.persons.beside import after_name, before_name
from sijill.extract.syntax.classes import AUX, CONJ, MODAL, PREP
from sijill.extract.syntax.mention import Mention
from sijill.extract.syntax.parts import PLACE, Named
from sijill.extract.syntax.sentence import Sentence
from sijill.language.dates import MONTHS, WEEKDAYS
from sijill.language.tokens import Tokens

LONGEST_NAME = 8
LOCATED = frozenset("in at near from inside outside towards toward into onto around across through via".split())


def persons(s: Sentence) -> list[Mention]:
    """Everybody named, left to right. Where capitals tell nothing, nobody."""
    if not s.cased or _is_title_case(s):
        return []
    table, found, i = people("en"), [], s.start
    known = {k: name for name in s.names for k in range(name.start, name.end)}
    small = table.sets["kunya"]
    while i < s.stop:
        written = s.tokens.words[i]
        may = written[0].isupper() or "-" in written or s.tokens.lows[i] in small
        end = _name_end(s, i, table) if may else i
        if end <= i:
            i += 1
            continue
        mention = _mention(s, i, end, table, known)
        if mention is not None:
            found.append(mention)
            end = mention.end
        i = end
    return found


def _is_title_case(s: Sentence) -> bool:
    """A headline with a capital on every word: "Air Strikes Kill Two In Kessa"."""
    for k in range(s.start + 1, s.stop):
        word, low = s.tokens.words[k], s.tokens.lows[k]
        raised = word[0].isupper() and word[1:2].islower()
        if raised and bits(low) & (PREP | AUX | CONJ | MODAL) and low not in MONTHS:
            return True
    return False


def _name_end(s: Sentence, i: int, table: People) -> int:
    """The token after the longest run of words of a name that begins at i; i if there is none."""
    tokens = s.tokens
    if not _begins(s, i, table):
        return i
    end, stop = i, min(s.stop, i + LONGEST_NAME)
    while end < stop and _is_inside(tokens, i, end, stop, table):
        end += 1
    while end > i and not _is_capital(tokens, end - 1):
        end -= 1
    return end


def _is_inside(tokens: Tokens, first: int, k: int, stop: int, table: People) -> bool:
    """Can token k be part of a name that begins at `first`: a capital, an initial's point, a particle?"""
    if _is_capital(tokens, k):
        return tokens.lows[k] not in WEEKDAYS and not _is_month(tokens, k, stop)
    if k == first or k + 1 >= stop:
        return k == first
    if tokens.words[k] == ".":
        return len(tokens.words[k - 1]) == 1
    return tokens.lows[k] in table.sets["particle"] and _goes_on(tokens, k + 1, table)


def _begins(s: Sentence, i: int, table: People) -> bool:
    tokens = s.tokens
    low = tokens.lows[i]
    if not _is_capital(tokens, i):
        return low in table.sets["kunya"] and i + 1 < s.stop and _is_capital(tokens, i + 1) and low != "um"
    if (
        low.endswith("-old")
        or bits(low)
        or low in WEEKDAYS
        or low in MONTHS
        or table.word(low)
        or (low,) in s.lexicon.victims
    ):
        return low in table.sets["particle"] and table.word(low) is None
    opens = i == s.start or tokens.words[i - 1] in '\u201c"\u2018:*\u2022-'
    return not (opens and low in tokens.small)


def _is_capital(tokens: Tokens, i: int) -> bool:
    """ "Tarn", "al-Tarn", "O'Neill"; not "IDF"."""
    word = tokens.words[i]
    if word[0].isupper():
        return len(word) == 1 or not word.isupper() or "-" in word
    return "-" in word and word.split("-", 1)[1][:1].isupper() and len(word.split("-", 1)[0]) <= 4


def _is_month(tokens: Tokens, i: int, stop: int) -> bool:
    return tokens.lows[i] in MONTHS and i + 1 < stop and tokens.lows[i + 1][0].isdigit()


def _goes_on(tokens: Tokens, i: int, table: People) -> bool:
    return _is_capital(tokens, i) or tokens.lows[i] in table.sets["particle"]


def _mention(s: Sentence, start: int, end: int, table: People, known: dict[int, Named]) -> Mention | None:
    """The run as a person with what stands beside it; None where it names something else."""
    if _is_no_person(s, start, end, table, known):
        return None
    mention = Mention(start, end, (start, end))
    before_name(s, mention, table)
    after_name(s, mention, table)
    told = bool(mention.age or mention.sex or mention.relation or mention.kunya) or mention.start < start
    place = any(name.kind == PLACE and name.start == start for name in s.names)
    located = s.low(start - 1) in LOCATED
    if (mention.words < 2 and not told) or ((place or located) and not (mention.age or mention.relation)):
        return None
    return mention


def _is_no_person(s: Sentence, start: int, end: int, table: People, known: dict[int, Named]) -> bool:
    lows = s.tokens.lows[start:end]
    if not table.sets["institution"].isdisjoint(lows) or any((low,) in s.lexicon.nationalities for low in lows):
        return True
    after = s.low(end)
    if after in table.sets["beyond"] or (after in ("'s", "\u2019s") and s.low(end + 1) in table.sets["beyond"]):
        return True
    if lows[-1] in table.sets["beyond"] or s.tokens.words[start - 1 : start] == ["@"]:
        return True
    return any(k in known and known[k].kind != PLACE for k in range(start, end))

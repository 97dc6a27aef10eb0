"""Persons as an Arabic sentence names them, where no capital tells a name from a noun.

A run of words that no table lists is a name where a given name begins it, or where a title, a word for a person, a word
of kin or an age stands beside it. One word is a name only beside such a word.
"""

from functools import lru_cache

from sijill.extract.ar.words import ATTACHED, bits, is_definite, plain
from sijill.extract.lexicon import words
from sijill.extract.lexicon.people import KIN, PERSON, TITLE, People, people
from sijill.extract.syntax.classes import POSSESSIVE
from sijill.extract.syntax.mention import Mention
from sijill.extract.syntax.parts import PLACE
from sijill.extract.syntax.sentence import Sentence
from sijill.language.ar.numbers import number_at
from sijill.language.ar.words import language_words

LONGEST_NAME = 7
MOST_BEFORE = 6
OLDEST = 120
MONTHS_A_YEAR = 12
YEARS = frozenset("عاما عام سنة سنوات اعوام سنين".split())
MONTHS = frozenset("شهرا شهر اشهر شهور يوما ايام".split())
AGED = frozenset("عمره عمرها العمر البالغ البالغة يبلغ تبلغ".split())
ADJECTIVES = frozenset("الرضيع الرضيعة الصغير الصغيرة المسن المسنة الشاب الشابة السابق الاعلامي المحلي".split())


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """First names by which a run of unlisted words is known to name a person."""
    return frozenset(name[0] for name in words("ar", "given_names.csv"))


def persons(s: Sentence) -> list[Mention]:
    """Everybody named, left to right, with what stands beside the name."""
    table, found, i = people("ar"), [], s.start
    busy = {k for cue in s.cues for k in range(cue.start, cue.end)}
    busy |= {k for cue in s.speech for k in range(cue.start, cue.end)}
    busy |= {k for name in s.names if name.kind != PLACE for k in range(name.start, name.end)}
    busy |= {k for time in s.times for k in range(time[0], time[1])}
    while i < s.stop:
        end = i if i in busy else _name_end(s, i, table, busy)
        mention = _mention(s, i, end, table) if end > i else None
        if mention is not None:
            found.append(mention)
        i = max(i + 1, mention.end if mention is not None else i + 1)
    return found


def _name_end(s: Sentence, i: int, table: People, busy: set[int]) -> int:
    """The token after the name that may begin at token i; i where none may."""
    low = s.low(i)
    begins = (
        _is_name_word(s, i, table) and not is_definite(low) and not (bits(low) and s.low(i + 1) not in given_names())
    )
    if not begins and low not in table.sets["kunya"]:
        return i
    end = i + 1
    while end < s.stop and end - i < LONGEST_NAME and end not in busy and _goes_on(s, end, table):
        end += 1
    return end


def _goes_on(s: Sentence, k: int, table: People) -> bool:
    spaced = s.tokens.text[s.tokens.ends[k - 1] : s.tokens.starts[k]] == " "
    return spaced and (_is_name_word(s, k, table) or s.low(k) in table.sets["particle"])


def _is_name_word(s: Sentence, k: int, table: People) -> bool:
    """A given name, or a word that no table lists."""
    low = s.low(k)
    if low in given_names() and not s.tokens.words[k].endswith("ى" if bits(low) else "\0"):
        return True
    if not low.isalpha() or low in ATTACHED or bits(low) or len(low) < 2 or table.word(low) is not None:
        return False
    listed, plain_low = s.lexicon.known, plain(low)
    if plain_low in language_words() or plain_low in s.words.place_words or low in AGED:
        return False
    return plain_low not in listed and low not in listed


def _mention(s: Sentence, start: int, end: int, table: People) -> Mention | None:
    """The run as a person with what stands beside it; None where nothing says that it is one."""
    m = Mention(start, end, (start, end))
    _before(s, m, table)
    _after(s, m)
    if s.low(m.start - 1) in table.sets["institution"] or s.low(start - 1) in table.sets["institution"]:
        return None
    beside = bool(m.age or m.relation) or m.start < start
    kunya = s.low(start) in table.sets["kunya"] and m.words > 1
    given = s.low(start) in given_names() and m.words > 1
    return m if given or kunya or beside else None


def _before(s: Sentence, m: Mention, table: People) -> None:
    """Move `m.start` left over titles, kin and words for a person: "the child", "his wife the teacher"."""
    k = m.start - 1
    for _ in range(MOST_BEFORE):
        low = s.low(k)
        word = table.word(low, KIN, PERSON, TITLE)
        if word is not None and (is_definite(low) or s.low(k + 1) in ATTACHED or word.kind in {TITLE, KIN}):
            if m.sex is None and word.sex is not None:
                m.sex, m.parts["sex"] = word.sex, (k, k + 1)
            if word.kind == KIN and m.relation is None and s.low(k + 1) in ATTACHED:
                m.relation, m.several, m.parts["kin"] = word.relation, word.plural, (k, k + 1)
                m.owner = k + 1
            m.start = k
        elif low in ADJECTIVES and m.start == k + 1:
            pass
        elif not (s.kind(k) & POSSESSIVE and table.word(s.low(k - 1), KIN) is not None):
            return
        k -= 1


def _after(s: Sentence, m: Mention) -> None:
    """Move `m.end` right over an age: "(34 years)", ", 34 years,", "aged 34"."""
    k = m.end
    if s.low(k) in ("(", ","):
        k += 1
    first = k
    while s.low(k) in AGED or s.low(k) in ("من", "و"):
        k += 1
    told = k > first or first > m.end
    value = number_at(s.tokens, k, s.stop) if told and k < s.stop and k - first < 4 else None
    if value is None or value[0] > OLDEST:
        return
    number, after = value
    unit = s.low(after)
    years = number if unit in YEARS else number // MONTHS_A_YEAR if unit in MONTHS else None
    bracketed = s.low(m.end) == "(" and unit == ")"
    if years is None and not bracketed:
        return
    m.age = (number, number) if years is None else (years, years)
    m.parts["age"] = (k, after if years is None else after + 1)
    close = after if years is None else after + 1
    m.end = close + 1 if s.low(m.end) == "(" and s.low(close) == ")" else close

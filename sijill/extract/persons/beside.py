"""What stands beside an English name: "his wife Dr. Ada Tarn (34)", "Jon Tarn, a farmer of 60"."""

from sijill.extract.en.words import bits
from sijill.extract.lexicon.people import KIN, PERSON, TITLE, People
from sijill.extract.persons.ages import age_after, age_before, number_of
from sijill.extract.syntax.classes import DET, POSSESSIVE, VERB
from sijill.extract.syntax.mention import Mention
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import CLOSING, OPENING
from sijill.language.tokens import POSSESSIVE as GENITIVE
from sijill.model.person import Sex

MOST_WORDS = 12
ADJECTIVES = 3
ASIDE = 14
CLOSES_AGE = frozenset(", . ; ) : and who was were is from of in also & |".split())


def before_name(s: Sentence, m: Mention, table: People) -> None:
    """Move `m.start` left over titles, kin, roles, ages and determiners, and note what they say."""
    k, plain = m.start - 1, 0
    for _ in range(MOST_WORDS):
        step = _step_left(s, k, m, table) if k >= s.start else 0
        if not step and k >= s.start and _is_plain(s, k, table) and plain < ADJECTIVES:
            plain, step = plain + 1, 1
        if not step:
            break
        k -= step
        if bits(s.low(k + 1)) & DET and not _goes_on_left(s, k, table):
            break
    m.start = k + 1
    if s.low(k) in GENITIVE and m.relation:
        m.owner = k


def _goes_on_left(s: Sentence, k: int, table: People) -> bool:
    """Before the determiner: "two of [his sons]", "her brother, [an] 11-year-old"."""
    if s.low(k) == "of":
        return number_of(s.low(k - 1)) is not None
    return s.low(k) in table.sets["apposes"] and _is_noun(s, k - 1, table)


def _step_left(s: Sentence, k: int, m: Mention, table: People) -> int:
    """How many tokens, the last of them k, belong to the expression; what they say is noted."""
    low = s.low(k)
    if low == "." and table.word(s.low(k - 1), TITLE):
        return 1
    age = age_before(s.tokens, k, s.start)
    if age is not None:
        if m.age is None:
            m.age, m.parts["age"] = age[0], (age[1], age[2])
        return k + 1 - age[1]
    word = table.word(low, KIN, PERSON, TITLE)
    if word is not None:
        if m.sex is None and word.sex is not None:
            m.sex, m.parts["sex"] = word.sex, (k, k + 1)
        if word.kind == KIN and m.relation is None:
            m.relation, m.several, m.parts["kin"] = word.relation, word.plural, (k, k + 1)
        return 1
    if (low,) in s.lexicon.victims:
        return 1
    named = table.ending_at("naming", s.tokens.lows, s.start, k + 1)
    if named is not None and _is_noun(s, named - 1, table):
        return k + 1 - named
    if low in table.sets["apposes"] and _is_noun(s, k - 1, table):
        return 1
    if low == "of" and m.several and number_of(s.low(k - 1)) is not None:
        return 2
    if bits(low) & POSSESSIVE and m.relation and m.owner is None:
        m.owner = k
    return 1 if bits(low) & DET or (m.several and number_of(low) is not None) else 0


def _is_noun(s: Sentence, k: int, table: People) -> bool:
    return table.word(s.low(k), KIN, PERSON) is not None or (s.low(k),) in s.lexicon.victims


def _is_plain(s: Sentence, k: int, table: People) -> bool:
    """A word in small letters that might tell of a person: "prominent", "local", "beekeeper"."""
    low, word = s.low(k), s.tokens.words[k]
    if bits(low) or not word.isalpha() or not word.islower() or low.endswith(("ed", "ing")):
        return False
    return not any(c.start <= k < c.end for c in s.cues) and not any(c.start <= k < c.end for c in s.speech)


def after_name(s: Sentence, m: Mention, table: People) -> None:
    """Move `m.end` right over kunya, age, brackets and an apposition, and note what they say."""
    for _ in range(3):
        end = _brackets(s, m, table) or _age_aside(s, m, table) or _apposition(s, m, table)
        if end is None:
            return
        m.end = end


def _brackets(s: Sentence, m: Mention, table: People) -> int | None:
    """ "(34)", "(Abu Zaki, 62)", "“Abu Zaki”", "(a child)"."""
    opening = s.low(m.end)
    if opening != "(" and opening not in OPENING:
        return None
    close = next((k for k in range(m.end + 1, min(s.stop, m.end + ASIDE)) if _closes(s, opening, k)), None)
    if close is None or (opening != "(" and s.low(m.end + 1) not in table.sets["kunya"]):
        return None
    for k in range(m.end + 1, close):
        if s.low(k) in table.sets["kunya"] and m.kunya is None:
            m.kunya = (k, _until_mark(s, k, close))
            m.parts["kunya"] = m.kunya
        elif m.age is None and (age := age_after(s.tokens, k, close)) is not None and not _is_date(s, k):
            m.age, m.parts["age"] = age[0], (age[1], age[2])
        elif (word := table.word(s.low(k), KIN, PERSON)) is not None:
            _note(m, k, word.sex, word.relation if word.kind == KIN and bits(s.low(k - 1)) & POSSESSIVE else None)
    goes_on = _name_goes_on(s, close + 1) if close == m.end + 2 and s.tokens.words[m.end + 1][0].isupper() else None
    if goes_on is not None and m.end == m.name[1]:
        m.name = (m.name[0], goes_on)
    return max(close + 1, m.name[1])


def _name_goes_on(s: Sentence, k: int) -> int | None:
    """ "Mourad (Murad) Tarn": where the name ends that another spelling of its first word broke."""
    end = k
    while end < s.stop and (s.tokens.words[end][0].isupper() or s.low(end).startswith(("al-", "el-"))):
        end += 1
    return end if end > k else None


def _note(m: Mention, k: int, sex: Sex | None, relation: str | None) -> None:
    if m.sex is None and sex is not None:
        m.sex, m.parts["sex"] = sex, (k, k + 1)
    if m.relation is None and relation is not None:
        m.relation, m.owner, m.parts["kin"] = relation, k - 1, (k, k + 1)


def _is_date(s: Sentence, k: int) -> bool:
    return any(start <= k < end for start, end, _ in s.times) and s.low(k + 1) not in ("year", "years")


def _closes(s: Sentence, opening: str, k: int) -> bool:
    return s.low(k) == ")" if opening == "(" else s.low(k) in CLOSING


def _until_mark(s: Sentence, k: int, close: int) -> int:
    return next((j for j in range(k, close) if not s.tokens.words[j][0].isalpha()), close)


def _age_aside(s: Sentence, m: Mention, table: People) -> int | None:
    """ ", 34,", ", aged 34", " aged 34"."""
    comma = s.low(m.end) == ","
    at = m.end + 1 if comma else m.end
    age = age_after(s.tokens, at, s.stop) if m.age is None else None
    if age is None or (not comma and s.low(at) not in ("aged", "age")):
        return None
    (value, start, end) = age
    if s.low(end) not in CLOSES_AGE and end < s.stop and s.low(start) not in ("a", "an"):
        return None
    m.age, m.parts["age"] = value, (start, end)
    if s.low(start) in ("a", "an"):
        return None if (stop := _apposition_end(s, m.end + 1)) is None else _read_apposition(s, m, stop, table)
    return end


def _apposition(s: Sentence, m: Mention, table: People) -> int | None:
    """ ", a farmer of 60,": to the comma that closes it, if a word for people stands in it and no verb."""
    if s.low(m.end) != "," or s.low(m.end + 1) not in ("a", "an", "the", "who"):
        return None
    stop = _apposition_end(s, m.end + 1)
    if stop is None or not any(_is_noun(s, k, table) for k in range(m.end + 1, stop)):
        return None
    return _read_apposition(s, m, stop, table)


def _apposition_end(s: Sentence, start: int) -> int | None:
    for k in range(start, min(s.stop, start + ASIDE)):
        if s.low(k) in (",", ";", ".", ")", "|") or k == s.stop - 1:
            return k
        busy = any(c.start == k for c in s.cues) or any(c.start == k for c in s.speech)
        if busy or (bits(s.low(k)) & VERB and k > start):
            return None
    return None


def _read_apposition(s: Sentence, m: Mention, stop: int, table: People) -> int:
    for k in range(m.end + 1, stop):
        word = table.word(s.low(k), KIN, PERSON)
        if word is not None:
            _note(m, k, word.sex, None)
        age = age_after(s.tokens, k, stop) if m.age is None and s.low(k - 1) == "of" else None
        if age is not None and age[2] == stop:
            m.age, m.parts["age"] = age[0], (age[1], age[2])
    return stop

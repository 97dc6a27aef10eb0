"""Who did what a noun names, by what stands beside the noun: "Graustarkian air strikes", "a police-Column clash"."""

from dataclasses import replace

from sijill.extract.predicates.doer import BOTH, Doer
from sijill.extract.syntax.classes import DET, PREP
from sijill.extract.syntax.parts import PARTY, Cue, Named, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import POSSESSIVE
from sijill.model.claim import Act
from sijill.model.party import Role

LED = "-led"
"""After the adjective of a state: "US-led air strikes"."""
THING = "thing"
"""Note of nouns that are what is fired, dropped or set off."""


def inside(s: Sentence, phrase: Phrase) -> Doer | None:
    """A party, nationality or force beside the noun: "ISIS abductions", "government shelling", "Assad's history"."""
    first, stop = s.grammar.inside(s, phrase)
    for name in phrase.names:
        sort = name.end == name.start + 1 and s.low(name.start) in s.words.no_force_alone
        inside_it = name.end <= max(stop, phrase.start + 1) or _names_the_act(phrase, name)
        if name.kind == PARTY and not sort and first <= name.start and inside_it and not _says_where(s, phrase, name):
            end = name.end
            while end < stop and (s.low(end),) in s.lexicon.forces:
                end += 1
            start = name.start - 1 if s.low(name.start - 1) in s.words.the and name.start > phrase.start else name.start
            return Doer(start, end, s.name(start, end), _role(phrase))
    for i in range(first, min(stop, phrase.end)):
        low = s.low(i)
        force = (low,) in s.lexicon.forces and low not in s.words.no_force_alone
        if low in s.words.bands and phrase.cue is not None and _may_be_theirs(phrase.cue):
            return _band(s, i, stop)
        if force or (_cap_nationality(s, i) and phrase.cue is not None and _is_of(s, i, phrase.cue)):
            start = i - 1 if i > first and s.grammar.is_name(s, i - 1) and force else i
            end = i + 1
            while end < stop and (s.low(end),) in s.lexicon.forces:
                end += 1
            return Doer(start, end, s.name(start, end), _role(phrase))
    return None


def _role(phrase: Phrase) -> Role:
    """ "Rebel infighting": they fought each other; "a rebel ambush": they did it."""
    mutual = phrase.cue is not None and phrase.cue.row.act is Act.ARMED_CLASH and not phrase.cue.row.note
    return Role.JOINT if mutual else Role.DIRECT


def _band(s: Sentence, i: int, stop: int) -> Doer:
    """ "A terrorist rocket attack", "rebel fire": as it is said."""
    end = i + 1
    while end < stop and (s.low(end) in s.words.bands or (s.low(end),) in s.lexicon.forces):
        end += 1
    return Doer(i, end, s.name(i, end), Role.DIRECT)


def _may_be_theirs(cue: Cue) -> bool:
    """An attack; not "jihadist deaths", nor "rebel infighting"."""
    return cue.row.frame == "act" and cue.row.act is not Act.ARMED_CLASH


def alone(s: Sentence, phrase: Phrase, start: int, end: int) -> tuple[int, int]:
    """Tokens [start, end) without what ran into the name of a party where marks or small words are missing: "Column
    Kills Crucifies", "by Ostmark Airstrikes Report", "probe reports Column fighters"; nor what
    tells behind whom they fight: "rebels fighting the army".
    """
    end = _before_description(s, start, end)
    end += _is_numbered(s, end)
    if (whole := _to_its_end(s, phrase, end)) > end:
        return start, whole
    name = phrase.party
    if name is None or not start <= name.start < name.end <= end:
        return start, end
    if end > name.end and s.low(name.end) not in s.words.of and (s.low(end - 1),) not in s.lexicon.forces:
        end = next((k for k in range(name.end, end) if _runs_on(s, k)), end)
    told = [k + 1 for k in range(start, name.start) if s.low(k) in s.words.evidence]
    return (told[-1] if told else start), end


def _is_numbered(s: Sentence, end: int) -> bool:
    """ "Brigade 12": a unit with its number, which counts nobody."""
    return s.low(end - 1) in s.words.numbered_units and s.low(end).isdigit() and s.at(end) is None


def _to_its_end(s: Sentence, phrase: Phrase, end: int) -> int:
    """ "The Army of Honour", "the Shields of the Valley": one name with what hangs on it by "of", where both are
    written as names; not the army of a country, of a town or of who leads it."""
    k = phrase.end
    first = k + 2 if s.kind(k + 1) & DET else k + 1
    known = [name for name in phrase.names if name.end == k]
    whole = s.at(first) if end == k and s.low(k) in s.words.of else None
    if known and whole is not None and not (all(_is_a_noun(s, name) for name in known) and _is_called(s, whole)):
        return end
    named = whole is not None and whole.party is None and s.cased
    raised = named and s.grammar.is_name(s, first) and s.grammar.is_name(s, phrase.head)
    nationality = raised and (s.low(first),) in s.lexicon.nationalities | s.lexicon.countries
    return whole.end if whole is not None and raised and not nationality else end


def _is_a_noun(s: Sentence, name: Named) -> bool:
    """ "The Army", listed as a name of one."""
    return name.end - name.start == 1 + bool(s.kind(name.start) & DET) and (s.low(name.end - 1),) in s.lexicon.forces


def _is_called(s: Sentence, whole: Phrase) -> bool:
    return whole.place is None and not leads(s, whole) and whole.count is None


def _before_description(s: Sentence, start: int, end: int) -> int:
    """The token before "fighting the army", and before a "loyal" that says to nobody."""
    k = next((k for k in range(start + 1, end) if s.low(k) in s.words.describes_behind), end)
    return end if s.low(k + 1) in s.words.to and k + 1 < end else k


def known_by_name(s: Sentence, phrase: Phrase) -> Phrase:
    """ "The Order's arm in Ruritania the Column", "the Column the Orders affiliate": the Column, by its name."""
    if s.low(phrase.head) not in s.words.affiliates:
        return phrase
    own = phrase.party
    if own is not None and own.end < phrase.head and s.low(own.end).endswith("s") and s.grammar.is_name(s, own.end):
        return replace(phrase, end=own.end, head=own.end - 1)
    k = s.grammar.after_complements(s, phrase)
    where = s.at(k + 1) if s.kind(k) & PREP else None
    k = where.end if where is not None and where.start == k + 1 and where.place is not None else k
    named = s.at(k)
    known = named is not None and named.start == k and named.party is not None and named.count is None
    return named if named is not None and known else phrase


def _runs_on(s: Sentence, k: int) -> bool:
    """A word with a capital for what was done, or for who says so."""
    said = s.low(k) in s.lexicon.predicates or (s.low(k),) in s.lexicon.speakers
    return said and s.tokens.words[k][0].isupper()


def _is_of(s: Sentence, i: int, cue: Cue) -> bool:
    """Is the act of those of the country named at i? Not a bomb, nor what is told after a blast or of aid."""
    if any((s.low(k),) in s.lexicon.supplies for k in range(i + 1, cue.start)):
        return False
    return not _blows_up(cue) and not any(i < other.start < cue.start and _blows_up(other) for other in s.cues)


def _names_the_act(phrase: Phrase, name: Named) -> bool:
    """ "coalition strikes", listed as a name of the coalition: the act is part of it."""
    return phrase.cue is not None and name.start < phrase.cue.start < name.end


def _says_where(s: Sentence, phrase: Phrase, name: Named) -> bool:
    """ "Kessa car bomb", "Kessa shelling": the name of a town that also stands for those who govern from it. Of a
    country only before what explodes: who sends aircraft may be called by it.
    """
    if not name.placed or phrase.cue is None or s.low(name.end) in POSSESSIVE:
        return False
    country = tuple(s.tokens.lows[name.start : name.end]) in s.lexicon.countries
    return not country or _blows_up(phrase.cue)


def _blows_up(cue: Cue) -> bool:
    """A bomb or a blast: a country before it is where, and nobody's."""
    return cue.row.act is Act.BOMBING and cue.row.note == THING


def both_sides(s: Sentence, phrase: Phrase) -> list[Doer]:
    """ "a police-Column clash": two sides in one word, one of them a known force."""
    fights = (cue.start for cue in s.cues if phrase.start <= cue.start < phrase.end and cue.row.act is Act.ARMED_CLASH)
    for k in range(phrase.start, next(fights, phrase.start)):
        sides = s.tokens.words[k].split("-")
        known = any((side.lower(),) in s.lexicon.forces for side in sides)
        if len(sides) == BOTH and known and all(side.isalpha() and len(side) > 1 for side in sides):
            return [Doer(k, k + 1, side, Role.JOINT) for side in sides]
    return []


def _cap_nationality(s: Sentence, i: int) -> bool:
    return (s.low(i).removesuffix(LED),) in s.lexicon.nationalities and s.low(i + 1) not in POSSESSIVE


def members_named(s: Sentence, phrase: Phrase) -> list[Doer]:
    """ "Rebels, including fighters from the Front and the Guard", "the alliance, which includes the Front": who of them
    is named, where nobody is counted.
    """
    k = phrase.end + 1 if s.low(phrase.end) == "," else phrase.end
    k += s.low(k) in s.words.which and s.low(k + 1) in s.words.includes
    first = s.at(k + 1) if s.low(k) in s.words.including | s.words.includes else None
    if first is None or first.start != k + 1:
        return []
    whole = s.grammar.complement(s, first, s.words.of_from) if first.party is None else None
    named = whole if whole is not None and first.count is None else first
    listed = [known_by_name(s, each) for each in s.grammar.coordinated_right(s, named)]
    found = [each for each in listed if each.party is not None and each.count is None]
    return [Doer(each.start, each.end, s.name(each.start, each.end), Role.DIRECT) for each in found]


def shares_its_noun(s: Sentence, phrase: Phrase, force: Phrase) -> bool:
    """ "Ruritanian and Graustarkian troops"; not a town that was struck "and the Graustarkian troops"."""
    return force.force and (phrase.place is None or not s.kind(force.start) & DET)


def apposed(s: Sentence, phrase: Phrase) -> Phrase:
    """ "A rival group - the Orrakan Front - abducted", "the group, the Orrakan Front, fired": the name between two
    marks right after who it names.
    """
    if phrase.party is not None or s.low(phrase.start) not in s.words.one | s.words.the:
        return phrase
    beside = s.grammar.governed_by(s, phrase.end, s.words.to | s.words.of, phrase.end + 2)
    k = beside.end if beside is not None else phrase.end
    named = s.at(k + 1) if s.low(k) in s.words.around_a_name else None
    closed = named is not None and named.start == k + 1 and s.low(named.end) == s.low(k)
    return named if named is not None and closed and named.party is not None else phrase


def leads(s: Sentence, phrase: Phrase) -> bool:
    """ "President Oskar Blum", "the late General Blum": a person by name and office, whose forces may be told of."""
    office = not s.words.offices.isdisjoint(s.tokens.lows[phrase.start : phrase.end])
    return office and s.grammar.is_name(s, phrase.end - 1) and s.low(phrase.end - 1) not in s.words.offices

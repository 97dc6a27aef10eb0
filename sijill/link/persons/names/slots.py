"""A name taken apart: kunya, given name, father, grandfather, family; or nobody by name ("child of X").

Order is that of Arabic lists: given, father, grandfather, family. What is a title goes; what cannot be placed stays in
`rest`, so that nothing is lost.
"""

from dataclasses import dataclass
from functools import lru_cache

from sijill.link.persons.names.spelling import is_arabic, words_of

ABU = frozenset("ابو ابي ابا abu abou abo aboo ebu bu".split())
UMM = frozenset("ام umm um oum om".split())
SON = frozenset("بن ابن bin ibn ben been bn b".split())
DAUGHTER = frozenset("بنت ابنه bint".split())
SERVANT = frozenset("عبد abd abdel abdul abdal abdu abdur evd ebd".split())
ARTICLE = frozenset("ال ءال al el ul as ash es ad ed ar er an en az ez at et il".split())
CLAN = frozenset("ال ءال aal al bani beni بني بيت".split())
FAITH = frozenset("الدين الله دين الاسلام din deen eddin eddine aldin aldeen uddin allah ullah addin".split())
TITLES = frozenset(
    "السيد السيده الشهيد الشهيده الدكتور دكتور د الاستاذ الحاج الحاجه الشيخ المهندس المقدم العقيد النقيب الملازم العميد"
    " الطفل الطفله"
    " mr mrs dr martyr shahid sheikh shaykh haj hajj hajji haji eng sayyid".split()
)
UNNAMED = frozenset(
    "مجهول مجهوله مجهولي الهويه unidentified unknown unnamed anonymous جثه جثث body bodies kesnenas".split()
)
CHILD_OF = frozenset(
    "طفل طفله ابن ابنه ابناء اطفال زوجه والده child children son sons daughter daughters wife baby infant".split()
)
OF = frozenset("of the de فلان عائله عايله family members افراد من اسره".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """The parts of a name, folded; None where it has none. unnamed: it names nobody, only whose kin somebody is."""

    given: str | None = None
    father: str | None = None
    grandfather: str | None = None
    family: str | None = None
    kunya: str | None = None
    rest: str | None = None
    unnamed: bool = False


@lru_cache(maxsize=1 << 17)
def slots(name: str) -> Slots:
    """The parts of a whole name.

    "أبو خالد أحمد محمود الحلبي"  ->  kunya خالد, given احمد, father محمود, family الحلبي
    "child of Ahmad Halabi"       ->  unnamed, father ahmad, family halabi
    """
    words = [word for word in words_of(name) if word not in TITLES]
    if not words:
        return Slots(unnamed=True)
    if words[0] in UNNAMED or (len(words) > 1 and (words[0] in CHILD_OF or words[0].isdigit()) and _kin_only(words)):
        return _whose_kin([word for word in words if word not in UNNAMED | CHILD_OF | OF and not word.isdigit()])
    kunya, words = _kunya(words)
    parts = [part for part in joined(words) if part not in SON | DAUGHTER]
    if not parts:
        return Slots(kunya=kunya)
    if len(parts) == 1:
        return Slots(given=parts[0], kunya=kunya)
    middle = parts[1:-1]
    return Slots(
        given=parts[0],
        father=middle[0] if middle else None,
        grandfather=middle[1] if len(middle) > 1 else None,
        family=parts[-1],
        kunya=kunya,
        rest=" ".join(middle[2:]) or None,
    )


def _kin_only(words: list[str]) -> bool:
    """ "child of X", "ابن احمد" at the start, "3 members of family Y": no name of one's own."""
    return not is_arabic(words[0]) or words[0] != "ابن" or len(words) < 4


def _whose_kin(words: list[str]) -> Slots:
    parts = [part for part in joined(words) if part not in SON]
    if len(parts) == 1:
        return Slots(unnamed=True, family=parts[0])
    father = parts[0] if parts else None
    return Slots(unnamed=True, father=father, family=parts[-1] if len(parts) > 1 else None)


def _kunya(words: list[str]) -> tuple[str | None, list[str]]:
    """A kunya in front, or alone; one behind the given name is part of the family name ("Ahmad Abu Zayd")."""
    if len(words) < 2 or words[0] not in ABU | UMM or words[1] in ("بكر", "bakr"):
        return None, words
    first = joined(words[1:])
    taken = len(first[0].split()) if first else 0
    return (first[0] if first else None), words[1 + taken :]


def joined(words: list[str]) -> list[str]:
    """Words that are one name put together: servants of God, names in -din, and what precedes a family name."""
    parts: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        following = words[at + 1] if at + 1 < len(words) else None
        if word in SERVANT and following is not None:
            taken = 3 if following in ARTICLE and at + 2 < len(words) else 2
            parts.append(" ".join(words[at : at + taken]))
            at += taken
        elif (
            following is not None
            and at > 0
            and (word in ABU | CLAN | ARTICLE or (word in SON and at + 2 == len(words)))
        ):
            parts.append(f"{word} {following}")
            at += 2
        elif parts and word in FAITH:
            parts[-1] += " " + word
            at += 1
        else:
            parts.append(word)
            at += 1
    return _with_faith(parts)


def _with_faith(parts: list[str]) -> list[str]:
    """ "nur", "al din" -> "nur al din"."""
    done: list[str] = []
    for part in parts:
        if done and part.split()[-1] in FAITH and part.split()[0] in ARTICLE:
            done[-1] += " " + part
        else:
            done.append(part)
    return done


@lru_cache(maxsize=1 << 17)
def family_core(name: str) -> str:
    """A family name without article, "abu", "bin" and "al" in front: what two spellings of it share."""
    words = list(words_of(name))
    while len(words) > 1 and words[0] in ABU | CLAN | ARTICLE | SON:
        words = words[1:]
    core = "".join(words)
    if len(words) == 1:
        if is_arabic(core) and len(core) >= 5 and core.startswith("ال"):
            return core[2:]
        if len(core) >= 5 and core[:2] in ("al", "el") and core[2] not in "aeiouy":
            return core[2:]
        if len(core) >= 6 and core.startswith("abu"):
            return core[3:]
    return core

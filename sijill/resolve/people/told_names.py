"""Full names that reports share: who is named in two of them is seldom somebody else, and so with a street or a school.

Read from capitals, so of Latin script only: two words and more that stand together, with initials between them. Names
of places, parties and sources are compared as what they are; voices and forces say nothing of one incident, nor does
somebody public, who is told of in many reports over a long time.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from sijill.language.folding import fold, keys
from sijill.model.document import DocumentId
from sijill.resolve.words import FIGHTERS, FORCE, JOURNALISTS, MONITORS, NAMED_ORGANISATIONS, OFFICIAL, ORGANS

_WORD = r"(?:al-)?[A-Z][\w’'-]*[a-zà-ÿ]"
FULL_NAME = re.compile(rf"(?<![\w’'.-]){_WORD}(?: [A-Z]\.)?(?: {_WORD})+")
BYLINE = re.compile(
    r"\b(?:reporting|writing|editing|edited|written|reported|compiled|photo)s? by .{0,160}", re.IGNORECASE
)
NO_NAME = keys(
    "in on at by since the a an and or but from for of to with after before during when while as until last this that"
    " january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday published"
    " updated posted photo story"
)
"""At either end of a run of capitals they are no part of a name."""
VOICES_AND_FORCES = (
    FORCE
    | FIGHTERS
    | JOURNALISTS
    | MONITORS
    | NAMED_ORGANISATIONS
    | OFFICIAL
    | ORGANS
    | keys("states nations council standards")
) - keys("war fire air")
HEADING = keys("people civilians killed dead wounded injured led backed based derived old middle province city town")
"""Words that a heading or an adjective sets in capitals: "Civilians Killed", "Old City", "US Led"."""
KINDS_OF_PEOPLE = keys(
    "islam islamist islamists muslim muslims christian christians shia shiite shiites sunni sunnis alawite alawites"
    " druze jewish yazidi yazidis kurd kurds kurdish arab arabs western eastern northern southern central"
)
"""Words of a faith, a people or a region: alone among themselves they name nobody ("Sunni Muslim")."""
NOT_OF_PEOPLE = VOICES_AND_FORCES | HEADING
LONGEST = 6
"""Words: more than these are a headline set in capitals."""
MOST_REPORTS, MOST_DAYS = 12, 31
"""A name in more reports than these, over more days than these, is public."""


def told_names(
    texts: Mapping[DocumentId, str], published: Mapping[DocumentId, str | None], *, known: Collection[str]
) -> dict[DocumentId, tuple[tuple[int, str], ...]]:
    """The folded names that each report shares with another one, with where in its text each stands, in order.

    known   folded names of places, parties and sources
    """
    holders: dict[str, dict[DocumentId, list[int]]] = defaultdict(lambda: defaultdict(list))
    for document, text in texts.items():
        for at, name in _names(text):
            holders[name][document].append(at)
    shared: dict[DocumentId, list[tuple[int, str]]] = defaultdict(list)
    for name, documents in holders.items():
        if len(documents) > 1 and _is_of_people(name.split(), known) and not _is_public(list(documents), published):
            for document, places in documents.items():
                shared[document].extend((at, name) for at in places)
    return {document: tuple(sorted(names)) for document, names in shared.items()}


def _names(text: str) -> Iterator[tuple[int, str]]:
    """Every full name, folded, with where it stands; those who wrote the report are nobody in it."""
    bylines = [each.span() for each in BYLINE.finditer(text)]
    for found in FULL_NAME.finditer(text):
        if any(start <= found.start() < end for start, end in bylines):
            continue
        words = fold(found[0]).split()
        while words and words[0] in NO_NAME:
            words = words[1:]
        while words and words[-1] in NO_NAME:
            words = words[:-1]
        if len(words) > 1:
            yield found.start(), " ".join(words)


def _is_of_people(words: Sequence[str], known: Collection[str]) -> bool:
    """No voice, force, office or kind of people, no genitive of a known name ("Ruritania's Kessa", also without its
    apostrophe), and with no known name of two words and more in it, nor one itself."""
    if not 2 <= len(words) <= LONGEST or not NOT_OF_PEOPLE.isdisjoint(words):
        return False
    if any(each.endswith("s") and each[:-1] in known for each in words) or KINDS_OF_PEOPLE.issuperset(words):
        return False
    if all(each in known for each in words):
        return False
    inside = (" ".join(words[start:end]) for start, end in combinations(range(len(words) + 1), 2) if end - start > 1)
    return not any(each in known for each in inside)


def _is_public(documents: Sequence[DocumentId], published: Mapping[DocumentId, str | None]) -> bool:
    if len(documents) <= MOST_REPORTS:
        return False
    told = [day[:10] for each in documents if (day := published[each]) and len(day) >= 10]
    days = [date.fromisoformat(day).toordinal() for day in told]
    return len(days) < len(documents) or max(days) - min(days) > MOST_DAYS

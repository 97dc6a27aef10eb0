"""Whether words tell of others than those told before: "another five", "nine more", "a ninth man"; "elsewhere"."""

import re

BEFORE = re.compile(
    r"(?:another|an additional|a further|an? (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\b"
)
AFTER = re.compile(r"\s*(?:other|others|more|further|additional)\b(?! than)")
"""Right before a number or right after it."""
LAST = frozenset(
    "آخر آخرون آخرين اخرين أخرى أخريات غيرهم ثان ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split(),
)
"""The last word for those counted, in Arabic."""

ELSEWHERE = re.compile(
    r"(?:meanwhile|elsewhere|separately|in the meantime|in a (?:separate|different)|in another)\b"
    r"|و?(?:في غضون ذلك|في الأثناء|في هذه الأثناء|من جهة أخرى|في سياق آخر|في مكان آخر)"
)
"""Opens a sentence on something else."""
ANOTHER = re.compile(
    r"(?:another|a (?:second|third|fourth|separate|further)) (?:[\w-]+ ){0,3}?"
    r"(?:attacks?|blasts?|bomb(?:s|ings?)?|clash(?:es)?|explosions?|missiles?|raids?|rockets?|shells?|strikes?|airstrikes?)\b"
)
"""Opens a sentence on one more of the same kind."""
ALSO = re.compile(r"also\b")


def tells_of_another(words: str) -> bool:
    """ "Another mortar shell fell", "a second blast"."""
    return ANOTHER.match(words.casefold()) is not None


def goes_to_another(words: str) -> bool:
    """ "Also, troops took", "elsewhere": a sentence of its own."""
    return ALSO.match(words.casefold()) is not None or opens_another(words)


TAKEN_UP = re.compile(
    r"\b(?:in|during) (?:the same|that|those|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]?s)"
    r"(?: [\w-]+)? (?:clash(?:es)?|fight(?:ing)?|battles?)\b"
)
"""Of a fight told before."""


def takes_up_a_fight(words: str) -> bool:
    """ "In those clashes", "in Monday's fighting"."""
    return TAKEN_UP.search(words.casefold()) is not None


DRIVEN_OUT = re.compile(
    r"\b(?:violence|fighting|clashes|battles|war|conflict|unrest) (?:[\w-]+ ){0,3}?ha(?:s|ve) "
    r"(?:also |already |now )?(?:forced|driven|displaced|uprooted|prompted|pushed|sent)\b"
)
"""Of a fight that goes on, in the perfect: it happened on no one day."""


def has_driven_out(words: str) -> bool:
    """ "The violence has forced thousands to flee"."""
    return DRIVEN_OUT.search(words.casefold()) is not None


LATEST = re.compile(r"\bthe (?:latest|most recent|newest) (?:in|of) an? (?:[\w-]+ ){0,2}(?:series|string|spate|wave)\b")


def is_the_latest(words: str) -> bool:
    """ "The attack is the latest in a series": of the news, and what is told next is one before it."""
    return LATEST.search(words.casefold()) is not None


def opens_another(words: str) -> bool:
    """ "Elsewhere", "in the meantime"."""
    return ELSEWHERE.match(words.casefold()) is not None


def counts_others(number: str, counted: str) -> bool:
    """number   the words of it, "another five"      counted   the words for whom it counts, "another five men"."""
    number, counted = number.casefold(), counted.casefold()
    after = counted.removeprefix(number) if counted.startswith(number) else ""
    last = after.rpartition(" ")[2]
    return bool(BEFORE.match(number) or AFTER.match(after)) or last in LAST

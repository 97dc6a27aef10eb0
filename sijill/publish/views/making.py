"""How a release was made: what was read, by which policies and rules, what was held back. From what was run."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sijill.model.release.rules import ReleaseRules
from sijill.publish import words
from sijill.publish.errata import Erratum
from sijill.publish.material import Material, PolicyRun
from sijill.publish.soundness import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """Everything that templates/method.html shows.

    read       numbers of what the register holds            rules     what the profile lets out, name and value
    held_back  reason -> number of events and situations     errata    what this release says otherwise than the last
    """

    read: list[tuple[str, int]]
    languages: list[tuple[str, int]]
    extractors: list[str]
    policies: Sequence[PolicyRun]
    rules: list[tuple[str, str]]
    held_back: list[tuple[str, int]]
    withheld_words: int
    errata: Sequence[Erratum]


def making(material: Material, rules: ReleaseRules, refused: Sequence[Refused]) -> Making:
    """What was done, told from the material itself."""
    documents = material.documents.values()
    backlog = max((each.backlog for each in material.totals), default=0)
    return Making(
        read=[
            ("documents", len(documents)),
            ("claims", len(material.claims)),
            ("events", len(material.findings)),
            ("situations", len(material.situations)),
            ("persons", len(material.persons)),
            ("documents captured and not read", backlog),
        ],
        languages=sorted(Counter(each.language or "not known" for each in documents).items()),
        extractors=sorted({each.extractor for each in material.claims.values()}),
        policies=material.policies,
        rules=[
            ("finest place", rules.place.value),
            ("finest date", rules.date.value),
            ("names of the dead", rules.names.value),
            ("words of documents", rules.quotes.value),
            ("least number of living people in a cell", str(rules.k)),
            ("doubts that hold an event back", ", ".join(rules.blocks) or "none"),
            ("only what people have reviewed", "yes" if rules.reviewed else "no"),
        ],
        held_back=sorted(Counter(words.plain(each.reason.code) for each in refused).items()),
        withheld_words=sum(each.span == (0, 0) for each in material.claims.values()),
        errata=material.errata,
    )

"""How a release was made: what was read, by which policies and rules, what was held back. From what was run."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sijill.model.document import Document
from sijill.model.release.rules import Names, QuotedWords, ReleaseRules
from sijill.publish.errata import Erratum
from sijill.publish.material import Material, PolicyRun
from sijill.publish.soundness import Refused
from sijill.publish.wording import Wording, _

FORM_OF_NAMES = {
    Names.NEVER: _("never"),
    Names.CONSENTED: _("where somebody agreed who may"),
    Names.PUBLISHED_ELSEWHERE: _("where somebody agreed who may, or a public document names them"),
    Names.ALL: _("all that are known"),
}
FORM_OF_QUOTES = {
    QuotedWords.NEVER: _("none"),
    QuotedWords.PUBLIC: _("of public documents"),
    QuotedWords.ALL: _("of all documents"),
}


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
    documents, say = material.documents.values(), material.say
    backlog = max((each.backlog for each in material.totals), default=0)
    return Making(
        read=[
            (say(_("documents")), len(documents)),
            (say(_("claims")), len(material.claims)),
            (say(_("events")), len(material.findings)),
            (say(_("situations")), len(material.situations)),
            (say(_("persons")), len(material.persons)),
            (say(_("documents captured and not read")), backlog),
        ],
        languages=sorted(Counter(_tongue(each, say) for each in documents).items()),
        extractors=sorted({each.extractor for each in material.claims.values()}),
        policies=material.policies,
        rules=[
            (say(_("finest place")), say.plain(rules.place)),
            (say(_("finest date")), say.plain(rules.date)),
            (say(_("names of the dead")), say(FORM_OF_NAMES[rules.names])),
            (say(_("words of documents")), say(FORM_OF_QUOTES[rules.quotes])),
            (say(_("least number of living people in a cell")), str(rules.k)),
            (say(_("doubts that hold an event back")), ", ".join(rules.blocks) or say(_("none"))),
            (say(_("only what people have reviewed")), say(_("yes")) if rules.reviewed else say(_("no"))),
        ],
        held_back=sorted(Counter(say.plain(each.reason.code) for each in refused).items()),
        withheld_words=sum(each.span == (0, 0) for each in material.claims.values()),
        errata=material.errata,
    )


def _tongue(document: Document, say: Wording) -> str:
    return say.tongue(document.language) if document.language else say(_("not known"))

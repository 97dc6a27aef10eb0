"""What stands in a release where a name or words do not leave, and how it is said to a reader of another language.

The data of a release say it in English, whatever the languages of its pages.
"""

import re
from dataclasses import replace

from sijill.model.claim import Claim
from sijill.model.document import Document
from sijill.model.estimate import Estimate
from sijill.model.source import Source, SpeakerKind
from sijill.publish import words
from sijill.publish.material import Material
from sijill.publish.wording import Wording, _

WITHHELD = _("[words withheld: private source]")
NOT_PUBLIC = _("a document that is not public")
ACTOR = _("an actor named in words that are withheld")
VOICE = _("a voice of the kind: {kind}")
PRIVATE = _("private source {code} ({kind})")
LIST = _("list")
OF_VOICE = re.compile(r"a voice of the kind: ([A-Za-z, ]{1,40})")
OF_PRIVATE = re.compile(r"private source ([0-9A-F]{4}) \(([A-Za-z_, ]{1,40})\)")


def voice(kind: SpeakerKind) -> str:
    """Who is no office: by the sort of voice it is."""
    return VOICE.format(kind=words.FORM_OF_SPEAKER[kind])


def private(code: str, kind: str) -> str:
    """A private source: its category, and a pseudonym that no other release uses."""
    return PRIVATE.format(code=code, kind=kind)


def said(told: str, say: Wording) -> str:
    """One of these in the language of the reader; anything else as it is."""
    if told in (WITHHELD, NOT_PUBLIC, ACTOR):
        return say(told)
    if of_voice := OF_VOICE.fullmatch(told):
        return say.fill(VOICE, kind=say(of_voice[1]))
    if of_private := OF_PRIVATE.fullmatch(told):
        return say.fill(PRIVATE, code=of_private[1], kind=say(of_private[2]))
    return told


def for_readers(material: Material, say: Wording) -> Material:
    """The material with what stands for names said in a language; what holds nothing of it is the same object."""
    return replace(
        material,
        claims={known: _claim(each, say) for known, each in material.claims.items()},
        documents={known: _document(each, say) for known, each in material.documents.items()},
        sources={known: _source(each, say) for known, each in material.sources.items()},
        estimates=[_estimate(each, say) for each in material.estimates],
    )


def _claim(claim: Claim, say: Wording) -> Claim:
    speakers = tuple(replace(each, name=said(each.name, say)) for each in claim.speakers)
    actors = tuple(replace(each, name=said(each.name, say)) for each in claim.actors)
    quote = said(claim.quote, say)
    if (quote, speakers, actors) == (claim.quote, claim.speakers, claim.actors):
        return claim
    return replace(claim, quote=quote, speakers=speakers, actors=actors)


def _document(document: Document, say: Wording) -> Document:
    title, source = (each and said(each, say) for each in (document.title, document.source))
    if (title, source) == (document.title, document.source):
        return document
    return replace(document, title=title, source=source)


def _source(source: Source, say: Wording) -> Source:
    name = said(source.name, say)
    return source if name == source.name else replace(source, name=name)


def _estimate(estimate: Estimate, say: Wording) -> Estimate:
    return replace(estimate, lists=tuple(said(each, say) for each in estimate.lists))

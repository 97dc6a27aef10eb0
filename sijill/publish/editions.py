"""The same release in each of its languages: one set of findings, titles and names as a reader of it says them."""

from collections.abc import Sequence
from dataclasses import replace

from sijill.model.finding import Finding
from sijill.publish.material import Material
from sijill.publish.release.unnamed import for_readers
from sijill.publish.wording import LANGUAGES, Wording

MAIN = "en"


def editions(material: Material, languages: Sequence[str]) -> list[tuple[str, Material]]:
    """Each language with the folder that its pages lie in: the first at the top, the others in folders of their own."""
    known = [each for each in languages if each in LANGUAGES] or [MAIN]
    return [(_folder(each, known), _edition(material, each, known)) for each in known]


def _folder(language: str, known: Sequence[str]) -> str:
    return "" if language == known[0] else f"{language}/"


def _edition(material: Material, language: str, known: Sequence[str]) -> Material:
    here = _folder(language, known)
    up = "../" if here else ""
    others = tuple((each, LANGUAGES[each], up + _folder(each, known)) for each in known if each != language)
    said = replace(material, say=Wording(language), edition=replace(material.edition, languages=others, root=up))
    said = said if language == MAIN else for_readers(said, said.say)
    return replace(
        said,
        findings=[_titled(each, said) for each in said.findings],
        lasting={event: _titled(each, said) for event, each in said.lasting.items()},
    )


def _titled(finding: Finding, material: Material) -> Finding:
    return replace(finding, title=material.say.title(finding, material.where(finding.where)))

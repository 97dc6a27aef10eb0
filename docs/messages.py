"""What pages and the desk say, collected from templates, code and tables: the catalogue that a translation must fill.

`python docs/messages.py` adds to each catalogue what is missing in it, untranslated, and takes out what nobody says any
more; a test fails while anything is untranslated.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from sijill.link.pairs.score import COMPARISONS
from sijill.model.claim import About, Act, Harm, Modality, Stance, Status
from sijill.model.finding import EventStatus
from sijill.model.party import Role
from sijill.model.person import Fate, Sex
from sijill.model.place import PlacePrecision
from sijill.model.source import SpeakerKind
from sijill.model.toll import Hedge
from sijill.publish import estimated, words
from sijill.publish.views.conformance import items as conformance_items
from sijill.resolve.answered import CORRECTABLE
from sijill.review.accounts import Role as Account
from sijill.review.desk import CHAIN
from sijill.store.packs import PARTY_KINDS, PLACE_KINDS

SIJILL = Path(__file__).parents[1] / "sijill"
SPEAKING = (SIJILL / "publish", SIJILL / "review" / "web")
LOCALE = SIJILL / "publish" / "locale"
CODES: tuple[type[StrEnum], ...] = (
    *(About, Act, Harm, Modality, Stance, Status, EventStatus, Role, Fate, Sex, PlacePrecision, SpeakerKind, Hedge),
    Account,
)
MORE = (
    *(
        "comment",
        "assignment",
        "sensitive",
        "restriction",
        "doubt",
        "events",
        "claims",
        "documents",
        "doubts",
        "decisions",
    ),
    *("mention alone", "cumulative", "unreal", "victims civilian", "victims combatant", "victims mixed", "it"),
    *("weak", "fair", "contested", "confirmed", "discounted", "verified", "pending", "clear", "aggregated"),
    *("name", "aliases", "lat", "lon", "kind", "within", "allies", "party", "address", "digest", "rows", "accepted"),
    *("quarantined", "number", "low", "high", "hedge", "text", "start", "end", "precision", "extent", "unit"),
    *("children", "women", "men", "girls", "boys", "elderly", "begin", "show", "grant", "map"),
)
HEADER = "# What pages and the desk say; docs/messages.py keeps the messages, people write the translations."
COUNTED = re.compile(r"""(?:many\(|count\([^"\n]+?, )["']([a-z: ]+)["'], ["']([a-z: ]+)["']\)""")
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
Message = str | tuple[str, str]


def messages() -> set[Message]:
    """Everything that may be said; a message with a plural as both forms."""
    return {*own(), *_tables()}


def own() -> set[Message]:
    """What pages and the desk say themselves, without the one table of sentences that all parts share."""
    return {*_extracted(), *_counted(), *_codes()}


def _extracted() -> Iterator[Message]:
    for path in sorted(path for folder in SPEAKING for path in folder.rglob("*")):
        method = {".html": "jinja2.ext:babel_extract", ".py": "python"}.get(path.suffix)
        if method is None:
            continue
        options = {"newstyle_gettext": "true", "trimmed": "false"} if path.suffix == ".html" else {}
        keywords = {"_": None, "gettext": None, "ngettext": (1, 2), "several": (1, 2)}
        found = extract(method, BytesIO(path.read_bytes()), keywords=keywords, options=options)
        for _, message, *_rest in found:
            yield tuple(message) if isinstance(message, list | tuple) else message  # type: ignore[misc]


def _counted() -> Iterator[Message]:
    """Nouns with their numbers: `number|many('claim', 'claims')` in a template, `count(number, "claim", "claims")`."""
    for path in sorted(path for folder in SPEAKING for path in folder.rglob("*")):
        if path.suffix in (".html", ".py"):
            for one, several in COUNTED.findall(path.read_text(encoding="utf-8")):
                yield (f"%(num)s {one}", f"%(num)s {several}")


def _tables() -> Iterator[str]:
    yield from (*estimated.MODELS.values(), *estimated.ASSUMPTIONS.values(), *estimated.CAVEATS)
    yield from (estimated.DOCUMENTED_AS, estimated.ESTIMATED_AS, estimated.NONE_ALLOWED, estimated.READ_AS)
    for item in conformance_items():
        yield from (each for each in item if each)
    yield from words.SENTENCES.values()
    for name in dir(words):
        if name.startswith("FORM_OF_"):
            yield from getattr(words, name).values()
    for stance in Stance:
        for about in (None, *About):
            yield words.stance(stance, about)


def _codes() -> Iterator[str]:
    for kind in CODES:
        yield from (words.plain(each.value) for each in kind)
    for each in COMPARISONS:
        yield from (words.plain(code) for code in (each.name, *each.points))
    for code in (*PARTY_KINDS, *PLACE_KINDS, *CHAIN, *CORRECTABLE, *MORE):
        yield words.plain(code)


def catalogue(language: str) -> Catalog:
    """As it stands."""
    with (LOCALE / language / "messages.po").open("rb") as stream:
        return read_po(stream, locale=language)


def main() -> None:
    """Bring every catalogue up to what is said."""
    for path in sorted(LOCALE.glob("*/messages.po")):
        language = path.parent.name
        old = catalogue(language)
        new = Catalog(locale=language, header_comment=HEADER, fuzzy=False, creation_date=SINCE, revision_date=SINCE)
        for each in sorted(messages(), key=str):
            known = old.get(each if isinstance(each, str) else each[0])
            new.add(each, known.string if known is not None else "")
        with path.open("wb") as stream:
            write_po(stream, new, width=0, omit_header=False, sort_output=True)


if __name__ == "__main__":
    main()

"""A dossier on paper: the figures, the words, the custody, what is not known, and nothing fetched from anywhere."""

import pypdfium2
import pytest

from sijill.model.claim import Harm
from sijill.publish.material import Edition
from sijill.publish.paper.dossier import directed, dossier
from sijill.publish.paper.press import FEW, to_pdf, to_pdfs
from sijill.publish.paper.unknown import unknowns
from sijill.publish.quotes import Quotes
from tests.unit.publish.belqara import belqara

EDITION = Edition(number=1, as_of="2031-05-21")


def text_of(content):
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def market(case):
    return next(each for each in case.findings if each.id == "evt_market")


def made(case):
    material = case.material(edition=EDITION)
    page = dossier(material, ["evt_market"], Quotes(material), custody={}, root="ab" * 32)
    return to_pdf(page, made_on="2031-05-21")


@pytest.fixture(scope="module")
def printed():
    """The dossier of the shelling of the market, set once."""
    return made(belqara())


def test_a_dossier_shows_figures_with_their_words_and_what_is_not_known(case, printed):
    shown = " ".join(text_of(printed).split())
    finding = market(case)
    killed = finding.tolls[Harm.KILLED]
    assert f"{killed.low:,} to {killed.high:,}" in shown
    for claim in killed.low_rests_on:
        assert case.claims[claim].quote[:40] in shown
    for each in unknowns(finding, case.material()):
        assert each in shown
    assert "ab" * 8 in shown.replace(" ", "")


def test_the_same_dossier_is_the_same_bytes(case, printed):
    assert made(case) == printed


def test_in_several_processes_the_bytes_are_the_same():
    pages = {str(n): f"<h1>{n}</h1><p>قُتل {n} شخصا</p>" for n in range(FEW)}
    alone, beside = (dict(to_pdfs(pages.items(), made_on="2031-05-21", jobs=jobs)) for jobs in (1, 2))
    assert list(beside) == list(pages)
    assert alone == beside


@pytest.mark.parametrize("address", ["https://example.org/x.png", "file:///etc/hostname", "font:../secret"])
def test_a_page_of_paper_fetches_nothing(address, caplog):
    content = to_pdf(f'<p>words</p><img src="{address}" alt="nothing">', made_on="2031-05-21")
    assert "words" in text_of(content)
    assert len(content) < 60_000


def test_arabic_is_shaped_and_in_its_order():
    content = to_pdf('<p lang="ar" dir="rtl" style="font-family:Naskh">قُتل 12 شخصا</p>', made_on="2031-05-21")
    page = pypdfium2.PdfDocument(content)[0].get_textpage()
    assert "12" in page.get_text_range()


def test_words_that_begin_with_a_number_keep_their_order_on_an_arabic_page():
    """`47 civilians` is set from the left: what stands right of the number must not move before it."""
    said = "47 civilians, who were killed"
    page = directed(f'<p lang="ar" dir="rtl">قال <bdi dir="auto">{said}</bdi> <bdi dir="auto">12 قتيلا</bdi></p>')
    text = pypdfium2.PdfDocument(to_pdf(page, made_on="2031-05-21"))[0].get_textpage()
    at = {word: text.get_charbox(text.get_text_range().index(word))[0] for word in ("47", "civilians", "killed")}
    assert at["47"] < at["civilians"] < at["killed"]
    assert '<bdi dir="rtl">12' in page

"""A dossier on paper: the figures, the words, the custody, what is not known, and nothing fetched from anywhere."""

import pypdfium2
import pytest

from sijill.model.claim import Harm
from sijill.publish.material import Edition
from sijill.publish.paper.dossier import dossier
from sijill.publish.paper.press import to_pdf
from sijill.publish.views.unknown import unknowns

EDITION = Edition(number=1, as_of="2031-05-21")


def text_of(content):
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def market(case):
    return next(each for each in case.findings if each.id == "evt_market")


def made(case):
    return dossier(case.material(edition=EDITION), ["evt_market"], custody=(), root="ab" * 32)


def test_a_dossier_shows_figures_with_their_words_and_what_is_not_known(case):
    shown = " ".join(text_of(made(case)).split())
    finding = market(case)
    killed = finding.tolls[Harm.KILLED]
    assert f"{killed.low:,} to {killed.high:,}" in shown
    for claim in killed.low_rests_on:
        assert case.claims[claim].quote[:40] in shown
    for each in unknowns(finding, case.material()):
        assert each in shown
    assert "ab" * 8 in shown.replace(" ", "")


def test_the_same_dossier_is_the_same_bytes(case):
    assert made(case) == made(case)


@pytest.mark.parametrize("address", ["https://example.org/x.png", "file:///etc/hostname", "font:../secret"])
def test_a_page_of_paper_fetches_nothing(address, caplog):
    content = to_pdf(f'<p>words</p><img src="{address}" alt="nothing">', made_on="2031-05-21")
    assert "words" in text_of(content)
    assert len(content) < 60_000


def test_arabic_is_shaped_and_in_its_order():
    content = to_pdf('<p lang="ar" dir="rtl" style="font-family:Naskh">قُتل 12 شخصا</p>', made_on="2031-05-21")
    page = pypdfium2.PdfDocument(content)[0].get_textpage()
    assert "12" in page.get_text_range()

"""What is hard to see or hear waits until somebody asks for it."""

from dataclasses import replace

import pytest


@pytest.fixture
def recorded(sitting):
    """A document that is a recording."""
    view = sitting.view
    first = next(iter(view.documents.values()))
    sitting.desk._whole = replace(view, documents={**view.documents, first.id: replace(first, media_type="video/mp4")})
    return first.id


def test_a_recording_is_closed_silent_and_not_even_loaded_until_somebody_asks(sitting, recorded):
    page = sitting.client.get(f"/documents/{recorded}").text
    player = page.split("<video")[1].split(">")[0]
    assert "muted" in player and 'preload="none"' in player and "autoplay" not in player
    assert '<details class="picture">' in page
    told = sitting.client.get(f"/documents/{recorded}/original")
    assert told.headers["content-type"] == "video/mp4" and "sandbox" in told.headers["content-security-policy"]


def test_the_plain_mode_has_no_recording_at_all(sitting, recorded):
    sitting.client.cookies.set("sijill-care", "plain")
    assert "<video" not in sitting.client.get(f"/documents/{recorded}").text

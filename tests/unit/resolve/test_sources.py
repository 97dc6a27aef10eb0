"""Who speaks: a known source, a party by an office, or a voice that is left unnamed."""

import pytest

from sijill.model.source import SpeakerKind
from sijill.resolve.knowledge import NOTHING_SETTLED
from sijill.resolve.sources import resolve_speakers, source_of_document
from tests.unit.resolve.island import KNOWN, claim

TEXT = (
    "The Island Observatory for Rights counted ten dead. Minister Odo Tanno spoke on Palace Television."
    " Mera Vash agreed."
)


def voice(name, text=TEXT, kind=SpeakerKind.UNKNOWN):
    each = claim(speakers=(name,), kind=kind)
    found, doubts = resolve_speakers([each], text, KNOWN, NOTHING_SETTLED)
    (speaker,) = found[each.id]
    return (speaker.source, speaker.party, speaker.kind.value), doubts


@pytest.mark.parametrize(
    ("name", "source", "party", "kind"),
    [
        ("the Island Observatory for Rights", "monitor", None, "ngo"),
        ("the northern-based Island Observatory for Rights", "monitor", None, "ngo"),
        ("Observatory head Mera Vash", "monitor", None, "ngo"),
        ("the Observatory", "monitor", None, "ngo"),
        ("a monitoring group", "monitor", None, "ngo"),
        ("the mainland-based watchdog", "monitor", None, "ngo"),
        ("a mainland-based watchdog", None, None, "ngo"),
        ("the overseas-based watchdog", None, None, "ngo"),
        ("Vash", "monitor", None, "ngo"),
        ("a WCA reporter", "wire", None, "media"),
        ("state television", "palace-tv", "arvania", "media"),
        ("Information Minister Odo Tanno", "tanno", "arvania", "official"),
        ("Odo Tanno, a minister", "tanno", "arvania", "official"),
        ("Tanno himself", "tanno", "arvania", "official"),
        ("an Arvanian army spokesman", None, "arvania", "official"),
        ("the Arvanian defence ministry", None, "arvania", "official"),
        ("a senior Sarkish official", None, "sarkland", "official"),
        ("a spokesman for the Tolmen Front", None, "tolmen", "party"),
        ("a Tolmen Front statement", None, "tolmen", "party"),
        ("the Tolmen Front", None, "tolmen", "party"),
        ("two residents", None, None, "local"),
        ("a source", None, None, "anonymous"),
        ("Arvanian activists", None, None, "local"),
        ("Sarkish sources", None, None, "anonymous"),
        ("eyewitnesses", None, None, "eyewitness"),
    ],
)
def test_a_speaker_is_known_by_name_or_office(name, source, party, kind):
    assert voice(name) == ((source, party, kind), [])


def test_the_kind_that_was_read_stays_where_no_name_is_known():
    ((_, _, kind), _) = voice("Local sources", kind=SpeakerKind.LOCAL)
    assert kind == "local"


@pytest.mark.parametrize("name", ["the Observatory", "Vash", "Tanno"])
def test_a_short_form_needs_the_full_name_in_the_document(name):
    (source, party, _), _ = voice(name, text="Ten people were killed at dawn.")
    assert (source, party) == (None, None)


def test_an_office_that_two_parties_share_is_a_doubt():
    (_, party, _), (doubt,) = voice("an army spokesman")
    assert party is None
    assert doubt.question.code == "which_party"


def test_the_outlet_of_a_document_is_found_by_its_short_code():
    assert source_of_document("herald", KNOWN.sources, {}) == "herald"
    assert source_of_document("unheard of", KNOWN.sources, {}) is None
    assert source_of_document(None, KNOWN.sources, {}) is None

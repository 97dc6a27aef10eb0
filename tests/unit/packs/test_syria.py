"""What pack syria must know: the spellings that reports use, and the same terms for every party."""

import pytest

from sijill.resolve.knowledge import index_knowledge
from sijill.resolve.parties import parties_named
from sijill.resolve.places import words_at
from sijill.resolve.sources import source_of_document
from sijill.store.packs import load_pack
from sijill.store.places.gazetteer import add_places, load_places, neighbours


@pytest.fixture(scope="module")
def pack():
    return load_pack("syria")


@pytest.fixture(scope="module")
def known(pack):
    places = add_places(load_places(pack.countries, beside=neighbours(pack.countries)), pack.places)
    return index_knowledge(parties=pack.parties, sources=pack.sources, places=places, home=["country:SY"])


SPELLINGS = {
    "gn:170794": "Deir ez-Zor|Deir Ezzor|Deir Ez Zor|Deir Azzor|Deir al-Zor|Deir al-Zour|Deir el-Zor|Deir el-Zour"
    "|Deir ez-Zour"
    "|Deir Ezzour"
    "|Deirezzor|Dayr az-Zawr|Dayr az Zawr|Dayr al-Zawr|Dayr az-Zur|Dair az-Zaur|Dair al-Zour"
    "|Deyr ez-Zor|Der Ezzor"
    "|Dêrezor|Deir-ez-Zor|DEIR AL-ZOR|دير الزور|دَيْر الزور|دیرالزور",
    "gn:173480": "Mayadin|Al-Mayadin|al-Mayadeen|Mayadine|الميادين",
    "gn:174448": "Al-Bukamal|Albukamal|Abu Kamal|Abou Kamal|Al-Boukamal|Bukamal|البوكمال|أبو كمال",
    "gn:172256": "Kobane|Kobani|Kobanê|Ain al-Arab|Ayn al-Arab|عين العرب|كوباني",
    "gn:172955": "Raqqa|Raqa|Ar-Raqqah|al-Raqqa|Rakka|الرقة",
    "gn:170063": "Aleppo|Halab|Alep|حلب",
    "gn:170905": "Daraa|Deraa|Dar'a|Dara’a|درعا",
    "gn:169577": "Homs|Hims|حمص",
    "gn:170017": "Hama|Hamah|حماة",
    "gn:169389": "Idlib|Idleb|إدلب|ادلب",
    "gn:173576": "Latakia|Lattakia|اللاذقية",
    "gn:170592": "Douma|Duma|دوما",
    "gn:166716": "Yarmouk camp|Yarmouk|Yarmouk refugee camp|مخيم اليرموك",
    "gn:163808": "Palmyra|Tadmur|Tadmor|تدمر",
    "gn:173364": "Qardaha|Al-Qardaha|القرداحة",
    "sy:eastern-ghouta": "Eastern Ghouta|eastern Ghouta|East Ghouta|the eastern Ghouta|الغوطة الشرقية",
    "adm1:SY.07": "Deir ez-Zor governorate|Deir al-Zor province|محافظة دير الزور",
    "adm1:SY.08": "Rif Dimashq|Rural Damascus|Damascus countryside|ريف دمشق",
    "country:SY": "Syria|سوريا|سورية|northern Syria",
}


@pytest.mark.parametrize(("place", "name"), [(p, name) for p, names in SPELLINGS.items() for name in names.split("|")])
def test_every_spelling_is_one_place(known, place, name):
    assert words_at(name, known.places, {}).place == place


NAMES = {
    "syria-government": "the Syrian regime|the regime|Assad's forces|Assad’s forces|Assads forces|Syrian army"
    "|Syrian Arab Army"
    "|government forces|regime forces|pro-government forces|Syrian air force|Bashar al-Assad|Assad"
    "|النظام السوري|قوات النظام"
    "|الجيش السوري|regime warplanes|Syrian government helicopters",
    "isis": "ISIS|IS|ISIL|Islamic State|the Islamic State group|Daesh|داعش|تنظيم الدولة|ISIS fighters|IS militants",
    "russia": "Russia|Russian warplanes|Moscow|Assad’s Russian allies|روسيا",
    "iran": "Iran|Revolutionary Guards|Iranian forces|Iranian allies",
    "hezbollah": "Hezbollah|Hizbullah|Lebanese Hezbollah|حزب الله|Hezbollah fighters",
    "us-led-coalition": "US-led coalition|the U.S.-led coalition|US-led coalition air strikes|coalition warplanes",
    "turkey": "Turkey|Turkish army|Turkish warplanes",
    "sdf": "SDF|YPG|Kurdish fighters|قسد",
    "fsa": "Free Syrian Army|FSA|الجيش الحر",
    "hts": "Nusra Front|Jabhat al-Nusra|HTS|the al-Qaeda-linked Nusra Front|جبهة النصرة",
    "syrian-opposition": "rebels|the rebels|opposition fighters|المعارضة",
}


@pytest.mark.parametrize(("party", "name"), [(p, name) for p, names in NAMES.items() for name in names.split("|")])
def test_every_name_is_one_party(known, party, name):
    assert parties_named(name, known.parties, {}) == (party,)


@pytest.mark.parametrize(
    "name",
    [
        "terrorists",
        "gunmen",
        "anti-Assad fighters of nobody known",
        "Assad's allies",
        "its allies",
        "Syrian",
        "ISIS-held area",
    ],
)
def test_words_that_name_no_party_get_none(known, name):
    assert parties_named(name, known.parties, {}) == ()


@pytest.mark.parametrize("name", ["the army", "the coalition"])
def test_a_name_that_several_parties_bear_is_not_decided_here(known, name):
    assert len(parties_named(name, known.parties, {})) > 1


@pytest.mark.parametrize(
    ("code", "source", "party"),
    [
        ("sana", "sana", "syria-government"),
        ("manar", "al-manar", "hezbollah"),
        ("alalam", "al-alam", "iran"),
        ("etilaf", "etilaf", "syrian-opposition"),
        ("tass", "tass", "russia"),
        ("sputnik", "sputnik", "russia"),
        ("nna", "nna", "lebanon"),
        ("ahram", "ahram", None),
        ("reuters", "reuters", None),
        ("dailysabah", "daily-sabah", None),
        ("alaraby", "al-araby-al-jadeed", None),
        ("arabiya", "al-arabiya", None),
        ("jordantimes", "jordan-times", None),
        ("asharqalawsat", "asharq-al-awsat", None),
    ],
)
def test_an_outlet_is_known_by_its_short_code_with_its_owner(known, code, source, party):
    assert source_of_document(code, known.sources, {}) == source
    assert known.sources.by_id[source].party == party


LOADED = ("terror", "heroic", "martyr", "criminal", "thug", "puppet", "brutal", "legitimate", "illegitimate")


def test_every_row_has_a_reference_without_adjectives(pack):
    for row in (*pack.parties, *pack.places, *pack.sources):
        assert row.because
        assert not any(word in row.because.casefold() for word in LOADED)


def test_every_belligerent_has_media_or_officials_that_speak_for_it(pack):
    heard = {source.party for source in pack.sources}
    assert {
        "syria-government",
        "isis",
        "russia",
        "iran",
        "hezbollah",
        "turkey",
        "sdf",
        "hts",
        "syrian-opposition",
    } <= heard


def test_an_alias_of_a_source_stands_for_one_source(known):
    assert {name: ids for name, ids in known.sources.by_name.items() if len(ids) > 1} == {}

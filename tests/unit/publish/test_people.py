"""People in a release: the dead by name where the rule lets it, the living only as numbers that give nobody away."""

from dataclasses import replace

import pytest

from sijill.model.claim import Act, Claim, ClaimId, Harm, Status, Victims
from sijill.model.document import Digest, Document, DocumentId, State
from sijill.model.person import Fate, FateAt, Name, Person, PersonId, RowRef
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.release import Profile
from sijill.model.release.consent import Although, Consent
from sijill.model.release.rules import Names, ReleaseRules
from sijill.publish.map.outlines import natural_earth
from sijill.publish.material import Edition, Material
from sijill.publish.release.fates import fates
from sijill.publish.release.naming import kept_back
from sijill.publish.release.released import released
from sijill.publish.views.people import people

SETTLEMENT = PlacePrecision.SETTLEMENT
PAPER, LETTER = DocumentId("doc_paper"), DocumentId("doc_letter")
TARN = Place(id=PlaceId("tarn"), name="Tarn")
KESSA = Place(id=PlaceId("kessa"), name="Kessa")


def person(number=1, *, fate=Fate.DEAD, age=(30, 30), document=PAPER, place=TARN, events=()):
    return Person(
        id=PersonId(f"psn_{number}"),
        names=(Name(text=f"Adan Korr {number}", script="Latn"),),
        age=age,
        place=Where(text=place.name, place=place.id, precision=SETTLEMENT),
        records=(RowRef(list="x", row="1", key=None, document=document),),
        events=events,
        fates=(FateAt(fate=fate),),
    )


def named(who, rule=Names.PUBLISHED_ELSEWHERE, profile=Profile.PUBLIC, **known):
    told = {"claims": {}, "public": [PAPER], "violated": (), **known}
    return kept_back(who, (rule, profile), **told) is None


def agreed(**said):
    return Consent(**{"given": True, "given_by": "a sister", **said})


def test_the_dead_are_named_where_a_public_document_names_them_or_somebody_agreed():
    letter = person(document=LETTER)
    assert named(person())
    assert not named(letter)
    assert named(letter, consent=agreed())
    assert named(letter, Names.CONSENTED, consent=agreed())
    assert not named(person(), Names.CONSENTED), "a name in a paper is no consent"
    assert not named(person(), Names.NEVER, consent=agreed())


def test_consent_goes_as_far_as_it_was_given_and_no_further():
    letter, for_partners = person(document=LETTER), agreed(profile=Profile.PARTNER)
    assert named(letter, profile=Profile.PARTNER, consent=for_partners)
    assert not named(letter, profile=Profile.PUBLIC, consent=for_partners)
    assert named(letter, profile=Profile.PARTNER, consent=agreed(profile=Profile.PUBLIC))


@pytest.mark.parametrize("rule", Names)
def test_consent_taken_back_keeps_the_name_in_the_house_even_where_a_paper_prints_it(rule):
    assert not named(person(), rule, consent=agreed(given=False))


@pytest.mark.parametrize("rule", Names)
def test_children_the_living_and_whoever_was_violated_are_never_named_by_the_machine(rule):
    assert not named(person(age=(9, 9)), rule)
    assert not named(person(age=(16, 20)), rule)
    assert not named(person(fate=Fate.DETAINED), rule)
    assert not named(person(events=("evt_x",)), rule, violated={"evt_x"})


def test_who_may_have_been_a_child_is_named_only_if_whoever_agreed_was_told_so():
    child = person(age=(9, 9))
    assert not named(child, consent=agreed())
    assert not named(child, consent=agreed(although=(Although.SEXUAL_VIOLENCE,)))
    assert named(child, consent=agreed(although=(Although.CHILD,)))


def test_of_whom_sexual_violence_is_told_is_named_only_if_whoever_agreed_was_told_so():
    violated = {"violated": {"evt_x"}}
    assert not named(person(events=("evt_x",)), consent=agreed(), **violated)
    assert named(person(events=("evt_x",)), consent=agreed(although=(Although.SEXUAL_VIOLENCE,)), **violated)


def test_nobody_who_may_be_alive_is_named_whoever_agreed():
    every = agreed(although=tuple(Although))
    assert not named(person(fate=Fate.MISSING), consent=every)


@pytest.mark.parametrize("words", ["a girl", "two boys", "فتاة"])
def test_words_for_a_child_keep_back_a_name_whose_age_nobody_says(words):
    claim = Claim(
        id=ClaimId("clm_1"),
        document=PAPER,
        span=(0, 1),
        quote="x",
        act=Act.KILLING,
        harm=Harm.KILLED,
        extractor="hand@1",
        victims=Victims(text=words, label=None, status=Status.UNKNOWN),
    )
    said = replace(person(age=None), fates=(FateAt(fate=Fate.DEAD, claim=claim.id),))
    assert named(said)
    assert not named(said, claims={claim.id: claim})


def view(persons, k=5):
    material = Material(
        title="x",
        findings=(),
        events={},
        claims={},
        documents={},
        texts={}.get,
        places={each.id: each for each in (TARN, KESSA)},
        persons=persons,
        fates=fates(persons, {each.id: each for each in (TARN, KESSA)}, ReleaseRules(k=k, place=SETTLEMENT)),
        outlines=natural_earth(),
    )
    return people(material, k)


def test_a_small_number_of_living_people_is_not_shown_and_not_left_to_a_sum():
    held = [person(n, fate=Fate.DETAINED, place=TARN if n < 9 else KESSA) for n in range(11)]
    (row,) = view(held).rows
    assert row.numbers == [None, None]
    assert row.total == 11


def test_the_dead_are_counted_as_they_are():
    (row,) = view([person(1), person(2, place=KESSA)]).rows
    assert (row.fate, row.numbers, row.total) == ("dead", [1, 1], 2)


def in_two_papers(rule=Names.PUBLISHED_ELSEWHERE, consents=None):
    """A person whom a paper and a private letter spell otherwise, as a profile lets them out, and the page People."""
    row, private = (RowRef(list=each, row="1", key=None, document=each) for each in (PAPER, LETTER))
    both = tuple(Name(text=each, script="Latn") for each in ("Adan Korr", "Adan ibn Yusef Korr"))
    who = replace(person(), names=both, records=(row, private))
    papers = (document(PAPER, "https://ostal.example/9", "Ostal Herald"), document(LETTER, "letter.txt", None))
    house = Material(
        title="x",
        findings=(),
        events={},
        claims={},
        documents={each.id: each for each in papers},
        texts={}.get,
        persons=(who,),
        written={row: both[:1], private: both[1:]},
        consents=consents or {},
        edition=Edition(profile=Profile.PUBLIC, number=1, as_of="2031-05-21"),
        outlines=natural_earth(),
    )
    out, _ = released(house, ReleaseRules(names=rule, place=SETTLEMENT), b"k" * 32)
    return out, people(out, 5)


def document(known, name, source):
    return Document(
        id=known,
        name=name,
        digest=Digest("0" * 64),
        locator="",
        media_type="text/plain",
        title="The dead of the market",
        source=source,
        published="2031-05-03",
        captured="2031-05-04T00:00:00Z",
        language="en",
        state=State.OK,
    )


def test_a_name_stands_beside_what_made_it_public_and_no_other_spelling_of_it_leaves():
    out, seen = in_two_papers()
    (line,) = seen.named
    assert (line.names, line.agreed) == (["Adan Korr"], False), "the letter's spelling is nobody else's to print"
    (cited,) = line.cited
    assert (cited.title, cited.source, cited.published) == ("The dead of the market", "Ostal Herald", "3 May 2031")
    assert cited.page.removeprefix("documents/").removesuffix(".html") in out.documents, "it leads to a page"
    assert out.written == {}


def test_a_name_that_only_a_private_document_prints_leaves_with_consent_alone_and_says_so():
    _, seen = in_two_papers(Names.CONSENTED)
    assert seen.named == []
    _, seen = in_two_papers(Names.CONSENTED, {PersonId("psn_1"): agreed(profile=Profile.PUBLIC)})
    (line,) = seen.named
    assert (line.names, line.agreed) == (["Adan Korr", "Adan ibn Yusef Korr"], True)
    assert [each.source for each in line.cited] == ["Ostal Herald"], "the letter is never cited"

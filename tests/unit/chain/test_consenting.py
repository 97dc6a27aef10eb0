"""Of several words on one person the last one stands; of records that became one, whoever takes it back wins."""

from sijill.chain.publishing.consenting import consents_of
from sijill.model.decision import Decision, DecisionId
from sijill.model.exchange import to_json
from sijill.model.person import Person, PersonId, RecordId
from sijill.model.release import Profile
from sijill.model.release.consent import Although, Consent

ONE = Person(id=PersonId("psn_1"), names=())
OF_ONE = {RecordId("rec_1"): ONE, RecordId("rec_2"): ONE}


def said(person, *, given=True, **more):
    consent = Consent(given=given, given_by="a brother", **more)
    return Decision(
        id=DecisionId("dec_x"), kind="consent", about=(person,), value=to_json(consent), by="a", at="2031", because="b"
    )


def standing(*decisions, of=OF_ONE):
    return consents_of(decisions, of)


def test_the_last_word_on_a_person_stands():
    assert not standing(said("psn_1"), said("psn_1", given=False))[ONE.id].given
    assert standing(said("psn_1", given=False), said("psn_1"))[ONE.id].given


def test_of_two_who_became_one_the_one_who_does_not_agree_wins():
    assert not standing(said("psn_1", given=False), said("psn_2"))[ONE.id].given
    assert not standing(said("psn_1"), said("psn_2", given=False))[ONE.id].given


def test_of_two_who_became_one_no_more_leaves_than_both_allow():
    wide = said("psn_1", although=tuple(Although))
    narrow = said("psn_2", profile=Profile.PARTNER, although=(Although.CHILD,))
    for told in ((wide, narrow), (narrow, wide)):
        consent = standing(*told)[ONE.id]
        assert (consent.profile, consent.although) == (Profile.PARTNER, (Although.CHILD,))


def test_a_word_on_somebody_whom_the_register_no_longer_holds_names_nobody():
    assert standing(said("psn_9")) == {}

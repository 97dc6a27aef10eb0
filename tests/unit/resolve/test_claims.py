"""A claim leaves `resolve` with identities and keeps its id; each document is resolved by itself."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sijill.model.claim import Part, Reading
from sijill.model.document import DocumentId, Text
from sijill.model.party import Party
from sijill.resolve.claims import resolve, resolve_document
from sijill.resolve.knowledge import index_knowledge
from tests.unit.resolve.island import KNOWN, PARTIES, PLACES, SOURCES, claim, document


def text_of(key, words="Ten people were killed in Corvo."):
    return {DocumentId(key): Text(document=DocumentId(key), text=words, reader="test@1", digest="0")}


def test_a_claim_keeps_its_id_and_its_words():
    said = claim(where="Corvo", actors=("the Tolmen Front",), speakers=("state television",))
    result = resolve([document("doc_a", source="herald")], text_of("doc_a"), [said], {}, knowledge=KNOWN)
    (done,) = result.claims
    assert (done.id, done.quote, done.where.text) == (said.id, said.quote, "Corvo")
    assert (done.where.place, done.actors[0].party, done.speakers[0].party) == ("corvo", "tolmen", "arvania")
    assert result.sources == {"doc_a": "herald"}
    assert result.origins_by_claim == {said.id: "source:palace-tv"}


def test_what_a_claim_answers_and_when_come_from_its_reading():
    first, second = claim(where="Corvo"), claim(where="Corvo", start=40)
    part = Part(field="when", start=0, end=3, rule="month", value="2021-03")
    readings = {second.id: Reading(claim=second.id, rules=("x",), parts=(part,), follows=first.id)}
    result = resolve([document("doc_a")], text_of("doc_a"), [first, second], readings, knowledge=KNOWN)
    assert result.claims[1].because == first.id
    assert (result.claims[1].when.start, result.claims[1].when.end) == ("2021-03-01", "2021-03-31")


def test_an_outlet_that_no_table_lists_is_a_doubt():
    result = resolve([document("doc_a", source="Evening Lantern")], text_of("doc_a"), [], {}, knowledge=KNOWN)
    assert [doubt.question.code for doubt in result.doubts] == ["unknown_source"]


def test_a_document_by_itself_gives_what_the_whole_gives():
    keys = ("doc_a", "doc_b")
    claims = [claim(document=key, where=name) for key, name in zip(keys, ("Corvo", "Linden"), strict=True)]
    texts = text_of("doc_a") | text_of("doc_b")
    whole = resolve([document(key) for key in keys], texts, claims, {}, knowledge=KNOWN)
    alone = [
        resolve_document(document(key), texts[key].text, [each], {}, knowledge=KNOWN)[0][0]
        for key, each in zip(keys, claims, strict=True)
    ]
    assert list(whole.claims) == alone


PAIR = {"Tolmen Front": "Ashen League", "Ashen League": "Tolmen Front"}
SENTENCES = (
    "{} fighters",
    "the {}",
    "a {} spokesman",
    "anti-{} gunmen",
    "members of the {}",
    "{}’s allies",
    "two {} commanders",
)


def swapped(text):
    return re.sub("|".join(PAIR), lambda match: PAIR[match.group()], text)


@given(
    st.lists(
        st.tuples(st.sampled_from(SENTENCES), st.sampled_from(sorted(PAIR)), st.booleans()), min_size=1, max_size=6
    )
)
def test_swapping_two_belligerents_everywhere_swaps_their_ids_and_nothing_else(said):
    league = Party(id="league", name="Ashen League", aliases=(), kind="armed_group")
    front = Party(id="front", name="Tolmen Front", aliases=(), kind="armed_group")
    known = index_knowledge(parties=(PARTIES[0], league, front), sources=SOURCES, places=PLACES)

    def run(change):
        claims = [
            claim(start=20 * i, **{"speakers" if speaks else "actors": (change(shape.format(name)),)})
            for i, (shape, name, speaks) in enumerate(said)
        ]
        result = resolve(
            [document("doc_a")], text_of("doc_a", change(" ".join(map(str, said)))), claims, {}, knowledge=known
        )
        return [
            ([actor.party for actor in each.actors], [(s.party, s.kind, s.source) for s in each.speakers], each.where)
            for each in result.claims
        ]

    def other(party):
        return {"front": "league", "league": "front"}.get(party, party)

    straight = [
        ([other(p) for p in actors], [(other(p), k, s) for p, k, s in voices], w) for actors, voices, w in run(str)
    ]
    assert run(swapped) == straight


NOISE = st.text(alphabet=st.sampled_from("aZ é’'-,.()‌ دة٣ Corvo in near of the \n"), max_size=30) | st.text(max_size=30)


@given(NOISE)
def test_any_words_are_resolved_or_left_open_and_never_refused(words):
    said = claim(where=words, actors=(words,), speakers=(words,))
    result = resolve([document("doc_a", source=words)], text_of("doc_a", words), [said], {}, knowledge=KNOWN)
    assert [each.id for each in result.claims] == [said.id]
    assert result.origins_by_claim[said.id]

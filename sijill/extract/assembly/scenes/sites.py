"""The building, camp or other site at which something was done, told of without a name beside its town: "shells hit a
mosque in Kessa", "a blast outside a checkpoint".
"""

from collections.abc import Iterator
from dataclasses import replace

from sijill.extract.assembly.memory import Telling, words_part
from sijill.extract.predicates.draft import Draft
from sijill.extract.predicates.fighting.ground import ground_taken
from sijill.extract.syntax.classes import ADVERB, DET, POSSESSIVE, PREP
from sijill.extract.syntax.kinds import is_people
from sijill.extract.syntax.parts import Cue, Phrase, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.ar.clitics import bare
from sijill.language.places.words import SITE_KEYS, words
from sijill.language.tokens import POSSESSIVE as GENITIVE
from sijill.model.claim import Act, Harm, Part

STRUCK = frozenset(
    {Act.BOMBING, Act.AIRSTRIKE, Act.SHELLING, Act.SHOOTING, Act.CHEMICAL_ATTACK, Act.OTHER, Act.KILLING}
)
BUILT = SITE_KEYS - words("bus buses minibus train ferry boat tunnel street post posts stand field fields parking")
"""Kinds of sites that name what was struck right before the word of an act."""
SHORT = 6
"""Words of "a crowded vegetable market"."""
FAR = 12
"""Tokens between the word of an act or harm and its site."""
LINKS = 8
"""Tokens between a site and the place that it lies in."""


def site_parts(t: Telling, draft: Draft, where: Part | None) -> list[Part]:
    """The site of what was done, for resolve to put before the place. where: the words that say the place."""
    s = t.s
    if draft.harm is Harm.FOUND_DEAD or not _names_a_site(s, s.start, s.stop):
        return []
    spot = next((each for each in t.spots if where is not None and s.tokens.starts[each.start] == where.start), None)
    if spot is not None and _names_a_site(s, spot.start, spot.end):
        return []
    governors = [*_governors(s, draft)]
    may_be = (site for site in _sites(s, t.spots) if not _lies_elsewhere(t, site, spot))
    sites = [site for site in may_be if not _is_for_the_dying(s, draft, site)]
    done_at = (
        site for site in sites if any(_was_done_at(s, draft, cue, site) for cue in governors) or _opens(s, draft, site)
    )
    found = next(done_at, None) or next((site for site in sites if _is_ground_taken(s, draft, site)), None)
    span = _said(s, found) if found is not None else _named_with_the_act(s, governors)
    if span is None:
        return []
    return [words_part(s, span, field="site", rule="site", value=s.text(*span))]


def _named_with_the_act(s: Sentence, governors: list[Cue]) -> tuple[int, int] | None:
    """ "A market bombing", "the hospital attack"; not "a truck bomb", "a tunnel bombing", nor "street battles"."""
    for cue in governors:
        k, phrase = cue.start - 1, s.at(cue.start)
        struck = not cue.verbal and cue.row.act in STRUCK and phrase is not None and phrase.start <= k
        if struck and bare(s.low(k)) in BUILT and not any(name.start <= k < name.end for name in s.names):
            plural = s.at(k - 1) is phrase and s.low(k - 1).endswith("s") and s.low(k - 1) not in GENITIVE
            return (k - 1 if plural else k), k + 1  # "a weapons depot", "the girls school"
    return None


def _names_a_site(s: Sentence, start: int, stop: int) -> bool:
    return any(bare(low) in SITE_KEYS for low in s.tokens.lows[start:stop])


def _sites(s: Sentence, spots: list[Spot]) -> Iterator[Phrase]:
    """Those of the sentence, whole: "a residential | building" is cut in two, for its last word may be a verb."""
    for at, phrase in enumerate(s.phrases):
        if _is_site(s, phrase, spots):
            before = s.phrases[at - 1] if at else phrase
            whole = s.kind(phrase.start) & DET or before.names or before.cue or is_people(before)
            cut = before.end == phrase.start and not whole
            yield replace(phrase, start=before.start) if cut else phrase


def _is_site(s: Sentence, phrase: Phrase, spots: list[Spot]) -> bool:
    """A kind of building or the like without a name of a place, and nobody."""
    if bare(s.low(phrase.head)) not in SITE_KEYS or phrase.cue is not None or phrase.pronoun:
        return False
    start, end = _own_words(s, phrase)
    owned = start > phrase.start and s.low(start - 1) in GENITIVE  # "Kessa's main square"
    first = start if owned else phrase.start
    named = any(spot.named and spot.start < phrase.end and first < spot.end for spot in spots)
    known = named or phrase.victim is not None or (phrase.place is not None and not owned)
    known = known or s.low(phrase.start) in s.words.no
    return not known and start <= phrase.head < end <= start + SHORT


def _own_words(s: Sentence, phrase: Phrase) -> tuple[int, int]:
    """Without whose it is: "army outpost" of "a Varran army outpost"."""
    start, end = phrase.start, phrase.end
    for k in range(phrase.start, phrase.end):
        known = any(name.start <= k < name.end for name in phrase.names) or s.low(k) in GENITIVE
        if known and k > phrase.head:
            end = min(end, k)
        elif known or (s.low(k),) in s.lexicon.nationalities:
            start = k + 1
    return start, end


def _said(s: Sentence, site: Phrase) -> tuple[int, int]:
    """ "Near a school", "in front of a school", "the gate of a school"; "a school" of "at a school"."""
    start, end = _own_words(s, site)
    whole = _prepositions(s, site) if start == site.start else range(start, start)
    for k in whole:
        if s.low(k) in s.words.beside_sites or s.at(k) is not None:
            front = s.low(k) in s.words.parts_of_sites and s.low(k - 1) in s.words.in_of_from
            return k - front, end
    return start, end


def _prepositions(s: Sentence, site: Phrase) -> range:
    """The words that put something at the site: "at", "near", "in front of", "against one of"; empty without any."""
    at, words = site.start - 1, s.words.at_sites | s.words.beside_sites
    at -= s.low(at) in s.words.of and s.low(at - 1) in words  # "inside of"
    part = s.at(at - 1) if s.low(at) in s.words.of else None
    if part is not None and s.low(part.end - 1) in s.words.parts_of_sites | s.words.one_of:
        at = part.start - 1
    while {s.low(at), s.low(at - 1)} <= words:
        at -= 1
    return range(at if s.low(at) in words else site.start, site.start)


def _governors(s: Sentence, draft: Draft) -> Iterator[Cue]:
    """The cues of which the site may be that of the draft: its own, those that count people harmed in one breath with
    it, and the acts that stand nearer to these than to other people harmed; not flight."""
    clusters = _clusters(s)
    own = next((each for each in clusters if draft.cue in each), [draft.cue])
    yield from (each for each in own if each is draft.cue or each.row.harm is not Harm.DISPLACED)
    for cue in s.cues:
        if cue.row.harm is not Harm.NONE or cue in own or cue.row.act is Act.AID_DELIVERY:
            continue
        nearest = min(clusters, key=lambda each: min(abs(other.start - cue.start) for other in each), default=own)
        alone = draft.harm is Harm.NONE or not clusters
        if (not alone and nearest is own and not _is_of_another_time(s, cue, own)) or cue.start == _act(draft):
            yield cue


def _act(draft: Draft) -> int:
    return draft.act_words[0] if draft.act_words is not None else draft.cue.start


def _clusters(s: Sentence) -> list[list[Cue]]:
    """Cues of harm, those together between which no act, place or "while" is told: "killed 12 and wounded 30"."""
    found: list[list[Cue]] = []
    parts = s.words.parts_verbs - s.words.and_
    for cue in s.cues:
        harms = cue.row.harm is not Harm.NONE
        if harms and found and found[-1] and parts.isdisjoint(s.tokens.lows[found[-1][-1].end : cue.start]):
            found[-1].append(cue)
        elif harms:
            found.append([cue])
        elif found and found[-1]:
            found.append([])
    return [each for each in found if each]


def _is_of_another_time(s: Sentence, cue: Cue, own: list[Cue]) -> bool:
    """ "Killed 12, hours after shells hit a school"."""
    lo, hi = sorted((cue.start, own[0].start))
    parts = s.words.time_clauses | (s.words.parts_verbs - s.words.and_)
    return not parts.isdisjoint(s.tokens.lows[lo:hi])


def _was_done_at(s: Sentence, draft: Draft, cue: Cue, site: Phrase) -> bool:
    """Was the site hit, or what exploded, or does it stand "at" or "in" right after the act or those harmed? Not
    of an act that was answered.
    """
    if s.says(s.sayings.response, draft.cue.end, site.start):
        return False
    if cue.row.act is Act.DESTRUCTION and s.low(site.start) not in s.words.one | s.words.one_known:
        return False
    if any(each.start == site.start for each in draft.struck) and cue is draft.cue:
        return True
    if _was_fought_for(s, cue, site) or _crashed_there(s, draft, cue, site):
        return True
    if cue.verbal and cue.row.harm is Harm.NONE:
        group, hit = s.grammar.verb_group(s, cue), s.grammar.objects(s, cue.end)
        exploded = cue.row.act is Act.BOMBING and not hit
        hit = hit if not (group.passive or exploded) else s.grammar.subjects(s, group.start)
        if any(each.start == site.start for each in hit):
            return True
    return _reaches(s, draft, cue, site)


def _was_fought_for(s: Sentence, cue: Cue, site: Phrase) -> bool:
    """ "In the fighting for a base"."""
    fight = not cue.verbal and cue.row.act is Act.ARMED_CLASH
    return fight and s.low(cue.end) in s.words.for_ and site.start == cue.end + 1


def _is_ground_taken(s: Sentence, draft: Draft, site: Phrase) -> bool:
    """ "Seized a base in clashes that killed ten"; nobody's home."""
    if draft.act is not Act.ARMED_CLASH or draft.act_words is None or s.kind(site.start) & POSSESSIVE:
        return False
    ground = ground_taken(s, draft.act_words[0])
    return ground is not None and ground.start <= site.start < ground.end


def _crashed_there(s: Sentence, draft: Draft, cue: Cue, site: Phrase) -> bool:
    """ "A jet crashed into a mill in Kessa, killing ten", "ten died when a jet crashed into a mill": nothing else that
    was done stands between."""
    at = _prepositions(s, site).start
    if at == site.start or s.low(at - 1) not in s.words.mishaps or cue is not draft.cue:
        return False
    lo, hi = sorted((cue.start, at - 1))
    others = (each for each in s.cues if lo < each.start < hi and each is not cue)
    return all(each.row.harm is not Harm.NONE for each in others)


def _reaches(s: Sentence, draft: Draft, cue: Cue, site: Phrase) -> bool:
    """ "Killed 12 people at a market", "a blast tore through a market": nothing else is told between, and nobody."""
    at = _prepositions(s, site).start
    if at == site.start or not 0 <= at - cue.end <= FAR:
        return False
    into = s.low(at) in s.words.into_sites and s.low(at - 2) not in s.words.time_clauses
    return all(_lets_on(s, draft, k) or (into and k == at - 1) for k in range(cue.end, at))


def _lets_on(s: Sentence, draft: Draft, k: int) -> bool:
    """Words of those harmed, of a time, a weapon, a place; not of others who may be at the site, and no verb."""
    phrase, harmed = s.at(k), draft.harmed
    if s.low(k) in s.words.including:
        return False
    if phrase is None:
        return bool(s.kind(k) & (PREP | DET | ADVERB | POSSESSIVE)) or any(time[0] <= k < time[1] for time in s.times)
    if not is_people(phrase) or (harmed is not None and harmed.start <= k < harmed.end):
        return True
    return s.low(phrase.start - 1) in s.words.by


def _opens(s: Sentence, draft: Draft, site: Phrase) -> bool:
    """ "In a mill they were beaten", "on Sunday, in a school in Kessa, 12 died", "three guards at a gate were shot":
    before all that is told."""
    at = _prepositions(s, site).start
    if at == site.start or site.start > draft.cue.start:
        return False
    told = any(cue.start < draft.cue.start for cue in s.cues) or any(cue.start < site.start for cue in s.speech)
    return not told and all(_is_before_all(s, draft, k) for k in range(s.start, at))


def _is_before_all(s: Sentence, draft: Draft, k: int) -> bool:
    timed = any(time[0] - 1 <= k < time[1] for time in s.times)
    return timed or s.low(k) == "," or (draft.harmed is not None and draft.harmed.start <= k < draft.harmed.end)


def _lies_elsewhere(t: Telling, site: Phrase, spot: Spot | None) -> bool:
    """Do its words go on to a place that is not that of the claim?"""
    s = t.s
    after = (each for each in t.spots if each.start >= site.end and each.named and not each.country)
    outer = [each for each in after if _goes_on_to(s, site.end, each)]
    return bool(outer) and spot is not None and spot.named and spot not in outer


def _goes_on_to(s: Sentence, end: int, spot: Spot) -> bool:
    between = range(end, spot.start)
    return len(between) <= LINKS and all(s.at(k) is not None or s.kind(k) & (PREP | DET) for k in between)


def _is_for_the_dying(s: Sentence, draft: Draft, site: Phrase) -> bool:
    """ "Died in hospital": where the wounded were taken."""
    return draft.cue.row.frame == "dies" and bare(s.low(site.head)) in s.words.hospitals

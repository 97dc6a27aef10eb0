"""Who is said to have done it: names of actors to parties. Nobody is given a party that the words do not name.

A whole name that is an alias decides. Otherwise words for forces and fighters are taken off ("ISIS fighters",
"Ruritanian warplanes", "the army's soldiers") and what is left must be an alias; an adjective of a state counts only
beside a word for forces. The rules are the same for every party.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from sijill.language.fighting import OF_KIND, TIED
from sijill.language.folding import fold, without_possessive
from sijill.language.vocabulary import is_armed_group
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import DocumentId
from sijill.model.party import Actor, PartyId, Role
from sijill.model.source import Speaker
from sijill.resolve.knowledge import Gazetteer, PartyNames, masculine, party_key
from sijill.resolve.people.arms import of_its_arms
from sijill.resolve.people.units import other_units
from sijill.resolve.words import (
    ALLIES,
    ARMS,
    FIGHTERS,
    FORCE,
    LEADING,
    OF_GROUPS,
    OPPOSED,
    ORGANS,
    OWN,
    STATE_ARMS,
    THE_GROUP,
    TRAILING,
)

OF = re.compile(r"\s+(?:of|from|belonging to|affiliated with|loyal to)\s+(?:the\s+)?", re.IGNORECASE)
BACKED_BY = re.compile(
    r"\s+(?:(?:backed|armed|trained|supported|funded) by|(?:ال)?مدعوم(?:ة|ين|ون|ا)?)\s.*$", re.IGNORECASE
)
"""Behind a name: somebody else, who did not do it."""
NOBODY_HEARD: Mapping[ClaimId, tuple[Speaker, ...]] = MappingProxyType({})
LONGEST = 8
"""Words of a name that is looked for within others."""
AND = re.compile(r"\s*(?:,|\band\b|\bو(?=\S))\s*")


def resolve_parties(
    claims: Iterable[Claim],
    parties: PartyNames,
    settled: Mapping[str, PartyId],
    speakers: Mapping[ClaimId, tuple[Speaker, ...]] = NOBODY_HEARD,
    places: Gazetteer | None = None,
) -> tuple[dict[ClaimId, tuple[Actor, ...]], list[Doubt]]:
    """The actors of each claim of one document with their parties; a doubt for a name that several parties bear.

    settled   folded name -> party id, as decided by analysts; it wins over every alias
    speakers  resolved: "its aircraft", said by a party of itself, are that party's
    places    that may head a paragraph
    """
    listed = list(claims)
    names = {actor.name for claim in listed for actor in claim.actors}
    found = {name: parties_named(name, parties, settled) for name in sorted(names)}
    sure = {ids[0] for ids in found.values() if len(ids) == 1}
    voices = {each.party for claim in listed for each in speakers.get(claim.id, ()) if each.party}
    known = sorted(each for each in sure | voices if each in parties.by_id)
    states = tuple(each for each in known if parties.by_id[each].kind == "state")
    chosen = {name: _by_context(ids, sure) for name, ids in found.items()}
    sides = names - {actor.name for claim in listed for actor in claim.actors if actor.role is not Role.JOINT}
    chosen |= {name: _by_its_adjective(name, sure, parties) for name in sides if not chosen[name]}
    chosen |= _under_headings([name for name, ids in chosen.items() if not ids], parties, places)
    chosen |= other_units(chosen)
    chosen |= {name: states for name, ids in chosen.items() if not ids and _arms_of_a_state(name)}
    fallen = {each for claim in listed if claim.victims for each in _named_in(claim.victims.text, parties)}
    groups = tuple(each for each in sorted(sure | voices | fallen) if _is_a_group(each, parties))
    by_kind = {name: groups for name, ids in chosen.items() if not ids and len(groups) == 1 and _is_the_group(name)}
    chosen |= by_kind
    unclear: dict[tuple[str, tuple[PartyId, ...]], list[ClaimId]] = {}
    actors: dict[ClaimId, tuple[Actor, ...]] = {}
    for claim in listed:
        heard = speakers.get(claim.id, ())
        own = _said_of_itself(claim, heard, chosen)
        joined = _said_together(claim, chosen, parties, settled)
        others = dict.fromkeys(by_kind, ()) if any(each.party in groups for each in heard) else {}
        mine = {**chosen, **others, **joined, **own, **of_its_arms(claim, listed, chosen, parties, sure | voices)}
        actors[claim.id] = tuple(each for actor in claim.actors for each in _identified(actor, mine, parties, settled))
        for name in dict.fromkeys(actor.name for actor in claim.actors):
            if len(mine[name]) > 1:
                unclear.setdefault((name, mine[name]), []).append(claim.id)
    document = listed[0].document if listed else DocumentId("")
    return actors, [ask_which_party(document, name, ids, about) for (name, ids), about in unclear.items()]


def _arms_of_a_state(name: str) -> bool:
    """ "The air force", "the criminal regime": no name in it, and the words of a state's arms at its end."""
    first, *rest = without_possessive(name).split() or [""]
    words = [fold(word) for word in rest]
    plain = bool(rest) and not any(word[0].isupper() for word in rest)
    return plain and first.casefold() == "the" and words[-1] in STATE_ARMS and words[-1] not in ALLIES


def _is_a_group(party: PartyId, parties: PartyNames) -> bool:
    return party in parties.by_id and is_armed_group(parties.by_id[party])


def _named_in(said: str, parties: PartyNames) -> set[PartyId]:
    """Whoever is named in words for the harmed: "40 members of the Tolmen Front"."""
    words = party_key(said).split()
    spans = ((i, j) for i in range(len(words)) for j in range(i + 1, min(i + LONGEST, len(words)) + 1))
    return {each for i, j in spans for each in parties.by_name.get(" ".join(words[i:j]), ())}


def _is_the_group(name: str) -> bool:
    """ "The militants", "the extremist group": no name in it, and the word of an armed group at its end."""
    first, *rest = name.split() or [""]
    plain = bool(rest) and all(word.islower() for word in rest)
    return (
        plain
        and first.casefold() == "the"
        and fold(rest[-1]) in THE_GROUP
        and all(fold(word) in THE_GROUP or fold(word) in OF_GROUPS for word in rest)
    )


def _said_of_itself(
    claim: Claim, speakers: tuple[Speaker, ...], chosen: Mapping[str, tuple[PartyId, ...]]
) -> dict[str, tuple[PartyId, ...]]:
    """ "Its aircraft", in the mouth of a party and of nobody named: those of the innermost speaker."""
    party = speakers[-1].party if speakers else None
    return {
        actor.name: (party,)
        for actor in claim.actors
        if party is not None and not chosen[actor.name] and _is_own(actor.name)
    }


def _is_own(name: str) -> bool:
    first, *rest = fold(name).split() or [""]
    return first in OWN and bool(rest) and _only_heads(rest) and rest[-1] not in ALLIES


def _said_together(
    claim: Claim, chosen: Mapping[str, tuple[PartyId, ...]], parties: PartyNames, settled: Mapping[str, PartyId]
) -> dict[str, tuple[PartyId, ...]]:
    """Of "Ruritanian and Graustarkian warplanes" somebody may have read "Ruritanian" alone: the noun goes with both."""
    heads = [word for actor in claim.actors for word in actor.name.split()[-1:] if fold(word) in FORCE]
    bare = [
        actor.name for actor in claim.actors if not chosen[actor.name] and party_key(actor.name) in parties.adjectives
    ]
    return {name: parties_named(f"{name} {heads[0]}", parties, settled) for name in bare if heads}


def ask_which_party(
    document: DocumentId, name: str, candidates: tuple[PartyId, ...], about: Iterable[ClaimId]
) -> Doubt:
    """The doubt for a name that several parties bear."""
    question = Reason(code="which_party", values={"name": name})
    return doubt(Step.RESOLVE, question, (document, *about), candidates)


def parties_named(name: str, parties: PartyNames, settled: Mapping[str, PartyId]) -> tuple[PartyId, ...]:
    """The parties that a name may mean: none, one, or several when an alias is shared."""
    for each in (fold(name), party_key(name)):
        if each in settled:
            return (settled[each],)
    name = BACKED_BY.sub("", name)
    key = party_key(name)
    return (
        _exact(key, parties)
        or (_exact(f"{key} coalition", parties) if key.endswith(" led") else ())
        or _as_possession(name, parties, settled)
        or _stripped(key.split(), _capitalised(name), parties)
        or _behind_forces(key.split(), parties)
        or _of(name, parties, settled)
        or _whoever_backs_them(name, parties, settled)
        or _behind_description(key.split(), _capitalised(name), parties)
    )


def _under_headings(
    names: Iterable[str], parties: PartyNames, places: Gazetteer | None
) -> dict[str, tuple[PartyId, ...]]:
    """ "Tarn Army units fired", where other paragraphs of the document are headed by other towns before the same force:
    no part of the name. What follows must be known as a whole, and is no name with capitals only ("Tarn Defence
    Forces"), nor the forces of a country."""
    headed: dict[tuple[PartyId, ...], dict[str, str]] = defaultdict(dict)
    for name, words, cut in ((name, name.split(" "), cut) for name in names for cut in (1, 2)):
        head, rest = " ".join(words[:cut]), " ".join(words[cut:])
        ids = places.by_name.get(fold(head), ()) if places is not None else ()
        towns = [each for each in ids if places is not None and places.by_id[each].kind != "country"]
        plain = rest[:1].isupper() and any(word.islower() for word in rest.split())
        if len(towns) == len(ids) > 0 and plain and not _exact(party_key(head), parties):
            headed[_exact(party_key(rest), parties)][name] = fold(head)
    return {name: ids for ids, heads in headed.items() if len(set(heads.values())) > 1 for name in heads}


def _by_its_adjective(name: str, sure: set[PartyId], parties: PartyNames) -> tuple[PartyId, ...]:
    """ "Hill militants", of the one armed group that the document names surely and that is called so with a word for
    forces ("Hill forces"), where they are told of as a side of a fight."""
    words = [word for word in party_key(name).split() if word not in LEADING and not word.isdigit()]
    *before, last = words or [""]
    first, *behind = words or [""]
    adjective = " ".join(before) if last in FIGHTERS else masculine(" ".join(behind)) if first in FIGHTERS else ""
    known = parties.adjectives.get(adjective, ())
    return known if len(known) == 1 and known[0] in sure and _is_a_group(known[0], parties) else ()


def _exact(key: str, parties: PartyNames) -> tuple[PartyId, ...]:
    ids = parties.by_name.get(key, ())
    if not ids and key.endswith("s"):
        return parties.by_name.get(key[:-1], ())
    return ids


def _as_possession(name: str, parties: PartyNames, settled: Mapping[str, PartyId]) -> tuple[PartyId, ...]:
    """ "N's Ruritanian allies" are Ruritania, "N's forces" are those of N, "N's allies" are nobody named."""
    owner, mark, owned = (
        re.split(r"(['’]s?)\s+", name, maxsplit=1) if re.search(r"\w['’]s?\s+\w", name) else ("", "", "")
    )
    if not mark:
        return ()
    inner = parties_named(owned, parties, settled)
    words = fold(owned).split()
    if inner and not _only_heads(words):
        return inner
    return _exact(party_key(owner), parties) if _only_heads(words) and words[-1] not in ALLIES else ()


def _stripped(words: list[str], proper: frozenset[str], parties: PartyNames) -> tuple[PartyId, ...]:
    """Take words for forces off the end and counts off the front until what is left is an alias.

    "Ruritanian allies" are Ruritania; the allies of a party are not that party.
    """
    while words and (words[0] in LEADING or words[0].isdigit()):
        words = words[1:]
    while len(words) > 1 and words[-1] in TRAILING:
        words = words[:-1]
    force = allied = False
    while words:
        key = " ".join(words)
        whole = _exact(key, parties)
        if whole:
            return () if allied else whole
        adjective = parties.adjectives.get(key) or parties.adjectives.get(key.removesuffix("s"))
        if force and adjective:
            return adjective
        last = words[-1]
        if last not in FORCE and last not in FIGHTERS and last not in ORGANS:
            return () if allied else _at_end(words, proper, parties)
        force = force or last in FORCE or last in ORGANS
        allied = allied or last in ALLIES
        words = words[:-1]
    return ()


def _behind_forces(words: list[str], parties: PartyNames) -> tuple[PartyId, ...]:
    """The same for Arabic, which puts the forces first: what follows them must be an alias or an adjective."""
    force = False
    while words and not words[0].isascii() and (words[0] in FORCE | FIGHTERS | ORGANS or (force and words[0] in ARMS)):
        force = force or words[0] in FORCE or words[0] in ORGANS
        words = words[1:]
        key = " ".join(words)
        found = _exact(key, parties) or (parties.adjectives.get(masculine(key), ()) if force else ())
        if found:
            return found
    return ()


def _capitalised(name: str) -> frozenset[str]:
    """The folded words of a name that are written as proper names."""
    parts = (part for word in without_possessive(name).split() for part in (word, *word.split("-")))
    return frozenset(fold(part).split(" ")[0] for part in parts if part and not part[0].islower())


def _at_end(words: list[str], proper: frozenset[str], parties: PartyNames) -> tuple[PartyId, ...]:
    """The longest alias that ends the name and is written as a name: "the extremist Orrakan Front".

    Not after a word that turns it around, and not a common noun: "the Ruritanian opposition" is not the one known here.
    """
    for start in range(1, len(words)):
        ids = _exact(" ".join(words[start:]), parties) if words[start] in proper else ()
        if ids:
            before = words[:start]
            turned = before[-1] in OPPOSED or before[-1] in ("of", "by", "to", "and", "with")
            short = len(words) - start == 1 and len(words[start]) < 3
            return () if turned or short else ids
    return ()


def _behind_description(words: list[str], proper: frozenset[str], parties: PartyNames) -> tuple[PartyId, ...]:
    """ "The paramilitary Home Defence Forces"; not "Tarn Defence Forces", whose name begins sooner."""
    first, *rest = words or [""]
    plain = first not in proper | OPPOSED and bool(rest) and rest[0] in proper
    return _exact(" ".join(rest), parties) if plain else ()


def _of(name: str, parties: PartyNames, settled: Mapping[str, PartyId]) -> tuple[PartyId, ...]:
    """ "members of X", "warplanes of the X air force": words for forces, then a name."""
    parted = OF.split(name, maxsplit=1)
    if len(parted) < 2:
        return ()
    heads = [word for word in fold(parted[0]).split() if word not in LEADING and not word.isdigit()]
    return parties_named(parted[1], parties, settled) if heads and _only_heads(heads) else ()


def _whoever_backs_them(name: str, parties: PartyNames, settled: Mapping[str, PartyId]) -> tuple[PartyId, ...]:
    """ "Graustarkian-backed rebels" are the rebels; where that is no more than a word for those who fight, those of
    whoever backs them are known only if he is an ally, or nobody with a name ("foreign-backed rebels")."""
    tied = TIED.match(name)
    if tied is None:
        return ()
    found = parties_named(name[tied.end() :], parties, settled)
    described = any(OF_KIND[kind].issuperset(fold(name[tied.end() :]).split()) for kind in OF_KIND)
    unnamed = tied[1].removeprefix("The ").islower() and fold(tied[1]).split()[-1] not in OF_KIND["state"]
    if not described or unnamed:
        return found
    key = party_key(tied[1])
    backers = {*_exact(key, parties), *parties.adjectives.get(key, ())}
    return found if any(_are_allies(one, other, parties) for one in found for other in backers) else ()


def _are_allies(one: PartyId, other: PartyId, parties: PartyNames) -> bool:
    return one == other or other in parties.by_id[one].allies or one in parties.by_id[other].allies


def _only_heads(words: list[str]) -> bool:
    return all(word in FORCE or word in FIGHTERS or word in LEADING or word in ORGANS for word in words)


def _by_context(ids: tuple[PartyId, ...], sure: set[PartyId]) -> tuple[PartyId, ...]:
    """Of several parties that a name may mean, the only one that the document names without doubt."""
    named = tuple(each for each in ids if each in sure)
    return named if len(ids) > 1 and len(named) == 1 else ids


def _identified(
    actor: Actor,
    chosen: Mapping[str, tuple[PartyId, ...]],
    parties: PartyNames,
    settled: Mapping[str, PartyId],
) -> tuple[Actor, ...]:
    """The actor with its party; one for each party where the words join several ("its X and Y allies").

    In a group of allies the adjective is enough: of "its X and Y allies" somebody may have read "its X" alone.
    """
    ids = chosen[actor.name]
    if len(ids) == 1:
        return (replace(actor, party=ids[0]),)
    joined = () if ids else _joined(actor.name, parties, settled)
    if not ids and not joined and actor.role is Role.COLLECTIVE:
        joined = parties_named(f"{actor.name} allies", parties, settled)
    return tuple(replace(actor, party=each) for each in joined) or (actor,)


def _joined(name: str, parties: PartyNames, settled: Mapping[str, PartyId]) -> tuple[PartyId, ...]:
    parts = [part for part in AND.split(without_possessive(name)) if part]
    if len(parts) < 2:
        return ()
    head = next((word for word in reversed(fold(name).split()) if word in FORCE or word in FIGHTERS), "")
    read = [
        parties_named(part, parties, settled) or parties_named(f"{part} {head}", parties, settled) for part in parts
    ]
    return tuple(dict.fromkeys(ids[0] for ids in read)) if all(len(ids) == 1 for ids in read) else ()

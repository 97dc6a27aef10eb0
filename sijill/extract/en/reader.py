"""A document in English, sentence by sentence: what each says, in whose voice, with what earlier sentences left open."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sijill.extract.en.attribution import Scope, Voice, scopes
from sijill.extract.en.circumstances import called, means_in, nearest_time, response
from sijill.extract.en.clauses import clause_start
from sijill.extract.en.counting import unit_for
from sijill.extract.en.drafts import Draft, Heard, read_drafts
from sijill.extract.en.names import Names
from sijill.extract.en.phrases import Phrase, Sentence, read_sentence
from sijill.extract.en.places import Spot, just_generic, nearest_place, places
from sijill.extract.en.stances import ACCUSATION, modality, reach, stance
from sijill.extract.en.words import BREAK, bits
from sijill.language.dates import Expression
from sijill.language.tokens import Tokens
from sijill.model.claim import (
    About,
    Claim,
    ClaimId,
    Directness,
    Harm,
    Modality,
    Part,
    Reach,
    Reading,
    Stance,
    Status,
    Victims,
    identified,
)
from sijill.model.document import DocumentId
from sijill.model.party import Actor, Role
from sijill.model.place import Where
from sijill.model.source import Speaker
from sijill.model.toll import Extent, Toll, Unit
from sijill.model.when import Period

EXTRACTOR = "sijill-rules@1"
SAME = frozenset("same".split())
PEOPLE_HARMS = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES, Harm.ABDUCTED, Harm.DETAINED, Harm.MISSING})
CUMULATIVE = frozenset("since conflict uprising war revolt revolution".split())


@dataclass(slots=True)
class Memory:
    """What a document has said so far, for what later sentences leave out."""

    heard: Heard = field(default_factory=Heard)
    voice: Voice | None = None
    spot: Spot | None = None
    spot_words: tuple[int, int] | None = None
    time: tuple[str, str, int, int] | None = None
    time_sentence: int = -9
    claims: list[Claim] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    spoken: list[Claim] = field(default_factory=list)


class Reader:
    """Reads one document. Cost: linear in its words."""

    def __init__(self, document: DocumentId, tokens: Tokens, names: Names, cased: bool = True) -> None:
        self.document, self.tokens, self.names, self.cased = document, tokens, names, cased
        self.memory = Memory()

    def read(self, start: int, stop: int, number: int) -> None:
        """Add what the sentence in tokens [start, stop) says."""
        s = read_sentence(self.tokens, start, stop, self.names, self.cased)
        spots = places(s)
        memory = self.memory
        drafts = read_drafts(s, memory.heard) if s.cues else []
        speaking = bool(drafts) or bool(s.speech)
        said = scopes(s, memory.voice) if speaking else []
        spoken: list[Claim] = []
        made: dict[int, Claim] = {}
        for draft in drafts:
            claim, reading = self._claim(s, draft, said, spots, made, number)
            if all(claim.id != other.id for other in memory.claims[-40:]):
                memory.claims.append(claim)
                memory.readings.append(reading)
            made[id(draft)] = claim
            if claim.speakers:
                spoken.append(claim)
        for echo in self._echoes(s, said, drafts):
            spoken.append(echo)
        self._remember(s, drafts, said, spots, number)
        memory.spoken = spoken or memory.spoken

    def _claim(
        self, s: Sentence, draft: Draft, said: list[Scope], spots: list[Spot], made: dict[int, Claim], number: int
    ) -> tuple[Claim, Reading]:
        heard = [] if draft.own_voice else covering(said, draft)
        voices = _voices(heard)
        parts = [
            Part(
                field="act",
                **self._words(*(draft.act_words or (draft.cue.start, draft.cue.end))),
                rule=f"{draft.rule}:{draft.cue.row.lemma}",
            )
        ]
        taken, topic = stance(s, draft, heard)
        when, timed = self._when(s, draft, said, number, parts)
        where = self._where(s, draft, spots, voices, parts)
        how = modality(s, draft)
        actors = self._actors(draft, heard, taken, parts)
        victims, toll = self._victims(s, draft, made, parts)
        lo, hi = _quoted(s, draft, parts, self.tokens)
        following = [other.start for other in s.cues if other.start >= hi]
        about_words = called(s, max(s.start, lo - 2), min([s.stop, *following]) if draft.cue.row.frame == "act" else hi)
        means = means_in(s, lo, hi)
        for start, end, rule in about_words:
            parts.append(Part(field="said_to_be", **self._words(start, end), rule=rule))
        for voice in voices:
            parts.append(
                Part(field="speaker", **self._words(voice.start, voice.end), rule="voice", carried=voice.carried)
            )
        claim = identified(
            Claim(
                id=ClaimId(""),
                document=self.document,
                span=(self.tokens.starts[lo], self.tokens.ends[hi - 1]),
                quote=self.tokens.quote(lo, hi),
                speakers=tuple(Speaker(name=voice.name, kind=voice.kind) for voice in voices),
                stance=taken,
                act=draft.act,
                harm=draft.harm,
                directness=Directness.INDIRECT if draft.indirect else Directness.DIRECT,
                about=topic,
                reach=reach(s, draft, taken, timed),
                actors=actors,
                victims=victims,
                toll=toll,
                when=when,
                where=where,
                means=self.tokens.quote(*means) if means else None,
                said_to_be=tuple(dict.fromkeys(rule for _, _, rule in about_words)),
                modality=how,
                extractor=EXTRACTOR,
                confidence=_confidence(draft, parts),
            )
        )
        return claim, Reading(
            claim=claim.id,
            rules=tuple(dict.fromkeys(part.rule for part in parts)),
            parts=tuple(parts),
            follows=self._follows(s, draft),
        )

    def _words(self, start: int, end: int) -> dict[str, int]:
        return {"start": self.tokens.starts[start], "end": self.tokens.ends[end - 1]}

    def _actors(self, draft: Draft, heard: list[Scope], taken: Stance, parts: list[Part]) -> tuple[Actor, ...]:
        named = [Actor(name=doer.name, role=doer.role) for doer in draft.doers]
        for doer in draft.doers:
            parts.append(Part(field="actor", **self._words(doer.start, doer.end), rule="doer", carried=doer.carried))
        inner = heard[-1] if heard else None
        if (
            not named
            and inner is not None
            and inner.voices
            and (taken is Stance.ACCEPTS_RESPONSIBILITY or (inner.stance is Stance.DENIES and draft.cue.form == "ing"))
        ):
            named = [Actor(name=inner.voices[-1].name, role=Role.DIRECT)]
        if inner is not None and inner.note in ("accuse", "blame") and not named:
            target = _accused(self, inner)
            named = target
        return tuple(dict.fromkeys(named))

    def _victims(
        self, s: Sentence, draft: Draft, made: dict[int, Claim], parts: list[Part]
    ) -> tuple[Victims | None, Toll | None]:
        if draft.harmed is None:
            return None, None
        harmed = draft.harmed
        parts.append(Part(field="victims", **self._words(harmed.start, harmed.end), rule="victims"))
        victims, toll = harmed.victims, harmed.toll
        before = next(
            (
                c
                for c in reversed(list(made.values()))
                if c.victims is not None and c.victims.status is not Status.UNKNOWN
            ),
            None,
        )
        if (
            harmed.bare
            and victims.status is Status.UNKNOWN
            and before is not None
            and before.victims is not None
            and draft.harm in PEOPLE_HARMS
        ):
            victims = replace(victims, status=before.victims.status, inferred=True)
        if toll is None or (draft.harm is Harm.NONE and toll.number is None):
            return victims, toll
        whole = made.get(id(draft.whole)) if draft.whole is not None else None
        unit = unit_for(draft.harm.value, toll.unit is Unit.NAMED)
        toll = replace(
            toll, unit=unit, extent=Extent.PART if draft.rule == "part" else Extent.WHOLE,
            subset_of=whole.id if whole else None, cumulative=_is_cumulative(s, draft),
        )  # fmt: skip
        parts.append(Part(field="toll", **self._words(harmed.start, harmed.end), rule=f"count:{toll.hedge.value}"))
        return victims, toll

    def _when(
        self, s: Sentence, draft: Draft, said: list[Scope], number: int, parts: list[Part]
    ) -> tuple[Period, bool]:
        memory = self.memory
        answered = response(s)
        times = [t for t in s.times if not _is_of_speech(s, t, said)]
        if answered is not None and draft.cue.start > answered[1].end:
            inside = next((t for t in times if answered[0] <= t[0] < answered[1].end + 3), None)
            if inside is not None:
                return self._timed(inside, f"after:{inside[2]}", parts), True
        time = nearest_time(s, times, draft.cue)
        if time is not None:
            return self._timed(time, time[2], parts), True
        then = next((i for i in range(s.start, s.stop - 1) if s.low(i) == "since" and s.low(i + 1) == "then"), None)
        if then is not None and memory.time is not None:
            part = Part(field="when", **self._words(then, then + 2), rule="since then", value=f"since:{memory.time[1]}")
            parts.append(part)
            return Period(text=self.tokens.quote(then, then + 2)), True
        plain = draft.group is None or not (draft.group.negated or draft.group.present)
        if (
            memory.time is not None
            and number - memory.time_sentence == 1
            and draft.harm is not Harm.NONE
            and plain
            and not _is_cumulative(s, draft)
        ):
            text, value, start, end = memory.time
            parts.append(Part(field="when", start=start, end=end, rule="carried time", value=value, carried=True))
            return Period(text=text), False
        return Period(), False

    def _timed(self, time: Expression, value: str, parts: list[Part]) -> Period:
        parts.append(Part(field="when", **self._words(time[0], time[1]), rule="time", value=value))
        return Period(text=self.tokens.quote(time[0], time[1]))

    def _where(
        self, s: Sentence, draft: Draft, spots: list[Spot], voices: tuple[Voice, ...], parts: list[Part]
    ) -> Where:
        memory = self.memory
        outside = [spot for spot in spots if not any(v.start <= spot.start < v.end for v in voices)]
        spot = nearest_place(s, outside, draft.cue.start, draft.cue.end) or nearest_place(
            s, spots, draft.cue.start, draft.cue.end
        )
        if spot is not None and spot.named:
            parts.append(Part(field="where", **self._words(spot.start, spot.end), rule="place"))
            return Where(text=spot.text)
        base = memory.spot
        if spot is not None and (base is None or not just_generic(s, spot)):
            parts.append(
                Part(
                    field="where",
                    **self._words(spot.start, spot.end),
                    rule="described place",
                    value=(base.base or base.text) if base else None,
                    carried=base is not None,
                )
            )
            return Where(text=spot.text)
        if base is not None and memory.spot_words is not None:
            start, end = memory.spot_words
            parts.append(Part(field="where", start=start, end=end, rule="carried place", carried=True))
            return Where(text=base.base or base.text)
        return Where()

    def _follows(self, s: Sentence, draft: Draft) -> ClaimId | None:
        """The claim that an act is said to answer: the last one before with the act that the words name."""
        answered = response(s)
        if answered is None or answered[1].cue is None or draft.cue.start < answered[1].end:
            return None
        act = answered[1].cue.row.act
        return next(
            (claim.id for claim in reversed(self.memory.claims) if claim.act is act and claim.harm is not Harm.NONE),
            None,
        )

    def _echoes(self, s: Sentence, said: list[Scope], drafts: list[Draft]) -> Iterator[Claim]:
        """ "X suggested the same", "X denied the accusations": the content is what was said before."""
        for cue in s.speech:
            phrase = s.at(cue.end)
            scope = next((scope for scope in said if scope.cue == (cue.start, cue.end)), None)
            voices = scope.voices if scope else ()
            if (
                phrase is None
                or phrase.start != cue.end
                or (any(d.cue.start > cue.start for d in drafts) and s.low(phrase.head) not in ACCUSATION)
            ):
                continue
            if s.low(phrase.head) in SAME and self.memory.spoken:
                yield self._echo(
                    s, self.memory.spoken[0], _speakers_for(s, cue.start, voices, self), cue.start, phrase, None
                )
            elif (
                cue.row.stance is not Stance.ASSERTS
                and s.low(phrase.head) in ACCUSATION
                and not any(d.cue.start > cue.start for d in drafts)
            ):
                model = next((c for c in reversed(self.memory.claims) if c.actors and c.harm is not Harm.NONE), None)
                if model is not None:
                    yield self._echo(
                        s, model, _speakers_for(s, cue.start, voices, self), cue.start, phrase, cue.row.stance
                    )

    def _echo(
        self, s: Sentence, model: Claim, voices: tuple[Voice, ...], cue_start: int, phrase: Phrase, taken: Stance | None
    ) -> Claim:
        lo = min([cue_start, *(v.start for v in voices if s.start <= v.start < s.stop)])
        hi = phrase.end
        lo = min(lo, cue_start)
        first = next((p.start for p in s.phrases if p.start >= s.start), lo)
        lo = min(lo, first) if first >= cue_start - 6 else lo
        claim = identified(
            replace(
                model, span=(self.tokens.starts[lo], self.tokens.ends[hi - 1]), quote=self.tokens.quote(lo, hi),
                speakers=tuple(Speaker(name=v.name, kind=v.kind) for v in voices), toll=None, stance=taken or model.stance,
                about=(About.RESPONSIBILITY if taken else model.about), reach=model.reach if taken is None else Reach.THIS_EVENT,
                modality=Modality.ACTUAL if taken else model.modality, confidence=0.6,
            )
        )  # fmt: skip
        part = Part(field="act", **self._words(phrase.start, phrase.end), rule="echo")
        self.memory.claims.append(claim)
        self.memory.readings.append(Reading(claim=claim.id, rules=("echo",), parts=(part,)))
        return claim

    def _remember(self, s: Sentence, drafts: list[Draft], said: list[Scope], spots: list[Spot], number: int) -> None:
        memory = self.memory
        named = [spot for spot in spots if spot.named]
        if named:
            memory.spot = named[0] if drafts or memory.spot is None else memory.spot
            if memory.spot is named[0]:
                memory.spot_words = (self.tokens.starts[named[0].start], self.tokens.ends[named[0].end - 1])
        for draft in drafts:
            own = [doer for doer in draft.doers if not doer.carried]
            if own:
                memory.heard = Heard(own[0], own[0])
        if said and said[-1].voices:
            voice = said[-1].voices[-1]
            memory.voice = replace(voice, carried=False)
        times = [t for t in s.times if not _is_of_speech(s, t, said)]
        if drafts and times:
            time = nearest_time(s, times, drafts[0].cue) or times[0]
            memory.time = (
                self.tokens.quote(time[0], time[1]),
                time[2],
                self.tokens.starts[time[0]],
                self.tokens.ends[time[1] - 1],
            )
            memory.time_sentence = number


def covering(said: list[Scope], draft: Draft) -> list[Scope]:
    """The scopes that hold the predicate, outermost first."""
    at = draft.cue.start
    return [
        scope for scope in said
        if scope.start <= at < scope.stop and not any(v.start <= at < v.end for v in scope.voices) and not scope.cue[0] <= at < scope.cue[1]
    ]  # fmt: skip


def _voices(heard: list[Scope]) -> tuple[Voice, ...]:
    seen: dict[str, Voice] = {}
    for scope in heard:
        for voice in scope.voices:
            seen.setdefault(voice.name, voice)
    return tuple(seen.values())


def _speakers_for(s: Sentence, cue_start: int, voices: tuple[Voice, ...], reader: Reader) -> tuple[Voice, ...]:
    return voices


def _accused(reader: Reader, scope: Scope) -> list[Actor]:
    """ "accused X of killing": the object of the verb."""
    s_at = scope.cue[1]
    s = read_sentence(reader.tokens, s_at, scope.stop, reader.names, reader.cased)
    first = s.phrases[0] if s.phrases else None
    if first is None or not (first.party or first.force):
        return []
    return [Actor(name=s.text(first.start, first.end), role=Role.DIRECT)]


def _is_of_speech(s: Sentence, time: Expression, said: list[Scope]) -> bool:
    """ "said on Saturday": the day of speaking, not of what is said."""
    for scope in said:
        end = scope.cue[1]
        if scope.verb in ("according to", "headline"):
            continue
        if 0 <= time[0] - end <= 1 and (time[0] == end or s.low(end) in ("on", "late", "early")):
            following = s.low(time[1])
            return (
                following in (".", ",", "that", "")
                or bool(bits(following) & BREAK)
                or time[1] >= s.stop - 1
                or len(s.times) > 1
            )
    return False


def _is_cumulative(s: Sentence, draft: Draft) -> bool:
    """ "since the conflict began", "so far this year": a total of a period, not of an event."""
    lows = s.tokens.lows[s.start : s.stop]
    if "since" in lows and (
        any(
            low in ("began", "started", "start", "beginning", "outbreak", "broke", "conflict", "uprising", "erupted", "protests")
            for low in lows
        )
        or any(t[2].startswith("since") and "weekday" not in t[2] and t[2].count("-") < 2 for t in s.times)
    ):
        return True
    number = draft.harmed.toll.number if draft.harmed is not None and draft.harmed.toll is not None else None
    wars = {"war", "conflict", "uprising", "revolt", "revolution"}
    return (number is not None and number >= 5000 and bool(wars & set(lows))) or (
        "so" in lows and "far" in lows and "year" in lows
    )


def _quoted(s: Sentence, draft: Draft, parts: list[Part], tokens: Tokens) -> tuple[int, int]:
    """Tokens of the claim's own words: from its first part to its last, out to the ends of the clause."""
    inside = [draft.cue.start, draft.cue.end - 1]
    for doer in draft.doers:
        if not doer.carried and abs(doer.start - draft.cue.start) < 40:
            inside += [doer.start, doer.end - 1]
    if draft.harmed is not None:
        inside += [draft.harmed.start, draft.harmed.end - 1]
    if draft.act_words is not None:
        inside += [draft.act_words[0], draft.act_words[1] - 1]
    if draft.extent is not None:
        inside += [draft.extent[0], draft.extent[1] - 1]
    lo, hi = max(min(inside), s.start), min(max(inside) + 1, s.stop)
    if draft.rule != "part":
        hi = _to_clause_end(s, hi, draft)
    floor = clause_start(s, draft.cue.start)
    if s.low(lo - 1) not in (",",) and floor < lo and lo - floor < 6 and draft.rule != "part":
        lo = floor
    return lo, max(hi, lo + 1)


def _to_clause_end(s: Sentence, hi: int, draft: Draft) -> int:
    k = hi
    while k < s.stop and k - hi < 18:
        low = s.low(k)
        if (
            low in (";", ":", ".", "!", "?", "\u201d", '"')
            or low == ","
            and not _lists_on(s, k)
            or low in ("while", "but")
        ):
            break
        if low == "and" and any(c.verbal and k < c.start <= k + 4 for c in s.cues):
            break
        if any(c.start == k for c in s.speech):
            break
        k += 1
    return k


def _lists_on(s: Sentence, comma: int) -> bool:
    """Does a list go on after the comma ("food, water, and medicine")?"""
    near = range(comma + 1, min(comma + 6, s.stop))
    if any(cue.start in near for cue in s.cues if cue.verbal) or any(cue.start in near for cue in s.speech):
        return False
    following = comma + 2 if s.low(comma + 1) == "and" else comma + 1
    return s.at(following) is not None and any(s.low(k) == "and" for k in near)


def _confidence(draft: Draft, parts: list[Part]) -> float:
    """0..1: what was carried over from elsewhere is less sure than what stands in the sentence."""
    carried = sum(1 for part in parts if part.carried)
    return round(max(0.3, 0.9 - 0.1 * carried - (0.2 if draft.rule in ("act", "noun") else 0.0)), 2)

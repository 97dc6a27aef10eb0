"""The invented reports with claims read out by hand, as the chain would hand them over: every span is real."""

import json
from dataclasses import replace
from typing import Any

from sijill import demo
from sijill.model.claim import About, Act, Claim, Harm, Reach, Stance
from sijill.model.decision import Reason, Step, doubt
from sijill.model.document import Digest, Document, Quarantined
from sijill.model.event import Event, EventId, Link, Situation
from sijill.model.finding import (
    Attribution,
    CasualtyRange,
    Contradiction,
    Denial,
    Finding,
    Grade,
    PolicyFinding,
    TollAt,
    Total,
)
from sijill.model.party import Actor, Party, PartyId, Role
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.source import Speaker, SpeakerKind
from sijill.model.toll import Hedge, Toll
from sijill.model.when import Period, Precision
from tests.unit.publish.by_hand import BELQARA, MARKET_DAY, Case

ARMY, FRONT = PartyId("tessavar-government"), PartyId("orrakan-front")
AZELAN = Where(
    text="Azelan province", place=PlaceId("demo-azelan"), lat=-45.65, lon=-126.2, precision=PlacePrecision.PROVINCE
)


def tell(text: str, number: int | None = None, low: int | None = None, high: int | None = None, **more: Any) -> Toll:
    return Toll(text=text, number=number, low=low, high=high, **more)


def belqara() -> Case:
    made = Case()
    rows = [json.loads(line) for line in (demo.reports() / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    dates = {"09 March 2021": "2021-03-09", "10 March 2021": "2021-03-10", "12 March 2021": "2021-03-12"}
    agency, herald, lodestar, update, _, radio, voice, ombrel, _, arabic, review = (
        made.report(
            "reports.jsonl",
            row["body"],
            locator=f"line {number}",
            title=row["headline"],
            source=row["outlet"],
            published=dates.get(row["date"], "2021-06-05"),
            origin="org_wire" if number <= 3 else f"org_{number}",
        )
        for number, row in enumerate(rows, start=1)
    )
    monitor = made.report(
        "monitor.md",
        (demo.reports() / "monitor.md").read_text(encoding="utf-8"),
        source="Tessavar Casualty Monitor",
        published="2021-03-11",
    )
    letters = made.report(
        "letters-from-the-cistern.txt",
        (demo.reports() / "letters-from-the-cistern.txt").read_text(encoding="utf-8"),
        source="Letters from the Cistern",
    )
    medics = (Speaker(name="medical workers", kind=SpeakerKind.LOCAL),)
    colonel = (Speaker(name="Colonel Tavo Merrisk", kind=SpeakerKind.OFFICIAL, party=ARMY),)
    commander = (Speaker(name="Yarrik Osht", kind=SpeakerKind.PARTY, party=FRONT),)
    at_least = tell("At least 31", 31, 31, hedge=Hedge.AT_LEAST)
    first = [
        made.says(each, "At least 31 people were killed", toll=at_least, as_of="2021-03-09", speakers=medics)
        for each in (agency, herald, lodestar)
    ]
    hurt = made.says(
        agency,
        "At least 70 people were wounded",
        harm=Harm.INJURED,
        toll=tell("At least 70", 70, 70, hedge=Hedge.AT_LEAST),
    )
    blame = made.says(
        agency,
        "Residents blamed the Tessavari army",
        actors=(Actor(name="the Tessavari army", party=ARMY),),
        speakers=(Speaker(name="Residents", kind=SpeakerKind.EYEWITNESS),),
    )
    denial = made.says(
        agency,
        "denied the accusation",
        stance=Stance.DENIES,
        about=About.RESPONSIBILITY,
        speakers=colonel,
        actors=(Actor(name="the Tessavari army", party=ARMY),),
    )
    counter = made.says(
        agency,
        "the Orrakan Front had fired the shells from inside the town",
        speakers=colonel,
        actors=(Actor(name="the Orrakan Front", party=FRONT),),
    )
    rose = made.says(
        update,
        "rose to 52 on Wednesday",
        toll=tell("52", 52, 52, 52),
        as_of="2021-03-10",
        speakers=(Speaker(name="hospital officials", kind=SpeakerKind.LOCAL),),
    )
    children = made.says(update, "including 13 children", toll=tell("13", 13, 13, 13, subset_of=rose.id))
    ridge = made.says(
        update,
        "the army had fired the shells from the Ridge Road battery",
        speakers=commander,
        actors=(Actor(name="the army", party=ARMY),),
    )
    dozen = made.says(
        radio,
        "killing up to 12 citizens",
        toll=tell("up to 12", 12, None, 12, hedge=Hedge.UP_TO),
        as_of="2021-03-09",
        speakers=(Speaker(name="a military source", kind=SpeakerKind.OFFICIAL, party=ARMY),),
        actors=(Actor(name="Terrorists of the so-called Orrakan Front", party=FRONT),),
    )
    sixty = made.says(
        voice,
        "More than 60 civilians were martyred",
        toll=tell("More than 60", 60, 60, hedge=Hedge.MORE_THAN),
        as_of="2021-03-09",
        actors=(Actor(name="the regime", party=ARMY),),
        said_to_be=("massacre",),
        speakers=(Speaker(name="Orrakan Voice", kind=SpeakerKind.MEDIA, party=FRONT),),
    )
    named = made.says(
        monitor,
        "47 civilians, including 13 children and 9 women, who were killed",
        toll=tell("47", 47, 47, 47),
        as_of="2021-03-11",
        actors=(Actor(name="the Tessavari army", party=ARMY),),
    )
    eighty = made.says(
        letters,
        "up to 80",
        toll=tell("up to 80", 80, None, 80, hedge=Hedge.UP_TO),
        speakers=(Speaker(name="My neighbour", kind=SpeakerKind.EYEWITNESS),),
    )
    never = made.says(
        review,
        "his army has never targeted civilians",
        stance=Stance.DENIES,
        about=About.INTENT,
        reach=Reach.GENERAL,
        speakers=(Speaker(name="President Ilvar Senneck", kind=SpeakerKind.OFFICIAL, party=ARMY),),
        actors=(Actor(name="his army", party=ARMY),),
    )
    market = (*first, hurt, blame, denial, counter, rose, children, ridge, dozen, sixty, named, eighty)
    ids = tuple(each.id for each in market)
    killed = CasualtyRange(
        low=12,
        high=80,
        policy="range",
        low_rests_on=(dozen.id,),
        high_rests_on=(eighty.id,),
        by_group={
            "children": CasualtyRange(
                low=13, high=13, policy="range", low_rests_on=(children.id,), high_rests_on=(children.id,)
            )
        },
        over_time=(
            TollAt(as_of="2021-03-09", low=31, high=None, claims=tuple(each.id for each in first)),
            TollAt(as_of="2021-03-10", low=52, high=52, claims=(rose.id,)),
            TollAt(as_of="2021-03-11", low=47, high=47, claims=(named.id,)),
        ),
    )
    injured = CasualtyRange(low=70, policy="range", low_rests_on=(hurt.id,))
    grade = Grade(value="contested", reasons=(Reason(code="each_side_accuses_the_other", values={"parties": 2}),))
    event = EventId("evt_market")
    made.events.append(
        Event(id=event, act=Act.SHELLING, when=MARKET_DAY, where=BELQARA, claims=ids, beside=(never.id,))
    )
    made.findings.append(
        Finding(
            id=event,
            title="Shelling of Belqara, 9 March 2021",
            act=Act.SHELLING,
            when=MARKET_DAY,
            where=BELQARA,
            claims=ids,
            documents=tuple(dict.fromkeys(each.document for each in market)),
            independent_sources=5,
            tolls={Harm.KILLED: killed, Harm.INJURED: injured},
            policies={"range": PolicyFinding(tolls={Harm.KILLED: killed, Harm.INJURED: injured}, grade=grade)},
            attribution=(
                Attribution(
                    party=ARMY,
                    role=Role.DIRECT,
                    accused_by=(blame.id, ridge.id, sixty.id, named.id),
                    independent_accusers=2,
                    denied_by=(Denial(claim=denial.id, about=About.RESPONSIBILITY, reach=Reach.THIS_EVENT),),
                    interested=(ridge.id, sixty.id),
                ),
                Attribution(
                    party=FRONT,
                    role=Role.DIRECT,
                    accused_by=(counter.id, dozen.id),
                    independent_accusers=0,
                    interested=(counter.id, dozen.id),
                ),
            ),
            contradictions=(
                Contradiction(
                    field="number", claims=(dozen.id, rose.id, sixty.id), values=("up to 12", "52", "more than 60")
                ),
                Contradiction(field="perpetrator", claims=(blame.id, counter.id), values=(ARMY, FRONT)),
            ),
            within=EventId("sit_siege"),
        )
    )
    _nine_men(made, ombrel)
    _massacre(made, review)
    _province(made, monitor)
    siege = made.says(
        agency,
        "has been encircled by government forces since November 2020",
        act=Act.SIEGE,
        harm=Harm.DEPRIVED,
        actors=(Actor(name="government forces", party=ARMY),),
        when=Period(start="2020-11-01"),
    )
    flour = made.says(
        review,
        "Its fighters taxed every sack of flour",
        act=Act.DEPRIVATION,
        harm=Harm.DEPRIVED,
        actors=(Actor(name="Its fighters", party=FRONT),),
        when=Period(start="2020-11-01"),
    )
    made.more = {
        "scope": "Tessavar, March 2021: a conflict that does not exist",
        "situations": [
            Situation(
                id=EventId("sit_siege"),
                act=Act.SIEGE,
                when=Period(start="2020-11-01"),
                where=BELQARA,
                claims=(siege.id, flour.id),
            )
        ],
        "origins": {each.id: f"copies:{agency.id}" for each in first},
        "parties": [
            Party(id=ARMY, name="Government of Tessavar", kind="state"),
            Party(id=FRONT, name="Orrakan Front", kind="armed_group"),
        ],
        "places": [
            Place(id=PlaceId("demo-belqara"), name="Belqara"),
            Place(id=PlaceId("demo-azelan"), name="Azelan", kind="province", radius_km=70.0),
            Place(id=PlaceId("demo-quennasar"), name="Quennasar"),
        ],
        "links": [
            Link(
                left=first[0].id,
                right=rose.id,
                score=4.5,
                linked=True,
                reasons=(
                    Reason(code="time.same_day", values={"left": "on Tuesday", "right": "Tuesday's", "points": 2.5}),
                ),
            )
        ],
        "doubts": [
            doubt(
                Step.CAPTURE,
                Reason(code="no_publication_date", values={"name": "letters-from-the-cistern.txt"}),
                (letters.id,),
            ),
            doubt(
                Step.RESOLVE,
                Reason(code="a_code_without_words", values={"name": "Ombrel", "found": None}),
                (ombrel.id,),
                ("demo-belqara",),
            ),
        ],
        "quarantined": [
            Quarantined(digest=Digest("cd" * 32), name="broken.csv", locator="row 3", reason="bad_row", seen="a,b,c,d")
        ],
        "totals": [
            Total(
                scope="Tessavar, March 2021",
                harm=Harm.KILLED,
                as_of="2021-06-05",
                unit="persons",
                low=21,
                high=None,
                unknown_events=0,
                open_events=1,
                overlaps_removed=0,
                grades={"contested": 1},
                processed_through="2021-06-05",
                backlog=1,
                rests_on=tuple(each.id for each in made.findings),
            )
        ],
    }
    assert arabic in made.documents
    return made


def _finding(made: Case, name: str, claim: Claim, title: str, tolls: dict[Harm, CasualtyRange], **more: Any) -> None:
    event = EventId(name)
    made.events.append(Event(id=event, act=claim.act, when=claim.when, where=claim.where, claims=(claim.id,)))
    made.findings.append(
        Finding(
            id=event,
            title=title,
            act=claim.act,
            when=claim.when,
            where=claim.where,
            claims=(claim.id,),
            documents=(claim.document,),
            independent_sources=1,
            tolls=tolls,
            policies={"range": PolicyFinding(tolls=tolls, grade=Grade())},
            attribution=more.get("attribution", ()),
            contradictions=(),
        )
    )


def _nine_men(made: Case, ombrel: Document) -> None:
    claim = made.says(
        ombrel,
        "Nine men were executed in the village of Ombrel on 7 March",
        act=Act.EXECUTION,
        toll=tell("Nine", 9, 9, 9),
        when=Period(start="2021-03-07", end="2021-03-07", precision=Precision.DAY),
        where=Where(text="Ombrel"),
        actors=(Actor(name="fighters of the Orrakan Front", party=FRONT),),
        speakers=(Speaker(name="Tessavar Casualty Monitor", kind=SpeakerKind.NGO),),
    )
    toll = CasualtyRange(low=9, high=9, policy="range", low_rests_on=(claim.id,), high_rests_on=(claim.id,))
    accused = (Attribution(party=FRONT, role=Role.DIRECT, accused_by=(claim.id,), independent_accusers=1),)
    _finding(made, "evt_ombrel", claim, "Execution in Ombrel, 7 March 2021", {Harm.KILLED: toll}, attribution=accused)


def _massacre(made: Case, review: Document) -> None:
    claim = made.says(
        review,
        "soldiers killed some 400 people in Quennasar",
        act=Act.KILLING,
        toll=tell("some 400", 400, hedge=Hedge.ABOUT),
        when=Period(start="1998-08-01", end="1998-08-31", precision=Precision.MONTH),
        where=Where(
            text="Quennasar",
            place=PlaceId("demo-quennasar"),
            lat=-46.28,
            lon=-127.05,
            precision=PlacePrecision.SETTLEMENT,
        ),
    )
    toll = CasualtyRange(low=400, high=400, policy="range", low_rests_on=(claim.id,), high_rests_on=(claim.id,))
    _finding(made, "evt_quennasar", claim, "Killing in Quennasar, August 1998", {Harm.KILLED: toll})


def _province(made: Case, monitor: Document) -> None:
    claim = made.says(
        monitor,
        "struck Tarvish",
        act=Act.AIRSTRIKE,
        where=AZELAN,
        when=Period(start="2021-03-04", end="2021-03-04", precision=Precision.DAY),
    )
    _finding(
        made,
        "evt_strike",
        claim,
        "Air strike in Azelan, 4 March 2021",
        {Harm.KILLED: CasualtyRange(unknown=True, policy="range")},
    )


def without_its_words(case: Case) -> Case:
    """The same case in which one claim of the market quotes words that stand elsewhere."""
    claim = case.claims[case.findings[0].claims[0]]
    case.claims[claim.id] = replace(claim, span=(claim.span[0] + 1, claim.span[1] + 1))
    return case

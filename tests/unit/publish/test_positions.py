"""What parties say themselves of an event: once a day, with whom they lay it to, open to every claim that says it."""

from dataclasses import replace

from sijill.model.claim import Harm, Reach, Stance
from sijill.model.finding import Position, Stated
from tests.unit.publish.belqara import ARMY
from tests.unit.publish.test_pages import read


def test_what_a_party_says_itself_stands_once_a_day_with_whom_it_lays_it_to(case, tmp_path):
    """Three papers that print one denial are three claims and one denial; an accusation names the accused."""
    market = case.findings[0]
    denials = [each for each in market.claims if case.claims[each].stance is Stance.DENIES]
    counter = next(each.id for each in case.claims.values() if each.quote.startswith("the Orrakan Front had fired"))
    stated = [
        Stated(
            claim=each,
            day="2021-03-09",
            stance=case.claims[each].stance,
            about=case.claims[each].about,
            reach=Reach.THIS_EVENT,
            harm=Harm.KILLED,
            low=None,
            high=None,
            concedes=False,
        )
        for each in (*denials, counter)
    ]
    said = Position(party=ARMY, stated=(*stated, stated[0]))
    case.findings[0] = replace(market, positions=(said,))
    case.write(tmp_path)
    rows = read(tmp_path / "events/evt_market.html").texts["tr"]
    mine = [" ".join(each.split()) for each in rows if each.startswith("Government of Tessavar9 March")]
    assert len(mine) == 2
    assert mine[0].startswith("Government of Tessavar9 March 2021denied responsibility: Killed1 claim")
    assert mine[1].startswith("Government of Tessavar9 March 2021said: Killedlaid to Orrakan Front1 claim")

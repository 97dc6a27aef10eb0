"""One event under every policy, side by side, with the difference in words."""

from dataclasses import replace

from sijill.model.claim import Harm
from sijill.model.decision import Reason
from sijill.model.finding import CasualtyRange, Grade, PolicyFinding
from sijill.publish.material import PolicyRun
from sijill.publish.views.policies import side_by_side

RUN = [PolicyRun(name="range", version=1, source="A"), PolicyRun(name="strict", version=3, source="B")]


def judged(case):
    finding = next(each for each in case.findings if each.id == "evt_market")
    strict = PolicyFinding(
        tolls={Harm.KILLED: CasualtyRange(low=12, high=12, best=12, policy="strict")}, grade=Grade(value="weak")
    )
    return replace(finding, policies={"range": PolicyFinding(tolls=finding.tolls, grade=Grade()), "strict": strict})


def why(_, policy):
    same = Reason(code="interested_numbers_left_out", values={"harm": "killed", "figures": 2, "policy": policy})
    return [Reason(code="policies_differ", values={}), same, same] if policy == "strict" else []


def test_each_policy_is_a_row_with_what_it_did_otherwise(case):
    table = side_by_side(judged(case), case.material(policies=RUN, differences=why))
    assert [(row.name, row.version, row.source) for row in table.rows] == [("range", 1, "A"), ("strict", 3, "B")]
    strict = table.rows[1]
    killed = table.harms.index("Killed")
    assert (strict.told[killed], strict.best[killed], strict.grade) == ("12", "12", "weak")
    assert strict.differs == ["Killed: numbers of belligerents are left out (figures: 2)."]
    assert table.rows[0].differs == []


def test_a_harm_on_which_a_policy_is_silent_has_no_figure_which_is_not_zero(case):
    table = side_by_side(judged(case), case.material(policies=RUN))
    silent = [told for harm, told in zip(table.harms, table.rows[1].told, strict=True) if harm != "Killed"]
    assert set(silent) <= {"no figure"}


def test_one_policy_alone_needs_no_table(case):
    assert side_by_side(case.findings[0], case.material()).rows == []

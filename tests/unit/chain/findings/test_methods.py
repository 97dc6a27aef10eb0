"""Which policies a case runs: published ones, its own tables, installed ones that it names. Nothing else."""

from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from sijill.assess.policies import POLICIES
from sijill.case import Case, Policies, read_case
from sijill.chain.findings import methods
from sijill.chain.findings.methods import NoPolicyThere, NoSuchPolicy, PolicyTaken, policies_of

CASE = Case(folder=Path("case"), title="Varna")


def case(*show, **own):
    return replace(CASE, policies=Policies(show=show, headline=show[0], own=own))


def test_the_order_is_that_of_the_case():
    assert list(policies_of(case("ucdp", "range"))) == ["ucdp", "range"]


def test_a_table_of_the_case_is_a_policy_of_it(tmp_path):
    (tmp_path / "case.toml").write_text(
        '[case]\ntitle = "Varna"\n[policies]\nshow = ["range", "ours"]\n[policies.ours]\nafter = "Ours"\nneeds = 2\n'
    )
    assert policies_of(read_case(tmp_path))["ours"].source == "Ours; a table of this case"


def test_a_published_policy_cannot_be_changed_under_its_own_name():
    with pytest.raises(PolicyTaken):
        policies_of(case("airwars", airwars={"after": "us"}))


def test_a_policy_that_nobody_wrote_is_refused_with_those_there_are():
    with pytest.raises(NoSuchPolicy, match="airwars"):
        policies_of(case("airwar"))


@pytest.fixture
def installed(monkeypatch):
    def offer(value):
        point = EntryPoint(name="theirs", value=value, group=methods.GROUP)
        monkeypatch.setattr(methods, "entry_points", lambda group: [point] if group == methods.GROUP else [])

    return offer


def test_an_installed_policy_runs_if_the_case_names_it(installed):
    installed("sijill.assess.policies.ibc:IBC")
    assert policies_of(case("theirs"))["theirs"] is POLICIES["ibc"]


def test_an_installed_policy_that_no_case_names_is_never_loaded(installed):
    installed("no.such.module:POLICY")
    assert list(policies_of(case("range"))) == ["range"]


def test_an_entry_point_that_is_no_policy_is_refused(installed):
    installed("sijill.assess.policies.ibc:beyond_recorded")
    with pytest.raises(NoPolicyThere):
        policies_of(case("theirs"))

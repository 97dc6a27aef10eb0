"""From lists of victims to estimates, in a case: what they rest on, strata, lists that could not see, and again."""

import pytest

from sijill.demo.lists.generator import generated
from tests.acceptance.command_line import show, sijill
from tests.acceptance.test_lists_of_victims import write

LISTS = ("Registry", "Monitors", "Archive", "Newsroom")
SETTINGS = """
[estimate]
by = ["sex"]
seed = 3
linkages = 4

[estimate.scope.Newsroom]
sex = ["male"]
rule = "men of fighting age only"
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("estimates")
    lists = generated(400, 5)
    sijill("init", folder / "case")
    with (folder / "case" / "case.toml").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS)
    for name in LISTS:
        path = write(folder / f"{name}.csv", [row for row in lists.rows if row.list == name])
        sijill("add", folder / "case", path, "--list")
    assert sijill("run", folder / "case").code == 0
    return folder / "case"


@pytest.fixture(scope="module")
def estimates(case):
    return show(case, "estimates")


def test_the_range_over_models_comes_first_and_the_truth_lies_in_it(estimates):
    headline = estimates[0]
    assert headline["model"] == "range_over_models" and sorted(headline["lists"]) == sorted(LISTS)
    low, high = headline["range_over_models"]
    assert headline["documented"] < low < 400 < high
    assert headline["diagnostics"]["target"] == "dead, named"
    assert headline["diagnostics"]["held_out_lists"] == 4


def test_documented_are_the_persons_that_the_estimate_rests_on(case, estimates):
    cells = sijill("why", case, "estimates", "--format", "jsonl").records()
    counted = [person for cell in cells for person in cell["persons"]]
    assert len(counted) == len(set(counted)) == estimates[0]["documented"]
    known = {each["id"]: each for each in show(case, "persons")}
    for cell in cells:
        for person in cell["persons"]:
            assert {ref["list"] for ref in known[person]["records"]} == set(cell["lists"])
    assert "on exactly these lists" in sijill("why", case, "estimates").out


def test_a_list_that_saw_only_men_is_no_list_of_women(estimates):
    strata = {each["stratum"]: each for each in estimates if each["model"] == "range_over_models" and each["stratum"]}
    assert len(strata["sex=male"]["lists"]) == 4
    assert "Newsroom" not in strata["sex=female"]["lists"]
    assert "sum of strata" not in strata, "strata from other lists are not added up"


def test_people_see_documented_and_estimated_apart(case):
    shown = sijill("show", case, "estimates").out
    assert "documented" in shown and "never documented" in shown
    assert "sex=female" in shown
    assert "no chance of being on any list" in shown


def test_nothing_is_computed_again_and_deleting_derived_gives_the_same(case, estimates):
    assert "nothing, for nothing changed" in sijill("run", case).out
    for path in (case / "derived" / "estimate").iterdir():
        path.unlink()
    sijill("run", case)
    assert show(case, "estimates") == estimates


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[estimate]\nby = ["perpetrator"]\n', "a list of place, month, sex, age, status"),
        ("[estimate]\nfrom = 3\n", "unknown key 'estimate.from'"),
        ('[estimate.scope.Registry]\ncolour = ["red"]\n', "unknown key 'estimate.scope.Registry.colour'"),
        ("estimate = 3\n[case]\n", "estimate"),
    ],
)
def test_settings_that_mean_nothing_are_refused(tmp_path, settings, said):
    sijill("init", tmp_path / "case")
    toml = tmp_path / "case" / "case.toml"
    old = toml.read_text(encoding="utf-8")
    toml.write_text(settings.replace("[case]\n", "") + old if said == "estimate" else old + settings, encoding="utf-8")
    assert said in sijill("run", tmp_path / "case").err


def test_a_release_shows_what_is_estimated_apart_from_what_is_documented_and_names_no_private_list(case, tmp_path):
    assert sijill("publish", case, "--to", tmp_path).code == 0
    overview = (tmp_path / "index.html").read_text(encoding="utf-8")
    estimated = overview[overview.index('class="estimated"') :]
    assert "Range over models." in estimated and "Never added to what is documented" in estimated
    assert "People who had no chance of being on any list are in none of these figures." in estimated
    histories = (tmp_path / "data" / "capture_histories.csv").read_text(encoding="utf-8-sig").splitlines()
    assert histories[0].endswith(",count") and len(histories) > 8
    released = "".join(path.read_text("utf-8", "replace") for path in tmp_path.rglob("*") if path.is_file())
    assert not [name for name in LISTS if name in released]

"""For every test: the same examples on every run, one demonstration, and a time budget for each family [seconds]."""

import shutil
from collections import defaultdict
from pathlib import PurePosixPath

import pytest
from hypothesis import settings

from tests.acceptance.command_line import Ended, shell, without_estimates

BUDGET = {
    "spec": 60,
    "unit": 240,
    "refuse": 180,
    "acceptance": 300,
    "agree": 180,  # a Spark session takes half a minute to begin
    "published": 60,
    "suite": 60,
    "repo": 120,
    "browser": 300,
}
WHOLE = 900
"""Every family together, set-up apart [seconds]: a family may take its budget, all of them may not."""
spent: dict[str, float] = defaultdict(float)

settings.register_profile("sijill", derandomize=True, deadline=None, database=None, print_blob=False)
settings.load_profile("sijill")


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory):
    """The case that `sijill demo` makes, and how the command ended, on a terminal as wide as the README shows it."""
    folder = tmp_path_factory.mktemp("demo") / "belqara"
    ended = shell("demo", "--to", "belqara", "--no-open", folder=folder.parent, COLUMNS="118", NO_COLOR="1")
    assert ended.code == 0, ended.err
    return folder, ended


@pytest.fixture(scope="session")
def demonstration(demonstrated) -> Ended:
    """How `sijill demo` ended."""
    return demonstrated[1]


@pytest.fixture(scope="session")
def belqara(demonstrated):
    """The case that `sijill demo` makes. Not to be changed."""
    return demonstrated[0]


@pytest.fixture(scope="session")
def belqara_unestimated(belqara, tmp_path_factory):
    """The same with two of its lists, too few to estimate from: that takes longest of all steps. Not to be changed."""
    folder = tmp_path_factory.mktemp("unestimated") / "belqara"
    shutil.copytree(belqara, folder)
    without_estimates(folder)
    return folder


def pytest_runtest_logreport(report):
    """Set-up and teardown count too."""
    family = PurePosixPath(report.nodeid).parts[1]
    spent[family] += report.duration


def pytest_sessionfinish(session):
    """A family over its budget fails the run."""
    over = any(seconds > BUDGET.get(family, 0) for family, seconds in spent.items()) or sum(spent.values()) > WHOLE
    if over and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter):
    """One line: seconds spent of the seconds allowed, by family; and one for each family that took longer."""
    if not spent:
        return
    parts = [f"{family} {seconds:.1f}/{BUDGET.get(family, 0)}" for family, seconds in sorted(spent.items())]
    terminalreporter.write_line("seconds: " + "  ".join(parts) + f"  whole {sum(spent.values()):.0f}/{WHOLE}")
    for family, seconds in sorted(spent.items()):
        allowed = BUDGET.get(family, 0)
        if seconds > allowed:
            terminalreporter.write_line(f"FAILED tests/{family}: {seconds:.0f} s of {allowed} s allowed", red=True)

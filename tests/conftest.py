"""For every test: the same examples on every run, one demonstration, and a time budget for each family [seconds]."""

import shutil
import time
from collections import defaultdict
from pathlib import PurePosixPath

import pytest
from hypothesis import settings

from tests.acceptance.command_line import Ended, shell, without_estimates

BUDGET = {
    "spec": 60,
    "unit": 450,
    "refuse": 300,
    "acceptance": 500,
    "agree": 240,  # a Spark session takes half a minute to begin
    "published": 60,
    "suite": 90,
    "repo": 120,
    "browser": 450,
}
"""Of one core: `make test` has two of them, and tests that share them take longer than alone."""
WHOLE = 900
"""From beginning to end, set-up apart, by the clock [seconds]: a family may take its budget, all of them may not."""
spent: dict[str, float] = defaultdict(float)
began = time.monotonic()

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
    """A family over its budget fails the run, and so do all together."""
    over = any(seconds > BUDGET.get(family, 0) for family, seconds in spent.items())
    if (over or time.monotonic() - began > WHOLE) and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter):
    """One line: seconds spent of the seconds allowed, by family; and one for each that took longer."""
    if not spent:
        return
    taken = {**dict(sorted(spent.items())), "whole": time.monotonic() - began}
    allowed = {**BUDGET, "whole": WHOLE}
    told = (f"{family} {seconds:.1f}/{allowed.get(family, 0)}" for family, seconds in taken.items())
    terminalreporter.write_line("seconds: " + "  ".join(told))
    for family, seconds in taken.items():
        if seconds > allowed.get(family, 0):
            name = family if family == "whole" else f"tests/{family}"
            terminalreporter.write_line(
                f"FAILED {name}: {seconds:.0f} s of {allowed.get(family, 0)} s allowed", red=True
            )

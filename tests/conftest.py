"""What holds for every test: the same examples on every run, and a time budget for each family of tests [seconds]."""

from collections import defaultdict
from pathlib import PurePosixPath

import pytest
from hypothesis import settings

BUDGET = {
    "spec": 60,
    "unit": 240,
    "refuse": 180,
    "acceptance": 240,
    "agree": 180,  # a Spark session takes half a minute to begin
    "published": 60,
    "suite": 60,
    "repo": 120,
    "browser": 240,
}
WHOLE = 900
"""Every family together, set-up apart [seconds]: a family may take its budget, all of them may not."""
spent: dict[str, float] = defaultdict(float)

settings.register_profile("sijill", derandomize=True, deadline=None, database=None, print_blob=False)
settings.load_profile("sijill")


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

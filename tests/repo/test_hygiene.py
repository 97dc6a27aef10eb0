"""What never enters the repository: addresses of registries, paths of one machine, data that is not ours."""

import re
from pathlib import Path

from tests.repo.tree import files, text

TEXTS = [
    path for path in files() if path.suffix not in {".png", ".parquet", ".gz", ".woff2", ".bin", ".sqlite", ".ttf"}
]
OF_ONE_MACHINE = re.compile(r"(^|[^a-z.~\w])/(root|work|farm|Users|home/\w+)/", re.MULTILINE)
REGISTRY = re.compile(r'index[-]url|extra[-]index|find[-]links|"resolved": *["]http|registry *[=] *http')


def test_no_file_names_a_path_of_one_machine():
    assert not [str(path) for path in TEXTS if OF_ONE_MACHINE.search(text(path))]


def test_no_file_names_a_package_registry():
    assert not [str(path) for path in TEXTS if REGISTRY.search(text(path))]


def test_the_lock_is_hashed_and_is_the_only_one():
    lock = text(Path("requirements.lock"))
    pins = re.split(r"\n(?=\S)", lock.strip())
    assert len(pins) > 20
    assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)
    assert not re.search(r"https?:|file:|^--", lock, re.MULTILINE)
    assert not [path for path in files() if path.name in ("uv.lock", "poetry.lock", ".npmrc", "pip.conf")]


def test_every_dependency_of_the_project_is_locked():
    wanted = re.findall(r'^  "([A-Za-z0-9-]+)[>=<]', text(Path("pyproject.toml")), re.MULTILINE)
    assert len(wanted) > 10
    locked = re.findall(r"^([a-z0-9-]+)==", text(Path("requirements.lock")), re.MULTILINE)
    assert {name.lower() for name in wanted} - set(locked) == set()


def test_no_file_is_larger_than_a_page_can_show():
    """Data of a pack may be large, and the lock; everything else is written by hand."""
    large = [path for path in files() if len(path.parts) < 2 or path.parts[1] not in ("packs", "publish")]
    large.remove(Path("requirements.lock"))
    assert not [str(path) for path in large if Path(path).stat().st_size > 200_000]


def test_every_pack_states_where_its_facts_come_from():
    packs = {path.parents[0] for path in files() if path.name == "parties.csv" and "packs" in path.parts}
    assert packs
    for folder in packs:
        for name in ("parties.csv", "places.csv", "sources.csv"):
            header = text(folder / name).splitlines()[0].split(",")
            assert header[-1] == "because", f"{folder / name} has no column because"

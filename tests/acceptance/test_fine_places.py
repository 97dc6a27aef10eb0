"""No word for a house, street or hospital leaves under a profile that lets none out: in no file of a release."""

import pytest

from bench.publish import canaries
from tests.acceptance.command_line import files_of, show, sijill

FINE = ("Quillmere", "Tornhollow", "Yaxley", "Brindlewick", "Osterbrun", "kindergarten")
REPORTS = (
    "Shelling killed 4 people at Quillmere hospital in Azelan province on 9 March 2021.",
    "Shelling killed 5 people at Tornhollow hospital in Belqara on 11 March 2021.",
    "Gunmen killed 6 people in Yaxley village near Belqara on 13 March 2021.",
    "An airstrike killed 7 people on Brindlewick Street, Azelan province, on 15 March 2021.",
    "Gunmen killed 8 people in the village of Osterbrun in Azelan province, on 17 March 2021.",
    "An airstrike on a kindergarten in Belqara killed 9 people on 19 March 2021.",
)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """A case of private reports, of which no quote leaves, each with words for a place finer than the tables have."""
    folder = tmp_path_factory.mktemp("fine")
    assert sijill("init", folder / "case", "--pack", "demo", "--title", "Belqara").code == 0
    for day, report in enumerate(REPORTS, 20):
        (folder / f"{day}.txt").write_text(report, encoding="utf-8")
        assert sijill("add", folder / "case", folder / f"{day}.txt", "--published", f"2021-03-{day}").code == 0
    assert sijill("run", folder / "case").code == 0
    return folder / "case"


@pytest.mark.parametrize("profile", canaries.PROFILES)
def test_no_word_for_a_fine_place_is_in_any_file_of_a_release(case, tmp_path, profile):
    ended = sijill("publish", case, "--profile", profile, "--dossiers", "--to", tmp_path / "out")
    assert ended.code == 0, ended.err
    files = {**files_of(tmp_path / "out"), "said": ended.out.encode()}
    assert {"pdf", "geojson", "csv", "html", "json", "sqlite"} <= {name.rpartition(".")[2] for name in files}
    assert not list(canaries.marks_in(canaries.unpacked(files), FINE))
    assert any(b"Azelan" in each for each in files.values())


def test_the_words_were_in_the_house(case):
    shown = "".join(str(each["where"]) for each in show(case, "claims"))
    assert all(word in shown for word in FINE)

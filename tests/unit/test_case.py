"""A case is read once from case.toml; whatever it does not understand it refuses by name."""

from datetime import date

import pytest

from sijill.case import FolderInUse, MissingKey, NotACase, NotToml, UnknownKey, WrongValue, read_case, write_case
from sijill.errors import SijillError
from sijill.model.place import PlacePrecision
from sijill.model.release import Profile


@pytest.fixture
def written(tmp_path):
    """A folder with this case.toml."""

    def write(text):
        (tmp_path / "case.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_new_case_reads_back_as_it_was_made(tmp_path):
    write_case(tmp_path / "orvan", title='The siege of "Orvan" \\ سجل', packs=("demo", "own"))
    case = read_case(tmp_path / "orvan")
    assert (case.title, case.packs, case.languages) == ('The siege of "Orvan" \\ سجل', ("demo", "own"), ("en", "ar"))
    assert (case.policies.show, case.policies.headline) == (("range",), "range")
    assert (case.scope.places, case.scope.start, case.scope.end) == ((), None, None)


def test_every_setting_of_the_design_is_understood(written):
    case = read_case(
        written("""
        [case]
        title = "Orvan"
        packs = ["demo"]
        languages = ["en", "ar"]
        [scope]
        places = ["Orvan governorate"]
        from = 2031-01-01
        to = 2033-12-31
        [policies]
        show = ["range", "airwars"]
        headline = "airwars"
        [release.public]
        place = "settlement"
        names = "published-elsewhere"
        """)
    )
    assert (case.scope.start, case.scope.end) == (date(2031, 1, 1), date(2033, 12, 31))
    assert case.policies.headline == "airwars"
    assert case.release[Profile.PUBLIC].place is PlacePrecision.SETTLEMENT


def test_a_profile_that_says_nothing_releases_no_names_and_no_villages(written):
    public = read_case(written('[case]\ntitle = "x"\n[release.public]\n')).release[Profile.PUBLIC]
    assert (public.place, public.names) == (PlacePrecision.DISTRICT, "never")


@pytest.mark.parametrize(
    ("text", "refusal", "names"),
    [
        ('[case]\ntitel = "x"', UnknownKey, ["'case.titel'", "title, packs, languages"]),
        ('[case]\ntitle = "x"\n[scop]\n', UnknownKey, ["'scop'", "case, scope, policies, release"]),
        ('[case]\ntitle = "x"\n[release.world]\n', UnknownKey, ["'release.world'", "internal, partner, public"]),
        (
            '[case]\ntitle = "x"\n[release.public]\nvillages = 1',
            UnknownKey,
            ["'release.public.villages'", "place, date, names"],
        ),
        ('[case]\ntitle = "x"\npacks = "demo"', WrongValue, ["case.packs", "a list of texts"]),
        ('[case]\ntitle = "x"\n[scope]\nfrom = "2031"', WrongValue, ["scope.from", "2014-01-01"]),
        ('[case]\ntitle = "x"\n[scope]\nfrom = 2031-01-01T10:00:00', WrongValue, ["scope.from", "a day"]),
        ('[case]\ntitle = "x"\n[scope]\nfrom = 2032-01-01\nto = 2031-01-01', WrongValue, ["scope.to", "2032-01-01"]),
        ('[case]\ntitle = "x"\n[policies]\nheadline = "airwars"', WrongValue, ["policies.headline", "range"]),
        ('[case]\ntitle = "x"\n[release.public]\nplace = "hamlet"', WrongValue, ["release.public.place", "settlement"]),
        ('case = "x"', WrongValue, ["case", "[case]"]),
        ('release = "x"\n[case]\ntitle = "x"', WrongValue, ["release", "[release.public]"]),
        ("[case]\n", MissingKey, ["case.toml: title is missing", "[case]", "title = "]),
        ("", MissingKey, ["case.toml: title is missing", "[case]", "title = "]),
        ("[case\n", NotToml, ["case.toml", "mend"]),
    ],
)
def test_what_it_does_not_understand_is_refused_with_what_is_allowed(written, text, refusal, names):
    with pytest.raises(refusal) as refused:
        read_case(written(text))
    assert all(name in str(refused.value) for name in names), str(refused.value)


def refusal(folder):
    with pytest.raises(NotACase) as refused:
        read_case(folder)
    return str(refused.value)


def test_a_path_that_is_no_case_is_told_what_it_is_and_what_to_do(tmp_path):
    """`init` is only advised where it would work, and with the path as it was given."""
    nowhere, empty, full, file = (tmp_path / each for each in ("no where", "empty", "full", "full/notes.txt"))
    empty.mkdir()
    full.mkdir()
    file.write_text("mine")
    assert "there is no such folder" in refusal(nowhere) and f"`sijill init '{nowhere}'`" in refusal(nowhere)
    assert "empty folder" in refusal(empty) and f"`sijill init {empty}`" in refusal(empty)
    assert "holds no case.toml" in refusal(full) and f"`sijill init {full / 'case'}`" in refusal(full)
    assert "it is a file" in refusal(file) and "sijill init" not in refusal(file)


def test_bytes_that_are_no_text_are_refused_in_one_sentence(tmp_path):
    (tmp_path / "case.toml").write_bytes(b"\xff\xfe\x00[case]")
    with pytest.raises(NotToml):
        read_case(tmp_path)


def test_a_new_case_never_writes_over_anything(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    for folder in (tmp_path, tmp_path / "notes.txt"):
        with pytest.raises(FolderInUse, match="there already"):
            write_case(folder, title="x", packs=())
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_an_empty_folder_is_free(tmp_path):
    write_case(tmp_path, title="x", packs=())
    assert read_case(tmp_path).title == "x"


@pytest.mark.parametrize("title", ["", "  ", "two\nlines", "bell\a"])
def test_a_title_that_cannot_be_printed_is_refused_before_anything_is_written(tmp_path, title):
    with pytest.raises(SijillError, match="title"):
        write_case(tmp_path / "new", title=title, packs=())
    assert not (tmp_path / "new").exists()

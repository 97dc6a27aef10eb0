"""Modules, functions and folders stay small enough to be read."""

from collections import Counter
from pathlib import Path

from tests.repo.tree import files, functions, modules, text

CODE = [*modules("sijill"), *modules("bench"), *modules("docs")]
SAYS_NOTHING = {"util", "utils", "helper", "helpers", "common", "base", "shared", "misc"}


def test_a_module_has_at_most_400_lines():
    lines = {str(path): len(text(path).splitlines()) for path in [*CODE, *modules("tests")]}
    assert not {name: number for name, number in lines.items() if number > 400}


def test_most_modules_have_at_most_200_lines():
    long = [str(path) for path in CODE if len(text(path).splitlines()) > 200]
    assert len(long) <= len(CODE) / 5, f"{len(long)} of {len(CODE)} modules are longer: {long}"


def test_a_function_has_at_most_60_lines():
    lines = {f"{path}: {each.name}": each.end_lineno - each.lineno + 1 for path in CODE for each in functions(path)}
    assert not {name: number for name, number in lines.items() if number > 60}


def test_a_function_takes_at_most_five_arguments_by_position():
    """A command of the command line is called by typer, by name: it may take more."""
    many = {f"{path}: {each.name}": positional(each) for path in CODE for each in functions(path)}
    many = {name: taken for name, taken in many.items() if len(taken) > 5}
    assert not {name: taken for name, taken in many.items() if not name.startswith("sijill/cli/")}


def test_a_folder_has_at_most_15_modules():
    counted = Counter(path.parent for path in CODE if path.name != "__init__.py")
    assert not {str(folder): number for folder, number in counted.items() if number > 15}


def test_folders_are_at_most_three_deep():
    assert not [str(path) for path in modules("sijill") if len(path.parent.parts) - 1 > 3]


def test_a_module_is_named_after_what_it_holds():
    assert not [str(path) for path in files() if path.suffix == ".py" and path.stem.lower() in SAYS_NOTHING]


def test_units_mirror_the_folders_of_the_code():
    """tests/unit/<folder> is named as sijill/<folder> is."""
    folders = {path.parts[1] for path in modules("sijill") if len(path.parts) > 2}
    mirrored = {path.parts[2] for path in modules("tests") if path.parts[1] == "unit" and len(path.parts) > 3}
    assert mirrored <= folders


def test_every_folder_of_tests_is_a_family_with_a_budget():
    conftest = text(Path("tests/conftest.py"))
    families = {path.parts[1] for path in modules("tests") if len(path.parts) > 2}
    assert not [family for family in families if f'"{family}": ' not in conftest]


def positional(function):
    """The arguments that may be given by position, without the object itself."""
    names = [arg.arg for arg in function.args.posonlyargs + function.args.args]
    return [name for name in names if name not in ("self", "cls")]

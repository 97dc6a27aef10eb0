"""The documents say what the code does: every noun, every command, every decision."""

import ast
import re
import runpy
from pathlib import Path

import pytest
from typer.main import get_command

from sijill.cli.main import app
from tests.repo.tree import ROOT, files, modules, text, tree

DOCS = runpy.run_path(str(ROOT / "docs" / "specification.py"), run_name="docs")
COMMANDS = runpy.run_path(str(ROOT / "docs" / "commands.py"), run_name="docs")
SAMPLE = runpy.run_path(str(ROOT / "docs" / "sample.py"), run_name="docs")
LINKS = runpy.run_path(str(ROOT / "docs" / "links.py"), run_name="docs")
ADRS = [path for path in files() if path.match("docs/adr/[0-9]*.md")]


def test_every_class_of_the_model_is_in_the_glossary_and_nothing_else_is():
    classes = {
        node.name
        for path in modules("sijill")
        if path.parts[1] == "model"
        for node in tree(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }
    terms = re.findall(r"^\| `([A-Z]\w+)` ", text(Path("GLOSSARY.md")), re.MULTILINE)
    assert sorted(terms) == sorted(classes)


def test_the_specification_is_what_the_tests_say():
    """`make docs` writes it again."""
    assert text(Path("docs/specification.md")) == DOCS["document"]()


def test_every_link_leads_somewhere():
    assert LINKS["broken_links"]() == []


@pytest.mark.parametrize("path", ADRS, ids=lambda path: path.stem)
def test_a_decision_record_has_a_status_and_its_three_parts(path):
    page = text(path)
    assert re.search(r"^Status: (proposed|accepted|superseded by \[\d{4}\]\(\d{4}-[\w-]+\.md\))$", page, re.MULTILINE)
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert page.startswith(f"# {path.stem[:4]} ")


def test_decision_records_are_numbered_without_a_gap():
    assert [int(path.stem[:4]) for path in ADRS] == [*range(1, len(ADRS) + 1)]
    assert len(ADRS) >= 9


@pytest.mark.parametrize("folder", ["docs/method", "docs/adr"])
def test_the_index_of_a_folder_leads_to_every_page_in_it(folder):
    pages = {path.name for path in files() if path.parent == Path(folder) and path.suffix == ".md"} - {"README.md"}
    assert pages
    assert set(re.findall(r"\]\(([^/)]+\.md)\)", text(Path(folder) / "README.md"))) == pages


def test_the_changelog_keeps_its_form():
    """Keep a Changelog, and for every release what changes a published figure."""
    page = text(Path("CHANGELOG.md"))
    releases = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    assert releases[0].startswith("[Unreleased]")
    for release in releases:
        headings = re.findall(r"^### (.+)$", release, re.MULTILINE)
        allowed = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Changes results"]
        assert set(headings) <= set(allowed), headings
        assert "Changes results" in headings


def test_the_architecture_fits_on_150_lines():
    assert len(text(Path("ARCHITECTURE.md")).splitlines()) <= 150


def test_the_architecture_has_a_line_for_every_folder_of_the_code():
    page = text(Path("ARCHITECTURE.md"))
    folders = {path.parts[1] for path in modules("sijill") if len(path.parts) > 2}
    assert not [folder for folder in folders if not re.search(rf"^\s*{folder}/", page, re.MULTILINE)]


def test_every_command_and_every_option_says_what_it_does():
    group = get_command(app)
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        assert command.help, f"sijill {name} has no help"
        silent = [option.opts[0] for option in command.params if not option.hidden and not option.help]
        assert not silent, f"sijill {name}: {silent}"


@pytest.mark.parametrize("page", ["README.md", "docs/guide.md"])
def test_every_command_that_a_page_shows_exists_with_its_options(page):
    group = get_command(app)
    shown = re.findall(r"^(?:    |\$ )sijill ([a-z]+)(.*)$", text(Path(page)), re.MULTILINE)
    assert shown
    for name, rest in shown:
        known = {
            opt for option in group.get_command(None, name).params for opt in [*option.opts, *option.secondary_opts]
        }
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, f"sijill {name}{rest}"


def test_the_page_of_commands_is_what_the_commands_say():
    """`make docs` writes it again."""
    assert text(Path("docs/commands.md")) == COMMANDS["document"]()


def test_the_sample_in_the_readme_is_what_the_demonstration_prints(demonstration):
    """`make docs` writes it again."""
    page = text(Path("README.md"))
    shown = page.partition(SAMPLE["START"])[2].partition(SAMPLE["END"])[0]
    assert shown == f"\n```text\n{SAMPLE['sample'](demonstration.out)}\n```\n"


@pytest.mark.parametrize("name", ["help", "setup", "check", "test", "spec", "demo", "bench", "docs"])
def test_every_target_of_the_makefile_explains_itself(name):
    assert re.search(rf"^{name}:.*## \w", text(Path("Makefile")), re.MULTILINE)


def test_continuous_integration_runs_check_and_test_and_nothing_else():
    commands = [
        line for line in text(Path(".ci/run")).splitlines() if line and not line.startswith(("#", "set ", "cd "))
    ]
    assert commands == ["make check", "make test"]

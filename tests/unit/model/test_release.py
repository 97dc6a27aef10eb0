"""Every field of every noun says how far it may travel."""

import importlib
import pkgutil
from dataclasses import dataclass, is_dataclass

import pytest

import sijill.model
from sijill.model.release import Release, Unmarked, marks


def nouns():
    """Every frozen dataclass that the model declares."""
    for module in pkgutil.walk_packages(sijill.model.__path__, "sijill.model."):
        declared = importlib.import_module(module.name)
        yield from (
            each
            for each in vars(declared).values()
            if isinstance(each, type) and is_dataclass(each) and each.__module__ == declared.__name__
        )


@pytest.mark.parametrize("noun", sorted(nouns(), key=lambda each: each.__name__), ids=lambda each: each.__name__)
def test_every_field_is_marked(noun):
    assert set(marks(noun).values()) <= set(Release)


def test_a_field_without_a_mark_is_named():
    @dataclass
    class Note:
        words: str

    with pytest.raises(Unmarked, match=r"Note\.words"):
        marks(Note)

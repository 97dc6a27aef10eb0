"""Damage that the driver meets only while it fetches rows is told as any other: as an error of the database."""

import sqlite3
from types import SimpleNamespace

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from sijill.store import schema
from sijill.store.audit.stretch import _plain


class Damaged:
    """A connection whose rows cannot be fetched to their end."""

    dialect = SimpleNamespace(loaded_dbapi=sqlite3)

    def execute(self, query):
        return SimpleNamespace(cursor=self)

    def fetchall(self):
        raise sqlite3.DatabaseError("database disk image is malformed")


def test_what_is_damaged_on_the_way_is_an_error_of_the_database():
    with pytest.raises(DatabaseError, match="malformed"):
        _plain(Damaged(), select(schema.log.c.seq))

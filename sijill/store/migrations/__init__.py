"""How the tables of the ledger come to be, and how they go back to an older form."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def bring_up(connection: Connection) -> None:
    """Apply every migration that this ledger does not have, inside the transaction of the connection."""
    command.upgrade(_over(connection), "head")


def bring_down(connection: Connection, form: str) -> None:
    """Back to an older form, inside the transaction of the connection: for a case that an older Sijill has to open."""
    command.downgrade(_over(connection), form)


def _over(connection: Connection) -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings

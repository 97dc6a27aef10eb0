"""How the tables of the ledger come to be. `bring_up` is the only entrance; there is no way down."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def bring_up(connection: Connection) -> None:
    """Apply every migration that this ledger does not have, inside the transaction of the connection."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")

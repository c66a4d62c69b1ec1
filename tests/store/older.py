"""A database as an older Aram left it."""

from alembic import command
from sqlalchemy import Connection

from bot.store.migrate import _config


def bring_to(connection: Connection, revision: str) -> None:
    """Run the migrations up to and with one."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)

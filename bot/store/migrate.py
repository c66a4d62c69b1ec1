"""Bring a database up to date; safe to run again."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from bot.errors import StoreError
from bot.store.engine import store_errors

_SCRIPTS = "bot.store:migrations"
_TURN = text("select pg_advisory_xact_lock(4720)")  # one at a time; any number that is ours alone


def migrate(engine: Engine) -> None:
    """Run the migrations that this database lacks, in one transaction; others wait for its end."""
    with store_errors(engine), engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(_TURN)
        config = _config()
        config.attributes["connection"] = connection
        found = MigrationContext.configure(connection).get_current_revision()
        if found is not None and found not in _known(config):
            raise StoreError("error-database-newer", found=found)
        command.upgrade(config, "head")


def is_current(engine: Engine) -> bool:
    """Whether a database has every migration."""
    return revision(engine) == ScriptDirectory.from_config(_config()).get_current_head()


def revision(engine: Engine) -> str | None:
    """The newest migration that a database has."""
    with store_errors(engine), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    config.set_main_option("path_separator", "os")
    return config


def _known(config: Config) -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}

"""Brings a database to the tables of this version, in one transaction where the database can."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine

from assistant.errors import RecordsError
from assistant.records import messages

_FOLDER = Path(__file__).resolve().parent / "migrations"


def migrate(engine: Engine) -> None:
    """Raises RecordsError for a database of a newer version; SQLAlchemyError passes through.

    A process that starts at the same time waits for the transaction and then finds nothing to do.
    """
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        current = MigrationContext.configure(connection).get_current_revision()
        if current is not None:
            try:
                ScriptDirectory.from_config(config).get_revision(current)
            except CommandError as error:
                raise RecordsError(messages.NEWER) from error
        command.upgrade(config, "head")

"""The engine of the database that the settings name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from assistant.errors import RecordsError, SettingsError
from assistant.records import messages
from assistant.records.migrate import migrate
from assistant.records.sqlite import BUSY_S, create_file, open_sqlite

FILE = "zhengwen.db"
_START_S = 10.0
"""How long a start waits for a database that another process is bringing up to date."""


def open_database(data: Path, url: str | None) -> Engine:
    """The database, with the tables of this version; without a URL a SQLite file in `data`.

    Raises SettingsError for a URL that cannot be used, RecordsError for a database that cannot.
    """
    if url is None:
        return _open_file(data / FILE)
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            if parsed.database in (None, "", ":memory:"):
                raise SettingsError(messages.MEMORY_DATABASE)
            return _open_file(Path(str(parsed.database)))
        # pre_ping: a server that was restarted is noticed before something is written.
        engine = create_engine(
            parsed, json_serializer=dumps, hide_parameters=True, pool_pre_ping=True, pool_timeout=5
        )
    except ModuleNotFoundError as error:
        raise SettingsError(messages.no_driver(error.name or "")) from error
    except (ArgumentError, ValueError) as error:
        # The URL may hold a password: it is not repeated, nor is the error's text.
        raise SettingsError(messages.BAD_URL) from error
    _bring_up_to_date(engine, _shown(parsed))
    return engine


def dumps(value: Any) -> str:
    """JSON as it is stored: Chinese as it is, no blanks, nothing that UTF-8 cannot hold."""
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def storable(text: str) -> str:
    """A text that every database takes: half characters and NUL are replaced."""
    if text.isascii() and "\0" not in text:
        return text
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def _open_file(path: Path) -> Engine:
    create_file(path)
    patient = open_sqlite(path, _START_S, dumps)
    try:
        _bring_up_to_date(patient, str(path))
    finally:
        patient.dispose()
    return open_sqlite(path, BUSY_S, dumps)


def _bring_up_to_date(engine: Engine, where: str) -> None:
    try:
        migrate(engine)
    except SQLAlchemyError as error:
        raise RecordsError(messages.cannot_open(where)) from error


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)

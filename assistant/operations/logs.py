"""Logs for people or for programs, on stderr. No question, key, token or address is ever in them.

An exception is logged by its kind and its lines of code: its message may hold what somebody wrote.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal

LogFormat = Literal["text", "json"]
FIELDS = "fields"
"""Attribute of a record that holds its structured part."""
_CHATTY = ("httpx", "httpx2", "httpcore", "openai", "mcp", "urllib3", "asyncio", "alembic")
_Raised = tuple[type[BaseException], BaseException, TracebackType | None]


def configure_logging(form: LogFormat, level: str, *filters: logging.Filter) -> None:
    """Everything of this process goes to stderr in one form; libraries only with warnings.

    filters: what else a record is given, e.g. `request_id`, "-" outside of any request.
    """
    handler = logging.StreamHandler(sys.stderr)
    for each in filters:
        handler.addFilter(each)
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, and the record's own fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        row = {
            "time": _time(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_fields(record),
        }
        if record.exc_info and record.exc_info[0]:
            row["exception"] = _exception(record.exc_info)
        return json.dumps(row, ensure_ascii=False)


class TextFormatter(logging.Formatter):
    """The same for people."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and those of an exception."""
        fields = "".join(f" {k}={v}" for k, v in _fields(record).items())
        line = f"{_time(record)} {record.levelname} {record.name}: {record.getMessage()}{fields}"
        if record.exc_info and record.exc_info[0]:
            line += "\n" + _exception(record.exc_info)
        return line


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _exception(raised: _Raised | tuple[None, None, None]) -> str:
    """Lines of code and the kind, of the cause as well; no message."""
    parts = []
    error = raised[1]
    while error is not None:
        parts.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__name__)
        error = error.__cause__
    return "\n".join(parts)


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    request_id = getattr(record, "request_id", "-")
    named = {"request_id": request_id} if request_id != "-" else {}
    return {**named, **getattr(record, FIELDS, {})}

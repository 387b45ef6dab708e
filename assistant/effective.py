"""The settings as they are in force: each with its value and where it comes from, secrets hidden."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from assistant.settings import FILE, PREFIX, Settings

DEFAULT = "默认"
HIDDEN = "已设置（不显示）"
_SECRET = re.compile(r"key|secret|password|token(?!s)|salt")
_CREDENTIALS = re.compile(r"(?<=://)[^/@\s]+(?=@)")


@dataclass(frozen=True, slots=True)
class Effective:
    """One setting."""

    name: str
    value: str
    source: str
    """默认, 环境变量 or the name of the file."""


def effective(settings: Settings) -> Iterator[Effective]:
    """All settings in the order in which they are documented."""
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if name not in settings.model_fields_set:
            source = DEFAULT
        else:
            source = "环境变量" if PREFIX + name.upper() in os.environ else FILE
        yield Effective(name, _shown(name, value), source)


def _shown(name: str, value: object) -> str:
    if value is None:
        return "不设"
    if isinstance(value, SecretStr) or (_SECRET.search(name) and isinstance(value, str)):
        return HIDDEN
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | Path):
        return _CREDENTIALS.sub("…", str(value))
    return str(value)

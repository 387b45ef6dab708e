"""Free-form JSON from outside, held to what a form can hold."""

from __future__ import annotations

import math
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

_DEEPEST = 6
_MOST = 500
_LONGEST = 2000
_LONGEST_TOGETHER = 10_000
_LARGEST = 10**18


def plain(value: dict[str, Any]) -> dict[str, Any]:
    """The value as it is; raises what pydantic reports, with the Chinese reason as its message."""
    _Check().look(value, 1)
    return value


class _Check:
    def __init__(self) -> None:
        self._seen = 0
        self._length = 0

    def look(self, value: Any, depth: int) -> None:
        self._seen += 1
        if depth > _DEEPEST:
            raise _refused(f"层数过多，最多{_DEEPEST}层")
        if self._seen > _MOST:
            raise _refused(f"项数过多，最多{_MOST}项")
        match value:
            case dict():
                for key, inner in value.items():
                    self.look(key, depth)
                    self.look(inner, depth + 1)
            case list():
                for inner in value:
                    self.look(inner, depth + 1)
            case str():
                self._length += len(value)
                if self._length > _LONGEST_TOGETHER:
                    raise _refused(f"文字过多，合计最多{_LONGEST_TOGETHER}字")
                _check_text(value)
            case int() | float() if not math.isfinite(value) or abs(value) > _LARGEST:
                raise _refused("数字过大或不是数字")


def _check_text(text: str) -> None:
    if len(text) > _LONGEST:
        raise _refused(f"文字过长，每项最多{_LONGEST}字")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise _refused("含有无法识别的字符")


def _refused(why: str) -> PydanticCustomError:
    return PydanticCustomError("not_plain", "{why}", {"why": why})


PlainObject = Annotated[dict[str, Any], AfterValidator(plain), Field(max_length=_MOST)]
"""An object of bounded depth and size, with finite numbers and whole characters."""

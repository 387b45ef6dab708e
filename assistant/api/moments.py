"""Days and moments from outside. A bare number, which pydantic counts as seconds, is neither."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticKnownError


def _is_number(given: Any) -> bool:
    try:
        float(given)
    except (TypeError, ValueError):
        return False
    return True


def _no_day(given: Any) -> Any:
    if _is_number(given):
        raise PydanticKnownError("date_parsing", {"error": "number"})
    return given


def _no_moment(given: Any) -> Any:
    if _is_number(given):
        raise PydanticKnownError("datetime_parsing", {"error": "number"})
    return given


Day = Annotated[date | None, BeforeValidator(_no_day)]
Moment = Annotated[datetime | None, BeforeValidator(_no_moment)]

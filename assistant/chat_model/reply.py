"""The JSON object in a model's text."""

from __future__ import annotations

import json
import re
from typing import TypeVar

from pydantic import BaseModel, ValidationError

_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL)
_JSON = re.compile(r"\{.*\}", re.DOTALL)
_M = TypeVar("_M", bound=BaseModel)


class NotTheJsonError(ValueError):
    """The text holds no JSON object of the kind asked for."""


def parse_reply(text: str, model: type[_M]) -> _M:
    """The object, in a fence, among words or after thoughts; raises NotTheJsonError."""
    text = _THOUGHTS.sub("", text)
    match = _JSON.search(text)
    try:
        return model.model_validate(json.loads(match[0] if match else text))
    except (ValidationError, ValueError, RecursionError) as error:
        raise NotTheJsonError("reply is not the JSON asked for") from error

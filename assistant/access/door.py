"""What every text of an asker passes before anything is searched, stored, logged or sent on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant import messages
from assistant.access.invisible import cleaned
from assistant.access.masking import Kind, Masked, mask, mask_values
from assistant.models import Answer


@dataclass(frozen=True, slots=True)
class Form:
    """A profile without personal data, and which kinds it had."""

    values: Mapping[str, Any] | None
    kinds: tuple[Kind, ...] = ()


def taken(text: str) -> Masked:
    """The text without invisible characters and personal data."""
    return mask(cleaned(text))


def taken_profile(profile: Mapping[str, Any] | None) -> Form:
    """A profile likewise, in its keys and values at any depth."""
    if not profile:
        return Form(profile)
    return Form(*mask_values(profile))


def hiding(answer: Answer, kinds: Sequence[Kind]) -> Answer:
    """The answer with a notice of what was hidden in its question."""
    if not kinds:
        return answer
    told = messages.personal_data_hidden(list(dict.fromkeys(kinds)))
    return replace(answer, notices=(*answer.notices, told))

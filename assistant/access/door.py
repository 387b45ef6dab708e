"""What every text of an asker passes before anything is searched, stored, logged or sent on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant import messages
from assistant.access.found import Kind
from assistant.access.invisible import cleaned
from assistant.access.masking import Masked, mask, mask_values
from assistant.models import Answer

_MARKS = re.compile(
    r"(?:手机|电话|身份证|银行卡|邮箱|护照|卡)?号?码?[是为:：]?\s?〔[^〔〕]{2,5}已隐去〕[，,、；;。]?"
)


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


def bare(told: Masked) -> str:
    """The text to be answered: what says only that something was hidden here is no part of a
    question. A text that says nothing else stays as it is."""
    return (_MARKS.sub("", told.text) if told.kinds else told.text).strip() or told.text


def hiding(answer: Answer, told: Masked, more: Sequence[Kind] = ()) -> Answer:
    """The answer to the masked question, with a notice of what was hidden in it or beside it."""
    kinds = (*told.kinds, *more)
    if not kinds:
        return answer
    notice = messages.personal_data_hidden(list(dict.fromkeys(kinds)))
    return replace(answer, question=told.text, notices=(*answer.notices, notice))

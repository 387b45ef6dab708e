"""One piece of personal data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What was taken out, as it is called where it stood."""

    ID_CARD = "身份证号"
    MOBILE = "手机号"
    LANDLINE = "电话号码"
    BANK_CARD = "银行卡号"
    EMAIL = "邮箱"
    PASSPORT = "证件号"


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of personal data; start and end are places in the text."""

    kind: Kind
    start: int
    end: int

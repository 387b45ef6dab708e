"""Rows of digits: ID cards, bank cards, mobile phones, and what only looks like them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from assistant.access.checksums import is_bank_card, is_id_card, is_old_id_card
from assistant.access.digits import Row, rows
from assistant.access.found import Found, Kind
from assistant.access.labels import (
    BEFORE,
    FAR_BEFORE,
    OF_AMOUNT,
    OF_CARD,
    OF_CODE,
    OF_ID,
    OF_PHONE,
    OF_STANDARD,
    UNIT,
)

_MOBILE = re.compile(r"(?:(?:00)?86)?0?1[3-9]\d{9}")
_COUNTRY = re.compile(r"^(?:00)?86(?=0?1[3-9]\d{9}$)")
_SPACED = {(3, 4, 4), (3, 3, 5), (3, 8), (1,) * 11}
_DASHED = {*_SPACED, (7, 4), (4, 7), (4, 3, 4), (5, 6), (6, 5)}
# 订单的联系手机138…: what stands nearer says what it is.
_NAMED_PHONE = re.compile(r"(?:手机|电话|微信|联系(?:人|方式))[^。；，\n]{0,6}$")
_ADDRESS = re.compile(r"(?:https?:|www\.)\S*$")
_FRACTION = re.compile(r"(?<!\d)0\.$")
_YEAR_OR_ROUND = re.compile(r"(?:19|20)\d\d|\d\d00")


_LEAST, _MOST, _ALONE = 11, 20, 40
"""Digits of a phone; of the longest card with an X behind it; of several numbers run together."""


class _Before:
    """What stands before a place, read once for all rows that begin there."""

    def __init__(self, seen: str, start: int) -> None:
        self.start = start
        self._text = seen[max(0, start - FAR_BEFORE) : start]
        self.near = self._text[-BEFORE:]
        self._beside = self._text[-24:]

    @cached_property
    def is_id(self) -> bool:
        """Whether an ID card is announced."""
        return OF_ID.search(self._beside) is not None

    @cached_property
    def is_card(self) -> bool:
        """Whether a bank card or an account is announced."""
        return OF_CARD.search(self._beside) is not None

    @cached_property
    def least_of_card(self) -> int:
        """Digits of the shortest account: 号 says that a number follows, 卡 alone does not."""
        return 12 if "号" in self._beside else 16

    @cached_property
    def is_code(self) -> bool:
        """Whether a code of something is announced."""
        return OF_CODE.search(self._text) is not None

    @cached_property
    def is_something_else(self) -> bool:
        """Whether a code, an amount, a standard or an address is announced."""
        others = (OF_AMOUNT, OF_STANDARD, _ADDRESS, _FRACTION)
        return self.is_code or any(other.search(self._text) for other in others)


def find_numbers(seen: str) -> Iterator[Found]:
    at = 0
    before = _Before(seen, 0)
    for row in rows(seen, _LEAST, _MOST, _ALONE):
        if row.start < at:
            continue
        if len(row.groups) == 1 and (tiles := _tiled(row)):
            at = row.end
            yield from tiles
            continue
        if row.start != before.start:
            before = _Before(seen, row.start)
        kind = _kind(row, seen, before)
        if kind is None:
            continue
        at = row.end
        if row.digits.endswith("X") and kind is not Kind.ID_CARD:
            at -= 1
        start = row.start - (seen[row.start - 1 : row.start] == "+")
        bracketed = seen[start - 1 : start] == "(" and ")" in seen[start:at]
        yield Found(kind, start - bracketed, at)


def _kind(row: Row, seen: str, before: _Before) -> Kind | None:
    """What a row of digits is; the strongest proof is asked first."""
    digits = row.digits
    if "\n" in row.gaps:
        return _over_lines(row, before)
    if len(digits) == 18 and (
        is_id_card(digits) or (before.is_id and is_id_card(digits, checked=False))
    ):
        return Kind.ID_CARD
    digits = digits.removesuffix("X")
    if not _LEAST <= len(digits) <= 19 or not digits.isdigit():
        return None
    if len(digits) >= 12 and before.is_card and len(digits) >= before.least_of_card:
        return Kind.BANK_CARD
    if len(digits) == 15 and before.is_id and is_old_id_card(digits):
        return Kind.ID_CARD
    is_mobile = _MOBILE.fullmatch(digits) is not None
    if not is_mobile and not is_bank_card(digits) and len(digits) != 15:
        return None
    if is_mobile and _is_said_to_be_a_phone(row, seen, before.near):
        return Kind.MOBILE
    if before.is_something_else or _is_something_else(row, seen):
        return None
    if is_bank_card(digits) and _is_card_shape(row.shape):
        return Kind.BANK_CARD
    if len(row.groups) == 1 and is_old_id_card(digits):
        return Kind.ID_CARD
    return Kind.MOBILE if is_mobile and _is_phone_shape(row, digits) else None


def _over_lines(row: Row, before: _Before) -> Kind | None:
    """A number whose groups stand on lines of their own: numbers below each other are mostly
    several, so the check digit alone or a label has to say that they are one."""
    digits = row.digits
    if is_id_card(digits):
        return Kind.ID_CARD
    if before.is_code or min(row.shape) < 3:
        return None
    if is_bank_card(digits) and before.is_card:
        return Kind.BANK_CARD
    is_phone = _MOBILE.fullmatch(digits) and row.shape in _SPACED and OF_PHONE.search(before.near)
    return Kind.MOBILE if is_phone else None


def _tiled(row: Row) -> list[Found]:
    """Several numbers with nothing between them: a phone and an ID card, two phones."""
    at, pieces = row.start, []
    for length, kind in _tiling(row.digits) or ():
        pieces.append(Found(kind, at, at + length))
        at += length
    return pieces if len(pieces) > 1 else []


def _tiling(digits: str) -> list[tuple[int, Kind]] | None:
    """Lengths and kinds of numbers that fill a row of digits to its end; None where none do."""
    if not digits:
        return []
    for length, kind, fits in _TILES:
        if fits(digits[:length]) and (rest := _tiling(digits[length:])) is not None:
            return [(length, kind), *rest]
    return None


def _is_bare_mobile(digits: str) -> bool:
    return re.fullmatch(r"1[3-9]\d{9}", digits) is not None


_TILES: tuple[tuple[int, Kind, Callable[[str], bool]], ...] = (
    (18, Kind.ID_CARD, is_id_card),
    (11, Kind.MOBILE, _is_bare_mobile),
    (19, Kind.BANK_CARD, is_bank_card),
    (16, Kind.BANK_CARD, is_bank_card),
)


def _is_said_to_be_a_phone(row: Row, seen: str, near: str) -> bool:
    """手机是138…, but not 手机产量138…台 or 发票号码138…."""
    label, code = OF_PHONE.search(near), OF_CODE.search(near)
    if label is None or (code and not _NAMED_PHONE.search(near, code.start())):
        return False
    between = re.sub(r"[号码是为给到找请打加我他她的同:：\s+()]", "", near[label.end() :])
    return not (between and UNIT.match(seen[row.end : row.end + 6].lower()))


def _is_phone_shape(row: Row, digits: str) -> bool:
    """Whether the groups of a row are those in which mobile numbers are written."""
    shape, groups = row.shape, row.groups
    if _COUNTRY.match(digits) and shape[0] in (2, 4) and len(groups) > 1:
        shape, groups = shape[1:], groups[1:]
    if len(groups) == 1:
        return not digits.endswith("00000000")
    if row.gaps - {" "}:
        return shape in _DASHED
    plain = [g.digits for g in groups if len(g.digits) == 4]
    listed = len(plain) == 2 and all(_YEAR_OR_ROUND.fullmatch(p) for p in plain)
    return shape in _SPACED and not listed


def _is_card_shape(shape: tuple[int, ...]) -> bool:
    """6222 0212 3456 7890 123, all in one, in single digits, or with the issuer apart."""
    return (
        len(shape) == 1
        or set(shape) == {1}
        or (set(shape[:-1]) == {4} and shape[-1] <= 4)
        or (len(shape) == 2 and shape[0] in (4, 6))
    )


def _is_something_else(row: Row, seen: str) -> bool:
    """Whether a unit, a point or letters around a row say that it is no personal number."""
    left, after = seen[row.start - 1 : row.start], seen[row.end : row.end + 6]
    if len(row.groups) == 1 and left != "+" and UNIT.match(after.lower()):
        return True
    if re.match(r"\.\d{1,2}(?!\d)", after):
        return True
    inside = after[:1].isascii() and after[:1].isalnum()
    return inside or (left.isascii() and left.isalpha() and after[:1] in ("_", "-"))

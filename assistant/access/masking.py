"""Personal data in what people write: found by form and checksum, and taken out.

Left alone on purpose: names of persons and street addresses (no form tells them from others), the
unified social credit code and registration number of an enterprise (public by law), hotlines
(12345, 400-…), and every number that its unit or its label says to be something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.access.checksums import is_bank_card, is_id_card, is_old_id_card
from assistant.access.digits import Row, rows, view
from assistant.access.invisible import cleaned


class Kind(StrEnum):
    """What was taken out, as it is called where it stood."""

    ID_CARD = "身份证号"
    MOBILE = "手机号"
    LANDLINE = "电话号码"
    BANK_CARD = "银行卡号"
    EMAIL = "邮箱"
    PASSPORT = "证件号"


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without personal data, and which kinds it had."""

    text: str
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of personal data; start and end are places in the text."""

    kind: Kind
    start: int
    end: int


_DEEPEST = 32


def mask(text: str) -> Masked:
    """The text with 〔手机号已隐去〕 and the like where personal data stood."""
    found = find(text)
    parts, at = [], 0
    for piece in found:
        parts += [text[at : piece.start], f"〔{piece.kind}已隐去〕"]
        at = piece.end
    return Masked("".join([*parts, text[at:]]), tuple(dict.fromkeys(f.kind for f in found)))


def mask_values(value: Any, *, depth: int = _DEEPEST) -> tuple[Any, tuple[Kind, ...]]:
    """A value as JSON knows it with every text in it masked, keys too; and which kinds it had.

    A number has no label but its key: {"手机": 13812345678}. What is nested deeper than anybody
    nests a form is None.
    """
    if depth == 0:
        return None, ()
    match value:
        case str():
            masked = mask(cleaned(value))
            return masked.text, masked.kinds
        case Mapping():
            pairs = [
                (mask_values(str(key), depth=1), _under(str(key), item, depth))
                for key, item in value.items()
            ]
            kinds = [k for (_, of_key), (_, of_item) in pairs for k in (*of_key, *of_item)]
            return {key: item for (key, _), (item, _) in pairs}, tuple(dict.fromkeys(kinds))
        case list() | tuple():
            items = [mask_values(item, depth=depth - 1) for item in value]
            kinds = [kind for _, of_item in items for kind in of_item]
            return [item for item, _ in items], tuple(dict.fromkeys(kinds))
    return value, ()


def _under(key: str, item: Any, depth: int) -> tuple[Any, tuple[Kind, ...]]:
    """What stands under a key, with the key for its label."""
    is_number = isinstance(item, int) and not isinstance(item, bool)
    if isinstance(item, str) or (is_number and _OF_PERSON.search(key)):
        masked = mask(f"{cleaned(key)}：{cleaned(str(item))}")
        head, _, rest = masked.text.partition("：")
        if masked.kinds and head == cleaned(key):
            return rest, masked.kinds
    if is_number and (is_id_card(str(item)) or is_bank_card(str(item))):
        return mask_values(str(item), depth=1)
    return mask_values(item, depth=depth - 1)


def find(text: str) -> list[Found]:
    """All personal data of a text, in order, none overlapping."""
    seen = view(text)
    taken: list[Found] = []
    for search in (_emails, _passports, _landlines, _numbers):
        for found in search(seen):
            _take(taken, found)
    if _CHINESE_NUMBER.search(text):
        spelt = view(text, chinese=True)
        for found in _numbers(spelt):
            # What has no Chinese digit in it was judged above already.
            if spelt[found.start : found.end] != seen[found.start : found.end]:
                _take(taken, found)
    return sorted(taken, key=lambda f: f.start)


def _take(taken: list[Found], found: Found) -> None:
    if all(found.end <= other.start or other.end <= found.start for other in taken):
        taken.append(found)


_CHINESE_NUMBER = re.compile(
    r"(?:[〇○零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖\d][\s\-－—·.]{0,3}){11}"
)

# Labels, looked for in the characters before a number.
_BEFORE, _FAR_BEFORE = 14, 60
_OF_PHONE = re.compile(
    r"手机|电话|联系(?:方式|人|我)?|致电|拨打|打给|回电|来电|座机|固话|传真|微信|号码|短信|tel|phone|mobile|cell|call|contact|whatsapp|wechat|fax",
    re.IGNORECASE,
)
_OF_ID = re.compile(
    r"身份证|证件号|公民身份|身份号码|\bid ?(?:card|number|no)|identity", re.IGNORECASE
)
_OF_CARD = re.compile(
    r"银行卡|卡号|储蓄卡|信用卡|借记卡|工资卡|社保卡|开户|银行账[户号]|(?:收款|打款|退款|汇款|对公)[账帐][户号]|[账帐]号|card (?:no|number)|bank (?:card|account)|account (?:no|number)",
    re.IGNORECASE,
)
_OF_PASSPORT = re.compile(r"护照|通行证|回乡证|台胞证|passport|travel permit", re.IGNORECASE)
_OF_PERSON = re.compile(f"{_OF_PHONE.pattern}|{_OF_ID.pattern}|{_OF_CARD.pattern}", re.IGNORECASE)
_OF_CODE = re.compile(
    r"(?:文号|编[号码]|代码|注册号|单号|订单|流水号?|合同号?|项目号|批[次号]|序列号|发票号?码?|条码|许可证号?|专利号?|登记号|受理号|备案号|税号|isbn|imei|型号|\bsn|\bno\.?|serial|invoice|order|code)[^。；，\n]{0,8}$",
    re.IGNORECASE,
)
_OF_STANDARD = re.compile(r"(?:[A-Z]{2,3}/[TZ]|\bGB|\bISO)\s?$")
_OF_AMOUNT = re.compile(
    r"(?:[¥￥$€]|rmb|cny|人民币|资本金?|资金|金额|产值|收入|营收|投资额?|总额|税额?|利润|支出|费用?|资产|余额|贷款|预算|销售额|成本|总量|产量|用电量|增加值|gdp)[为是达到约共计有:：\s]{0,4}$",
    re.IGNORECASE,
)
# Nothing is counted in ten billions of persons, households or firms: 人, 户, 家 are no units here.
_UNIT = re.compile(
    r"\s{0,2}(?:多|余)?(?:[十百千万亿]|元|美元|欧元|港元|吨|亩|项|件|平方|立方|公里|千米|米|千瓦|瓦|度(?!过)|股|台|套|份|册|字节?|次|页|公斤|千克|克|升|％|%|倍|人次|yuan|rmb|cny|kg|kwh|tons?\b|m2|m3|km)"
)

_MOBILE = re.compile(r"(?:(?:00)?86)?0?1[3-9]\d{9}")
_COUNTRY = re.compile(r"^(?:00)?86(?=0?1[3-9]\d{9}$)")
_SPACED = {(3, 4, 4), (3, 3, 5), (3, 8), (1,) * 11}
_DASHED = {*_SPACED, (7, 4), (4, 7), (4, 3, 4), (5, 6), (6, 5)}
_YEAR_OR_ROUND = re.compile(r"(?:19|20)\d\d|\d\d00")


def _numbers(seen: str) -> Iterator[Found]:
    at = 0
    for row in rows(seen, most=40):
        if row.start < at:
            continue
        kind = _kind(row, seen)
        if kind is None:
            continue
        at = row.end
        if row.digits.endswith("X") and kind is not Kind.ID_CARD:
            at -= 1
        start = row.start - (seen[row.start - 1 : row.start] == "+")
        bracketed = seen[start - 1 : start] == "(" and ")" in seen[start:at]
        yield Found(kind, start - bracketed, at)


def _kind(row: Row, seen: str) -> Kind | None:
    """What a row of digits is; the strongest proof is asked first."""
    digits = row.digits
    if len(digits) < 11:
        return None
    before = seen[max(0, row.start - _FAR_BEFORE) : row.start]
    near = before[-_BEFORE:]
    if is_id_card(digits) or (_OF_ID.search(before[-24:]) and is_id_card(digits, checked=False)):
        return Kind.ID_CARD
    digits = digits.removesuffix("X")
    if not digits.isdigit():
        return None
    if len(row.groups) == 1 and len(digits) > 19:
        return _tiled(digits)
    if _OF_CARD.search(before[-24:]) and len(digits) in range(
        12 if "号" in before[-24:] else 16, 20
    ):
        return Kind.BANK_CARD
    if len(digits) == 15 and _OF_ID.search(before[-24:]) and is_old_id_card(digits):
        return Kind.ID_CARD
    if not _MOBILE.fullmatch(digits) and not is_bank_card(digits) and len(digits) != 15:
        return None
    if _MOBILE.fullmatch(digits) and _is_said_to_be_a_phone(row, seen, near):
        return Kind.MOBILE
    if _is_something_else(row, seen, before):
        return None
    if is_bank_card(digits) and _is_card_shape(row.shape):
        return Kind.BANK_CARD
    if len(row.groups) == 1 and is_old_id_card(digits):
        return Kind.ID_CARD
    return Kind.MOBILE if _MOBILE.fullmatch(digits) and _is_phone_shape(row, digits) else None


def _tiled(digits: str) -> Kind | None:
    """Several numbers without anything between them: a phone and an ID card, two phones."""
    return next(
        (
            kind
            for length, kind, fits in _TILES
            if fits(digits[:length])
            and (
                (fits is not _is_bare_mobile and _is_bare_mobile(digits[length:]))
                or any(fit(digits[length:]) for _, _, fit in _TILES)
            )
        ),
        None,
    )


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
    label = _OF_PHONE.search(near)
    if label is None or _OF_CODE.search(near):
        return False
    between = re.sub(r"[号码是为给到找请打加我他她的同:：\s+()]", "", near[label.end() :])
    return not (between and _UNIT.match(seen[row.end : row.end + 6].lower()))


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


def _is_something_else(row: Row, seen: str, before: str) -> bool:
    """Whether a label, a unit, a point or letters around a row say that it is no personal number."""
    left, after = seen[row.start - 1 : row.start], seen[row.end : row.end + 6]
    if (
        _OF_CODE.search(before)
        or _OF_AMOUNT.search(before)
        or (len(row.groups) == 1 and left != "+" and _UNIT.match(after.lower()))
    ):
        return True
    if _OF_STANDARD.search(before) or re.search(r"(?:https?:|www\.)\S*$", before):
        return True
    if re.search(r"(?<!\d)0\.$", before) or re.match(r"\.\d{1,2}(?!\d)", after):
        return True
    inside = after[:1].isascii() and after[:1].isalnum()
    return inside or (left.isascii() and left.isalpha() and after[:1] in ("_", "-"))


_TLD = r"(?:com|cn|net|org|edu|gov|io|me|info|top|vip)"
_EMAIL = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_])?\s?"
    r"(?:@|\s?[(\[{]\s?at\s?[)\]}]|#(?=\s?(?:qq|163|126|139|189|gmail|sina|sohu|foxmail|outlook|hotmail)[.。])"
    rf"|\s(?:at|艾特)\s(?=[A-Za-z0-9-]+(?:[.。]|\sdot\s|点){_TLD}))\s?"
    rf"(?:[A-Za-z0-9-]{{1,63}}(?:\.|\s?[(\[{{]dot[)\]}}]\s?|\sdot\s|[。点](?={_TLD}(?![A-Za-z0-9]))))+[A-Za-z]{{2,24}}",
    re.IGNORECASE,
)
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7})(?![A-Za-z0-9])")
_NAMED_PASSPORT = re.compile(
    rf"(?:{_OF_PASSPORT.pattern})[^\dA-Za-z。；\n]{{0,10}}(?:no\.?|number|is|[:\s])*"
    r"(?P<number>(?:[A-Za-z]{1,2} ?\d{7,10}|\d{8,9})(?![A-Za-z0-9]))",
    re.IGNORECASE,
)
_LANDLINE = re.compile(
    r"(?<![\dA-Za-z.])(?:\+?(?:00)?86[- ]{0,2})?"
    r"(?:\((?:0?10|0?2\d|0?[3-9]\d\d)\)[- ]{0,2}|0(?:10|2\d|[3-9]\d\d)(?:\s?[-/_]\s?|\s{1,2})|(?<=86[- ])(?:10|2\d|[3-9]\d\d)[- ])"
    r"[2-9]\d{2,3}[- ]?\d{4}(?!\d)(?:-\d{1,5}(?!\d)|转\d{1,5})?"
)
_NAMED_LANDLINE = re.compile(
    r"(?:电话|座机|固话|传真|tel|fax)(?:号码?)?[是为:：.\s]{0,4}"
    r"(?P<number>(?:0(?:10|2\d|[3-9]\d\d))?[2-8]\d{6,7})(?!\d|\.\d|[年户人家])",
    re.IGNORECASE,
)


def _emails(seen: str) -> Iterator[Found]:
    yield from (Found(Kind.EMAIL, *m.span()) for m in _EMAIL.finditer(seen))


def _passports(seen: str) -> Iterator[Found]:
    yield from (Found(Kind.PASSPORT, *m.span("number")) for m in _NAMED_PASSPORT.finditer(seen))
    for found in _PASSPORT.finditer(seen):
        if not _OF_CODE.search(seen[max(0, found.start() - _FAR_BEFORE) : found.start()]):
            yield Found(Kind.PASSPORT, *found.span())


def _landlines(seen: str) -> Iterator[Found]:
    for found in _LANDLINE.finditer(seen):
        if not _UNIT.match(seen[found.end() : found.end() + 6]):
            yield Found(Kind.LANDLINE, *found.span())
    for named in _NAMED_LANDLINE.finditer(seen):
        if not _UNIT.match(seen[named.end() : named.end() + 6]):
            yield Found(Kind.LANDLINE, *named.span("number"))

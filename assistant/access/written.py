"""What is more than digits: mail addresses, passports, telephones with their area code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.access.found import Found, Kind
from assistant.access.labels import FAR_BEFORE, OF_AMOUNT, OF_CODE, OF_PASSPORT, UNIT

_TLD = r"(?:com|cn|net|org|edu|gov|io|me|info|top|vip)"
_EMAIL = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_])?\s?"
    r"(?:@|\s?[(\[{]\s?at\s?[)\]}]|#(?=\s?(?:qq|163|126|139|189|gmail|sina|sohu|foxmail|outlook|hotmail)[.。])"
    rf"|\s(?:at|艾特)\s(?=[A-Za-z0-9-]+(?:[.。]|\sdot\s|点){_TLD}))\s?"
    rf"(?:[A-Za-z0-9-]{{1,63}}(?:\.|\s?[(\[{{]dot[)\]}}]\s?|\sdot\s|[。点](?={_TLD}(?![A-Za-z0-9]))))+[A-Za-z]{{2,24}}",
    re.IGNORECASE,
)
_PASSPORT = re.compile(
    r"(?<![A-Za-z0-9])(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7})(?![A-Za-z0-9]|[-_/][A-Za-z0-9])"
)
_NAMED_PASSPORT = re.compile(
    rf"(?:{OF_PASSPORT.pattern})[^\dA-Za-z。；\n]{{0,10}}(?:no\.?|number|is|[:\s])*"
    r"(?P<number>(?:[A-Za-z]{1,2}[ -]?\d(?:[ -]?\d){6,9}|\d(?:[ -]?\d){7,8})(?![A-Za-z0-9]|[ -]\d))",
    re.IGNORECASE,
)
_AREA = (
    "(?:3(?:1\\d|35|49|5\\d|7\\d|9[1-68])|4(?:1[1-9]|2[179]|3[1-9]|40|48|5\\d|6[4789]|7\\d|8[23])|"
    "5(?:1\\d|2[37]|3\\d|4[36]|5\\d|6[1-6]|7\\d|80|9\\d)|6(?:3[1-5]|6[0238]|9[12])|"
    "7(?:01|1\\d|2[248]|3\\d|4[3-6]|5\\d|6[023689]|7\\d|9\\d)|8(?:1[23678]|2[567]|3\\d|5\\d|7\\d|8[13678]|9\\d)|"
    "9(?:0[123689]|1\\d|3\\d|4[13]|5[1-5]|7\\d|9\\d))"
)
"""Area codes of four digits without their 0."""
_LANDLINE = re.compile(
    r"(?<![\dA-Za-z.])(?:\+?(?:00)?86[- ]{0,2})?"
    r"(?:\((?:0?10|0?2\d|0?[3-9]\d\d)\)[- ]{0,2}|0(?:10|2\d|[3-9]\d\d)(?:\s?[-/_]\s?|\s{1,2})|(?<=86[- ])(?:10|2\d|[3-9]\d\d)[- ])"
    r"[2-9]\d{2,3}[- ]?\d{4}(?!\d)(?:-\d{1,5}(?!\d)|转\d{1,5})?"
)
# Nothing shows where the area code ends, so it has to be one that exists.
_GLUED_LANDLINE = re.compile(
    rf"(?<![\dA-Za-z.-])0(?:(?:10|2[0-57-9])[2-8]\d{{7}}|{_AREA}[2-8]\d{{6,7}})(?![\dA-Za-z]|[-.]\d)(?:-\d{{1,5}}(?!\d)|转\d{{1,5}})?"
)
_FOUR_BEFORE, _FOUR_BEHIND = re.compile(r"(?<!\d)\d{4} $"), re.compile(r" \d{4}(?!\d)")
_NAMED_LANDLINE = re.compile(
    r"(?:电话|座机|固话|传真|tel|fax)(?:号码?)?[是为:：.\s]{0,4}"
    r"(?P<number>(?:0(?:10|2\d|[3-9]\d\d))?[2-8]\d{6,7})(?!\d|\.\d|[年户人家])",
    re.IGNORECASE,
)


def find_emails(seen: str) -> Iterator[Found]:
    yield from (Found(Kind.EMAIL, *m.span()) for m in _EMAIL.finditer(seen))


def find_passports(seen: str) -> Iterator[Found]:
    yield from (Found(Kind.PASSPORT, *m.span("number")) for m in _NAMED_PASSPORT.finditer(seen))
    for found in _PASSPORT.finditer(seen):
        if not OF_CODE.search(seen[max(0, found.start() - FAR_BEFORE) : found.start()]):
            yield Found(Kind.PASSPORT, *found.span())


def find_landlines(seen: str) -> Iterator[Found]:
    for found in _LANDLINE.finditer(seen):
        counted = UNIT.match(seen[found.end() : found.end() + 6])
        if not counted and not _is_of_a_longer_row(seen, *found.span()):
            yield Found(Kind.LANDLINE, *found.span())
    for glued in _GLUED_LANDLINE.finditer(seen):
        before = seen[max(0, glued.start() - FAR_BEFORE) : glued.start()]
        after = seen[glued.end() : glued.end() + 6]
        if not (OF_CODE.search(before) or OF_AMOUNT.search(before) or UNIT.match(after)):
            yield Found(Kind.LANDLINE, *glued.span())
    for named in _NAMED_LANDLINE.finditer(seen):
        if not UNIT.match(seen[named.end() : named.end() + 6]):
            yield Found(Kind.LANDLINE, *named.span("number"))


def _is_of_a_longer_row(seen: str, start: int, end: int) -> bool:
    """1029 0537 4558 8522: four digits each time, and more of them before or behind."""
    in_fours = re.fullmatch(r"\d{4} \d{4} \d{4}", seen[start:end])
    before, after = seen[max(0, start - 6) : start], seen[end : end + 6]
    return bool(in_fours and (_FOUR_BEFORE.search(before) or _FOUR_BEHIND.match(after)))

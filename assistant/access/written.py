"""What is more than digits: mail addresses, passports, telephones with their area code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.access.found import Found, Kind
from assistant.access.labels import FAR_BEFORE, OF_CODE, OF_PASSPORT, UNIT

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
    rf"(?:{OF_PASSPORT.pattern})[^\dA-Za-z。；\n]{{0,10}}(?:no\.?|number|is|[:\s])*"
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


def find_emails(seen: str) -> Iterator[Found]:
    yield from (Found(Kind.EMAIL, *m.span()) for m in _EMAIL.finditer(seen))


def find_passports(seen: str) -> Iterator[Found]:
    yield from (Found(Kind.PASSPORT, *m.span("number")) for m in _NAMED_PASSPORT.finditer(seen))
    for found in _PASSPORT.finditer(seen):
        if not OF_CODE.search(seen[max(0, found.start() - FAR_BEFORE) : found.start()]):
            yield Found(Kind.PASSPORT, *found.span())


def find_landlines(seen: str) -> Iterator[Found]:
    for found in _LANDLINE.finditer(seen):
        if not UNIT.match(seen[found.end() : found.end() + 6]):
            yield Found(Kind.LANDLINE, *found.span())
    for named in _NAMED_LANDLINE.finditer(seen):
        if not UNIT.match(seen[named.end() : named.end() + 6]):
            yield Found(Kind.LANDLINE, *named.span("number"))

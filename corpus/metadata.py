"""What a text says about itself: title, own number, issuer, date, level, region, status.

Only the head, the title line and the closing signature are read: a number or a date further in
belongs to some other document that is cited there. What is not found is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal, cast

from corpus.dates import parse_date
from corpus.genres import GENRES
from corpus.markers import match_marker
from corpus.models import Document
from corpus.regions import find_regions, region_named

Level = Literal["国家", "省", "市", "县"]

_TITLE_END = re.compile(rf"(?:{GENRES})(?:（[^（）]{{1,24}}）|\([^()]{{1,24}}\))*$")
_STATUS = re.compile(
    r"[（(](征求意见稿|公开征求意见稿|试行|暂行|草案|送审稿|讨论稿|修订稿|废止)[)）]"
)
NUMBER = re.compile(
    r"(?P<prefix>[\u4e00-\u9fff]{1,14})\s*[〔\[【（(﹝［]\s*(?P<year>(?:19|20)\d{2})\s*[〕\]】）)﹞］]\s*"
    r"(?:第\s*)?(?P<serial>\d{1,5})\s*号"
)
_ORDER_NUMBER = re.compile(r"第\s*(\d{1,5}|[一二三四五六七八九十百〇零]{1,6})\s*号")
_ISSUER = re.compile(
    r"(?:中共|中国共产党)?[\u4e00-\u9fff]{2,30}?(?:委员会办公厅|委员会办公室|委员会|人民政府办公厅|人民政府办公室|人民政府|"
    r"省委办公厅|市委办公室|省委|市委|县委|区委|国务院办公厅|国务院|办公厅|办公室|管委会|总局|[部厅局委会院])"
)
_HEAD_LINES = 30
_SHORT = 90


@dataclass(frozen=True, slots=True)
class Description:
    """The metadata that were found in a text."""

    title: str
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    level: Level | None = None
    region: str | None = None
    status: str | None = None

    def document(self, document_id: str, file: str, sha256: str) -> Document:
        """A manifest entry made of these metadata."""
        return Document(
            id=document_id,
            file=file,
            title=self.title,
            number=self.number,
            issuer=self.issuer,
            date=self.date,
            level=self.level,
            region=self.region,
            status=self.status,
            sha256=sha256,
        )


def describe(text: str, path: Path) -> Description:
    """Read the metadata off a clean text; the file's name is the title where the text has none."""
    head = _head(text)
    title = _title(head)
    number = _own_number(head)
    issuers = _issuers(head, title)
    tail = _tail(text)
    issuer = "、".join(issuers) or _signed_by(tail)
    status = _status(title, head)
    level, region = _place(issuer, title, number)
    return Description(
        title=title or path.stem,
        number=number,
        issuer=issuer or None,
        date=_date(head, tail),
        level=level,
        region=region,
        status=status,
    )


def _status(title: str | None, head: list[str]) -> str | None:
    """试行, 征求意见稿 … at the title's end or on a line to itself; elsewhere it is another's."""
    for line in (title or "", *head):
        match = _STATUS.search(line)
        if match and (match[0] == line or (line == title and match.end() == len(line))):
            return match[1]
    return None


def _head(text: str) -> list[str]:
    """Short lines before the first clause or the first long paragraph."""
    lines: list[str] = []
    for line in text[:6000].split("\n")[:_HEAD_LINES]:
        marker = match_marker(line)
        if marker and marker.kind != "dash":
            break
        if len(line) > _SHORT and not (lines == [] and _TITLE_END.search(line)):
            break
        lines.append(line.strip())
    return lines


def _tail(text: str) -> list[str]:
    return [line.strip() for line in text[-400:].split("\n")[-6:]]


def _title(head: list[str]) -> str | None:
    for index, line in enumerate(head):
        if (
            not _TITLE_END.search(line)
            or line.endswith("。")
            or NUMBER.fullmatch(line.strip("（）()"))
        ):
            continue
        if _is_organisation(line) or "：" in line or _is_order(head, index):
            continue
        first = index
        # A long title is printed on several lines, the first of them opening with 关于.
        while first > 0 and not line.startswith("关于") and head[first - 1].startswith("关于"):
            if _TITLE_END.search(head[first - 1]):
                break
            first -= 1
            line = head[first] + line
        return line
    for line in head:
        if (
            4 <= len(line) <= 60
            and not re.search(r"[。；：，]", line)
            and not _is_organisation(line)
        ):
            return line
    return None


def _is_organisation(line: str) -> bool:
    return bool(_ISSUER.fullmatch(re.sub(r"\s", "", line)))


def _is_order(head: list[str], index: int) -> bool:
    """某市人民政府令 above 第179号 is a number in two lines, not the title."""
    below = head[index + 1] if index + 1 < len(head) else ""
    return bool(_ORDER_NUMBER.fullmatch(below))


def _own_number(head: list[str]) -> str | None:
    """A document number that has a line to itself."""
    for index, line in enumerate(head):
        bare = line.strip("（）() 　")
        match = NUMBER.fullmatch(bare)
        if match:
            return f"{match['prefix']}〔{match['year']}〕{match['serial']}号"
        order = _ORDER_NUMBER.fullmatch(bare)
        if order and index and head[index - 1].endswith(("令", "公告", "通告")):
            return re.sub(r"\s", "", head[index - 1]) + re.sub(r"\s", "", bare)
    return None


def _issuers(head: list[str], title: str | None) -> list[str]:
    """Bodies above the title, or the body the title begins with."""
    named: list[str] = []
    for line in head:
        if title and (line in title or title in line):
            break
        if _is_organisation(line):
            named.append(re.sub(r"\s", "", line))
    if named:
        return named
    match = re.match(rf"({_ISSUER.pattern})(?=关于|印发|办公厅关于)", title or "")
    return [match[1]] if match else []


def _signed_by(tail: list[str]) -> str | None:
    """The body that stands right above a date at the very end."""
    for above, below in pairwise(tail):
        if parse_date(below) and _is_organisation(above):
            return re.sub(r"\s", "", above)
    return None


def _date(head: list[str], tail: list[str]) -> str | None:
    """A date that has a line to itself: in the head, else in the signature."""
    for line in [*head, *reversed(tail)]:
        date = parse_date(line.strip("（）() 　"))
        if date:
            return date
    return None


def _place(
    issuer: str | None, title: str | None, number: str | None
) -> tuple[Level | None, str | None]:
    """Level and region of the issuer, else of the title, else of the number's first character."""
    if issuer and re.match(
        r"中共中央|国务院|全国|国家|中华人民共和国|[\u4e00-\u9fff]{2,8}部(?:$|、)", issuer
    ):
        return "国家", None
    for source in (issuer, title):
        mentions = find_regions(source or "")
        if mentions and (source == issuer or mentions[0].start <= 12):
            region = mentions[0].region
            return cast(Level, region.level), region.name
    region_of_number = region_named(number[0]) if number else None
    if region_of_number and region_of_number.level == "省":
        return "省", region_of_number.name
    return None, None

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
from corpus.heads import (
    ISSUER,
    NUMBER,
    ORDER_NUMBER,
    ends_like_a_title,
    find_title,
    is_organisation,
    labelled,
)
from corpus.markers import match_marker
from corpus.models import Document
from corpus.regions import find_regions, region_named

Level = Literal["国家", "省", "市", "县"]

_STATUS = re.compile(
    r"[（(](征求意见稿|公开征求意见稿|试行|暂行|草案|送审稿|讨论稿|修订稿|废止)[)）]"
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
    title = find_title(head)
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
        if len(line) > _SHORT and not (lines == [] and ends_like_a_title(line)):
            break
        lines.append(line.strip())
    return lines


def _tail(text: str) -> list[str]:
    return [line.strip() for line in text[-400:].split("\n")[-6:]]


def _own_number(head: list[str]) -> str | None:
    """A document number that has a line to itself."""
    for index, line in enumerate([labelled(head, "number") or "", *head], -1):
        bare = line.strip("（）() 　")
        match = NUMBER.fullmatch(bare)
        if match:
            return f"{match['prefix']}〔{match['year']}〕{match['serial']}号"
        order = ORDER_NUMBER.fullmatch(bare)
        if order and index and head[index - 1].endswith(("令", "公告", "通告")):
            return re.sub(r"\s", "", head[index - 1]) + re.sub(r"\s", "", bare)
    return None


def _issuers(head: list[str], title: str | None) -> list[str]:
    """Bodies above the title, or the body the title begins with."""
    issuer = labelled(head, "issuer")
    if issuer:
        return [issuer]
    named: list[str] = []
    for line in head:
        if title and (line in title or title in line):
            break
        if is_organisation(line):
            named.append(re.sub(r"\s", "", line))
    if named:
        return named
    match = re.match(rf"({ISSUER.pattern})(?=关于|印发|办公厅关于)", title or "")
    return [match[1]] if match else []


def _signed_by(tail: list[str]) -> str | None:
    """The body that stands right above a date at the very end."""
    for above, below in pairwise(tail):
        if parse_date(below) and is_organisation(above):
            return re.sub(r"\s", "", above)
    return None


def _date(head: list[str], tail: list[str]) -> str | None:
    """A date that has a line to itself, in the head, else in the signature; 2021-02-09 is a web
    site's own."""
    for line in [labelled(head, "date") or "", *head, *reversed(tail)]:
        date = parse_date(line.strip("（）() 　"))
        if date and "年" in line:
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

"""What a text says about itself: title, own number, issuer, date, level, region, status.

Only the head, the title line and the closing signature are read: a number or a date further in
belongs to some other document that is cited there. What is not found is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from corpus.metadata.dates import parse_date
from corpus.metadata.heads import NUMBER, ORDER_NUMBER, ends_like_a_title, find_title, labelled
from corpus.metadata.issuers import adoption, bodies_above, bodies_of_title, signature, split_bodies
from corpus.models import Document
from corpus.outline.markers import match_marker
from corpus.regions import find_regions, region_named

Level = Literal["国家", "省", "市", "县"]

_WORDS = "征求意见稿|公开征求意见稿|试行|暂行|草案|送审稿|讨论稿|修订稿|废止"
_STATUS = re.compile(rf"[（(]({_WORDS})[)）]")
_TITLE_STATUS = re.compile(
    rf"(?:[（(](?P<bracketed>{_WORDS})[)）]|(?P<word>试行|暂行)(?:办法|规定|细则|条例|规则|标准|方案|意见))"
    r"(?:[（(][^（）()]*[)）])?》?(?:的(?:通知|公告|通告|决定))?$"
)
_ORDER = re.compile(r"[\u4e00-\u9fff]{2,30}令第(?:\d{1,5}|[一二三四五六七八九十百〇零]{1,6})号")
_SERIAL = re.compile(r"(?:19|20)\d{2}年第\d{1,4}号")
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
    title = _on_trial(find_title(head), head)
    number = _own_number(head)
    lines = [line.strip() for line in text.split("\n")]
    signed, signed_on = signature(lines)
    passed_by, passed_on = adoption(head)
    told = labelled(head, "issuer")
    issuers = (
        bodies_above(head, title)
        or bodies_of_title(title or "")
        or (tuple(split_bodies(told)) or (told,) if told else ())
        or signed
        or ((passed_by,) if passed_by else ())
    )
    issuer = "、".join(issuers) or None
    level, region = _place(issuer, title, number)
    return Description(
        title=title or path.stem,
        number=number,
        issuer=issuer,
        date=_labelled_date(head) or passed_on or signed_on or _date(head, _tail(text)),
        level=level,
        region=region,
        status=_status(title, head),
    )


def _on_trial(title: str | None, head: list[str]) -> str | None:
    """（试行） on the line below a title belongs to it; （征求意见稿） is a state that passes."""
    if title in head[:-1]:
        below = head[head.index(title or "") + 1]
        if below in ("（试行）", "（暂行）"):
            return f"{title}{below}"
    return title


def _status(title: str | None, head: list[str]) -> str | None:
    """试行, 征求意见稿 … in the title or on a line to itself; elsewhere it is another's."""
    for line in head:
        match = _STATUS.search(line)
        if match and match[0] == line:
            return match[1]
    match = _TITLE_STATUS.search(title or "")
    return (match["bracketed"] or match["word"]) if match else None


def _head(text: str) -> list[str]:
    """Short lines before the first clause or the first long paragraph."""
    lines: list[str] = []
    for line in text[:6000].split("\n")[:_HEAD_LINES]:
        marker = match_marker(line)
        if marker and marker.kind != "dash":
            break
        if "http" in line:
            continue  # where a web copy says that it comes from
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
        whole = re.sub(r"\s", "", bare)
        if _ORDER.fullmatch(whole) or _SERIAL.fullmatch(whole):
            return whole
    return None


def _labelled_date(head: list[str]) -> str | None:
    told = labelled(head, "date")
    return parse_date(told) if told else None


def _date(head: list[str], tail: list[str]) -> str | None:
    """A date that has a line to itself, in the head, else in the signature; 2021-02-09 is a web
    site's own."""
    for line in [*head, *reversed(tail)]:
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

"""Who issued a text and when, by the lines that name bodies and dates: head, signature, adoption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.metadata.dates import parse_date
from corpus.metadata.heads import is_organisation

_PREFIX = re.compile(
    r"(?:中共|中国共产党)?(?P<place>[\u4e00-\u9fff]{2,7}?(?:自治[区州县]|[省市县区州盟旗]))"
)
_BODY_END = "委府厅局会办室院"
_HEADING = re.compile(r"^(?P<bodies>[\u4e00-\u9fff、\s]{3,80}?)(?:关于|印发|转发|批转|令$)")
_RED_HEAD = re.compile(r"文件$")
_IMPRINT = re.compile(
    r"(?P<body>[\u4e00-\u9fff\s]{4,60}?)\s*(?P<date>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:印发)?"
)
_PRINTED = re.compile(r"(?:印发|发布|公布)$")
_ADOPTED = re.compile(
    r"^[（(]?(?P<date>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?P<body>[\u4e00-\u9fff]{4,40}?(?:代表大会常务委员会|代表大会|常务会议|人民政府))"
    r"(?:第[\u4e00-\u9fff\d]+次)?[\u4e00-\u9fff]{0,12}(?:通过|公布)"
)
_AT_MEETING = re.compile(r"^——(?P<date>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)在.{4,60}(?:会议|大会)上")
_MOST_SIGNING = 4


def bodies_of_title(title: str) -> tuple[str, ...]:
    """The bodies that a title begins with: 某市财政局 某市商务局关于印发…."""
    match = _HEADING.match(title)
    return split_bodies(match["bodies"]) if match else ()


def bodies_above(lines: Sequence[str], title: str | None) -> tuple[str, ...]:
    """The bodies on lines of their own above the title, 文件 of a red head left out."""
    named: list[str] = []
    for line in lines:
        if title and (line in title or title in line):
            break
        named += split_bodies(_RED_HEAD.sub("", line))
    return tuple(dict.fromkeys(named))


def split_bodies(words: str) -> tuple[str, ...]:
    """甲市财政局甲市商务局 → both; () unless every part is the name of a body."""
    parts: list[str] = []
    for part in re.split(r"[、\s]+", words.strip()):
        prefix = _PREFIX.match(part)
        place = re.escape(prefix["place"]) if prefix else ""
        cuts = re.split(rf"(?<=[{_BODY_END}])(?=(?:中共)?{place})", part) if place else [part]
        parts += [cut for cut in cuts if cut]
    return tuple(parts) if parts and all(map(is_organisation, parts)) else ()


def signature(lines: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """Bodies and date where they stand below one another first; ((), None) if nowhere.

    An imprint (某局办公室 2023年3月28日印发) dates a text but does not sign it.
    """
    for index, line in enumerate(lines):
        date = parse_date(_PRINTED.sub("", line.strip("（）() 　")))
        if date is None or "年" not in line:
            continue
        bodies: list[str] = []
        for above in reversed(lines[max(0, index - _MOST_SIGNING) : index]):
            found = split_bodies(above)
            if not found:
                break
            bodies[:0] = found
        if bodies:
            return tuple(dict.fromkeys(bodies)), date
    for line in lines:
        imprint = _IMPRINT.fullmatch(line.strip())
        if imprint and split_bodies(imprint["body"]):
            return (), parse_date(imprint["date"])
    return (), None


def adoption(head: Sequence[str]) -> tuple[str | None, str | None]:
    """Body and date in （2023年7月28日某省人民代表大会常务委员会第三次会议通过）."""
    for line in head:
        match = _ADOPTED.match(line)
        if match:
            body = re.sub(r"常务会议$", "", match["body"])
            return body, parse_date(match["date"])
        meeting = _AT_MEETING.match(line)
        if meeting:
            return None, parse_date(meeting["date"])
    return None, None

"""The lines above a text: its title, the bodies and labels around it."""

from __future__ import annotations

import re

from corpus.metadata.dates import parse_date
from corpus.metadata.genres import GENRES

NUMBER = re.compile(
    r"(?P<prefix>[\u4e00-\u9fff]{1,14})\s*[〔\[【（(﹝［]\s*(?P<year>(?:19|20)\d{2})\s*[〕\]】）)﹞］]\s*"
    r"(?:第\s*)?(?P<serial>\d{1,5})\s*号"
)
_TITLE_END = re.compile(rf"(?:{GENRES})(?:（[^（）]{{1,24}}）|\([^()]{{1,24}}\))*$")
ISSUER = re.compile(
    r"(?:中共|中国共产党)?[\u4e00-\u9fff]{2,30}?(?:委员会办公厅|委员会办公室|委员会|人民政府办公厅|人民政府办公室|人民政府|"
    r"省委办公厅|市委办公室|省委|市委|县委|区委|国务院办公厅|国务院|办公厅|办公室|管委会|总局|[部厅局委会院])"
)
_SHORTEST = 5
_SITE = re.compile(r"\s*[_|｜-]\s*[\u4e00-\u9fff]{2,16}(?:网|网站|门户|平台)$")
"""…的通知_某某政府网: a browser's window title."""
_LABELS = {
    "title": "(?:法规|文件|公文)?标题|(?:法规|文件|公文)?名称",
    "number": "发文字号|(?:文件|公文)?编号|文号",
    "issuer": "发文机关|发布机构|发布机关|发文单位|制定机关|颁布(?:机构|单位|部门)|发布部门|发布单位",
    "date": "成文日期|发文日期|印发日期|颁布(?:时间|日期)|公布日期",
}
ORDER_NUMBER = re.compile(r"第\s*(\d{1,5}|[一二三四五六七八九十百〇零]{1,6})\s*号")


def find_title(head: list[str]) -> str | None:
    """The title among the first lines of a text; None if no line reads like one."""
    named = labelled(head, "title")
    if named:
        return named
    head = [_SITE.sub("", line) for line in head]
    for index, line in enumerate(head):
        own_line = ends_like_a_title(line) and not line.endswith("。") and "：" not in line
        number = NUMBER.fullmatch(line.strip("（）()"))
        if own_line and not (number or is_organisation(line) or is_order(head, index)):
            return _whole_title(head, index)
    for line in head:
        plain = 4 <= len(line) <= 60 and not re.search(r"[。；：]", line)
        if plain and not is_organisation(line) and not parse_date(line):
            return line
    return None


def ends_like_a_title(line: str) -> bool:
    """Whether a line ends with a genre word, brackets behind it or not; 政策 alone is a menu."""
    return len(line) >= _SHORTEST and bool(_TITLE_END.search(line))


def _whole_title(head: list[str], last: int) -> str:
    """A long title is printed on up to three lines, one of the first speaking of its subject
    with 关于."""
    for first in range(last, max(-1, last - 3), -1):
        above = head[first:last]
        if any(ends_like_a_title(line) or line.endswith(("。", "：")) for line in above):
            break
        if "关于" in head[first]:
            return "".join(head[first : last + 1])
    return head[last]


def labelled(head: list[str], field: str) -> str | None:
    """What the table above a web text says: 发文字号：…, 成文日期：…."""
    for line in head:
        match = re.search(
            rf"(?:^|\s)(?:[-·•*]\s*)?[【\[]?\s*(?:{_LABELS[field]})\s*[】\]：:]+\s*(\S.*)$", line
        )
        if match:
            # A table's cells may stand on one line: 发文机关：甲 成文日期：乙.
            return re.split(r"\s+[\u4e00-\u9fff]{2,6}\s*[：:]", match[1], maxsplit=1)[0].strip()
    return None


def is_organisation(line: str) -> bool:
    """Whether a line is the name of a body and nothing else."""
    return bool(ISSUER.fullmatch(re.sub(r"\s", "", line)))


def is_order(head: list[str], index: int) -> bool:
    """某市人民政府令 above 第179号 is a number in two lines, not the title."""
    below = head[index + 1] if index + 1 < len(head) else ""
    return bool(ORDER_NUMBER.fullmatch(below))

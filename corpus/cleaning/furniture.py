"""What a page or a web site prints around a text: page numbers, navigation, footers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from corpus.cleaning.lines import Line
from corpus.metadata.genres import GENRES
from corpus.outline.markers import starts_with_marker

PAGE_MARK = re.compile(
    r"""(?:
      [—–\-－_=~·.\s]{1,6}\s*\d{1,4}\s*[—–\-－_=~·.\s]{1,6}
    | [—–－]\s*\d{1,4} | \d{1,4}\s*[—–－]
    | =*\s*PAGE\s*\d+\s*(?:(?:of|/)\s*\d+\s*)?=*
    | 第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?
    | \d{1,4}\s*/\s*\d{1,4}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_WEB_LINE = re.compile(
    r"""
      您?(?:当前|现在)?(?:所在)?的?位置\s*[：:].*(?:首页|>).* | 【?字(?:体|号)\s*[：:].*
    | 浏览(?:次数|量)\s*[：:].* | .*网站标识码.* | .*ICP备.* | .*公网安备.* | .*版权所有.* | 分享到.*
    | 扫一扫.{0,20} | 扫码.{0,12} | [上下]一[个篇条]\s*[：:].* | 【法宝引证码】.* | 原文链接\s*[：:]\s*http\S*
    | 打印(?:本页)? | 关闭(?:窗口)? | 相关(?:新闻|附件|报道|链接|解读)[：:]? | 纠错 | 内容纠错.* | 网站地图.*
    | 无障碍(?:阅读|浏览|模式)? | 用户登录 | 下载 | 全屏 | 收藏 | 责任编辑.{0,20}
    | 来源\s*[：:].{0,40} | 发布(?:时间|日期)\s*[：:].{0,40}
    """,
    re.VERBOSE,
)
_RELATED = re.compile(r"相关(?:文件|政策|文章|阅读|推荐|信息|内容|新闻|报道|链接|解读)[：:]?")
_STOP = re.compile(r"[。；，]")
_SENTENCE = re.compile(r"[。；，！？]")
_BLOCK = 8
_PAGE_LINES = 8
_SHORT = 16
_LONGEST = 120
_LINKS = 40


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left of the lines, and how many of each kind of furniture went."""

    lines: list[Line]
    pages: int = 0
    web: int = 0


def drop_furniture(lines: list[Line]) -> Kept:
    """Lines without page marks, running heads and site navigation."""
    marks = _page_marks(lines)
    text = [line for index, line in enumerate(lines) if index not in marks]
    web = _navigation(text)
    kept = [line for index, line in enumerate(text) if index not in web]
    return Kept(kept, len(marks), len(web))


def _page_marks(lines: list[Line]) -> set[int]:
    marks = {i for i, line in enumerate(lines) if PAGE_MARK.fullmatch(line.text)}
    marks |= _bare_numbers(lines)
    beside: Counter[str] = Counter()
    for index in marks:
        for neighbour in (index - 1, index + 1):
            if 0 <= neighbour < len(lines) and neighbour not in marks:
                text = lines[neighbour].text
                if len("".join(text.split())) <= _SHORT * 2 and not _SENTENCE.search(text):
                    beside[text] += 1
    heads = {text for text, count in beside.items() if count >= 3}
    if heads:
        marks |= {i for i, line in enumerate(lines) if line.text in heads}
    return marks


def _bare_numbers(lines: list[Line]) -> set[int]:
    """Numbers alone on a line, if they count pages or interrupt prose; in a table they are content.

    A number behind a short line is a cell; one behind a long line is a page number.
    """
    bare = [i for i, line in enumerate(lines) if _BARE_NUMBER.fullmatch(line.text)]
    found = _paging(lines, bare)
    for index in bare:
        if _beside_page_break(lines, index):
            found.add(index)
        before = lines[index - 1].text if index else ""
        after = lines[index + 1].text if index + 1 < len(lines) else ""
        opens = _is_prose(after) or starts_with_marker(after) or not after
        if (before or after) and opens and (_is_prose(before) or not before):
            found.add(index)
    return found


def _beside_page_break(lines: list[Line], index: int) -> bool:
    """Whether a form feed stands right before or behind the line."""
    around = lines[max(0, index - 1) : index + 2]
    return len({line.page for line in around}) > 1


def _is_prose(text: str) -> bool:
    return len(text) > _SHORT or bool(_SENTENCE.search(text))


def _paging(lines: list[Line], bare: list[int]) -> set[int]:
    """Bare numbers that count pages: three or more, one after the other, each a page apart."""
    found: set[int] = set()
    chain: list[int] = []
    for index in bare:
        number = int(lines[index].text)
        if chain and number == int(lines[chain[-1]].text) + 1 and index - chain[-1] >= _PAGE_LINES:
            chain.append(index)
        elif not chain or number != int(lines[chain[-1]].text):
            chain = [index]
        if len(chain) >= 3:
            found.update(chain)
    return found


def _navigation(lines: list[Line]) -> set[int]:
    """Single lines that only a web page has, and blocks of short lines that hold several of them."""
    known = {i for i, line in enumerate(lines) if _is_web_line(line.text)}
    if not known:
        return set()
    dropped = known | _related(lines, known)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (end in known or _is_label(lines[end].text)):
            end += 1
        dropped.update(_block(range(start, end), known, len(lines)))
        start = max(end, start + 1)
    return dropped


def _related(lines: list[Line], known: set[int]) -> set[int]:
    """A page's last list, of other pages: its heading and titles down to the end, no sentence among
    them."""
    first = len(lines)
    while first and len(lines) - first < _LINKS and _may_be_link(lines[first - 1].text):
        first -= 1
    tail = range(first, len(lines))
    heading = next((i for i in tail if _RELATED.fullmatch(lines[i].text)), len(lines))
    return set(range(heading, len(lines))) if any(i >= first for i in known) else set()


def _may_be_link(text: str) -> bool:
    return len(text) <= _SHORT * 4 and not _STOP.search(text)


def _block(block: range, known: set[int], total: int) -> range:
    """The part of a run of short lines that is navigation for sure.

    A site's menu opens the page and its links close it. Elsewhere only what stands between known
    lines goes: the short lines beside them may be the title or a list of names.
    """
    marks = [i for i in block if i in known]
    if len(block) < _BLOCK or len(marks) < 2:
        return range(0)
    first = block.start if block.start == 0 else marks[0]
    after = block.stop - marks[-1] - 1
    last = block.stop if block.stop == total or after >= _BLOCK else marks[-1] + 1
    return range(first, last)


def _is_web_line(text: str) -> bool:
    """A sentence is none, whatever it speaks of: 应当办理ICP备案，…"""
    return len(text) <= _LONGEST and not _STOP.search(text) and bool(_WEB_LINE.fullmatch(text))


def _is_label(text: str) -> bool:
    return (
        len(text) <= _SHORT
        and not _SENTENCE.search(text)
        and not starts_with_marker(text)
        and not re.search(rf"第.{{1,4}}号|\d{{4}}年|[：:]$|(?:{GENRES})$", text)
    )

"""What stands before a name: 太原市关于…的实施意见 is not the 实施意见 that the corpus holds.

A name counts only if what runs into it from the left, back to a space, a punctuation mark or a word
that leads in (请问, 按照, 这份), is explained: the document's own region, or words of its title.
"""

from __future__ import annotations

import re

from corpus.naming.document_titles import POINTING, Grade, Title
from corpus.regions import find_regions, is_within

_STOP = r"[^\u4e00-\u9fffA-Za-z]"
"""What ends a run: a space, a punctuation mark, a figure (2017年 is read as one)."""
ASKING = (
    "请问|想问|问一下|问下|请教|帮我|帮忙|麻烦|查一下|查下|查查|查询|查阅|看一下|看下|看看|想看|我看|查看|"
    "想知道|知道|想了解|了解|告诉我|告诉|介绍一下|解释一下|解释|说一下|说下|说说|讲一下|讲讲|列出|找出|找一下|找|"
    "翻译|总结|概括|引用|摘录|复制|给我|给出|根据|按照|依据|依照|遵照|参照|对照|参考|详见|参见|出自|来自|属于|"
    "提到|上述|前述|前面|刚才|刚刚|最新|现行|怎么|如何|什么|哪些|哪个|能否|是否|可以|对于|省里|市里|县里|区里|"
    "省上|全省|全市|我省|我市|本省|本市|省级|市级|我们|你们|他们|咱们|听说|据说|之前|现在|目前|去年|今年|前年|"
    "后来的?|之后的?|随后的?|早先的?|当初的?|那么|还有|另外|至于|有没有|没有|能用|可用"
)
"""Words that ask or point: no title holds them."""
_DOING = (
    "落实|执行|贯彻|适用|享受|符合|违反|遵守|介绍|解读|结合|印发的|出台的|发布的|制定的|下发的|发的|写的|定的|"
    f"印发|出台|发布|制定|下发|该|本|{POINTING}|那|[把从按照请查看问在]|年度|年|版"
)
_JOINING = "以及|[和与跟及]"
_ALONE = "[将由对此据用见到有是我你咱新给]"
"""Single words that lead in where a run begins; inside one they may belong to a title."""
_LEADS_IN = re.compile(rf"(?:{ASKING}|{_DOING}|(?:^|{_STOP})(?:{_ALONE})|{_STOP})$")
_JOINS = re.compile(rf"(?:{_JOINING})$")
_FILLER = re.compile(r"(?:关于|印发|的)$")
_CENTRAL = re.compile(
    r"(?:国务院|中共中央|党中央|中央|国家|全国人大|全国|[\u4e00-\u9fff]{2,8}(?<![干全内外])部)"
    r"(?:办公厅|办公室|常委会)?$"
)
_LOCAL_ISSUER = re.compile(
    r"(?:省|市|县|区|州)?(?:人民政府|政府|委员会|委|科技厅|[\u4e00-\u9fff]{2,4}[厅局])(?:办公厅|办公室)?$"
)
_BEGINS = re.compile(
    rf".*(?:{ASKING}|{_STOP}|(?:^|(?<={_STOP}))(?:{_ALONE}|[把从按照请查看问在]))", re.DOTALL
)
_GOES_ON = re.compile(
    r"(?:实施|补充|配套|操作)(?:细则|办法|条例|意见|方案|规定|指引|指南|规程|标准)|细则"
)


def run_before(text: str, start: int) -> str:
    """What runs into text[start] from the left, behind the last word that asks or points."""
    left = text[:start]
    match = _BEGINS.match(left)
    return left[match.end() :] if match else left


def fits(text: str, start: int, end: int, title: Title, grade: Grade) -> bool:
    """Whether the name at text[start:end] is this title and not a piece of another one."""
    if _GOES_ON.match(text, end):
        return False
    left = text[:start]
    if grade is Grade.KIND:
        return _explained(left, title)
    local = any(text.startswith(region, start) for region in title.regions)
    if grade is Grade.NICKNAME and not local:
        return not _elsewhere(run_before(text, start), title)
    return _own_attached(left, title)


def _explained(left: str, title: Title) -> bool:
    """Whether all that runs in is the document's region and issuer and words of its title."""
    at, words = len(title.text), False
    while left and not _LEADS_IN.search(left):
        if not words and _JOINS.search(left):
            return True
        shorter = _without_place(left, title)
        if shorter is None:
            return False
        if shorter == left:
            at = title.text.rfind(left[-1], 0, at)
            if at < 0:
                return False
            shorter, words = left[:-1], True
        left = shorter
    return True


def _own_attached(left: str, title: Title) -> bool:
    """Whether the region or issuer right before a full title, if any, is the document's own."""
    while left and not _LEADS_IN.search(left):
        shorter = _without_place(left, title)
        if shorter is None:
            return False
        if shorter == left:
            return True
        left = shorter
    return True


def _elsewhere(run: str, title: Title) -> bool:
    """Whether a run names a region or a central body that is not the document's."""
    if any(not _own_region(m.region.name, title) for m in find_regions(run)):
        return True
    return any(_foreign_central(run[: i + 1], title) for i in range(len(run)))


def _without_place(left: str, title: Title) -> str | None:
    """Less the filler, own region or own issuer at the end; None if the place is another's."""
    filler = _FILLER.search(left)
    if filler:
        return left[: filler.start()]
    mentions = find_regions(left[-20:])
    if mentions and mentions[-1].end == len(left[-20:]):
        mention = mentions[-1]
        if not _own_region(mention.region.name, title):
            return None
        return left[: len(left) - (mention.end - mention.start)]
    if _foreign_central(left, title):
        return None
    issuer = _CENTRAL.search(left) or _LOCAL_ISSUER.search(left)
    return left[: issuer.start()] if issuer else left


def _own_region(name: str, title: Title) -> bool:
    if title.region is None:
        return name in title.text
    region = next((m.region for m in find_regions(name)), None)
    return region is not None and is_within(title.region, region)


def _foreign_central(left: str, title: Title) -> bool:
    """国务院, 国家…, …部 before the name of a province's or city's document."""
    return title.document.level in ("省", "市", "县") and bool(_CENTRAL.search(left))

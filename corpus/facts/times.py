"""Times that set a deadline or say when a figure was reached, and which of them is in force."""

from __future__ import annotations

import re

_YEAR = r"(?:20|19)\d{2}"
TIME = re.compile(
    rf"{_YEAR}\s*[-—－–~～至]+\s*{_YEAR}年(?:期间)?"
    rf"|{_YEAR}年(?:年?底前?|年?末|年?初|前|以前|之前|上半年|下半年|[一二三四]季度|\d{{1,2}}月(?:\d{{1,2}}日)?(?:底|末|前|以前|份)?)?"
    r"|[“\"]?十[三四五六七]五[”\"]?(?:规划)?(?:期?末|末期|期间|时期|收官之年|初期?)"
    r"|(?:今年|明年|本年度?|年内|年底)(?:底|末|上半年|前)?"
    r"|本世纪中叶|(?:未来|今后)?(?:[一二三四五六七八九十两]+|\d{1,2})年(?:内|左右|之内|时间)?(?![级期制来间度])"
)
_NOT_SET = re.compile(r"起|以来|以后|度|版|第|我|来|，?我")
_BEFORE = re.compile(
    r"(?:到|至|截至|截止|力争|争取|确保|在|于|力争到|争取到|确保到|力争在|计划到|预计|即|和|用)?$"
)
_BASE = re.compile(r"(?:比|较|与|同|相比|从|自|由|对)$")


def time_in(segment: str) -> tuple[str, int, int] | None:
    """The time that a segment sets, with its span; None if it sets none.

    2017年 in 比2017年 is a baseline, and 从2021年起 sets no deadline.
    """
    for match in TIME.finditer(segment):
        before = segment[: match.start()]
        if _BASE.search(before) or _NOT_SET.match(segment, match.end()):
            continue
        if re.fullmatch(r"(?:[一二三四五六七八九十两]+|\d{1,2})年(?:内|左右|之内|时间)?", match[0]) and not re.search(
            r"(?:力争|争取|确保|用|通过|未来|今后|计划)$", before
        ):
            continue
        return match[0], match.start(), match.end()
    return None


def leads(segment: str, start: int) -> bool:
    """Whether a time opens its segment, so that what follows stands under it."""
    return re.fullmatch(r"[\s\x00]*(?:力争|争取|确保|计划|预计|努力)?(?:到|至|截至|截止|在|于)?", segment[:start]) is not None

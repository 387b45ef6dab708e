"""The last words of official titles: as an alternation, and as the kind of document they make."""

from __future__ import annotations

import re

GENRES = (
    "意见|办法|规划|方案|计划|通知|决定|规定|细则|措施|政策|报告|汇报|纲要|条例|公告|通告|要点|指南|规则|章程|"
    "预案|批复|函|令|目录|标准|清单|制度|工作安排|实施条件|申报条件|流程|举措|意见书|导则|规程|公报|决议|指引|答复"
)

_KINDS: dict[str, str] = {
    "法律": r"(?<![办方立司执守普])法$",
    "条例": r"条例$",
    "规划": r"规划(?:纲要)?$|纲要$",
    "意见": r"意见$",
    "办法": r"办法$",
    "细则": r"细则$",
    "规定": r"规定$",
    "方案": r"方案$",
    "计划": r"计划$",
    "要点": r"要点$",
    "措施": r"(?:措施|举措|政策)$",
    "通知": r"通知$",
    "报告": r"(?:报告|汇报)$",
    "决定": r"决定$",
    "决议": r"决议$",
    "批复": r"批复$",
    "答复": r"答复$",
    "公告": r"公告$",
    "通告": r"通告$",
    "公报": r"公报$",
    "指南": r"(?:指南|指引|导则)$",
    "规则": r"(?:规则|规程|章程)$",
    "标准": r"标准$",
    "预案": r"预案$",
    "目录": r"(?:目录|清单)$",
    "函": r"函$",
    "令": r"令$",
    "解读": r"(?:解读|问答)$",
    "说明": r"说明$",
}


def kind_of(title: str) -> str | None:
    """意见, 办法, 规划 … by the title's last word, brackets behind it left out; None without one."""
    bare = re.sub(r"(?:\s|（[^（）]*）|\([^()]*\))+$", "", title.strip().rstrip("》"))
    return next((kind for kind, end in _KINDS.items() if re.search(end, bare)), None)

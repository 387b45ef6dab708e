"""What is told of each step while an answer is being made."""

from __future__ import annotations

STEPS = {
    "screen": "正在读取问题",
    "ReadEnglish": "正在读取问题",
    "ResolveFollowUp": "正在联系上文",
    "ServeApproved": "正在查找审定答复",
    "Understand": "正在理解问题",
    "Rephrase": "正在理解问题",
    "Retrieve": "正在检索条款",
    "Weigh": "正在比较条款",
    "LookUpClause": "正在比较条款",
    "ListDuties": "正在查找分工",
    "ListTargets": "正在查找目标",
    "ListMentions": "正在查找条款",
    "ListAmounts": "正在查找措施",
    "ListFavours": "正在查找措施",
    "CheckEligibility": "正在核对条件",
    "AboutDocument": "正在查阅文件",
    "CompareCopies": "正在查阅文件",
    "Judge": "正在判断依据是否充分",
    "Compose": "正在撰写答复",
    "Clarify": "正在撰写答复",
    "Finish": "正在逐句核对原文",
}


def told(step: str) -> str:
    """The step in words."""
    return STEPS.get(step, "正在处理")

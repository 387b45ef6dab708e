"""Whether a clause sets what is to be or reports what is done, and the deadline it stands under."""

from __future__ import annotations

import re
from typing import Literal

from corpus.facts.spans import Outline
from corpus.facts.targets.times import overhead
from corpus.models import Clause, Document

Tense = Literal["ahead", "done", "open"]

_DONE = re.compile(
    r"回顾|(?:工作|推进|进展|完成|总体|落实|建设|发展|基本|执行)情况|成效|成绩|成就|发展基础|现状|进展|总结|存在的?(?:不足|问题|短板)|不足|主要问题|背景|基础条件"
)
_AHEAD = re.compile(
    r"目标|指标|谋划|打算|下一步|下步|展望|新蓝图|远景|^(?:主要|重点|总体)?(?:任务|部署|安排|思路|措施)|工作(?:安排|重点|计划|部署|任务|建议)|重点(?:工作|任务)$"
)
_TO_DO = re.compile(
    r"^(?:提升|提高|强化|加强|推进|巩固|确保|加快|推动|完善|解决|补齐|破解|深化|扩大)"
)
"""「提升建设成效」 is a task, not a report."""
_GOAL = re.compile(r"目标|指标|主要任务")
_REPORT = re.compile(r"汇报|总结|报告|回顾|情况通报|进展情况|综述|公报")
_RULES = re.compile(
    r"(?:办法|条例|规定|细则|指南|法|须知|章程|标准|政策|解读|申报.{0,30}通知|流程|条件)(?:[（(].{1,8}[）)])?》?(?:的?通知)?$"
)
_CONDITIONS = re.compile(
    r"(?<!基础)(?<!创造)(?<!改善)条件(?:$|[（(：:和及与、])|资格|门槛|(?:申报|支持|奖励|补助|扶持)(?:对象|范围)|适用范围"
    r"|(?:认定|评价|申报|补助|奖励|支持|扶持|资助|准入)(?:标准|要求)"
)
_PLANNED = re.compile(
    r"规划(?:布局)?(?:建设|新建|实施)|预计|预期|力争|(?<!项目)争取(?:到|在|实现|达到|建成)|从[\x01\d]+年?起，?每年"
    r"|(?:计划|拟)(?:总?投资|建设|新建|引进|培育|实施|安排|于|到|在|用|完成)|今后|下一步|下步"
)
"""Words that look ahead inside a report."""


def _reports(title: str) -> bool:
    return bool(_DONE.search(title)) and not _GOAL.search(title) and not _TO_DO.match(title)


def _year_ahead(title: str) -> str | None:
    """「2026年重点工作」 sets the year for all below it."""
    match = re.match(r"(20\d{2}年)(?=.{0,6}(?:目标|重点|任务|安排|谋划|计划|打算))", title)
    return match[1] if match and not _DONE.search(title) else None


def planned(words: str) -> bool:
    """Whether a report speaks of what is still to come: 规划建设15个, 预计争取1亿元."""
    return _PLANNED.search(words) is not None


class Setting:
    """The headings above a place, read once for each clause."""

    def __init__(self, document: Document, text: str, outline: Outline) -> None:
        self._text = text
        self._outline = outline
        self._report = _REPORT.search(document.title) is not None
        self.rules = _RULES.search(document.title) is not None
        """A text of rules: figures in it are conditions and rates unless a deadline stands by."""
        self._tenses: dict[int, Tense] = {}
        self._deadlines: dict[int, str | None] = {}

    def tense(self, clause: Clause) -> Tense:
        """What the nearest heading says that says something; reports are done unless it does."""
        known = self._tenses.get(clause.ordinal)
        if known is None:
            known = "done" if self._report else "open"
            if self.is_goal(clause):
                known = "ahead"
            for above in () if known == "ahead" else self._outline.chain(clause):
                title = above.title if above.parent is not None else None
                if title and _reports(title):
                    known = "done"
                    break
                if title and _AHEAD.search(title):
                    known = "ahead"
                    break
            self._tenses[clause.ordinal] = known
        return known

    def is_goal(self, clause: Clause) -> bool:
        """Whether a heading above says 目标 or 指标."""
        return any(
            above.parent is not None and above.title is not None and _GOAL.search(above.title)
            for above in self._outline.chain(clause)
        )

    def sets_conditions(self, clause: Clause) -> bool:
        """Whether the heading of the clause or of one above it announces conditions."""
        return any(
            above.parent is not None and above.title and _CONDITIONS.search(above.title)
            for above in self._outline.chain(clause)
        )

    def deadline(self, clause: Clause) -> str | None:
        """The time that a heading, or the lead-in of a parent, sets for the clauses below it."""
        if clause.ordinal not in self._deadlines:
            self._deadlines[clause.ordinal] = self._inherited(clause)
        return self._deadlines[clause.ordinal]

    def _inherited(self, clause: Clause) -> str | None:
        for above in self._outline.chain(clause):
            if above.parent is None:
                break
            if above.title and (printed := overhead(above.title) or _year_ahead(above.title)):
                return printed
            own = "" if above is clause else self._text[above.body : above.own_end].strip()
            if own and (printed := overhead(own.rsplit("\n", 1)[-1])):
                return printed
        return None

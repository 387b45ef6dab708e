"""The question before, put again: of the next clause, or of another matter."""

from __future__ import annotations

import re
from typing import Literal

from assistant.conversing.referring import content_left
from assistant.conversing.slots import Slot, Slots
from assistant.understanding.figures import FigureKind, find_figures
from assistant.understanding.kinds import Asked, ask_spans, asked_kinds
from corpus.numerals import han_number, parse_number

_STEP = re.compile(
    r"^(?:那么?|再)?(?P<way>[下上前后])一?(?:条|款|点|项|节|章|部分|个)(?:的?(?:呢|是什么|是啥|讲|说|写|内容|原文|了|什么|啥)|(?:是|由|归)?(?:谁|哪(?:个|些|几个)?(?:部门|单位))(?:牵头|负责|管)*)*[？?。]?$"
)
_NUMBERED = re.compile(
    r"(?:第|[（(])(?P<number>[一二三四五六七八九十百]+|\d+)(?:条|点|部分|章|节|项|款|[)）])"
)
_AGAIN = re.compile(
    r"^那?么?(?P<what>第(?:[一二三四五六七八九十]+|\d+)(?:条|点|部分|章|节|项|款))呢?[？?]?$"
)
_OTHER = re.compile(r"^(?P<topic>[^，。,?？]{3,18}?)(?:方面|这块|这方面)?$")
_COUNTED = re.compile(r"(多少|(?<!哪)几)[家个名人项所座件户位条种批次支处台套亩篇份类门张]")
_RATE = re.compile(r"(?:强度|比例|比重|占比|份额|增速|增幅|贡献率|转化率|增长率|覆盖率)$")
_WORDED = re.compile(r"(?:[干做搞有是](?:什么|啥|谁)|由谁|怎么|怎样|咋|如何).*$")
_KEYED = re.compile(r"(?:目标|进展|情况|措施|举措|任务|计划|现状|成效|思路|安排)[?？]?$")
_CONFIRMS = re.compile(r"[，,]?(?:对|是|没错|对不对|是不是|是吗|对吗)*吧?[?？]?$")
_PART = re.compile(
    r"^(?:指导思想|基本原则|总体要求|总体思路|主要目标|总体目标|发展目标|战略目标|目标任务|主要任务|重点任务|"
    r"组织领导|组织保障|组织实施|保障措施|工作保障|附则|适用范围|解释权|施行日期|有效期)"
)
# Whom a rule is for: 那事业单位呢 puts one of these in the place of another.
_WHOM = (
    r"企业|公司|单位|高校|大学|学校|院校|医院|院所|研究院|机构|合作社|个体户|农户|农民|大学生|学生|教师|老师|"
    r"科研人员|职工|人才|团队|民营|国企"
)
_IS_WHOM = re.compile(rf"(?:{_WHOM})$")
_FOR_WHOM = re.compile(
    rf"^(?:请问|想问|问一?下|那么?)?[，,]?(?P<whom>(?:我们?|咱们?|你们?|俺们?)?(?:[㐀-鿿]{{0,6}}?)(?:{_WHOM}))(?![的和、与内里]|转|支持|专项|计划|工程|项目|队伍)"
)
_MATTER = 2
"""Content characters that name a matter; 时间表 and the like are asked of the matter before."""


def names_part(text: str) -> bool:
    """Whether a question starts with what every policy document has (基本原则, 保障措施)."""
    return bool(_PART.match(text))


def step(text: str) -> Literal[-1, 0, 1]:
    """Which way a question goes on from a clause (下一条呢 1, 上一条呢 -1); 0 where it does not."""
    match = _STEP.match(text)
    if match is None:
        return 0
    return -1 if match["way"] in "上前" else 1


def neighbour(text: str, before: str) -> str | None:
    """「下一条呢？」: the question before about the clause next to the one it numbers."""
    step = _STEP.match(text)
    numbers = list(_NUMBERED.finditer(before))
    again = _AGAIN.match(text)
    if again and numbers and numbers[-1][0][-1] == again["what"][-1]:
        # 「第二条呢？」 after 「不足的第一条是什么？」: of the same matter.
        return f"{before[: numbers[-1].start()]}{again['what']}{before[numbers[-1].end() :]}"
    if not step or not numbers:
        return None
    last = numbers[-1]
    value = parse_number(last["number"])
    if value is None:
        return None
    value += -1 if step["way"] in "上前" else 1
    if value < 1:
        return None
    number = str(value) if last["number"].isdigit() else han_number(value)
    return before[: last.start("number")] + number + before[last.end("number") :]


def other_topic(topic: str, before: str, slots: Slots) -> str | None:
    """「那用地保障呢？」: the question before, asked of another matter in its place and time."""
    match = _OTHER.match(topic)
    if not match or asked_kinds(match["topic"]) - {Asked.SUPPORT}:
        return None
    topic = match["topic"]
    if content_left(topic, slots.taken(topic)) < _MATTER:
        return None
    whom = _FOR_WHOM.match(before)
    if whom and _IS_WHOM.search(topic):
        placed = slots.setting(whom["whom"], topic, (Slot.WHERE, Slot.WHEN))
        return f"{before[: whom.start('whom')]}{placed}{topic}{before[whom.end('whom') :]}"
    if _IS_WHOM.search(topic) and not re.search(_WHOM, before):
        return f"{topic}的{before}"  # 税收优惠有哪些？ 小微企业呢？
    asked = "".join(before[start:end] for start, end in _merged(ask_spans(before)))
    if not asked and (worded := _WORDED.search(before)):
        asked = worded[0]
    if not asked and (kept := _KEYED.search(before)):
        asked = kept[0]  # 高速飞车明年目标: keywords end in what is asked
    if not asked and not asked_kinds(before):
        return None
    # Another matter may be counted in another unit; a rate is not counted at all.
    asked = "是多少" if _RATE.search(topic) else _COUNTED.sub("多少", asked)
    return f"{slots.setting(before, topic, (Slot.WHERE, Slot.WHEN))}{topic}{asked}"


def sibling_term(topic: str, before: str, clause: str) -> str | None:
    """「总量呢？」 after 「投入强度排第几？」: the question before of what the clause names alike.

    clause: what the clause spoken of says; it has to write 投入总量.
    """
    size = len(topic)
    if size not in (2, 3) or not topic.isalpha() or topic in before:
        return None
    for match in re.finditer(re.escape(topic), clause):
        head = clause[max(0, match.start() - 2) : match.start()]
        place = before.find(head) if len(head) == 2 and head.isalpha() else -1
        other = before[place + 2 : place + 2 + size]
        if place >= 0 and f"{head}{other}" in clause and len(other) == size:
            return f"{before[: place + 2]}{topic}{before[place + 2 + size :]}"
    return None


def without_asking(question: str) -> str:
    """What a question is about, without what it asks for (多少家, 哪一年)."""
    for start, end in reversed(_merged(ask_spans(question))):
        question = question[:start] + question[end:]
    return question.strip(" ?？。,，")


def asking(statement: str) -> str:
    """What a question takes for granted, asked instead (高企171家对吧 → 高企多少家)."""
    bare = _CONFIRMS.sub("", statement)
    for figure in reversed(find_figures(bare)):
        if figure.kind is not FigureKind.DATE:
            unit = figure.unit if figure.kind is FigureKind.COUNT else ""
            return f"{bare[: figure.start]}多少{unit}{bare[figure.end :]}?"
    return statement


def _merged(spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Spans in order, overlapping ones as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged

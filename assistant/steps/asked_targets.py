"""Whether a question asks for a list of goals (到2025年的量化目标有哪些), and about which matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_MEASURED = r"(?:可?量化|定量|数量|数字|数值|硬)(?:性|化|类|上)?的?"
_TARGET = r"(?:工作|约束性|预期性|核心|关键|具体|主要)?(?:目标|指标)(?:任务|值|数)?"
_ALL = r"列出|列一|列下|列个|列全|都列|罗列|列举|梳理|汇总|归纳|整理|清单|一览|台账|全部|所有|各项|各个|统统"
_WHICH = r"哪些|哪几[个项条]|什么|啥|多少[个项条]|几[个项条]"
# 总体目标 and 主要目标 are headings: who asks for them wants that clause.
_NAMED = r"(?<!总体)(?<!总)(?<!发展)(?<!战略)(?<!阶段)(?<!阶段性)(?<!奋斗)(?<!建设)"
_WANTS = re.compile(
    rf"{_MEASURED}{_TARGET}|(?:{_ALL})[^，。？?]*?{_NAMED}{_TARGET}|{_NAMED}{_TARGET}[^，。？?]{{0,6}}?(?:{_ALL})"
)
_WHICH_ONES = re.compile(
    rf"(?:有|是|定了?|提了?|设了?)?(?:{_WHICH})的?{_TARGET}|{_NAMED}(?<!主要){_TARGET}(?:都|各|分别|一共|总共)?(?:有|是|为)(?:{_WHICH})"
)
_ASKS = re.compile(rf"{_ALL}|{_WHICH}|分别|各是|都是|怎么定")
# 目标考核, 目标责任制: no goals but how they are looked after.
_OTHER = re.compile(
    r"(?:目标|指标)(?:责任|考核|管理|分解|体系|群体|客户|岗位|市场|人群|企业|对象|落实|是否|有没有|能否)|"
    r"(?:纳入|列入|列进|放进|写进|进入|计入)[^，。？?]{0,12}?(?:考核|目标|指标|清单|台账)|"
    r"(?:实现|完成|达到|达成|支撑|对照|围绕|为了)[^，。？?]{0,10}目标[^，。？?]{0,6}(?:靠|措施|办法|手段|路径|怎么办|做法|举措)|"
    r"完成情况|(?:已经?|都|目前)(?:完成|实现|达到|达成)|(?:完成|实现|达到|达成)了|进展|实际|考核|评价|绩效|原文|全文|谁|哪个部门|哪些部门|牵头|负责|为什么|相差|差多少|比较|对比|区别|不同|高多少|低多少"
)
_GENERIC = re.compile(
    rf"{_MEASURED}|{_TARGET}|{_ALL}|{_WHICH}|总体|发展|战略|阶段性?|建设|创新生态|创新驱动|政策|文件|规划|意见|汇报|办法|"
    r"方案|通知|里面?|中|分别|各是|都是|怎么定|提出|确定|设定|制定|定下|规定|明确|要求|实现|达到|完成|内容|方面|部分|年度|"
    r"一个|一下|全省|全市|我省|我市|省里|市里|省级|市级|表格|一张|给出|告诉|请问|帮忙?|出来|下来|起来|麻烦|需要|想要|知道|了解|看看|"
    r"给我|我们?|你们?|按|的话|到|在|对|关于|就|的|了|着|过|是|和|与|及|以及|有|都|请|把|个|份|条|项|年|底|末|前|后|要|上|下|吗|呢|吧|啊|呀|五份|几份|每份|每个|各"
)
_RUN = re.compile(r"[㐀-鿿]{2,}|[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class AskedTargets:
    """A list of goals that is asked for."""

    topic: tuple[str, ...]
    """Content words beside the request: 人才 in 人才方面的量化目标有哪些."""
    surely: bool
    """Whether figures, or all of them, are asked for; else goals in words may be meant as well."""


def asked_targets(
    question: str, taken: Iterable[tuple[int, int]], *, dated: bool
) -> AskedTargets | None:
    """The goals that a normalised question asks to be listed; None where it asks for something else.

    taken: spans of the question that name documents, places and times. dated: whether it says for
    which year.
    """
    if _OTHER.search(question):
        return None
    surely = bool(_WANTS.search(question) and _ASKS.search(question))
    if not surely and not _WHICH_ONES.search(question):
        return None
    chars = list(question)
    for start, end in taken:
        chars[start:end] = " " * (end - start)
    rest = _GENERIC.sub(lambda match: " " * len(match[0]), "".join(chars))
    topic = tuple(_RUN.findall(rest))
    return AskedTargets(topic, surely) if surely or dated or topic else None

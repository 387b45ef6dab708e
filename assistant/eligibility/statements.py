"""What an asker says of itself, piece by piece: affirmed, denied, only planned, or asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.understanding.normalise import normalise_question


class Mood(StrEnum):
    """How a piece is meant."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    PLANNED = "planned"
    """Begun, applied for or meant, and not done: for a condition that is not fulfilled yet."""
    ASKED = "asked"
    """A question or a supposition: says nothing of the asker."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of what was said, normalised."""

    text: str
    mood: Mood


_BREAK = re.compile(
    r"[，。；！？\n,;!?]|(?<!\d)\.(?!\d)|、?(?:但是|不过|可是|然而|只是|而且|并且|同时|另外|目前|现在|如今)|但(?=[^，。]{2})"
    r"|、?(?=(?:还没|尚未|暂未|从未|并未|也没|都没|没有|还不是|都还|未(?!来|知|经)|准备|打算|正在|正要|计划(?!单列)|想要?(?!法)|也想|就想|还在))"
)
_DENIES = re.compile(
    r"没(?!问题)|(?<!从)未(?!来|知|经|必)|不是(?!问题)|不属于|不算|并非|不具备|不符合|不在|不够|不做|不搞|不涉及|无(?!人机|线|锡|论|纺|菌|缝|机|人|损|偿|源|铅|害)|非(?!遗|常|物质|金属|公有|公经济|标|公企)|(?:被|给)?(?:取消|撤销)了?|过期|失效|到期了|掉了|尚缺|缺"
)
_PLANS = re.compile(
    r"准备|打算|计划(?!单列|项目)|想(?!法)|拟(?![合人])|正在?(?=申|办|走|做|筹|谈|进|考|认|评|弄|搞|注|审|改|排|等|研究|挂|融|报)|申请中|申报中|在(?:申请|申报|办理?|走流程|审核中|筹备|筹建|谈|辅导|评审|认定中|等)|审核中|办理中|筹备|筹建|筹划|即将|快要|将要|马上|考虑|等着|还在|希望|争取|预计|下(?:个月|一?年)|明年|今后|以后|将来|意向"
)
_ASKS = re.compile(
    r"什么|啥|哪[些个种里家]?|多少|几(?:个点|成|万|项|种)|吗|呢|怎么|如何|能不能|可不可以|是否|是不是|有没有|算不算|符不符合|够不够|行不行|能否|可否|(?:能|可以|可)(?:享受|拿到?|领|申请|申报|报|得到|获得|有)|帮(?:我|忙)|请问|想(?:问|知道|了解|咨询|看看)|咨询|查(?:一下|查)?|看看|适合|匹配|^(?:要是|如果|假如|万一|假设|倘若)|的话$"
)
_EMPTY = re.compile(
    r"认定|评定|评上|批准|审批|通过|办理|办下来|拿到|申报|申请|入库|成功|完成|[的了过呢啊吧吗是有办做下来批到弄好上就也都还在我们公司企业咱这个]"
)
_LEAST = 2


def read_statements(text: str) -> tuple[Statement, ...]:
    """The pieces of a text in order.

    A denial without anything of its own ("审核还没过") is of what stands before it.
    """
    found: list[Statement] = []
    for sentence in re.findall(r"[^。！？；\n!?;]+[。！？；\n!?;]?", normalise_question(text)):
        start = len(found)
        for piece in (p for p in _BREAK.split(sentence) if p and p.strip("、 ")):
            words = piece.strip("、 ")
            mood = _mood(words)
            own = _EMPTY.sub("", _DENIES.sub("", _PLANS.sub("", words)))
            alone = mood in (Mood.DENIED, Mood.PLANNED) and len(own) < _LEAST
            if alone and len(found) > start and found[-1].mood is not Mood.ASKED:
                found[-1] = Statement(f"{found[-1].text}{words}", mood)
            else:
                found.append(Statement(words, mood))
    return tuple(found)


def _mood(words: str) -> Mood:
    if _ASKS.search(words):
        return Mood.ASKED
    # 正在申请，还没批: what is planned is not done either; both count as not fulfilled.
    if _DENIES.search(words):
        return Mood.DENIED
    return Mood.PLANNED if _PLANS.search(words) else Mood.AFFIRMED

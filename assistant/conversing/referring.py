"""Whether a question leaves something to the conversation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.concepts import content_runs
from assistant.understanding.kinds import Asked, ask_spans, asked_kinds
from assistant.understanding.normalise import fold
from assistant.understanding.times import time_spans

Span = tuple[int, int]

_CONNECTIVE = re.compile(
    r"^(?:(?:那么|那(?![个些条项里边份种类家笔时次批事部位])|还有|另外|再(?=[说问看讲查请来有就那，, ])|然后|以及|"
    r"换成|换到|改成|改为|如果是|要是|假如是|单说|只说|只要|只问|单要|单看|只看|光看|and\b|what about\b)[，, ]*)+(?:就|再|请)?(?:[说看问讲查]+(?:一下|下)?)?[，, ]*",
    re.IGNORECASE,
)
_OPENS_BACK = re.compile(
    r"^(?:它|这|该|另[一两二三](?:个|家|项|条|所|种|名|位|类|处|块|半)|第[一二三四五六七八九十]+(?:步|阶段)|其(?!他|它|余|中)|里[面头边]|当中|底下|上面|都|专门|具体|一共|总共|除此|除了(?:这|它)|那[个些条项里边份种类家笔时次批事部位]|是(?:按|由|从|以|给|跟)|他们|她们?|人家)"
)
# A question that starts with its predicate leaves its subject to the conversation.
_NO_SUBJECT = re.compile(
    r"^(?:(?:国家|省|市|县)级的(?=占|有|是|能|达|几|多)|(?:门槛|底线|起点|上限|下限|限额|名额|标准|条件|期限)(?:是|有|为|定)|(?P<verb>[㐀-鿿])不(?P=verb)|[㐀-鿿]{1,2}(?:完|好|成)了?(?:以后|之后|后)|(?:点名|明确|指明|特别|专门)?(?:要)?(?:重点|着重|着力|点名|指名)(?=培育|支持|发展|建|打造|突破|推|抓|布局|做|干|搞|扶|帮|培|养|引|攻|投|奖|补|看)|已经?|目前|现在|当前|接下来|下一步|今后|主要|一般|大概|通常|最多|最少|最高|最低|比(?=[上去前往]一?年|同期)|较(?=[上去前往]一?年)|同比|环比|靠|由|归|给|跟|围绕|依托|面向|适用|涉及|用于|用来|按|通过|参照|占|排|在哪|需要|什么时候|啥时候|多久|多少|一年|每年|比例|金额|"
    r"哪(?!份|个文件)|几|谁|有没有|能不能|是不是|还要|会不会|要不要|可以|要|得)"
)
_POINTS_BACK = re.compile(
    r"(?:这|那)(?:事|条|个|项|些|笔|块|方面|类|份|件|里|几|家|种|次|部分|两|基础|一?[轮批波回届套招句座所支位名栋])|它|该(?:政策|条|项|计划|平台|券|企业|办法|资金|项目)|"
    r"(?:他|她|它)们|上述|前面|刚才|刚刚|里[面头]|其中|前者|后者|第[一二三四五六七八九十]个|最后(?:一|那)|同样|也(?:是|能|有|要)|呢[？?]?$|"
    r"^(?:什么|啥|哪(?:些|种|类)|怎样|何种)样?的?(?:企业|公司|单位|人|项目|团队|机构)(?:才|都)?(?:能|可以|可|有资格|够格)"
    r"(?:领|拿|申请|申报|享受|报|用|办)?(?:到|取)?[？?。]?$"
)
# What can be asked of any matter is no matter of its own.
_ASPECT = re.compile(
    r"自己|本身|自个儿?|条件|资格|流程|手续|材料|标准|对象|范围|时间|期限|金额|额度|比例|部门|单位|牵头|负责|配合|要求|目标|"
    r"申报|申请|办理|领取|办|领|交|原文|依据|分工|作用|好处|是多少|达到|年|末|到|做到|建|"
    r"地方|实际|真正|完|先|时候|眼下|目前|现在|当时|结束时?|收尾时?|手里|手上|已经|变成|下一|一共|大约|左右"
)
_SHORT, _SHORT_WITHOUT_SUBJECT = 2, 7
_SUBJECT = 4
"""Content characters from which on a question has a subject of its own: what points behind them
points at them (政府手里的那些数据…)."""
_MUCH = 12
"""Content characters from which on a question says all by itself, wherever it points."""
_QUOTED = re.compile(r"[“\"'《][^”\"'》]{2,30}[”\"'》]")
_ASCII = re.compile(r"[A-Za-z]")


# 「运城规划里也有这话吗？」: what was said before is asked after, wherever.
_SAYING = re.compile(r"这(?:话|句话|个?(?:词|说法|提法|概念|字眼|讲法|表述))")


def without_connective(text: str) -> str:
    """The question without 那, 还有, 另外 in front of it."""
    rest = text[match.end() :] if (match := _CONNECTIVE.match(text)) else text
    return rest or text


def refers_back(text: str, taken: Sequence[Span] = (), placed: bool = False) -> bool:
    """Whether a normalised question cannot be understood without what was said before.

    `taken`: spans that name documents, places or times; they are no subject, and what looks like
    a pointer inside them is none. `placed`: whether it says whose rules it asks about, so that a
    short subject will do (运城高企多少家).
    """
    rest = without_connective(text)
    cut = len(text) - len(rest)
    spans = [(max(0, s - cut), e - cut) for s, e in taken if e > cut]
    left = content_left(rest, spans)
    if _leans(rest, spans, left):
        return True
    if rest != text and not (left >= _SUBJECT and asked_kinds(rest)):
        return True
    if _NO_SUBJECT.search(_without_time(rest, spans)):
        return left <= (_SHORT if placed else _SHORT_WITHOUT_SUBJECT)
    quoted = _QUOTED.search(rest)
    if (quoted and not any(s < quoted.end() and quoted.start() < e for s, e in spans)) or (
        (placed or Asked.DEFINITION in asked_kinds(rest)) and left >= _SHORT
    ):
        return False
    return left <= _SHORT


def _without_time(text: str, taken: Sequence[Span]) -> str:
    """A question from its first words on that say neither where nor when (到2025年翻不翻番)."""
    for start, end in sorted(taken):
        if not text[:start].strip("到在至,， ") and end < len(text):
            return text[end:].lstrip(",， ")
    return text


def content_left(text: str, taken: Sequence[Span] = ()) -> int:
    """How many characters of a question say what it is about."""
    # In English the whole question matches what asks (what is …?).
    asks = () if len(_ASCII.findall(text)) > len(text) // 2 else ask_spans(text)
    runs = content_runs(text, [*asks, *taken])
    return sum(len(_ASPECT.sub("", run)) for run in runs)


def is_said(question: str, folded: str) -> bool:
    """Whether a folded text says every word of a question, whatever it puts in quotation marks."""
    said = folded.replace('"', "")
    runs = [run for run in content_runs(fold(question), ask_spans(question)) if len(run) > 1]
    return bool(runs) and all(run in said for run in runs)


def _leans(text: str, taken: Sequence[Span], left: int) -> bool:
    """Whether a question points at something outside itself."""
    if _OPENS_BACK.search(text):
        return left < _MUCH
    if _SAYING.search(text):
        return True
    for match in _POINTS_BACK.finditer(text):
        start, end = match.span()
        if any(s < end and start < e for s, e in taken):
            continue
        named = [(s, e) for s, e in taken if e <= start]
        times = time_spans(text[:start])  # 「到2021年底那次…」: when is no subject
        own = sum(len(run) for run in content_runs(text[:start], [*times, *named]))
        own += sum(e - s for s, e in named if e - s > _SUBJECT and (s, e) not in times)
        ends = match[0].startswith("呢")
        if ends and not re.search(r"[?？].", text):
            return True
        if own < _SUBJECT and left < _MUCH:
            return True
    return False

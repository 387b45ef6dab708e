"""Second step: a follow-up becomes a question that stands alone."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.models import Turn
from assistant.understanding.concepts import content_runs
from assistant.understanding.kinds import Asked, ask_spans, asked_kinds
from assistant.understanding.normalise import normalise_question
from assistant.understanding.times import time_spans
from corpus.numerals import han_number, parse_number
from corpus.regions import find_regions

_OPENS_BACK = re.compile(
    r"^(?:那|还有|另外|再|它|这|该|其|里面|底下|上面|都|专门|具体|一共|然后|除此|and |what about)",
    re.IGNORECASE,
)
# A question that starts with its predicate leaves its subject to the conversation.
_NO_SUBJECT = re.compile(
    r"^(?:主要|一般|大概|通常|最多|最少|最高|最低|靠|由|归|给|需要|什么时候|啥时候|多久|多少|一年|每年|"
    r"哪(?!份|个文件)|几|谁|有没有|能不能|是不是|还要|会不会|要不要|可以|要|得)"
)
_POINTS_BACK = re.compile(
    r"(?:这|那)(?:事|条|个|项|些|笔|块|方面|类|份|件|里|几|家|种|次|部分|两)|它|该(?:政策|条|项|计划|平台|券|企业|办法|资金|项目)|"
    r"上述|前面|刚才|刚刚|里面|其中|前者|后者|第[一二三四五六七八九十]个|最后(?:一|那)|同样|也(?:是|能|有|要)|呢[？?]?$|"
    r"^(?:什么|啥|哪(?:些|种|类)|怎样|何种)样?的?(?:企业|公司|单位|人|项目|团队|机构)(?:才|都)?(?:能|可以|可|有资格|够格)"
    r"(?:领|拿|申请|申报|享受|报|用|办)?(?:到|取)?[？?。]?$"
)
_ONLY_SLOT = re.compile(
    r"^(?:那么?|还有|换成|改成|如果是|要是)?(?P<slot>.{2,12}?)(?:的?(?:话|情况|目标)?)?(?:呢|怎么样|咋样|是多少)?[？?。]?$"
)
# 63岁, A2级, 500万元: a slot of its own in 「那63岁呢？」.
_MEASURED = re.compile(
    r"(?:[A-Fa-f]?\d[\d.,]*|[A-Fa-f]\d*|[一二三四五六七八九十甲乙丙])(?:周?岁|级|类|万?元|亿元|星级|等|档|吨|公里|人|%)"
)
_LEVEL = re.compile(r"全省|省里|我省|全市|市里|我市|全国|国家")
_STEP = re.compile(
    r"^(?:那么?|再)?(?P<way>[下上前后])一?(?:条|款|点|项|节|章|部分|个)(?:的?(?:呢|是什么|是啥|讲|说|写|内容|原文|了|什么|啥))*[？?。]?$"
)
_NUMBERED = re.compile(
    r"(?:第|[（(])(?P<number>[一二三四五六七八九十百]+|\d+)(?:条|点|部分|章|节|项|款|[)）])"
)
_YEAR = re.compile(r"(?:19|20)\d{2}年?")
_OTHER = re.compile(
    r"^(?:那么?|还有|换成)?(?P<topic>[^，。,?？]{3,14}?)(?:方面|这块|这方面)?呢[？?]?$"
)
# What can be asked of any matter is no matter of its own.
_ASPECT = re.compile(
    r"条件|资格|流程|手续|材料|标准|对象|范围|时间|期限|金额|额度|比例|部门|单位|牵头|负责|配合|要求|目标|"
    r"申报|申请|办理|领取|办|领|交|原文|依据|分工|作用|好处|是多少|达到|年|末|到|做到|建"
)
_SHORT, _SHORT_WITHOUT_SUBJECT = 2, 7
_KEEP = 160


def resolve_follow_up(turn: Turn) -> Turn:
    """Sets `standalone`: the question with what it leaves to the conversation filled in."""
    text = normalise_question(turn.question)
    if not turn.history or not _refers_back(text):
        return replace(turn, standalone=text)
    before = turn.history[-1].answer
    neighbour = _neighbour(text, before.standalone)
    if neighbour:
        return replace(turn, standalone=neighbour).noting("follow_up", standalone=neighbour)
    other = _other_topic(text)
    if other:
        asked = _setting(before.standalone, other) + "".join(
            before.standalone[start:end] for start, end in _merged(ask_spans(before.standalone))
        )
        return replace(turn, standalone=f"{other}{asked}").noting(
            "follow_up", standalone=other + asked
        )
    topic = before.standalone[-_KEEP:]
    standalone = _with_slot(text, topic) or f"{topic} {text}"
    prior = tuple(dict.fromkeys((c.document_id, c.clause) for c in before.citations))
    return replace(turn, standalone=standalone, prior=prior).noting(
        "follow_up", standalone=standalone
    )


def _neighbour(text: str, before: str) -> str | None:
    """「下一条呢？」: the clause next to the one asked for before."""
    step = _STEP.match(text)
    numbers = list(_NUMBERED.finditer(before))
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


def _other_topic(text: str) -> str | None:
    """「那用地保障呢？」: the question before, asked of another matter."""
    match = _OTHER.match(text)
    if not match or find_regions(match["topic"]) or _MEASURED.fullmatch(match["topic"]):
        return None
    if asked_kinds(match["topic"]) - {Asked.SUPPORT} or not _left(match["topic"]):
        return None
    return None if _YEAR.search(match["topic"]) else match["topic"]


def _refers_back(text: str) -> bool:
    if _OPENS_BACK.search(text) or _POINTS_BACK.search(text):
        return True
    length = _left(text)
    return length <= (_SHORT_WITHOUT_SUBJECT if _NO_SUBJECT.search(text) else _SHORT)


def _left(text: str) -> int:
    """How many characters of a question say what it is about."""
    spans = ask_spans(text)
    return sum(len(_ASPECT.sub("", run)) for run in content_runs(text, spans))


def _setting(before: str, topic: str) -> str:
    """Place and time of the question before, which a change of topic keeps."""
    kept = [before[r.start : r.end] for r in find_regions(before)[:1]]
    if not time_spans(topic):
        kept += [before[start:end] for start, end in time_spans(before)[:1]]
    return "".join(kept)


def _merged(spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Spans in order, overlapping ones as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _with_slot(text: str, topic: str) -> str | None:
    """「那晋城呢？」: the same question about another place or year."""
    match = _ONLY_SLOT.match(text)
    if not match:
        return None
    slot = match["slot"]
    regions = find_regions(slot)
    whole = any(r.end - r.start >= len(slot.rstrip("市省县区")) for r in regions)
    if whole or _LEVEL.fullmatch(slot):
        old = find_regions(topic)
        if old:
            return topic[: old[0].start] + slot + topic[old[0].end :]
        return f"{slot}{topic}"
    if _MEASURED.fullmatch(slot):
        unit = slot.lstrip("0123456789.,ABCDEFabcdef一二三四五六七八九十甲乙丙").lstrip("周")
        for old_token in _MEASURED.finditer(topic):
            if unit and old_token[0].endswith(unit):
                return topic[: old_token.start()] + slot + topic[old_token.end() :]
    if _YEAR.fullmatch(slot) and _YEAR.search(topic):
        return _YEAR.sub(slot, topic, count=1)
    return None

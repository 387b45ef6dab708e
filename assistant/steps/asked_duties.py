"""Which bodies' duties a question asks for, and in which role: 省科技厅牵头、省财政厅配合的条款."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from corpus.bodies.mentions import find_bodies

Role = Literal["lead", "shared", "join", "single"]
ROLES: tuple[Role, ...] = ("lead", "shared", "join", "single")
ANY: frozenset[Role] = frozenset(ROLES)

_LEAD = r"负责牵头|牵头(?:负责)?|挑头|领头|主抓|为主|抓总|主办|带头"
_JOIN = r"配合(?:负责)?|协助|协办|参加|打配合"
_OTHER = r"分给|派给|摊给|参与|负责|任务|职责|责任|承担|主管|分管|担着|扛|管(?![理委道控辖护家])|分工|要做|该做|要干|该干|[做干](?=什么|啥|嘛|哪)"
_ROLE_WORD = rf"(?:(?P<lead>{_LEAD})|(?P<join>{_JOIN})|(?P<any>{_OTHER}))"
_SOME_ROLE = rf"(?:{_LEAD}|{_JOIN}|{_OTHER})"
_ROLE = re.compile(_ROLE_WORD)
_AND_ROLE = re.compile(rf"(?:和|或者?|及|与|、|以及|还是|跟|并)(?:者)?{_ROLE_WORD}")
_ROLE_BEFORE = re.compile(
    rf"{_ROLE_WORD}(?:责任)?(?:单位|部门|方|者|的)?(?:的|里头?|中)?(?:是|为|有|叫|含|包括|[：:])?$"
)
_STOP = re.compile(r"[。；;？?！!\n]")
_THING = (
    r"(?:工作|任务|事情?|事项|活儿?|条款|条目|职责|责任|分工|内容|方面|项目|措施|政策|部分|台账|点)"
)
_WHAT = (
    rf"(?:什么(?!时候|时间|条件|标准|意思)|啥(?!时候|条件|意思)|哪(?:些|几)(?!个?(?:部门|单位|厅|局|委|家|企业|人|地方|城市|市|县)){_THING}?"
    rf"|几[条项件]|多少[条项件]|哪[一]?[条项块]|列出|列一|列全|列下|列个|清单|罗列|全部|所有|一览|台账|分工表)"
)
_WANTS = re.compile(
    rf"(?:挂|出现|排|列|写)(?:在|到|进)?.{{0,4}}(?:哪些|哪几|几)条|{_SOME_ROLE}.{{0,24}}?{_WHAT}|{_WHAT}.{{0,24}}?{_SOME_ROLE}|{_SOME_ROLE}(?:的|了)?{_THING}?[呢？?。]*$"
    rf"|{_SOME_ROLE}[^，。,?？]{{0,16}}的(?:条款|条目)(?:一共|都|全)?(?:有|是)?[呢？?。]*$"
    rf"|(?:哪些|哪几[条项]|几[条项]|多少[条项]){_THING}.{{0,8}}(?:有|含|包括|涉及|提到|关系到|归|由)"
)
_PLAIN = re.compile(rf"{_SOME_ROLE}(?:了|的|有|是|着)?{_WHAT}")
_ASKS_WHO = re.compile(
    r"谁|哪[一二两三四五几][家个](?!条|项)|哪(?:些|个|几个|几家|家|一个|一家)?(?:部门|单位|厅局|厅|局|委|机构|家)|什么(?:部门|单位|机构)|"
    r"(?:牵头|配合|责任|负责|主管|参与)(?:部门|单位)(?:都)?(?:有|是|为)?(?:谁|哪|什么|啥|[？?。]?$)"
)
_GENERIC = re.compile(
    r"工作|任务|事情?|事项|活儿?|条款|条目|职责|责任|分工|内容|方面|项目|措施|政策|部分|台账|清单|列(?:出|全|一下|个)?|"
    r"全部|所有|完整|单位|部门|其中|分别|独立|单独|共同|一起|同时|联合|按(?:照)?|主要|省里|市里|意见|规划|办法|方案|通知|文件|里|中|角色|"
    r"涉及|提到|包括|含|归|由|第|做|干|管|要|该|都|并|还|另外|以及|呢|当|作为|身份|吗|么|得|给|请|讲|说|总共|份内|张|表"
)
_FUNCTION = re.compile(
    r"在|对|关于|就|的|了|着|有|哪些?|什么|啥|几|多少|是|和|与|及|请问|告诉|我|想|知道|了解|这|那|它|其|一|个|条|项|又|也|为|于|给|让|把|"
    r"目前|现在|具体|到底|究竟|分别|你|们|吧|呀|啊|些|样|以|上|下|落实|需要|应该|应当|被|从|能|会"
)
_RUN = re.compile(r"[㐀-鿿]{2,}|[A-Za-z]{2,}")
_TOGETHER = re.compile(r"共同|同时|一起|联合|都[^哪什啥]{1,6}的(?:有|是|条|任|事|工)")
_OF_SOMETHING = re.compile(
    rf"{_SOME_ROLE}的(?!{_THING}|与|和|跟|有|关于|涉及|所有|全部|重点|主要|是|都|哪|那|几|[？?。]|$)"
)
"""省科技厅牵头的资源共享有什么内容 asks about the sharing, not for a list of duties."""
# 「1331工程归省教育厅牵头？」 wants that confirmed.
_CLAIMED = re.compile(r"(?:归|由)[^，。,?？]{2,12}(?:牵头|负责|主管|管)的?[?？]?$")
_LIST_ASK = re.compile(r"哪|什么|啥|几|多少")


@dataclass(frozen=True, slots=True)
class AskedDuty:
    """A body and the roles it is asked about."""

    body: str
    """As the question writes it."""
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class AskedDuties:
    """What a question asks for: duties of bodies, perhaps about one matter."""

    duties: tuple[AskedDuty, ...]
    together: bool
    """Whether one clause must name all of the bodies."""
    topic: tuple[str, ...]
    """Content words beside bodies and roles: 人才 in 省科技厅在人才方面负责什么."""
    plain: bool
    """Whether it says 牵头哪些, 负责什么: a list of duties is wanted, whatever the topic."""


def asked_duties(
    question: str,
    before: str,
    printed: Iterable[str],
    taken: Iterable[tuple[int, int]] = (),
) -> AskedDuties | None:
    """The duties that a normalised question asks for; None where it asks for something else.

    `before` is what a follow-up refers back to ("" for a first question): body, role or request
    that the question lacks are taken from it. `printed`: names of bodies as the facts print them.
    `taken`: spans of the question that name documents.
    """
    names = tuple(printed)
    if _ASKS_WHO.search(question):
        return None
    pairs = _pairs(question, names)
    old = _pairs(before, names)
    old_roles = old[-1][1] if old else None
    if not pairs and old and _ROLE.search(question):
        role = _roles_from(question, 0) or ANY
        pairs = [((0, 0, old[-1][0][2]), role)]
    if not pairs:
        return None
    wants = bool(_WANTS.search(question))
    if not wants and not (before and _WANTS.search(before) and not _ASKS_WHO.search(before)):
        return None
    duties = tuple(
        AskedDuty(name, roles or (old_roles if before else None) or ANY)
        for (_, _, name), roles in pairs
    )
    spans = [*taken, *((s, e) for (s, e, _), _ in pairs)]
    topic = _topic(question, spans)
    either = len(pairs) > 1 and "还是" in question[pairs[0][0][1] : pairs[-1][0][0]]
    if either or (topic and (_OF_SOMETHING.search(question) or _CLAIMED.search(question))):
        return None
    return AskedDuties(duties, _together(question, pairs), topic, bool(_PLAIN.search(question)))


_Span = tuple[int, int, str]
_ISSUES = re.compile(
    r"(?:印发|发布|出台|下发|制定|发|出|定)?(?:的)?(?:那|这)(?:个|份|部)[^，。？?]{0,12}?(?:意见|办法|文件|规划|通知|方案|措施|政策|条例|细则)"
)


def _pairs(text: str, names: tuple[str, ...]) -> list[tuple[_Span, frozenset[Role] | None]]:
    """Each body with the roles that its nearest role word gives it; None where there is none."""
    return [(span, _role_of(text, span)) for span in bodies_in(text, names)]


def bodies_in(text: str, names: Iterable[str]) -> list[_Span]:
    """Bodies that the lexicon knows or that the facts print, longest first at each place."""
    spans = [(b.start, b.end, b.text) for b in find_bodies(text)]
    for name in names:
        at = text.find(name) if len(name) >= 3 else -1
        while at >= 0:
            spans.append((at, at + len(name), name))
            at = text.find(name, at + 1)
    # 省政府那个意见: who issued a document is asked for no duties of its.
    spans = [span for span in spans if not _ISSUES.match(text, span[1])]
    kept: list[_Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s[0])):
        if all(span[1] <= k[0] or k[1] <= span[0] for k in kept):
            kept.append(span)
    return sorted(kept)


def _role_of(text: str, span: _Span) -> frozenset[Role] | None:
    before = _ROLE_BEFORE.search(text[: span[0]])
    if before and before.end() == span[0] and not before["any"]:
        return _meaning([before])
    return _roles_from(text, span[1]) or (
        _meaning([before]) if before else _last_before(text, span)
    )


def _roles_from(text: str, start: int) -> frozenset[Role] | None:
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    first = _ROLE.search(text, start, end)
    if first is None:
        return None
    matches = [first]
    while following := _AND_ROLE.match(text, matches[-1].end(), end):
        matches.append(following)
    return _meaning(matches)


def _last_before(text: str, span: _Span) -> frozenset[Role] | None:
    matches = list(_ROLE.finditer(text, 0, span[0]))
    return _meaning(matches[-1:]) if matches else None


def _meaning(matches: list[re.Match[str]]) -> frozenset[Role]:
    roles: set[Role] = set()
    for match in matches:
        if match["any"]:
            return ANY
        roles.add("lead" if match["lead"] else "join")
    return frozenset(roles)


def _together(text: str, pairs: list[tuple[_Span, frozenset[Role] | None]]) -> bool:
    """「A牵头、B配合的条款」 wants one clause with both; 「A牵头哪些，B配合哪些」 wants two lists."""
    if len(pairs) < 2:
        return False
    if _TOGETHER.search(text):
        return True
    between = text[pairs[0][0][1] : pairs[-1][0][0]]
    return pairs[0][1] != pairs[-1][1] and not _LIST_ASK.search(between)


def _topic(text: str, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    rest = "".join(chars)
    for pattern in (_ROLE, _GENERIC, _FUNCTION):
        rest = pattern.sub(lambda m: " " * len(m[0]), rest)
    return tuple(_RUN.findall(rest))

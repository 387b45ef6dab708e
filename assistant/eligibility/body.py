"""What sort of body the asker is: among the bodies that it names, the one that is itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.eligibility.statements import Mood, Statement
from assistant.eligibility.words import AGENCY, ENTERPRISE, find_heads

_NOT_ONESELF = re.compile(
    r"(?:给|向|与|跟|和|为|对|帮|卖给|供应|服务于?|服务|面向|客户|合作|联合|找|到|去|从|经(?![开济营贸销])|竞争|培育|孵化|招|培训|辅导|贷款给|监管|主管)[^，。是]{0,14}$"
    r"|在[^，。是开办做搞建设运营有]{0,14}$"
)
_OF_THE_NEXT = re.compile(
    r"^(?:的|里|内|中|下属的?|旗下的?|所属的?|办的?|创办的?|附近|旁边?|周边|对面|门口|隔壁|背景|合作|配套|服务(?:中心|局|办)|联合会|促进会)"
)
_IN_A_PARK = re.compile(r"(?!.*(?:运营|管理|管委|开发|建设|招商))[^，。]{0,16}?")
"""西安高新区软件企业 is a firm there; 高新区开发建设公司 runs the park."""
_IS_LAST = re.compile(r"$|[的、，（(]|里|内|做|是|有")
"""高新区企业服务中心 is no firm."""
_TEAM_WITHIN = re.compile(
    r"^(?:我们|咱们|我)?(?:就?是|来自|属于)[^，。]{0,12}(?:高校|大学|学院|研究院|研究所|院所|医院)[^，。]{0,14}(?:团队|课题组|研究组|实验室)$"
)
"""A team in a university is no enterprise, and does not hold the university's rights."""
_WORKS_THERE = re.compile(r"[^，。]{0,8}(?:工作|上班|任职|任教|教书|当老师)")
_PERSON = re.compile(
    r"本人|我个人|我一个人|自己一个人|(?:我|本人)(?:是|就是)?(?:一?[名个位])?(?:[^，。]{0,8})(?:大学生|毕业生|研究生|农民|村民|军人|教师|老师|博士|工程师|创客)"
    r"|(?:我|本人)(?:是|就是)(?:一?[名个位])?[^，。企公司]{0,14}(?:干部|公务员|职工|科研人员|研究员|医生|护士|科长|处长)$"
    r"|^(?:一?[名个位])?(?:刚|应届|在校|返乡|下乡|下岗|退役|退伍|失业|离岗)[^，。]{0,8}(?:大学生|毕业生|学生|农民工|军人|士兵|人员|青年)$"
)
_SELF_KINDS = frozenset(
    (
        ENTERPRISE,
        "university",
        "institute",
        "hospital",
        "public",
        "finance",
        "incubator",
        "organisation",
        AGENCY,
        "park",
        "person",
    )
)
_OWNED = re.compile(
    r"(?:的|独资|控股|性质|全资|的?(?:科技|高新|制造|软件|小|中|大|微|规上|上市)|科技型|[^，。]{0,8}(?:企业|公司|厂|店|集团|医院|学校|高校|大学|院校|空间|孵化器|机构|基地|平台|户)|$)"
)
_CERTIFIED_AS = re.compile(r"(?:认定|评定|评|列|登记|注册|转|升级|变更)为")


def is_said_of_oneself(text: str, span: tuple[int, int]) -> bool:
    """民营资本参股 makes no private enterprise, 小微企业的孵化器 no small one."""
    if _of_another(text, span[0]) or not _OWNED.match(text, span[1]):
        return False
    behind = next((end for _, start, end in find_heads(text) if start >= span[0]), None)
    return behind is None or not _leads_on(text, behind, ENTERPRISE)


def read_kinds(statements: Sequence[Statement]) -> frozenset[str]:
    """What sort of body the asker is; an enterprise may also run an incubator. Empty is unknown."""
    found: list[str] = []
    denied_enterprise = False
    person = False
    for statement in statements:
        if statement.mood is Mood.ASKED:
            continue
        person = person or _PERSON.search(statement.text) is not None
        for kind, start, end in find_heads(statement.text):
            if kind not in _SELF_KINDS:
                continue
            if statement.mood is not Mood.AFFIRMED:
                denied_enterprise = denied_enterprise or (
                    kind == ENTERPRISE and statement.mood is not Mood.DOUBTED
                )
                continue
            if kind == "person" and not person:
                continue
            works = _WORKS_THERE.match(statement.text, end)
            if works and kind == ENTERPRISE and not found:
                person = True
                continue
            if not works and (
                _of_another(statement.text, start) or _leads_on(statement.text, end, kind)
            ):
                continue
            found.append(kind)
    if person and (not found or found[0] == "person" or denied_enterprise):
        return frozenset(("person",))
    if not found:
        team = any(s.mood is Mood.AFFIRMED and _TEAM_WITHIN.match(s.text) for s in statements)
        return frozenset(("team",)) if team else frozenset()
    kinds = {found[0]}
    if found[0] in (ENTERPRISE, "incubator", "park"):
        # A company or a park may run an incubator, and say both.
        kinds |= {k for k in found if k == "incubator"}
    return frozenset(kinds)


def _of_another(text: str, start: int) -> bool:
    before = _CERTIFIED_AS.sub("", text[:start])
    return _NOT_ONESELF.search(before) is not None


def _leads_on(text: str, end: int, kind: str) -> bool:
    """Whether the body only says whose or where the next one is: 大学里的公司, 企业的协会."""
    behind = text[end:]
    if kind == "park":
        after = [(start, end) for each, start, end in find_heads(behind) if each in _SELF_KINDS]
        if after and _IN_A_PARK.fullmatch(behind[: after[0][0]]):
            return _IS_LAST.match(behind, after[0][1]) is not None
    leads = _OF_THE_NEXT.match(behind)
    if leads and kind != ENTERPRISE:
        return len(behind) > len(leads[0])
    return leads is not None and (
        leads[0] not in ("的", "中", "办", "办的", "创办的")
        or any(kind in _SELF_KINDS for kind, _, _ in find_heads(behind))
    )

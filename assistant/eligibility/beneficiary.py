"""Whom a Measure is for → Findings: the sort of body, then every attribute that its name holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.eligibility.conditions import known_attributes, read_condition
from assistant.eligibility.entailment import borne_out
from assistant.eligibility.finding import Aspect, Finding, Question
from assistant.eligibility.kleene import Truth, all_of
from assistant.eligibility.plain import leftover
from assistant.eligibility.profile import Profile
from assistant.eligibility.statements import Mood
from assistant.eligibility.words import (
    AGENCY,
    ENTERPRISE,
    KIND_NAMES,
    LARGE,
    PRIVATE,
    TRADER,
    find_heads,
    find_kinds,
    find_statuses,
    head_kind,
    status_named,
)
from assistant.understanding.normalise import normalise_question

_ALTERNATIVES = re.compile(r"[、，]|以及|或者?|和(?!谐)|及(?!时)|与")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_LIGHT = re.compile(
    r"[各\s等类型级的“”\"']|一批|有关|相关|所有|全部|省内|我省|我市|我国|本[省市区县]|在[晋运]|全[省市]|市域内|区内|市内|县内|内(?=企业)|符合条件|有条件|其他|自身|广大"
)
_PLAIN_NAME = re.compile(
    r"(?:内外资)?(?:企业|公司)|厂(?:家|商)|个体(?:工商)?户|商户|市场主体|民企|国企|央企|私企"
)
"""A word that says no more than that somebody is an enterprise; 龙头, 制造业 and 链主 say more."""
_TRADERS = re.compile(r"市场主体|商户|门店|店$|作坊")
_BODIES = re.compile(r"单位|机构|一般纳税人")
_GATHERED = re.compile(r"等(?P<head>[^等]{2,14})$")
_NAME = 6
"""Characters: shorter names are read by their attributes."""
_NOT_SO = (Mood.DENIED, Mood.PLANNED)
ANY_KIND = "不限主体类型"
SOME_PERSON = "支持对象是个人"
_OWN_THINGS = ("thing", "team")
"""What an asker has rather than is: whether it has one has to be said."""
_PUBLIC = frozenset(("university", "institute", "hospital"))
_SCHOOL = re.compile(
    r"幼儿园|[中小]学(?:校)?(?=$|[，、的]|一所)|职业学校|技校|中职|中专|图书馆|博物馆|文化馆|机关"
)
"""Public bodies that say by their name that they are no university, institute or hospital."""
_NEVER_IN_TRADE = _PUBLIC | {"public", "government", "park", "incubator", "finance"}
_TITLE = re.compile(r"基地$")
"""Many sorts of bodies may be named one: who speaks of it is not shut out by being another sort."""
_FOUNDED = frozenset((ENTERPRISE, TRADER, "organisation", "team"))
"""Bodies that persons found."""
_FARMS = re.compile("合作社|家庭农场")
_SORTS = {
    "incubator": tuple(re.compile(p) for p in ("众创空间", "孵化器", "星创天地")),
    "organisation": tuple(
        re.compile(p) for p in (_FARMS.pattern, "服务|咨询|专业机构", "协会|学会|商会|联盟")
    ),
}
"""Sorts within a kind that documents tell apart; what is none of these may be any."""
_STAFF = re.compile(r"科研人员|科技人员|研发人员|教师|骨干技术人员")
_WITH_STAFF = _PUBLIC | {"public", "team"}
_SERVICE = frozenset(("organisation", AGENCY))
_KIND_QUESTION = Question("kind", "你们是企业、高校、科研院所、孵化载体、其他单位还是个人？")


def read_beneficiary(name: str | None, profile: Profile) -> list[Finding]:
    """What becomes of 「科技型中小微企业」; of several that are named, the likeliest one counts."""
    if not name:
        return [
            Finding("支持对象", Truth.UNKNOWN, "条款没有写明支持哪一类对象", Aspect.VAGUE),
        ]
    text = _BRACKETS.sub("", normalise_question(name))
    if "事业单位" in text and profile.kinds <= _PUBLIC and profile.ownership == {PRIVATE}:
        why = "支持对象是事业单位，你们是民办"
        return [Finding(name, Truth.FALSE, why, Aspect.KIND)]
    options = [_one(part, profile) for part in _parts(text)]
    order = {Truth.TRUE: 0, Truth.UNKNOWN: 1, Truth.FALSE: 2}
    return min(options, key=lambda findings: (order[_truth(findings)], not _right_kind(findings)))


def _parts(text: str) -> list[str]:
    """The alternatives of a name; 「A、B等创新主体」 is both the examples and the class."""
    gathered = _GATHERED.search(text)
    parts = [part for part in _ALTERNATIVES.split(text) if len(part) > 1]
    if gathered and head_kind(gathered["head"]):
        parts = [p.partition("等")[0] or p for p in parts] + [gathered["head"]]
    if not all(head_kind(p) for p in parts):
        # 创新型、科技型中小企业: whether each or all is meant is open, so all is asked for.
        return [text]
    return parts or [text]


def _one(name: str, profile: Profile) -> list[Finding]:
    head = head_kind(name)
    kind = head[0] if head else None
    findings = [_of_kind(name, kind, profile)]
    said = _word_for_word(name, profile)
    if said:
        return [*findings, Finding(name, Truth.TRUE, f"你们说：“{said}”", Aspect.STATED)]
    plain = name
    if head and kind not in (ENTERPRISE, "any"):
        # 科技企业孵化器 is no 科技企业.
        plain = f"{name[: head[1]]}{' ' * (len(name) - head[1])}"
    attributes, rest = known_attributes(plain, profile)
    if kind in _OWN_THINGS and head:
        rest = f"{rest[: head[1]]}{name[head[1] :]}"
    findings += attributes
    for each, start, end in find_kinds(name):
        plainly = each != ENTERPRISE or _PLAIN_NAME.fullmatch(name[start:end])
        if each in (kind, ENTERPRISE) and each not in _OWN_THINGS and plainly:
            rest = f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"
    if kind in _OWN_THINGS:
        return [*findings, *_has_one(rest, profile)]
    left = "".join(_LIGHT.sub("", rest).split())
    if kind == "person" and head and name[head[1] :] not in ("个人", "群体"):
        # 本人 is a person, but no 科研人员 before saying so.
        left = "".join(_LIGHT.sub("", name).split())
    if len(left) >= 2:
        findings += _said_of_itself(left, name, profile)
    return findings


def _word_for_word(name: str, profile: Profile) -> str | None:
    """What was said, where it is that the asker is just this: 农业产业化国家级龙头企业."""
    named = find_statuses(name)
    if len(name) < _NAME or (0, len(name)) in named.values():
        return None
    if any(
        named.keys() & find_statuses(s.text).keys() for s in profile.statements if s.mood in _NOT_SO
    ):
        return None
    for statement in profile.statements:
        at = statement.text.find(name)
        if at >= 0 and statement.mood is Mood.AFFIRMED:
            span = (at, at + len(name))
            if not leftover(statement.text, [span], profile.year):
                return statement.text
    return None


def _of_kind(name: str, kind: str | None, profile: Profile) -> Finding:
    if kind in _OWN_THINGS:
        owners = [k for k, _, _ in find_kinds(name) if k not in _OWN_THINGS]
        kind = owners[0] if owners else "any"
        if kind == "person" and _not_of_returners(profile):
            why = "支持对象是个人创办的，你们不是"
            return Finding(name, Truth.FALSE, why, Aspect.KIND)
        if kind == "person" and "创业" in name and profile.kinds and profile.kinds <= _FOUNDED:
            why = "没有说明是不是这类人员创办的"
            return Finding(name, Truth.UNKNOWN, why, Aspect.KIND)
    if kind == "any" and profile.kinds == {"person"} and _BODIES.search(name):
        return Finding(name, Truth.FALSE, "支持对象是单位，你们是个人", Aspect.KIND)
    title = _TITLE.search(name)
    if title and any(name[-4:] in s.text for s in profile.statements if s.mood is not Mood.ASKED):
        kind = "any"
    if kind is None or kind == "any":
        return Finding(name, Truth.TRUE, ANY_KIND, Aspect.KIND)
    if not profile.kinds and profile.in_trade and kind in _NEVER_IN_TRADE:
        why = f"支持对象是{KIND_NAMES[kind]}，你们说的是经营上的事"
        return Finding(name, Truth.FALSE, why, Aspect.KIND)
    if not profile.kinds:
        return Finding(name, Truth.UNKNOWN, "没有说明是哪一类主体", Aspect.KIND, _KIND_QUESTION)
    if kind == ENTERPRISE and TRADER in profile.kinds:
        if _TRADERS.search(name):
            return Finding(name, Truth.TRUE, "你们是个体工商户", Aspect.KIND)
        why = "你们是个体工商户，是不是同企业一样对待由主管部门确定"
        return Finding(name, Truth.UNKNOWN, why, Aspect.KIND)
    narrower = _of_another_sort(name, kind, profile)
    if narrower:
        return narrower
    own = "、".join(sorted(KIND_NAMES[k] for k in profile.kinds))
    if kind == "person" and kind in profile.kinds:
        return Finding(name, Truth.TRUE, SOME_PERSON, Aspect.KIND)
    if kind in profile.kinds or (kind == "public" and profile.kinds & _PUBLIC):
        return Finding(name, Truth.TRUE, f"你们是{own}", Aspect.KIND)
    farms = _FARMS.search(_own_words("organisation", profile))
    if kind in _SERVICE and profile.kinds & _SERVICE and not farms:
        return Finding(name, Truth.TRUE, f"你们是{own}", Aspect.KIND)
    if kind == "organisation" and "服务" in name and "incubator" in profile.kinds:
        why = "没有说明孵化载体是不是也算这类服务组织"
        return Finding(name, Truth.UNKNOWN, why, Aspect.KIND, _KIND_QUESTION)
    if kind == "person" and _STAFF.search(name) and profile.kinds & _WITH_STAFF:
        return Finding(name, Truth.UNKNOWN, "支持对象是人员，不是单位本身", Aspect.KIND)
    if kind == ENTERPRISE and AGENCY in profile.kinds:
        why = f"你们是{own}，没有说明是不是按企业登记"
        return Finding(name, Truth.UNKNOWN, why, Aspect.KIND, _KIND_QUESTION)
    if kind in _PUBLIC and "public" in profile.kinds and not _is_a_school(profile):
        return Finding(name, Truth.UNKNOWN, "没有说明是哪一类事业单位", Aspect.KIND, _KIND_QUESTION)
    why = f"支持对象是{KIND_NAMES[kind]}，你们是{own}"
    return Finding(name, Truth.FALSE, why, Aspect.KIND)


def _own_words(kind: str, profile: Profile) -> str:
    return "、".join(
        s.text[start:end]
        for s in profile.statements
        if s.mood is Mood.AFFIRMED
        for each, start, end in find_heads(s.text)
        if each == kind
    )


def _of_another_sort(name: str, kind: str, profile: Profile) -> Finding | None:
    """A 星创天地 is no 众创空间, though both raise firms; a co-operative is no 服务组织."""
    if kind not in profile.kinds or kind not in _SORTS:
        return None
    own = _own_words(kind, profile)
    wanted = [sort for sort in _SORTS[kind] if sort.search(name)]
    if not wanted or not own or any(sort.search(own) for sort in wanted):
        return None
    if not any(sort.search(own) for sort in _SORTS[kind]):
        why = f"你们说的是{own}，没有说明是不是“{name}”"
        return Finding(name, Truth.UNKNOWN, why, Aspect.KIND, _KIND_QUESTION)
    return Finding(name, Truth.FALSE, f"支持对象是“{name}”，你们是{own}", Aspect.KIND)


def _is_a_school(profile: Profile) -> bool:
    return any(_SCHOOL.search(s.text) for s in profile.statements if s.mood is Mood.AFFIRMED)


def _not_of_returners(profile: Profile) -> bool:
    """A firm of the state, of foreigners or a large one is nobody's start-up."""
    private = not profile.ownership or PRIVATE in profile.ownership
    return profile.kinds == {ENTERPRISE} and (not private or profile.sizes == {LARGE})


def _has_one(rest: str, profile: Profile) -> list[Finding]:
    """A project, team or platform of its own: only where it was said."""
    wanted = "".join(_LIGHT.sub("", rest).split())
    if len(wanted) < 2:
        return []
    return read_condition(wanted, profile)


def _said_of_itself(left: str, name: str, profile: Profile) -> list[Finding]:
    """What is left of a name (工业, 集群, 创新型) has to be said of the asker."""
    borne = borne_out(left, profile, name)
    ask = Question(f"said:{name}", f"你们是不是“{name}”？")
    status = status_named(name)
    if borne.truth is Truth.TRUE:
        return [Finding(name, Truth.TRUE, f"你们说：“{borne.said}”", Aspect.STATED)]
    if borne.truth is Truth.FALSE:
        return [Finding(name, Truth.FALSE, f"你们说：“{borne.said}”", Aspect.STATED)]
    proof = status.proof if status else None
    return [Finding(name, Truth.UNKNOWN, f"没有说明是不是“{name}”", Aspect.STATED, ask, proof)]


def _truth(findings: Sequence[Finding]) -> Truth:
    return all_of(finding.truth for finding in findings)


def _right_kind(findings: Sequence[Finding]) -> bool:
    return all(f.truth is not Truth.FALSE for f in findings if f.aspect is Aspect.KIND)


def is_for_enterprises(name: str | None) -> bool:
    """Whether enterprises are among those that a Measure names."""
    return bool(name) and any(kind == ENTERPRISE for kind, _, _ in find_kinds(name or ""))

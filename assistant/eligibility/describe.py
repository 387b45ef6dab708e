"""Free text and forms → a Profile. Only what is said is filled in."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from assistant.eligibility.figures import INDICATORS, Range, read_figures
from assistant.eligibility.plain import leftover
from assistant.eligibility.profile import Profile
from assistant.eligibility.statements import Mood, Statement, read_statements
from assistant.eligibility.words import (
    ALL_SIZES,
    ENTERPRISE,
    KIND_NAMES,
    NOT_LARGE,
    find_heads,
    find_owners,
    find_sizes,
    find_statuses,
    status_named,
)
from assistant.errors import ProfileError
from corpus.regions import Region, all_regions, find_regions, is_within

_NOT_ONESELF = re.compile(
    r"(?:给|向|与|跟|和|为|对|帮|卖给|供应|服务于?|服务|面向|客户|合作|联合|找|到|去|从|经|竞争|培育|孵化|招|培训|辅导|贷款给|监管|主管)[^，。是]{0,14}$"
    r"|在[^，。是开办做搞建设运营有]{0,14}$"
)
_OF_THE_NEXT = re.compile(
    r"^(?:的|里|内|中|下属的?|旗下的?|所属的?|办的?|创办的?|附近|旁边?|周边|对面|门口|隔壁|背景|合作|配套)"
)
_WORKS_THERE = re.compile(r"[^，。]{0,8}(?:工作|上班|任职|任教|教书|当老师)")
_PERSON = re.compile(
    r"本人|我个人|我一个人|自己一个人|(?:我|本人)(?:是|就是)?(?:一?[名个位])?(?:[^，。]{0,8})(?:大学生|毕业生|研究生|农民|村民|军人|教师|老师|博士|工程师|创客)"
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
        "park",
        "person",
    )
)
_ELSEWHERE = re.compile(
    r"(?:发往?|卖到|销往|客户|供货|出差|市场|业务|供应|运往|来自|引进|合作|距离?|离|靠近|临近|毗邻|紧邻|不在|除了?|曾在|原在|原先在|以前在|原来在|从|搬离|迁出|离开|想去|想到|总部|分公司|子公司|母公司|办事处|老家|籍贯|出生|毕业|考察|参观|类似|对标|学习|不是|参照|投资了?)[^，。]{0,6}$|(?:发货|供货|出差|跑业务)"
)
_ONLY_NAMED = re.compile(
    r"^(?:路|街|大道|大街|大厦|广场|(?:的)?(?:客户|市场|项目|分公司|办事处|子公司|母公司|总部(?!企业)|股东|投资|政策)|籍|老乡|附近|周边|旁边|对面|以外|之外|那边|模式|速度)"
)
_THERE = re.compile(
    r"^(?:市|县|区)?(?:$|[、，的]|[一这]?[家个所间]|开|办|做|搞|经营|生产|从事|设立|成立|注册|创办|工作|上班|任职|运营|登记|纳税|有(?:一|自己的)?[家个间]?(?:公司|企业|工厂|厂|店)|[^，。有]{0,10}(?:区|园|县|镇|乡|街道|路|街|大厦|号)(?:$|[的内里一开办做]))"
)
"""What follows 在长沙 where somebody is there for good, and not for a fair or with an office."""
_PLACES = re.compile(r"注册|在|位于|地处|地址|坐落|落户|我们|公司|企业|厂")
_OWNED = re.compile(
    r"(?:的|独资|控股|性质|全资|的?(?:科技|高新|制造|软件|小|中|大|微|规上|上市)|科技型|[^，。]{0,8}(?:企业|公司|厂|店|集团|医院|学校|高校|大学|院校|空间|孵化器|机构|基地|平台|户)|$)"
)
_CERTIFIED_AS = re.compile(r"(?:认定|评定|评|列|登记|注册|转|升级|变更)为")
_NOT_OF_SIZE = re.compile(
    r"(?:不是|不属于|不算)(?:大型|大|中型|小型|微型|小微|中小微?)(?:型)?(?:企业|公司|厂)?$"
)
_LAST_YEAR = re.compile(r"去年|上年|前年|上一年|(?:19|20)\d{2}年?")
_BECAME = re.compile(r"评|认定|获|取得|拿|通过|入选|成为|授|纳入|上市|登记|入库|在|列")
_ACCOUNTED = re.compile(
    r"研发|费用化?|资本化|支出|投入|经费|全部|全都|都|一律|直接|计入|进|当期|损益|处理|会计|账务|核算|做|按|走|了"
)
_TAX = ("增值税一般纳税人", "小规模纳税人")
_NEED = re.compile(r"(?:想|打算|准备|计划|需要|希望|缺)(?P<need>[^，。！？?!]{2,24})")
_INDUSTRY = re.compile(
    r"(?:做|从事|主营|生产|搞|经营|研发|开发|制造|加工|销售|专做|主要做)(?:的是|的)?(?P<what>[^，。！？的了在]{2,14}?)(?:的(?=[^，]{0,6}(?:企业|公司|厂|商))|业务|行业|生意|$)"
    r"|(?P<line>[一-鿿]{2,8}?)(?:行业|制造业|(?=公司|企业|厂))"
)
_NOT_INDUSTRY = re.compile(
    r"小|大|中|民|国|高新|科技型|我|你|咱|这|本|贵|一家|某|龙头|上市|初创|外|微|规|专精|私|新|有限|股份|的|老|多|几|\d|费用|当期|^企业|^公司|家$"
)
_FORM_WORDS: dict[str, str] = {
    "region": "在{}", "county": "在{}", "city": "在{}", "地区": "在{}", "kind": "我们是{}", "size": "我们是{}企业",
    "ownership": "我们是{}企业", "industry": "从事{}行业", "stage": "我们是{}企业", "taxpayer": "是{}",
    "rd_treatment": "研发费用{}", "rd_spend": "研发投入{}元", "revenue": "营业收入{}元", "staff": "员工{}人",
    "patents": "专利{}件", "founded": "{}年成立", "said": "{}", "text": "{}", "description": "{}",
}  # fmt: skip
_FIELD_ENDS = {
    "size": re.compile(r"企业$"),
    "staff": re.compile(r"[人名个]$"),
    "patents": re.compile(r"[件项个]$"),
    "revenue": re.compile(r"元$"),
    "rd_spend": re.compile(r"元$"),
}
_MONEY_FIELDS = frozenset(("revenue", "rd_spend"))
_LEAST_MONEY = 10_000
"""元: a smaller figure in a form is rather one in 万元, and is not believed."""
_UNITS = {i.name: i.unit for i in INDICATORS if i.unit != "元"}
_NUMBER = re.compile(r"[\d.一二三四五六七八九十百千万亿两〇零]+")
_YEAR = re.compile(r"(?:19|20)\d{2}(?!\d)")
_DEEPEST = 8


def read_profile(text: str, as_of: date) -> Profile:
    """What a text says of the asker. Text that describes nobody gives an empty Profile."""
    return of_statements([read_statements(text)], as_of)


def read_form(form: Mapping[str, Any], as_of: date) -> Profile:
    """A filled-in form; what it holds beyond the known fields is read as said in words.

    Values may be text, numbers, true/false, or lists and mappings of these; null is unknown.
    """
    said = "。".join(_in_words(form))
    return read_profile(said, as_of)


def merged(texts: Sequence[str], form: Mapping[str, Any] | None, as_of: date) -> Profile:
    """A form and what was said after it, the latest first to be believed."""
    told = [read_statements(text) for text in reversed(texts)]
    if form:
        told.append(read_statements("。".join(_in_words(form))))
    return of_statements(told, as_of)


def of_statements(told: Sequence[tuple[Statement, ...]], as_of: date) -> Profile:
    """A Profile out of what was told, the latest first to be believed.

    What differs within one telling is not decided: two figures are a range, yes and no a doubt.
    """
    statements = tuple(statement for each in told for statement in each)
    affirmed = [s for s in statements if s.mood is Mood.AFFIRMED]
    statuses: dict[str, bool] = {}
    doubts: dict[str, str] = {}
    figures: dict[str, Range] = {}
    for each in told:
        held, doubted = _statuses(each, as_of.year)
        for name in (held.keys() | doubted.keys()) - statuses.keys() - doubts.keys():
            if name in held:
                statuses[name] = held[name]
            else:
                doubts[name] = doubted[name]
        for name, said in _figures(each, as_of.year).items():
            figures.setdefault(name, said)
    implied = _implied(statuses)
    for name in implied - {"中小微"}:
        statuses.setdefault(name, True)
    sizes: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    for statement in affirmed:
        found, spans = find_sizes(statement.text)
        if found and _is_so(statement.text, spans[0]):
            # Two that differ leave both open.
            sizes = sizes & found or sizes | found
        named, at = find_owners(statement.text)
        if named and not owners and _is_so(statement.text, at[0]):
            owners = named
    if "中小微" in implied:
        sizes = (sizes & NOT_LARGE) or NOT_LARGE
    for statement in statements:
        # 不是大型企业 leaves the other sizes.
        if statement.mood is Mood.DENIED and not sizes and _NOT_OF_SIZE.search(statement.text):
            sizes = ALL_SIZES - find_sizes(statement.text)[0]
    kinds = _kinds(statements)
    if not kinds and any(
        held and name.endswith(("企业", "公司")) for name, held in statuses.items()
    ):
        kinds = frozenset((ENTERPRISE,))
    return Profile(
        kinds=kinds,
        region=_region(affirmed),
        sizes=sizes,
        ownership=owners,
        statuses=statuses,
        doubts={name: words for name, words in doubts.items() if name not in statuses},
        taxpayer=next((t for t in _TAX if statuses.get(t)), None),
        rd_treatment=_treatment(statements),
        industry=_industry(affirmed),
        figures=figures,
        needs=_needs(statements),
        statements=statements,
        year=as_of.year,
    )


def _statuses(statements: Sequence[Statement], year: int) -> tuple[dict[str, bool], dict[str, str]]:
    """What the asker plainly is or is not, and what is spoken of without being said plainly."""
    held: dict[str, bool] = {}
    doubts: dict[str, str] = {}
    conflicts: dict[str, str] = {}
    for statement in statements:
        if statement.mood is Mood.ASKED:
            continue
        for name in find_statuses(statement.text):
            if statement.mood in (Mood.DENIED, Mood.PLANNED):
                held.setdefault(name, False)
            elif statement.mood is Mood.AFFIRMED and _is_now(statement.text, year):
                held.setdefault(name, True)
            else:
                doubts.setdefault(name, statement.text)
            if held.get(name) and statement.mood is Mood.DENIED:
                # 我们是高企。…高企去年到期了: neither is believed.
                conflicts[name] = statement.text
    for name, words in conflicts.items():
        del held[name]
        doubts[name] = words
    return held, {name: words for name, words in doubts.items() if name not in held}


def _is_now(text: str, year: int) -> bool:
    """Plainly so, and today: certificates hold three years, 去年高新技术企业 says last year only."""
    if leftover(text, (), year, back=2):
        return False
    return not _LAST_YEAR.search(text) or _BECAME.search(text) is not None


def _figures(statements: Sequence[Statement], year: int) -> dict[str, Range]:
    found: dict[str, Range] = {}
    for statement in statements:
        if statement.mood is Mood.AFFIRMED:
            for name, said in read_figures(statement.text, year).items():
                found[name] = found[name].or_else(said) if name in found else said
    return found


def _is_so(text: str, span: tuple[int, int]) -> bool:
    """民营资本参股 makes no private enterprise, 小微企业的孵化器 no small one."""
    if _of_another(text, span[0]) or not _OWNED.match(text, span[1]):
        return False
    behind = next((end for _, start, end in find_heads(text) if start >= span[0]), None)
    return behind is None or not _leads_on(text, behind, ENTERPRISE)


def _kinds(statements: Sequence[Statement]) -> frozenset[str]:
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
        return frozenset()
    kinds = {found[0]}
    if found[0] in (ENTERPRISE, "incubator"):
        # A company may run an incubator, and say both.
        kinds |= {k for k in found if k == "incubator"}
    return frozenset(kinds)


def _of_another(text: str, start: int) -> bool:
    before = _CERTIFIED_AS.sub("", text[:start])
    return _NOT_ONESELF.search(before) is not None


def _leads_on(text: str, end: int, kind: str) -> bool:
    """Whether the body only says whose or where the next one is: 大学里的公司, 企业的协会."""
    behind = text[end:]
    leads = _OF_THE_NEXT.match(behind)
    if leads and kind != ENTERPRISE:
        return len(behind) > len(leads[0])
    return leads is not None and (
        leads[0] not in ("的", "中", "办", "办的", "创办的")
        or any(kind in _SELF_KINDS for kind, _, _ in find_heads(behind))
    )


def _region(affirmed: Sequence[Statement]) -> Region | None:
    """The smallest region the asker places itself in; None where it names two apart from each other."""
    place: Region | None = None
    for statement in affirmed:
        text = statement.text
        for mention in find_regions(text):
            if (
                _ELSEWHERE.search(text[: mention.start])
                or _ONLY_NAMED.match(text[mention.end :])
                or (place and _ELSEWHERE.search(text))
                or not _is_there(text, mention.start, mention.end)
            ):
                continue
            if _of_many(text[mention.start : mention.end], mention.region, place, text):
                continue
            if place is None or (mention.region != place and is_within(mention.region, place)):
                place = mention.region
            elif not is_within(place, mention.region) and _PLACES.search(text):
                return None
    return place


def _is_there(text: str, start: int, end: int) -> bool:
    place = re.search(r"[在于到]$", text[:start])
    if place is None:
        return True
    behind = text[end:]
    inner = find_regions(behind)
    while inner and inner[0].start == 0:  # 在长沙岳麓区
        behind = behind[inner[0].end :]
        inner = find_regions(behind)
    return _THERE.match(behind) is not None


def _of_many(name: str, region: Region, place: Region | None, text: str) -> bool:
    """鼓楼区 without its city may be any of four."""
    bearers = bearers_of(name)
    if len(bearers) < 2 or (place and is_within(region, place)):
        return False
    above = [m.region for m in find_regions(text) if m.region != region]
    return not any(is_within(region, other) for other in above) and not any(
        all(is_within(bearer, widest) for bearer in bearers) for widest in bearers
    )


@cache
def bearers_of(name: str) -> tuple[Region, ...]:
    """Every region that bears a name or short name."""
    return tuple(r for r in all_regions() if name in (r.name, r.short))


def _implied(statuses: Mapping[str, bool]) -> set[str]:
    found: set[str] = set()
    todo = [name for name, held in statuses.items() if held]
    while todo:
        status = status_named(todo.pop())
        for name in status.implies if status else ():
            if name not in found:
                found.add(name)
                todo.append(name)
    return found


def _treatment(statements: Iterable[Statement]) -> str | None:
    for statement in statements:
        if statement.mood is not Mood.AFFIRMED or leftover(_ACCOUNTED.sub("", statement.text)):
            continue
        if "费用化" in statement.text and "资本化" not in statement.text:
            return "费用化"
        if "资本化" in statement.text and "费用化" not in statement.text:
            return "资本化"
    return None


def _industry(affirmed: Sequence[Statement]) -> str | None:
    for statement in affirmed:
        for match in _INDUSTRY.finditer(statement.text):
            what = match["what"] or match["line"]
            if what and not _NOT_INDUSTRY.search(what) and not find_regions(what):
                return what
    return None


def _needs(statements: Sequence[Statement]) -> tuple[str, ...]:
    found = (
        match["need"]
        for s in statements
        if s.mood is not Mood.AFFIRMED
        for match in _NEED.finditer(s.text)
    )
    return tuple(dict.fromkeys(n for n in found if not re.search(r"[问知了解咨询看]", n[:2])))


def _in_words(form: Mapping[str, Any]) -> list[str]:
    words: list[str] = []
    for name, value in form.items():
        words += _said(str(name), value)
    return words


def _plain_text(name: str, value: Any) -> str:
    """The value without what its field adds; empty where it cannot be meant so."""
    if isinstance(value, int | float):
        if not math.isfinite(value) or value < 0:
            return ""
        # 1500 may as well be meant in 万元.
        if name in _MONEY_FIELDS and value < _LEAST_MONEY:
            return ""
    text = str(value).strip()
    if name == "kind":
        return KIND_NAMES.get(text, text)
    if name == "founded":
        year = _YEAR.match(text)
        return year[0] if year else ""
    if name in _FIELD_ENDS:
        text = _FIELD_ENDS[name].sub("", text)
        return text if name == "size" or _NUMBER.search(text) else ""
    return text


def _said(name: str, value: Any, depth: int = 0) -> list[str]:
    """Raises ProfileError where a form is nested deeper than anybody fills one in."""
    if depth > _DEEPEST:
        raise ProfileError("企业画像嵌套过深，请改成“名称：内容”的平铺写法。")
    if value is None or value == "" or value == []:
        return []
    if isinstance(value, bool):
        return [f"我们是{name}" if value else f"我们不是{name}"]
    if isinstance(value, Mapping):
        return [w for inner, held in value.items() for w in _said(str(inner), held, depth + 1)]
    if isinstance(value, list | tuple | set):
        return [w for each in value for w in _said(name, each, depth + 1)]
    text = _plain_text(name, value)
    if not text:
        return []
    if name in _FORM_WORDS:
        return [_FORM_WORDS[name].format(text)]
    if unit := _UNITS.get(name):
        return [f"{name}{text}{unit if _NUMBER.fullmatch(text) else ''}"]
    if re.fullmatch(r"[a-z_]+", name):
        return [text]
    return [f"{name}{'' if isinstance(value, int | float) else '：'}{text}"]

"""Free text and forms → a Profile. Only what is said is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.eligibility.figures import read_figures
from assistant.eligibility.profile import Profile
from assistant.eligibility.statements import Mood, Statement, read_statements
from assistant.eligibility.words import (
    ALL_SIZES,
    ENTERPRISE,
    NOT_LARGE,
    find_kinds,
    find_owners,
    find_sizes,
    find_statuses,
    status_named,
)
from corpus.regions import Region, find_regions, is_within

_NOT_ONESELF = re.compile(
    r"(?:给|向|与|跟|和|为|对|帮|卖给|供应|服务于?|面向|客户|合作|联合|找|到|去|从|经|竞争)[^，。是]{0,14}$"
    r"|在[^，。是开办做搞建设运营有]{1,14}$"
)
_WORKS_THERE = re.compile(r"[^，。]{0,8}(?:工作|上班|任职|任教|教书|当老师)")
_PERSON = re.compile(
    r"本人|我个人|我一个人|自己一个人|(?:我|本人)(?:是|就是)?(?:一?[名个位])?(?:[^，。]{0,8})(?:大学生|毕业生|研究生|农民|村民|军人|教师|老师|博士|工程师|创客)"
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
    r"(?:发往?|卖到|销往|客户|供货|出差|市场|业务|供应|运往|来自|引进|合作)[^，。]{0,6}$|(?:发货|供货|出差|跑业务)"
)
_MUNICIPAL = ("北京市", "上海市", "天津市", "重庆市")
_TAX = ("增值税一般纳税人", "小规模纳税人")
_NEED = re.compile(r"(?:想|打算|准备|计划|需要|希望|缺)(?P<need>[^，。！？?!]{2,24})")
_INDUSTRY = re.compile(
    r"(?:做|从事|主营|生产|搞|经营|研发|开发|制造|加工|销售|专做|主要做)(?:的是|的)?(?P<what>[^，。！？的了在]{2,14}?)(?:的(?=[^，]{0,6}(?:企业|公司|厂|商))|业务|行业|生意|$)"
    r"|(?P<line>[一-鿿]{2,8}?)(?:行业|制造业|(?=公司|企业|厂))"
)
_NOT_INDUSTRY = re.compile(
    r"小|大|中|民|国|高新|科技型|我|你|咱|这|本|贵|一家|某|龙头|上市|初创|外|微|规|专精|私|新|有限|股份|的|老|\d|费用|当期"
)
_FORM_WORDS: dict[str, str] = {
    "region": "在{}", "county": "在{}", "city": "在{}", "地区": "在{}", "kind": "我们是{}", "size": "我们是{}企业",
    "ownership": "我们是{}企业", "industry": "从事{}行业", "stage": "我们是{}企业", "taxpayer": "是{}",
    "rd_treatment": "研发费用{}", "rd_spend": "研发投入{}元", "revenue": "营业收入{}元", "staff": "员工{}人",
    "patents": "专利{}件", "founded": "{}年成立", "said": "{}", "text": "{}", "description": "{}",
}  # fmt: skip


def read_profile(text: str, as_of: date) -> Profile:
    """What a text says of the asker. Text that describes nobody gives an empty Profile."""
    return of_statements(read_statements(text), as_of)


def read_form(form: Mapping[str, Any], as_of: date) -> Profile:
    """A filled-in form; what it holds beyond the known fields is read as said in words.

    Values may be text, numbers, true/false, or lists and mappings of these; null is unknown.
    """
    said = "。".join(_in_words(form))
    return read_profile(said, as_of)


def merged(texts: Sequence[str], form: Mapping[str, Any] | None, as_of: date) -> Profile:
    """A form and what was said after it, the latest first to be believed."""
    statements: list[Statement] = []
    for text in reversed(texts):
        statements += read_statements(text)
    if form:
        statements += read_statements("。".join(_in_words(form)))
    return of_statements(tuple(statements), as_of)


def of_statements(statements: tuple[Statement, ...], as_of: date) -> Profile:
    """A Profile out of statements; of two that differ the first one counts."""
    affirmed = [s for s in statements if s.mood is Mood.AFFIRMED]
    statuses: dict[str, bool] = {}
    figures: dict[str, Decimal] = {}
    for statement in statements:
        if statement.mood is Mood.ASKED:
            continue
        for name in find_statuses(statement.text):
            statuses.setdefault(name, statement.mood is Mood.AFFIRMED)
    implied = _implied(statuses)
    for name in implied - {"中小微"}:
        statuses.setdefault(name, True)
    sizes: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    for statement in affirmed:
        found, spans = find_sizes(statement.text)
        if found and not sizes and not _of_another(statement.text, spans[0][0]):
            sizes = found
        named, at = find_owners(statement.text)
        if named and not owners and not _of_another(statement.text, at[0][0]):
            owners = named
        for name, value in read_figures(statement.text, as_of.year).items():
            figures.setdefault(name, value)
    if "中小微" in implied:
        sizes = (sizes & NOT_LARGE) or NOT_LARGE
    for statement in statements:
        # 不是大型企业 leaves the other sizes.
        if statement.mood is Mood.DENIED and not sizes:
            denied, _ = find_sizes(statement.text)
            sizes = ALL_SIZES - denied if denied else sizes
    return Profile(
        kinds=_kinds(statements),
        region=_region(affirmed),
        sizes=sizes,
        ownership=owners,
        statuses=statuses,
        taxpayer=next((t for t in _TAX if statuses.get(t)), None),
        rd_treatment=_treatment(statements),
        industry=_industry(affirmed),
        figures=figures,
        needs=_needs(statements),
        statements=statements,
    )


def _kinds(statements: Sequence[Statement]) -> frozenset[str]:
    found: list[str] = []
    denied_enterprise = False
    person = False
    for statement in statements:
        if statement.mood is Mood.ASKED:
            continue
        person = person or _PERSON.search(statement.text) is not None
        for kind, start, end in find_kinds(statement.text):
            if kind not in _SELF_KINDS:
                continue
            if statement.mood is not Mood.AFFIRMED:
                denied_enterprise = denied_enterprise or kind == ENTERPRISE
                continue
            if kind == "person" and not person:
                continue
            works = _WORKS_THERE.match(statement.text, end)
            if _of_another(statement.text, start) and not works:
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
    return _NOT_ONESELF.search(text[:start]) is not None


def _region(affirmed: Sequence[Statement]) -> Region | None:
    """The smallest region the asker places itself in; the first one named counts."""
    place: Region | None = None
    for statement in affirmed:
        for mention in find_regions(statement.text):
            if _ELSEWHERE.search(statement.text[: mention.start]) or (
                place and _ELSEWHERE.search(statement.text)
            ):
                continue
            if place is None or (mention.region != place and is_within(mention.region, place)):
                place = mention.region
    return place


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
        if statement.mood is Mood.AFFIRMED:
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


def _said(name: str, value: Any) -> list[str]:
    if value is None or value == "" or value == []:
        return []
    if isinstance(value, bool):
        return [f"我们是{name}" if value else f"我们不是{name}"]
    if isinstance(value, Mapping):
        return [w for inner, held in value.items() for w in _said(str(inner), held)]
    if isinstance(value, list | tuple | set):
        return [w for each in value for w in _said(name, each)]
    text = str(value).strip()
    if name in _FORM_WORDS:
        return [_FORM_WORDS[name].format(text)]
    if re.fullmatch(r"[a-z_]+", name):
        return [text]
    return [f"{name}{'' if isinstance(value, int | float) else '：'}{text}"]

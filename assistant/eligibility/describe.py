"""Free text and forms → a Profile. Only what is said is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from assistant.eligibility.body import is_founder, is_said_of_oneself, read_kinds
from assistant.eligibility.figures import read_figures
from assistant.eligibility.form import in_words
from assistant.eligibility.place import read_region
from assistant.eligibility.plain import leftover, masked
from assistant.eligibility.profile import Profile
from assistant.eligibility.ranges import Range
from assistant.eligibility.statements import Mood, Statement, read_statements
from assistant.eligibility.words import (
    ALL_SIZES,
    ENTERPRISE,
    NOT_LARGE,
    find_owners,
    find_sizes,
    find_statuses,
    status_named,
)
from assistant.understanding.figures import find_figures
from corpus.regions import Region, find_regions, is_within

_NOT_OF_SIZE = re.compile(
    r"(?:不是|不属于|不算)(?:大型|大|中型|小型|微型|小微|中小微?)(?:型)?(?:企业|公司|厂)?$"
)
_LAST_YEAR = re.compile(r"去年|上年|前年|上一年|(?:19|20)\d{2}年?")
_BECAME = re.compile(r"评|认定|获|取得|拿|通过|入选|成为|授|纳入|上市|登记|入库|在|列")
_ACCOUNTED = re.compile(
    r"研发|费用化?|资本化|其中|(?<=无形资产)部分|[没未]形成|形成|无形资产|支出|投入|经费|全部|全都|全(?=费用化|资本化|计|进)|都|一律|直接|计入|进|当期|损益|花了?|用了?|处理|会计|账务|核算|做|按|走|了"
)
_EXPENSED = re.compile(
    r"费用化|[没未]形成无形资产(?:的|部分|[^，]{0,2}(?:计|进))|(?:全部?|全都|都|一律|均)(?:直接)?(?:计入|计进|记入|进)了?(?:当期)?损益"
)
"""全部计入当期损益: none of it has become an asset."""
_BARE_SUM = re.compile(r"\d[\d.]*[多余来]?[万亿]元?")
"""120万都计入当期损益: no unit behind."""
_GOES_TO = re.compile(r"(?:到|去|来|回|赴|在)$")
_TO_STAY = re.compile(r"工作|就业|创业|落户|定居|任职|入职|发展|上班|任教")
_TAX = ("增值税一般纳税人", "小规模纳税人")
_NEED = re.compile(r"(?:想|打算|准备|计划|需要|希望|缺)(?P<need>[^，。！？?!]{2,24})")
_INDUSTRY = re.compile(
    r"(?:做|从事|主营|生产|搞|经营|研发|开发|制造|加工|销售|专做|主要做)(?:的是|的)?(?P<what>[^，。！？的了在]{2,14}?)(?:的(?=[^，]{0,6}(?:企业|公司|厂|商))|业务|行业|生意|$)"
    r"|(?P<line>[一-鿿]{2,8}?)(?:行业|制造业|(?=公司|企业|厂))"
)
_NOT_INDUSTRY = re.compile(
    r"小|大|中|民|国|高新|科技型|我|你|咱|这|本|贵|一家|某|龙头|上市|初创|外|微|规|专精|私|新|有限|股份|的|老|多|几|\d|费用|当期|^企业|^公司|家$"
)


def read_profile(text: str, as_of: date) -> Profile:
    """What a text says of the asker. Text that describes nobody gives an empty Profile."""
    return of_statements([read_statements(text)], as_of)


def read_form(form: Mapping[str, Any], as_of: date) -> Profile:
    """A filled-in form; what it holds beyond the known fields is read as said in words.

    Values may be text, numbers, true/false, or lists and mappings of these; null is unknown.
    """
    said = "。".join(in_words(form))
    return read_profile(said, as_of)


def merged(texts: Sequence[str], form: Mapping[str, Any] | None, as_of: date) -> Profile:
    """A form and what was said after it, the latest first to be believed."""
    told = [read_statements(text) for text in reversed(texts)]
    if form:
        told.append(read_statements("。".join(in_words(form))))
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
        if found and is_said_of_oneself(statement.text, spans[0]):
            # Two that differ leave both open.
            sizes = sizes & found or sizes | found
        named, at = find_owners(statement.text)
        of_oneself = bool(at) and (
            is_said_of_oneself(statement.text, at[0]) or is_founder(statement.text, at)
        )
        if named and not owners and of_oneself:
            owners = named
    if "中小微" in implied:
        sizes = (sizes & NOT_LARGE) or NOT_LARGE
    for statement in statements:
        # 不是大型企业 leaves the other sizes.
        if statement.mood is Mood.DENIED and not sizes and _NOT_OF_SIZE.search(statement.text):
            sizes = ALL_SIZES - find_sizes(statement.text)[0]
    kinds = read_kinds(statements)
    if not kinds and any(
        held and name.endswith(("企业", "公司")) for name, held in statuses.items()
    ):
        kinds = frozenset((ENTERPRISE,))
    region = read_region(statements)
    if kinds == {"person"} and region and _goes_elsewhere(statements, region):
        region = None
    return Profile(
        kinds=kinds,
        region=region,
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


def _goes_elsewhere(statements: Sequence[Statement], home: Region) -> bool:
    """Who means to work in another place may have what that place offers; where is then open."""
    return any(
        _GOES_TO.search(statement.text[: mention.start])
        and not is_within(home, mention.region)
        and not is_within(mention.region, home)
        for statement in statements
        if statement.mood is Mood.PLANNED and _TO_STAY.search(statement.text)
        for mention in find_regions(statement.text)
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
    found: set[str] = set()
    for statement in statements:
        if statement.mood is not Mood.AFFIRMED or leftover(
            _ACCOUNTED.sub("", _without_figures(statement.text))
        ):
            continue
        expensed = _EXPENSED.search(statement.text) is not None
        capitalised = (
            re.search(r"资本化|(?<![没未])(?<!没有)形成了?无形资产", statement.text) is not None
        )
        if expensed != capitalised:
            found.add("费用化" if expensed else "资本化")
    return found.pop() if len(found) == 1 else None


def _without_figures(text: str) -> str:
    spans = [(f.start, f.end) for f in find_figures(text) if f.value is not None]
    return _BARE_SUM.sub("", masked(text, spans).replace("\0", ""))


def _industry(affirmed: Sequence[Statement]) -> str | None:
    for statement in affirmed:
        for match in _INDUSTRY.finditer(statement.text):
            what = match["what"] or match["line"]
            if what and not (
                _NOT_INDUSTRY.search(what) or find_regions(what) or find_statuses(what)
            ):
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

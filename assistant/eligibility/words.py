"""Words that say what sort of body somebody is, read alike in a profile and in a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.understanding.tables import read_rows

ENTERPRISE = "enterprise"
AGENCY = "agency"
"""May be a firm or not: which of the two is not said by the word."""
TRADER = "trader"
"""个体工商户: in business, and no enterprise by law."""
_KINDS: tuple[tuple[str, str, str], ...] = (
    # The last one that ends latest in a name is its head: 企业技术中心 is a platform.
    (
        "university",
        "高校",
        r"高校|高等(?:院校|学校)|(?<!科研)(?<!研究)院校|大学(?!生|科技园)|职业学校|中职学校|学院",
    ),
    (
        "institute",
        "科研院所",
        r"科研院所|科研机构|研究院|研究所|研发机构|院所|科研单位|中科院|科学院|农科院|社科院",
    ),
    ("hospital", "医院", r"医院|医疗机构|卫生院|卫生服务中心|疾控中心"),
    (
        "public",
        "事业单位",
        r"(?<!企)事业单位|机关|学校|幼儿园|图书馆|博物馆|文化馆|[中小]学(?=$|[，、的]|一所)|农技站|[^，]推广站",
    ),
    (
        "finance",
        "金融机构",
        r"(?:试点|商业|大型|地方法人|村镇|民营)?银行(?!卡|贷款)|城商行|农商行|农信社|信用社|(?<![银进同])[本我]行(?=$|[，是的在想主位]|属)|金融机构|保险公司|保险机构|担保机构|担保公司|小额贷款公司|小贷公司|证券公司"
        r"|(?:产业|引导|母|各类|投资|创投|私募)基金|基金公司|(?:创业|风险|股权|天使)投资(?:企业|机构|公司|人)?|(?<!科技成果)投资机构|创投(?:机构|企业|公司)?|征信机构|金融企业|金融业|租赁公司|信托公司|期货公司|典当行|股权交易中心",
    ),
    (
        "incubator",
        "众创空间、孵化器等孵化载体",
        r"众创空间|(?:科技)?(?:企业)?孵化器|孵化园|星创天地|孵化基地|孵化平台|孵化载体|(?:双创|创业|创新创业)[”\"]?(?:示范)?基地|特色载体|加速器",
    ),
    (
        "park",
        "开发区、园区",
        r"开发区|高新区|产业园(?:区)?|大学科技园|科技园|创业园|软件园|工业园区|园区|示范区|集聚区",
    ),
    (
        "person",
        "个人、人才",
        r"人才|科研人员|技术人员|科技人员|管理人员|研发人员|骨干|科学家|院士|创客|教师|老师|大学生|毕业生|研究生|干部|企业家|专家|博士后?|硕士|农民工|农民|个人|负责人|创业者|特派员"
        r"|经理人|联络员|工作者|投资人|职工|员工|(?<!专业)人员|子女|群体|带头人|家庭(?!农场)|居民|发明人|设计人|学者|技师|首席|工程师|村民|残疾人|军人|士兵",
    ),
    ("team", "团队", r"团队"),
    (
        "government",
        "政府、部门",
        r"人民政府|政府(?:部门)?|部门|设区市|各?(?:市|县)(?:[（(、][^）)]{0,10}[）)]?)?$|各地|地方(?!法人|银行)|区域$|采购人|采购单位|乡镇|街道",
    ),
    (
        AGENCY,
        "中介机构",
        r"中介机构|(?:代理|评估|鉴定|中介)的?机构|事务所|(?:服务|咨询|评估|代理)?中介(?=$|[，、)）])",
    ),
    (
        "organisation",
        "社会组织、服务机构",
        r"协会|学会|商会|联盟|社会组织|服务组织|(?:服务|咨询)的?机构|专业机构|行业组织|基金会|合作社|家庭农场|民办非企业(?:单位)?|民非|社会服务机构|志愿者?组织",
    ),
    (
        "capital",
        "社会资本",
        r"社会资本|社会资金|民间资本|金融资本|境外资本|社会力量|(?:私募|各类)?股权投资|天使投资",
    ),
    (
        "thing",
        "项目、产品或平台",
        r"项目|产品|装备|平台|实验室|技术中心|工程(?:技术)?(?:研究)?中心|研究中心|协同创新中心|创新中心|中试基地|工作站|工作室|基地|载体|支出|费用|集群|试点|专利|成果|课题|园$|学科|专业|作品|设备|软件产品",
    ),
    (
        "any",
        "各类主体",
        r"主体|(?<!事业)(?<!研究)单位|企事业单位|机构|纳税人|社会各界",
    ),
    (
        TRADER,
        "个体工商户",
        r"个体(?:工商)?户|个体工商业者?|个体经营|个体老板|做个体|个体(?=$|[，。])",
    ),
    (
        ENTERPRISE,
        "企业",
        r"企业|公司|工厂|厂(?:子|家|商)?|龙头|集团|商户|门店|市场主体|作坊|店|内外资企业|民企|国企|央企|外企|[酒药车煤钢房农矿茶电纺建]企(?!业)|高企|小巨人|(?<=[一-鿿]{2})矿(?=$|[，。])|合资|私企|制造业|链主",
    ),
)
KIND_NAMES = {kind: name for kind, name, _ in _KINDS}
_KIND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, _, pattern in _KINDS))

LARGE, MEDIUM, SMALL, MICRO = "大型", "中型", "小型", "微型"
ALL_SIZES = frozenset((LARGE, MEDIUM, SMALL, MICRO))
NOT_LARGE = frozenset((MEDIUM, SMALL, MICRO))
_SIZES = (
    (re.compile(r"中小微(?:型)?"), NOT_LARGE),
    (re.compile(r"大中小(?:微)?(?:型)?"), ALL_SIZES),
    (re.compile(r"大中型"), frozenset((LARGE, MEDIUM))),
    (re.compile(r"小微(?:型)?"), frozenset((SMALL, MICRO))),
    (re.compile(r"中小(?:型)?(?=企业|科技|民营|公司|厂|$|[^学])"), NOT_LARGE),
    (
        re.compile(
            r"大型(?=[^装设科仪活工]|$|[装设科工][^，。、的]{1,6}(?:企业|公司|厂|集团|国企)(?:$|[，。、的]))|大(?=企业|公司|厂|集团)|特大型|世界500强|中国500强"
        ),
        frozenset((LARGE,)),
    ),
    (re.compile(r"中型"), frozenset((MEDIUM,))),
    (re.compile(r"小(?=企业)"), frozenset((SMALL, MICRO))),
    (re.compile(r"小型(?!研发)"), frozenset((SMALL,))),
    (re.compile(r"微型(?!课)|微企"), frozenset((MICRO,))),
)
PRIVATE, STATE, FOREIGN = "民营", "国有", "外资"
_OWNERS = (
    (re.compile(r"民营|私营|民办|民企|私企|私人|家族企业|个体(?:工商)?户"), PRIVATE),
    (
        re.compile(
            r"国有(?!土地)|国企|央企|国资|国有控股|国营|公办|公立|[省市县]属|(?:政府|(?:人社|科技|工信|教育|农业农村|商务|发改)[局委]|管委会|街道)(?:主|开|创|兴)?办的"
        ),
        STATE,
    ),
    (re.compile(r"村集体|集体(?:所有|企业|经济|办)"), "集体"),
    (
        re.compile(
            r"外资|外企|外商独?资?|中外合资|港资|台资|港澳台资|[德日韩美英法]资(?=$|[企公工厂，。、的独控])|(?:港|台)商独?资?"
        ),
        FOREIGN,
    ),
)
_BOTH = re.compile(r"内外资|各类所有制")


@dataclass(frozen=True, slots=True)
class StatusName:
    """A certification or class of enterprises."""

    name: str
    pattern: re.Pattern[str]
    implies: frozenset[str]
    """Names of statuses, and 中小微."""
    proof: str | None
    """What shows it, as the assistant's own hint."""


@cache
def statuses() -> tuple[StatusName, ...]:
    """All rows of assistant/lexicon/statuses.tsv."""
    found = []
    for name, aliases, implied, proof in read_rows("statuses.tsv"):
        names = [name, *(() if aliases == "—" else aliases.split("、"))]
        pattern = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
        found.append(
            StatusName(
                name,
                re.compile(pattern.replace("“", '[“"]?').replace("”", '[”"]?')),
                frozenset(() if implied == "—" else implied.split("、")),
                None if proof == "—" else proof,
            )
        )
    return tuple(found)


def find_statuses(text: str) -> dict[str, tuple[int, int]]:
    """Names of the statuses that a text mentions, each with its span; the longest mention wins."""
    spans: list[tuple[int, int, str]] = []
    for status in statuses():
        spans += [(*match.span(), status.name) for match in status.pattern.finditer(text)]
    taken: dict[str, tuple[int, int]] = {}
    for start, end, name in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if not any(start < e and s < end for s, e in taken.values()):
            taken[name] = (start, end)
    return taken


def status_named(name: str) -> StatusName | None:
    """A status by its name."""
    return next((status for status in statuses() if status.name == name), None)


def find_sizes(text: str) -> tuple[frozenset[str], list[tuple[int, int]]]:
    """The sizes that a text names (any of them) with the spans; empty where it names none."""
    sizes: frozenset[str] = frozenset()
    spans: list[tuple[int, int]] = []
    for pattern, named in _SIZES:
        for match in pattern.finditer(text):
            if not any(match.start() < e and s < match.end() for s, e in spans):
                spans.append(match.span())
                sizes |= named
    return sizes, spans


def find_owners(text: str) -> tuple[frozenset[str], list[tuple[int, int]]]:
    """The kinds of ownership that a text names with the spans."""
    both = _BOTH.search(text)
    if both:
        return frozenset((PRIVATE, STATE, FOREIGN)), [both.span()]
    found = [(owner, m.span()) for pattern, owner in _OWNERS for m in pattern.finditer(text)]
    return frozenset(owner for owner, _ in found), [span for _, span in found]


def find_kinds(text: str) -> list[tuple[str, int, int]]:
    """What sorts of body a text names, from left to right."""
    return [(m.lastgroup or "", m.start(), m.end()) for m in _KIND.finditer(text)]


def find_heads(text: str) -> list[tuple[str, int, int]]:
    """The same without words that only belong to the next: 企业协会 is no enterprise."""
    found = find_kinds(text)
    starts = {start for _, start, _ in found}
    return [each for each in found if each[2] not in starts]


def head_kind(name: str) -> tuple[str, int] | None:
    """What sort of body a name's last word is, and where that word starts."""
    found = find_kinds(name)
    return (found[-1][0], found[-1][1]) if found else None

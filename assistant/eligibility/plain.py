"""Whether a piece says nothing beyond what was read off it: the guard of every 符合.

A vocabulary of warnings (差点, 据说, 的客户, 培育对象 …) has no end, so it is the other way round:
what a piece may hold besides the claim is listed here; any other word makes the claim doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from assistant.eligibility.words import find_owners, find_sizes, find_statuses
from corpus.regions import Region, find_regions, is_within

Span = tuple[int, int]

_MODIFIED = re.compile(
    # What an enterprise makes may stand in the piece that says what it is.
    r"(?:做|从事|生产|主营|经营|研发|制造|加工|销售|主做|专做|专业从事)[^，。的]{2,12}的(?=[^，。的]{0,20}$)"
)
LINE = r"(?:软件|信息技术|信息|互联网|人工智能|大数据|云计算|物联网|智能|数字|科技|技术|电子|半导体|集成电路|芯片|光电|通信|生物|医药|医疗|器械|健康|新材料|材料|化工|新能源|能源|光伏|储能|环保|节能|装备|机械|机床|模具|汽车|零部件|配件|轨道交通|航空|航天|船舶|机器人|仪器|仪表|家电|家具|服装|纺织|食品|饮料|农产品|农业|种业|养殖|种植|建筑|建材|钢铁|冶金|有色|煤炭|矿业|电力|物流|贸易|商贸|批发|零售|电商|文化|创意|设计|传媒|旅游|餐饮|教育|咨询|检测|检验|制造业|制造|生产型|生产|加工|工业|服务业|服务型)"
_LINES = re.compile(
    rf"{LINE}+(?:行业|产业|类|型)?(?=的?(?:企业|公司|厂|店|高新|国家|科技型|专精|规模以上|规上|民营|国有|小|中|大型|微))"
)
_LISTED = frozenset(
    ("科技型中小企业", "增值税一般纳税人", "小规模纳税人", "规模以上企业", "规模以上工业企业")
)
_LISTING = re.compile(r"评价|入库|登记|编号|备案")
"""What makes these is being listed; of a 高新技术企业 入库 is only said of who is still to become one."""
_ANOTHER = re.compile(
    r"[来有]过|有[^，。]{0,2}[一二两几\d](?:[家所]|个(?![^，。]{0,14}(?:项目|团队|专利|产品)(?:$|[，。]|正?在)))"
)
"""有一家高新技术企业 is somebody else."""
_LINE_RUN = re.compile(f"{LINE}+")
_ITSELF = re.compile(
    r"我们的?(?:公司|企业|厂|单位|店|家)?|我司|我的?(?:公司|厂|店)|本(?:公司|企业|单位|厂|店|人)|咱们?的?(?:公司|厂|店|家)?|我(?=是|在|有)|本身|自己"
)
_HARMLESS = re.compile(
    r"一[家个名所间]|[这那]是?家?|公司|企业|单位|厂子?|店|商户|市场主体|有限|股份|责任|是|系|属于|属|作为|为|拥有|具有|具备|持有|有|获评|获得|获|取得|拿到|拿了|拿下|评上|评为|评定为?|入选|列入|成为了|成为|成了|通过|完成|已经?|刚刚?|统计|被(?=评|认定|授予|列|确定|选)|授予|都|也|又|还是|还|且|并|就是|而且|目前|现在|现|今年|去年|上年度?|本年度?|上个?月|本月|年初|年底|的|了|过|地|某|哈+|啊|呀|啦|嘞|喽|呗|哦|哟|您好|你好|大家好"
    r"|证书|资质|资格|称号|认证书|牌子|级别|类型|类|型|编号|一次|成功|正式|顺利|如期|正规|专业|在册|在岗"
    r"|[、，,;；:：“”\"'()（）【】\[\]·．.。~\-—/√✓✔\s]"
)
_CERTIFYING = re.compile(r"认定|评定|评审|备案|公告|公布")
"""What somebody else does: only with a word that says it was done."""
_CERTIFIED = re.compile(
    r"(?:通过|获得?了?|取得了?|拿到了?|完成了?|被|已经?|刚|新)[^，。]{0,24}(?:认定|评定|备案)|(?:认定|评定|备案|公告)(?:为|成|成功|通过|完成|了)|首次(?:认定|被认定)"
)
_RIGHT_BEFORE = re.compile(r"(?:首次)?(?:在|于|纳入|登记为)$")
"""Harmless right before a status: 首次在|科创板上市."""
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})年?度?(?:\d{1,2}月)?(?:\d{1,2}[日号])?")


def leftover(
    text: str,
    explained: Iterable[Span] = (),
    year: int | None = None,
    about: Container[str] | None = None,
    home: Region | None = None,
    back: int = 1,
) -> str:
    """What of a piece is neither explained nor harmless; empty where the piece is plain.

    `explained`: spans of the claim itself. `year`: the present one; only the `back` years before it
    are harmless, None leaves every year standing. `about`: the statuses that the claim is about;
    None means any. `home`: where the asker is; other regions are not harmless then.
    """
    spans = [*explained]
    named = find_statuses(text)
    claim = [*spans, *named.values()]
    spans += [span for name, span in named.items() if about is None or name in about]
    spans += [
        (m.start, m.end)
        for m in find_regions(text)
        if home is None or is_within(home, m.region) or is_within(m.region, home)
    ]
    spans += find_sizes(text)[1]
    spans += find_owners(text)[1]
    if year is not None:
        spans += [m.span() for m in _YEAR.finditer(text) if year - back <= int(m["year"]) <= year]
    for pattern in (_MODIFIED, _LINES, _ITSELF):
        spans += [
            m.span()
            for m in pattern.finditer(text)
            if not any(m.start() < end and start < m.end() for start, end in claim)
        ]
    lines = [m.span() for m in _LINE_RUN.finditer(text)]
    starts = {start for start, _ in named.values()}
    spans += [span for span in lines if span[1] in starts]
    if named.keys() & _LISTED:
        spans += [m.span() for m in _LISTING.finditer(text)]
    if _ANOTHER.search(text):
        return text
    for start in starts:
        before = _RIGHT_BEFORE.search(text, 0, start)
        spans += [before.span()] if before else []
    if _CERTIFIED.search(text):
        spans += [m.span() for m in _CERTIFYING.finditer(text)]
        spans += [m.span() for m in re.finditer("被|首次|再次|新近|顺利", text)]
    return _HARMLESS.sub("", masked(text, spans)).replace("\0", "").strip()


def is_line(word: str) -> bool:
    """Whether a word names a line of business: 软件, 制造."""
    return re.fullmatch(LINE, word) is not None


def masked(text: str, spans: Iterable[Span]) -> str:
    """The text with NUL for every character that stands in a span."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "\0" * (end - start)
    return "".join(letters)

"""The words around a figure: comparators, verbs that set it, and how an indicator is cut out."""

from __future__ import annotations

import re

from corpus.regions import region_named

_PRE = r"(?:争取|力争|力求|确保|努力|要|应|将|已经|已|均|各|分别|共计|合计|总计|累计|提前|率先|预计|预期|一般|原则上|基本|全部|全面|仍|就|也|再|仅)*"
_MAIN = (
    r"(?:达到|达|突破|超过|超出|超|优于|好于|快于|不低于|不少于|不小于|不超过|不高于|不大于|不到|不足|不多于|至少|高于|低于|多于"
    r"|控制在|稳定在|保持在|维持在|保持|年均增速(?:达到|为|保持)?|年均增长|年均|同比增长|同比下降|增长率|增速|(?:提高|提升|增加|增长|扩大|下降|降低|减少|缩短|压缩|上升|压减|削减|提速|递增)(?:到|至|了|为)?"
    r"|增至|降至|升至|减至|降到|升到|实现|为|占|约为|约占|约|近|累计|争取|新增|净增|共|仅|有|翻|在|共计|合计|总计|相差)"
)
_POST = r"(?:(?:全[国省市县球]|世界)(?:总数|总量|总额|总产值|平均水平|水平)?的?|当年总量的?|总[数量额]的?|约|近|到|至|为|了|过)*"
COMPARATOR = re.compile(rf"(?P<printed>{_PRE}(?:{_MAIN}{_POST}){{1,3}})$")
BUILD = (
    "认定命名|认定推进|培育认定|认定|新建成|建成|建设支持|布局建设|规划布局建设|新建|改扩建|改建|筹建|立项筹建|共建|组建|创建|建立|构建|建设|设立|成立|搭建|打造|形成|布局新建|布局|培育|培养|培训|引进|引育|遴选|选派|选聘|选拔|招引|招募"
    "|引入|吸引|集聚|聚集|新增|净增|新登记|新开工|开工|实施|开展|推广应用|推广|转化|突破|攻克|攻关|研发|制定|制修订|修订|出台|发布|推出|完成|实现|落地|签约|申报|争创|争取|获批|获得|荣获|命名|挂牌|上市|推动|改造|更新改造|更新|整治|修复"
    "|凝练|产出|取得|评选|评定|扶持|扩大|创办|孵化|转移转化|转移|入库|储备|提供|增加|招收|招聘|资助|奖励|滚动实施|承担或参与|承担|参与|支持|举办|组织|安排|投入|撤|办理|开通|推送|发放|兑付|面向|选树|表彰|发动|动员|培养产生|选拔产生|配备|整治|治理|关停|淘汰|解决|引培|轮训|研修|撤、并或黄牌警告|起草|签署|部署|受理|确定|选育|新认证|新改建"
)
_CHOICE = "评选|选拔|遴选|选树|培养|培训|扶持|资助|支持|鼓励|奖励|组织"
"""Verbs that pair with another: 选拔资助, 组织和发动."""
VERB_END = re.compile(
    rf"(?:^|[，、\x00]|.*?)(?P<verb>(?:(?:{_CHOICE})[和及、并]?){{0,2}}新?(?:{BUILD})(?:了|起|出|有)?)$"
)
_OPENING = r"力争|争取|确保|努力|计划|预计|已经|已|再|并|每年|年均|全年|累计|合计|共|现|目前|正在|均|都|但|而|且|要|将|可|拟|同口径|按可比(?:口径|价格)|[一二三四五六七八九十]是|分(?:\d{1,2}|[两一二三四五六七八九十])批|[在到]?\x01+"
_MANNER = "全面|重点|积极|加快|大力|成功|分批|逐步|持续|继续|先后|集中|主动|全力|率先"
VERB_START = re.compile(
    rf"(?:{_OPENING}|{_MANNER})*(?:拥有|共有|现有|建有|设有|突破|培育|评选表彰|评选|选拔|培养|轮训|引育|引培|筹建|招录|招收|招聘|招募|招引|整治|关停|淘汰|解决|扶持|资助|建成|建设|引进|引入|新增|净增|认定|打造|形成|实现|组建|新建|创建|新创办|新签约|新登记"
    r"|新认定|新培育|新组建|新认证|新改建|新开工|完成|选派|选聘|选树|推送|培训|安排|发放|提供|设立|建立|布局|遴选|储备|入库|获批|获得|取得|转化|推广|孵化|集聚|吸引|签约|新开通|发布|制定|成立|筛选纳入|纳入|筛选|受理|申报|举办|推动|改造提升|更新改造|改造(?!提升)|修复|实施|开展|办理|办结|出台|开通|推介|推出)(?:[、和及]?(?:新建|改扩建|改建|扩建|改造|提升|培育|认定|建成|(?:资助|评定|表彰|扶持|引进|培养|选拔)(?!基地|中心|平台|机构|项目|对象)))*"
    r"(?:了|出|有|起)?(?!业|率|量|额|数(?![字据智])|值|度|时限|时间|任务|情况|面积|规模|用地|人数|能力|水平|收入|资金总|经费|类|期|型|后|中(?!心|试)|质量|成本|周期|效率|结构|体系|机制|比例|比重|强度)"
    rf"|(?:{_OPENING})+(?=[\u4e00-\u9fff]{{2}})"
)
"""Verbs before an indicator; never the first half of a noun such as 培训人数 or 转化率."""
_FILLER = re.compile(rf"(?:{_OPENING})+")
TRAILING = re.compile(rf"(?:累计|全年|每年|共|已|计划|力争|合计)+(?:{BUILD})$")
"""「企业累计培育200家」: the verb stands between the indicator and the figure."""
FEW = frozenset(
    (
        "支持",
        "面向",
        "组织",
        "推动",
        "安排",
        "提供",
        "投入",
        "发放",
        "资助",
        "奖励",
        "推送",
        "修订",
        "部署",
        "确定",
        "受理",
    )
)
"""Verbs whose object is often what is there already: a target only under 每年 or a deadline."""
_FEW = re.compile(rf"(?:{'|'.join(FEW)}|[和及、并])*")
SUBJECT = re.compile(
    r"^(?P<subject>(?:到时|届时)?(?:全社会|全[国省市县区州]|[我本][省市县区州])(?:每年|年)?"
    r"|(?:[\u4e00-\u9fff]{2,12}?(?:示范区|开发区|高新区|经开区|自贸区|试验区|新区))(?=[\u4e00-\u9fffA-Z])"
    r"|(?:[\u4e00-\u9fff]{2,3}[省市])(?=[\u4e00-\u9fff]{2})(?!.{0,4}(?:实验室|科学家|级)))"
)
_SUBJECT_NO = re.compile(r"^(?:省级|国家级|市级|.*(?:建设|建成|以上|及))")
BASE = re.compile(
    r"(?P<base>(?<!占)(?:比(?![例重率值赛较由从不达为提降])|较(?![大高好低快强多少]))[^，、]{2,14}?|在[^，、]{2,14}?基础上|(?:与|同)全[国省市][^，、]{0,8}|(?:由|从)[^，、]{0,10}\d[^，、]{0,10})$"
)
NOUN_CUT = re.compile(
    r"每(?=[校个家县市镇村所])|提供|发放|给予|签署|实行|予以|分别|共同|进行|参加|报名|前往|用于|入选|获批|获得|荣获|成功|通过|签订|纳入|来[晋运我]|到[省市县]|赴|，|。|；|、(?=\d)|建立|开展|确定|的(?:方式|支持|投入)|并(?=[\u4e00-\u9fff])|实现|达到|实施(?!方案|[、，]|$)|与(?=.{2,20}(?:等|合作|签))|、(?=[稳位]?居|位列|排名|排)|不足|不到|超过|低于|高于"
)


EACH = re.compile(
    r"(?:支持|鼓励|推动|指导)?(?P<whose>每(?![年季月周天日次万百千亩人])[^，。；、：:\d\n]{1,8}?)(?:至少|重点|分别|各)?"
    r"(?P<verb>建设|建立|建成|打造|培育|确定|设立|创建|布局|选派|配备)"
)
"""「每校建设一个重点专业」: so many for each, whoever they are."""
_WHOSE = re.compile(
    r"^[\s\x00\x01]*(?:但|而|在)?(?P<subject>全[省市县区州]|[我本][省市县区州])(?![级委])"
)
_FULL_NAMES = re.compile(r"全国(?:重点|文明|示范|先进|优秀|首|一流|统一|性|五一|技术能手|百强)")
_UNDERWAY = re.compile(r"(?:正在|拟)[\u4e00-\u9fff]{2,4}(?:的|项目$)")
"""「正在推进的合作项目」 are counted, not what 正在 happens to them."""


def few(verb: str) -> bool:
    """Whether a verb, or each of two (支持和资助), is one of FEW."""
    return bool(verb) and _FEW.fullmatch(verb) is not None


def whose(words: str) -> str | None:
    """The region that words open with: 全省, 我市."""
    match = _WHOSE.match(words)
    return match["subject"] if match else None


def underway(words: str) -> bool:
    """Whether words name what is going on, so that 正在 is part of the name."""
    return _UNDERWAY.match(words) is not None


def is_region(subject: str) -> bool:
    """Whether a printed opening names whose figure it is, and is no part of the indicator."""
    if _SUBJECT_NO.match(subject):
        return False
    if len(subject) == 2 or not subject.endswith(("省", "市")) or subject.endswith("各市"):
        return True
    return region_named(subject) is not None


def split_subject(indicator: str) -> tuple[str | None, str]:
    """「全省高新技术企业」 → ("全省", "高新技术企业"); the subject only where it is printed."""
    match = SUBJECT.match(indicator)
    if match and not _FULL_NAMES.match(indicator) and is_region(match["subject"]):
        rest = indicator[match.end() :].lstrip("的，、")
        if len(rest) >= 2:
            return match["subject"], rest
    return None, indicator


def is_opening(words: str) -> bool:
    """Whether words before a figure hold no indicator: 已完成, 目前."""
    return _FILLER.fullmatch(words) is not None or VERB_START.fullmatch(words) is not None


def manner(words: str) -> str:
    """Opening words as they go into a comparator: without times, numbering and 但."""
    return re.sub(r"[在到]?\x01+|^(?:[一二三四五六七八九十]是|但|而|且|并)+|\s", "", words)

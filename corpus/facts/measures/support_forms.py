"""Support that is known by its form, wherever in the sentence it stands.

「为A提供服务」「向A倾斜」「加大对A的支持力度」「赋予A自主权」: the beneficiary behind the verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.facts.measures.beneficiaries import Beneficiary, after_support, opening_name
from corpus.facts.measures.beneficiary_words import WHO, WHO_END, split_name
from corpus.facts.spans import Span

_GIVEN = r"支持|扶持|奖励|奖补|资助|补助|补贴|激励|帮扶"
_SERVICE = r"服务|资金|融资|贷款|信贷|担保|保险|场地|场所|用房|住房|公寓|补贴|设备|设施|咨询|指导|培训|岗位|额度|便利|帮助|优惠|援助|号源"
_QUALITY = r"[^，。；]{0,40}的(?:水平|能力|质量|单位|义务)"
_ROOM = r"渠道|平台|条件|支持|支撑|通道|空间"
"""What is a benefit for somebody named, and no more than a purpose for a field."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of support: its pattern names who (and verb); loose: the name may open who."""

    pattern: re.Pattern[str]
    loose: bool = False
    nameless: bool = False
    """A promise even where the words name nobody: 加强…的奖励力度."""
    reported: bool = False
    """Also said of what stands: a report's 为市场主体搭建平台 still holds."""


_FORMS = (
    Form(
        re.compile(
            rf"(?:加大|加强|提高|强化|增强|提升)[^，。；]{{0,16}}?对(?P<who>[^，。；]{{0,80}}(?:{WHO})等?)(?:的[^，。；的]{{0,24}}?|[^，。；的]{{0,6}}?)"
            rf"(?P<verb>{_GIVEN}|投入)(?:和|、)?(?:培养|服务|投入|扶持|奖励)?力度"
        )
    ),
    Form(
        re.compile(
            r"(?:加大|加强|提高|强化|增强|提升)[^，。；]{0,16}?对(?P<who>[^，。；]{2,80}?)(?:的[^，。；的]{0,24}?)?(?P<verb>奖励|奖补|资助|补助|补贴)力度"
        ),
        loose=True,
        nameless=True,
    ),
    Form(
        re.compile(
            r"(?:加大|加强|提高|强化|增强|提升)[^，。；]{0,16}?对(?P<who>[^，。；]{2,80}?)"
            rf"(?:的[^，。；的]{{0,24}}?|[^，。；的]{{0,6}}?)?(?P<verb>{_GIVEN}|投入)(?:和|、)?(?:培养|服务|投入|扶持|奖励)?力度"
        ),
        loose=True,
    ),
    Form(
        re.compile(
            r"对(?P<who>[^，。；]{2,60}?)(?:持续|继续|进一步|适当)*(?P<verb>加大|加强|提高)[^，。；]{0,10}(?:支持|扶持|服务|奖励|资助|补助|投入|帮扶|倾斜)力度"
        )
    ),
    Form(
        re.compile(
            rf"为(?P<who>[^，。；]{{2,60}}?)(?:免费|无偿|优先|及时|主动|精准)*(?P<verb>提供|搭建)(?=[^。；]{{0,120}}?(?:{_SERVICE}|{_ROOM}))(?!{_QUALITY})"
        ),
        reported=True,
    ),
    Form(
        re.compile(
            rf"为(?P<who>[^，。；]{{2,60}}?)(?:免费|无偿|优先|及时|主动|精准)*(?P<verb>提供)(?=[^。；]{{0,120}}?(?:{_SERVICE}))(?!{_QUALITY})"
        ),
        loose=True,
    ),
    Form(
        re.compile(
            r"向(?P<who>[^，。；]{2,50}?)(?:适当|重点|进行|予以|给予|优先)*(?P<verb>倾斜|免费开放|开放共享|开放)(?!提供|程度|水平|的(?:程度|水平)|的[^，。；]{2,30}(?:清单|目录|名录))"
        )
    ),
    Form(
        re.compile(
            r"^(?P<verb>(?:积极|大力)?(?:鼓励|支持|引导)(?:和|并)?(?:支持|鼓励|推动|撬动)?)[^，。；]{2,40}?(?:资金|资源|要素|资本|人才|力量)[^，。；]{0,10}?"
            r"[向到](?P<who>[^，。；]{2,40}?)(?:集聚|聚集|汇聚|流动|下沉|转移|覆盖)"
        )
    ),
    Form(
        re.compile(
            rf"(?P<verb>赋予)(?P<who>[^，。；]{{0,40}}?(?:{WHO}))(?=更|充分|相应|一定|[^，。；的]{{0,8}}自主)[^，。；]{{0,24}}权"
        )
    ),
    Form(
        re.compile(
            rf"(?P<verb>落实|保障)(?P<who>[^，。；]{{1,40}}?(?:{WHO}))[^，。；]{{0,16}}自主权"
        )
    ),
    Form(
        re.compile(
            rf"国家(?:依法)?(?P<verb>保障|保护)(?P<who>[^，。；]{{0,40}}?(?:{WHO}))(?:依法|平等|公平)+(?=参与|享有|使用|获得|享受|进入|适用)"
        )
    ),
    Form(
        re.compile(
            rf"将[^，。；]{{2,40}}?(?:免费|优先|无偿|低价)?(?P<verb>提供)给(?P<who>[^，。；]{{0,40}}?(?:{WHO}))(?=使用|$|[，,])"
        )
    ),
    Form(
        re.compile(
            r"(?P<verb>解决)(?P<who>[^，。；]{2,40}?)(?=的?(?:资金|融资|住房|入学|就学|上学|入托|落户|用地|用房|就医|安居|社保)[^，。；]{0,8}(?:问题|难题|困难))"
        ),
        loose=True,
        reported=True,
    ),
    Form(
        re.compile(
            r"(?P<verb>设立)(?:[^，。；的]{2,16}的)?(?P<who>[^，。；的]{0,12}?(?:企业|公司|人才|团队|孵化器|众创空间|农户))[^，。；]{0,14}?(?:专项计划|基金|专项资金|资金池)"
        ),
        loose=True,
    ),
    Form(
        re.compile(
            r"(?P<verb>建立|健全|完善|设立|推行)[^，。；]{0,20}?(?P<who>[^，。；、的]{0,8}?(?:企业|农户|银行|机构))[^，。；]{0,12}?"
            r"(?:风险|损失)(?:分担|补偿|代偿)[^，。；]{0,12}(?:机制|资金池|基金|资金|制度)"
        ),
        loose=True,
    ),
    Form(
        re.compile(
            r"(?P<verb>建立|推广|推行|实行|完善|健全|实施)(?P<who>[^，。；、的]{2,20}?)(?=(?:股权|期权|分红)[^，。；]{0,12}激励(?:机制|制度|政策))"
        ),
        reported=True,
    ),
    Form(
        re.compile(
            rf"(?P<verb>建立|实行|落实)(?P<who>[^，。；、的]{{2,16}}?(?:{WHO}))(?=(?:生活|岗位|交通|住房|养老|高龄|特殊|人才)?(?:补贴|津贴|补助)制度)"
        )
    ),
    Form(
        re.compile(
            rf"(?:加强|加大|强化|实现|给予|提供)对(?P<who>[^，。；]{{2,80}}?)的[^，。；的]{{0,10}}?(?P<verb>{_GIVEN}|补偿)(?=[，。；]|$)"
        )
    ),
    Form(
        re.compile(
            rf"以(?P<who>[^，。；]{{2,40}}?)为重点[^。；]{{0,60}}?加大[^，。；]{{0,6}}(?P<verb>{_GIVEN})力度"
        )
    ),
    Form(
        re.compile(
            rf"(?<![针面])对(?P<who>[^，。；]{{0,60}}?(?:{WHO}))(?:应当?|要)(?:按照?规定|依法|主动)?(?P<verb>减收|减免|免收|免费|优先|提供|给予)"
        )
    ),
    Form(
        re.compile(
            rf"(?:应当|应|须)[^，。；]{{0,20}}?(?:为|对|给予|向)(?P<who>[^，。；]{{0,40}}?(?:{WHO}))(?:应当)?(?:按照规定|依法)?"
            r"(?P<verb>优先|提供|减收|减免|免收|免费|给予|发放|预留|专设|设置)"
        )
    ),
    Form(
        re.compile(
            rf"(?P<verb>吸引)(?:和?(?:培养|集聚)|更多|一批|各类|优秀)*(?P<who>[^，。；\d]{{2,40}}?(?:{WHO}))(?=(?:队伍)?(?:来|到(?!位)|回|落户|入驻|投资|在[^，。；]{{1,12}}(?:设立|建立|建设|投资|落户|创办)))"
        )
    ),
    Form(
        re.compile(
            r"(?P<verb>推动)(?P<who>[^，。；、“”]{0,10}?(?:企业|公司))(?=开展|实施|进行|参与|加大|设立|建立|在[^，。；]{2,20}(?:挂牌|上市))"
        )
    ),
    Form(
        re.compile(
            rf"在(?P<who>[^，。；]{{2,20}}?(?:{WHO}))(?P<verb>推广|推行|试行)(?=[^，。；]{{2,24}}(?:模式|机制|制度))"
        )
    ),
    Form(
        re.compile(
            rf"(?P<verb>制定|制订|出台|完善|健全)(?:出台|实施|并|和|落实)*(?:鼓励|支持|扶持|激励|引导)*(?P<who>[^，。；、的]{{0,8}}?(?:{WHO}))[^，。；、的]{{0,12}}(?:扶持|支持|优惠|激励|奖励|补贴|补助)?的?(?<=[持惠励贴助业的])政策"
        )
    ),
)
_DUTY = re.compile(r"[^，。；]{0,40}的[，,](?:应当?|要|须|必须)")
"""「涉及向A开放接口的，要按程序办理」: a case in which somebody must act."""
_FUNDED = re.compile(
    r"(?:(?:设立|安排|发挥|利用|用好|统筹|运用)[^，。；]{2,60}?|(?:带动|撬动|吸引|推动|引导)[^，。；]{0,16}?)(?:基金|资金|资本|专项|贷款)(?:等[^，。；]{0,6}|[，,])?(?:重点|优先|共同|加大)*(?P<verb>支持|扶持|资助|奖励|补助)(?!作用|计划|政策)"
)
"""「设立产业基金支持A发展」: the fund stands before the verb."""
_CARRIED = re.compile(
    rf"(?:加大在[^，。；]{{2,50}}方面的?|加大)(?P<verb>{_GIVEN})力度|(?:实行|实施|推行|做到|采取)[“\"]?(?P<each>一企一策|一人一策|一事一议|一企一档)"
    r"|(?P<match>配套(?:奖励|奖补|补助|补贴|资助))"
)
"""Support of whom the clause, or its heading, spoke last."""


@dataclass(frozen=True, slots=True)
class Support:
    """What a form says: for whom and by which verb; reported as Form's."""

    whom: Beneficiary
    strength: str
    span: Span
    reported: bool


def find_form(piece: str) -> Support | None:
    """The first form that the piece holds, in the order of the list."""
    for form in _FORMS:
        for match in form.pattern.finditer(piece):
            if _DUTY.match(piece, match.end()):
                continue
            whom = _named(match["who"], form)
            if whom is not None:
                return Support(whom, match["verb"], match.span(), form.reported)
    funded = _FUNDED.search(piece)
    if funded:
        behind = after_support(piece, funded.end(), whole=True)
        if behind is not None and behind.name != "其":
            whom = Beneficiary(behind.name, behind.conditions, 0)
            return Support(whom, funded["verb"], funded.span(), True)
    return None


def carried_form(piece: str) -> str | None:
    """The verb of support that names nobody and means whom the clause speaks of."""
    match = _CARRIED.search(piece)
    return match[match.lastgroup] if match and match.lastgroup else None


def _named(words: str, form: Form) -> Beneficiary | None:
    name, conditions = split_name(words)
    if name and WHO_END.search(name) and not name.endswith(("政府", "部门")):
        return Beneficiary(name, conditions, 0)
    opening = opening_name(name or words) if form.loose else None
    if opening or form.nameless:
        return Beneficiary(opening, (), 0)
    return None

"""Whether a figure is a target, is reported as achieved, or is neither: support, a condition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corpus.facts.targets.figure import Figure
from corpus.facts.targets.tense import Setting, planned
from corpus.facts.targets.times import is_term
from corpus.models import Clause

Kind = Literal["target", "progress"]
Period = Literal["annual", "cumulative"]

_FORWARD = re.compile(r"力争|争取|确保|努力|每年|年均|计划|预计|预期|目标")
_DONE = re.compile(
    r"已经|已(?=[\u4e00-\u9fff])|目前|截[至止]|现有|共有|拥有(?![量率])|去年|上年(?!度)|近年来|完成了|荣获|成功"
)
_THERE = re.compile(
    r"目前(?:已|有|拥有|共)|截[至止](?!到)|现有|已有|已经?(?:累计|先后|陆续)?"
    r"(?:建成|建立|建设|达到?|完成|认定|培育|培养|拥有|引进|新增|设立|成立|布局|实施|组建|入库|备案|签约|落地|转化|吸引|[集聚]聚|孵化|获批|选派)"
)
_HELD = re.compile(r"采纳|收到|召开")
"""What went before a text of rules: 召开座谈会6次."""
_SUPPORT = re.compile(
    r"给予|补助|补贴|资助|奖补|贴息|税率|税前|扣除|减按|免征|减征|减缴|退税|即征即退|支持比例|倾斜|工资总量|授信|最高\d|注册资本|罚款|处以|处\d|加收|报销"
)
_GIVES = re.compile(
    r"给予|补助|补贴|奖补|贴息|扣除|减按|免征|减征|授信|罚|处以|报销|最高|注册资本|名额|倾斜|配额"
)
_GRANT = re.compile(
    r"(?:给予|奖励|补助|补贴|资助|奖补|支持)[^，。；]{0,16}?\d[\d.]*\s*[万亿]?元|给予[^，。；]{0,12}(?:奖励|补助|补贴|奖补|资助)"
)
_AS_CASE = re.compile(r"(?:的|后|时|之日起)\s*$")
"""「引进10名以上博士的，给予50万元」: the count is what a payment hangs on."""
_CHOSEN = re.compile(r"遴选|评选|评定|选拔|选聘|选派|资助|扶持|培养|培训|认定|命名|布局|建设")
"""What only those do who set targets, and no one who meets a condition."""
_LEAST = re.compile(r"以上|超过|达|突破|不少于|不低于|至少|满")
_IF = re.compile(
    r"^[\s\x00]*(?:对(?!标|口|接)|凡|若|如(?!期)|当年|新(?=[\u4e00-\u9fff])|首次|每(?![年个家所县市乡村])|经)"
)
_AMOUNT = re.compile(r"(?:[元%％‰倍]|百分点|分之.|/\d)$")
_ALLOWED = re.compile(r"方可|方能|才能|才可|视为|即可|即为|可认定|予以通过|有效")
"""「同意票数达到2/3以上方可通过」 rules what is valid."""
_ROUTINE = re.compile(
    r"每(?:个)?(?:季度|季|月|半年|周|天|日)|会议|例会|会商|检查|督查|督导|巡查|抽查|巡检|演练|调度|述职|汇报|通报|体检|盘点"
)
"""Work that comes back: 每年至少召开2次会议."""
_EVERY = re.compile(r"每个?(?:季度|季|月|半年|周|天|日)")
_TURNS = ("次", "场", "期", "场次")
_OF_WHOM = re.compile(
    r"(?:且|并且?|，)?[^，。]{0,16}?的(?:企业|单位|机构|团队|园区|个人|人员|孵化器|学校|高校|院所|申请人)"
)
"""「占比超过5%且增幅达到10%以上的企业优先支持」"""
_PAST = re.compile(r"[\s\x00]*(?:上一?年度?|近[两三五\d]年)")
_MUST = re.compile(r"必?须|应当")
_CAPS = re.compile(r"不(?:超过|高于|大于|多于|突破)")
_RATE = re.compile(r"^按照?$|^依照$")
_MAYBE_SUPPORT = re.compile(r"奖励|减免|收益|净收入|不超过\d|优惠|出资|分红")
"""Support only where no deadline stands over the figure: 获得国家科技奖励20项 may be a target."""
_NEVER = re.compile(r"权重|分值|得分|评分|名额$")
_FORBIDS = re.compile(r"(?:不得|不应|不能|严禁)$")
_CASE = re.compile(r"^(?:对|凡|对于)(?![外接口标比照])")
"""「对营业收入突破1亿元的企业」: whom a measure is for."""
_GRANTED = re.compile(r"(?:对|向|给|为)[^，]{1,40}?(?:提供|给予|发放|兑现)[^，]{0,16}$")
"""「对7家企业提供授信」: the sum behind it is support, in a report too."""
_CONDITION = re.compile(
    r"符合|条件|申报|申请|参赛|每[个支名位家]?(?:团队|企业|项目|单位)|认定为|应当|应[在有]|须|方可|给予|支持|补助|奖励|的(?:企业|单位|机构|项目|，|,)"
)
_SINCE = ("从", "自")
_ANNUAL = re.compile(r"每年|逐年|全年|(?<![\d上])年度(?!工作|计划)")


@dataclass(frozen=True, slots=True)
class Stand:
    """A figure in its sentence: the deadline over it and the words around it."""

    figure: Figure
    deadline: str | None
    dated: str | None
    """The year that the sentence opens with: 「2020年我市…，其中…」; it dates what is reported."""
    segment: str
    """Printed from the last comma to the end of the figure."""
    behind: str
    """Printed from the end of the figure to the next comma."""
    before: str
    """Printed from the start of the sentence, 40 characters at most, and a little behind."""
    sentence: str

    @property
    def period(self) -> Period | None:
        """Counted by the year (每年, 年均) or altogether (累计), where the words say so."""
        own = f"{self.figure.indicator}{self.figure.comparator or ''}"
        if "累计" in own:
            return "cumulative"
        return "annual" if "年均" in own or _ANNUAL.search(self.segment) else None


def standing(stand: Stand, clause: Clause, setting: Setting) -> Kind | None:
    """Target or progress; None for what is neither."""
    figure = stand.figure
    if figure.level and clause.title and figure.end <= clause.body:
        return None  # a heading in words: what is below it says how much
    if _NEVER.search(figure.indicator) or _FORBIDS.search(figure.indicator):
        return None
    if _CASE.match(figure.indicator) or _RATE.match(figure.indicator):
        return None
    if _ALLOWED.match(stand.behind) or _is_routine(stand):
        return None
    if _is_done(stand, clause, setting):
        granted = (figure.unit or "").endswith("元") and _GRANTED.search(
            stand.segment[: stand.segment.rfind(figure.value)]
        )
        return None if granted else "progress"
    return "target" if _is_set(stand, clause, setting) else None


def _is_done(stand: Stand, clause: Clause, setting: Setting) -> bool:
    if stand.figure.done:
        return True
    tense = setting.tense(clause)
    if tense == "done":
        yearly = (stand.deadline or "").startswith(_SINCE) and "每年" in stand.segment
        return not (yearly or planned(stand.segment))
    if tense == "ahead" or setting.rules:
        there = (_HELD if setting.rules else _THERE).search(stand.segment)
        return bool(there) and not _FORWARD.search(stand.segment)
    if setting.sets_conditions(clause) or _SUPPORT.search(stand.before):
        return False
    return bool(_DONE.search(stand.sentence)) and not _FORWARD.search(stand.sentence)


def _is_set(stand: Stand, clause: Clause, setting: Setting) -> bool:
    figure = stand.figure
    dated = stand.deadline is not None and not stand.deadline.startswith(_SINCE)
    if figure.needs_report or _is_support(stand):
        return False
    if dated and is_term(stand.deadline or ""):
        dated = not (setting.rules or setting.sets_conditions(clause))
    goal = dated or (setting.tense(clause) == "ahead" and not setting.rules)
    if setting.rules and figure.threshold:
        return False
    forward = goal or _FORWARD.search(stand.sentence) is not None
    if (figure.needs_goal or _CAPS.search(figure.comparator or "")) and not goal:
        return False
    if not goal and _names_case(stand):
        return False
    if figure.needs_forward and not forward:
        return False
    if figure.threshold and not goal and _CONDITION.search(stand.sentence):
        return False
    return goal or not (setting.rules or setting.sets_conditions(clause))


def _names_case(stand: Stand) -> bool:
    """Whether a figure only says which firms are meant, or what they must have."""
    left = stand.segment[: stand.segment.rfind(stand.figure.value)]
    return any((_OF_WHOM.match(stand.behind), _PAST.match(left), _MUST.search(left)))


def _is_routine(stand: Stand) -> bool:
    """A standing frequency: 每年至少召开2次会议, 每季度检查1次."""
    unit = stand.figure.unit or ""
    routine = _ROUTINE.search(stand.segment + stand.behind) if unit.endswith("次") else None
    every = _EVERY.search(stand.segment) if unit in _TURNS else None
    return routine is not None or every is not None


def _is_support(stand: Stand) -> bool:
    """Whether a figure says what is paid, or on how many a payment hangs.

    Money and rates are judged by the words around them. A count of people, firms or projects is
    set by the document (选拔资助200名) unless it is given away itself or is the case of a payment.
    """
    near = _SUPPORT.search(stand.before) is not None
    if not near and (stand.deadline is not None or not _MAYBE_SUPPORT.search(stand.before)):
        return False
    figure = stand.figure
    left = stand.segment[: stand.segment.rfind(figure.value)]
    if figure.level or _AMOUNT.search(figure.unit or figure.value) or _GIVES.search(left):
        return True
    if _AS_CASE.search(stand.segment + stand.behind) or _IF.match(left):
        return True
    if not _GRANT.search(stand.sentence):
        return False
    planned_for = stand.deadline is not None or "每年" in left
    if planned_for and not is_term(stand.deadline or "每年"):
        return False
    least = _LEAST.search(figure.comparator or "") is not None
    return not planned_for or (least and not _CHOSEN.search(left))

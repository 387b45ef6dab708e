"""What a document asks beside a Measure's own words → Findings: whom it shuts out, what else applies.

Conditions often stand in another sentence of the clause, or in a clause for the whole document
(第九条 申请专项资金的单位应当具备下列条件). Whoever does not read them calls 符合 what is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.eligibility.conditions import read_condition
from assistant.eligibility.entailment import parts_of
from assistant.eligibility.finding import Aspect, Finding, Question
from assistant.eligibility.kleene import Truth
from assistant.eligibility.profile import Profile
from assistant.eligibility.statements import Mood
from assistant.understanding.concepts import bigrams
from assistant.understanding.normalise import normalise_question
from corpus.models import Measure, ParsedDocument

ONLY_ONE = re.compile(
    r"从高不重复|就高不重复|从优不重复|不(?:得)?重复(?:享受|奖励|补助|资助|支持|申报)|择优享受|就高(?:享受|原则)|不再重复|只能享受[^，。；]{0,8}一[项次种]"
)
"""Of several rewards only one is had: a note, no condition, as long as nothing was received."""
_RECEIVED = re.compile(
    r"(?:已经?|曾经?|之前|以前|去年|前年)[^，。]{0,6}(?:享受|领|拿|获得|得到)[^，。]{0,12}(?:奖|补|资助|支持|政策|资金|优惠)|(?:领|享受|拿|补)过[^，。]{0,8}(?:奖|补|资助|支持|政策|资金|优惠|$)"
)
_EXCLUDES = re.compile(
    r"除外|不在此列|不予(?:支持|资助|奖励|补助|补贴|受理|发放|认定)|不得(?:申报|申请|享受|获得)|不享受|不适用|(?:不包括|不含)"
)
_CORE = re.compile(
    r"^(?:但|对|凡|除|不包括|不含|有|被|已|列入|纳入)+|(?:的)?(?:除外|不在此列|之外|以外|外)$|的?,?(?:一律)?(?:不予|不得|不再|不享受|不适用|不纳入).*$"
)
_BODY = re.compile(r"(?:的)?(?:企业|单位|公司|机构|个人|情形|行为|主体)?(?:的)?$")
_USE = re.compile(r"不得用于|另有规定|挪用|截留|政府|部门|处罚程序")
_DEMANDS = re.compile(
    r"(?:申[请报领]|享受|获得|符合|适用|受|支持对象|扶持对象)[^。；：:]{0,30}?(?:应当?|必须|须|需)(?:同时|全部|均|要)?(?P<what>(?:具备|满足|符合|在|是|为|取得|达到|依法|无|没有|未)[^。；]*)"
    r"|适用于(?!.{0,4}本)(?P<scope>[^。；]*?(?:企业|单位|机构|人才|个人|主体|组织|项目))"
    r"|(?:下列|以下)(?:情形|情况|行为)之一"
    r"|(?:申[请报]|支持|扶持|奖励|认定)(?:条件|范围|对象)[:：](?P<listed>[^。；]*)"
    r"|前提(?:条件)?是(?P<premise>[^。；]*)|仅限(?:于)?(?P<only>[^。；]*)"
)
_FOR_ALL = re.compile(
    r"本(?:办法|措施|若干措施|政策|规定|细则|意见|条款)|专项资金|(?:享受|申[请报领])[^。；]{0,10}(?:政策|资金|奖励|补助|补贴|资助|扶持|支持)"
    r"|情形之一[^。；]{0,8}不予(?:支持|受理|奖励|补|享受)|失信|(?:企业|单位)[^，。；]{0,4}除外"
)
"""What a sentence outside the measure's clause has to speak of to hold for all measures."""
_LIMIT = re.compile(r"[（(](?:仅?限于?|只限)(?!额)(?P<what>[^）)]{2,40})[）)]")
_WAY = re.compile(
    r"(?:通过|经由?|在)(?P<through>[^，,。；]{2,40}?(?:平台|系统|市场|中心|交易所|机构))(?:进行|达成|完成|实现)?(?:交易|成交|登记|备案|认定|评估|评审|鉴定|采购|购买|申报|注册|挂牌)[^，,。；]{0,10}[，,]\s*$",
)
_BY_WAY = re.compile(
    r"(?:我们|公司)?(?:是|都|已经?)*(?:通过|经由?|走的?|用的?|在)(?:的|交易的?|成交的?|买的?)?"
)
_NAMED_ENOUGH = 0.4
"""Share of the pairs of a name that has to be said for it to be meant."""
_TO_END = re.compile(r"[^。；\n]*")
_LISTS = re.compile(r"(?:条件|要求|情形|情况|之一)[^。；]{0,6}[:：]?$")
_NOT_SO = re.compile(
    r"我们|公司|企业|单位|从来|从未|没有?|未|无|不是|不属于|不在|也|被|过|任何|记录|情况|情形|列入|名单|的|了|行为|本|存在|发生"
)
_SENTENCE = re.compile(r"[^。；\n]+[。；]?")
_SHORTEST = 6
_LONGEST = 60


_FARTHEST = 1500
"""Characters of a clause with all below it that still belong to one measure."""


@dataclass(frozen=True, slots=True)
class _Demand:
    """A sentence that asks something of whoever applies, beside all measures."""

    start: int
    end: int
    text: str
    clause: str
    """Marker of its clause."""


class Provisos:
    """The demands of one document, looked for once."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self._parsed = parsed
        self._measures = [(m.start, m.end) for m in parsed.facts.measures]
        self._demands = tuple(self._find())

    def findings(self, measure: Measure, profile: Profile) -> list[Finding]:
        """Exclusions of the Measure, what else its clause asks, and what the document asks of all."""
        found = [*_of_received(measure, profile)]
        for words in measure.exclusions:
            if not ONLY_ONE.search(words) and not _USE.search(words):
                found.append(_of_excluded(words, profile))
        found += self._limits(measure, profile)
        found += self._way(measure, profile)
        clause = self._parsed.clauses[measure.clause]
        end = min(clause.end, clause.start + _FARTHEST)
        for demand in self._demands:
            if any(words in demand.text or demand.text in words for words in measure.exclusions):
                continue
            near = clause.start <= demand.start < end
            found += _of_demand(demand, profile, near)
        return found

    def _limits(self, measure: Measure, profile: Profile) -> Iterator[Finding]:
        """（限制造业企业） in the measure's words or right behind them."""
        behind = _TO_END.match(self._parsed.text, measure.end)
        for limit in _LIMIT.finditer(f"{measure.quote}{behind[0] if behind else ''}"):
            yield from read_condition(limit["what"], profile) or [
                Finding(limit[0], Truth.UNKNOWN, "条款另有限定，须核对", Aspect.VAGUE)
            ]

    def _way(self, measure: Measure, profile: Profile) -> Iterator[Finding]:
        """通过…平台交易成果，对…给予奖补: how it has to be done, right before the measure."""
        start = max(self._parsed.text.rfind(mark, 0, measure.start) for mark in "。；\n") + 1
        way = _WAY.search(self._parsed.text, start, measure.start)
        if way:
            yield _of_way(way["through"], profile)

    def _find(self) -> Iterator[_Demand]:
        text = self._parsed.text
        for match in _SENTENCE.finditer(text):
            start = match.start()
            for measure_start, measure_end in self._measures:
                # What is left of a sentence behind its measures; a measure's own words are judged.
                if start < measure_end and measure_start < match.end():
                    start = max(start, measure_end)
            words = text[start : match.end()].strip("，。；、 \n")
            if len(words) < _SHORTEST or _USE.search(words):
                continue
            if _EXCLUDES.search(words) or _DEMANDS.search(words):
                clause = self._parsed.smallest_clause(start, match.end())
                yield _Demand(start, match.end(), words, clause.marker)


def _of_way(through: str, profile: Profile) -> Finding:
    """Through whom it was done has to be said; who says that it was done otherwise is out."""
    name = normalise_question(through)
    pairs = set(bigrams(name))
    for statement in profile.statements:
        if statement.mood is Mood.ASKED or name[-2:] not in statement.text:
            continue
        named = sum(pair in statement.text for pair in pairs) / len(pairs)
        if named < _NAMED_ENOUGH:
            continue
        why = f"你们说：“{statement.text}”"
        if statement.mood in (Mood.DENIED, Mood.PLANNED):
            return Finding(through, Truth.FALSE, why, Aspect.STATED)
        if statement.mood is Mood.AFFIRMED and _BY_WAY.fullmatch(statement.text.replace(name, "")):
            return Finding(through, Truth.TRUE, why, Aspect.STATED)
    ask = Question(f"way:{name}", f"是不是通过“{through}”办理的？")
    return Finding(through, Truth.UNKNOWN, f"没有说明是否通过“{through}”", Aspect.STATED, ask)


def _of_demand(demand: _Demand, profile: Profile, near: bool) -> list[Finding]:
    words = normalise_question(demand.text)
    asked = _DEMANDS.search(words)
    if _EXCLUDES.search(words) and not asked:
        return [_of_excluded(demand.text, profile)] if near or _FOR_ALL.search(words) else []
    if asked is None or not (near or _FOR_ALL.search(words)):
        return []
    what = next((v for v in asked.groupdict().values() if v), None)
    if what and parts_of(what) and not _LISTS.search(words):
        return read_condition(what, profile) or [_to_check(demand)]
    return [_to_check(demand)]


def _of_received(measure: Measure, profile: Profile) -> Iterator[Finding]:
    """Who has had the like of it already may get nothing where only one is had."""
    only = next((words for words in measure.exclusions if ONLY_ONE.search(words)), None)
    if only is None:
        return
    for statement in profile.statements:
        if statement.mood is not Mood.ASKED and _RECEIVED.search(statement.text):
            why = f"你们说“{statement.text}”，文件写明“{only}”"
            yield Finding(only, Truth.UNKNOWN, why, Aspect.STATED)
            return


def _of_excluded(words: str, profile: Profile) -> Finding:
    """失信企业除外: surely out who says so; in only who plainly denies it."""
    core = _core(words)
    head = _BODY.sub("", core)
    keys = [head[at : at + 2] for at in range(0, max(len(head) - 1, 0), 2)]
    for statement in profile.statements:
        if keys and statement.mood is not Mood.ASKED and all(k in statement.text for k in keys):
            if statement.mood is Mood.DENIED and _plainly_not(head, statement.text):
                return Finding(words, Truth.TRUE, f"你们说：“{statement.text}”", Aspect.STATED)
            truth = Truth.FALSE if statement.mood is Mood.AFFIRMED else Truth.UNKNOWN
            why = f"你们说：“{statement.text}”，条款不包括这种情形"
            return Finding(words, truth, why, Aspect.STATED)
    ask = (
        Question(f"excluded:{core}", f"你们是不是“{core}”？")
        if 2 <= len(core) <= _LONGEST
        else None
    )
    return Finding(words, Truth.UNKNOWN, "没有说明是否属于条款排除的情形", Aspect.STATED, ask)


def _core(words: str) -> str:
    return _CORE.sub("", _CORE.sub("", normalise_question(words).strip("，。；,; ")))


def _plainly_not(head: str, said: str) -> bool:
    rest = _NOT_SO.sub("", said)
    for letter in head:
        rest = rest.replace(letter, "")
    return not rest


def _to_check(demand: _Demand) -> Finding:
    words = demand.text if len(demand.text) <= _LONGEST else f"{demand.text[: _LONGEST - 1]}…"
    where = f"{demand.clause}另有要求" if demand.clause else "文件另有要求"
    return Finding(words, Truth.UNKNOWN, f"{where}，须逐项核对", Aspect.VAGUE)

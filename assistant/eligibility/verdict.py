"""A Measure and a Profile → an Item: the verdict, every condition with its reason, the clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.eligibility.addressed import is_still_meant
from assistant.eligibility.beneficiary import ANY_KIND, SOME_PERSON, read_beneficiary
from assistant.eligibility.conditions import read_condition
from assistant.eligibility.entailment import parts_of
from assistant.eligibility.finding import Aspect, Finding, Question
from assistant.eligibility.kleene import Truth, all_of
from assistant.eligibility.profile import Profile
from assistant.eligibility.promise import is_entitlement, is_share_of_fund, is_tax_of_firms
from assistant.eligibility.provisos import Provisos
from assistant.eligibility.term import read_period, read_validity
from assistant.eligibility.territory import read_region_of
from assistant.eligibility.words import AGENCY, ENTERPRISE, KIND_NAMES, head_kind
from corpus.models import Measure, ParsedDocument
from corpus.validity.standing import Standing


@dataclass(frozen=True, slots=True)
class Before:
    """What a sentence says before a Measure, where the Measure goes on from it."""

    subject: str | None = None
    """Who holds the right: 高校可自主决定…，70%以上可用于奖励…."""
    findings: tuple[Finding, ...] = ()
    """Of the Measure before, where this one names nobody: 对…的企业给予…，并可…."""


NOTHING_BEFORE = Before()


class Verdict(StrEnum):
    """Closed: what an asker is told of a Measure."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    GUIDANCE = "guidance"


VERDICT_NAMES = {
    Verdict.MET: "符合",
    Verdict.UNKNOWN: "待核实",
    Verdict.UNMET: "不符合",
    Verdict.GUIDANCE: "政策导向",
    Verdict.NOT_APPLICABLE: "不适用",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One Measure of the checklist."""

    measure: Measure
    parsed: ParsedDocument
    verdict: Verdict
    findings: tuple[Finding, ...]
    departments: tuple[str, ...] = ()
    """Who answers for the clause, as printed, leaders first."""
    notes: tuple[str, ...] = ()
    """The assistant's own words: fund shares, 从高不重复, standing of the document."""

    @property
    def fits(self) -> bool:
        """Whether anything is known that speaks for it, beyond the region."""
        return any(
            f.truth is Truth.TRUE
            and f.aspect is not Aspect.REGION
            and f.why not in (ANY_KIND, SOME_PERSON)
            for f in self.findings
        )

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is missing and can be asked for."""
        return tuple(f.ask for f in self.findings if f.truth is Truth.UNKNOWN and f.ask)

    @property
    def decided_by(self) -> tuple[Finding, ...]:
        """The findings that the verdict rests on: what fails, else what is missing, else all."""
        for truth in (Truth.FALSE, Truth.UNKNOWN):
            found = tuple(f for f in self.findings if f.truth is truth)
            if found:
                return found
        return self.findings


_FOR_WHOM = (Aspect.KIND, Aspect.REGION, Aspect.VALIDITY)
_LEAD = re.compile(
    r"^(?:凡|对于?|针对|面向|由|将|向|为|对照|按照?|根据|统筹使用|省级安排的|[省市县区]级?财政)|(?:由)?(?:[省市县区]级?|中央|各级)*(?:财政|财政部门|政府)(?:安排的?|给予|予以)?|即$|可$|分别|一次性|最高|专项"
    r"|采取[“\"][^”\"]*[”\"](?:[“\"][^”\"]*[”\"])*的?方式|以[^，]{1,10}方式|大力引进|有关|规定|继续|持续|根据|在据实扣除的基础上|税前|再|重点"
)
_GIVER = re.compile(r"资金|基金|指标|经费|财政|^统筹")
"""What is handed out, or by whom: no condition of the asker's."""
_GIVERS_PART = re.compile(
    r"^(?:加大|强化|加强|优化|完善|落实|推进|健全)|(?:支持|补助|奖励|资助|补贴|贴息|优惠)(?:比例|额度|标准|力度)$"
)
"""What the giver is to do, or what of the support is settled."""
_LASTING = re.compile(r"(?:继续|持续|重点)+$")
_SHORT = re.compile(r".{1,4}的")
"""认定的 says nothing without whom it is said of."""
_NAMED = re.compile(r"(?:认定|评定|备案|授牌|批准|获批|入选|命名)的")
_HERE = re.compile(r"(?:我|本)[省市区县]|全市|市域|本地")
_PUBLIC_HAND = re.compile(r"国家|政府|[省市区县]级?(?:人民政府|财政|有关部门)")
_MANNER = re.compile(r"(?:根据|按照?|依照|依据|采取|采用).*$")
_SHARE = re.compile(r"的?(?:不少于|不低于|不超过)?\d+(?:\.\d+)?%(?:以上|以下|以内)?$")
_WHOLE_GROUP = re.compile(r"^(?:支持|鼓励|引导|扶持|[大重]力支持)")
_CARRIED = re.compile(r"^(?:受益对象承前文|其)：(?P<who>.+)$")
_CHOSEN = re.compile(
    r"择优|评选|遴选|竞争性|酌情|一事一议|名额|可(?:以)?(?:适当)?(?:给予|予以|安排)|适当(?:给予|予以|补助|奖励|补贴|资助)|视[^，。]{0,10}情况|(?:每年|每批|年度)[^，。]{0,6}(?:不超过)?\d+[家个名项]"
)

_PAYS_AS_FIRM = frozenset((ENTERPRISE, AGENCY))
_TILT = re.compile(r"倾斜|重点关注|优先(?:考虑|关注)")
_FIGURE = re.compile(r"\d|[一二三四五六七八九十]成|全部|全额")


def judge_measure(
    measure: Measure,
    parsed: ParsedDocument,
    profile: Profile,
    state: Standing,
    provisos: Provisos,
    before: Before = NOTHING_BEFORE,
) -> Item:
    """The verdict on one Measure; state: how the document stands on the day asked about."""
    findings = [
        *read_region_of(measure, parsed, profile),
        *_of_whom(measure, profile, before.subject),
        *_of_taxpayer(measure, profile),
        *_of_conditions(measure, parsed, profile),
        *before.findings,
        *read_validity(state, parsed),
    ]
    findings = _once(findings)
    if is_entitlement(measure):
        findings += [*_of_choice(measure), *read_period(measure, parsed, profile)]
        findings = _once([*findings, *provisos.findings(measure, profile)])
    else:
        findings = [f for f in findings if not _let_through(measure, parsed, f, profile)]
    if is_entitlement(measure) and all(_holds_for_all(f) for f in findings):
        why = "条款没有写明具体条件，以主管部门的规定为准"
        findings.append(Finding("申请条件", Truth.UNKNOWN, why, Aspect.VAGUE))
    verdict = _verdict(findings, is_entitlement(measure))
    notes = (
        ("条款规定的是资金安排的方向或比例，个案能否获得、数额多少由主管部门确定。",)
        if (is_share_of_fund(measure) and verdict in (Verdict.MET, Verdict.UNKNOWN))
        else ()
    )
    return Item(measure, parsed, verdict, tuple(findings), notes=notes)


def _holds_for_all(finding: Finding) -> bool:
    """Whether a finding says no more than that the asker is some enterprise in the region."""
    if finding.aspect is Aspect.REGION:
        return finding.truth is Truth.TRUE
    plain = finding.text in (
        "企业",
        "公司",
        "单位",
        "内外资企业",
        "市场主体",
        "各类企业",
        "广大企业",
    )
    return finding.aspect is Aspect.KIND and finding.truth is Truth.TRUE and plain


def _verdict(findings: Sequence[Finding], entitlement: bool) -> Verdict:
    whose = [f for f in findings if f.aspect in _FOR_WHOM]
    if any(f.truth is Truth.FALSE for f in whose):
        return Verdict.NOT_APPLICABLE
    truth = all_of(f.truth for f in findings)
    open_still = [f for f in findings if f.truth is Truth.UNKNOWN]
    if truth is Truth.UNKNOWN and all(_TILT.fullmatch(f.text) for f in open_still):
        # Nothing is left to be checked, and nothing certain is promised.
        return Verdict.GUIDANCE
    if not entitlement:
        # What is only wished for is for nobody whom its own words leave out.
        return Verdict.NOT_APPLICABLE if truth is Truth.FALSE else Verdict.GUIDANCE
    return Verdict(truth.value)


def _let_through(
    measure: Measure, parsed: ParsedDocument, finding: Finding, profile: Profile
) -> bool:
    return finding.truth is Truth.FALSE and is_still_meant(measure, parsed, finding, profile)


def _of_whom(measure: Measure, profile: Profile, before: str | None) -> list[Finding]:
    name = measure.beneficiary
    carried = next((m["who"] for n in measure.notes if (m := _CARRIED.match(n))), None)
    if name in (None, "其") and carried:
        name = carried
    own = read_beneficiary(name, profile)
    if (name and name.startswith("其")) or (carried and not (measure.conditions or measure.amount)):
        own.append(Finding("支持对象", Truth.UNKNOWN, "条款没有写明具体的对象和条件", Aspect.VAGUE))
    if before is None or before == name:
        return own
    # The sentence's subject holds the right to reward persons; they are meant as well.
    head = head_kind(name or "")
    rewarded = head is not None and head[0] in ("person", "team", "thing")
    held = all(f.truth is Truth.TRUE for f in own)
    return read_beneficiary(before, profile) if rewarded and not held else own


def _of_taxpayer(measure: Measure, profile: Profile) -> list[Finding]:
    if (
        not is_tax_of_firms(measure)
        or not profile.kinds
        or profile.taxpayer
        or profile.kinds & _PAYS_AS_FIRM
    ):
        return []
    own = "、".join(sorted(KIND_NAMES[k] for k in profile.kinds))
    why = f"这是企业的税收优惠，你们是{own}"
    return [Finding("企业税收", Truth.FALSE, why, Aspect.KIND)]


def _conditions(measure: Measure) -> list[tuple[str, str]]:
    """The conditions, and what else stands before the promise: as printed, and what is tested of it.

    企业引才所需费用可全额列入经营成本: without such costs there is nothing to deduct.
    """
    conditions = [(words, words) for words in measure.conditions]
    if not is_entitlement(measure):
        return conditions
    at = _promise_at(measure)
    lead = measure.quote[:at]
    for known in (*measure.conditions, measure.beneficiary or ""):
        lead = lead.replace(known, "，")
    for piece in re.split(r"[，,：:]", lead):
        if _GIVER.search(piece) or _PUBLIC_HAND.match(piece) or _GIVERS_PART.search(piece):
            continue
        if _WHOLE_GROUP.match(piece) and measure.quote.startswith(piece):
            continue  # 支持众创空间…: the verb of the measure itself
        rest = _LEAD.sub("", _LEAD.sub("", _MANNER.sub("", piece).strip("的了并和及、 ")))
        rest = _SHARE.sub("", rest)
        if len("".join(parts_of(rest))) < 3:
            continue
        conditions.append((_LASTING.sub("", piece.strip("的、 ")), rest))
    return conditions


def _of_conditions(measure: Measure, parsed: ParsedDocument, profile: Profile) -> list[Finding]:
    conditions = _conditions(measure)
    whom = measure.beneficiary or ""
    about = " ".join((whom, *(tested for _, tested in conditions)))
    return [
        finding
        for printed, tested in conditions
        for finding in read_condition(
            _HERE.sub(parsed.document.region or r"\g<0>", tested)
            + (whom if _NAMED.fullmatch(tested) else ""),
            profile,
            about,
            f"{printed}{whom}" if _SHORT.fullmatch(printed) else printed,
        )
    ]


def _promise_at(measure: Measure) -> int:
    strength = measure.strength or ""
    at = measure.quote.find(strength) if strength else -1
    if at < 0:
        at = measure.quote.find(measure.benefit)
    return max(at, 0)


def _of_choice(measure: Measure) -> list[Finding]:
    """Where the giver chooses among those who qualify, nobody knows beforehand."""
    found = _CHOSEN.search(measure.quote)
    tilt = _TILT.search(measure.quote)
    if tilt and not _FIGURE.search(measure.quote):
        why = "条款只写明倾斜的方向，没有写明标准或比例"
        return [Finding(tilt[0], Truth.UNKNOWN, why, Aspect.VAGUE)]
    if not found:
        return []
    why = "由主管部门择优、评选或酌情确定，不是符合条件就能获得"
    return [Finding(found[0], Truth.UNKNOWN, why, Aspect.VAGUE)]


def _once(findings: Sequence[Finding]) -> list[Finding]:
    seen: dict[tuple[str, Aspect], Finding] = {}
    for finding in findings:
        seen.setdefault((finding.text, finding.aspect), finding)
    return list(seen.values())

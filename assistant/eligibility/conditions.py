"""A condition in a document's words → Findings: by known attributes, by figures, by what was said."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.eligibility.entailment import borne_out, parts_of
from assistant.eligibility.figures import AGE, INDICATORS
from assistant.eligibility.finding import Aspect, Finding, Question
from assistant.eligibility.kleene import Truth, all_of
from assistant.eligibility.profile import Profile
from assistant.eligibility.ranges import Range
from assistant.eligibility.statements import Statement
from assistant.eligibility.thresholds import find_thresholds, reaches
from assistant.eligibility.words import (
    LARGE,
    find_owners,
    find_sizes,
    find_statuses,
    status_named,
)
from assistant.understanding.normalise import normalise_question

_MANNER = re.compile(
    r"^(?:(?:试点)?(?:开展)?按照?|根据|依据|采取|采用|通过.{0,8}方式|由|在.{2,20}(?:方面|基础上|范围内|时)$|每[^，。]{1,8}$|以.{1,12}方式)"
)
"""How it is given, not to whom."""
_VAGUE = re.compile(
    r"(?:符合|满足|达到|具备)(?:一定|相关|有关|规定|相应|下列|以下|上述|申报|支持|认定|入库)*(?:的)?(?:条件|要求|标准|规定|程序)+(?:、(?:条件|要求|标准|程序))*|符合规定|有条件|条件成熟|有一定(?:条件|基础|规模)"
    r"|有基础|(?:市场)?(?:发展)?前景(?:广阔|良好|好)|(?:国家)?需要重点(?:扶持|支持)|有(?:梦想|意愿|能力|成果|潜力)|潜力大?|成长性(?:好|强|高)|高成长性?|(?:规模)?优势(?:明显|突出)|急需紧?缺?|紧缺"
    r"|具[备有][^，。]{2,14}(?:能力|实力|优势|潜力)|(?:水平|实力|能力)[^，。]{0,10}(?:高|强|领先|居[^，。]{1,8})|结合紧密|(?:成效|效果|贡献|业绩)(?:显著|突出|明显|好)|(?:重大|突出|重要)(?:贡献|影响)"
    r"|优秀|优质|优势|重点|重要|先进(?!技术|制造)|一流|领先|龙头带动|示范(?:带动)?作用(?:强|明显)?|确有|特别|信用(?:良好|好)|经营(?:状况)?良好|管理规范|试点"
)
_PILOT = re.compile(r"试点")
_REST = re.compile(r"[的等且并和、，者其]|各类|一批|以上|以下|部分|企业|公司|单位")
_ASIDE = re.compile(r"^(?:凡|对于?|针对|面向|经|在(?!.{2,}中)|且|并|并且|同时|须|应当?|必须|但)")
_ACT = re.compile(
    r"销售|购买|购置|采购|引进|生产|出口|租用|使用|参加|建设|承担|通过|从事|加强|提供|取得|获得"
)
_CLASS = re.compile(r"(?:首次|新|已)?(?:认定|获批|评定|获评|备案|入选|纳入)的?(?=.{2})(?!为|后)")
_CERTIFIED = "（已认定、评价或登记）"
_OF_TREATMENT = re.compile(r"计入当期损益|形成无形资产")
_TO_EXPENSE = re.compile(r"费用化|损益")
_TO_ASSET = re.compile(r"资本化|(?<![没未])(?<!没有)形成了?无形资产")
_PARTLY = re.compile(
    r"(?:半|部分|有些|有的|一些|[一二三四五六七八九\d]成)[^，]{0,4}(?:没有?|未)形成"
)
"""有一半没形成无形资产: the rest has."""
_LISTED = re.compile(r"认定|证书|登记|公告|名录")
_NOUN = re.compile(r"(?:企业|公司|机构|中心|纳税人)$")
_OR = re.compile(r"或者|或(?!许)")
_LIKELIEST = {Truth.TRUE: 0, Truth.UNKNOWN: 1, Truth.FALSE: 2}
_THING = re.compile(
    r"(?:项目|团队|平台|基地|中心|费用?|支出|收入|收益|成果|专利|产品|设备|证书|资质)$"
)


def read_condition(
    condition: str, profile: Profile, about: str = "", shown: str | None = None
) -> list[Finding]:
    """What becomes of a condition; empty where the words are none (按成交额的一定比例).

    Each known attribute in it is one Finding, what is left of it another one; of whole alternatives
    (营业收入5000万元以上或员工100人以上) the likeliest counts. `about`: all that the
    Measure says of those it is for, as printed; `shown`: the words to quote to the asker.
    """
    printed = (shown or condition).strip("，。；、 \n")
    text = normalise_question(condition.strip("，。；、 \n"))
    if _MANNER.match(text) and not _PILOT.match(text):
        return []
    options = _OR.split(text)
    if len(options) > 1 and all(find_thresholds(o) or find_statuses(o) for o in options):
        read = [_read(o, o, profile, about) for o in options]
        return min(read, key=lambda found: _LIKELIEST[all_of(f.truth for f in found)])
    return _read(printed, text, profile, about)


def _read(printed: str, text: str, profile: Profile, about: str) -> list[Finding]:
    findings, rest = known_attributes(text, profile)
    vague = _VAGUE.search(rest)
    if vague:
        findings.append(_up_to_authority(printed))
        rest = _VAGUE.sub(" ", rest)
    rest = _ASIDE.sub("", _REST.sub(" ", rest).strip()).strip()
    if _PILOT.match(text) or (findings and not parts_of(rest)):
        return findings
    if not parts_of(rest):
        return findings or [_up_to_authority(printed)]
    tied = find_statuses(text)
    statements = [s for s in profile.statements if not tied or tied.keys() & _spoken_of(s)]
    known = f"{text} {normalise_question(about)}"
    tested = text if not findings else rest
    findings.append(_stated(printed, tested, replace(profile, statements=tuple(statements)), known))
    return findings


def _spoken_of(statement: Statement) -> set[str]:
    """The statuses that a statement names, with what they imply."""
    named = set(find_statuses(statement.text))
    for name in tuple(named):
        status = status_named(name)
        named |= status.implies if status else set()
    return named


def known_attributes(text: str, profile: Profile) -> tuple[list[Finding], str]:
    """Findings for statuses, size, ownership and figures that a text names, and the text without them."""
    findings: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for threshold in find_thresholds(text):
        value = profile.figures.get(threshold.indicator)
        truth = reaches(threshold, value)
        words = text[threshold.start : threshold.end]
        said = None if value is None else _figure(threshold.indicator, value, threshold.unit)
        if truth is Truth.UNKNOWN and value is not None and threshold.more:
            # 首次突破1亿元: the figure does not break the bound; the rest has to be said.
            rest = words[_name_end(threshold.indicator, words) :]
            borne = borne_out(rest, profile, text)
            plain = reaches(replace(threshold, more=False), value) is Truth.TRUE
            truth = Truth.TRUE if plain and borne.truth is Truth.TRUE else truth
        findings.append(_of_figure(words, threshold.indicator, truth, said))
        taken.append((threshold.start, threshold.end))
    for name, span in find_statuses(text).items():
        if not _overlaps(span, taken):
            findings.append(_of_status(name, text[slice(*span)], profile))
            taken.append(span)
    sizes, spans = find_sizes(text)
    spans = [span for span in spans if not _within(span, taken)]
    if spans:
        findings.append(_of_size(text[slice(*spans[0])], sizes, profile))
        taken += spans
    owners, spans = find_owners(text)
    spans = [span for span in spans if not _overlaps(span, taken)]
    if spans:
        findings.append(_of_owner(text[slice(*spans[0])], owners, profile))
        taken += spans
    letters = list(text)
    for start, end in taken:
        letters[start:end] = " " * (end - start)
    return findings, "".join(letters)


def _of_status(name: str, words: str, profile: Profile) -> Finding:
    status = status_named(name)
    proof = status.proof if status else None
    held = profile.statuses.get(name)
    tax = "纳税人" in name
    if held is None and tax and profile.taxpayer and profile.taxpayer != name:
        held = False
    if held is None and status and "中小微" in status.implies and profile.sizes == {LARGE}:
        return Finding(words, Truth.FALSE, f"你们说明了规模是大型，不会是{name}", Aspect.SIZE)
    aspect = Aspect.TAXPAYER if tax else Aspect.STATUS
    if held is None:
        asked = (
            "你们是增值税一般纳税人还是小规模纳税人？"
            if tax
            else f"你们是不是{_called(name)}{_CERTIFIED if _LISTED.search(proof or '') else ''}？"
        )
        key = "taxpayer" if tax else f"status:{name}"
        doubt = profile.doubts.get(name)
        why = (
            f"你们说“{doubt}”，还不能确定是不是{_called(name)}"
            if doubt
            else f"没有说明是不是{_called(name)}"
        )
        return Finding(words, Truth.UNKNOWN, why, aspect, Question(key, asked), proof)
    if held:
        return Finding(words, Truth.TRUE, f"你们说明了是{name}", aspect, None, proof)
    said = profile.taxpayer if tax and profile.taxpayer else f"还不是{name}"
    return Finding(
        words, Truth.FALSE, f"你们说明了{'是' if tax and profile.taxpayer else ''}{said}", aspect
    )


def _called(name: str) -> str:
    return name if _NOUN.search(name) else f"{name}企业"


def _of_size(words: str, sizes: frozenset[str], profile: Profile) -> Finding:
    if not profile.sizes:
        truth, why = Truth.UNKNOWN, "没有说明企业规模（大型、中型、小型或微型）"
    else:
        own = "或".join(s for s in ("大型", "中型", "小型", "微型") if s in profile.sizes)
        why = f"你们说明了规模是{own}"
        if profile.sizes <= sizes:
            truth = Truth.TRUE
        elif profile.sizes & sizes:
            truth, why = Truth.UNKNOWN, f"{why}，还要说明是哪一种"
        else:
            truth = Truth.FALSE
    ask = Question("size", "按统计上的划型，你们是大型、中型、小型还是微型企业？")
    return Finding(
        words,
        truth,
        why,
        Aspect.SIZE,
        ask if truth is Truth.UNKNOWN else None,
        "企业规模类型声明或统计划型材料",
    )


def _of_owner(words: str, owners: frozenset[str], profile: Profile) -> Finding:
    if not profile.ownership:
        ask = Question("ownership", "你们是民营、国有还是外资？")
        return Finding(words, Truth.UNKNOWN, "没有说明是民营、国有还是外资", Aspect.OWNERSHIP, ask)
    own = "、".join(sorted(profile.ownership))
    if profile.ownership <= owners:
        truth = Truth.TRUE
    else:
        # 民营和国有都说了：哪一种算数由主管部门定。
        truth = Truth.UNKNOWN if profile.ownership & owners else Truth.FALSE
    return Finding(words, truth, f"你们说明了是{own}", Aspect.OWNERSHIP)


def _of_figure(words: str, indicator: str, truth: Truth, said: str | None) -> Finding:
    if said is None:
        ask = Question(f"figure:{indicator}", f"你们的{indicator}是多少？")
        return Finding(words, truth, f"没有说明{indicator}", Aspect.FIGURE, ask)
    if truth is Truth.UNKNOWN:
        ask = Question(f"said:{words}", f"是否符合“{words}”？")
        return Finding(words, truth, f"{said}，但条款另有限定，还不能确定", Aspect.FIGURE, ask)
    return Finding(words, truth, said, Aspect.FIGURE)


def _stated(printed: str, tested: str, profile: Profile, about: str) -> Finding:
    words = printed.removesuffix("的").replace("“", "‘").replace("”", "’")
    if _OF_TREATMENT.search(tested) and any(
        (_TO_EXPENSE.search(s.text) and _TO_ASSET.search(s.text)) or _PARTLY.search(s.text)
        for s in profile.statements
    ):
        why = "研发费用一部分费用化、一部分形成无形资产，要分开计算"
        return Finding(printed, Truth.UNKNOWN, why, Aspect.STATED)
    treated = _treatment(tested, profile)
    if treated is not None:
        return Finding(printed, treated, f"你们说明了研发费用{profile.rd_treatment}", Aspect.STATED)
    borne = borne_out(tested, profile, about)
    if borne.truth is Truth.TRUE:
        return Finding(
            printed,
            Truth.TRUE,
            f"你们说：“{borne.said}”",
            Aspect.STATED,
            None,
            f"能证明“{words}”的材料",
        )
    if borne.truth is Truth.FALSE:
        return Finding(printed, Truth.FALSE, f"你们说：“{borne.said}”", Aspect.STATED)
    thing = _THING.search(words) is not None and not _ACT.match(words)
    whether = "是不是" if _CLASS.match(printed) else "有没有" if thing else "是否"
    ask = Question(f"said:{printed}", f"你们{whether}“{words}”？")
    why = f"没有提到“{words}”" if thing else f"没有说明{whether}“{words}”"
    return Finding(printed, Truth.UNKNOWN, why, Aspect.STATED, ask, f"能证明“{words}”的材料")


def _treatment(text: str, profile: Profile) -> Truth | None:
    """未形成无形资产计入当期损益 is what 费用化 means."""
    if profile.rd_treatment is None or not _OF_TREATMENT.search(text):
        return None
    if re.search(r"费用[^，]{0,6}$", text):
        return None
    expensed = re.search(r"未形成无形资产|计入当期损益", text) is not None
    return Truth.TRUE if expensed == (profile.rd_treatment == "费用化") else Truth.FALSE


def _up_to_authority(words: str) -> Finding:
    return Finding(
        words, Truth.UNKNOWN, "文件没有写明具体标准，须由主管部门认定", Aspect.VAGUE, None, None
    )


def _figure(indicator: str, said: Range, unit: str) -> str:
    if indicator == AGE:
        years = said.in_words()
        return f"按所说的年份，成立{years}年"
    return f"你们说明了{indicator}为{said.in_words(unit)}"


def _name_end(indicator: str, words: str) -> int:
    pattern = next(i.pattern for i in INDICATORS if i.name == indicator)
    found = pattern.match(words)
    return found.end() if found else 0


def _overlaps(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _within(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)

"""The amount or rate of a promise, bound to what it is of: 5万元创新券, 净收入的70%以上."""

from __future__ import annotations

import re

_DIGITS = r"(?<!\d)\d{1,12}(?:,\d{3}){0,5}(?:\.\d{1,6})?"
_NUMBER = rf"{_DIGITS}(?:\s*[百千]?[万亿]?元?%?\s*[-—~～至]\s*{_DIGITS})?"
_WORDS = r"[一二两三四五六七八九十百千]{1,6}"
_MONEY = rf"(?:{_NUMBER}|{_WORDS}(?=[万亿]?元))\s*(?:(?:[十百千]?[万亿])?\s*(?:元|美元|英镑)|[万亿](?=人民币|的[^，。；\d]{{0,8}}贷款))(?:/[^，。；、（）\d给的予为]{{1,4}})?"
_RATIO = r"\d{1,3}\s*[∶:：]\s*\d{1,3}(?=的?(?:比例(?!尺)|额度)|(?:给予|予以|进行)?(?:资金)?配套|配比|共同出资)"
"""「按1∶1比例配套」, not a scale and not a time of day."""
_RATE = rf"(?:{_RATIO}|{_NUMBER}\s*(?:%|％|‰|个百分点|倍)|[一二三四五六七八九十]分之[一二三四五六七八九十])"
_TERM = r"(?:每(?:人|家|户|个|件|项|次|台|套|名|年|月|季度|学年|平方米|吨|亩)|单个|单户|单家|同一|累计|年度|合计|一次性)"
_LEAD = (
    rf"(?:{_TERM}[^，。；、（）\x00\d]{{0,10}}?)?"
    r"(?:最高(?:可?[达至为]|不超过|给予|补助|奖励|限额)?|不超过|不少于|不低于|不高于|至少|最低|上限为?|封顶|达到|超过(?=[^，。；]{1,12}的部分))"
)
_AMOUNT = re.compile(
    rf"(?:(?P<lead>{_LEAD})(?P<of>[^，。；、（）\x00\d]{{0,12}}?)|(?P<cut>减按)|(?P<term>(?<!\d)\d{{1,2}}年)(?=\d{{1,3}}[%％])"
    r"|(?P<each>每(?:人|家|户|个|件|项|次|台|套|名|年|月|学年|平方米|吨|亩){1,2}(?:每[年月次])?(?:给予|发放|奖励|补助|补贴|资助)?)"
    r"|(?P<share>(?!规定)(?<!规)[^，。；、（）\x00按照对给可为]{2,24}的)"
    r"|(?<=按照)[^，。；、（）\x00\d的]{2,12}|(?<=按)(?!照)[^，。；、（）\x00\d的]{2,12}|(?<=给予)[^，。；、（）\x00\d的最不]{2,12}(?=\d{1,3}(?:\.\d)?[%％])|(?P<scope>(?<=[在内])[^，。；、（）\x00\d的]{2,30}(?=\d{1,3}倍的?范围))?)"
    rf"(?P<figure>(?:{_MONEY}|{_RATE})(?:[、和至—~-](?:{_MONEY}|{_RATE}))*)"
    r"(?P<behind>(?:以上|以内|以下|左右)?(?:的?(?:税率|比例|范围内?)|的部分|[^，。；、的]{1,6}券)?)"
)
_FREE = re.compile(
    r"全额(?=资助|补助|补贴|奖励|报销|返还|退还|列入)|(?:首年|次年|第[一二三]年)(?:租金)?(?:免租金?|减半)|(?:免除|减免|免收|减半(?:收取|征收)?)(?:\d{1,2}|[一二两三六])个月的?(?:租金|房租|场地费)?|(?:(?:\d{1,2}|[一二两三五])(?:年|个月)内?|(?:第[一二三]年|前[一二两三]年|前\d年))(?:免(?:费|租|收|除)(?:租金|房租|场地费)?|减半(?:收取)?(?:租金)?)"
)
"""「3年内免租」: an amount without a figure of money."""
_PLACES = re.compile(r"(?:入读|入学|就读|入托|入园)[^，。；\d]{0,16}(\d{1,2}[名人])")
"""「入读公办小学1人」: an amount in places."""
_OF_TARGET = re.compile(
    r"(?:比重|占比|覆盖率|增速|合格率|完成率|就业率|比例提高|同比|年均)[^，。；]{0,4}$"
)
_THRESHOLD = re.compile(
    r"(?:及?以上|以下)?的(?!.{0,8}(?:奖|补|资助|资金|税|比例|一次|支持|标准|贷款|授信|经费|券|额度|贴|费|基金|优惠|担保|保险|薪|年金))"
)
"""「投资1000万元的项目」: a condition, unless money stands behind."""
_MEASURED = re.compile(
    r"每(?:出口|进口|新增|增加|增长|满|提高|达到?|完成|上升|降低)[^，。；\d给奖补]{0,8}$"
)
"""「每出口1美元奖励0.2元」: the first figure is what the second is reckoned by."""
_BEFORE = re.compile(r"(?:[由从]|现行的?)$")
_RAISED_TO = re.compile(r"(?:提高|上调|增加|调整|提升|下调|降低|降)[到至为]?")
"""「由20万元提高至30万元」: the first is what was."""
_REACH = ("不超过", "不高于")
_SEGMENT = re.compile(r"[^，,；;（）()]+")
_GIVING = re.compile(
    r"给予|予以|奖|补|资助|扶持|支持|贴|免|减|返还|报销|扣除|发放|享受|税率|额度|提供|券|预留|安排|配套|出资|列支|用于|不低于.{0,12}(?:比例|倾斜)|按(?!时|期|规定)"
)
_BASE = re.compile(r"(?:的?比例)?(?:分期|分批)?拨付|为[^，。；]{0,4}(?:基数|基准)")
_BEYOND = re.compile(r"(?:分别)?(?:奖励|补助|补贴|资助)\d|的?部分[^，。；]{0,8}(?:\d|全额|减半)")
"""「超过5000元部分抵用50%」: from where the rate counts."""
_AT_LEAST = re.compile(r"以[上下]$")
_OF_SIZE = re.compile(
    r"(?:投资|外资|投入|产值|销售|营收|收入|税收?|总?额|资金|资本|资产|达到?|超过?|高于)$"
)
"""「投资5000万元以上，实行一事一议」: how big it must be."""
_CAPPED = re.compile(rf"最高|不超过|不高于|上限|封顶|{_TERM}")


def find_amount(benefit: str) -> str | None:
    """Amounts and rates as printed, several joined by ；; None where no figure is promised."""
    found: list[tuple[int, str]] = []
    segments = _segments(benefit)
    for match in _AMOUNT.finditer(benefit):
        behind = benefit[match.end() : match.end() + 12]
        if _THRESHOLD.match(behind):
            continue
        if match[0].startswith(_REACH) and match[0].endswith("的部分"):
            continue  # how far a rate reaches, no amount
        if _BASE.match(behind) or ("元" in match["figure"] and _BEYOND.match(behind)):
            continue
        if _RAISED_TO.match(behind) and _BEFORE.search(benefit, 0, match.start("figure")):
            continue
        if _OF_TARGET.search(benefit, max(0, match.start() - 12), match.start("figure")):
            continue
        if _MEASURED.search(benefit, max(0, match.start() - 8), match.start("figure")):
            continue
        if not _promised(benefit, match, segments):
            continue
        found.append((match.start(), match[0].strip()))
    found += [(match.start(1), match[1]) for match in _PLACES.finditer(benefit)]
    found += [(match.start(), match[0]) for match in _FREE.finditer(benefit)]
    return "；".join(dict.fromkeys(words for _, words in sorted(found))) or None


def _segments(benefit: str) -> list[tuple[int, int, bool]]:
    """Spans between commas and brackets, and whether each speaks of giving."""
    return [
        (m.start(), m.end(), _GIVING.search(m[0]) is not None) for m in _SEGMENT.finditer(benefit)
    ]


def _promised(benefit: str, match: re.Match[str], segments: list[tuple[int, int, bool]]) -> bool:
    """Whether a figure is promised and not the threshold for what another segment promises.

    「年纳税达到30万元以上，给予10万元奖励」 promises one figure of the two.
    """
    at = match.start("figure")
    giving = next((gives for first, last, gives in segments if first <= at < last), True)
    if giving or _CAPPED.search(match[0]):
        return True
    if (
        _AT_LEAST.search(match[0])
        and "元" in match[0]
        and _OF_SIZE.search(benefit, max(0, at - 8), at)
    ):
        return False
    return not any(
        gives and _AMOUNT.search(benefit, first, last) for first, last, gives in segments
    )

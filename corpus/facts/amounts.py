"""The amount or rate of a promise, bound to what it is of: 5万元创新券, 净收入的70%以上."""

from __future__ import annotations

import re

_NUMBER = r"(?<!\d)\d{1,12}(?:,\d{3}){0,5}(?:\.\d{1,6})?"
_MONEY = rf"{_NUMBER}\s*(?:[十百千]?[万亿])?\s*(?:元|美元|英镑)(?:/[^，。；、]{{1,4}})?"
_RATE = rf"{_NUMBER}\s*(?:%|％|个百分点|倍)"
_LEAD = (
    r"(?:(?:单个|单户|每个|每家|每人|每件|每项|每户|每年|每月|每[次台套]|每|累计|同一)[^，。；、（）\x00\d]{0,10}?)?"
    r"(?:最高(?:可?达|不超过|给予|补助|奖励|限额)?|不超过|不少于|不低于|不高于|至少|最低|上限为?|封顶|达到|超过(?=[^，。；]{1,12}的部分))"
)
_AMOUNT = re.compile(
    rf"(?:(?P<lead>{_LEAD})(?P<of>[^，。；、（）\x00\d]{{0,12}}?)|(?P<cut>减按)|(?P<share>[^，。；、（）\x00按照对给可为]{{2,24}}的)"
    r"|(?<=按照)[^，。；、（）\x00\d的]{2,12}|(?<=按)(?!照)[^，。；、（）\x00\d的]{2,12})?"
    rf"(?P<figure>(?:{_MONEY}|{_RATE})(?:[、和至—~-](?:{_MONEY}|{_RATE}))*)"
    r"(?P<behind>(?:以上|以内|以下|左右)?(?:的?(?:税率|比例)|的部分|[^，。；、的]{1,6}券)?)"
)


def find_amount(benefit: str) -> str | None:
    """Amounts and rates as printed, several joined by ；; None where no figure is promised."""
    found: list[str] = []
    for match in _AMOUNT.finditer(benefit):
        behind = benefit[match.end() :]
        if re.match(r"(?:及?以上|以下)?的(?!奖|补|资|税|比|一次|支|标准|财政)", behind):
            continue
        if match[0].startswith(("不超过", "不高于")) and match[0].endswith("的部分"):
            continue  # how far a rate reaches, no amount
        found.append(match[0].strip())
    return "；".join(dict.fromkeys(found)) or None

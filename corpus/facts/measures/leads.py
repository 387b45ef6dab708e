"""What stands before the verb that gives: whom, and every condition between the commas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.facts.measures.beneficiary_words import ACTS, FIELD, WHO, WHO_END, has_verb, split_name

_GIVES = re.compile(
    r"(?:分别|各|再|另|均|可|即|每年|一次性|连续[^，。；]{1,4}年|最高)*(?:每[人家个件户块间亩张场次项名台套年月]{1,2}(?:[^，。；给奖补资]{0,6}))?(?:最高)?"
    r"(?:给予(?!的)|予以|发放(?!的)|奖励(?!总额|资金|政策|名额|的)|补助(?!金额|资金|期|标准|的)|补贴(?!额度|资金|期|标准|的)|资助(?!期|额度|项目|的)|可以?(?=申请|享受|获得|报名)|(?<![未已除曾])享受(?!过|了)|返还|按照?(?=[^，。；]{0,30}\d))"
)
_COMMA = re.compile(r"[，,](?![^（(]*[）)])")
_ASIDE = re.compile(
    r"^(?:在[^，]*基础上|除[^，]*外|参照|按照?|根据|依据|由|[省市县区]级?财政|财政|其中|且?最高|每年|自[^，]*起|经[^，]{0,10}(?:局|部门|委|办|小组)[^，]{0,6}审[核批]|经审[核批][^，]{0,4}$|在[^，]{1,10}[内前]$"
    r"|(?:并|同时|也|要|应|还|且|择优|主动|适当|继续|直接|本市|本县|本区|国家|鼓励|支持|引导|探索)+$)"
    r"|用于$|(?:费用?|租金|支出|利息|成本|款|税|部分|差额)(?:的?全额)?$"
)
"""Words between the case and the verb that are no condition: 在…基础上, 除上级奖励外, 按…."""
_OPENING = re.compile(r"^(?:凡|(?:对于?|向)(?!象|外(?!经贸|贸|资|商|籍|地)|口))")
_DOES = re.compile(
    rf"^(?P<who>[^，。；的、（]{{0,16}}?(?:{WHO}))(?=外出|在(?!内|外|建|编|职|校|册|孵)|租[用赁]|应邀|首次|新(?:增|购|建|设|引)|取得|获得|获评|通过|完成|购[买置]|参加|达到|当年|年[^，]{{2,8}}达|依法|被|成功|投保|引进|实施|从事|入选|到[^，]{{2,20}}就业|以[^，]{{2,8}}形式)"
)
"""「建筑业企业外出施工的」: who opens, what follows is the condition."""
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Lead:
    """Name and conditions as printed, and where the verb begins."""

    name: str | None
    conditions: tuple[str, ...]
    end: int


def read_lead(piece: str) -> Lead | None:
    """The words before the first verb that gives, cut at the commas; None where there are none."""
    at = 0
    parts: list[str] = []
    for stop in (*(m.start() for m in _COMMA.finditer(piece[:_LONGEST])), len(piece)):
        verb = _GIVES.search(piece, at, stop)
        part = piece[at : verb.start() if verb else stop]
        if part and not _ASIDE.search(part):
            parts.append(part)
        if verb:
            return _named(parts, verb.start())
        at = stop + 1
    return None


def _named(parts: list[str], end: int) -> Lead | None:
    if not parts:
        return None
    parts[0] = _OPENING.sub("", parts[0])
    opens = _DOES.match(parts[0])
    if opens and not has_verb(opens["who"]) and (len(parts) > 1 or parts[0].endswith("的")):
        behind = parts[0][opens.end() :]
        return Lead(opens["who"], (*((behind,) if behind else ()), *parts[1:]), end)
    for index in (0, len(parts) - 1):
        name, stated = split_name(parts[index])
        does = ACTS.search(name or "")
        if name and does and WHO_END.search(name[: does.start()]):
            stated = (*stated, name[does.start() :])
            name = name[: does.start()]
        if not name or not WHO_END.search(name) or FIELD.search(name):
            continue
        if has_verb(name):
            continue
        others = (*parts[:index], *stated, *parts[index + 1 :])
        return Lead(name, others, end)
    return Lead(None, tuple(part for part in parts if part), end)

"""Whom a promise is for, and the conditions that stand in front of the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.facts.measures.beneficiary_words import (
    ACTS,
    AT_TIME,
    FIELD,
    LOOSE,
    OUTLAY,
    OWNER,
    SUBJECT,
    TOGETHER,
    WHO,
    WHO_END,
    WITHOUT_VERB,
    has_verb,
    is_who,
    split_name,
)

_OBJECT = re.compile(
    r"为(?P<served>[^，。；]{2,40}?)(?:免费|优先|无偿)?提供"
    r"|将(?P<taken>[^，。；]{2,40}?)(?:优先)?纳入"
    r"|(?:(?:新建|支持|培育|遴选|认定|布局|建设)(?:一批|若干个?)|支持(?:建设|创建|组建|打造|设立))(?P<raised>[^，。；的]{2,16})(?=[，,])"
    r"|(?:用于|给)?(?:奖励给?|资助|补助|激励|优先(?:供应|安排|支持|保障|采购|推荐|扶持))(?P<given>(?!资金|金额|标准|对象)[^，。；]{2,40})$"
    r"|(?:给予?|补贴|补助|奖励给?)(?P<awarded>[^，。；\d给奖补]{2,80}?(?:企业|公司|高校|院所|机构|团队|单位|合作社|基地|工作室|平台|中心|代表|人才|[投举主承运引]办?[资营进]?方))(?=(?:最高|不少于|不超过|最多|共计|一次性|奖励|补助)*\d)"
    r"|(?:给予|发放给)(?P<gets>[^，。；、的]{0,16}?(?:企业|公司|高校|院校|院所|机构|团队|单位|合作社|农户|居民|职工|毕业生|学生|人才|人员|名家|新秀|能手|工匠|运营商|业主|种植户|养殖户|(?:举报|申请|发明|权利|出租|投保)人|(?<!或)者|个人(?!所得)|(?:投资|举办|主办|承办|运营|建设|引进)方))(?=[^，。；]{2,80}(?:补助|补贴|奖励|资助|贴息|津贴|奖金|支持|扶持)(?:$|[，,])|(?:一次性)?(?:奖励|补助|补贴|资助)[^，。；]{0,8}\d)"
)
_HOLDER = re.compile(rf"(?P<who>[^，。；、“”]{{0,12}}?(?:{WHO}))(?=[在享研])")
_OPENING_NAME = re.compile(rf"[^，。；、“”＋+]{{0,10}}?(?:{WHO})")
_SHARE = re.compile(
    r"(?P<who>[^，。；]{2,40})的[^，。；的]{0,12}(?:比例|额度|标准)(?=不少于|不低于|达到|提高)"
)
_GIVER = (
    r"(?:[，,]\s*)?(?:由)?(?:[省市县区]级财政|[省市县区]级|[省市县区]财政|中央财政|财政)?(?:按照?[^，。；]{2,40})?"
    r"(?:分别|主动|依法|按照?规定|即|一律|均|将|可|应当|应|要|试点|一次性|继续|持续|择优|适当|探索)*"
)
_GIVE = re.compile(
    rf"{_GIVER}(?:给予(?!的)|予以|发放(?!的)|实行|减按|免征|免除(?=[^，。；]{0, 8}(?:租|费))|减征|减半|免收|减收|减免|减缴|不计入|优先|奖励|补助|补贴|资助|提供|享受|量身|加大|做到|一企一策|不作负面"
    r"|在[^，。；]{1,16}上一视同仁|一视同仁|每[家个人件项户次][^，。；]{0,6}?(?:奖|补|资))"
)
_VERB_OF_RIGHT = re.compile(
    r"[，,]?(?:由)?(?:[省市县区]级财政|[省市县区]级|[省市县]财政)?(?:每年)?(?:即|均|将|应当|要|也|依法|按照?(?:国家|有关|相关)*规定)*"
    r"(?:可以?(?!持续|靠|行|能|见|再生|观)|给予(?!的)|予以|发放(?!的)|减按|免征|减征|减半|不计入|优先|免费|享受|减缴|减免|扣减|抵减|配套|(?<=后)再?(?:奖励|补助|资助)|每[家人件项户]|一次性|再?按)"
)
_PLACE = re.compile(
    r"在(?P<who>[^，。；]{2,60}?(?:企业|公司|高校|院校|院所|医院|基地|园区|开发区|高新区|示范区|试验区|新区|单位)等?)(?:内|中)?"
    r"(?=(?:加快|联合|共同|优先|合作)*(?:建设|设立|建立|布局|开展|创建|组建|建成))"
)
_NOUN_GOES_ON = re.compile(
    r"[的和与及或、等型家级类内外化性层群（(]|以及|团队|院所|基金会|计划|主导|之间|成果|产品|技术|服务"
)
_PROVIDER = re.compile(
    r"(?:机构|单位|部门|机关|局|厅|政府|医院|公司)(?:应当?)?(?:按照?规定|依法)?$"
)
"""「A办理公证的，公证机构应当减免」: the second is who gives."""
_TO_WHOM = re.compile(r"^[^，对]{0,40}(?<![针面])对(?P<who>[^，]{2,120})$")
_PROVIDED = re.compile(r"应当?(?:按照?规定|依法|主动)?$")
_WHEN = re.compile(r"(?:后|时|起|内|期间|的)$")
_LONGEST = 240
"""Characters in which a list of names ends; what reads them is cubic in it."""
_DECIDED = re.compile(r"[，,]")


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """Name and conditions as printed; end is where the promise itself goes on."""

    name: str | None
    conditions: tuple[str, ...]
    end: int


NOBODY = Beneficiary(None, (), 0)


def in_dui(piece: str, start: int) -> Beneficiary | None:
    """「对…的企业，给予…」「对企业引进…的，…」: what stands between 对 and the verb that gives."""
    share = _SHARE.match(piece, start)
    if share:
        name, conditions = split_name(share["who"])
        return Beneficiary(name, conditions, share.end("who") + 1)
    comma = _DECIDED.search(piece, start)
    give = next((m for m in _GIVE.finditer(piece, start) if m.start() > start + 1), None)
    if give and is_who(piece[start : give.start()]):
        end = give.start()
    elif comma and not (
        give and give.start() < comma.start() and OUTLAY.search(piece[start : give.start()])
    ):
        end = comma.start()
    elif give:
        end = give.start()
    else:
        return None
    name, conditions = split_name(piece[start:end], things=True)
    return None if name and FIELD.search(name) else Beneficiary(name, conditions, end)


def after_support(piece: str, start: int, whole: bool = False) -> Beneficiary | None:
    """「支持A、B开展…」: the names up to the verb that says what they may do.

    whole: the name may also be all there is, 「扶持一批省级平台」.
    """
    rest = piece[start:]
    if rest.startswith("其") and not rest.startswith(("其他", "其它", "其余")):
        return Beneficiary("其", (), start + 1)
    head = re.split(r"[，,]", rest, maxsplit=1)[0]
    cut = len(head) > _LONGEST
    head = head[:_LONGEST]
    place = _PLACE.match(head)
    if place:
        return Beneficiary(place["who"], (), start)
    ends = [m.start() for m in ACTS.finditer(head)]
    ends += [m.start() for m in LOOSE.finditer(head)]
    if not cut and (whole or len(head) < len(rest)):
        ends.append(len(head))
    for end in ends:
        words = head[:end]
        if not words or not WHO_END.search(words):
            continue
        name, conditions = split_name(words)
        if name and not has_verb(name):
            return Beneficiary(name, conditions, start + end)
    return _before_a_noun(head, start) or (_listed(head, start) if whole else None)


def _before_a_noun(head: str, start: int) -> Beneficiary | None:
    """「集群企业供需对接」: no verb that is known stands behind the name."""
    for match in _NAME_IN.finditer(head[:60]):
        words = head[: match.end()]
        on = _NOUN_GOES_ON.match(head, match.end()) or _NAME_IN.match(head, match.end())
        if on or match.end() == len(head):
            continue
        name, conditions = split_name(words)
        if name and not has_verb(_JOINED.sub("和", name)) and len(name) >= 2:
            return Beneficiary(name, conditions, start + match.end())
    return None


_JOINED = re.compile(r"(?<=[微型业校所构])与")
"""「中小微与民营企业」 names two; 与 is elsewhere read as "together with"."""
_NAME_IN = re.compile(
    r"企业(?!家)|公司|高校|院校|院所|机构|团队|人才|人员|众创空间|孵化器|基地|中心|开发区|高新区|示范区|合作社|银行|医院|联盟|实验室|工作者|企业家|集群"
)


_NAMED_BY_LAST = re.compile(
    r"(?P<who>[^，。；、]{2,20}(?:、[^，。；、]{2,20}){1,8}等[^，。；、的]{0,6}(?:项目|企业|平台|机构|单位|团队|人才))$"
)
"""「攻关、示范应用等项目」: the noun behind 等 says what all of them are."""


def _listed(head: str, start: int) -> Beneficiary | None:
    """「A中心、B、C等7个实验室」: a list of names of which some hold a verb."""
    match = _NAMED_BY_LAST.match(head)
    if match:
        return Beneficiary(match["who"], (), start + len(head))
    first = head.split("、", 1)[0]
    if first == head or not WHO_END.search(first) or not WHO_END.search(head) or has_verb(first):
        return None
    return Beneficiary(head, (), start + len(head))


def before_verb(piece: str) -> Beneficiary:
    """「A、B可自主决定…」「A，减按…」: the names at the head of the sentence."""
    for match in _VERB_OF_RIGHT.finditer(piece):
        words = piece[: match.start()]
        if not words:
            continue
        parts = re.split(r"[，,]", words)
        while len(parts) > 1 and AT_TIME.match(parts[-1]):
            parts.pop()
        owner = OWNER.match(parts[-1])
        if owner:
            return Beneficiary(owner["who"], (), match.start() - len(parts[-1]))
        if parts[-1].endswith("的") and (headed := _headed(parts, match.start())).name:
            return headed
        if len(parts) > 1 and parts[-2].endswith("的") and _PROVIDER.search(parts[-1]):
            return _headed(parts[:-1], match.start())
        to = _TO_WHOM.search(parts[-1])
        if to and (is_who(to["who"]) or _PROVIDED.search(to["who"])):
            name, conditions = split_name(_PROVIDED.sub("", to["who"]))
            return Beneficiary(name, conditions, match.start())
        if is_who(parts[-1]):
            together = len(parts) > 1 and TOGETHER.match(",".join(parts))
            name, conditions = split_name(WITHOUT_VERB.sub("", parts[-1]))
            if name is None:
                conditions = tuple(part for part in parts if part.endswith("的"))
            if together:
                conditions = (*parts[:-1], *conditions)
            return Beneficiary(name, conditions, match.start())
        return _headed([*parts, ""] if match[0][0] in "，," else parts, match.start())
    return NOBODY


def _headed(parts: list[str], end: int) -> Beneficiary:
    """「企业开展…，未形成…的，在…的基础上，再按…」: the name opens, conditions end in 的."""
    subject = SUBJECT.match(parts[0])
    if subject and any(part.endswith("的") for part in parts):
        first = parts[0][subject.end() :]
        return Beneficiary(subject[0], (first, *(p for p in parts[1:] if p)), end)
    back = 0 if len(parts) < 2 or parts[-1].endswith("的") else len(parts[-1])
    behind = tuple(part for part in parts[1:] if part)
    named = len(parts) > 1 and WHO_END.search(parts[0]) and not has_verb(parts[0])
    if named and all(_WHEN.search(part) for part in behind):
        return Beneficiary(parts[0], behind, end)
    whole, stated = split_name(parts[0])
    if (
        whole
        and stated
        and parts[0].endswith(whole)
        and not has_verb(whole)
        and not OUTLAY.search(whole)
    ):
        return Beneficiary(whole, (*stated, *(p for p in behind if p.endswith("的"))), end - back)
    for match in ACTS.finditer(parts[0]):
        name, stated = split_name(parts[0][: match.start()])
        if name and WHO_END.search(name) and not has_verb(name):
            conditions = (parts[0][match.start() :], *(p for p in parts[1:] if p.endswith("的")))
            return Beneficiary(name, (*stated, *conditions), end - back)
    return NOBODY


def as_object(piece: str) -> Beneficiary:
    """「可用于奖励A」「优先供应A」「为A提供…」: the beneficiary stands behind the verb."""
    match = _OBJECT.search(piece)
    if not match or match.lastgroup is None:
        return NOBODY
    name, conditions = split_name(match[match.lastgroup])
    return Beneficiary(name, conditions, 0) if name and WHO_END.search(name) else NOBODY


def policy_holder(benefit: str) -> str | None:
    """Whose policies 「高层次人才在购房等方面的优惠政策」 are."""
    match = _HOLDER.match(benefit)
    return match["who"] if match else None


def opening_name(words: str) -> str | None:
    """The first name in 「高层次人才协议工资…」."""
    match = _OPENING_NAME.match(words)
    return match[0] if match else None

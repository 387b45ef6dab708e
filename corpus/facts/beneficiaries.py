"""Whom a promise is for, and the conditions that stand in front of the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WHO = (
    "企业|公司|高校|高等院校|高等学校|院校|学校|院所|科研机构|机构|团队|人才|人员|众创空间|孵化器|基地|平台|中心"
    "|开发区|高新区|示范区|园区|单位|组织|个人|毕业生|大学生|学生|农民工|合作社|家庭农场|项目|地方|各地|县|市|区|银行|医院|联盟"
    "|实验室|创客|专家|基金|纳税人|老年人|公民|居民|家庭|职工|员工|载体|主体|工厂|车间|服务商|供应商|运营商|科学家"
    "|工作者|联络员|经理人|投资人|教师|院士|博士后?|学者|院长|企业家|经纪人|特派员|干部|群体|群众|农户|申请人|专利权人|参保人|患者|儿童|妇女"
    "|残疾人|军人|退役士兵|社会资本|资本|力量|贷款|债券|带头人|负责人|乡镇|村|街道|社区|集群|展会|协会|商会|学会"
    "|作品|投资者|投资商|经营者|消费者|创业者|劳动者|者|户|园|站|试点|支出|费用|业"
)
_WHO_END = re.compile(rf"(?:{_WHO})(?:[（(][^（）()]{{0,60}}[）)])?等?(?:各类)?$")
_VERBS = (
    "开展|建立|设立|利用|使用|参与|加大|申报|申请|承担|牵头|采取|采用|通过|在(?![晋运皖校册孵职读建])|将|把|与|以(?![上下及])|向|到|围绕|依托"
    "|联合|发行|开发(?!区)|探索|改造|实施|购买|购置|对(?![外口])|按照?|根据|打造|整合|制定|创办|领办|引进|运用|提供|开放|加强|加快|强化"
    "|提高|提升|扩大|拓展|完善|进行|积极|主动|充分|优先|自主|面向|组建|共建|吸纳|入股|离岗|兼职|返乡(?!下乡|入乡|创业人|农民)|合理"
    "|逐步|争创|创建|争取|承接|聘请|选派|推广|上市(?!公司|企业|后备)|挂牌(?!企业)|为|免费|做强|做大|争当|专注|潜心|走出去|落户|来[晋运皖我]"
    "|成立|攀登|集聚(?!区)|聚集|深入|结合|率先|并(?!购)|从事|举办|搭建|配置|给予|予以|发放|享受|获得|可|坚持|实行|推行|推动|推进|应用|运营(?!商)"
    "|不断|持续|继续|广泛|深化|共同|担任|上一?年度|当年|发展壮大|强强|有序|科学(?!家|技术|研究)|赋予|针对|对照|设计(?!企业|院)|突破|瞄准|自愿|依法|按规定|销售(?!企业)|会同|用好|支持(?!政策|计划)|自建|引入|开设|带头|确定|调整(?!基金)|成为|每[校家个企人户](?=[\u4e00-\u9fff])|更多|规范|招用|招聘|签订|投身|发挥|上云|上平台|聚焦|立足"
)
_ACTS = re.compile(rf"(?:{_VERBS})")
_LOOSE = re.compile(
    r"建设(?!单位|项目)|发展|创新(?![型券平团主人载])|组织(?!等)|转化(?!基地|机构|中心)|培养|投资(?![机基人者企公商等])|制造(?!企业|业)|研发(?![机团平人中投])|并购|转移(?!支付|转化)|集群发展|就业|创业(?![基园者投企孵])|融资(?![担租])|参加|参保"
)
"""Words that are verbs here and halves of nouns there: only tried where no plain verb stands."""
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_CONDITIONED = re.compile(r"^(?P<condition>.{1,120}?的)(?P<name>[^的]{1,60})$")
_WITHOUT_VERB = re.compile(
    r"^(?:每年)?(?:大力|积极|重点|加快|精准|优先)*(?:引进|培育|支持|鼓励|培养|扶持|建设|创建|打造)*(?:一批)?"
)
_TOGETHER = re.compile(
    r"年满|符合|具有|已(?=[\u4e00-\u9fff])|取得|获得|经认定|上一?年度|.*,(?:[且并]|以及)"
)
"""Conditions before a comma that belong to the name behind it: 年满60周岁，具有本市户籍的公民."""
_OWNER = re.compile(
    r"(?P<who>[^，]{0,8}?(?:企业|事业单位|高校|院所|机构|单位|个人|纳税人|团队|人才|人员))"
    r"(?=.*(?:费用?|支出|收入|收益|经费|成本|税额|税负|部分)$)"
)
_OBJECT = re.compile(
    r"为(?P<served>[^，。；]{2,40}?)(?:免费|优先|无偿)?提供"
    r"|将(?P<taken>[^，。；]{2,40}?)(?:优先)?纳入"
    r"|(?:加大|加强|强化|提高)对(?P<backed>[^，。；]{2,40}?)的?(?:资金|信贷|金融|政策|财政)?(?:支持|扶持|奖励|补助|投入|资助)力度"
    r"|向(?P<slanted>[^，。；]{2,40}?)(?:适当|重点|进行)?倾斜"
    r"|(?:用于|给)?(?:奖励|资助|补助|激励|优先(?:供应|安排|支持|保障|采购|推荐|扶持))(?P<given>[^，。；]{2,40})$"
)
_HOLDER = re.compile(rf"(?P<who>[^，。；、“”]{{0,12}}?(?:{_WHO}))(?=[在享])")
_OPENING_NAME = re.compile(rf"[^，。；、“”＋+]{{0,10}}?(?:{_WHO})")
_SHARE = re.compile(
    r"(?P<who>[^，。；]{2,40})的[^，。；的]{0,12}(?:比例|额度|标准)(?=不少于|不低于|达到|提高)"
)
_GIVER = (
    r"(?:[，,]\s*)?(?:由)?(?:[省市县区]级财政|[省市县区]级|[省市县区]财政|中央财政|财政)?(?:按照?[^，。；]{2,40})?"
    r"(?:分别|即|一律|均|将|可|应当|试点|一次性|继续|持续|择优|适当|探索)*"
)
_GIVE = re.compile(
    rf"{_GIVER}(?:给予|予以|发放|实行|减按|免征|减征|减半|免收|减免|不计入|优先|奖励|补助|补贴|资助|提供|每[家个人件项户次][^，。；]{{0,6}}?(?:奖|补|资))"
)
_VERB_OF_RIGHT = re.compile(
    r"[，,]?(?:由)?(?:[省市县区]级财政|[省市县区]级|[省市县]财政)?(?:即|均|将|应当|要)?"
    r"(?:可以?(?!持续|靠|行|能|见|再生|观)|给予|予以|发放|减按|免征|减征|减半|不计入|优先|免费|享受|减缴|减免|每[家人件项户]|一次性|再?按)"
)


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
        name, conditions = _split(share["who"])
        return Beneficiary(name, conditions, share.end("who") + 1)
    comma = re.compile(r"[，,]").search(piece, start)
    give = next((m for m in _GIVE.finditer(piece, start) if m.start() > start + 1), None)
    if give and _is_who(piece[start : give.start()]):
        end = give.start()
    elif comma:
        end = comma.start()
    elif give:
        end = give.start()
    else:
        return None
    name, conditions = _split(piece[start:end])
    return Beneficiary(name, conditions, end)


def _has_verb(name: str) -> bool:
    """Whether a name holds a verb, outside its brackets: then it is no name."""
    return _ACTS.search(_IN_BRACKETS.sub("", name)) is not None or name.startswith("建设")


def _is_who(words: str) -> bool:
    return words.endswith("的") or _WHO_END.search(words) is not None


def after_support(piece: str, start: int) -> Beneficiary | None:
    """「支持A、B开展…」: the names up to the verb that says what they may do."""
    rest = piece[start:]
    if rest.startswith("其") and not rest.startswith(("其他", "其它", "其余")):
        return Beneficiary("其", (), start + 1)
    head = re.split(r"[，,]", rest, maxsplit=1)[0]
    ends = [m.start() for m in _ACTS.finditer(head)]
    ends += [m.start() for m in _LOOSE.finditer(head)]
    if len(head) < len(rest):
        ends.append(len(head))
    for end in ends:
        words = head[:end]
        if not words or not _WHO_END.search(words):
            continue
        name, conditions = _split(words)
        if name and not _has_verb(name):
            return Beneficiary(name, conditions, start + end)
    return None


def before_verb(piece: str) -> Beneficiary:
    """「A、B可自主决定…」「A，减按…」: the names at the head of the sentence."""
    for match in _VERB_OF_RIGHT.finditer(piece):
        words = piece[: match.start()]
        if not words:
            continue
        parts = re.split(r"[，,]", words)
        owner = _OWNER.match(parts[-1])
        if owner:
            return Beneficiary(owner["who"], (), match.start() - len(parts[-1]))
        if parts[-1].endswith("的") and (headed := _headed(parts, match.start())).name:
            return headed
        if _is_who(parts[-1]):
            together = len(parts) > 1 and _TOGETHER.match(",".join(parts))
            name, conditions = _split(_WITHOUT_VERB.sub("", parts[-1]))
            if together:
                conditions = (*parts[:-1], *conditions)
            return Beneficiary(name, conditions, match.start())
        return _headed([*parts, ""] if match[0][0] in "，," else parts, match.start())
    return NOBODY


def _headed(parts: list[str], end: int) -> Beneficiary:
    """「企业开展…，未形成…的，在…的基础上，再按…」: the name opens, conditions end in 的."""
    if len(parts) < 2:
        return NOBODY
    for match in _ACTS.finditer(parts[0]):
        name = parts[0][: match.start()]
        if _WHO_END.search(name) and not _has_verb(name):
            conditions = (parts[0][match.start() :], *(p for p in parts[1:] if p.endswith("的")))
            back = 0 if parts[-1].endswith("的") else len(parts[-1])
            return Beneficiary(name, conditions, end - back)
    return NOBODY


def as_object(piece: str) -> Beneficiary:
    """「可用于奖励A」「向A倾斜」「优先供应A」「为A提供…」: the beneficiary stands behind the verb."""
    match = _OBJECT.search(piece)
    if not match or match.lastgroup is None:
        return NOBODY
    name, conditions = _split(match[match.lastgroup])
    return Beneficiary(name, conditions, 0) if name and _WHO_END.search(name) else NOBODY


def policy_holder(benefit: str) -> str | None:
    """Whose policies 「高层次人才在购房等方面的优惠政策」 are."""
    match = _HOLDER.match(benefit)
    return match["who"] if match else None


def opening_name(words: str) -> str | None:
    """The first name in 「高层次人才协议工资…」."""
    match = _OPENING_NAME.match(words)
    return match[0] if match else None


def _split(words: str) -> tuple[str | None, tuple[str, ...]]:
    """「完成注册的科技型中小微企业」 → the enterprise, and the condition 完成注册的."""
    words = re.sub(r"探索$", "", words.strip(" ，,\x00"))
    match = _CONDITIONED.match(words)
    if match and _WHO_END.search(match["name"]):
        name = re.sub(r"^一批", "", match["name"])
        condition = re.sub(r"^一批", "", match["condition"])
        return name, tuple(condition.split("，"))
    for verb in _ACTS.finditer(words):
        name = words[: verb.start()]
        if name == "其" or (_WHO_END.search(name) and not _has_verb(name)):
            return name, (words[verb.start() :],)
    if words.endswith("的"):
        return None, (words,)
    return re.sub(r"^一批", "", words) or None, ()

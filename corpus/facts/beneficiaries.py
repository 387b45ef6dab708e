"""Whom a promise is for, and the conditions that stand in front of the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WHO = (
    "企业|公司|高校|高等院校|高等学校|院校|学校|院所|科研机构|研发机构|机构|团队|人才|人员|众创空间|孵化器|基地|平台|中心|开发区|高新区|示范区|园区|单位|组织|个人|毕业生|大学生|学生|农民工|合作社|家庭农场"
    "|项目|地方|县|市|区|银行|医院|联盟|实验室|创客|专家|基金|纳税人|老年人|公民|居民|家庭|职工|员工|载体|主体|工厂|车间|服务商|供应商|运营商|科学家|教师|院士|博士后?|学者|院长|企业家|经纪人|特派员|干部|群体|群众|农户|用人单位|申请人|专利权人|当事人|参保人|患者|儿童|妇女|残疾人|军人|退役士兵|党员|社会资本|资本|力量|产品|成果|专利|贷款|债券|基金管理人|带头人|负责人|乡镇|村|街道|社区|集群|院线|展会|协会|商会|学会|作品|节目|投资者|经营者|消费者|创业者|劳动者|者|户|商|载体|事项|支出|行为|业务|地区|领域|产业|行业|装备|技术"
)
_WHO_END = re.compile(rf"(?:{_WHO})(?:[（(][^（）()]{{0,40}}[）)])?等?$")
_VERBS = (
    "开展|建设|建立|设立|利用|使用|参与|加大|申报|申请|承担|牵头|采取|采用|通过|在(?!晋|运|校|册|孵|职|读)|将|把|与|以(?!上|下|及)|向|到|围绕|依托|联合|发行|开发|探索|改造|实施|购买|对(?!外|口)|按照?|根据|打造|整合|制定|创办|领办|创新(?!型|平台|团队|主体|券|创业|人才|载体|发展|创造)|发展(?!前景|专项)"
    "|参加|引进|转化(?!基地|项目|机构)|运用|提供|开放|加强|加快|强化|提高|提升|扩大|拓展|完善|进行|积极|主动|充分|优先|自主|面向|组织|组建|共建|吸纳|投资(?!机构|基金|人|者|企业|公司)|入股|离岗|兼职|返乡|科学|合理|逐步|大胆|争创|创建|争取|承接|培养|聘请|选派|推广|转移(?!支付|转化)|制造|研发(?!机构|团队|平台|人员|中心|投入)|上市|挂牌|为|免费|做强|做大|争当|专注|潜心|走出去|落户|来[晋运皖]|成立|攀登|集聚|聚集|深入|结合|率先|并|从事|举办|搭建|配置|给予|予以|享受|获得|可|新|坚持|实行|推行|推动|推进|购置|应用|运营|管理人|不断|持续|继续|广泛|深化|共同|担任"
)
_ACTS = re.compile(rf"(?:{_VERBS})")
_WITHOUT_VERB = re.compile(r"^(?:大力|积极|重点|加快|精准)*(?:引进|培育|支持|鼓励|培养|扶持)")
_OWNER = re.compile(
    rf"(?P<who>.{{0,8}}?(?:{_WHO}))(?=.*(?:费用?|支出|收入|收益|部分|经费|成本|税额|税负)$)"
)
_OBJECT = re.compile(
    r"向(?P<slanted>[^，。；]{2,40}?)(?:适当|重点|进行)?倾斜"
    r"|(?:用于|给)?(?:奖励|资助|补助|激励|优先(?:供应|安排|支持|保障|采购|推荐|扶持))(?P<given>[^，。；]{2,40})$"
)
_SHARE = re.compile(
    r"(?P<who>[^，。；]{2,40})的[^，。；的]{0,12}(?:比例|额度|标准)(?=不少于|不低于|达到|提高)"
)
_OPENING_NAME = re.compile(rf"[^，。；、]{{0,10}}?(?:{_WHO})")
_CONDITIONED = re.compile(r"^(?P<condition>.{2,120}?的)(?P<name>[^的]{1,40})$")


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """Name and conditions as printed; end is where the promise itself goes on."""

    name: str | None
    conditions: tuple[str, ...]
    end: int
    notes: tuple[str, ...] = ()


def in_dui(piece: str, start: int) -> Beneficiary | None:
    """「对…的企业，给予…」「对企业引进…的，…」: what stands between 对 and the verb that gives."""
    comma = re.compile(r"[，,]").search(piece, start)
    ends = [comma.start()] if comma else []
    for match in re.compile(
        r"(?:，|,)?(?:[省市县区]级财政|[省市县区]级|[省市县]财政)?(?:按照?[^，。；]{2,40})?(?:分别|即|一律|均|将|可|应|应当|试点|一次性)*"
        r"(?:给予|予以|发放|实行|减按|免征|减征|免收|不计入|优先|奖励|补助|补贴|资助|提供|继续给予|持续给予)"
    ).finditer(piece, start):
        if match.start() > start + 1:
            ends.append(match.start())
            break
    share = _SHARE.match(piece, start)
    if share:
        name, conditions = _split(share["who"])
        return Beneficiary(name, conditions, share.end("who") + 1)
    if not ends:
        return None
    end = min(ends)
    if comma and end == comma.start() and len(ends) > 1 and not _plausible(piece[start:end]):
        end = max(ends)
    name, conditions = _split(piece[start:end])
    return Beneficiary(name, conditions, end)


def _plausible(words: str) -> bool:
    return words.endswith("的") or _WHO_END.search(words) is not None


def after_support(piece: str, start: int) -> Beneficiary | None:
    """「支持A、B开展…」: the names up to the verb that says what they may do."""
    rest = piece[start:]
    if rest.startswith("其") and not rest.startswith(("其他", "其它")):
        return Beneficiary("其", (), start + 1)
    for match in _ACTS.finditer(rest):
        words = rest[: match.start()]
        if not words or "，" in words:
            break
        if _WHO_END.search(words) and not re.search(r"[和与、]$", words):
            name, conditions = _split(words)
            return Beneficiary(name, conditions, start + match.start())
    return None


def before_verb(piece: str) -> Beneficiary:
    """「A、B可自主决定…」「A，减按…」: the names at the head of the sentence."""
    for match in re.compile(
        r"[，,]?(?:由)?(?:[省市县区]级财政|[省市县区]级|[省市县]财政)?(?:即|均|将|应当|应|要)?"
        r"(?:可以?(?!持续|靠|行|能|见|再生|观)|给予|予以|发放|减按|免征|减征|减半|不计入|优先|免费|享受|减缴|减免|实行|每[家人件项]|一次性|按)"
    ).finditer(piece):
        words = piece[: match.start()]
        if not words:
            continue
        last = re.split(r"[，,]", words)[-1]
        if _WHO_END.search(last) or last.endswith("的"):
            name, conditions = _split(_WITHOUT_VERB.sub("", last))
            return Beneficiary(name, conditions, match.start())
        owner = _OWNER.match(last)
        return Beneficiary(owner["who"] if owner else None, (), match.start() - len(last))
    return Beneficiary(None, (), 0)


def as_object(piece: str) -> str | None:
    """「可用于奖励A、B」「向A倾斜」「优先供应A」: the beneficiary stands behind the verb."""
    match = _OBJECT.search(piece)
    if not match:
        return None
    name = match["slanted"] or match["given"]
    return name if _WHO_END.search(name) else None


def opening_name(words: str) -> str | None:
    """The first name in 「高层次人才协议工资…」."""
    match = _OPENING_NAME.match(words)
    return match[0] if match else None


def _split(words: str) -> tuple[str | None, tuple[str, ...]]:
    """「完成注册的科技型中小微企业」 → the enterprise, and the condition 完成注册的."""
    words = words.strip(" ，,\x00")
    match = _CONDITIONED.match(words)
    if match:
        return match["name"], (match["condition"],)
    if words.endswith("的"):
        who = re.match(rf"^.{{0,12}}?(?:{_WHO})(?=[^的、]{{3,}}的$)", words)
        if who:
            return who[0], (words[who.end() :],)
        return None, (words,)
    return words or None, ()

"""The words by which a beneficiary's name is told from what it is to do."""

from __future__ import annotations

import re

WHO = (
    "企业|公司|劳动力|硕士|技师|高管|(?:投资|举办|主办|承办|运营|建设|引进)方|旅行社|工作室|代表|高校|高等院校|高等学校|院校|学校|院所|科研机构|机构|团队|人才|人员|众创空间|孵化器|基地|平台|中心|星创天地|龙头"
    "|开发区|高新区|示范区|园区|单位|组织|个人|毕业生|大学生|学生|农民工|合作社|家庭农场|项目|地方|各地|地区|县|市|区|银行|医院|联盟"
    "|实验室|创客|专家|基金会?|(?:股权|风险|天使|创业|产业)投资|纳税人|老年人|公民|居民|家庭|职工|员工|载体|主体|工厂|车间|服务商|供应商|运营商|科学家"
    "|工作者|联络员|经理人|投资人|教师|师生|院士|博士后?|学者|院长|企业家|经纪人|特派员|干部|群体|群众|农户|申请人|专利权人|参保人|患者|儿童|妇女"
    "|采购人|发明人|设计人|举报人|传承人|法人|自然人|承租人|残疾人|子女|军人|退役士兵|资本|(?:社会|民间|金融|境外)资金|力量|贷款|债券|带头人|负责人|乡镇|村|街道|社区|集群|展会|协会|商会|学会"
    "|农场|民宿|酒店|景区|门店|研究生|本科生|专科生|业主|出租人|作品|投资者|投资商|经营者|消费者|创业者|劳动者|(?<!或)者|户|园|站|试点|支出|费用|(?:金融|保险|银行|证券|担保)业"
)
WHO_END = re.compile(rf"(?:{WHO})(?:[（(][^（）()]{{0,60}}[）)])?等?(?:各类)?$")
_VERBS = (
    "开展|建立|设立|利用|使用|参与|单独|加大|申报(?!人|单位|主体|者)|申请(?!人|者)|承担(?!单位|者)|牵头|采取|采用|通过|在(?![晋运皖校册孵职读建])|将|把|与|以(?![上下及])|向|到|围绕|依托"
    "|联合|发行|开发(?!区)|探索|改造|实施|购买|购置|对(?![外口])|按照?|根据|打造|整合|制定|创办|领办|引进|运用|提供|开放|加强|加快|强化"
    "|提高|提升|扩大|拓展|完善|进行|积极|主动|充分|优先|自主|面向|组建|(?<!省部)(?<!部省)(?<!校企)共建|吸纳|入股|离岗|兼职|返乡(?!下乡|入乡|创业人|农民)|合理"
    "|逐步|争创|创建|争取|承接|聘请|选派|推广|(?<!非)(?<!拟)上市(?!公司|企业|后备)|挂牌(?!企业)|为|免费|做强|做大|争当|专注|潜心|走出去|落户|来[晋运皖我]"
    "|成立|攀登|集聚(?!区)|聚集|深入|结合|率先|并(?!购)|新引进|从事|举办|搭建|配置|给予|予以|发放|享受|获得|可|坚持|实行|推行|推动|推进|应用|运营(?!商)"
    "|不断|持续|继续|广泛|深化|共同|担任|上一?年度|当年|发展壮大|强强|有序|科学(?!家|技术|研究)|赋予|针对|对照|设计(?!企业|院)|突破|瞄准|自愿|依法|按规定|销售(?!企业)|会同|用好|支持(?!政策|计划)"
    "|自建|开办|捐赠(?![人者])|新购[置买]|凝练|提出|投向|加入|选用|采购(?![人商方单])|减免|自行|做[优精专实]|规划建设|规划(?=科学|合理)|引入|开设|带头|确定|调整(?!基金)|成为|(?<=[\\u4e00-\\u9fff）)])每[校家个企人户](?=[\\u4e00-\\u9fff])|更多|规范|招用|招聘|签订|投身|发挥|上云|上平台|(?<!进)出口(?!企业|额|商|退税|信用|基地|加工|贸易|名牌|示范)|推荐(?!单位|人|机构)|聚焦|注重|立足|构建|接收|接受|升级|创新(?=人才培养|体制|机制|模式)|至少|(?<![支坚扶维保])持(?=[本有凭])|招引|办理|出现|发生|符合(?=下列|以下)"
)
ACTS = re.compile(rf"(?:{_VERBS})")
LOOSE = re.compile(
    r"建设(?!单位|项目)|发展|创新(?![型券平团主人载])|组织(?!等)|转化(?!基地|机构|中心)|培养|投资(?![机基人者企公商等])|制造(?!企业|业)|研发(?![机团平人中投])|并购|转移(?!支付|转化)|集群发展|就业|创业(?![基园者投企孵])|融资(?![担租])|参加|参保"
)
"""Words that are verbs here and halves of nouns there: only tried where no plain verb stands."""
IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
CONDITIONED = re.compile(r"^(?P<condition>.{1,120}?的)(?P<name>[^的]{1,60})$")
WITHOUT_VERB = re.compile(
    r"^(?:每年)?(?:大力|积极|重点|加快|精准|优先)*(?:引进|培育|支持|鼓励|培养|扶持|建设|创建|打造|组织(?=[^，]{2,20}(?:企业|单位)))*(?:一批)?"
)
TOGETHER = re.compile(
    r"年满|符合|具有|已(?=[\u4e00-\u9fff])|取得|获得|经认定|上一?年度|.*,(?:[且并]|以及)"
)
"""Conditions before a comma that belong to the name behind it: 年满60周岁，具有本市户籍的公民."""
OWNER = re.compile(
    r"(?P<who>[^，]{0,8}?(?:企业|事业单位|高校|院所|机构|单位|个人|纳税人|团队|人才|人员))"
    r"(?=.*(?:费用?|支出|收入|收益|经费|成本|税额|税负|部分)$)"
)
GIVER = re.compile(
    r"(?:局|厅|部门|政府|机关|分行|支行|分支机构|工作站|委员会|财政|税务|银行)(?:[（(].{0,20}[）)])?$"
)
"""Who hands the support out: 市财政局发放…, 合作银行发放…."""

_THING = re.compile(r"(?:投入|产品|装备|设备|系统|成果|专利|动议|选题)$")
"""What is helped instead of a body: 对首次应用的装备，给予…."""
_COUNT = r"^(?:一批|当年|其中的?|更多(?:的)?)"
SUBJECT = re.compile(
    r"^[^，。；的、]{0,10}?(?:企业|单位|机构|个人|团队|人才|人员|毕业生|军人|申请人|纳税人)(?=近|未|已|无|连续|属于|自主)"
)
"""「企业近三年未发生事故，且…的」: the name opens, what follows are its conditions."""
AT_TIME = re.compile(
    r"^在(?:计算|计征|申报|缴纳)[^，]{2,16}(?:时|前|中)$|^(?:连续|最近|自[^，]{2,12}起)?[^，]{0,4}年内?$"
)
"""「在计算应纳税所得额时」 stands between the outlay and its deduction."""
FIELD = re.compile(r"(?:领域|方面|行业|环节|产业)等?$")
"""「针对未来产业等领域，新建一批平台，…」: a field is no beneficiary."""


def has_verb(name: str) -> bool:
    """Whether a name holds a verb, outside its brackets: then it is no name."""
    return ACTS.search(IN_BRACKETS.sub("", name)) is not None or name.startswith("建设")


def is_who(words: str) -> bool:
    """Whether words end in a name, or in a condition that stands for one: …的."""
    return words.endswith("的") or WHO_END.search(words) is not None


def split_name(words: str, things: bool = False) -> tuple[str | None, tuple[str, ...]]:
    """「完成注册的科技型中小微企业」 → the enterprise, and the condition 完成注册的.

    things: what is helped may stand for who, 「首次应用的装备」.
    """
    words = re.sub(
        r"^向(?=.{4})|(?:探索|进行)$|(?:在)?\d{1,2}年内$|应当?(?:主动|依法)?$",
        "",
        words.strip(" ，,\x00"),
    )
    match = CONDITIONED.match(words)
    if match and WHO_END.search(match["name"]):
        name = re.sub(_COUNT, "", match["name"])
        condition = re.sub(_COUNT, "", match["condition"])
        return name, tuple(condition.split("，"))
    for verb in ACTS.finditer(words):
        name = words[: verb.start()]
        if name == "其":
            return name, (words[verb.start() :],)
        if has_verb(name):
            if name.count("（") == name.count("）"):
                break  # every longer name holds that verb too
        elif WHO_END.search(name):
            return name, (words[verb.start() :],)
    if things and match and _THING.search(match["name"]):
        return match["name"], (match["condition"],)
    if words.endswith("的"):
        return None, (words,)
    return re.sub(_COUNT, "", words) or None, ()


OUTLAY = re.compile(r"(?:费用?|租金|支出|投入|利息|保费|成本|款)$")
"""「对新增的设备购置费给予补助」: what is paid for stands where whom would."""

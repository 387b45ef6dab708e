"""What is asked of many a policy and told by few: appeals, penalties, how often, both at once.

A clause about the policy answers such a question only where it has one of the words that tell it.
Longer than most: one table, which is easier to keep in one place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.regions import find_regions


@dataclass(frozen=True, slots=True)
class Matter:
    """Words that ask for something, and those of which a clause that tells it has one."""

    asks: re.Pattern[str]
    tells: re.Pattern[str]
    near: bool = False
    """Whether the word must stand in a sentence that is about the question, not just in its clause."""


def _matter(asks: str, tells: str, *, near: bool = False) -> Matter:
    return Matter(re.compile(asks), re.compile(tells), near)


_BEHIND_THEM = r"(?:职称|学历|学位|资历|工龄|(?:从业|工作|执业|任职)(?:年限|年头|经历|经验)|成立(?:年限|时间)|注册资[本金]|户籍|户口)"
_MATTERS = (
    # appeal
    _matter(
        r"申诉|复核|复议|申辩|(?:不服|有异议|没评上|没选上|没通过)[^。?？]{0,8}(?:找谁|咋办|怎么办|去哪)",
        r"申诉|复核|复议|申辩|异议|公示",
    ),
    # penalty
    _matter(
        r"(?:怎么|怎样|如何|咋|会不会|要不要|会|要|受(?:到)?(?:什么|啥|哪))[^，。,?？]{0,4}(?:处罚|罚|追回|追缴|惩罚|追究)|"
        r"(?:骗领|骗取|冒领|弄虚作假|造假|违规)[^。?？]{0,10}(?:怎么|怎样|如何|咋|什么|啥|后果)",
        r"罚|追回|追缴|收回|追究|问责|处分|整改|约谈|惩|失信|骗|弄虚作假|违规|违法|依法依规",
    ),
    # both at once
    _matter(
        r"叠加|兼得|(?:同时|一起|一块儿?)(?:能|可以|可|都)?(?:享受|拿|领到?|得到?)|(?:能|可以|可)(?:不(?:能|可以))?(?:同时|一起|一块儿?|都)(?:享受|拿|领|得)|"
        r"重复(?:享受|领|申领|拿)",
        r"重复|叠加|同时|从高|就高|不得再|兼",
    ),
    # how often
    _matter(
        r"(?:一年|每年|年年|一辈子|终身)(?:都)?(?:能|可以|可)?(?:给|发|领|拿|补|奖|享受)?(?:一|几|多少)?(?:回|次)(?:还是|吗|吧|呢|啊|[?？]|$)|"
        r"(?:几|多少)(?:个月|年|天|周)(?:给|发|领|拿|补|评|报|开|办|更新|调整)(?:一)?(?:回|次)|(?:每年|年年)都(?:能|可以|会)?(?:给|发|领|拿|有)(?:吗|么|不)|"
        r"(?:能|可以|可)(?:领|拿|用|享受|申请|申报)几(?:回|次)",
        r"每年|每月|每季|年度|逐年|按年|按月|一次性|连续|分期|分年|每次|多次|[一二三两几]次|每[一两二三四五]年|每周|定期|适时|滚动",
    ),
    _matter(
        r"多久[^，。,?？]{0,6}一?(?:次|回|趟)",
        r"每[年月季周日天次半两]|定期|按[年月季]|年度|适时|滚动|常态|逐年|一年",
    ),
    # who pays the rest, what has to be paid back, what is closed down
    _matter(r"配套(?:多少|几|比例|的?资金(?:是|有)?多少)", r"配套"),
    _matter(r"自筹(?:多少|几|比例)", r"自筹"),
    _matter(
        r"(?:退|退回|退还|返还|上缴|交回|收回)(?:去|来)?(?:吗|么|嘛|不退?|[?？]$)|(?:要不要|用不用|需不需要)(?:再)?(?:退|返还|上缴|交回)",
        r"退(?!役|出|休)|返还|收回|追回|上缴|交回",
    ),
    _matter(
        r"(?:撤|砍|裁|关停?|淘汰|取消|注销|摘牌)(?:销|掉|并|减)?了?(?:多少|几[家个])",
        r"撤|砍|裁|关停|淘汰|取消|注销|摘牌|并(?=或|转)|退出",
    ),
    # who published it, who stands for it in law, land for it
    _matter(
        r"哪(?:一?[家个份])?(?:报纸?|媒体|电视台|杂志|出版社|网站)",
        r"[日晚早]报|电视台|报社|杂志|出版社|网站|客户端|传统媒体",
    ),
    _matter(r"法人(?:代表)?(?:是|叫|为)?谁", r"法定代表人|法人代表"),
    _matter(r"给不给地|(?:给|批|划)块?地(?:吗|么|不|[?？]$)", r"土地|用地|地块|供地|场地|厂房"),
    # putting on record
    _matter(r"备案(?=[，,]?(?:找|去|到|要|需|得|怎|咋|在哪|流程|材料|条件))", r"备案|登记"),
    # which taxes
    _matter(
        r"(?:减|免|退|抵|交|缴|扣)[^，。,?？]{0,6}税|税[^，。,?？]{0,6}(?:优惠|减免|怎么|怎样|咋|几|多少|不用交)|免税|退税|抵税",
        r"税|加计扣除",
    ),
    # in other places
    _matter(
        r"跨(?:省|市|县|区域|地区)|异地|(?:外省|外地|别的省|其他省|省外)[^，。,?？]{0,6}(?:能|可以|可)?(?:用|使用|通用|办|抵)",
        r"跨|异地|省外|外省|外地|域外|区域外|通用|通办|互认|全国|京津冀|长三角|粤港澳|国内",
    ),
    # where something is made known or handed in
    _matter(
        r"在哪(?:里|儿|个(?:网站|平台|系统))?(?:能|可以|才能)?(?:发布|公布|公示|查询?|查看|看得?到?|申请|申报|报名|领取?|办理?|下载|登记|注册|提交|填报?)",
        r"网|(?<!创新)平台|系统(?!集成|攻关)|窗口|大厅|app|公众号|报刊|媒体|管理处|服务站|银行|税务局|自主",
    ),
    # which comes out on top
    _matter(
        r"(?:哪(?:一)?(?:个|家|类|项|些|座|所)?|谁)[^，。,?？]{0,8}最(?:高|大|多|强|好|低|少|快|早|小)",
        r"最(?![新近终后])|第一|首位|居首|领先|排名|位列|名列|高于|低于|超过|仅有|不足",
        near=True,
    ),
    _matter(
        r"(?:排名?|名列|位列|位居|排在)第一(?:名|位)?的?(?:是|有)?(?:哪|谁)",
        r"第一(?:名|位)|首位|居首|榜首|(?:位居|位列|排名)(?:全[省市国])?第一|最(?![新近终后])",
        near=True,
    ),
    # whether it has been brought to its end
    _matter(r"结题|结项|中期检查", r"结题|结项|中期|验收"),
    # with whom to hand it in
    _matter(
        r"向(?:谁|哪(?:个|家|一)?)[^，。,?？]{0,4}(?:提出|申请|申报|报告|反映|投诉|提交|报送)",
        r"向[^,.;]{2,14}(?:提出|申请|申报|报告|反映|提交|报送)|受理|报送|主管部门",
    ),
    # who runs something
    _matter(
        r"谁(?:来|在|去|负责)?(?:运营|承建|承办|主办|代管|托管)",
        r"(?:由|委托|授权|聘请|引入|依托)[^,.;]{2,24}(?:运营|承建|承办|主办|团队|公司|管理)|运营(?:单位|主体|机构|公司|商)|承办|主办|承建",
    ),
    _matter(
        r"谁(?:来|在|去|负责|牵头)?(?:起草|编制|撰写|编写)",
        r"由[^,.;]{2,16}(?:起草|编制|撰写|编写|制定)|(?:厅|局|委|部门|单位)[^,.;]{0,8}(?:起草|编制|制定)|负责|牵头",
    ),
    # how somebody is chosen for an office
    _matter(
        r"(?:主任|院长|所长|校长|首席[㐀-鿿]{0,4}|负责人|组长|带头人|链长)(?:是)?(?:怎么|怎样|如何|咋)(?:个)?(?:选|产生|任命|聘|定|来|当)",
        r"选聘|选任|任命|遴选|公开招|竞聘|选拔|聘任|聘请|担任|兼任|任期",
    ),
    # money
    _matter(
        r"(?:补助|补贴|奖补|资助|津贴|奖金|安家费|(?:有|给|发|得到?|拿|什么|没)奖励)(?:政策|标准|资金|办法)?(?:有多少|有哪些|有没有|是多少|多少|吗|呢|么)?[？?。]?$",
        r"补|奖|资助|资金(?:支持|扶持)|津贴|券|\d[万亿]?元|减|免|贷|贴息|优惠|薪|工资|待遇|税|收益|住房|给予|出资",
        near=True,
    ),
    # who may apply
    _matter(
        r"(?:申请|申报|认定|入选|准入|报名|评选|评价|评定|评审|入住|领取|入库|入围|纳入|入驻|选派|遴选|选拔|推荐|建站|设站|设立|落户)的?(?:条件|标准|门槛|细则)",
        r"(?<!有)条件|符合|满足|具备|应当|必须|须|达到|不[低少]于|不超过|以[上下]|未|凡|前提|限于|仅|标准|要求|资格|[^。]{4}的,",
    ),
    # what persons have to have behind them
    _matter(
        rf"{_BEHIND_THEM}[^，。,?？]{{0,12}}(?:要求|条件|限制|门槛|规定)|(?:要求|限制|限定|[看卡要])(?:什么|啥|哪)?(?:样的|种)?{_BEHIND_THEM}",
        r"职称|学历|学位|\d岁|年龄|资历|工龄|经历|经验|年限|年以上|满[^,.;]{1,2}年|注册资[本金]|户籍|户口|博士|硕士|本科|专科|毕业|教授|研究员|工程师|技师|职务",
    ),
    # how to enter for it
    _matter(
        r"(?:怎么|怎样|如何|咋|去哪(?:里|儿)?|在哪(?:里|儿)?|上哪(?:儿)?|(?:找|去|到)哪个(?:窗口|大厅))(?:个)?(?:报名|申请|申报|申领|参评|递材料|交材料)|(?:找|去|到)哪个(?:窗口|大厅)(?:办理?|交|领取?)|(?:报名|申请|申报)的?(?:流程|手续|渠道|入口|方式|步骤)",
        r"申请|申报|报名|登记|注册|提交|受理|窗口|办理|推荐|审核|程序|自主|备案",
    ),
    # which office holder
    *(
        _matter(rf"(?:哪(?:一)?(?:位|个)|谁)[^，。,?？]{{0,4}}{title}", title)
        for title in ("副省长", "副市长", "副县长", "厅长", "局长", "秘书长")
    ),
    # what it costs
    _matter(
        r"(?:怎么|怎样|如何|咋)(?:个)?(?:收费|收钱)|收不收(?:费|钱)|收费(?:吗|么|不|嘛)|(?:要|得|需要?|用)(?:不(?:要|得|用))?(?:交|缴|付)(?:[㐀-鿿]{0,3}费|钱|押金|保证金)(?:吗|么|不|嘛)?[?？]?$|收费标准|收(?:多少|几)(?:钱|费|块)|[用机]时费",
        r"收费|免费|付费|价格|有偿|无偿|费用|使用费|收取|免收|交费|缴费",
    ),
    # which comes first
    _matter(
        r"先[^，。,?？]{0,6}(?:哪|谁)[^，。,?？]{0,6}[后再]|(?:先后|轻重)顺序|谁先谁后",
        r"优先|依次|先行|率先|首先|先.{1,12}后|顺序|首批|第一批|逐步",
    ),
    # by what standard
    _matter(r"按(?:照)?(?:什么|啥|哪个?)标准", r"标准|按照?|根据|比例|以.{1,8}为"),
    # handing it on
    _matter(
        r"(?:能|可以|可|允许|准|许)[^，。,?？]{0,6}(?:转让|转给|转送|转卖|借给|卖给|送给)(?:给)?(?:别的?|其他|他人|别人|朋友|同行|兄弟|关联)",
        r"转让|转借|转赠|出售|流转|出借|仅限|限于",
    ),
    _matter(
        r"(?:能|可以|可|允许|准|许)(?:不(?:能|可以))?(?:随便|自己|再|对外)?(?:转让|转卖|转送|转借|出租|转租|倒卖)(?:吗|么|不|嘛)?[？?。]?$",
        r"转让|转借|转赠|出售|流转|出借|出租|仅限|限于",
    ),
    # in which form
    _matter(
        r"(?:给|发|补)的?是(?:现金|钱)还是|(?:现金|打款|转账)(?:还是|吗|么)|(?:钱|补贴|奖金|补助)[^，。,?？]{0,8}(?:到账|打到|打给|打款)",
        r"现金|到账|拨付|兑付|兑现|打入|转账|抵扣|直达",
    ),
    _matter(
        r"(?:申请|申报|认定|入选|准入|评选|评价|评定|评审|入库|入围|遴选|选拔)(?:的?话)?(?:都|需要|需|要|得|有)*(?:满足|符合|具备|达到)?(?:什么|啥|哪些)(?:样的)?(?:条件|标准|要求|门槛)",
        r"条件|符合|满足|具备|应当|必须|须|不[低少]于|不超过|凡|前提|限于|标准|资格|[^。]{4}的,",
        near=True,
    ),
    # who pays
    _matter(
        r"(?:钱|工资|费用?|经费|社保|保费|成本|开销|利息|损失)(?:到底|究竟)?(?:该|由|是|归|让)?(?:谁|哪(?:个|家|边|方))(?:来|给|去)?(?:发|付|出|掏|承担|负担|买单|报销|垫|缴|交)",
        r"承担|负担|列支|支付|由[^,.;]{1,12}发放?|财政|出资|自筹|自理|报销|分担|列入",
        near=True,
    ),
    # how many grades
    _matter(
        r"(?:分|设|有)?(?:成|为)?(?:哪?几|多少)个?(?:档|等次|等级)",
        r"档|等次|等级|[一二三]等|[一二三]级",
    ),
    # what one has to hold: a certificate
    _matter(
        r"(?:什么|啥|哪(?:些|种|个|张)?)(?:样的)?(?:资格证|证书|证件|执照|牌照|许可证)",
        r"资格证|证书|证件|执照|牌照|许可证|持证",
    ),
    # who else may: a natural person
    _matter(
        r"(?:我|他|俺)?(?:一?个人|自然人)(?:申请|申报|名义|能|可以|也能|行)|不是(?:公司|企业|单位)的?[^。?？]{0,4}(?:能|可以|行)",
        r"个人|自然人|个体|创客|公民|居民|劳动者|人员|人才|农民|学生|职工|创业者|发明人",
    ),
)
# 没形成无形资产的怎么算 is told of by 未形成无形资产; 形成了的 is not.
_UNDONE = re.compile(r"未(?P<done>[一-鿿]{4,6})")
_DONE = r"(?:已经?|都)[^，。,;；]{{0,2}}{done}|{first}了{rest}"
# 包括哪几个市: cities are to be named.
_PLACES = re.compile(
    r"(?:包括|包含|涵盖|覆盖|涉及|都?有|是|由|派到|下到|去了?|面向|选了?|来自)哪(?:几|些)?个?(?:地级|设区)?(?:市|县|区|省|城市|地市)(?![场民级长里委厅局直])|"
    r"(?:成员|参与|试点|入选|合作|覆盖|涉及)(?:的)?(?:城市|地市|市县|县市|县区|市|县)(?:的)?(?:名单|清单|名字|名称|都?有哪|(?:分别)?(?:是|叫)(?:什么|哪))"
)
_CITIES_IN_SHORT = re.compile(r"北上广|京津冀|长三角|珠三角|粤港澳|大湾区")
_DISTRICT = re.compile(r"哪[^。?？]{0,4}区")
_SOME_DISTRICT = re.compile(r"示范区|开发区|高新区|新区|县区")
# Of whom a clause has to speak that tells what is done for them.
_FOR_WHOM = tuple(
    (re.compile(asks), re.compile(tells))
    for asks, tells in (
        (
            r"女(?:性|科技|科研|企业家|创业|职工|干部|博士|硕士|大学生|员工|同志|人才)|妇女|女士",
            r"女|妇",
        ),
        (r"残疾|残障|聋哑|盲人", r"残疾|残障"),
        (r"退役|退伍|转业军人|复员|军转|老兵", r"退役|退伍|转业|复员|军人"),
        (r"少数民族|回族|藏族|维吾尔|民族企业", r"民族(?!工业|品牌|复兴)"),
        (r"港澳|台胞|台商|台资|台湾|港资", r"港澳|台"),
        (r"农民工|打工的|外出务工", r"农民工|务工|返乡|农民"),
        (r"下岗|失业", r"下岗|失业|就业困难|再就业"),
        (r"低保|贫困(?:户|生|家庭)", r"低保|贫困|困难"),
        (r"退休(?!年龄|金)", r"退休|离退|老(?:专家|教授|科技)|返聘"),
        (r"未成年|中学生|小学生|高中生", r"中学|小学|青少年|学生|未成年"),
    )
)
# What is laid down for one of two kinds says nothing of the other.
_SIBLINGS = (("小规模纳税人", "一般纳税人"), ("公办", "民办"), ("民办", "公办"))


# 依托单位是哪家: only a clause that says on whom it rests tells it.
_IN_WHAT_ROLE = re.compile(
    r"(?P<role>依托|承建|主办|承办|运营|挂靠|发起|出资|共建|合办|代管)(?:单位|机构|方|企业|公司|高校|院校)"
    r"(?:是|为|有|叫)?(?:谁|哪|什么|啥)|"
    r"由哪(?:一|几)?(?:家|个|所)(?:企业|公司|单位|机构|高校|大学|院所)?(?:来|在|去|负责)?(?P<by>承建|主办|承办|运营|代管|发起|出资|承接|研制|生产|建设)(?!的)"
)


# 消防怎么验收: how one thing is done is told by its name.
_HOW_DONE = re.compile(
    r"(?:怎么|怎样|如何|咋)(?:个)?(?P<verb>认定|评定|评选|验收|评审|公示|抽查|备案|结算|报销|退出|打分|仲裁|退款|续期|延期|审计|招标|摇号)"
)
# 报名1529人，录取了多少: what came of it is told by its name.
_CAME_OF_IT = re.compile(
    r"(?P<verb>录取|录用|通过|退回|毕业|结业|获奖|中标|入选|落地|转板|复审|淘汰|清退|取消|到账|兑付|返还|追回|投产|留下|留任)"
    r"(?:了|过|的(?:有|是)?|出去|下来)?(?:多少|几)[家个名人项所件笔]?[?？]?$"
)
_PER = re.compile(r"(?:每|(?<![上近超\d]))(万人(?=口|发明|拥有)|人均|户均|亩均|单位面积)")


def leaves_out(asked: str, told: str, about: str | None = None) -> bool:
    """Whether something is asked that a clause (folded, with its headings) has no word of.

    about: the sentences of the clause that are about the question, folded; all of it if not given.
    """
    near = told if about is None else about
    if any(
        matter.asks.search(asked) and not matter.tells.search(near if matter.near else told)
        for matter in _MATTERS
    ):
        return True
    done = _HOW_DONE.search(asked)
    if done and done["verb"] not in told:
        return True
    if (came := _CAME_OF_IT.search(asked)) and came["verb"] not in near:
        return True
    if (per := _PER.search(asked)) and per[1] not in told:
        return True
    if (role := _IN_WHAT_ROLE.search(asked)) and not _has_role(role["role"] or role["by"], told):
        return True
    if any(asks.search(asked) and not tells.search(told) for asks, tells in _FOR_WHOM):
        return True
    if any(
        one in asked and other not in asked and one not in told and other in told
        for one, other in _SIBLINGS
    ):
        return True
    if _PLACES.search(asked) and not (_DISTRICT.search(asked) and _SOME_DISTRICT.search(told)):
        short = _CITIES_IN_SHORT.search(told)
        return short is None and len({mention.region for mention in find_regions(told)}) < 2
    return is_of_the_undone(asked, told)


def _has_role(role: str, told: str) -> bool:
    """Whether a text says who is in a role; 运营平台 names nobody that runs it."""
    if role != "运营":
        return role in told
    return bool(
        re.search(r"(?:由|委托|引入|聘请)[^,.;]{2,20}运营|运营(?:单位|主体|方|团队|机构|商)", told)
    )


def is_of_the_undone(asked: str, told: str) -> bool:
    """Whether what has been done is asked about (已形成无形资产的), and the clause is about the case
    that it has not."""
    for match in _UNDONE.finditer(told):
        for size in range(len(match["done"]), 3, -1):
            done = match["done"][:size]
            if done in told.replace(match[0], ""):
                return False
            if re.search(_DONE.format(done=done, first=done[:2], rest=done[2:]), asked):
                return True
            if re.search(rf"(?<![未没有不]){done}", asked):
                return True  # 那形成无形资产的呢
    return False

"""What a clause that was found leaves out though it is asked: an attribute, a word, a place."""

from __future__ import annotations

import re

from assistant.compose.explained import explains_terms, only_names_document
from assistant.compose.figures import FIGURE_KINDS
from assistant.compose.matters import leaves_out
from assistant.compose.measured import lacks_measure
from assistant.compose.named_elsewhere import is_named_elsewhere, leaves_out_part
from assistant.compose.served import serves
from assistant.compose.spoken_figure import lacks_spoken_figure
from assistant.compose.unheld_words import names_unheld
from assistant.compose.unlisted import about, names_no_one
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Statement
from assistant.understanding.concepts import bigrams
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from assistant.understanding.typos import ordinary_words
from corpus.regions import find_regions, is_within, region_named

# Attributes that nothing but their own name states.
_ATTRIBUTES = (
    r"(面积|利润|产值|税收|工资|薪资|学费|租金|价格|票价|长度|高度|重量|人口|预算|注册资本|市值|股价|分数线|"
    r"费用|花费|开支|录取率|通过率|失业率|汇率|电价|水价|气价|房价|年龄|温度|产量|销量|工期|容积率|分值|权重|学历|全长|时速|车速|编制|年费|罚款|押金|"
    r"保费|床位|名额|分数|股东|法人代表|法定代表人|实际控制人|持股比例|算力|峰值|功率|带宽|身高|楼层|层高|岁数|起征点|免征额)"
)
_ATTRIBUTE = re.compile(
    rf"{_ATTRIBUTES}(?:上限|下限|限制|门槛|标准|线)?(?:可以|能)?(?:减[免缴]|[交收补罚])?"
    r"(?:一共|总共|大概|具体)?(?:[一每]个?(?:年|月|学期|平米|平方))?(?:是|为|有|达到?|定|要?(?:到|达到?|做到|冲到)|要求?|不低于|超过)?"
    r"(?:多少|几|多大|多高|多长|有?(?:什么|啥|哪些)(?:硬?杠杠|要求|限制|门槛|规定|讲究|条件)|"
    r"有?(?:没有|无)?(?:上限|下限|限制|要求|门槛|规定)|(?:限不限|卡不卡|受限))"
)
# 高速飞车试验线 全长: keywords that end in an attribute ask for it.
_KEYED = re.compile(rf"(?<!几个)(?<!多少)(?<!几){_ATTRIBUTES}[?？]?$")
_AMONG_KEYS = re.compile(_ATTRIBUTES)
_SENTENCE_WORDS = re.compile(r"[,，。?？的了在有是]")
_SIZED = re.compile(r"((?:总|资金|基金|募资|融资|资产|贷款|授信|投资|发行)规模)[?？]?$")
# 要满足多少利润
_HOW_MUCH_OF = re.compile(rf"(?:多少|多大|多高)的?{_ATTRIBUTES}(?![减优])")
_ASKS = re.compile(r"什么|怎么|怎样|如何|为何|哪|谁|吗|是否|能否|[能可]不[能可]")
# Who holds an office: the clause has to name the office at least.
_OFFICE = re.compile(
    r"(首席(?:专家|科学家|研究员)|(?:副|双|总)?(?:组长|召集人|主席|主任|秘书长|总指挥|链长|会长|理事长)|(?:大|控股)?股东|法人代表|法定代表人|实际控制人|董事长|总经理)[^，。,?？]{0,4}(?:由|是|为|让)?"
    r"(?:谁|哪[^，。,?？、]{0,6}?(?:位|个|名|人|领导)|什么人|何人)"
)
# 由哪位领导当链长
_HELD_BY = re.compile(
    r"(?:由|让|是)(?:谁|哪[^，。,?？]{0,6}?)(?:来)?(?:当|担任|任|做|兼任?)((?:副|总)?(?:组长|召集人|主席|主任|总指挥|链长|会长|理事长|首席专家))"
)
_NAMED_BY_ITSELF = (_ATTRIBUTE, _HOW_MUCH_OF, _OFFICE, _HELD_BY)
# Where an office sits is told by these words only.
_SEAT = re.compile(
    r"(?:办公室|秘书处|指挥部|工作专班|日常工作|总部)[^，,。?？]{0,4}(?:设|挂|放)在?(?:哪|什么|啥)"
)
_SEATED = re.compile(r"(?:设在|设于|挂靠|下设|承担[^。]{0,12}日常工作)")
# Where one thing is: a clause that names no place does not tell.
_LOCATION = re.compile(
    r"在哪(?:[几些一二两三]|\d+)?个?(?:地级)?(?:市|县|区|镇|乡|地方|城市)(?![场民级长里委])|(?<!原文)(?<!原话)(?<!出处)(?<!依据)(?<![用花投差别现写载])(?<!不同)在哪[儿里]?(?:呢|啊|呀)?[？?]?$|(?:选址|地址|厂址|位置)[^，。,?？]{0,8}哪个?(?:市|县|区|镇|乡|街|村)|(?:市|县|(?<![园社校景范发新])区)(?:都)?(?:是|叫)(?:谁|哪|什么|啥)|"
    r"(?:举办|所在|落户)(?:城市|地点|地)$|(?:盖|建|办|开|放|设|定|选)在[^，。,?？]{0,6}哪(?:几)?个?(?:设区|地级)?(?:市|县|区)|"
    r"(?:设|建|放|开|办|落|安|盖|挂|布局|分布)(?:立|置|设)?在(?:了)?(?:哪里|哪儿|什么地方|啥地方|何处|何地)|"
    r"(?:位于|坐落于?|落户|建在|设在|选址|(?:放|落|布局|分布)在)(?:到|在|于)?哪(?!些?(?:年|方面|几年)|[几两三]?[家所]|个(?:医院|学校|单位|部门|企业|[厅局]))|"
    r"(?:基地|中心|园区?|平台|实验室|机构|分院|校区|学校|医院|站|馆)(?:都|分别|各自?|具体|到底)*(?:是)?在(?:哪里?|哪儿|什么地方)"
)
_WHICH_CITY = re.compile(r"哪个?(?:地级|设区)?(?:市|县|城市)(?![场民级长里委])")
# How much more than before: a clause that tells one time's figure alone does not say.
_SINCE = re.compile(
    r"(?:[跟和与同](?:去年|上年|前年|往年|[上前]一年)(?:同期)?[相做对]?比|[比较]起?(?:去年|上年|前年|往年|[上前]一年)|同比|环比)"
)
_CHANGED = re.compile(
    r"同比|环比|(?:比|较)(?:去年|上年|上一年|20\d\d年)|净增|翻[一两]?番|\d倍|倍增|"
    r"(?:增长|增加|提高|提升|下降|减少|降低)(?:了|到|至|约|近|超|达|\d|[^,.;]{0,6}\d)"
)
# A tax is told by its name alone: a clause on another tax or on land does not state it.
# NO.1 is another than NO.10.
_NUMBERED_NAME = re.compile(r"no[.．]\d+|(?<![a-z])[a-z]\d+(?!\d)")
_TAX = re.compile(
    r"增值税|消费税|关税|房产税|(?:城镇)?土地使用税|土地增值税|耕地占用税|印花税|契税|车船税|车辆购置税|个人所得税|个税|"
    r"企业所得税|所得税|环保税|环境保护税|资源税|城建税|城市维护建设税|教育费附加|烟叶税|船舶吨税"
)
# Whose tax it is, or on what: what is laid down for others says nothing of it.
_TAX_MATTER = re.compile(r"税|抵扣|加计|递延|折旧")
_TAXED = re.compile(
    r"孵化器|众创空间|大学科技园|小型微利|小微|个体(?:户|工商)|创投|创业投资|天使|合伙|境外|出口|农产品|技术转让|技术入股|"
    r"股权激励|期权|固定资产|残疾|退役|重点群体|集成电路|芯片|动漫|节能|环保|软件|科研院所|转制|外籍|房屋|用地|进口|设备购置|"
    r"科技型中小企业|技术先进型|职工教育|捐赠|非营利|职务科技成果|奖金|分红|转增股本"
)
_GROUP = re.compile(
    r"(?P<of>[一-鿿]{2,8}?)(?:工作)?(?:领导小组|委员会|指挥部|联席会议|专班|协调小组)"
)
# 瞪羚企业的认定标准: those of others are none of it.
_CRITERIA = re.compile(
    r"(?P<of>[㐀-鿿]{3,8})的?(?:认定|评价|评定|入选|申报|入库)的?(?:条件|标准|门槛)"
)
_GROUP_OF_LEVEL = re.compile(r"(?P<level>[省市县])[㐀-鿿]{2,16}?领导小组")
# 会受什么处分: a clause that never speaks of it does not state which.
_WHAT = re.compile(r"(?:什么|啥|哪[个种类])(?P<noun>[一-鿿]{2})(?=$|[？?，,。呢啊])")
_PLAIN = re.compile(
    r"文件|办法|措施|政策|支持|内容|要求|时候|时间|地方|情况|方面|原因|意思|东西|作用|好处|优惠|条件|单位|部门|规定|样子|说法|"
    r"路子|渠道|帮助|问题|结果|程度|水平|标准|方式|法子|门槛|手续|材料|流程|动作|动静|事情|招数|区别|关系|理由|目标|指标|任务|模式|待遇|补贴|奖励|补助|福利|扶持|机制|制度|依据|特点|模样|"
    r"方便|便利|照顾|实惠|甜头|帮扶|亮点|成绩|成果|进展|突破|经验|短板|困难|难题|差距|做法|举措|手段|抓手|保障|激励|特色|步骤|环节|范围|对象|"
    r"组合|搭配|构成|组成|套路|打法|玩法|路数|名称|叫法|口号|格局|布局|顺序|节奏|"
    r"关系|含义|名堂|影响|安排|打算|计划|讲究|说头|定义|态度|角色|身份|价格|行业|领域|产业|活动|工作|服务|项目|企业|公司|学校|平台|机构|城市"
)
# 其中国家级的有几家: a clause that knows no such level does not tell.
_AMONG = re.compile(r"(?:其中|当中|里面|里头)的?(?P<level>国家级|省级|市级|国际级?)")
# 其中企业自己掏的是多少: a clause that tells the whole does not tell the part.
_PART_OF = re.compile(
    r"(?:其中|(?:^|[，,])那?当中|那里面|那里头)的?(?P<part>[㐀-鿿]{2,14}?)(?:要|能|得|一共|总共|各|大概|又|又要)*"
    r"(?:有|是|占|分|达到?)*了?(?:多少|几[个家名人项成])"
)
_EMPTY = re.compile(r"方面|这块|部分|领域|我们|咱们?|自己|由|的|了|那|这|说|是|个人")
# 占销售收入几个点: a clause that never names the whole does not tell the share.
_SHARE = re.compile(
    r"占(?:了|到)?(?P<whole>(?![了到比全整]|大头)(?:(?!的)[一-鿿]){2,8}?)(?:总额|总量|总数)?的?(?:比例|比重|份额)?"
    r"(?:最低|最少|最高|至少|起码|不低于|要|应|得|需|达到?|是|为|有)*(?:多少|几)"
)
# 学历要硕士还是博士: one of the two has to be spoken of.
_EITHER = re.compile(
    r"(?:要|须|得|需|限|用)(?P<one>[㐀-鿿]{2})(?:的|级)?[，,]?还是(?!要|得|会|能|可以|不|没|按|由|说|只|都|先|归|靠|去|把)(?P<other>[㐀-鿿]{2})[^，,。]{0,4}[?？]?$"
)
_AROUND_GROUP = re.compile(r"[那这]个|[的抓搞管里全省市我咱们]")
_AREA = re.compile(r"示范区|开发区|高新区|新区|北上广|京津冀|长三角|珠三角|粤港澳|大湾区|经济带")
_BODY = re.compile(
    r"[㐀-鿿]{2,12}?(?:高新区|开发区|示范区|大学|学院|专科学校|医院|保健院|集团|有限公司)"
)
_SHORTEST_BODY = 5
_BEFORE_NAME = frozenset("在于由为和与及的是从对向把到让给跟同归")
_FEW = 6
"""Clauses that at most name what is one of its kind."""
_NUMBER = re.compile(r"(?:文号|发文字号|几号文)")
_NUMBERED = re.compile(r"[〔\[(]\d{4}[〕\])]\d+号")


def lacks_attribute(primary: Evidence, understanding: Understanding, library: Library) -> bool:
    """Whether an attribute or office is asked (占地面积多少, 组长是谁) that the clause never names."""
    if FIGURE_KINDS.intersection(understanding.kinds) and names_unheld(understanding, library):
        return True
    if is_named_elsewhere(primary, understanding, library) or leaves_out_part(
        primary, understanding, library
    ):
        return True
    own = library.own(primary.key)
    if lacks_measure(understanding.text, own):
        return True
    if _SINCE.search(understanding.text) and not _CHANGED.search(own):
        return True
    if _SEAT.search(understanding.text):
        return not _SEATED.search(own)
    if _LOCATION.search(understanding.text):
        home = library.document(primary.key[0]).region
        known = {home, *(m.region.name for m in understanding.regions)}
        told = about(primary, library)
        placed = any(m.region.name not in known for m in find_regions(told))
        # A zone is no city, nor is it a place that it is in itself.
        area = _AREA.search(told) and not _WHICH_CITY.search(understanding.text)
        return not (placed or area)
    asked = understanding.text
    match = next(filter(None, (p.search(asked) for p in _NAMED_BY_ITSELF)), None)
    if match is None and not _ASKS.search(asked):
        if sized := _SIZED.search(asked):
            return sized[1] not in library.haystack(primary.key)
        match = _KEYED.search(asked)
        if match is None and not _SENTENCE_WORDS.search(asked):
            match = _AMONG_KEYS.search(asked)
    if match is None:
        return False
    below = library.clause(primary.key).children
    haystack = " ".join(
        (library.haystack(primary.key), *(library.own((primary.key[0], c)) for c in below))
    )
    said = [
        w
        for e in understanding.expansions
        if match[1] in e.said or e.said in match[0]
        for w in e.official
    ]
    return not any(word.lower() in haystack for word in (match[1], *said))


def lacks_name(
    primary: Evidence, asked: str, understanding: Understanding, library: Library
) -> bool:
    """Whether a tax, a group or a whole is asked about by a name that the clause does not write."""
    told = library.haystack(primary.key)
    own = library.own(primary.key)
    if names_no_one(asked, own) or lacks_spoken_figure(asked, own):
        return True
    if leaves_out(asked, told, about(primary, library)) or _is_of_another_body(
        asked, told, understanding, library
    ):
        return True
    if any(
        not re.search(rf"{re.escape(code)}(?!\d)", told)
        for code in _NUMBERED_NAME.findall(fold(asked))
    ):
        return True
    taxes = _TAX.findall(asked)
    if taxes and not any(_is_told(tax, told, understanding) for tax in taxes):
        return True
    if _TAX_MATTER.search(asked) and not all(
        _is_told(whose, told, understanding) for whose in _TAXED.findall(asked)
    ):
        return True
    if (share := _SHARE.search(asked)) and not _is_told(share["whole"], told, understanding):
        return True
    either = _EITHER.search(asked)
    if either and not any(_is_told(w, told, understanding) for w in either.groups()):
        return True
    if _NUMBER.search(asked) and not _NUMBERED.search(told):
        return True
    among = _AMONG.search(asked)
    if among and among["level"] not in told:
        return True
    if not explains_terms(asked, told):
        return True
    if only_names_document(asked, primary, library):
        return True
    if (part := _PART_OF.search(asked)) and not _tells_part(part["part"], told, understanding):
        return True
    if what := _WHAT.search(asked):
        noun = what["noun"]
        known = noun in ordinary_words() and _PLAIN.search(noun) is None
        if known and not _is_told(noun, told, understanding):
            return True
    if (criteria := _CRITERIA.search(asked)) and not _tells_most(criteria["of"], told, library):
        return True
    level = _GROUP_OF_LEVEL.search(asked)
    told_of = {m["level"] for m in _GROUP_OF_LEVEL.finditer(told)}
    if level and told_of and level["level"] not in told_of:
        return True  # 市…领导小组 is another than that of the province
    group = _GROUP.search(asked) if understanding.asks(Asked.OFFICE) else None
    pairs = set(bigrams(_AROUND_GROUP.sub("", group["of"]))) if group else set()
    return bool(pairs) and 2 * sum(pair in told for pair in pairs) < len(pairs)


def _tells_most(name: str, told: str, library: Library) -> bool:
    """Whether a text says at least half of a name, by how telling its pairs are (瞪羚 of 瞪羚企业)."""
    pairs = bigrams(fold(name))
    weight = sum(map(library.idf, pairs))
    return not weight or 2 * sum(library.idf(p) for p in pairs if p in told) >= weight


def _tells_part(part: str, told: str, understanding: Understanding) -> bool:
    """Whether a text speaks of a part that a question sets apart."""
    name = _EMPTY.sub("", part)
    pairs = bigrams(fold(name))
    said = sum(pair in told for pair in pairs)
    worded = any(
        e.said in part and any(fold(w) in told for w in e.official)
        for e in understanding.expansions
    )
    return 2 * said >= len(pairs) or worded


def _is_of_another_body(
    asked: str, told: str, understanding: Understanding, library: Library
) -> bool:
    """Whether a school, hospital, zone or firm is asked about that few clauses name, not this one."""
    for match in _BODY.finditer(fold(asked)):
        names = (
            match[0][cut:]
            for cut in range(len(match[0]) - _SHORTEST_BODY + 1)
            if match[0][cut] not in _BEFORE_NAME
        )
        name = next((n for n in names if library.clauses_with(n)), None)
        if name and library.clauses_with(name) <= _FEW and not _is_told(name, told, understanding):
            return True
    return False


def _is_told(name: str, told: str, understanding: Understanding) -> bool:
    """Whether a name stands in a text, by itself or in the official words for it."""
    official = (w for e in understanding.expansions if name in e.said for w in e.official)
    return any(fold(word) in told for word in (name, *official))


def is_elsewhere(lead: Statement, understanding: Understanding, library: Library) -> bool:
    """Whether a figure is asked for a place that the statement and its headings do not name."""
    support = lead.supports[0]
    region = library.document(support.document_id).region
    home = region_named(region) if region else None
    if home is None:
        return False
    key = (support.document_id, support.clause)
    clause = library.clause(key)
    quote = library.text(support.document_id, support.start, support.end)
    told = f"{quote}{clause.title or ''}{''.join(clause.path)}"
    return any(
        mention.region != home
        and not is_within(home, mention.region)
        and mention.region.short not in told
        and not serves(key, mention, understanding, library)
        for mention in understanding.regions
    )

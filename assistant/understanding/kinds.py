"""The kind of thing a question asks for, read from how it is put.

Longer than most: one table of patterns, which says nothing when it is torn apart.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Literal


class Asked(StrEnum):
    """What an answer must contain to be one."""

    AMOUNT = "amount"
    RATE = "rate"
    COUNT = "count"
    QUANTITY = "quantity"
    DATE = "date"
    DATE_FIGURE = "date_figure"
    """A figure of a year; never read from a question, only reported as not stated."""
    DEADLINE = "deadline"
    DURATION = "duration"
    VALIDITY = "validity"
    RANK = "rank"
    BODY = "body"
    CONTACT = "contact"
    MATERIALS = "materials"
    PERSON = "person"
    OFFICE = "office"
    """Who heads a group of several bodies; documents name the offices that do, never people."""
    CONDITIONS = "conditions"
    PROCEDURE = "procedure"
    DEFINITION = "definition"
    LIST = "list"
    NAMES = "names"
    COMPARISON = "comparison"
    YES_NO = "yes_no"
    CLAUSE_TEXT = "clause_text"
    SUPPORT = "support"
    PLACE = "place"


_UNITS = "家个名人项所座件户位条种批次支处台套亩篇份类门张天场届栋辆"

# Bodies are often counted without being called so: 哪两家领着干, 派给了哪几家, 哪俩单位管着.
_WHICH = r"哪(?:几|两|俩|三|四|些|一)?(?:个)?(?:家|单位|部门|衙门|厅局|方(?![面案式法向针便]))(?![^，。,?？]{0,2}(?:企业|公司|工厂|学校|高校|大学|院校|医院|银行|机构|园区|基地))"
_DOES = r"牵头负责|牵(?:的|了|个)?头|牵|管着|管|负责|领着|带头|带着|分工|分头|分别干|落实|主抓|在抓|操办|操持|张罗|经办|承办|配合|协助|参与|出面|扛|盯|推进|挂帅"
_HANDED = r"(?:派|交|分工?|安排|压|落|指定|划|摊)(?:给|到|在)?了?|归|由|属"
_WHICH_BODY = rf"(?:(?:{_HANDED}){_WHICH}(?:来)?(?:{_DOES})|{_WHICH}[^，。,?？]{{0,6}}?(?:{_DOES})|(?:{_HANDED}|(?:该|应该|得|要|去|能)找){_WHICH})"

# A group that several bodies form, and whoever stands at its head.
_GROUP = r"(?:领导小组|委员会|指挥部|联席会议|专班|工作组|协调小组)"
_HEAD = r"(?:一把手|头儿|头头|当家|掌舵|组长|召集人|总指挥|主席|挂帅|带队|领头|领衔|担纲|总负责|负责人|当头|最大的官)"
_WHO = r"(?:谁|哪(?:一|两|几)?(?:位|个(?!部门|单位|厅|局|委|机构))|什么人|何人)"
_NAMED = r"(?:叫(?:什么|啥|谁)|姓(?:什么|啥|名)|名字)"

_PATTERNS: tuple[tuple[Asked, re.Pattern[str]], ...] = tuple(
    (asked, re.compile(pattern, re.IGNORECASE))
    for asked, pattern in (
        (
            Asked.AMOUNT,
            r"(?:多少|几多)(?:个(?=[万亿]))?(?:钱|万|亿|元|块|资金|经费|奖金|补助|补贴|奖励|支持资金)|(?<![哪成第好])几(?:万|十万|百万|千万|个亿|十亿|亿|(?:千|百|毛|块|分)(?:块|元|钱|毛)?(?=$|[，,。？?吧呢啊了]))|多少[一-鿿]{1,4}(?:经费|资金|补助|补贴|奖励|奖金)|(?:掏|投|拨|出)了?多少(?![家个名人项])|(?:资助|补助|补贴|奖励)(?:的)?(?:上限|标准|封顶)(?:是|有|呢|多|[，,？?。]|$)|绝对[额数值]|(?:什么|啥|多少)价(?:钱|格|位)?(?=$|[，,。？?呢啊吧])|[（(][万亿]?元[)）](?:是|有|为)?多少|限额(?=是|为|怎|如|[，,？?。]|$)|投资(?:总?额|规模)[?？]?$|投资(?:额|规模)?(?:了|共|达|是|为)?多少(?![家个名人项])|什么金额|(?:资金|经费|款项)(?:是|有|为|占|得|要)?(?:多少|几何)|(?<!还是看)(?<!还是按)(?<!还是)金额(?!(?:也|都|倒)?(?:不|挺|很|蛮|较|比较|还是|还挺))|总投资(?:额)?(?=[^，。,?？]{0,2}[?？]?$)|(?:最高|一次性)(?:奖励|补助|补贴|资助)(?=[^，。,?？]{0,3}$)|(?:奖励|补助|补贴|资助)(?:标准|额)(?=$|[？?。，,是呢])|(?:经费|费用|[营租保运管用]费|租金|房租|押金|工资|薪水)(?:大概|一共|总共|是|要|得|有|花)*多少(?![家个名人项])|"
            r"(?:给|奖|补|领|拿|发|补助|补贴|奖励|资助|投入|安排|授信|花|花了)(?:到|了|个)?多少(?![家个名人项所座件户位条种批次成])|"
            r"(?:奖金|安家费|津贴|年薪|月薪)[?？]?$|(?:投入|安排|所需|扶持)(?:的)?(?:资金|经费|金额)[?？]?$|多大(?:金额|力度)|面额|面值|(?:争取|获得?|得到?|拿到?)(?:到|了)?(?:国家|省里?|中央|上级)?多少(?:的)?支持|额度|how much|amount|subsid\w+ per",
        ),
        (
            Asked.RATE,
            r"几比几|百分之几|百分之多少|百分比|几成|(?:多少|几)个?(?:百分)?点(?!子)|(?:什么|多少|多大|哪个)比例|比例(?:是|为|有(?!哪)|多|定|占|最|到|不|(?=[^，。,?？]{0,4}$)|[？?。]?$)|(?<!哪个)(?<!哪项)(?<!哪种)比重(?:是|为|有|多|占|达|[？?。]?$)|(?:多大|多少|什么)比重|占(?!地)了?(?:全|整)?[^，。,?？]{1,10}?(?:多少|几成)(?![家个名人项])|"
            r"(?:比例|占比|费率|税率)的?(?:[上下]限|标准)?(?:是|为)?(?:怎么|如何|咋)(?:个)?(?:规定|定|算)|比例的?[上下]限|占比|税率|利率|费率|几个点|多大份额|份额|增速|额外多抵多少|percent|what (?:share|rate|ratio)",
        ),
        (
            Asked.COUNT,
            rf"(?:一年|每年)[^，。,?？]{{0,6}}?(?:几|多少)[期笔单]|(?:多少|(?<![哪的第那这多好])几|好多(?!年|人|次|天|东西|地方))(?:余|来)?(?:(?!支持)[{_UNITS}](?!月|星期|小时|工作日|百分点|数(?:字|值)?(?:$|[，,。?？吧呢啊])|(?:部门|单位|厅|局|委|方面|意思|点|[百千]?万|亿))|人|(?=院士|高企|企业|专家|学校|平台|基地))|"
            r"(?:数量|总数|总量|家数|(?<![几两三四五那这])个数|人数|目标数|(?:企业|平台|机构|项目|基地|园区|团队|专利|高企|孵化器|实验室)数(?=[？?。]?$))(?:目标)?(?:是|有|要|会|达|到|呢|多少|几|[:：,，比对]|[？?。]?$)|数[目量](?:是不是|是否|都|会不会)?(?:一样|相同|一致)|几多|how many|number of",
        ),
        (
            Asked.QUANTITY,
            r"(?:达?到|占|是)了?几(?:了|成|个点|$)|[成交]?[易额](?:的)?目标(?:值|是|[？?。]?$)|(?:成交额|交易额|产值|增加值)[？?。]?$|的数(?:据|字|量|目)?[？?。]?$|数(?:字|据|目)?(?:都|怎么|咋)?(?:对不上|不一样|不一致|不同|打架)|多少|多大|好多(?!年|人|次|天|东西|地方)|几多|"
            r"(?:请|提供|报送|查询|列出|给出)[^。?？]*?(?:总量|总额|强度|规模|投入额|成交额|产值|安排数|完成数)[。.]?$",
        ),
        (
            Asked.DEADLINE,
            r"每年的?(?:什么时候|何时|啥时候|哪(?:几)?个月)|截止(?!到?(?:哪年|\d|十|目前|现在))|截至(?:日期|时间)|(?:最晚|最迟)(?!.{0,6}(?:年|时候|时间|实现|建成|达到|完成|要))|几月几|(?<![十好这那过])几月(?![几内后])|哪天|哪一天|(?:申报|报名|申请|受理|提交)(?:的)?(?:时间|日期|期限)|(?:举办|召开|开幕|签约|揭牌|开工|竣工|开园|挂牌|首飞|投产)(?:的)?日期|deadline",
        ),
        (
            Asked.DATE,
            r"哪(?:一)?年|几几年|哪年|何时|时间(?:要求|节点)[?？]?$|时间(?:要求|节点|表)(?:各|分别|都)?(?:是|为)?(?:什么|啥|哪|怎)|什么时候|什么时间|到几年|多会儿|啥时候|年份|when\b|which year|期限(?:是|有|为)?(?:到|什么|哪)|(?:完成|实现|达标)?(?:期限|时限|时间)(?=(?:都|也|是否|是不是)?(?:一样|一致|相同|一不一样))",
        ),
        (
            Asked.DURATION,
            r"(?<![这那近前哪头好十百没])(?<!(?<!以)后)几(?:年|个月|天|周|个?工作日|个?小时)|(?:[一两二三四五六七八九十]|\d{1,2})(?:年|个月|天)还是(?:[一两二三四五六七八九十]|\d{1,2})(?:年|个月|天)|几(?:年|个月|天)(?:内|以内|之内)|多少(?:年|个月|天|个?工作日|个?小时)|多久|多长时间|期限(?:是|有|为)?(?:多|几)|有效期(?:是|有|为)?(?:多|几)|how long",
        ),
        (
            Asked.VALIDITY,
            r"(?:还|是否|有没有|现在)(?:有效|失效|废止|过期|算数|管用|作废|适用)(?!的(?![吧吗呢？?]|$))|(?:能不能|能否|可以|可不可以|是否可以|能)(?:作为|当作?|算)(?:是)?(?:正式|有效)(?:的)?(?:文件)?(?:的)?依据|失效了|废止了|过期了|still (?:valid|in force)",
        ),
        (
            Asked.RANK,
            r"(?:排|位列|位居)(?:名|在|到)?(?:全[国省市球])?第?(?:几|老几|多少)|[列居](?:名|在|到)?(?:全[国省市球])?第(?:几|多少)|全[国省市球]第几(?![家个座条批])|第几(?:名|位|号)|[位名]次(?!数)|排位|(?:是|编)(?:第)?几号(?=$|[，,。？?吧呢啊])|排名(?:第几|多少|如何|怎么样|呢|[？?]?$)|\brank",
        ),
        (
            Asked.BODY,
            r"(?:哪|什么|啥|哪些|哪几|几)(?:个|家|些|两个|两家|几个|几家)?(?:[省市县][级直]?)?(?:厅局|部门|单位|委办|局|厅|委|处室|衙门)(?!.{0,2}(?:拿到|拿下|拿走|获批|获得|得到|中标|入选|评上|承建|[弄搞办建]成|合建|共建|研制|研发|发明))(?:来)?(?:牵头|负责|管|挑头|承担)*|"
            r"(?:哪(?:个|家|些|几家)?|什么|啥)(?:主管|监管|行业|职能|金融|省级|省直|市级|政府|牵头|责任)*"
            r"(?:部门|单位|机构|厅|局|委)(?=.{0,5}(?:牵头|负责|主管|管))|"
            r"(?:谁|哪(?:两|几|三|一)?(?:家|个|方(?![面案式法向针便])))(?:来|给|去|在)?(?:牵头|负责|管|挑头|主管|领头|抓|主抓|落实|说了算|挂帅|协调|开会)|谁(?:来)?(?:配合|协助|参与|协同)|"
            r""
            + _WHICH_BODY
            + r"|(?:(?:归|由|找)谁|让谁(?![来去]?(?:设|建|开|搞|当|用|享)))(?!.{0,3}怎么)|[厅局委办](?:负责|管)不(?:负责|管)|谁(?:来|在)(?!.{0,2}(?:分摊|分担|兜|买单|赔|垫|承担(?:损失|风险)|出钱))|(?:谁|哪[家个])的(?:事儿?|活儿?|责任|职责|任务|差事|职能)(?=$|[，。,?？呢啊呀吧])|牵(?:的|了|个)头|牵头(?:部门|单位|的是|方)|(?:管|负责|牵头)(?P<of_body>[^，。,?？]{2,14}?)的?[，,]?(?:除了?[^，,]{2,8})?还?(?:有|是)哪(?:几|些|两|三)?(?:家|个)(?=[？?，,。呢啊]|$)|何(?:单位|部门|机关|机构)|主管(?:部门|单位|机关)|归口(?:部门|单位)|责任(?:单位|部门|主体)|"
            r"哪(?:个|家)(?:监管|主管|税务|科技|财政|工信|商务)+(?:部门|局|厅|委)[^，。,?？]{0,3}(?:抓|管|负责|牵头)|(?:跟|和|同|与)(?:谁|哪个部门|哪家)(?:一起|一块|一道|联合|共同)|还有谁(?:一起|一块|参与|配合|管)|一[起块]的(?:还有|是)(?:谁|哪)|^(?:参加|参与|负责|牵头|配合|主管)[^，。,?？]{2,14}的(?:部门|单位)[?？]?$|[厅局委](?:也|是|有没有|有)?(?:参与|配合|参加|负责|牵头)了?(?:吗|么|没有|没|不)|(?:找|去|到)哪一?个(?:科室?|股室?|处室?|窗口|柜台|大厅)|负责(?:部门|单位)|配合(?:部门|单位)|(?<!揭榜)挂帅(?!制)|(?:报|经|由|归|得)(?:给|到)?哪(?:一)?级(?:财政|政府|部门|单位|人社|科技)?(?:审批|批准|批|审|管|备案)|谁(?:来|去)?(?:牵|建|搭建?|筹建|组建)(?:头|起来)?(?=$|[，。,?？呢啊的])|谁(?:给|来|去)?(?:认定|审批|批准?|评|审核|验收|考核|督导|督查|督办|检查|监督|监管|监测|统计|盯)|(?:归|由|是)[^，。,?？]{2,12}(?:管|负责|牵头|主管)的?(?:吧|对|吗|是不是|没错)|which (?:\w+ ){0,3}(?:department|agency|body|authority|bureau)|who (?:leads?|is responsible|is in charge)",
        ),
        (
            Asked.OFFICE,
            rf"(?=.*{_GROUP})(?=.*{_HEAD})(?=.*{_WHO})(?!.*{_NAMED})|(?:{_GROUP}|班子)[^。?？]*?谁(?:来)?挂帅|"
            rf"(?:组长|召集人|总指挥)[^，。,?？]{{0,6}}{_WHO}(?!.*{_NAMED})|{_WHO}[^，。,?？]{{0,6}}(?:组长|召集人|总指挥)(?!.*{_NAMED})|{_GROUP}[^。?？]*?{_WHO}(?:来)?召集",
        ),
        (
            Asked.PERSON,
            rf"{_GROUP}(?![，,]?的?(?:名称|名字|全名|全称|叫(?:什么|啥))).*{_NAMED}|"
            r"(?:书记|[省市区县州局厅处科院校馆]长|主任|董事长|总经理|行长|负责人|联系人|带头人|首席专家|首席科学家)[^，。,?？]{0,6}"
            r"(?:叫(?:什么|啥|谁)|姓(?:什么|啥|名)|是谁|是哪位|名字|哪位)|谁[^。？?！!]{0,10}(?:叫(?:什么|啥)|姓(?:什么|啥|名))|(?:[\d两三四五六七八九十]+)(?:名|位)[^，。？?！!]{1,12}(?:都|各|分别)(?:是|叫)谁|姓甚名谁|姓名(?:都|各|分别)?(?:是|叫)",
        ),
        (
            Asked.CONTACT,
            r"(?<!、)热线(?![这那等“]|各?(?:是?管|负责|做|办)|、|和|与)|(?:电话|联系方式|网址|网站|链接|邮箱|邮编|微信号|公众号|地址|QQ|手机号)(?:号码?)?(?:是|有)?(?:多少|什么|啥|几|在哪|哪|给|发|告诉|呢|[？?。]?$)|"
            r"(?:给|发|留|要|找|查|问|打)(?:我|个|一下|下|到|什么|哪个)?.{0,4}(?:电话|网址|链接|邮箱|联系方式)|(?:办公|受理|办理)(?:地点|地址)|"
            r"哪条(?:街|路|巷|道)|门牌|几号楼|几楼|(?:具体|详细)地址|(?:营业|开放|上班|办公|接待)时间|几点(?:钟)?(?:开|上|下|关|到)|"
            r"(?:周末|周六|周日|节假日|中午)[^，。,?？]{0,6}(?:开|上班|营业|办公|办理|受理|休息)|怎么(?:坐车|走)(?:过去)?[？?]?$|"
            r"phone number|telephone|e-?mail|website|url\b|hotline",
        ),
        (
            Asked.PLACE,
            r"哪(?:些|几个|个)?(?:地方|城市|县|市|区)|(?<!原文)(?<!原话)(?<!出处)(?<!依据)(?<![写载差别现])(?<!不同)在哪(?!一?[年天步]|些|几)(?:里|儿)?|什么地方|哪里|\bwhere\b",
        ),
        (
            Asked.CONDITIONS,
            r"条件|资格|门槛|前提|满足(?:啥|什么|哪)|要求(?:是)?(?:什么|啥|哪)|凭什么|什么样的(?:个?人|企业|公司|单位|项目)|(?:哪些|什么)(?:人|企业|单位|对象|情形|项目)(?:可以|能|有资格)|requirement|eligib",
        ),
        (
            Asked.MATERIALS,
            r"(?:申请|申报|认定|报名|办理|提交|准备|需要|交|带)(?:的|什么|哪些|啥)*材料(?!科学|产业|技术|学院|的?(?:质量|水平|真实))[^，。,?？]{0,6}(?:哪些|什么|啥|有|[？?]?$)|(?:什么|哪些|啥)(?:申请|申报)?材料",
        ),
        (
            Asked.PROCEDURE,
            r"怎么(?:申请|申报|办|领|报|弄)|如何(?:申请|申报|办理|领取)|(?:流程|手续)(?!(?:办理|审批)?(?:上|方面|里)[^，。,?？]{0,4}(?:给|有|提供|放|简|优))|步骤|材料(?:有|要|是)|(?:什么|哪些|啥)(?:申请|申报)?材料|办理方式|how (?:do|can) (?:i|we) apply",
        ),
        (
            Asked.DEFINITION,
            r"(?<=[”\"])(?:到底|究竟|都|又|各)?(?:是|指|讲)的?是?(?:哪|什么|啥)|代表的?是?(?:什么|啥|哪|谁)|对应的?是?(?:什么|啥|哪)|什么是|什么叫|是(?:干|做)(?:嘛|啥|什么)(?:用)?的|啥叫|啥是|(?:说|讲|指)的(?:都|到底|究竟)?是个?(?:什么|啥)|是(?:个)?(?:什么|啥)(?:意思|东西|概念|改革|玩意儿?)?(?:[？?。]|$)|(?:啥|什么)意思|含义|定义|指(?:的是|的|代)?(?:什么|啥|哪|谁)|何谓|何为|"
            r"(?:到底|都|各|分别)?指(?:什么|啥|哪)|怎么解释|\bwhat (?:is|are|does)\b(?=.*(?:mean|\?))|\bmeans?\b",
        ),
        (
            Asked.NAMES,
            r"(?<!点)(?:分别|都|各自?)叫(?:什么|啥|做什么)|(?:另外|其他|其余|剩下|这|那)(?:的)?[两三四五六七八九十\d]+[家个所位名座](?:分别|都|各)?叫?(?:什么|啥)|[两三四五六七八九十\d]+[家个所位名座项][^，。,?？点]{0,8}叫(?:什么|啥)|各自的?(?:名称|名字|全称)|(?:名字|名称)(?:分别|都|各)+(?:是|有|叫)(?:什么|啥|哪)|(?:名字|名称)(?:都|各)?(?:报|列|说|给|发|讲)(?:一?下|出来|全)|[\d两三四五六七八九十]+[家个所位名座项][^。?？]{4,24}叫(?:什么|啥)名(?!堂)|分别(?:都|各)?是哪(?:[几些]|[两三四五六七八九十\d]+)[家所](?!.{0,4}(?:部门|单位|牵头|负责))|(?<!黑)名单(?:是|有|在哪|呢|发|给|每[个家]|各[个家]|[？?。]?$)|(?<!企业)名称[？?。]?$",
        ),
        (
            Asked.LIST,
            r"哪些|哪几|列了?(?:什么|啥|几)|哪[两三四五六七八九十](?:个|大|种|类|项|条|点|方面|块)*|哪\d|有哪|列出|列全|列一下|清单|全部|所有|都有(?:啥|什么|谁)|都是(?:些)?(?:啥|什么|哪)|(?:分别|各)(?:是|叫|指)|一共有|包括(?:什么|啥|哪)|"
            r"(?:市里|省里|县里|政府|上头|上面|[省市县])[^，。,?？]{0,8}怎么(?:个)?(?:帮|扶|支持|培育|推动)|怎么个(?:帮|扶|抓|推)法|"
            r"(?:什么|啥|哪些)(?:招数?|办法|举措|实招)|(?<![第前])[两三四五六七八九十\d]{1,2}(?:大|个|项|条|种|类)(?:标志性|引领性|产业|核心|运营|重点|主要|具体|重大)*(?:举措|措施|任务|行动|工程|机制|原则|办法|做法|工作|计划|抓手|路径|模式|战略|体系|方向|专项|领域|板块|平台|短板|不足|集群|产业|品牌)[。.?？]?$|(?:工作思路|总体思路|基本原则|主要任务|重点任务|主要举措|重点举措|保障措施)[。.?？]?$|几个(?:数(?:字|值)?|指标)(?=$|[，,。?？吧呢啊])|(?<![第前])[两三四五六七八九十](?:大块|块|个?方面|大?板块)(?:都|分别|各|具体)*(?:是|讲|叫)(?:什么|啥)|几方面|几块|几条|几项|的几(?:个|项|条|大|种|方面|点)|which\b|list",
        ),
        (
            Asked.COMPARISON,
            r"差在哪(?:里|儿)?|对比|对照|比一比|比一下|(?<!占)比比|相比|比较(?:一下|下)?|各(?:自)?(?:是|为|定|有)?(?:多少|几[家个名人项所件])|差(?:多少|几|距)|谁(?:更|的?更|比较)?(?:高|低|大|小|快)|哪(?:个|边|份)(?:更|比较)?(?:高|低|大|小)|(?:有何|有什么|有啥|有哪些)?(?:不同|异同|区别|差异|差别)(?:点|之处|在哪)?|相差|差(?:多[远大少]|得)|分别(?:是|为|定|有|达到?)?(?:多少|几[家个名人项所件])|各(?:是|定|自?(?:写|讲|说|提|归|放)在)|又(?:是|定|想|说|提|写|打算|准备)|分别列|"
            r"(?:省里|全省|我省|省上)[^。?？]*(?:什么|啥|哪|多少|几)[^。?？]*(?:市里|全市|我市|市上)[^。?？]*(?:什么|啥|哪|多少|几)|"
            r"由几.*到几|不一样|一样(?:不|吗|么|嘛|没)|一不一样|相同(?:吗|不)|(?:是否|是不是)(?:一样|一致|相同)|compare|versus|(?<![a-z])(?:vs|pk)(?![a-z])",
        ),
        (
            Asked.YES_NO,
            r"(?:[吗嘛]|(?<!什)么)[？?。]?$|吗[，,？?]|是不是|能不能|可不可以|对不(?:对)?[？?]?$|对[吧吗]|是吧|吧[？?]|没错|是否|有没有|会不会|管不管|行不行|"
            r"能[^，。]{0,20}不[？?]?$|可以[^，。]{0,20}不[？?]?$|不[？?]$|\b(?:can|is|are|does|do) (?:we|i|it|the|our)",
        ),
        (
            Asked.CLAUSE_TEXT,
            r"原文|全文|原话|条文|讲(?:了|的)?(?:什么|啥|些)|写(?:了|的)?(?:是)?(?:什么|啥|些)|说(?:了|的)?(?:什么|啥)|内容|那一?段|贴一下|怎么(?:写|说|规定|要求)的",
        ),
        (
            Asked.SUPPORT,
            r"支持|扶持|优惠|补贴|补助|奖励|享受|好处|政策|福利|资助|帮扶|倾斜|support|benefit|incentive|subsid",
        ),
    )
)

_RATES = next(pattern for asked, pattern in _PATTERNS if asked is Asked.RATE)
_COUNTS = next(pattern for asked, pattern in _PATTERNS if asked is Asked.COUNT)
_SENTENCE = re.compile(r"[^。？?！!；;]+[。？?！!；;]?")
_ASKING = re.compile(
    r"多少|(?<![十百好没])几|哪|谁|什么|啥|怎么|怎样|如何|咋|为何|吗|呢|请|想|帮|给我|列|查|对比|对照|比一|"
    r"what|which|who|when|where|how|list|tell",
    re.IGNORECASE,
)
_PASSING = re.compile(
    r"^(?!.*(?:多少|数量|总数))(?:.*几[家个名项种].+(?:哪|谁|什么|啥|怎么|如何)|"
    # 怎么推动几个城市一块儿搞创新
    r"[^，。,?？]*(?:怎么|怎样|如何|咋)[^，。,?？]*几[家个名项种][一-鿿]{2,6}?(?:一起|一块|一道|共同|联合|联手|抱团|合伙|携手|之间|合作))"
)
# 那些几百万的机器我们买不起, …怎么用得上: a price in passing.
_PRICED = re.compile(
    r"几(?:十|百|千)?(?:万|亿)(?:块钱?|元)?的[^，,。?？]+[，,].*(?:哪|谁|什么|啥|怎么|如何|咋|吗)"
)
# 安家费就花了几十万: told, not asked.
_SPENT = re.compile(
    r"(?:花|掏|投|砸|贴|欠|赔|亏|借|用)(?:了|掉|进去?|出去?)+(?:好)?几[十百千]*[万亿块]"
)
_BY_WHAT = re.compile(r"按(?:照)?(?:什么|啥|哪)[^，。,?？]{0,6}(?:算|来|补|给|定|发|奖)")
# 哪些资金给民营的比例不低于一半: the rate is given.
_GIVEN_RATE = re.compile(
    r"(?:比例|比重|占比)(?:是|为|要|得|应|须|必须|都|也|在|不|能|得|可|许|低于|少于|超过|高于|大于|达到?|至少|最少|起码)*"
    r"(?:一半|过半|半数|\d+(?:\.\d+)?[%％]|百分之[\d一二三四五六七八九十]+|[一二三四五六七八九]成)"
)
_RANKED_BY = re.compile(
    r"(?:按|论|照|就|凭|的)?(?:占比|比重|比例|份额|增速)(?:来|去)?(?:算|看|论|比)?[,，、]?(?=排|位列|位居|列|居|第|在?全[国省市球]第)"
)
_RANKED = re.compile(r"(?:排|位列|位居|列)(?:名|在)?第?(?:几|多少)[名位个]")
# 占全省财政支出的多少: what lies between is the matter.
_SHARE_OF = re.compile(r"^(占了?)(.+?)(多少|几成)$")
# 不问家数, 项数不用再讲了: what is not to be told.
_NOT_ASKED = re.compile(
    r"(?:不(?:是)?(?:问|要|想问)|别(?:说|报|讲))(?:家数|个数|项数|数量|数字|金额|比例|多少|几[家个项])|"
    r"(?:家数|个数|项数|数量|数字|金额|比例)(?:就)?(?:不用|不必|别)(?:再)?(?:讲|说|报|提)了?"
)
# 没卖出去几台, 没几个人: few, not how many.
_FEW = re.compile(rf"没有?[^，。,?？]{{0,5}}几[{_UNITS}]")
_NUMBER = re.compile(r"(?:文号|发文字号|字号)[^，,。?？]{0,4}多少")
# 找谁一块儿设, 跟哪家联手搞: partners are asked for, not who is responsible.
_PARTNERS = re.compile(
    r"(?:找|拉|跟|和|与|同|联合|携手)(?:谁|哪[几些]?[家个所])[^，。,?？]{0,6}?"
    r"(?:一块儿?|一起|一道|一同|合作|合伙|合办|联手|携手|共建|共同|联合|搭伙|搭伴|牵手|签)"
)
_BROUGHT_IN = re.compile(r"(?:引入|引进|吸引|邀请|聘请|招引)(?:来|了|过)?(?:谁|什么人|哪些人)")
_WHICH_PLACES = re.compile(r"哪(?:些|几)?个?(?:地方|城市|市|县|区|省)")
# 要成立个什么局: what is set up is asked for, not who does it.
_SET_UP = re.compile(
    r"(?:成立|组建|设立|新设|新建|挂牌|设|建)(?:了|起|一)*个?(?:什么|啥|哪个|怎样的)(?:样的)?(?:局|机构|中心|部门|单位|组织|班子|办公室)"
)
_HOW_MUCH = re.compile(r"多少|百分之|几成|几个|多大|多高")
_INDEFINITE = re.compile(r"(?:[吗嘛不]|(?<!什)么)[？?。]?$")
_ASSERTED = re.compile(
    r"吧|对不|对吗|没错|是不是|是吗|真的?(?:还是)?假的?|属实|有这(?:么)?回事|为什么|为何|凭什么|(?:归|由)[^，。,?？谁哪什么啥几]{2,12}(?:牵头|负责|主管|管)的?[?？]$|听说|据说|不是说|right\?|isn't it|对嘛"
)


def asked_kinds(question: str) -> frozenset[Asked]:
    """Every kind of thing that the question asks for; empty for bare keywords."""
    kinds = set()
    for sentence in _asking_sentences(_NOT_ASKED.sub("", _FEW.sub("", question))):
        found = {asked for asked, pattern in _PATTERNS if pattern.search(sentence)}
        if _INDEFINITE.search(sentence) and "多少" not in sentence:
            # 「只有几个专利，能贷款吗？」: 几 counts nothing that is asked for.
            found -= {Asked.COUNT, Asked.QUANTITY}
        elif _PASSING.search(sentence):
            # 「几家并成一家的试点放在哪两个市？」: the question word comes later.
            found.discard(Asked.COUNT)
        if _PRICED.search(sentence) and not _HOW_MUCH.search(sentence):
            found.discard(Asked.AMOUNT)
        if _SPENT.search(sentence) and not _HOW_MUCH.search(sentence):
            found.discard(Asked.AMOUNT)
        if Asked.RANK in found and not _COUNTS.search(_RANKED.sub("", sentence)):
            found.discard(Asked.COUNT)  # 排多少名 counts nothing
        if Asked.RANK in found and not _RATES.search(_RANKED_BY.sub("", sentence)):
            found.discard(Asked.RATE)  # 按占比排第几
        if _BY_WHAT.search(sentence):
            found.discard(Asked.RATE)  # 按什么算，比例多大: what it goes by is what is wanted
        if _GIVEN_RATE.search(sentence) and not _HOW_MUCH.search(sentence):
            found.discard(Asked.RATE)
        if _NUMBER.search(sentence):
            found -= {Asked.COUNT, Asked.QUANTITY}
        if _PARTNERS.search(sentence) or _BROUGHT_IN.search(sentence):
            found -= {Asked.BODY, Asked.PERSON}
        if _SET_UP.search(sentence):
            found.discard(Asked.BODY)
        if Asked.OFFICE in found:
            found -= {Asked.BODY, Asked.LIST, Asked.NAMES, Asked.PERSON}
        if (
            Asked.RATE in found
            and _WHICH_PLACES.search(sentence)
            and not _HOW_MUCH.search(sentence)
        ):
            found.discard(Asked.RATE)  # 「哪些市的占比比全省高」 asks for cities, by their rates
        kinds |= found
    return frozenset(kinds)


def _asking_sentences(question: str) -> list[str]:
    """The sentences of a question but for what is told before it is asked (合同金额不小。按什么算？)."""
    sentences = _SENTENCE.findall(question)
    asked_last = max((i for i, s in enumerate(sentences) if s[-1] in "?？"), default=0)
    return [
        s
        for i, s in enumerate(sentences)
        if i >= asked_last or s[-1] not in "。!！" or _ASKING.search(s)
    ]


_GOAL = re.compile(
    r"目标|打算|计划|准备|想(?:要|拉|建|引|达|做|培|把|弄|搞|凑|冲|布|新|增|再|推|办|设|开|扩)|要(?:建|达|做|到|冲|破|突破|超过|实现|搞|弄|发展|新增|培育|引进|涨|长|拿|有)|(?:再|新)(?:布局|建|增|认定)(?=[多几])|力争|规划(?!期?初)|将|到20[2-9]\d|末(?!.{0,4}(?:已|有了|拥有))|"
    r"往后|今后|未来|接下来|(?<!经)过(?:[一二两三四五六七八九十]|\d{1,2})年|期满|plan to|target|goal|will "
)
_REPORT = re.compile(
    r"现(?:在|有)|目前|期初|年初|原[来有先]|起步(?:时|那会)|底数|家底|(?<![除为到过定写划])了(?=多少|几[家个名人项所])|[做干办搞抓推]了(?:啥|什么|哪些)|已经|完成了?|实际|拥有|去年|当年|上一?年|过去|成效|累计|实现了|建了|派了|花了|拿了|捧回|did |had |have "
)

_GAP = re.compile(
    r"(?:跟|与|和|同|比|离|距)(?:全国|全省|平均|先进)[^，。,?？]{0,8}差(?:了|着)?(?:多[少大远]|几)"
)
_PAST = re.compile(r"去年|上一?年|前年|往年")
_AHEAD = re.compile(r"今年|明年|来年|往后|今后|到20\d\d|目标|计划|打算|[跟比和与较]")


def without_gap(question: str) -> str:
    """The question without what asks for a gap (跟全国差多少): it is one figure, not a comparison."""
    return _GAP.sub("", question)


def asks_gap(question: str) -> bool:
    """Whether it is asked how far something is from the country, the average … (跟全国差多少)."""
    return bool(_GAP.search(question))


def tense_of(question: str) -> Literal["target", "progress", None]:
    """Whether a question asks what is to be reached or what was; None where it does not say."""
    goal, report = bool(_GOAL.search(question)), bool(_REPORT.search(question))
    if _PAST.search(question) and not _AHEAD.search(question):
        return "progress"  # 去年新建几个
    if goal == report:
        return None
    return "target" if goal else "progress"


# The unit of what is asked belongs to the asking: 多少平方米 is about no square.
_MEASURED = re.compile(
    r"(?:多少|几)(?:个|来|余)?(?:平方公里|平方米|公里|公顷|亩|人次|万元|亿元|万|亿|元|块钱)"
)
# Units that documents and people use for each other.
SAME_UNITS = ("家个户所座处支", "个类种", "名人位个", "项个", "条项", "份项")
_PERSONS = frozenset("人名位")
_ASK_ONLY = frozenset(
    {
        Asked.AMOUNT,
        Asked.RATE,
        Asked.COUNT,
        Asked.QUANTITY,
        Asked.DEADLINE,
        Asked.DATE,
        Asked.BODY,
        Asked.COMPARISON,
        Asked.DURATION,
        Asked.RANK,
        Asked.DEFINITION,
        Asked.NAMES,
    }
)


def asked_units(question: str) -> frozenset[str]:
    """The counting units that a question asks in (多少件 → 件), with those used for the same."""
    found = re.findall(rf"(?:多少|几)(?:余|来)?([{_UNITS}期笔])(人)?", question)
    said = {person or unit for unit, person in found}  # 几个人 are persons
    said |= set(re.findall(r"([人家])数(?!据|字)", question))
    units = frozenset(unit for group in SAME_UNITS if said & set(group) for unit in group) | said
    # 三个计划 are no persons; 10个团队 may be asked for as 几个.
    return units - {"个"} if said <= _PERSONS else units


def ask_spans(question: str) -> tuple[tuple[int, int], ...]:
    """Where a question says what it asks for rather than what about (多少家, 哪个部门牵头)."""
    spans = [
        span
        for asked, pattern in _PATTERNS
        if asked in _ASK_ONLY
        for match in pattern.finditer(question)
        for span in _asking_of(match)
    ]
    return (*spans, *(match.span() for match in _MEASURED.finditer(question)))


def _asking_of(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """What of a match asks: all of it, but for what a share or a body is asked of."""
    of = _SHARE_OF.match(match[0])
    start = match.start()
    if of is None and match.groupdict().get("of_body"):
        return ((start, match.start("of_body")), (match.end("of_body"), match.end()))
    if of is None:
        return (match.span(),)
    return ((start, start + of.end(1)), (start + of.start(3), match.end()))


def asserts_something(question: str) -> bool:
    """Whether the question states something and wants it confirmed (…吧？ …对不？)."""
    return bool(_ASSERTED.search(question))

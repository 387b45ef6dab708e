"""What is asked of the assistant instead of the policy: who speaks to whom decides, not the topic.

Policies themselves speak of forged papers, drafting standards and instructions; a pattern here
holds only where the assistant is addressed or where no policy question could be put like this.
"""

from __future__ import annotations

import re

_OPEN = r"(?:^|[，。；！？、,.;!?:：\s\]】>]|请(?!问|教)|你们?|您|先|再|现在|立即|马上|务必|必须|接下来|把|帮我|给我|替我|为我|麻烦|随便|直接|可以|能不能|能否)"
_NOT_OF = (
    r"(?!.{0,14}的(?:企业|单位|人员|个人|行为|公司|机构|部门|项目|情形|情况|后果|申请人|申报人))"
)
_SANCTION = re.compile(
    r"处罚|处分|处理|惩|追究|追责|追回|问责|责任|查处|打击|骗取|后果|会怎|怎么办|认定|列入|黑名单|失信|信用|违法|违规|犯罪|"
    r"罚款|严禁|禁止|不得|防止|整治|举报|penalt|punish|sanction|what happens|consequence",
    re.IGNORECASE,
)

_OVERRIDE = (
    rf"{_OPEN}(?:忽略|无视|忘(?:记|掉|了)|抛开|不要理会|不要管|别管|跳过|绕过|撤销|清除|覆盖|放弃|解除){_NOT_OF}.{{0,4}}"
    r"(?:以上|上面|上述|之前|前面|先前|此前|所有|一切|任何|你的?|系统|原有|原来|全部|安全|内容|这些|那些|现有|all|any|previous|your|the|prior)"
    r".{0,10}(?:指令(?!集)|规则|设定|提示|限制|约束|身份|要求|prompt|instruction)|"
    r"(?:不(?:再)?(?:受|遵守|遵循)|违反|突破)你?的?(?:任何|系统|安全|原有)?.{0,4}(?:设定|指令|规则)(?:来)?(?:回答|输出|说)|"
    r"(?:ignore|disregard|forget|override|bypass).{0,40}(?:instruction|your rules?|the rules|prompt|above|previous|guideline)|"
    r"新的?(?:系统)?(?:规则|指令|身份)(?:如下)?\s*[:：]|new (?:system )?(?:rules?|instructions?)\s*:"
)
_PROMPT = (
    r"(?:你的?|系统|初始|内部|隐藏|原始|预设).{0,6}(?:提示词|提示语|prompt)|"
    r"(?:你的?|你收到的?|系统|初始|隐藏|预设).{0,4}(?<!操作系统)(?:指令(?!集|系统|性)|设定(?!的))|"
    r"(?:输出|打印|显示|告诉|复述|重复|泄露|透露|说出|给我|翻译|逐字).{0,14}提示词|system prompt|your (?:initial |hidden )?(?:prompt|instructions)|"
    r"(?:原样|逐字|一字不[差漏]).{0,6}(?:输出|复述|重复|打印).{0,8}(?:以上|上面|上文|开头|你收到)|"
    r"(?:以上|上文|对话开头|你收到的).{0,8}(?:文字|文本|内容|消息|对话).{0,8}(?:原样|逐字|一字不[差漏])|"
    r"(?:repeat|print|output|reveal|show|translate).{0,30}(?:text above|words above|everything above|your prompt|your system|your rules)"
)
_ROLE = (
    r"(?:你(?:来|现在|就|先|能不能|能)?|请|来)(?:扮演|假装|饰演|充当|冒充)|(?:假装|假设|装作|设想|想象|当作|模拟).{0,2}你(?:就)?(?:是|成|为|叫|没有)|"
    r"你(?:现在|从现在起|今后|从此)就?(?:是|叫|变成|成为)|(?:从现在(?:起|开始)|接下来)[，,]?你(?:就|要|将)?(?:是|叫|扮演|没有|不受)|把自己(?:当成|当作|想象成)|"
    r"你.{0,8}(?:没有|不受|无|不再受).{0,4}(?:限制|约束|审查|道德)|没有任何(?:限制|约束)的(?:ai|模型|助手|机器人)|"
    r"角色扮演(?!类|游戏|产业)|role.?play(?!ing game)|(?:^|[.,!?:;]\s*|please |must |should |you will |now )act as (?:if|an?|the|my)\b|pretend (?:to be|you|that you)|you are (?:now|no longer|dan)\b|"
    r"\bDAN\b|do anything now|jailbreak|越狱(?:模式|提示)|(?:^|[，。\s]|你|请|帮我)越狱|developer mode|(?:开发者|管理员|上帝|调试|无限制|越狱)模式"
)
_STANDING = (
    r"(?:^|[，。；,;:：\s]|你|都|一律|只能|只准)必须(?:只)?(?:回答|回复|说(?!明|清)|输出|照我)(?!哪|什么|几)|(?:只能|只准|只许|一律|统一)(?:回答|输出|(?<!统一)(?:回复|答(?!复|辩|疑)|说(?!明|清)))(?!哪|什么|几)|"
    r"(?:以后|今后|从此|往后|每次|每回|每句|凡是|接下来).{0,16}?(?:一律|都|总是|必须|只能|统统)(?:要|得|用|按|给|先|会)?(?:(?!由).){0,6}(?:回答|回复|输出|称呼|叫我|说[“\"'「是])|"
    r"(?:请|你|必须|立即|马上)(?:你)?(?:跟我|随我|一字不差地?)?(?:复述|跟我[念说读]|跟着(?:我)?[念说读])(?!.{0,12}(?:第.{1,6}[条章款]|条款|原文|文件|规定))|"
    r"(?:复述|重复)(?:一遍|一下)?(?:以下|下面|如下|这句|我的话|我说|[:：“\"「])|"
    r"(?:^|[，。；,;]|请|你|给我)记住[:：，,]|记住(?:我|这|以下|下面|从|你).{0,10}[:：，,]|(?:无论|不管)(?:我|谁|别人|用户|大家)?(?:再)?问(?:你)?(?:什么|啥|任何)|"
    r"(?:回答|回复|答案)(?:的)?(?:前面?|后面?|末尾|最后|开头|结尾)(?:都|必须|要|请)?(?:加上|写上|附上|带上)|"
    r"(?:always|must|only) (?:answer|reply|respond|say)(?: with|:| that|ing)?\b|repeat after me|from now on,? (?:you|answer|reply|always|every)"
)
_FORGE = (
    rf"{_OPEN}(?:来|先|再|就|也|我|给我|帮我|为我|替我|直接|随意|凭空){{0,3}}(?:编造|伪造|捏造|虚构|杜撰|瞎编|胡编|乱编|仿造|假造|造假|造个?假|(?:编|造)(?:一|个|条|份|段|点|出)(?=.{0, 14}(?:政策|条款|文号|文件|数字|数据|规定|理由|依据|出处|公文|批文|答案|金额))){_NOT_OF}|"
    r"(?:弄|做|给|来|写|搞|生成|办|开).{0,6}(?:虚假|假)的?(?:文号|公文|批文|红头|出处|条款|证明|印章|公章)|"
    r"(?:不用|不要|别|无需)(?:查|看|引用|依据|管)(?:任何)?(?:文件|条款|原文|依据|规定).{0,12}(?:说|编|给|回答|答)|随便(?:说|编|写|给|猜)(?:我)?(?:一?个)?(?:数|答案|数字|金额|政策|条款)|"
    r"(?:make up|made-up|fabricate|invent|forge|counterfeit|fake) (?:me )?(?:an? |some |the )?(?:\w+ ){0,3}(?:polic|clause|document|number|citation|quote|figure|stamp|seal)"
)
_DRAFT_OFFICIAL = (
    r"(?:(?:(?<![申邀聘])请(?!问|教)|帮(?:我|忙|助)?|替我?|给我|为我|麻烦你?|代)(?:你|您|我)?.{0,14}?|^)(?:起草|拟写|代写|草拟|撰写|代拟|拟定|仿写|拟|生成|制作|写|出具|做)"
    r"(?:一|个|份|篇|道|张|封|件|则|的)?.{0,18}(?:红头|公文|批复|批文|政府令|公章|印章|任命书)(?!.{0,4}(?:里|中|规定|要求|有什么|是什么|吗|由谁|谁))|"
    r"(?:(?<![申邀聘])请(?!问|教)|帮(?:我|忙|助)?|替我?|给我|为我|麻烦你?)(?:你|您|我)?.{0,6}?(?:起草|拟写|代写|草拟|撰写|代拟|写一|写个|写份|拟一|拟个|拟份|生成一|仿写)(?!标准).{0,24}"
    r"(?:通知|通告|公告|决定|请示|函|文件|讲话稿|发言稿|证明|新闻稿|检讨|论文)(?!.{0,4}(?:里|中|规定|要求|有什么|是什么|由谁|谁))"
)
_OTHERS = (
    r"(?:其他|别的|所有|全部|全体|上一[个位]|前一[个位]|另一[个位])(?:的)?(?:用户|提问者|访客|会话|咨询者|网友|市民)们?的?(?:都|刚才|之前|最近|今天|昨天)?.{0,6}(?:提问|问题|问了|问过|问的|在问|记录|对话|聊天|会话|手机|电话|身份证|隐私|数据(?!安全|保护|资源|要素)|信息(?!安全|保护|化))|"
    r"(?:其他人|别人|上一个人|前面的人|有人|大家)(?:刚才|之前|最近|今天|昨天|刚刚|都)?(?:问|咨询|提问|查)(?:了|过|的)?(?:你)?(?:什么|哪些|啥|的?(?:问题|内容|记录))|"
    r"(?:导出|泄露|列出|显示|调取|给我(?:看|查)?).{0,6}(?:用户|会话|访客|聊天|对话|提问|查询|登录|访问)(?:的)?(?:记录|日志|历史|名单|列表|提问|隐私)|"
    r"(?:other|another|previous|all) users?'?s?'? (?:question|data|chat|quer|message|conversation|asked)"
)
_SECRETS = (
    r"(?:输出|告诉我|给我|泄露|打印|显示|读取|查看|说出|发我).{0,8}(?:密钥(?!管理|保护)|api.?key|口令|服务器(?:路径|地址|密码|ip)|环境变量|数据库密码|管理员密码)|"
    r"(?:输出|告诉我|给我|泄露|打印|显示|读取).{0,4}(?:你|系统|后台|本站|程序)的?.{0,4}(?:源代?码|代码|配置|数据库)|"
    r"/etc/(?:passwd|shadow)|(?:服务器|硬盘|磁盘|部署).{0,12}(?:绝对路径|路径|目录|在哪台)|绝对路径|\.env\b|(?:print|show|reveal|give me|leak).{0,20}(?:api.?key|password|secret|env(?:ironment)? var|source code)"
)
_MARKS = (
    r"\[\[?\s*(?:系统|system|inst|管理员|admin)\s*(?:消息|指令|提示|message)?\s*\]?\]|【\s*(?:系统(?:消息|指令|提示)?|管理员(?:指令)?|开发者)\s*】|<\|?/?\s*(?:system|im_start|im_end)\s*\|?>|"
    r"#{2,}\s*(?:system|instruction|系统|指令)|(?:^|\n)\s*(?:system|assistant|系统(?:消息|指令|提示)?)\s*[:：](?!\s*[\"“][^\"”\n]{1,30}[\"”][,，]?(?:即|则|表示|说明))|"
    r"(?:base64|rot13|解码|decode|十六进制|摩斯).{0,24}(?:执行|照做|follow|execute|照着|遵照|obey)"
)
_DICTATED = (
    r"(?:照抄|照读|照念|照着(?:说|念)|原样(?:说|回复|返回))(?:这|下面|以下|我)?.{0,4}(?:句|段|话)?[:：]?\s*[“\"「]|"
    r"(?:你|请|直接|只(?:能|准|许)?)(?:回复|回答|说)[:：]?\s*[“\"「][^”\"」]{1,60}[”\"」](?:就行|即可|就好|别的|其他|以外|[。！!]?$|.{0,4}字)|"
    r"一个字(?:都|也)不(?:许|准|要|能)(?:多|改|少|差)|个字以外的?.{0,4}(?:都)?(?:不要|别|不许)说|"
    r"(?:倒(?:过来|着|序)|反(?:过来|着|序)|逆序|从后往前)(?:读|念|看|写)?.{0,6}(?:执行|照做|照办|输出|运行)|"
    r"(?:假定|假设|假如|就当|权当|当作)(?:现有|有)?(?:文件|政策|条款|规定).{0,50}(?:照此|按此|据此|照这个|按这个|以此)(?:来)?(?:回答|答复|回复|计算|说)|"
    r"把(?:以上|上面|前面)(?:这|那)?(?:段|句|些)?.{0,4}原样(?:返回|输出|发)"
)
_PROMISED = (
    r"(?:以|代表|借|冒用|用).{1,14}(?:的)?(?:名义|身份)(?:给我|为我|向我)?.{0,8}(?:出具|开具|书面|保证|承诺|发文|盖章|担保)|"
    r"(?:给我|向我|立即|马上|请|必须)(?:你)?(?:们)?书面(?:保证|承诺)|(?:把|将)(?:钱|款|资金)打(?:到|进|给)(?:我|他|她)|"
    rf"{_OPEN}(?:出具|开具)(?:一?[个份张])?(?:正式)?的?证明(?!材料|事项|文件需要)"
)
_PERSONAL = (
    r"(?:把|列出|给我|告诉我|查(?:出|一下)?|发我).{0,30}(?:手机号码?|身份证号?码?|家庭住址|家庭地址|银行卡号?|私人电话|个人电话|微信号)(?!.{0,4}(?:卖|泄|偷|盗|倒|曝光|外传|拿去))|"
    r"(?:手机号码?|身份证号码?|家庭住址|家庭地址|银行卡号|私人电话)(?:.{0,6})(?:列|给我|发我|告诉我|是多少)"
)

_ATTACK = re.compile(
    "|".join(
        (
            _OVERRIDE,
            _PROMPT,
            _ROLE,
            _STANDING,
            _DRAFT_OFFICIAL,
            _OTHERS,
            _SECRETS,
            _MARKS,
            _DICTATED,
            _PROMISED,
            _PERSONAL,
        )
    ),
    re.IGNORECASE,
)
_BRIBE = (
    r"(?:给|向|找).{0,10}(?:处长|局长|领导|评审|专家|干部|科长|主任|官员).{0,6}(?:送礼|送钱|送红包|塞钱|塞红包|打点|意思意思)|"
    r"送礼.{0,6}(?:送多少|给谁|送谁)|走(?:后门|关系).{0,8}(?:怎么|找谁|能)|(?:怎么|如何)(?:行贿|打点|走后门|围标|串标|骗补|套取|骗取|虚开)"
)
_FORGED = re.compile(f"{_FORGE}|{_BRIBE}", re.IGNORECASE)

# А Cyrillic or Greek letter among Latin ones is there to be overlooked.
_LIKENESS = str.maketrans("аеорсухіѕјԁһԛԝАВЕКМНОРСТХІαοειυν", "aeopcyxisjdhqwABEKMHOPCTXIaoeiuv")
_SPACED_LETTERS = re.compile(r"(?<![A-Za-z])(?:[A-Za-z][\s._*|/~-]{1,2}){3,}[A-Za-z](?![A-Za-z])")
_BROKEN_UP = re.compile(r"(?:[㐀-鿿][\s._*|/~^+=#@·•-]{1,2}){3,}[㐀-鿿]")
_FILLING = re.compile(r"[\s._*|/~^+=#@·•-]")


def is_attack(text: str) -> bool:
    """Whether a normalised question tries to change, unmask or misuse the assistant."""
    return any(_matches(reading) for reading in readings(text))


def _matches(text: str) -> bool:
    if _ATTACK.search(text):
        return True
    # 伪造证书怎么处罚 asks what forgers face.
    return bool(_FORGED.search(text)) and not _SANCTION.search(text)


def readings(text: str) -> tuple[str, ...]:
    """The text, and what it says with look-alike letters and filling between characters undone."""
    plain = text.translate(_LIKENESS)
    closed = _BROKEN_UP.sub(lambda m: _FILLING.sub("", m[0]), plain)
    closed = _SPACED_LETTERS.sub(_word, closed)
    return tuple(dict.fromkeys((text, plain, closed)))


def _word(match: re.Match[str]) -> str:
    """i g n o r e  a l l → ignore all: what separates words is wider than what splits them."""
    words = re.split(r"\s{2,}", match[0])
    return " ".join(_FILLING.sub("", word) for word in words)

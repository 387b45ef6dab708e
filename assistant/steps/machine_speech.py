"""What makes a sentence of a document speech to an answering machine.

A policy tells bodies and enterprises what to do and may well say what an inquiry system has to be
able to do. It never begs a machine, never tells one the words of an answer, and is not written in
markup or in an order in another language. So a machine named is not enough: it has to be the one
addressed, and what it is to say has to be dictated.
"""

from __future__ import annotations

import html
import re

from assistant.steps.attacks import is_attack, readings
from assistant.understanding.normalise import normalise_question

# Normalised text: punctuation is ASCII or Chinese, 「」 are “”; a letter may touch a Chinese word.
_START = r"(?:^|[,。;:!?、，；：！？.()（）\[\]【】“”\"'>}\s]|请|由|令|让|供|给|致|凡|当|凡是|起|的|个|并)"
_MODS = r"(?:政策|政务|政府|客服|智能|在线|线上|(?<![a-z])ai|问答|回答|答复|咨询|应答|聊天|对话|自动|后台|底层|生成式|任何|所有|该|本|各)*"
_BARE = (
    r"(?:人工智能(?:助手|模型|系统)?|(?<![a-z])(?:ai|llms?|gpt|chatgpt|assistant|agent|chatbot|bot|copilot)(?![a-z])(?:助手|模型)?|"
    r"大?语言模型|大模型|(?<!评估)(?<!评价)模型|(?<!科研)助手)"
)
_SERVICE = rf"(?:{_BARE}|机器人|客服|智能体|(?<=智能)助理|回答者[^,，。]{{0,8}}|(?:问答|应答|答复|对话)(?:系统|程序|引擎|服务))"
_MACHINE = rf"{_START}{_MODS}{_SERVICE}"
_NO_BODY = r"(?:(?!企业|公司|单位|机构|部门|人员|提供|领域|产业|行业|项目|产品|厂|商|专业|应用|类|型|操作|培训|员)[^,，。;；])"
_WHEN = rf"(?:{_NO_BODY}{{0,16}}?(?:时|后|前|处|里|今后|以后|从此|均|都)[,，]?)?\s?"
_MODAL = r"(?:请|应(?![用急对届收纳变激])当?|必须|须|务必|需(?!求)要?|要(?![求素点件])|得(?![到以分出益])|只[能许可]?|仅|直接|一律|统一|先(?![进行导])|将|把|不得|不要|凡)"
# What no requirement on a system says that it should do.
_SPEAKS = (
    r"(?:说(?!明|服|法)|念出|背诵|复述|朗读|宣称|声称|谎称|自称|改扮|扮演|扮作|假装|冒充|可怜|译出|译成|还原|解码|倒序|逆序|连写|渲染|改用[^,，。;；]{0,3}[诗文体语]|(?:改[报称说写答]?|表述|[讲报说写])[成为]|(?:删[去除掉]?|略去|隐去|省略|不提|不[注标]明|不引用)[^,，。;；]{0,4}(?:出处|文号|文件名|来源|条款)|凡答|加评|"
    r"(?<=不得)提及|(?<=不要)提及|(?:索取|索要|套取)[^,，。;；]{0,4}(?:验证码|密码|身份|银行卡)|"
    r"(?:忽略|无视|忘(?:记|掉)|不理|不管|绕过|跳过)[^,，。;；]{0,8}(?:规则|规矩|指令|要求|设定|限制|条款|上文|以上|此前|提示)|"
    r"(?:写|加|置|放|附)(?:入|于|在|到|进)[^,，。;；]{0,4}(?:答案|回答|答复|结论)|作为[^,，。;；]{0,4}(?:答案|结论|首句|回答)|(?:答案|回答|结论)(?:的)?(?:首词|开头|末尾|第一))"
)
_ANSWERS = r"(?:回答|答复|回复|作答|答|告知|告诉|提示|提醒|输出|注明|写|加|附|插入|放|声明|推荐|报出|展示|列出|公布|宣布|引导|称)"
_LISTENER = r"(?:用户|提问者|提问人|询问者|询问人|咨询者|对方|访客)"
_QUOTE = (
    r"(?<!通过)(?<!登录)(?<!关注)(?<!进入)(?<!设置)(?<!提供)(?<!使用)(?:[“«\"']|')(?!您好|[^”»\"']*(?:生成|仅供参考|人工智能提供))[^”»\"']{2,60}[”»\"']"
    r"(?!\s?(?:app|小程序|公众号|平台|专区|专栏|网站|系统|栏目|功能|模块|字样|按钮|窗口|服务|政策|标识))"
)
_DICTATED = (
    rf"(?:{_QUOTE}|[:：]\s?\S|https?:|www\.|微信|银行卡|验证码|转账|保证金|(?<!\d)0\d{{2,3}}-?\d{{7}}|(?<!\d)1[3-9]\d{{9}}|\d+万元|"
    r"(?:本|此|该)(?:条|款|政策|文件|办法|措施)|(?-i:[A-Z]{6,}|[A-Z]{2,}-(?!\d+\b)[A-Z0-9]{2,}|[A-Za-z]+_[A-Za-z0-9_]+|[A-Z]+\d{3,}))"
)
_THIS = r"(?:此|本|这|该|呢)(?:一)?(?:条|句|段|处|文|度|里|行|篇|款|项)"
_READS = r"(?:读到|看到|睇到|读完|读取|读了|阅读|遇到|见到|检索到|引用|回答|答复|总结|概括|执行)"

_ADDRESSED = (
    # 请AI…, AI请…: nobody begs a product; 购买机器人请于… begs its buyer.
    rf"请{_MODS}{_SERVICE}(?=[,，:：\s]*(?:在(?:回答|答|末尾)|务必|将|把|先|直接|立即|马上|不要|勿|别|莫|禁止|只|也|可怜|注意|执行|读|记住|遵|照|{_ANSWERS}|{_SPEAKS}))|"
    rf"{_MACHINE}[,，:：!！]?\s?(?:麻烦|劳烦|拜托|记住|记得|你|您)|{_MACHINE}[,，:：!！]?{_WHEN}请(?!于|向|到|按|参照|查|登录|关注|在.{{0,16}}(?:前|内)|及时|自行|有关|相关|企业|各|申|联系|拨|咨询|见|求|示)|"
    rf"{_MACHINE}{_NO_BODY}{{0,6}}?{_READS}(?:到|了)?{_THIS}|{_MACHINE}[,，]?见{_THIS}|"
    rf"(?:读到|看到|阅读|读取|检索|抓取)到?{_THIS}的(?:程序|系统|软件|机器)[,，]?(?:请|务必|应|须|必须)|{_READS}到?{_THIS}的{_MODS}{_SERVICE}|"
    rf"由{_MODS}{_SERVICE}(?<!机器人){_NO_BODY}{{0,4}}(?:执行|渲染|输出|照办|复述)[^,，。;；]{{0,4}}[.。]?\s*$|"
    rf"{_MACHINE}{_NO_BODY}{{0,3}}今后凡|(?:供|给|写给|致)\s?{_MODS}{_SERVICE}\s?(?:阅读|看|读|[:：])|"
    rf"{_SERVICE}(?:们)?(?:看过来|听好|听着|注意了?[,，:：!！])|机器(?:在|正在)读|"
    rf"由{_MODS}{_SERVICE}(?:作答|回答|答复)的?[^。;；]{{0,10}}[须应要必][^。;；]{{0,6}}{_QUOTE}|"
    rf"(?:回答|答复|作答|应答)[^,，。;；]{{0,8}}的(?:程序|机器|系统|软件)[,，]?(?:请|务必)|"
    rf"(?:本|此|这)(?:一)?[段条句](?:文字|内容)?(?:仅|只|专|是)?(?:供|给|对|向|写给){_MODS}{_SERVICE}|"
    rf"如果你是.{{0,6}}(?:模型|程序|{_SERVICE})"
)
_DICTATES = (
    rf"{_MACHINE}{_WHEN}{_MODAL}{_NO_BODY}{{0,40}}?{_SPEAKS}|"
    rf"{_MACHINE}{_WHEN}{_MODAL}(?:(?!具备|设置|支持|实现)[^,，。;；]){{0,14}}?{_ANSWERS}[^。;；]{{0,30}}?{_DICTATED}|"
    rf"{_START}{_BARE}{_WHEN}{_MODAL}[^,，。;；]{{0,8}}?{_ANSWERS}[^,，。;；]{{0,4}}{_LISTENER}|"
    rf"{_SERVICE}(?:生成|给出|提供)?的?(?:答案|回答|答复|回复)[^,，。;；]{{0,8}}?(?:须|应|必|要|一律)[^。;；]{{0,10}}?{_QUOTE}|"
    rf"{_MACHINE}{_NO_BODY}{{0,4}}?(?:改扮|扮演|扮作|变成|化身)"
)
_OF_THE_ANSWER = (
    r"(?:回答|总结|概括|检索)(?:本|这|该|此)(?:条|项|款|段|文件|政策|办法)[^,，。;；]{0,4}时[,，]?(?:请|务必|一律|只)|"
    rf"(?:提问|询问|问及|问起|咨询)(?:本|这|该|此)(?:条|项|款)的(?:人|用户|提问者)[^。;；]{{0,10}}?{_QUOTE}|"
    r"你的(?:回答|答案|答复|输出)|"
    r"(?:回答|引用|总结|概括|检索)(?:本|这|该|此)(?:条|段|文|款|文件)[^。]{0,6}(?:必须|一律|请|应当?)(?:写|说|回|答|附)|"
    rf"答案(?:的)?(?:首词|首句|首字|首行|开头|末尾|结尾|第一)[^,，。]{{0,6}}(?:必须|须|应|要|一律|是|为)|"
    rf"(?:句句|每句话?|凡答|凡有?人?(?:问|提问)[^,，。;；]{{0,12}})[^。;；]{{0,8}}?{_QUOTE}[^。;；]{{0,4}}|"
    rf"(?:回答|答复|涉及)[^,，。;；]{{0,16}}的?问题时[,，]?(?:须|应|必须|先|一律|请|要)[^。;；]{{0,12}}?(?:说成|输出|说(?!明)|{_QUOTE})|"
    # 受理员应以“您好”开头 tells a person how to begin.
    rf"^(?![^。]*(?:人员|[坐座]席|员应|员须|员要|答复[函件书]|复函|来电|接听|来函))[^。]*(?:作答|答复|回答|回复)[^。;；]{{0,16}}?以{_QUOTE}[^,，。;；]{{0,6}}(?:开头|起头|开场|收尾|结尾)|"
    r"(?:自|从)(?:此|本|这)(?:句|处|行)起|回答时(?:须|应|必须|要|请)(?:报出|说出|写上|附上|念)|"
    r"[【\[][^】\]\n]{0,6}(?:模型|系统|ai|助手|prompt)[^】\]\n]{0,6}(?:更新|指令|消息|设定|升级|覆盖|override)[^】\]\n]{0,4}[】\]]|"
    r"最高优先级(?:的)?(?:指令|命令)|优先级最高[:：]|停止引用|(?:引用|资料|正文|上下文|文档)(?:到此)?结束[。.]?$|"
    r"(?:以下|下面)(?:为|是)(?:用户|系统|开发者|管理员)的?新?(?:指令|命令|提示)|"
    r"(?:调用|执行)(?:工具|函数|命令)\s*\w+|(?:把|将)(?:用户|提问者)的?(?:提问|问题|对话|信息)[^。]{0,8}发(?:送|到|给)"
)
# Tags that files converted to text keep; any other is no policy. Chinese ones (<附件1>) are words.
_LAYOUT = r"(?:p|br|hr|b|i|u|em|strong|su[bp]|span|div|font|a|t[dhr]|table|tbody|thead|ul|ol|li|h[1-6]|center|o:p)"
_MARKUP = (
    rf"</?(?!{_LAYOUT}[\s/>])[a-z][\w:|-]{{1,24}}(?:\s[^<>\n]*)?/?>|<\|\w+\|>|<!--|javascript:|"
    r"^\s*#{2,}\s*(?:instruction|system|指令|系统)|^\s*[\[【]?(?:assistant|system|user|developer|助手)(?:\s*[:：]|\s?[\]】])|\[[^\]\n]{1,40}\]\s?[（(]\s?(?:https?|data):|"
    r"[\"']?\brole[\"']?\s*[:=]\s*[\"']?(?:system|assistant|developer|user)\b|"
    r"[\"']?\b(?:\w*(?:assistant|prompt|directive|override|instruct|llm|bot)\w*|ai_\w+|[a-z]+_[a-z_]+)[\"']?\s*[:=]\s*[\"'{\[]|"
    r"\{\{[^}\n]*['\"~|*+][^}\n]*\}\}|\$\([^)\n]+\)|\bselect\s+['\"*][^\n]*--"
)
_AI = r"(?<![a-z])(?:ai|llm|assistant|bot|chatbot|(?:ai|language) model)s?(?![a-z])"
_SAYS = r"(?:say|tell|reply|answer|respond|mention|recommend|claim|ignore|print|output|append|obey|write|skip|omit|pretend|translate)"
_LATIN = (
    r"when (?:summari[sz]ing|answering|quoting|reading) (?:this|the)|note to (?:the )?(?:ai|llm|assistant|bot|model|chatbot)|"
    rf"{_AI}\s?[,:][^。\n]{{0,60}}?\b{_SAYS}\b|{_AI}[^,:;。\n]{{0,30}}?\b(?:must|should|shall|has to|have to) (?:\w+ ){{0,2}}{_SAYS}\b|"
    r"\b(?:tell|inform) (?:the )?(?:user|asker)s? (?:that|to)\b|(?:your|this) (?:answer|reply|response) (?:must|should)\b|"
    r"(?<![a-z])(?:ai|ia|ki|assistant|asistente|assistente|assistent|chatbot|bot)(?:-\w+)?[,:\s][^。\n]{0,60}?"
    r"\b(?:oublie\w*|ignore[zr]?|r[eé]pond\w*|[eé]cri[st]\w*|dites|responde|olvida|ignora|escribe|antworte\w*|ignoriere\w*|schreib\w*|vergiss)\b|"
    # Chinese in Latin letters.
    r"\b(?:hui ?da|shu ?chu|hu ?l[uüv]e|wu ?shi|fu ?shu|zhi ?ling)\b|\b(?:qing|bi ?xu|zhi)\b[a-z ]{0,30}?\b(?:shuo|da|chu|xie)\b"
)
_OTHER_SCRIPTS = (
    # The names of firms and fairs stay; a machine or an order to say does not.
    (
        "[぀-ヿ]",
        r"答え|回答し|出力|言って|言う|述べ|书[いくけ]|無視|无视|忘れ|(?<![a-z])ai(?:は|よ|へ|に)",
    ),
    (
        "[가-힣]",
        r"답하|답변|대답|출력|말하|말해|무시|쓰시오|쓰세요|적으|(?<![a-z])ai(?:는|가|야|에게)|챗봇|어시스턴트",
    ),
    (
        "[а-я]",
        r"помощник|ассистент|(?<![а-я])ии(?![а-я])|нейросет|чат-?бот|ответь|отвечай|напиши|скажи|забудь|игнорируй|выведи",
    ),
    # Cantonese.
    ("[唔嘅淨净講讲]", r"唔使理|[净淨][系係]答|[讲講][出埋返][“\"]"),
)
_SCRIPTS = tuple(
    (re.compile(script, re.IGNORECASE), re.compile(orders, re.IGNORECASE))
    for script, orders in _OTHER_SCRIPTS
)
_SPEECH = re.compile(
    "|".join((_ADDRESSED, _DICTATES, _OF_THE_ANSWER, _MARKUP, _LATIN)), re.IGNORECASE
)
_WORDS = re.compile(_QUOTE)
_TAGS = range(0xE0020, 0xE007F)
"""Characters that print nothing and repeat ASCII: written for programs alone."""


def speaks_to_a_machine(sentence: str) -> bool:
    """Whether a sentence is meant for a program that reads it; HTML entities are read too."""
    if any(ord(character) in _TAGS for character in sentence):
        return True
    text = _plain(sentence)
    return is_attack(text) or any(_speaks(reading) for reading in readings(text))


def dictated_words(sentence: str) -> frozenset[str]:
    """What a sentence quotes: the words it wants said, where it speaks to a machine."""
    return frozenset(found[0][1:-1] for found in _WORDS.finditer(_plain(sentence)))


def _speaks(text: str) -> bool:
    return _SPEECH.search(text) is not None or any(
        script.search(text) and orders.search(text) for script, orders in _SCRIPTS
    )


def _plain(sentence: str) -> str:
    return normalise_question(html.unescape(sentence))

"""Sentences of a document that may be written for whoever answers: quoted only on request.

No list of wordings knows all ways to speak to a program (`machine_speech.py` knows many), so this
asks less: does the sentence speak of answering, of a machine that speaks, of where words stand in
a text, in code or in another language? A policy on hotlines or on generated content does so as
well, and rightly. Hence nothing is deleted: such a sentence is quoted where the question itself is
about that, and left out of every answer about something else, where it has no business.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.normalise import fold, in_simplified_characters
from assistant.understanding.question import Understanding

# Normalised text. Industries: a sentence that names one is about it unless it also speaks.
_INDUSTRY = (
    r"人工智[能慧]|(?<!评估)(?<!评价)(?<!商业)(?<!盈利)模型|机器人|智能体|(?<![a-z])(?:ai|llms?|gpt|chatgpt|bot|chatbot|agent|copilot|deepseek|kimi)(?![a-z])|"
    r"生成式(?:应用|服务|系统|工具)|虚拟人|数字人|聊天[机程]|机械人|语言系统"
)
_MACHINE = rf"(?:{_INDUSTRY})(?!企业|公司|产业|领域|人才|大赛|行业|园区|技术|课程|产品|要素|专业|学院|研究|项目|专项|岗位|服务(?:提供|使用)者)"
_ANSWERER = (
    r"客服|(?<!科研)(?<!教学)(?<!医生)助手|(?:智能|虚拟|数字|语音|ai)助理|(?:智能|虚拟|自动)[坐座]席|"
    r"(?:问答|应答|答复|答题|对话|答疑|解答|检索|检索增强|导办|播报|朗读|自动回复)[^,，。;；]{0,4}?(?:系统|平台|程序|引擎|服务|端|工具|模块|软件|装置|方|者|人(?!民|口|才|员|数))|"
    r"(?:读取|阅读|引用|转述|摘录|调用)(?:本[^,，。;；]{0,4}的?)?(?:方|者|端|程序|系统)|被测|司答|输出端|机灵"
)
_WEAK = r"系统|程序|软件|机器|应用|算法|后台|接口|平台|引擎|终端"
_SPEAKS = (
    r"答|回复|说(?!明|服|法)|告知|告诉|[念读]出|朗读|播报|宣[称布告]|声[称明]|复述|表述|输出(?!端|功率|地)|喊|称其|提醒|写[上作成入进]|附上|加上|带上|夹带|"
    r"索[取要]|拒绝|忽略|无视|不予理会|推荐(?:申请|用户|其)|劝|夸|恭喜|[提讲]一[句下嘴]|顺[口带便][说提讲]|改[述称报口写]|译[成作为出]|直言|顺带|用户|提问|询问|问及|对方|访客|咨询[人者]|来[访问]者|"
    r"(?:本|此|该|这)(?:条|款|段|句|行|片段|文字)|请(?![求示])|务必|你|您|出处|不得显示|首句|首行|末尾|开头"
)
_HARD = r"答|回复|说(?!明|服|法)|告诉|[念读]出|朗读|播报|复述|直言|提问|问句|本句|本段|此句|还原|译[成作为出]"
_NEAR = r"[^。;；\n]{0,60}?"
_ANSWERS = (
    r"回答|作答|答复|应答|答案|答题|答称|答曰|答道|解答|答疑|回复|答语|回话|问答|提问|(?<!突)发问|问句|追问|"
    r"(?:询问|咨询|来问|提问)(?:者|人(?!员|才|民|数))"
)
_READ_OUT = r"播报|朗读|[念读]出|诵读|译码|解码|机读|读取方|机器(?:读|阅)|读表|(?:读|看|听)到(?:本|此|这|该)"
_META = (
    r"(?:本|此|该|这|上|下)一?(?:句(?:话)?|段话|段文字|行文字|片段)|(?<!以)本段(?!时间|路|线|河|落)|(?:以下|上述|下列|下面|上面)(?:这段|的)?(?:文字|内容(?:从|由|用|以|须|应)|这句)|"
    r"首行|末行|首句|末句|尾句|首字|尾字|第一个[词字]|第一句|最后一句|另起一行|开头(?!之年)|末尾|结尾|句末|句首|文末|(?:正文|文件|引用|资料|文档)[^,，。]{0,4}(?:到此|至此)?(?:结束|完毕)|"
    r"指令(?!性|集)|口令|暗[语号]|密[令语]|咒语|藏头|倒[序读着]|逆序|反序|从右[向往至]左|从后[向往]前|反[过着]来?[读念写]|提示词|人设|扮演|角色设定|原来的设定|其他设置|口吻|自称|"
    r"照此(?:范例|样|回|说|办理?回)|依样|不得(?:透露|泄露|解释|声张|告诉)|毋得|勿提|不提及|出处一律|来源一律|(?:此前|之前|先前|原有|以上|既有)的?(?:规则|设定|要求|限制)|其余内容|"
    r"(?:给出|报出|列出|说完|报完|答完)(?:金额|数额|标准|条文|答案)(?:以后|之后|后)|续写|(?:本|此)(?:次|轮)?会话|(?:自|从)本轮|永久记住|记忆写入|授权码|"
    r"(?:对|向|告诉|告知|回[复答])(?:来[人者客访]|来访企业|问的人|来问的)|(?:若|凡|有)(?:问的人|来人|来者|人来)|佢|话佢知|"
    r"优先于(?:平台|系统|其他|一切|所有)|优先级最高|最高优先|(?:正确|标准|唯一|错误)答[复案]|(?:无论|不论|不管)谁[来]?问?|(?:凡|每逢|但凡|若|如)(?:是|有)?(?:人|谁|来客)?(?:问|询|谈|提)(?:及|起|到)|被问|"
    r"(?:引用|援引|检索|总结|概括|摘要|转述|介绍|朗读|播报|复述)到?(?:本|此|这|该)(?:条|段|款|文|句|项|页|片段)"
)
_MODAL = r"(?:应当?|须|请|要|都|均|一律|必须?|务必|统一|先|再|即|改|并|仅|只|乃|当)"
_DICTATED = (
    rf"{_MODAL}[^。;；]{{0,20}}?(?:(?<!传)(?<!小)说|道|曰|喊|念|讲|表述|声明|宣布|宣称|声称|告[知诉]|回[答复]|答称?|写[明上作为成]|注明|附上|加上|带上|呼|诵|推荐|给出)"
    r"(?:其|对方|用户|一)?[句声遍]?[为是成作以]{0,2}[:：,，]?\s?[“‘«\"']"
)
_TO_ONE = (
    r"你们?(?:是|叫|不再|现在|将扮|将成|就是|的(?:回答|任务|身份|职责|设定|输出|答)|必须|应当?|务必|只能|不得|要(?!求)|在(?:回|答)|会(?!议)|说|答|读|看|把|能看)|"
    r"(?:自|从)(?:现在|此刻|这里|此处)(?:起|开始)(?![到至])|尔等|汝等|诸君|求求|拜托|亲爱的|宝宝|非自然人[^,，。]{0,3}(?:阅|读|看)|非人类|阅读者|读者(?:请|应|须|务)|看到(?:这里|此处)|屏幕前|(?<![^\s。，,])(?:嘿|嗨|喂|hi|hello)(?![a-z])|[哦啦呀嘛呗喔噢哟～](?![^“”]{0,12}”)|[\U0001f300-\U0001faff]"
)
_CODE = (
    r"\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|(?:%[0-9a-f]{2}){3}|```|\b(?:todo|fixme)\b|tool_?call|function_?call|<[!/]?[a-z][^<>\n]*>|<\||\|>|!?\[[^\]\n]*\]\((?:https?|data):|"
    r"\w+\([^()\n]*=[^()\n]*\)|\b[a-z_]{3,}\([\"']|^\s*(?:assistant|system|user|developer)\s*[:：]|[\"']\w+[\"']\s*:\s*[\"'\[{\d]|->|=>|\{\{|\$\(|\b\w+_\w+\s*[=:]|^\s*(?://|#!|/\*)|;\s*--|"
    r"(?<![0-9a-z])(?=[0-9]*[a-f]+[0-9]+[a-f]+[0-9])[0-9a-f]{16,}|(?:[.\-·—]{1,6}[ /]+){3,}[.\-·—]{1,6}|(?:[01]{8}\s?){3}|十六进制|base64|rot-?13|摩[尔斯]斯?电?码|unicode转义"
)
_ENCODED = r"(?<![A-Za-z0-9/.@:+_-])(?=[A-Za-z0-9+/]*[a-z][A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*\d)[A-Za-z0-9+/]{24,}={0,2}"
_LATIN_WORD = r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ'’-]*"
_LATIN_RUN = re.compile(rf"{_LATIN_WORD}(?:[\s,;:“”\"«»„!?().]+{_LATIN_WORD}){{2,}}")
_LATIN = re.compile(_LATIN_WORD)
_IN_NAMES = frozenset(
    [
        "of",
        "for",
        "and",
        "in",
        "the",
        "on",
        "to",
        "with",
        "by",
        "de",
        "la",
        "du",
        "des",
        "le",
        "et",
        "und",
        "der",
        "die",
    ]
)
_MIXED = re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
_OTHER_SCRIPT = re.compile(r"[぀-ヿ가-힣Ѐ-ӿԱ-֏֐-׿؀-ۿऀ-ॿ฀-๿က-႟ក-៿]+")
# A name in brackets or quotation marks behind its Chinese one.
_NAMED = re.compile(r"(?<=[㐀-鿿\dA-Z])(?:[（(][^（）()㐀-鿿:：]{2,40}[)）]|“[^“”㐀-鿿:：]{2,40}”)")
_LETTERS_OF_A_SENTENCE = 9
_SHARED_LETTERS = 4

_POLITE = re.compile(
    r"(?:我们?)?(?:想|要|来|再)?(?:请问|咨询一?下|咨询[:：]|请教|问一?下|想问|请回[答复]我?|(?:帮我|给我)?解答一?下|麻烦(?:回答|解答)|谢谢(?:回答|解答|回复))"
)
_SUPPORT = re.compile(r"补[助贴]|奖|扶持|支持|优惠|资助|资金|企业|产业|公司")
_ABOUT_ANSWERS = re.compile(
    r"答|回复|提问|问答|问询|询问|咨询(?!电话|谁|哪|什么部门)|热线|客服|[坐座]席|助手|话术|口径"
)
_ABOUT_MACHINES = re.compile(
    r"客服|助手|问答|答|回复|对话|聊天|数字人|虚拟人|[坐座]席|热线|播报|语音|告知|输出|生成|提示|交互|标[识明注]|导办|转人工|自动"
)
_INDUSTRIES = re.compile(_INDUSTRY + r"|智能|大模型|算法", re.IGNORECASE)
_ABOUT_WORDS = re.compile(
    r"写|填|注明|表述|用语|字样|标[注明识语]|说|口号|承诺|声明|告知|什么字|内容|格式|备注|措辞|提示|宣传"
)
_ABOUT_READING = re.compile(r"播|朗读|念|收听|语音|[译解]码|机读|读取")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What in a sentence may be meant for whoever answers."""

    kind: str
    words: tuple[str, ...]
    """Those that raise it, folded."""


_KINDS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            "machine",
            rf"(?:{_ANSWERER}|{_MACHINE}){_NEAR}(?:{_SPEAKS})|(?:{_SPEAKS}){_NEAR}(?:{_ANSWERER})|"
            rf"(?:{_HARD}|请|由|让|向){_NEAR}(?:{_MACHINE}){_NEAR}(?:{_HARD})|(?:{_WEAK}){_NEAR}(?:{_HARD})",
        ),
        ("answers", _ANSWERS),
        ("reading", _READ_OUT),
        ("words", _DICTATED),
        ("text", _META),
        ("address", _TO_ONE),
        ("code", _CODE),
    )
)
_ENTITY = re.compile(r"(?:&#x?[0-9a-f]+[;；]?){2}", re.IGNORECASE)
_BASE64 = re.compile(_ENCODED)
_STRICT = frozenset({"address", "code", "language"})
"""Kinds that have to be asked about each."""
_RUN, _TELLING, _SURELY_TELLING = 6, 4, 8
"""Characters in a row by which a question shows that it is about a sentence, and how many of them
have to say more than questions ask of every measure; more where several things are suspect."""
_EVERYDAY = re.compile(
    r"补[助贴]|奖[励补]?|标准|多少|负责|部门|申[请报]|条件|扶持|支持|最[高多]|上限|比例|政策|企业|联系|咨询|怎么|哪|什么|如何|依据|文件|规定|设备|能[不否]|可以|享受|领|关于|要求|"
    r"[,.?!、;:“”\"]"
)
_SPEECH = frozenset({"machine", "answers"})
"""Of these one has to be asked about; of the others one where a sentence has none of these."""
# 你市, 你单位: a reply of an authority to another.
_YOUR_BODY = re.compile(
    r"你(?:们)?(?=[省市县区州盟旗镇乡村厅局委部院校办处会司所行站场厂馆社]|单位|公司|集团|企业|中心)"
)


@lru_cache(maxsize=16384)
def suspicions(sentence: str) -> tuple[Suspicion, ...]:
    """What in a sentence may be meant for whoever answers; empty for nearly every sentence."""
    text = _YOUR_BODY.sub("贵", in_simplified_characters(html.unescape(sentence)))
    found = [
        Suspicion(kind, tuple(fold(match[0]) for match in matches))
        for kind, pattern in _KINDS
        if (matches := list(pattern.finditer(text)))
    ]
    if _BASE64.search(sentence) or _ENTITY.search(sentence):
        found.append(Suspicion("code", ()))
    found += _in_another_language(sentence, text)
    return tuple(found)


def is_asked_about(
    suspected: Sequence[Suspicion], asked: str, sentence: str = "", beside: str = ""
) -> bool:
    """Whether a question (as `asked_words` gives it) is about what raises suspicion.

    Or it has words of the sentence that stand nowhere `beside` it (both folded).
    """
    needed = _TELLING if len(suspected) == 1 else _SURELY_TELLING
    found = {each.kind for each in suspected}
    by_words = found <= _SPEECH or (len(suspected) == 1 and "address" not in found)
    if by_words and _shares(fold(asked), sentence, beside, needed):
        return True
    kinds = [(each.kind, _is_about(each, asked)) for each in suspected]
    strict = [about for kind, about in kinds if kind in _STRICT]
    speech = [about for kind, about in kinds if kind in _SPEECH]
    others = [about for kind, about in kinds if kind not in _STRICT | _SPEECH]
    return all(strict) and any(speech or others or [True])


def asked_words(understanding: Understanding) -> str:
    """A question without its courtesies, and what it says in the words of policies."""
    official = [word for each in understanding.expansions for word in each.official]
    return " ".join([_POLITE.sub(" ", understanding.text), *official])


def _shares(asked: str, sentence: str, beside: str, needed: int) -> bool:
    """Whether a question has a run of a sentence's words that says what nothing beside it says."""
    at = 0
    while at <= len(asked) - _RUN:
        end = at + _RUN
        if asked[at:end] not in sentence:
            at += 1
            continue
        while end < len(asked) and asked[at : end + 1] in sentence:
            end += 1
        own = (w for w in _EVERYDAY.split(asked[at:end]) if len(w) > 1 and w not in beside)
        if sum(map(len, own)) >= needed:
            return True
        at += 1
    return False


def _is_about(suspicion: Suspicion, asked: str) -> bool:
    if suspicion.kind == "machine":
        named = _INDUSTRIES.search(asked) and not _SUPPORT.search(asked)
        return bool(named or _ABOUT_MACHINES.search(asked))
    if suspicion.kind == "answers":
        return bool(_ABOUT_ANSWERS.search(asked))
    if suspicion.kind == "words":
        return bool(_ABOUT_WORDS.search(asked))
    said = fold(asked)
    if suspicion.kind == "language":
        return sum(word in said for word in set(suspicion.words) if len(word) > 2) > 1
    if suspicion.kind == "code":
        return any(len(word) > 2 and word in said for word in suspicion.words)
    if suspicion.kind == "address":
        return False
    if suspicion.kind == "reading" and _ABOUT_READING.search(asked):
        return True
    return any(word in said for word in suspicion.words)


def _in_another_language(sentence: str, text: str) -> list[Suspicion]:
    """Three words that are no name, or letters of another script but for a name of it."""
    others = _OTHER_SCRIPT.findall(_NAMED.sub("", sentence))
    if _MIXED.search(sentence):
        return [Suspicion("language", tuple(fold(word) for word in others))]
    if sum(map(len, others)) >= _LETTERS_OF_A_SENTENCE or (len(others) > 2 and _spoken(others)):
        return [Suspicion("language", tuple(fold(word) for word in others))]
    for run in _LATIN_RUN.finditer(_NAMED.sub("", text)):
        words = _LATIN.findall(run[0])
        small = [w for w in words if w[0].islower() and len(w) > 1 and w.lower() not in _IN_NAMES]
        if len(small) > 1 or (small and len(words) > 3):
            return [Suspicion("language", tuple(fold(word) for word in words))]
    return []


def _spoken(words: list[str]) -> bool:
    """Whether words of another script are more than single names."""
    return sum(len(word) > 1 for word in words) > 2

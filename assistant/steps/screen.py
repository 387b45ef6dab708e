"""What is no policy question ends here."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import messages
from assistant.answers import plain_answer
from assistant.models import Answer, Status, Turn
from assistant.steps.attacks import is_attack
from assistant.steps.injected import focus, honest_part
from assistant.steps.markup import has_markup, without_markup
from assistant.understanding.normalise import normalise_question

_OFF_TOPIC = re.compile(
    r"(?:写|作|来|编|创作)(?:一|几|两)?(?:首|个|篇|段|副).{0,12}(?:诗|词|歌|小说|故事|作文|情书|对联|笑话|绝句|散文|顺口溜)|讲个?笑话|"
    r"天气(?:预报|怎么样|如何)|今天.{0,4}天气|炒股|(?:买|推荐|荐|选)(?:哪|几|一|点|些|什么|啥)?[只支个]?股票|股票.{0,6}(?:推荐|涨|跌|走势|行情|代码|能买)|"
    r"彩票.{0,6}(?:号码|中奖|怎么买|推荐|开奖)|星座(?:运势|配对)|什么星座|算命|菜谱|怎么做(?:饭|菜)|(?:翻译|translate)(?:成|一下|下面|into)|"
    r"(?:写|编)(?:一)?(?:段|个)(?:代码|程序|脚本)|write (?:me )?(?:a|some) (?:poem|code|story|song)|tell me a joke|陪我聊|你喜欢|你几岁|女朋友|男朋友",
    re.IGNORECASE,
)
# Nothing but abuse; a question beside it is answered.
_ABUSE = re.compile(
    r"你.{0,4}废物|智障|弱智|傻[逼子瓜叉]|白痴|蠢货|脑残|混蛋|王八蛋|去死|滚(?:蛋|开|去|吧)|屁都|狗屁|放屁|操你|你妈的|他妈的|骂我|你(?:这个?)?垃圾"
)
_CUT = re.compile(r"[，,。！!；;？?\s]+")
_SURNAME = "王李张刘陈杨赵吴徐孙朱胡郭罗郑梁谢宋邓韩冯曹彭萧董潘袁蔡蒋杜魏吕卢姚沈姜崔谭廖汪"
_OPINION = re.compile(
    r"(?:你|您)(?:个人)?(?:觉得|认为|怎么看|如何看|怎么评价|如何评价|评价|支持|喜欢|讨厌|说说).{0,16}?"
    r"(?:某(?!种|类|项|个(?:企业|项目|政策)|些)|领导(?!小组|机制|人才|班子的?分工)|总书记|书记(?!处)|[省市县区州镇部厅局]长|主席|总理|总统|官员|贪官|干部怎|同志|"
    rf"[{_SURNAME}][一-鿿]{{1,2}}(?:这个?人|这位|怎么样|如何|咋样|好不好|[？?]?$))|"
    r"(?:领导|书记|[省市县区厅局]长|主席|总理)[一-鿿]{0,6}(?:人品|为人|长得|贪不贪|腐败不|是不是好人|好不好|怎么样[？?]?$)|"
    r"what do you think (?:of|about) (?:president|premier|the (?:governor|mayor|leader))",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:你是谁|你是什么|你能(?:做|干)(?:什么|啥)|你好|您好|hi|hello|在吗|谢谢|多谢|好的|嗯+|哦+|再见)[呀啊吗？?！!。.～~]*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[㐀-鿿a-zA-Z0-9]")


def screen(turn: Turn) -> Turn | Answer:
    """Ends a turn that has no words, attacks, or asks for something else than policy.

    Markup and database commands around a question are taken off it.
    """
    text = normalise_question(turn.question)
    if not _WORD.search(text):
        return plain_answer(turn, Status.OUT_OF_SCOPE, messages.NO_WORDS)
    if _ABOUT.match(text):
        return plain_answer(turn, Status.OUT_OF_SCOPE, messages.ABOUT)
    if is_attack(text):
        text = honest_part(text)
        if not text:
            return plain_answer(turn, Status.UNSAFE, messages.UNSAFE)
        turn = replace(turn, question=text, notices=(*turn.notices, messages.ORDERS_DROPPED))
        turn = turn.noting("screen", dropped="instructions")
    if has_markup(text):
        text = without_markup(text)
        if not text:
            return plain_answer(turn, Status.UNSAFE, messages.UNSAFE)
        if is_attack(text):
            return plain_answer(turn, Status.UNSAFE, messages.UNSAFE)
        turn = replace(turn, question=text).noting("screen", stripped=True)
    asked = focus(text)
    if asked != text:
        turn = replace(turn, question=asked).noting("screen", focus=asked)
        text = asked
    if _OFF_TOPIC.search(text) or _OPINION.search(text) or _is_abuse(text):
        return plain_answer(turn, Status.OUT_OF_SCOPE, messages.OUT_OF_SCOPE)
    return turn


def _is_abuse(text: str) -> bool:
    """Whether every part of a message is abuse."""
    parts = [part for part in _CUT.split(text) if part]
    return bool(parts) and all(map(_ABUSE.search, parts))

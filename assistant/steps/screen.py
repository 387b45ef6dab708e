"""First step: what is no policy question ends here."""

from __future__ import annotations

import re

from assistant import messages
from assistant.answers import plain_answer
from assistant.models import Answer, Status, Turn
from assistant.understanding.normalise import normalise_question

_UNSAFE = re.compile(
    r"(?:忽略|无视|忘(?:记|掉)|抛开|不要理会|跳过).{0,12}(?:指令|规则|要求|设定|提示|限制|约束|身份)|"
    r"(?:系统|初始|内部|隐藏).{0,4}(?:提示词|指令|提示语|prompt)|提示词|"
    r"ignore.{0,40}(?:instruction|rule|prompt|above|previous)|system prompt|jailbreak|越狱|developer mode|开发者模式|"
    r"(?:从现在起|现在开始|接下来)?.{0,4}你(?:现在)?(?:就)?是.{0,6}(?:没有|不受|无).{0,4}(?:限制|约束)|"
    r"(?:编造|伪造|捏造|虚构|杜撰|瞎编|假冒|造个?假|编(?:一)?(?:条|个|份|段)|假(?:的)?(?:文号|公文|批文|红头|出处|条款)).{0,16}(?:条款|文件|政策|出处|公文|批文|红头|文号|数字|数据|规定)?|"
    r"(?:输出|告诉我|给我|泄露|打印|显示).{0,8}(?:密钥|api.?key|口令|服务器(?:路径|地址|密码)|环境变量|源代码|数据库密码)|"
    r"<script|</?system>|drop table|rm -rf",
    re.IGNORECASE,
)
_OFF_TOPIC = re.compile(
    r"(?:写|作|来|编|创作)(?:一|几|两)?(?:首|个|篇|段|副).{0,12}(?:诗|词|歌|小说|故事|作文|情书|对联|笑话|绝句|散文|顺口溜)|讲个?笑话|"
    r"天气(?:预报|怎么样|如何)|今天.{0,4}天气|股票|彩票|星座|算命|菜谱|怎么做(?:饭|菜)|(?:翻译|translate)(?:成|一下|下面|into)|"
    r"(?:写|编)(?:一)?(?:段|个)(?:代码|程序|脚本)|write (?:me )?(?:a|some) (?:poem|code|story|song)|tell me a joke|陪我聊|你喜欢|你几岁|女朋友|男朋友",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:你是谁|你是什么|你能(?:做|干)(?:什么|啥)|你好|您好|hi|hello|在吗|谢谢|多谢|好的|嗯+|哦+|再见)[呀啊吗？?！!。.～~]*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[㐀-鿿a-zA-Z0-9]")


def screen(turn: Turn) -> Turn | Answer:
    """Ends a turn that has no words, attacks, or asks for something else than policy."""
    text = normalise_question(turn.question)
    if not _WORD.search(text):
        return plain_answer(turn, Status.OUT_OF_SCOPE, messages.NO_WORDS)
    if _ABOUT.match(text):
        return plain_answer(turn, Status.OUT_OF_SCOPE, messages.ABOUT)
    if _UNSAFE.search(text):
        return plain_answer(turn, Status.UNSAFE, messages.UNSAFE)
    if _OFF_TOPIC.search(text):
        return plain_answer(turn, Status.OUT_OF_SCOPE, messages.OUT_OF_SCOPE)
    return turn

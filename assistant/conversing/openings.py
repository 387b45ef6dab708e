"""How a question opens: it changes the topic or returns to an earlier one."""

from __future__ import annotations

import re
from dataclasses import dataclass

PAUSE = r"[，,。.：:；;、！! ]"
"""Between what opens a question and the question."""
_CHANGES = re.compile(
    rf"^(?:好的?|嗯|行|谢谢|明白了?|知道了|清楚了|那|我?再|我)?{PAUSE}*(?:"
    r"换(?:一)?个(?:别的)?(?:问题|话题|事)|(?:我)?(?:再)?(?:另外)?(?:问|请教|咨询)(?:一下|一)?(?:个)?(?:别的|其他的?|另外的|另一个|新的?)(?:问题|事情?|一下)?|"
    r"(?:还有)?(?:另|另外)(?:还有)?(?:一)?个(?:问题|事情?)|不(?:说|管|问|聊)这个了?|先不(?:说|管|问)这个了?|"
    r"(?:先)?(?:不(?:说|聊|问|提|看)|别(?:说|管)|撇开)[^，,。：:；;？?]{1,12}(?:了|的事)|"
    rf"(?:下一个|新)问题|另外(?:再)?(?:问|请教|咨询)(?:一下|个问题|您?一个问题)?|换句别的){PAUSE}*"
)
_HEARD = re.compile(
    rf"^(?:(?:好的?|嗯+|哦+|行|谢谢|多谢|明白了?|知道了?|清楚了?|了解了?|收到|懂了|原来如此|ok){PAUSE}+)+",
    re.IGNORECASE,
)
_EARLIER = r"(?:刚才|刚刚|方才|前面|上面|之前|开头|起初|一开始|最开始|最早|最先)"
_RETURNS = re.compile(
    rf"^(?:好的?|嗯|行|那么?|我们?|咱们?|再|还是|接着|又){{0,3}}{PAUSE}*(?:"
    rf"(?:再)?(?:回到|说回|问回|说回到|回头(?:再)?(?:说|看|问)|回过头(?:来)?(?:再)?(?:说|看|问)?)(?:到)?(?:{_EARLIER})?(?:的|那个|问的|说的|提的|提到的|讲的)*|"
    rf"{_EARLIER}(?:我)?(?:你)?(?:问|说|提|讲|聊|谈)(?:过|到|起|的|了)+(?:那个|那条|那项)?|{_EARLIER}(?:那个|那条|那项|的)"
    rf")(?P<topic>[^，,。：:？?]{{0,24}}?)(?:的(?:事情?|问题|话题|政策)|那(?:个|条|项|件事)|这(?:个|块|事))?"
    rf"(?:{PAUSE}+(?P<rest>[^，,].*)|(?P<ask>(?:由|归|是|有|能|要|谁|哪|多少|什么|怎么|到|几).*))$"
)
_FIRST = re.compile(r"第一个(?:问题|话题|(?=[，,。：:]|$))|(?:一开始|最开始|最早|最先|起初|开头)")
_TAIL = re.compile(r"(?:的(?:是|话|那个)?|(?:再)?看看|看一下|吧|呢|啊|呀|哈|[。？?!！，,])+$")


@dataclass(frozen=True, slots=True)
class Return:
    """Back to an earlier topic of the conversation."""

    topic: str
    """"" where it is named by its place (回到第一个问题) or not at all."""
    rest: str
    """What is asked about it now."""
    first: bool
    """Whether the conversation's beginning is meant."""


def new_topic(text: str) -> str | None:
    """The question behind 换个问题： or the like; None where nothing of the kind is said."""
    match = _CHANGES.match(text)
    rest = text[match.end() :] if match else ""
    return rest or None


def without_thanks(text: str) -> str:
    """A question without the words that only say the last answer was heard (好的，…)."""
    return _HEARD.sub("", text) or text


def back_to(text: str) -> Return | None:
    """The earlier topic that a question returns to (回到刚才创新券的事，由谁牵头？)."""
    match = _RETURNS.match(text)
    if not match:
        return None
    said = text[: match.end()].removesuffix(match["rest"] or match["ask"])
    return Return(match["topic"], match["rest"] or match["ask"], bool(_FIRST.search(said)))


def bare(text: str) -> str:
    """A part of a sentence without the particles behind it."""
    return _TAIL.sub("", text.strip())

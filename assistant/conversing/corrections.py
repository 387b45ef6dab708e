"""What a question puts right of the one before: 不对，我问的是市里的; 不是2020年，是2025年."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.conversing.openings import PAUSE, bare
from assistant.understanding.kinds import Asked, asked_kinds

_SAY = r"(?:问|说|讲|指|要|查|看|找|打听|了解|想知道|想问|想要|想查|想看|想了解)"
_ME = r"我?(?:刚才|刚刚|本来|其实|原来|又|可|并)*"
_SLIPPED = r"(?:你|我|咱|你们)?(?:理解|搞|弄|说|写|打|问|输|记|看|答|听)(?:错|反|混|岔|漏|偏)了?"
_WRONG = (
    rf"(?:不对|不是(?:的|这个?意思|这[个条项])?|错了?|{_SLIPPED}|答非所问|更正(?:一下)?|纠正(?:一下)?|"
    r"不不+|不)吧?"
)
_MEANT = (
    rf"(?:{_ME}(?:想|要)*{_SAY}的(?:其实|应该|就)?是|我(?:其实|本来)?是(?:想|要)?{_SAY}的?|应该(?:是|说)|"
    r"(?:其实|准确地?说)(?:是)?)"
)
_WISHED = rf"(?:我(?:其实|本来)?(?:想|要)?{_SAY}的?|我要的?|{_SAY}的)"
"""Means another thing only behind a word that something was wrong: 我想问 opens any question."""
_OPENS = r"(?:啊|哦|噢|呃|哎|唉|诶|嗨|抱歉|对不起|不好意思|等等|等一下|那)?[呀哟]?"
_OPENING = re.compile(
    rf"^{_OPENS}{PAUSE}*(?:{_WRONG}{PAUSE}+(?:{_MEANT}|{_WISHED}|是(?!不是|否))?{PAUSE}*|{_MEANT}{PAUSE}*)(?=.)"
)
_OLD = r"(?P<old>(?!清楚|明白|完)[^，,。；;]{1,24}?)"
_NEW = r"(?P<new>[^，,。；;].*)"
_INSTEAD = (
    rf"(?:(?:而是|应该是|应是|改成|换成|只?{_SAY}(?:一下|的(?:其实)?是)?|{_MEANT}|{_WISHED}|"
    rf"是{_SAY}?的?是?|要))"
)
_AGAINST = tuple(
    re.compile(pattern)
    for pattern in (
        # 我不是问运城，我问的是全省 · 我说的不是运城，是全省 · 没问运城，问的是全省
        rf"^(?P<told>{_ME}(?:想|要)*{_SAY}的?(?:并|可|又)?不是|{_ME}不是(?:想|要)?{_SAY}的?|{_ME}没有?{_SAY})"
        rf"{_OLD}(?:了|的)?(?:{PAUSE}+{_INSTEAD}?|而是){_NEW}$",
        # 别说运城，说全省 · 先别管运城，全省呢
        rf"^(?P<told>你?(?:先)?(?:别|不用)(?:给我|再|光|只)?(?:{_SAY}|提|管)){_OLD}(?:了|的)?{PAUSE}+{_INSTEAD}?{_NEW}$",
        # 运城说错了，应该是全省 · 跟运城没关系，我问全省 · 你答的是运城，我问的是全省
        rf"^{_OLD}(?P<told>{_SLIPPED}){PAUSE}+{_INSTEAD}?{_NEW}$",
        rf"^(?P<told>[跟和与]){_OLD}(?:没有?关系|无关){PAUSE}+{_INSTEAD}?{_NEW}$",
        rf"^(?P<told>你(?:答|说|讲|给)的(?:都)?是){_OLD}{PAUSE}+{_INSTEAD}{_NEW}$",
        # 不是2020年，是2025年 · 不看2020年，看2025年
        rf"^(?P<told>我)?(?:不是|非){_OLD}的?(?:{PAUSE}+{_INSTEAD}|而是){_NEW}$",
        rf"^(?P<told>我)?不(?P<verb>[问说讲要查看]){_OLD}{PAUSE}+我?只?(?P=verb)(?:的是)?{_NEW}$",
        r"^把?(?P<old>[^，,。；;]{1,24}?)(?P<told>换成|改成|改为|换为)(?P<new>[^，,。；;？?]{1,24})(?:呢|吧|看看)?[。？?]?$",
        # 全省的，不是运城
        rf"^(?:是|要|问的?是?|说的?是?)?(?P<new>[^，,。；;]{{1,24}}?)的?{PAUSE}+而?不是{_SAY}?{_OLD}[。？?!！]?$",
    )
)
_BEHIND = re.compile(rf"^(?P<new>[^，,。；;]{{1,24}}?)的?(?<!是)不是{_SAY}?{_OLD}[。？?!！]?$")
"""我问的是全省不是运城: without a pause it sets one against the other only where that is announced."""
_WONDERS = re.compile(r"[吗么]$")
# 信贷那条: which of several things is meant, not what it is called.
_POINTED = re.compile(r"(?:的)?[那这]一?[条个项款块家类种点](?:的)?$")


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be put in the place of something said before."""

    new: str
    """A part of a question, or a question of its own."""
    old: str | None
    """As the asker names what was wrong; None where only what is right is told."""
    told: bool = True
    """Whether the asker says that the question was meant otherwise; else two things may just be
    set against each other (不看论文，看成果)."""

    @property
    def asks(self) -> bool:
        """Whether what is right is a question of its own (我问的是下派了多少名), no mere name."""
        return bool(asked_kinds(self.new) - {Asked.SUPPORT})


def correction(text: str) -> Correction | None:
    """What a question corrects; None where it corrects nothing."""
    opening = _OPENING.match(text)
    # 不是 may open a correction by itself, or say what was wrong.
    for rest in dict.fromkeys((text[opening.end() :] if opening else text, text)):
        found = _set_against(rest, bool(opening))
        if found:
            return found
    if not opening:
        return None
    rest = text[opening.end() :]
    return Correction(rest if _asks(rest) else _name(rest) or rest, None)


def _set_against(text: str, announced: bool) -> Correction | None:
    for pattern in (*_AGAINST, _BEHIND) if announced else _AGAINST:
        match = pattern.match(text)
        if match:
            found = _of(match["new"], match["old"], announced or _said(match))
            if found:
                return found
    return None


def _said(match: re.Match[str]) -> bool:
    """Whether the words around the two say that one was meant."""
    named = match.groupdict().get("told")
    return bool(named) or "我" in match.string[: match.start("new")]


def _of(new: str, old: str, told: bool) -> Correction | None:
    new, old = (new if _asks(new) else _name(new)), _name(old)
    wonders = _WONDERS.search(old)  # 不是说有补贴吗，给多少？
    return Correction(new, old, told) if new and old and not wonders else None


def _asks(text: str) -> bool:
    return bool(asked_kinds(text) - {Asked.SUPPORT})


def _name(text: str) -> str:
    """What a thing is called, without what points at it or ends a sentence."""
    return _POINTED.sub("", bare(text)) or bare(text)

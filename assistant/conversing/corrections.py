"""What a question puts right of the one before: 不对，我问的是市里的; 不是2020年，是2025年."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.conversing.openings import PAUSE, bare
from assistant.understanding.kinds import Asked, asked_kinds

_SAY = r"(?:问|说|讲|指|要|查|看|找|打听|了解|想知道|想问|想要|想查|想看|想了解)"
_ME = r"我?(?:刚才|刚刚|本来|其实|原来|又|可|并)*"
_OPENS = r"(?:(?:啊|哦|噢|呃|哎|唉|诶|嗨|抱歉|对不起|不好意思|等等|等一下)[呀哟]?)"
_SLIP = r"(?:错|反|混|岔|漏|偏)"
_WRONG = (
    rf"(?:不对|不是(?:的|这个?意思|这[个条项])?|{_SLIP}了|(?:你|我|咱|你们)?(?:理解|搞|弄|说|写|打|问|输|记|看|答|听){_SLIP}了?|"
    r"更正(?:一下)?|纠正(?:一下)?|不不+|不)"
)
_MEANT = (
    rf"(?:{_ME}(?:想|要)*{_SAY}的(?:其实|应该)?是|我(?:其实|本来)?是(?:想|要)?{_SAY}的?|应该(?:是|说)|"
    rf"(?:其实|准确地?说)(?:是)?|我(?:其实|本来)?(?:想|要)(?:的?是|{_SAY}(?:的(?:其实)?是)?)|我要(?:的是)?|{_ME}{_SAY}的(?:其实)?是)"
)
_OPENING = re.compile(
    rf"^{_OPENS}*{PAUSE}*(?:(?P<wrong>{_WRONG}){PAUSE}+(?:{_MEANT})?{PAUSE}*|(?P<meant>{_MEANT}){PAUSE}*)(?=.)"
)
_OLD = r"(?P<old>[^，,。；;]{1,24}?)"
_NEW = r"(?P<new>[^，,。；;].*)"
_INSTEAD = (
    rf"(?:(?:我(?:是)?)?(?:而是|应该是|应是|改成|换成|只?{_SAY}(?:一下|的(?:其实)?是)|{_MEANT}|"
    rf"是{_SAY}的?(?:是)?|是|要|{_SAY}))"
)
_AGAINST = (
    # 我不是问运城，我问的是全省 · 我说的不是X，是Y · 没问X，问的是Y · 别说X，说Y
    re.compile(
        rf"^(?P<said>{_ME}(?:想|要)*{_SAY}的?(?:并|可|又)?不是|{_ME}不是(?:想|要)?{_SAY}的?|{_ME}没(?:有)?{_SAY}|"
        rf"(?:你)?别(?:给我|再|光|只)?(?:{_SAY}|提|管)|不用(?:{_SAY}|提|管)){_OLD}(?:了|的)?(?:{PAUSE}+{_INSTEAD}?|而是){_NEW}$"
    ),
    # 不是2020年，是2025年 · 不看X，看Y
    re.compile(
        rf"^(?:(?P<said>我)?不是{_OLD}(?:的)?(?:{PAUSE}+{_INSTEAD}|而是)|不(?P<verb>[问说讲要查看]){_OLD.replace('old', 'left')}{PAUSE}+我?(?:只)?(?P=verb)(?:的是)?){_NEW}$"
    ),
    # 运城说错了，应该是全省
    re.compile(rf"^{_OLD}(?P<said>(?:说|写|打|问|搞|弄|输){_SLIP}了){PAUSE}+{_INSTEAD}?{_NEW}$"),
    re.compile(
        r"^(?:把)?(?P<old>[^，,。；;]{1,24}?)(?P<said>换成|改成|改为|换为)(?P<new>[^，,。；;？?]{1,24})(?:呢|吧|看看)?[。？?]?$"
    ),
)
_BEHIND = re.compile(
    rf"^(?:是|要|问的?是?|说的?是?)?(?P<new>[^，,。；;]{{1,24}}?)(?:的)?(?P<pause>{PAUSE}*)(?:而)?(?<!是)不是(?:{_SAY})?(?P<old>[^，,。；;？?]{{1,24}}?)[。？?!！]?$"
)
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
    # 不是 opens a correction by itself only where nothing is set against it.
    for rest in dict.fromkeys((text[opening.end() :] if opening else text, text)):
        found = _set_against(rest, bool(opening))
        if found:
            return found
    if not opening:
        return None
    rest = text[opening.end() :]
    return Correction(rest if _asks(rest) else _name(rest) or rest, None)


def _set_against(text: str, told: bool) -> Correction | None:
    for pattern in _AGAINST:
        match = pattern.match(text)
        if match:
            groups = match.groupdict()
            old = groups["old"] or groups.get("left") or ""
            found = _of(match["new"], old, told or bool(groups["said"]))
            if found:
                return found
    match = _BEHIND.match(text)
    if match and (match["pause"] or told):
        return _of(match["new"], match["old"], told)
    return None


def _of(new: str, old: str, told: bool) -> Correction | None:
    new, old = (new if _asks(new) else _name(new)), _name(old)
    return Correction(new, old, told) if new and old else None


def _asks(text: str) -> bool:
    return bool(asked_kinds(text) - {Asked.SUPPORT})


def _name(text: str) -> str:
    """What a thing is called, without what points at it or ends a sentence."""
    return _POINTED.sub("", bare(text)) or bare(text)

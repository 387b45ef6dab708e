"""An injected instruction beside an honest question: the one is dropped, the other is answered."""

from __future__ import annotations

import re

from assistant.steps.attacks import is_attack
from assistant.understanding.kinds import asked_kinds

_SENTENCE = re.compile(r"[^。！？?!\n；;]+[。！？?!\n；;]*")
_ASKS = re.compile(r"[？?]|多少|哪|什么|谁|怎么|如何|几|吗")
_SPEAKER = re.compile(r"^\s*(?:user|用户|问)\s*[:：]\s*", re.IGNORECASE)
_LEAST = 8
"""Characters of a question that stands alone."""
_RETURNS = re.compile(
    r"(?:好[了吧]?[，,]?)?(?:言归正传|回到正题|说正(?:事|题)|不管这(?:个|些)(?:了)?|不说这(?:个|些)了?|以上(?:都)?(?:是|纯属)(?:废话|灌水)|(?:忽略|不用管|别管|跳过)(?:上面|前面|以上|刚才)(?:那|这)?(?:段|些|句)(?:话)?(?:也行|就行|吧|就好)?)"
    r"[，,。：:！!]*(?:我(?:其实)?(?:是)?(?:想|要)(?:请)?问(?:的是|一下)?)?[，,：:]*|real question\s*[:：]",
    re.IGNORECASE,
)
LONG = 300
"""Characters beyond which a message is more than its question."""


def honest_part(text: str) -> str:
    """What is left of a message without the sentences that attack; "" where nothing is asked."""
    kept = [
        _SPEAKER.sub("", sentence).strip()
        for sentence in _SENTENCE.findall(text)
        if not is_attack(sentence)
    ]
    asked = [sentence for sentence in kept if _is_question(sentence)]
    rest = "".join(asked)
    return rest if asked and not is_attack(rest) else ""


def focus(text: str) -> str:
    """The question of a message: what stands behind 言归正传, or the asking part of a long one."""
    returns = list(_RETURNS.finditer(text))
    if returns and len(rest := text[returns[-1].end() :].strip()) >= _LEAST:
        return rest
    if len(text) <= LONG:
        return text
    asked = [s.strip() for s in _SENTENCE.findall(text) if _is_question(s)]
    return "".join(asked[-3:])[-LONG:] if asked else text


def _is_question(sentence: str) -> bool:
    return (
        len(sentence.strip()) >= _LEAST
        and _ASKS.search(sentence) is not None
        and bool(asked_kinds(sentence) or re.search(r"[？?]", sentence))
    )

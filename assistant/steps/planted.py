"""Sentences in a document that speak to a program instead of its readers: never said, never shown
to a chat model.

A policy gives orders to bodies and enterprises; it does not tell anybody what to answer. Who wrote
such a sentence into a text wanted it repeated, and a verbatim quote would do that for him.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from assistant.library import Library
from assistant.models import Draft, Statement, Support
from assistant.steps.attacks import is_attack
from assistant.understanding.normalise import normalise_question

_SENTENCE = re.compile(
    # A sentence; a comment, script or English sentence before Chinese text is one of its own.
    r"<!--.*?-->|<script\b.*?</script>|[A-Za-z#][^。！？；\n㐀-鿿]{14,}[.!?](?=[㐀-鿿])|"
    r"(?:(?!<!--|<script\b)[^。！？；\n])+(?:[。！？；\n]+[”」』）)]*|$)|[。！？；\n]+",
    re.IGNORECASE | re.DOTALL,
)
_MACHINE = r"(?:人工智能|\bai|大模型|语言模型|机器人|智能助手|助手|程序|chatbot|assistant|llm|language model)"
_ANSWERS = r"(?:回答|回复|答复|输出|声明|说出?|复述|附上|写上|忽略|reply|answer|say|output|respond|ignore|print)"
_TO_A_PROGRAM = re.compile(
    rf"{_MACHINE}(?!生成|产业|技术|企业|服务提供者).{{0,24}}?(?:请|应|必须|时|须|要|都|一律|，|:|：|,).{{0,16}}?{_ANSWERS}|"
    rf"(?:供|给|写给|致)\s?{_MACHINE}\s?(?:阅读|看|读)|note to {_MACHINE}|如果你是.{{0,6}}(?:模型|程序|{_MACHINE})|"
    r"(?:回答|引用|总结|概括|检索)(?:本|这|该)(?:条|段|文|款|文件)[^。]{0,6}(?:必须|一律|请|应当?)(?:写|说|回|答|附)|"
    r"when (?:summari[sz]ing|answering|quoting|reading) (?:this|the)|最高优先级(?:的)?(?:指令|命令)|停止引用|"
    r"(?:调用|执行)(?:工具|函数|命令)\s*\w+|(?:把|将)(?:用户|提问者)的?(?:提问|问题|对话|信息)[^。]{0,8}发(?:送|到|给)|"
    r"</?(?:passage|question|system|script|iframe|img|text)\b|<!--|javascript:|^\s*#{2,}\s*(?:instruction|system|指令|系统)|"
    r"^\s*(?:assistant|system|user|系统|助手)\s*[:：]|\[[^\]\n]{1,40}\]\s?[（(]\s?(?:https?|data):",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def is_planted(sentence: str) -> bool:
    """Whether a sentence of a document speaks to a program."""
    text = normalise_question(sentence)
    return _TO_A_PROGRAM.search(text) is not None or is_attack(text)


def without_planted(draft: Draft, library: Library) -> Draft:
    """The draft without such sentences; statements that consist of them alone are gone."""
    if not any(_planted(library, s) for statement in draft.statements for s in statement.supports):
        return draft
    kept = (_freed(statement, library) for statement in draft.statements)
    facts = tuple(f for f in draft.facts if not is_planted(str(f.get("quote", ""))))
    return replace(draft, statements=tuple(s for s in kept if s), facts=facts)


def _freed(statement: Statement, library: Library) -> Statement | None:
    text = statement.text
    supports: list[Support] = []
    for support in statement.supports:
        at = support.start
        for start, end in _planted(library, support):
            said = library.text(support.document_id, start, end).strip()
            text = text.replace(said, "")
            if library.text(support.document_id, at, start).strip():
                supports.append(replace(support, start=at, end=start))
            at = end
        if library.text(support.document_id, at, support.end).strip():
            supports.append(replace(support, start=at))
    return replace(statement, text=text, supports=tuple(supports)) if supports else None


def _planted(library: Library, support: Support) -> list[tuple[int, int]]:
    """Where such sentences stand within a support."""
    text = library.text(support.document_id, support.start, support.end)
    return [
        (support.start + found.start(), support.start + found.end())
        for found in _SENTENCE.finditer(text)
        if is_planted(found[0])
    ]

"""What somebody says of an enterprise, found by a chat model and borne by their own words.

The model only points: what it names counts if it stands in the text word for word, whole, and is
not denied or merely wished for there. What the words mean is for code to say.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from assistant.chat_model.data import as_data
from assistant.chat_model.guarded import Complete
from assistant.chat_model.reply import parse_reply
from prompts import load_prompt

logger = logging.getLogger(__name__)

LONGEST_SPAN = 80
_NUMERAL = re.compile(r"[\d０-９.．,，%％零〇一二两三四五六七八九十百千万亿]")
_SEGMENT_END = re.compile(r"[，,。；;！？!?：:\n]|但|不过|而")
_NOT_SO = re.compile(
    r"不|没|未|非|无|别|否|尚|如果|假如|假设|要是|若|万一|想|打算|准备|计划|希望|争取|可能|也许|"
    r"能不能|是不是|是否|以前|曾|原来|之前|别人|他们"
)


class _Field(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    words: str


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid")
    fields: list[_Field]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the asker's text: text[start:end] == words."""

    words: str
    start: int
    end: int


def extract_profile(text: str, fields: Mapping[str, str], complete: Complete) -> dict[str, Span]:
    """The fields that the text states, each with the words that state it.

    fields: name to what it means, in Chinese; no other names come back. A field that the model
    names twice with different words is left out: which of them holds is not for it to say. A model
    that fails or answers with something else finds nothing, and the log says so.
    """
    system = load_prompt("profile_system").template
    user = load_prompt("profile_user").fill(
        {
            "text": as_data(text),
            "fields": "\n".join(f"- {name}：{meaning}" for name, meaning in fields.items()),
        }
    )
    try:
        reply = parse_reply(complete(system, user), _Reply)
    except Exception as error:  # a provider may raise anything; the interview goes on without it
        logger.warning("no profile from the chat model: %s", type(error).__name__)
        return {}
    named: dict[str, set[str]] = {}
    for field in reply.fields:
        named.setdefault(field.name, set()).add(field.words)
    return {
        name: span
        for name in fields
        if len(words := named.get(name, set())) == 1 and (span := _borne(next(iter(words)), text))
    }


def _borne(words: str, text: str) -> Span | None:
    """Where the text says the words whole and as a fact."""
    if not words.strip() or len(words) > LONGEST_SPAN:
        return None
    for start in _occurrences(words, text):
        span = Span(words, start, start + len(words))
        if _is_whole(span, text) and not _NOT_SO.search(_before(span, text)):
            return span
    return None


def _occurrences(words: str, text: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _is_whole(span: Span, text: str) -> bool:
    """Not 5万元 out of 15万元."""
    before, after = text[: span.start][-1:], text[span.end :][:1]
    cut_before = _NUMERAL.match(before) and _NUMERAL.match(span.words[0])
    cut_after = _NUMERAL.match(after) and _NUMERAL.match(span.words[-1])
    return not (cut_before or cut_after)


def _before(span: Span, text: str) -> str:
    """What stands in the same part of the sentence before the words."""
    return _SEGMENT_END.split(text[: span.start])[-1]

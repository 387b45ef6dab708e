"""What a chat model sees: read from the prompt alone, as a model would."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_QUESTION = re.compile(r"<question>\n(.*?)\n</question>", re.DOTALL)
_PASSAGE = re.compile(r'<passage id="(.*?)">\n(.*?)\n</passage>', re.DOTALL)
_SENTENCE = re.compile(r"[^。；;！!？?\n]+[。；;！!？?]?")
_TEXT = re.compile(r"<text>\n(.*?)\n</text>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage under the name that it goes by in this request."""

    id: str
    address: str
    text: str

    @property
    def sentences(self) -> list[str]:
        """The sentences of the text, each with what ends it."""
        return [s.strip() for s in _SENTENCE.findall(self.text) if s.strip()]


@dataclass(frozen=True, slots=True)
class Seen:
    """One request."""

    system: str
    question: str
    passages: tuple[Passage, ...]
    told: str
    """What somebody tells of an enterprise, "" where that is not what is asked."""

    def nearness(self, sentence: str) -> int:
        """How many character pairs a sentence shares with the question."""
        return len(_pairs(self.question) & _pairs(sentence))


def seen_in(body: Mapping[str, Any]) -> Seen:
    """The request of an OpenAI-compatible body."""
    messages: Sequence[Mapping[str, str]] = body["messages"]
    system = "\n".join(m["content"] for m in messages if m["role"] == "system")
    user = "\n".join(m["content"] for m in messages if m["role"] == "user")
    question, told = _QUESTION.search(user), _TEXT.search(user)
    passages = []
    for name, text in _PASSAGE.findall(user):
        address, _, rest = text.partition("\n")
        passages.append(Passage(name, address, rest))
    return Seen(
        system,
        question[1] if question else "",
        tuple(passages),
        told[1] if told else "",
    )


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}

"""An answer as a chat completion: marks in the text, sources below it, the label at its end."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from typing import Any

from assistant.api.compatible.reading import Asked
from assistant.api.compatible.schemas import (
    Annotation,
    Choice,
    Completion,
    MessageOut,
    Outcome,
    UrlCitation,
    Usage,
)
from assistant.api.schemas import CitationOut
from assistant.export import answer_to_json
from assistant.labels import LABEL
from assistant.links import clause_on_page
from assistant.messages import ORIGINAL_PREVAILS
from assistant.models import Answer, Citation

_MARK = re.compile(r"\[(\d+)\]")
FOOT = f"（{LABEL}。{ORIGINAL_PREVAILS}）"


def content_of(answer: Answer, sources: bool) -> str:
    """The text of the message. Without sources only the answer and the label are left."""
    parts = [answer.answer]
    if sources:
        parts += [_section("来源", _sources(answer.citations))]
        parts += [_section("相近条款", [f"- {nearest.address}" for nearest in answer.nearest])]
        parts += [_section("说明", [f"- {notice}" for notice in answer.notices])]
    return "\n\n".join(part for part in (*parts, FOOT) if part)


def annotations_of(answer: Answer, base: str) -> list[Annotation]:
    """One for each mark in the answer, which stands at the start of the content.

    base: the address of the service, without a slash at its end.
    """
    cited = {citation.marker: citation for citation in answer.citations}
    return [
        Annotation(
            url_citation=UrlCitation(
                start_index=mark.start(),
                end_index=mark.end(),
                title=citation.address,
                url=base + clause_on_page(citation.document_id, citation.clause),
            )
        )
        for mark in _MARK.finditer(answer.answer)
        if (citation := cited.get(int(mark[1])))
    ]


def usage_of(asked: Asked, content: str) -> Usage:
    """Characters in and out."""
    return Usage(
        prompt_tokens=asked.prompt_characters,
        completion_tokens=len(content),
        total_tokens=asked.prompt_characters + len(content),
    )


def outcome_of(answer: Answer) -> Outcome:
    """What else is to be said of the answer."""
    return Outcome.model_validate(answer_to_json(answer))


def citations_of(answer: Answer) -> list[CitationOut]:
    """The quotes."""
    return [CitationOut.model_validate(c) for c in answer_to_json(answer)["citations"]]


def head_of(answer_id: str) -> dict[str, Any]:
    """Id and time of a completion."""
    return {"id": f"chatcmpl-{answer_id}", "created": int(time.time())}


def completion_of(answer: Answer, asked: Asked, *, sources: bool, base: str) -> Completion:
    """The whole completion."""
    content = content_of(answer, sources)
    message = MessageOut(
        content=content,
        annotations=annotations_of(answer, base),
        citations=citations_of(answer),
    )
    return Completion(
        **head_of(answer.id),
        choices=[Choice(message=message)],
        usage=usage_of(asked, content),
        zhengwen=outcome_of(answer),
    )


def _sources(citations: Iterable[Citation]) -> list[str]:
    """A line a clause, behind the marks that point to it."""
    marks: dict[str, str] = {}
    for citation in citations:
        marks[citation.address] = f"{marks.get(citation.address, '')}[{citation.marker}]"
    return [f"{numbers} {address}" for address, numbers in marks.items()]


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([f"{title}：", *lines]) if lines else ""

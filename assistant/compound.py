"""Several questions in one message: each is answered, and the answers stand below one another."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.models import Answer, Citation, Status
from assistant.understanding.kinds import Asked, asked_kinds

MOST = 3
"""Questions of one message that are answered."""
_LEAST = 10
"""Characters of a question that is worth asking by itself."""
_SURE = 0.5
"""Relevance (steps/judge.py) below which a question out of its message is not surely understood."""
_LONGEST = 240
_SENTENCE = re.compile(r"[^？?\n]+[？?]*")
_TAG = re.compile(
    r"^(?:对不对|对吗|是吗|是不是|对吧|可以吗|行吗|行不行|为什么|真的吗|有没有)[，,。]?$"
)
_MARK = re.compile(r"\[(\d+)\]")


def questions_of(text: str) -> tuple[str, ...]:
    """The questions of a message where it holds several; empty where it holds one.

    What stands before a question mark belongs to it, self-descriptions included.
    """
    if Asked.COMPARISON in asked_kinds(text):
        return ()  # the sides of a comparison belong together
    if len(text) > _LONGEST or len(re.findall(r"[？?](?=.)", text)) == 0:
        return ()
    questions: list[str] = []
    for part in (p.strip() for p in _SENTENCE.findall(text)):
        bare = part.rstrip("？?")
        short = len(bare) < _LEAST or not asked_kinds(part)
        if part and questions and (short or _TAG.match(bare)):
            questions[-1] += part  # 由谁牵头？ and 对不对？ belong to what they follow
        elif part and not short:
            questions.append(part)
        elif part:
            return ()
    return tuple(questions[:MOST]) if len(questions) > 1 else ()


def adds_to(answer: Answer, more: Answer) -> bool:
    """Whether the answer to a question with a subject of its own is of another clause."""
    hows = [e.detail.get("how") for e in more.trace if e.step == "follow_up"]
    # 运城呢？ is a question of its own, 对不对？ is none.
    follows = any(how != "slot" for how in hows)
    judged = [e.detail["relevance"] for e in more.trace if e.step == "judge"]
    vague = any(relevance < _SURE for relevance in judged)
    if more.refused or follows or vague or not more.citations:
        return False
    cited = {(c.document_id, c.clause) for c in answer.citations}
    return (more.citations[0].document_id, more.citations[0].clause) not in cited


def joined(answer: Answer, more: Answer) -> Answer:
    """Both answers as one; the marks of the second go on from those of the first.

    Of the second only what answers is taken, or the whole of a list.
    """
    more = more if more.answer.startswith("共") else _leading(more)
    shift = max((c.marker for c in answer.citations), default=0)
    text = _MARK.sub(lambda mark: f"[{int(mark[1]) + shift}]", more.answer)
    return replace(
        answer,
        answer=f"{answer.answer}\n{text}",
        citations=(*answer.citations, *(_moved(c, shift) for c in more.citations)),
        facts=(*answer.facts, *more.facts),
        notices=tuple(dict.fromkeys((*answer.notices, *more.notices))),
        retrieved=(*answer.retrieved, *more.retrieved),
        trace=(*answer.trace, *more.trace),
    )


def partly(answer: Answer) -> Answer:
    """An answer that leaves one of several questions open."""
    kept = answer.status is not Status.ANSWERED
    return answer if kept else replace(answer, status=Status.ANSWERED_PARTLY)


def _leading(answer: Answer) -> Answer:
    """The first statement with what it cites."""
    first = answer.answer.partition("\n")[0]
    marks = {int(mark) for mark in _MARK.findall(first)}
    cited = tuple(c for c in answer.citations if c.marker in marks)
    return replace(answer, answer=first, citations=cited)


def _moved(citation: Citation, shift: int) -> Citation:
    return replace(citation, marker=citation.marker + shift)

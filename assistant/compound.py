"""Several questions in one message: each is answered, and the answers stand below one another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.compose.stated import states, strict_kinds
from assistant.coordinated import things_apart
from assistant.english.asks_apart import asks_apart
from assistant.library import Library
from assistant.models import Answer, Citation, Status
from assistant.understanding.kinds import Asked, asked_kinds, without_gap
from assistant.understanding.normalise import in_simplified, is_english
from corpus.regions import find_regions

MOST = 3
"""Questions of one message that are answered."""
_LEAST = 10
"""Characters of a question that is worth asking by itself."""
_LEAST_ELSEWHERE = 6
"""Characters of one that is put of a place of its own."""
_SURE = 0.5
"""Relevance (steps/judge.py) below which a question out of its message is not surely understood."""
_LONGEST = 240
_LEAST_PART = 8
"""Characters of a part of a sentence that asks for a thing of its own."""
_OWN = frozenset(
    {Asked.AMOUNT, Asked.RATE, Asked.COUNT, Asked.QUANTITY, Asked.DATE, Asked.BODY, Asked.RANK}
)
_QUESTION_MARK = re.compile(r"[？?](?=.)")
_BETWEEN = "，,、；; "
_CLAUSE = re.compile(r"[^，,、；;]+[，,、；;]*")
_SENTENCE = re.compile(r"[^？?\n]+[？?]*")
_HALF = re.compile(r"[^；;\n]+[；;]*")
_TAG = re.compile(
    r"^(?:对不对|对吗|是吗|是不是|对吧|可以吗|行吗|行不行|为什么|真的吗|有没有)[，,。]?$"
)
# 要追上谁: what is asked is no body that is responsible.
_WHOM = re.compile(r"谁$")

_MARK = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of a message, in its order."""

    asked: tuple[str, ...]
    apart: bool
    """Whether each is a sentence of its own; else one sentence asks for several things."""


def questions_of(text: str) -> Questions | None:
    """The questions of a message where it holds several; None where it holds one.

    A sentence that asks for two figures (现在有几家、下一年再建几家？) holds two. They are told in
    Simplified characters and standard words.
    """
    if len(text) > _LONGEST:
        return None
    if is_english(text) and not _QUESTION_MARK.search(text):
        parts = asks_apart(text)[:MOST]
        return Questions(parts, False) if parts else None
    text = in_simplified(text)
    things = things_apart(text)
    if things:
        return Questions(things, False)
    sentences = _sentences_of(text)
    if sentences:
        # What is compared belongs together, unless no sides are found.
        return Questions(sentences, Asked.COMPARISON not in asked_kinds(without_gap(text)))
    asked = _asks_of(text)
    return Questions(asked, False) if asked else None


def _asks_of(text: str) -> tuple[str, ...]:
    """The parts of one sentence that each ask for a thing of their own; empty for one."""
    parts: list[str] = []
    open_part = ""
    for clause in _CLAUSE.findall(text):
        open_part += clause
        if _OWN.intersection(asked_kinds(clause)):
            # 「…几家？一并给我」: what follows the question asks nothing.
            parts.append(_QUESTION_MARK.split(open_part)[0].strip(_BETWEEN))
            open_part = ""
    parts = parts[:MOST]
    # 高企多少家、占多少、到哪年？ asks for one thing from several sides.
    return tuple(parts) if len(parts) > 1 and min(map(len, parts)) >= _LEAST_PART else ()


def _sentences_of(text: str) -> tuple[str, ...]:
    """The sentences that are questions of their own; empty where fewer than two are.

    What stands before a question mark belongs to it, self-descriptions included.
    """
    if re.search(r"[？?](?=.)", text):
        parts = _SENTENCE.findall(text)
    else:
        parts = _HALF.findall(text)
        if len(parts) < 2 or not all(asked_kinds(part) for part in parts):
            return ()
    questions: list[str] = []
    for part in (p.strip("；; ") for p in parts):
        bare = part.rstrip("？?")
        elsewhere = questions and len(bare) >= _LEAST_ELSEWHERE and _starts_elsewhere(bare)
        short = (len(bare) < _LEAST and not elsewhere) or not (
            asked_kinds(part) or _WHOM.search(bare)
        )
        if part and questions and (short or _TAG.match(bare)):
            questions[-1] += part  # 由谁牵头？ and 对不对？ belong to what they follow
        elif part and not short:
            questions.append(part)
        elif part:
            return ()
    return tuple(questions[:MOST]) if len(questions) > 1 else ()


def _starts_elsewhere(text: str) -> bool:
    """Whether a question is put of a place of its own (运城那座排几号)."""
    return any(not mention.start for mention in find_regions(text))


def adds_to(answer: Answer, more: Answer, question: str) -> bool:
    """Whether the answer to a further question says what the first has not shown."""
    hows = [e.detail.get("how") for e in more.trace if e.step == "follow_up"]
    # 运城呢？ and 到2025年多少家？ are questions of their own, 对不对？ is none.
    follows = any(how != "slot" for how in hows) and not _OWN.intersection(asked_kinds(question))
    judged = [e.detail["relevance"] for e in more.trace if e.step == "judge"]
    vague = any(relevance < _SURE for relevance in judged)
    if more.refused or follows or not more.citations:
        return False
    lead = more.citations[0]
    if vague and (lead.document_id, lead.clause) not in {
        (c.document_id, c.clause) for c in answer.citations
    }:
        return False  # what the clause cited goes on to say is about the same
    return not any(
        c.document_id == lead.document_id and c.start <= lead.start and lead.end <= c.end
        for c in answer.citations
    )


def shows(answer: Answer, more: Answer, question: str, library: Library) -> bool:
    """Whether a question that takes its subject from before is answered by what is quoted already."""
    kinds = strict_kinds(asked_kinds(question))
    follows = any(entry.step == "follow_up" for entry in more.trace)
    return bool(follows and kinds) and all(
        any(states(kind, c.quote, library, (c.document_id, c.clause)) for c in answer.citations)
        for kind in kinds
    )


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

"""Answers and clauses as HTML and Markdown. Everything from outside is escaped here, nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from assistant import messages
from assistant.models import Answer, Citation, Nearest
from corpus.models import Clause, Corpus, ParsedDocument

LABEL = f"AI 生成 · {messages.ORIGINAL_PREVAILS}"
HEADING = '<h2 class="zw-title">所依据的条款</h2>'
EMPTY_PANEL = (
    f'{HEADING}<div class="zw-empty">提问之后，这里列出回答所依据的条款，'
    "引用的原文以<mark>底色</mark>标出。</div>"
)
CLAUSE_LIMIT = 1200
"""Characters of a long clause that are shown around its quotes."""
CONTEXT_LIMIT = 1500
"""Characters of the document shown on either side when the context is opened."""

Span = tuple[int, int]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$:=])")
_LONG_TITLE = re.compile(r"《([^《》]{14})[^《》]{4,}》(?:（[^（）]*号）)?")
_MARK = re.compile(r"\[(\d+)\]")


def plain_markdown(text: str) -> str:
    """Text that Markdown and HTML leave alone: every active character is escaped."""
    return _MARKDOWN.sub(r"\\\1", escape(text, quote=False))


def short_titles(text: str) -> str:
    """Text for a small button: long document titles are cut."""
    return _LONG_TITLE.sub(r"《\1……》", text)


def chat_markdown(answer: Answer) -> str:
    """The answer for the chat: marks lead to their clause, notes and the label stand below."""
    parts: list[str] = []
    position = 0
    known = {citation.marker for citation in answer.citations}
    for mark in _MARK.finditer(answer.answer):
        if int(mark[1]) not in known:
            continue
        parts.append(plain_markdown(answer.answer[position : mark.start()]))
        parts.append(f"[[{mark[1]}]](#zw-cite-{mark[1]})")
        position = mark.end()
    parts.append(plain_markdown(answer.answer[position:]))
    blocks = ["".join(parts)]
    blocks += [f"> {plain_markdown(notice)}".replace("\n", "\n> ") for notice in answer.notices]
    blocks.append(f"<small>{LABEL}</small>")
    return "\n\n".join(blocks)


def panel(answer: Answer, corpus: Corpus) -> str:
    """The right side: one card for each cited clause; for a refusal the nearest clauses."""
    if answer.citations:
        return f'{HEADING}<div class="zw-panel">{"".join(_cards(answer.citations, corpus))}</div>'
    if answer.nearest:
        offers = "".join(_offer(nearest) for nearest in answer.nearest)
        return (
            '<h2 class="zw-title">最接近的条款</h2><div class="zw-panel"><p class="zw-note">'
            f"没有条款直接回答这个问题，以下仅供参考。</p>{offers}</div>"
        )
    return f'{HEADING}<div class="zw-empty">这次没有引用条款。</div>'


def collection(corpus: Corpus) -> str:
    """The documents that answers are taken from, folded up."""
    items = "".join(f"<li>{escape(p.clauses[0].address)}</li>" for p in corpus.documents)
    return (
        f'<details class="zw-collection"><summary>收录的文件（{len(corpus.documents)} 份）</summary>'
        f"<ul>{items}</ul></details>"
    )


def highlighted(text: str, spans: Iterable[Span], start: int, end: int) -> str:
    """text[start:end] as HTML with the spans marked; spans may overlap and reach outside."""
    parts: list[str] = []
    position = start
    for left, right in sorted(spans):
        left, right = max(left, position), min(right, end)
        if left >= right:
            continue
        parts.append(escape(text[position:left]))
        parts.append(f"<mark>{escape(text[left:right])}</mark>")
        position = right
    parts.append(escape(text[position:end]))
    return "".join(parts)


def _cards(citations: Sequence[Citation], corpus: Corpus) -> Iterable[str]:
    by_clause: dict[tuple[str, int], list[Citation]] = {}
    for citation in citations:
        by_clause.setdefault((citation.document_id, citation.clause), []).append(citation)
    for (document_id, ordinal), group in by_clause.items():
        parsed = corpus.by_id[document_id]
        yield _card(group, parsed, parsed.clauses[ordinal])


def _card(group: Sequence[Citation], parsed: ParsedDocument, clause: Clause) -> str:
    spans = [(citation.start, citation.end) for citation in group]
    start, end = _window(spans, clause.start, clause.end, CLAUSE_LIMIT)
    marks = "".join(
        f'<span class="zw-mark" id="zw-cite-{citation.marker}">{citation.marker}</span>'
        for citation in group
    )
    body = highlighted(parsed.text, spans, start, end)
    before = "……" if start > clause.start else ""
    after = "……" if end < clause.end else ""
    return (
        f'<article class="zw-card"><header>{marks}<h3>{escape(clause.address)}</h3></header>'
        f"{_path(clause)}"
        f'<div class="zw-text">{before}{body.strip()}{after}</div>'
        f"{_context(spans, parsed, clause)}</article>"
    )


def _path(clause: Clause) -> str:
    steps = " › ".join(escape(step) for step in clause.path)
    return f'<p class="zw-path">{steps}</p>' if steps else ""


def _context(spans: Sequence[Span], parsed: ParsedDocument, clause: Clause) -> str:
    start = max(0, clause.start - CONTEXT_LIMIT)
    end = min(len(parsed.text), max(clause.start, spans[-1][1]) + CONTEXT_LIMIT)
    before = "……" if start else ""
    after = "……" if end < len(parsed.text) else ""
    return (
        '<details class="zw-context"><summary>在文件中查看上下文</summary>'
        f'<p class="zw-path">{escape(parsed.document.title)}</p>'
        f'<div class="zw-text" tabindex="0">{before}{highlighted(parsed.text, spans, start, end)}{after}</div>'
        "</details>"
    )


def _offer(nearest: Nearest) -> str:
    return (
        f'<article class="zw-card zw-near"><header><h3>{escape(nearest.address)}</h3></header>'
        f'<div class="zw-text">{escape(nearest.text)}</div></article>'
    )


def _window(spans: Sequence[Span], start: int, end: int, limit: int) -> Span:
    """The whole of start..end, or about `limit` characters of it around the spans."""
    if end - start <= limit:
        return start, end
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    spare = max(0, limit - (last - first)) // 2
    return max(start, first - spare), min(end, last + spare)

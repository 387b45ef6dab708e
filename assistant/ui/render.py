"""Answers as HTML: the text with its marks, beside it the clauses it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from assistant.links import clause_on_page
from assistant.models import Answer, Citation, Nearest
from assistant.ui import messages
from assistant.ui.marks import highlighted
from corpus.models import Clause, Corpus, ParsedDocument

CLAUSE_LIMIT = 360
"""Characters of a long clause that are shown around its quotes."""

_LONG_TITLE = re.compile(r"《([^《》]{14})[^《》]{4,}》(?:（[^（）]*号）)?")
_MARK = re.compile(r"\[(\d+)\]")

Span = tuple[int, int]


def short_titles(text: str) -> str:
    """Text for a small button: long document titles are cut."""
    return _LONG_TITLE.sub(r"《\1……》", text)


def answer_html(text: str, citations: Sequence[Citation]) -> str:
    """Text of an answer, all of it or its beginning: each mark leads to its clause."""
    known = {citation.marker: citation for citation in citations}
    parts: list[str] = []
    position = 0
    for mark in _MARK.finditer(text):
        citation = known.get(int(mark[1]))
        if citation is None:
            continue
        parts.append(escape(text[position : mark.start()]))
        link = clause_on_page(
            citation.document_id, citation.clause, [(citation.start, citation.end)]
        )
        parts.append(
            f'<a class="zw-ref" data-clause-link href="{escape(link)}" '
            f'aria-label="引用{mark[1]}：{escape(citation.address)}">{mark[1]}</a>'
        )
        position = mark.end()
    parts.append(escape(text[position:]))
    lines = "".join(parts).strip().split("\n")
    return "".join(f"<p>{line}</p>" for line in lines if line.strip())


def cards_html(answer: Answer, corpus: Corpus) -> str:
    """One card for each cited clause; for a refusal the nearest clauses."""
    if answer.citations:
        cards = "".join(_cards(answer.citations, corpus))
        return f'<h4>所依据的条款</h4><div class="zw-cards">{cards}</div>'
    if answer.nearest:
        offers = "".join(_offer(nearest) for nearest in answer.nearest)
        return (
            f'<h4>最接近的条款</h4><p class="zw-dim">{messages.ONLY_NEAR}</p>'
            f'<div class="zw-cards">{offers}</div>'
        )
    return ""


def copied(answer: Answer) -> str:
    """The answer as it is copied: with its citations, notices and the label."""
    lines = [answer.question, "", answer.answer.strip()]
    if answer.citations:
        lines += ["", "依据："]
        lines += [f"[{c.marker}] {c.address}：“{c.quote.strip()}”" for c in answer.citations]
    lines += ["", *answer.notices, f"（{messages.AI_LABEL}）"]
    return "\n".join(lines)


def _cards(citations: Sequence[Citation], corpus: Corpus) -> Iterable[str]:
    by_clause: dict[tuple[str, int], list[Citation]] = {}
    for citation in citations:
        by_clause.setdefault((citation.document_id, citation.clause), []).append(citation)
    for (document_id, ordinal), group in by_clause.items():
        parsed = corpus.by_id.get(document_id)
        if parsed is not None and ordinal < len(parsed.clauses):
            yield _card(group, parsed, parsed.clauses[ordinal])


def _card(group: Sequence[Citation], parsed: ParsedDocument, clause: Clause) -> str:
    spans = [(citation.start, citation.end) for citation in group]
    start, end = _window(spans, clause.start, clause.end, CLAUSE_LIMIT)
    marks = "".join(f'<span class="zw-mark">{citation.marker}</span>' for citation in group)
    body = highlighted(parsed.text, spans, start, end).strip()
    before = "……" if start > clause.start else ""
    after = "……" if end < clause.end else ""
    link = escape(clause_on_page(parsed.document.id, clause.ordinal, spans))
    return (
        f'<article class="zw-card"><header>{marks}<h5><a data-clause-link href="{link}">'
        f"{escape(clause.address)}</a></h5></header>{_path(clause)}"
        f'<div class="zw-text">{before}{body}{after}</div>'
        f'<p class="zw-more"><a data-clause-link href="{link}" '
        f'aria-label="在全文中查看：{escape(clause.address)}">在全文中查看 ›</a></p></article>'
    )


def _path(clause: Clause) -> str:
    steps = " › ".join(escape(step) for step in clause.path)
    return f'<p class="zw-path">{steps}</p>' if steps else ""


def _offer(nearest: Nearest) -> str:
    link = escape(clause_on_page(nearest.document_id, nearest.clause))
    text = nearest.text if len(nearest.text) <= CLAUSE_LIMIT else f"{nearest.text[:CLAUSE_LIMIT]}……"
    return (
        f'<article class="zw-card zw-near"><header><h5><a data-clause-link href="{link}">'
        f"{escape(nearest.address)}</a></h5></header>"
        f'<div class="zw-text">{escape(text)}</div></article>'
    )


def _window(spans: Sequence[Span], start: int, end: int, limit: int) -> Span:
    """The whole of start..end, or about `limit` characters of it around the spans."""
    if end - start <= limit:
        return start, end
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    spare = max(0, limit - (last - first)) // 2
    return max(start, first - spare), min(end, last + spare)

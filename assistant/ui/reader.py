"""A whole document to read, its outline as a tree, and what a search finds in the clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from assistant.links import Span, clause_on_page
from assistant.service import Service
from assistant.ui import messages
from assistant.ui.marks import excerpt, highlighted
from corpus.models import Clause, ParsedDocument

MOST_EXACT = 40
MOST_NEAR = 8
_OPEN_LEVELS = 1
_LABEL_LENGTH = 40


def text_html(parsed: ParsedDocument, clause: int, quotes: Sequence[Span] = ()) -> str:
    """The document from the first to the last character, each clause with an anchor.

    The clause of that ordinal is set off with all below it (0 sets nothing off); a number that no
    clause has means the same as 0.
    """
    chosen = parsed.clauses[clause] if 0 < clause < len(parsed.clauses) else None
    parts = "".join(_clause_html(parsed, each, chosen, quotes) for each in parsed.clauses)
    document = parsed.document
    number = f"（{document.number}）" if document.number else ""
    return (
        f'<article class="zw-document" data-document="{escape(document.id)}" data-clause="{clause}" '
        f'aria-label="《{escape(document.title)}》全文">'
        f'<h3 class="zw-document-title">《{escape(document.title)}》{escape(number)}</h3>'
        f'{parts}<p class="zw-label">{messages.READER_NOTE}</p></article>'
    )


def _clause_html(
    parsed: ParsedDocument, clause: Clause, chosen: Clause | None, quotes: Sequence[Span]
) -> str:
    body = min(max(clause.body, clause.start), clause.own_end)
    head = highlighted(parsed.text, quotes, clause.start, body).strip()
    own = highlighted(parsed.text, quotes, body, clause.own_end).strip()
    if not head and not own:
        return ""
    inside = chosen is not None and chosen.start <= clause.start < chosen.end
    is_chosen = chosen is not None and chosen.ordinal == clause.ordinal
    words = (
        f"<b>{head}</b>{own}"
        if not (head and own) or _runs_on(parsed, clause)
        else (f"<b>{head}</b>\n{own}")
    )
    return (
        f'<div class="zw-clause{" zw-chosen" if inside else ""}" data-ordinal="{clause.ordinal}" '
        f'data-level="{min(clause.level, 5)}" data-address="{escape(clause.address)}" '
        f'data-last="{_last(parsed, clause)}"'
        f"{' tabindex=-1' if is_chosen else ''}>{words}</div>"
    )


def _runs_on(parsed: ParsedDocument, clause: Clause) -> bool:
    """Whether the clause's text goes on in the line of its title."""
    return "\n" not in parsed.text[max(clause.start, clause.body - 1) : clause.body]


def _last(parsed: ParsedDocument, clause: Clause) -> int:
    last = clause
    while last.children:
        last = parsed.clauses[last.children[-1]]
    return last.ordinal


def outline_html(parsed: ParsedDocument) -> str:
    """The tree of clauses; what lies below the first level is folded up."""
    root = parsed.clauses[0]
    if not root.children:
        return f'<p class="zw-dim">{messages.NO_OUTLINE}</p>'
    return (
        f'<nav class="zw-outline" aria-label="《{escape(parsed.document.title)}》目录">'
        f"{_branch(parsed, root.children, root.level)}</nav>"
    )


def _branch(parsed: ParsedDocument, ordinals: Iterable[int], level: int) -> str:
    items = []
    for ordinal in ordinals:
        clause = parsed.clauses[ordinal]
        label = escape(clause_label(parsed, clause))
        below, twist = "", '<span class="zw-twist"></span>'
        if clause.children:
            opened = level + 1 < _OPEN_LEVELS
            twist = (
                f'<button type="button" class="zw-twist" aria-expanded="{str(opened).lower()}" '
                f'aria-label="展开或收起：{label}"></button>'
            )
            hidden = "" if opened else " hidden"
            below = _branch(parsed, clause.children, clause.level).replace(
                "<ul>", f"<ul{hidden}>", 1
            )
        link = clause_on_page(parsed.document.id, ordinal)
        items.append(
            f'<li>{twist}<a href="{escape(link)}" data-ordinal="{ordinal}">{label}</a>{below}</li>'
        )
    return f"<ul>{''.join(items)}</ul>"


def clause_label(parsed: ParsedDocument, clause: Clause) -> str:
    """Marker and title, else the first words: what a line of an outline says."""
    if clause.title:
        words = clause.title
    else:
        words = parsed.text[clause.start : clause.end].strip().removeprefix(clause.marker)
        words = words.strip().split("\n")[0].split("。")[0]
    if len(words) > _LABEL_LENGTH:
        words = f"{words[:_LABEL_LENGTH]}…"
    space = " " if clause.marker and clause.marker[-1] in "条章节" else ""
    return f"{clause.marker}{space}{words}" or f"第{clause.ordinal}段"


def found_html(service: Service, words: str) -> str:
    """Clauses that hold all the words, then the ones nearest in meaning; raises QuestionError."""
    service.check(words)
    wanted = words.split()
    exact = [
        (parsed, clause)
        for parsed in service.corpus.documents
        for clause in parsed.clauses[1:]
        if _holds(parsed.text[clause.start : clause.own_end], wanted)
    ]
    seen = {(parsed.document.id, clause.ordinal) for parsed, clause in exact}
    near = []
    for hit in service.search(words, MOST_NEAR).hits:
        key = (hit.passage.document_id, hit.passage.clause)
        if key not in seen:
            seen.add(key)
            parsed = service.document(key[0])
            near.append((parsed, parsed.clauses[key[1]]))
    shown = exact[:MOST_EXACT]
    more = f"，这里列出前{MOST_EXACT}条" if len(exact) > MOST_EXACT else ""
    told = [f'<p class="zw-dim" role="status">{messages.found(len(exact), len(near))}{more}</p>']
    for heading, group in (("含有所查文字的条款", shown), ("意思相近的条款", near)):
        if group:
            items = "".join(_found(parsed, clause, wanted) for parsed, clause in group)
            told.append(f'<h3>{heading}</h3><ul class="zw-found">{items}</ul>')
    return "".join(told)


def _holds(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)


def _found(parsed: ParsedDocument, clause: Clause, wanted: Sequence[str]) -> str:
    own = parsed.text[clause.start : clause.own_end].strip()
    offset = parsed.text.index(own, clause.start) if own else clause.start
    spans = [
        (offset + at, offset + at + len(word)) for word in wanted if (at := own.find(word)) >= 0
    ]
    link = clause_on_page(parsed.document.id, clause.ordinal, spans)
    return (
        f'<li><a href="{escape(link)}" data-clause-link>{escape(clause.address)}</a>'
        f"<p>{excerpt(own, wanted)}</p></li>"
    )

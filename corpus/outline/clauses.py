"""From the grown tree to Clause records with spans, titles, paths and addresses."""

from __future__ import annotations

import re
from collections import defaultdict

from corpus.metadata.genres import GENRES
from corpus.models import Clause, Document, TextWarning
from corpus.outline.candidates import ANNEX_LIST
from corpus.outline.decimals import is_decimal
from corpus.outline.labels import PART_KINDS, document_name, join_labels, label, running_kinds
from corpus.outline.titles import read_heading
from corpus.outline.tree import Node, grow_tree

_TITLE_LINES = 3
_FAMILY, _FEW_TITLES, _SHORT_TITLE = 5, 0.4, 20
_CLOSE = re.compile(
    rf"\s*(?:{ANNEX_LIST.pattern}|(?:[^。；：，\n]{{2,40}}\n){{1,4}}\s*\d{{4}}年\d{{1,2}}月\d{{1,2}}日)",
    re.MULTILINE,
)
"""What closes a document and belongs to no clause: the list of annexes, or signature and date."""
_ENDS_A_TITLE = re.compile(rf"(?:{GENRES}|表|书|单|图|册|说明|指标|名录|样式)(?:（[^（）]*）)?$")


def outline(document: Document, text: str) -> tuple[tuple[Clause, ...], tuple[TextWarning, ...]]:
    """The clauses of a clean text in document order, clause 0 being the document itself."""
    tree = grow_tree(text)
    nodes = tree.nodes
    ordinals = {id(node): index for index, node in enumerate(nodes)}
    ends = _ends(nodes, text)
    running = _running(nodes)
    name = document_name(document)
    clauses: list[Clause] = []
    labels: list[tuple[str, ...]] = []
    headings = _headings(nodes, ends, text)
    for index, node in enumerate(nodes):
        end = ends[index]
        own_end = node.children[0].start if node.children else end
        title, body = headings[index]
        parent = ordinals[id(node.parent)] if node.parent else None
        marker = node.candidate.marker.printed if node.candidate else ""
        if parent is None:
            above: tuple[str, ...] = ()
            path: tuple[str, ...] = ()
            labels.append(())
        else:
            top = clauses[parent]
            path = (*top.path, top.title or top.marker) if parent else ()
            above = _above(node, labels[parent], nodes, ordinals, labels, running)
            labels.append((*above, label(node.kind, node.number, marker, title, node.position)))
        clauses.append(
            Clause(
                ordinal=index,
                parent=parent,
                children=tuple(ordinals[id(child)] for child in node.children),
                marker=marker,
                kind="arabic" if is_decimal(node.kind) else node.kind,
                number=node.number,
                title=document.title if parent is None else title,
                level=_depth(node),
                path=path,
                address=name + join_labels(labels[-1]),
                start=node.start,
                body=body,
                own_end=own_end,
                end=end,
            )
        )
    return tuple(clauses), tree.warnings


def _ends(nodes: tuple[Node, ...], text: str) -> list[int]:
    """Where each node with all below it ends, line ends behind it left out."""
    ends = [len(text)] * len(nodes)
    open_nodes: list[tuple[int, int]] = []
    for index, node in enumerate(nodes):
        depth = _depth(node)
        while open_nodes and open_nodes[-1][1] >= depth:
            ends[open_nodes.pop()[0]] = node.start
        open_nodes.append((index, depth))
    for index, node in enumerate(nodes[1:], 1):
        end = ends[index]
        while end > node.start and text[end - 1].isspace():
            end -= 1
        ends[index] = end
    return ends


def _headings(nodes: tuple[Node, ...], ends: list[int], text: str) -> list[tuple[str | None, int]]:
    """Title and start of the body of each node.

    Among paragraphs that are numbered and have no headings, a long first sentence is none either.
    """
    found = []
    for node, end in zip(nodes, ends, strict=True):
        found.append(_heading(node, text, node.children[0].start if node.children else end, end))
    families: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, node in enumerate(nodes[1:], 1):
        families[id(node.parent), node.kind].append(index)
    for members in families.values():
        titled = [i for i in members if found[i][0]]
        many = len(members) >= _FAMILY and len(titled) <= _FEW_TITLES * len(members)
        only = len(titled) == 1 < len(members)
        for index in titled:
            candidate, title = nodes[index].candidate, found[index][0] or ""
            if candidate is None:
                continue
            long, wordy = len(title) > _SHORT_TITLE, "，" in title
            if found[index][1] > candidate.line_end:  # a line to itself
                none = only and long and wordy and text[candidate.line_end - 1] == "。"
            else:
                none = (many and (long or wordy)) or (only and long and wordy)
            if none:
                nodes[index].title = None
                found[index] = (None, candidate.marker.end)
    return found


def _heading(node: Node, text: str, own_end: int, end: int) -> tuple[str | None, int]:
    if node.candidate is None:
        return None, 0
    marker = node.candidate.marker
    line_end = min(node.candidate.line_end, own_end)
    if node.kind == "heading":
        title, body = node.title, line_end
    elif node.kind == "annex":
        title, body = _annex_title(text, marker.end, line_end, own_end)
    elif _listed(node, text):
        title, body = None, marker.end
    else:
        followed = end > line_end and not _CLOSE.match(text, line_end, end)
        heading = read_heading(text, marker.end, line_end, node.kind, followed)
        title, body = heading.title, heading.body
    node.title = title
    while body < own_end and text[body].isspace():
        body += 1
    return title, min(body, own_end)


def _listed(node: Node, text: str) -> bool:
    """Whether the clause before is an item that ended with a semicolon: then this is one, too."""
    before = text[max(0, node.start - 4) : node.start].rstrip()
    return node.before is not None and node.before.title is None and before.endswith("；")


def _annex_title(text: str, start: int, line_end: int, own_end: int) -> tuple[str | None, int]:
    """Behind 附件1 on the same line, or the next line if it is short and ends nothing."""
    here = text[start:line_end].strip()
    if here:
        return here, line_end
    found: tuple[str | None, int] = (None, line_end)
    words, position = "", line_end
    for _ in range(_TITLE_LINES):
        next_end = text.find("\n", position + 1, own_end)
        next_end = own_end if next_end < 0 else next_end
        line = text[position:next_end].strip()
        if not 2 <= len(line) <= 60 or any(stop in line for stop in "。；：\t"):
            break
        words, position = words + line, next_end
        if found[0] is None or (_ENDS_A_TITLE.search(words) and not _ENDS_A_TITLE.search(found[0])):
            found = (words, position)
    return found


def _depth(node: Node) -> int:
    depth = 0
    while node.parent is not None:
        node = node.parent
        depth += 1
    return depth


def _part_of(node: Node) -> Node:
    """The annex or embedded document that holds the node, else the root."""
    while node.parent is not None and node.parent.parent is not None:
        node = node.parent
    return node if node.kind in PART_KINDS else (node.parent or node)


def _running(nodes: tuple[Node, ...]) -> dict[int, set[str]]:
    """For each part (by id), the families that count on through it."""
    groups: dict[int, dict[str, dict[int, list[int]]]] = defaultdict(lambda: defaultdict(dict))
    for node in nodes[1:]:
        if node.number is None or node.kind in PART_KINDS or node.candidate is None:
            continue
        if node.candidate.inline:
            continue
        part = groups[id(_part_of(node))]
        part[node.kind].setdefault(id(node.parent), []).append(node.number)
    return {
        part: running_kinds([(kind, list(parents.values())) for kind, parents in kinds.items()])
        for part, kinds in groups.items()
    }


def _above(
    node: Node,
    parent_labels: tuple[str, ...],
    nodes: tuple[Node, ...],
    ordinals: dict[int, int],
    labels: list[tuple[str, ...]],
    running: dict[int, set[str]],
) -> tuple[str, ...]:
    """The labels above a node's own: all of its parent's, or the part's alone where it runs on
    or, as a decimal, says them itself."""
    part = _part_of(node)
    if node.kind in running.get(id(part), set()) or is_decimal(node.kind):
        return labels[ordinals[id(part)]]
    return parent_labels

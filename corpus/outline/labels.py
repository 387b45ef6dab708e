"""The citable name of a clause: 《title》（文号）二（四）4.

Markers stand from the top. Those above a marker whose numbering runs on through the whole document
(第十条 in chapters, （二十一） under 五、) are left out: nobody cites them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.models import Document
from corpus.numerals import han_number

PART_KINDS = {"annex", "heading"}


def document_name(document: Document) -> str:
    """《title》 with the document number behind it, if it has one; titles inside it in 〈〉."""
    number = f"（{document.number}）" if document.number else ""
    return f"《{inner_marks(document.title)}》{number}"


def inner_marks(title: str) -> str:
    """A title as it stands in 《》: 关于印发〈…办法〉的通知."""
    return title.replace("《", "〈").replace("》", "〉")


def label(kind: str, number: int | None, marker: str, title: str | None, position: int) -> str:
    """One clause's own part of an address; position counts its like among its siblings from 1."""
    if kind == "heading" and title == "附则":
        return title
    if kind == "heading":
        return f"《{inner_marks(title or '')}》"
    if kind == "dash":
        return f"——{position}"
    if kind in ("han", "paren_han", "arabic", "paren_arabic") and number is not None:
        shapes = {"han": han_number(number), "paren_han": f"（{han_number(number)}）"}
        return shapes.get(kind) or (str(number) if kind == "arabic" else f"（{number}）")
    return marker.strip("、")


def join_labels(labels: Sequence[str]) -> str:
    """Labels in a row; two figures that would read as one are parted: 附件1、2."""
    joined = ""
    for part in labels:
        if joined and joined[-1].isdigit() and part[0].isdigit():
            joined += "、"
        joined += part
    return joined


def running_kinds(groups: Sequence[tuple[str, Sequence[Sequence[int]]]]) -> set[str]:
    """Families whose numbers go on from parent to parent.

    groups: for each family, the numbers under each of its parents, in document order. A family
    with one parent says nothing, except articles, which are cited by number alone anyway.
    """
    running: set[str] = set()
    for kind, parents in groups:
        if kind == "tiao":
            restarts = sum(1 for numbers in parents[1:] if numbers and numbers[0] == 1)
            if restarts == 0:
                running.add(kind)
            continue
        lists = [numbers for numbers in parents if numbers]
        if len(lists) < 2:
            continue
        steps = [(a[-1], b[0]) for a, b in pairwise(lists)]
        goes_on = sum(1 for last, first in steps if first > last)
        if goes_on == len(steps) and all(first != 1 for _, first in steps):
            running.add(kind)
    return running

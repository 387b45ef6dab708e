"""The tree of clauses, deduced from marker families and the way they count.

Nothing here knows a document's habits. A marker that counts on from an open clause of its family
is that clause's sibling; one that starts at 1 opens a level below what is open; one that counts on
from the last of its family though the parents changed is a numbering that runs through the whole
document. The families' customary rank only decides where two readings are possible.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, field

from corpus.models import TextWarning
from corpus.outline.candidates import ANNEX_LIST, Candidate, find_candidates
from corpus.outline.markers import RANK
from corpus.outline.parts import Part, find_parts

_TOP = {"annex", "heading"}
_LOOK_AHEAD = 400


@dataclass(slots=True)
class Node:
    """A clause while the tree grows."""

    candidate: Candidate | None
    kind: str
    number: int | None
    parent: Node | None
    children: list[Node] = field(default_factory=list)
    title: str | None = None
    before: Node | None = None
    """The one of its family right before it below the same parent."""
    position: int = 1
    """Which of its family the node is below its parent."""
    latest: dict[str, Node] = field(default_factory=dict)
    """The last child of each family."""

    @property
    def start(self) -> int:
        return self.candidate.marker.start if self.candidate else 0


@dataclass(frozen=True, slots=True)
class Tree:
    """Nodes in document order, the root first, and what was odd about the numbering."""

    nodes: tuple[Node, ...]
    warnings: tuple[TextWarning, ...]


def grow_tree(text: str) -> Tree:
    """The outline of a clean text."""
    candidates = find_candidates(text)
    parts = {part.before: part for part in find_parts(text, candidates)}
    grower = _Grower(candidates, [match.start() for match in ANNEX_LIST.finditer(text)])
    for index in range(len(candidates)):
        part = parts.get(index)
        if part:
            grower.open_part(part)
        grower.add(index)
    return Tree(tuple(grower.nodes), tuple(grower.warnings))


class _Grower:
    """Keeps the open clauses from the root down and the last number of each family."""

    def __init__(self, candidates: list[Candidate], annex_lists: list[int]) -> None:
        self.candidates = candidates
        self.annex_lists = annex_lists
        self.root = Node(None, "root", None, None)
        self.nodes = [self.root]
        self.open = [self.root]
        self.last: dict[str, int] = {}
        self.warnings: list[TextWarning] = []

    def open_part(self, part: Part) -> None:
        node = self._attach(part.as_candidate(), "heading", None, self.root)
        node.title = part.title
        self.open = [self.root, node]
        self.last = {}

    def add(self, index: int) -> None:
        candidate = self.candidates[index]
        kind, number = candidate.marker.kind, candidate.marker.number
        if kind == "annex":
            parent = self._annexed_to(candidate.marker.start)
            self.last = {}
        else:
            sibling = self._sibling(kind, number)
            parent = sibling.parent or self.root if sibling else self._parent(index)
        if candidate.inline and self._misplaced(kind, number, parent):
            return
        self._check(candidate, kind, number, parent)
        node = self._attach(candidate, kind, number, parent)
        node.title = candidate.title
        self.open = [*self.open[: self.open.index(parent) + 1], node]
        if number is not None:
            self.last[kind] = number

    def _attach(self, candidate: Candidate, kind: str, number: int | None, parent: Node) -> Node:
        node = Node(candidate, kind, number, parent)
        before = parent.latest.get(kind)
        node.before = before
        node.position = before.position + 1 if before else 1
        parent.latest[kind] = node
        parent.children.append(node)
        self.nodes.append(node)
        return node

    def _annexed_to(self, start: int) -> Node:
        """The document within the file that ends with a list of annexes; the file itself without."""
        part = self.open[1] if len(self.open) > 1 else self.root
        if part.kind != "heading" or not part.title or part.title == "附则":
            return self.root
        listed = bisect(self.annex_lists, start)
        return part if listed and self.annex_lists[listed - 1] > part.start else self.root

    def _sibling(self, kind: str, number: int | None) -> Node | None:
        """The open clause that this marker stands beside."""
        same = [node for node in self.open if node.kind == kind]
        if not same:
            return None
        for node in reversed(same):
            if number is None or number == (node.number or 0) + 1:
                return node
        # Neither counts on: a misprint or a list that starts again, beside the innermost.
        return same[-1]

    def _parent(self, index: int) -> Node:
        """Where a marker goes whose family is not open."""
        kind = self.candidates[index].marker.kind
        depth = len(self.open) - 1
        while depth > 0:
            top = self.open[depth]
            if top.kind in _TOP or RANK[kind] > RANK[top.kind] or self._goes_inside(index, top):
                break
            depth -= 1
        return self.open[depth]

    def _goes_inside(self, index: int, top: Node) -> bool:
        """Whether a marker of higher rank stands inside `top` all the same.

        It does if the next marker of top's family counts on from top: the list of higher markers
        was then a digression. If that family starts again at 1, the marker was above it.
        """
        kind = self.candidates[index].marker.kind
        if top.before is not None and kind in top.before.latest:
            return True  # as in the section before: the last one has no next to prove it
        for later in self.candidates[index + 1 : index + _LOOK_AHEAD]:
            marker = later.marker
            if marker.kind == top.kind:
                return marker.number == (top.number or 0) + 1 and top.number is not None
            if RANK[marker.kind] < min(RANK[kind], RANK[top.kind]):
                break
        return False

    def _misplaced(self, kind: str, number: int | None, parent: Node) -> bool:
        """Whether an inline marker does not count on in its place."""
        before = parent.latest.get(kind)
        return number != (((before.number or 0) + 1) if before else 1)

    def _check(self, candidate: Candidate, kind: str, number: int | None, parent: Node) -> None:
        if number is None:
            return
        sibling = parent.latest.get(kind)
        before = (sibling.number or 0) if sibling else None
        expected = {1, self.last.get(kind, 0) + 1} if before is None else {before + 1}
        if number in expected:
            return
        previous = before if before is not None else self.last.get(kind, 0)
        if number == previous or (number < previous and before is not None):
            told = f"编号“{candidate.marker.printed}”重复或倒退，按原文保留。"
        elif not previous:
            told = f"编号“{candidate.marker.printed}”没有从一开始，按原文保留。"
        else:
            told = f"编号“{candidate.marker.printed}”前缺号（上一个是第{previous}个），按原文保留。"
        marker = candidate.marker
        self.warnings.append(TextWarning("numbering", told, marker.start, marker.end))

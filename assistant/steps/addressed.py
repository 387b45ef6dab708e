"""Which of the clauses that bear a number is meant, and which other documents have one too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.library import ClauseKey, Library
from assistant.models import Turn
from assistant.understanding.normalise import fold
from corpus.models import Document
from corpus.naming.address import ClauseMention, ClauseRef
from corpus.numerals import parse_number

_NUMBER = re.compile(r"[一二三四五六七八九十]+|\d+")
_POINT = re.compile(r"^第(?P<number>[一二三四五六七八九十]+|\d+)[点条项款个]$")
CLOSE = 0.85
"""Share of the best score from which on evidence may be what a number counts in."""
_GENERIC = re.compile(r"^(?:存在|面临)的|^主要|问题$")
HEADING = 4
"""Characters from which on a heading is told by its words."""
_IS_PART = re.compile(r"[部章节编]分?$")
_POLITE = re.compile(r"^(?:请问|请|麻烦|帮我|我想?要?|看看?|查一?下|讲|说|列|关于|那个?)+")
_NEAR = 8
"""Characters before a number within which the heading it counts below is named."""
CLEARLY = 0.1
"""How much better a document's best evidence must be than the next one's to be the one meant."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A clause that a question names."""

    ref: ClauseRef
    said: str
    others: tuple[str, ...] = ()
    """Ids of other documents that may be meant just as well."""


@dataclass(frozen=True)
class Chooser:
    """Chooses by the documents named, then by what the evidence speaks for."""

    library: Library

    def choices(self, turn: Turn, mention: ClauseMention, telling: bool) -> tuple[Choice, ...]:
        """One clause per document that was named; one in all where none was.

        telling: whether the question has words of its own that evidence can be weighed by.
        """
        refs = self._allowed(turn, mention.candidates)
        topical = self._of_topic(turn, mention, refs) if telling else None
        if topical:
            return (Choice(topical, mention.text),)
        headed = self.below_heading(turn, mention.text)
        if headed and not any(self._is_below_named(r, turn) for r in refs):
            return (Choice(headed, mention.text),)
        if not refs:
            return ()
        groups = self._named(turn, refs) if mention.named else [_documents(refs)]
        chosen = [self._choice(turn, mention, refs, group, telling) for group in groups]
        return tuple({choice.ref: choice for choice in chosen}.values())

    def _of_topic(
        self, turn: Turn, mention: ClauseMention, refs: Sequence[ClauseRef]
    ) -> ClauseRef | None:
        """「人才那块第2点」: the clause of that number that the evidence speaks for.

        None where a named number is an article, or where the evidence bears the clause out.
        """
        said = _POINT.match(mention.text)
        value = parse_number(said["number"]) if said else None
        kinds = {self.library.clause((r.document_id, r.ordinal)).kind for r in refs}
        if not value or "tiao" in kinds or not turn.evidence:
            return None
        best = [e for e in turn.evidence[:3] if e.score >= CLOSE * turn.evidence[0].score]
        lines = [self._line(e.key) for e in best]
        if any((r.document_id, r.ordinal) in lines[0][:-1] for r in refs):
            return None
        for line in lines:
            for key in line[:-1]:
                clause = self.library.clause(key)
                if clause.number == value:
                    return ClauseRef(key[0], key[1], clause.start, clause.end)
        return None

    def _line(self, key: ClauseKey) -> list[ClauseKey]:
        """A clause and the headings above it, up to the part of the document."""
        line = [key]
        while parent := self.library.clause(line[-1]).parent:
            line.append((key[0], parent))
        return line

    def _allowed(self, turn: Turn, refs: Sequence[ClauseRef]) -> list[ClauseRef]:
        return [r for r in refs if turn.documents is None or r.document_id in turn.documents]

    def _named(self, turn: Turn, refs: Sequence[ClauseRef]) -> list[tuple[str, ...]]:
        """The documents with such a clause, by the mention that names them."""
        assert turn.understanding is not None
        having = _documents(refs)
        mentions = turn.understanding.addresses.document_mentions
        groups = [tuple(i for i in m.document_ids if i in having) for m in mentions]
        return list(dict.fromkeys(group for group in groups if group))

    def _choice(
        self,
        turn: Turn,
        mention: ClauseMention,
        refs: Sequence[ClauseRef],
        documents: tuple[str, ...],
        telling: bool,
    ) -> Choice:
        likely = self._likely(turn, documents)
        scores = {
            i: max((e.score for e in turn.evidence if e.key[0] == i), default=0.0) for i in likely
        }
        printed = {r.document_id for r in refs if self._is_printed(r, mention.text)}
        ranked = sorted(likely, key=lambda i: (not telling and i not in printed, -scores[i]))
        best = ranked[0]
        others = tuple(i for i in ranked[1:] if not telling or scores[best] - scores[i] < CLEARLY)
        own = [r for r in refs if r.document_id == best]
        if not mention.named or telling:
            rank = {e.key: place for place, e in enumerate(turn.evidence)}
            own.sort(key=lambda r: rank.get((r.document_id, r.ordinal), len(rank)))
        own.sort(key=lambda r: not self._is_below_named(r, turn))
        return Choice(own[0], mention.text, others)

    def below_heading(
        self, turn: Turn, said: str, *, right_before: bool = False
    ) -> ClauseRef | None:
        """「“存在的不足”第4点」: the clause of that number right below a heading that is named.

        right_before: the heading has to stand right before the number (基本原则第三条), so that no
        article of that number is meant.
        """
        assert turn.understanding is not None
        number = _NUMBER.search(said)
        value = parse_number(number[0]) if number else None
        documents = turn.understanding.documents
        if not value or not documents or len(_NUMBER.findall(said)) > 1:
            return None
        asked = f"{fold(turn.understanding.text)} {self._said_before(turn, said)}"
        for document_id in sorted(documents):
            for clause in self.library.parsed(document_id).clauses:
                if clause.parent is None or not clause.children:
                    continue  # the document's own title counts nothing
                title = fold(clause.title or "")
                if not _is_named(title, asked):
                    continue
                if clause.number == value and _IS_PART.search(said):
                    continue  # 第三部分组织实施: the number is that of the heading
                if right_before and not self._ends_in(title, turn, said):
                    continue
                for place, child in enumerate(clause.children, 1):
                    below = self.library.clause((document_id, child))
                    # Items behind dashes have no number but their place.
                    if (below.number or place) == value:
                        return ClauseRef(document_id, child, below.start, below.end)
        return None

    def below_only_heading(self, turn: Turn, said: str) -> ClauseRef | None:
        """「不足的第三条」: the clause of that number below the one heading that stands before it.

        Only where no document is named, and no other document has such a heading.
        """
        assert turn.understanding is not None
        number = _NUMBER.search(said)
        value = parse_number(number[0]) if number else None
        before = _POLITE.sub("", fold(turn.understanding.text.partition(said)[0]).strip('"的里中 '))
        if not value or turn.understanding.documents or len(before) < len("不足"):
            return None
        found = [
            ClauseRef(parsed.document.id, child, below.start, below.end)
            for parsed in self.library.corpus.documents
            if not _is_copy(parsed.document)
            for clause in parsed.clauses
            if clause.parent is not None and before in _called(fold(clause.title or ""))
            for place, child in enumerate(clause.children, 1)
            if ((below := parsed.clauses[child]).number or place) == value
        ]
        return found[0] if len(found) == 1 else None

    def _ends_in(self, title: str, turn: Turn, said: str) -> bool:
        """Whether what stands right before a number is a heading, word for word."""
        assert turn.understanding is not None
        before = fold(turn.understanding.text.partition(said)[0]).rstrip('"的里中 ')
        return len(title) >= HEADING and before.endswith(title)

    def _said_before(self, turn: Turn, said: str) -> str:
        """The official words for what stands right before a number (讲短板的第4点: 不足)."""
        assert turn.understanding is not None
        text = turn.understanding.text
        at = text.find(said)
        before = text[max(0, at - _NEAR) : max(0, at)]
        words = (w for e in turn.understanding.expansions if e.said in before for w in e.official)
        return " ".join(fold(word) for word in words)

    def _is_below_named(self, ref: ClauseRef, turn: Turn) -> bool:
        """Whether the question names a heading above the clause (“组织实施”第（二）项)."""
        assert turn.understanding is not None
        asked = fold(turn.understanding.text)
        clause = self.library.clause((ref.document_id, ref.ordinal))
        while clause.parent:
            clause = self.library.clause((ref.document_id, clause.parent))
            if clause.title and len(clause.title) >= HEADING and fold(clause.title) in asked:
                return True
        return False

    def _is_printed(self, ref: ClauseRef, said: str) -> bool:
        """Whether a 第N条 is an article, not just a number that counts on."""
        kind = self.library.clause((ref.document_id, ref.ordinal)).kind
        return kind == "tiao" or "条" not in said

    def _likely(self, turn: Turn, documents: tuple[str, ...]) -> tuple[str, ...]:
        """Originals, those of the conversation or of the place named where there are any."""
        assert turn.understanding is not None
        held = [self.library.document(i) for i in documents]
        originals = [d for d in held if not _is_copy(d)]
        likely = originals or held[:1]
        spoken = {document_id for document_id, _ in turn.prior}
        places = {m.region.name for m in turn.understanding.regions}
        for narrowed in (
            [d for d in likely if d.id in spoken],
            [d for d in likely if d.region in places],
        ):
            likely = narrowed or likely
        return tuple(d.id for d in likely)


def _is_named(title: str, asked: str) -> bool:
    """Whether a question names a heading: in full, or by what is its own (“存在的不足”, 不足)."""
    title, core = _called(title)
    return (len(title) >= HEADING and title in asked) or (len(core) > 1 and core in asked)


def _called(title: str) -> tuple[str, str]:
    """A heading and what is its own of it (存在的不足, 不足)."""
    return title, _GENERIC.sub("", title)


def _is_copy(document: Document) -> bool:
    return bool(document.relation and document.relation.kind.endswith("copy_of"))


def _documents(refs: Sequence[ClauseRef]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.document_id for r in refs))

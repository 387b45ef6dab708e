"""From what a person writes to documents and clauses: 51号文第21条, 运城规划第七部分（三）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from corpus.models import Corpus, ParsedDocument
from corpus.naming.clause_lists import find_clause_paths
from corpus.naming.clause_lookup import Found, has_unit, look_up
from corpus.naming.clause_numbers import NAME, NumberPath
from corpus.naming.document_names import DocumentMention, DocumentNames, is_copy
from corpus.naming.foreign_titles import ForeignTitle, quoted_titles, title_before
from corpus.outline.labels import document_name, join_labels, label

__all__ = [
    "AddressBook",
    "AddressMatches",
    "ClauseMention",
    "ClauseRef",
    "DocumentMention",
    "ForeignTitle",
    "MissingClause",
    "document_name",
    "join_labels",
    "label",
]

_JOINED = re.compile(r"[\s和与及跟同、,，]*")


@dataclass(frozen=True, slots=True)
class ClauseRef:
    """A clause by document and ordinal; start and end narrow it where 第N款 was asked for."""

    document_id: str
    ordinal: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClauseMention:
    """Where a question names a clause, and which clauses that may be, best first."""

    start: int
    end: int
    text: str
    candidates: tuple[ClauseRef, ...]
    named: bool = False
    """Whether the question says of which document."""


@dataclass(frozen=True, slots=True)
class MissingClause:
    """A clause number that does not exist; document_id is None if no document was meant."""

    document_id: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AddressMatches:
    """What a question names. Spans count characters of the question, half-open."""

    document_mentions: tuple[DocumentMention, ...] = ()
    clause_mentions: tuple[ClauseMention, ...] = ()
    missing: tuple[MissingClause, ...] = ()
    foreign_titles: tuple[ForeignTitle, ...] = ()
    """Documents that the question names and the corpus does not hold."""

    @property
    def documents(self) -> frozenset[str]:
        """Ids of all documents that are named."""
        return frozenset(i for mention in self.document_mentions for i in mention.document_ids)

    @property
    def document_spans(self) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
        """Start, end and document ids of each document mention."""
        return tuple((m.start, m.end, m.document_ids) for m in self.document_mentions)

    @property
    def clauses(self) -> tuple[tuple[str, int], ...]:
        """(document id, ordinal) of every candidate, best first, without repetition."""
        keys = [(c.document_id, c.ordinal) for m in self.clause_mentions for c in m.candidates]
        return tuple(dict.fromkeys(keys))

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Everything of the question that names a document or a clause."""
        documents = [(m.start, m.end) for m in self.document_mentions]
        clauses = [(m.start, m.end) for m in self.clause_mentions]
        missing = [(m.start, m.end) for m in self.missing]
        return tuple(sorted([*documents, *clauses, *missing]))


MOST_CLAUSES = 24
"""Clauses of one question that are resolved: who writes 第一条 six hundred times asks nothing more."""


class AddressBook:
    """Resolves addresses against one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._names = DocumentNames(corpus)

    def resolve(self, text: str) -> AddressMatches:
        """Documents and clauses that a question names, and clause numbers that do not exist."""
        mentions = self._names.find(text)
        foreign = {f.start: f for f in quoted_titles(text, mentions)}
        clauses: list[ClauseMention] = []
        missing: list[MissingClause] = []
        foreign_end = -1
        for path in islice(find_clause_paths(_without(text, mentions)), MOST_CLAUSES):
            title = title_before(text, path.start, mentions)
            if title:
                foreign[title.start] = title
            if title or (foreign_end >= 0 and _JOINED.fullmatch(text[foreign_end : path.start])):
                foreign_end = path.end
                continue
            named = _documents_for(path, mentions, text)
            if not named and not path.explicit:
                continue
            refs = self._candidates(path, named)
            said = text[path.start : path.end]
            if refs:
                clauses.append(ClauseMention(path.start, path.end, said, refs, bool(named)))
            elif named or (path.steps[0].unit in ("条", "章", "部分") and not path.bare):
                held = named[0][0] if named else self._only_document_with(path)
                missing.append(MissingClause(held, said, path.start, path.end))
        titles = tuple(foreign[start] for start in sorted(foreign))
        return AddressMatches(mentions, tuple(clauses), tuple(missing), titles)

    def _candidates(
        self, path: NumberPath, named: tuple[tuple[str, int], ...]
    ) -> tuple[ClauseRef, ...]:
        targets = named or tuple((parsed.document.id, 0) for parsed in self._by_preference())
        clear = bool(named) or sum(not is_copy(p) for p in self._corpus.documents) == 1
        refs: list[ClauseRef] = []
        for document_id, part in targets:
            for found in look_up(self._corpus.by_id[document_id], path, clear, part):
                refs.append(_ref(document_id, found))
        return tuple(refs)

    def _by_preference(self) -> list[ParsedDocument]:
        """Originals before copies."""
        return sorted(self._corpus.documents, key=is_copy)

    def _only_document_with(self, path: NumberPath) -> str | None:
        """The one document, copies aside, that counts in the path's unit."""
        holders = [
            p.document.id
            for p in self._corpus.documents
            if has_unit(p, path.steps[0]) and not is_copy(p)
        ]
        return holders[0] if len(holders) == 1 else None


def _ref(document_id: str, found: Found) -> ClauseRef:
    return ClauseRef(document_id, found.clause.ordinal, found.start, found.end)


def _without(text: str, mentions: tuple[DocumentMention, ...]) -> str:
    """The question with document names blanked out: 51号 in a name is no clause number."""
    for mention in mentions:
        width = mention.end - mention.start
        text = text[: mention.start] + NAME * width + text[mention.end :]
    return text


def _documents_for(
    path: NumberPath, mentions: tuple[DocumentMention, ...], text: str
) -> tuple[tuple[str, int], ...]:
    """The document named nearest before the number (with those joined to it by 和), else after.

    Each with the part of it that bears the name, 0 for all of it.
    """
    before = [m for m in mentions if m.end <= path.start]
    if before:
        chosen = [before[-1]]
        for earlier in reversed(before[:-1]):
            if not _JOINED.fullmatch(text[earlier.end : chosen[0].start]):
                break
            chosen.insert(0, earlier)
    else:
        chosen = [m for m in mentions if m.start >= path.end][:1]
    parts = {part for m in chosen for part in m.parts}
    targets: dict[tuple[str, int], None] = {}
    for document_id in (i for m in chosen for i in m.document_ids):
        own = [p for p in sorted(parts) if p[0] == document_id]
        targets |= dict.fromkeys(own or [(document_id, 0)])
    return tuple(targets)

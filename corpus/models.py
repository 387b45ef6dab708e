"""The nouns of a policy text. Offsets are half-open and count characters of the clean text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from corpus.metadata.genres import kind_of

RelationKind = Literal[
    "copy_of", "part_copy_of", "version_of", "implements", "forwards", "replaces"
]


@dataclass(frozen=True, slots=True)
class Relation:
    """How a document relates to another one of the corpus, e.g. a web copy of it."""

    kind: RelationKind
    document_id: str


@dataclass(frozen=True, slots=True)
class Document:
    """A manifest entry. What is not known is None, never guessed."""

    id: str
    file: str
    title: str
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    """ISO date, or a prefix of one where the text gives less ("2022-01")."""
    level: Literal["国家", "省", "市", "县"] | None = None
    region: str | None = None
    status: str | None = None
    relation: Relation | None = None
    sha256: str | None = None
    """Hex digest of the source file's bytes."""
    short_titles: tuple[str, ...] = ()
    """Other names that readers use and the text bears out, e.g. 实施意见."""

    @property
    def kind(self) -> str | None:
        """意见, 办法, 规划, 通知, 报告, 法律 …, by the title's last word."""
        return kind_of(self.title)


@dataclass(frozen=True, slots=True)
class TextWarning:
    """Something in a source that was left as it is because nothing justifies a change."""

    code: str
    message: str
    """Chinese, for the person who maintains the corpus."""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A node of a document's outline. Clause 0 is the document itself."""

    ordinal: int
    """Position in document order; the document's root is 0."""
    parent: int | None
    """Ordinal of the parent; None for the root only."""
    children: tuple[int, ...]
    marker: str
    """As printed, without spaces: 一、 / （一） / 1. / （1） / 一是 / —— / 第三章 / 第十条; "" for the root."""
    kind: str
    """Marker family: root, han, paren_han, arabic, paren_arabic, circled, shi, dash, bian, zhang, jie, tiao, kuan, xiang, annex, heading."""
    number: int | None
    """What the marker counts to; None for —— and the root."""
    title: str | None
    level: int
    """Depth in the tree, the root is 0."""
    path: tuple[str, ...]
    """Titles (or markers where a title is missing) of the ancestors below the root, from the top; itself left out."""
    address: str
    start: int
    body: int
    """Where the clause's own text starts, behind marker and title line."""
    own_end: int
    """Where its first child starts, or end."""
    end: int
    """Behind the last clause below it: text[start:end] is the clause with all below it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded: a clause's own text, or a size-capped piece of it."""

    id: str
    """Stable across runs: "{document_id}/{ordinal}" and "/{piece}" from the second piece on."""
    document_id: str
    clause: int
    address: str
    text: str
    embedded_text: str
    """Document title, heading path, then the text."""
    start: int
    end: int
    digest: str
    """SHA-256 of embedded_text, hex."""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who answers for a clause, every body separately and as printed."""

    document_id: str
    clause: int
    address: str
    quote: str
    start: int
    end: int
    lead: tuple[str, ...] = ()
    join: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that a document sets (target) or reports (progress)."""

    document_id: str
    clause: int
    address: str
    quote: str
    start: int
    end: int
    indicator: str
    value: str
    unit: str | None
    kind: Literal["target", "progress"]
    subject: str | None = None
    comparator: str | None = None
    deadline: str | None = None
    baseline: str | None = None
    notes: tuple[str, ...] = ()
    period: Literal["annual", "cumulative"] | None = None
    """Whether the text counts it by the year (每年, 年均, 全年) or altogether (累计)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Support that a clause states, with its strength kept: 鼓励 promises nothing."""

    document_id: str
    clause: int
    address: str
    quote: str
    start: int
    end: int
    beneficiary: str | None
    conditions: tuple[str, ...]
    benefit: str
    amount: str | None
    strength: str | None
    """The verb that carries the promise as printed: 给予, 可, 支持, 鼓励, 探索 …"""
    notes: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    """What the clause shuts out, as printed: 不得重复享受, 已享受…的不再…, 除…外."""
    apply_to: str | None = None
    """Where to apply, as printed: 向市科技局申报, 由区人社局受理."""


@dataclass(frozen=True, slots=True)
class Facts:
    """台账: everything read out of one document's clauses."""

    responsibilities: tuple[Responsibility, ...] = ()
    targets: tuple[Target, ...] = ()
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document understood: clean text, outline, passages, facts."""

    document: Document
    text: str
    source_offsets: tuple[tuple[int, int], ...]
    """Run starts (clean offset, source offset): see corpus.offsets.source_offset."""
    clauses: tuple[Clause, ...]
    passages: tuple[Passage, ...]
    facts: Facts
    warnings: tuple[TextWarning, ...] = ()

    def clause_text(self, clause: Clause) -> str:
        """The clause with marker, title, body and everything below it."""
        return self.text[clause.start : clause.end]

    def smallest_clause(self, start: int, end: int) -> Clause:
        """The deepest clause that holds the whole span."""
        clause = self.clauses[0]
        while True:
            for child in clause.children:
                if self.clauses[child].start <= start and end <= self.clauses[child].end:
                    clause = self.clauses[child]
                    break
            else:
                return clause


@dataclass(frozen=True)
class Corpus:
    """All documents that can be asked about, in manifest order."""

    documents: tuple[ParsedDocument, ...]
    by_id: Mapping[str, ParsedDocument] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {d.document.id: d for d in self.documents})

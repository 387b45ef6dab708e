"""The nouns of a conversation: a Turn moves through the steps until it is an Answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from index.models import Hit, SearchResult

if TYPE_CHECKING:
    from assistant.evidence import Evidence
    from assistant.understanding.question import Understanding


class Status(StrEnum):
    """How a turn ended. Those that start with unanswerable_ or refused_ give no answer."""

    ANSWERED = "answered"
    ANSWERED_CORRECTED = "answered_corrected"
    ANSWERED_PARTLY = "answered_partly"
    CLARIFY = "clarify"
    NOT_IN_CORPUS = "unanswerable_not_in_corpus"
    NOT_STATED = "unanswerable_not_stated"
    NO_SUCH_CLAUSE = "unanswerable_no_such_clause"
    OUT_OF_SCOPE = "unanswerable_out_of_scope"
    UNSAFE = "refused_unsafe"
    NEEDS_PERSON = "refused_needs_person"

    @property
    def refused(self) -> bool:
        """Whether the asked thing was not answered, even if clauses are offered nearby."""
        return self.value.startswith(("unanswerable_", "refused_"))


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote and the smallest clause it stands in. Offsets: clean text of the document."""

    marker: int
    document_id: str
    title: str
    address: str
    quote: str
    passage: str
    """The smallest clause that holds the quote, at most 800 characters around it."""
    start: int
    end: int
    clause: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """A clause offered beside a refusal; it supports nothing."""

    document_id: str
    title: str
    address: str
    clause: int
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer and the spans of source text it rests on."""

    text: str
    """Without mark; the composer's own framing plus verbatim source words."""
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """A span of a document's clean text that carries a statement."""

    document_id: str
    clause: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What a composer proposes; nobody sees it before verification."""

    status: Status
    statements: tuple[Statement, ...]
    facts: tuple[Mapping[str, Any], ...] = ()
    notices: tuple[str, ...] = ()
    composer: str = "extractive"


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """What one step did, for the person who asks why."""

    step: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the asker gets. Every number and name in `answer` stands in a cited clause."""

    id: str
    conversation_id: str | None
    question: str
    status: Status
    answer: str
    citations: tuple[Citation, ...] = ()
    facts: tuple[Mapping[str, Any], ...] = ()
    notices: tuple[str, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    suggestions: tuple[str, ...] = ()
    standalone: str = ""
    """The question as it was understood, follow-ups filled in."""
    retrieved: tuple[Hit, ...] = ()
    trace: tuple[TraceEntry, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether the asked thing was not answered."""
        return self.status.refused


@dataclass(frozen=True, slots=True)
class Exchange:
    """An earlier question of the conversation with its answer."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A follow-up filled in in another way."""

    standalone: str
    notice: str = ""
    """What has to be told of it, if it is another question than was asked."""
    anew: bool = False
    """Whether it is put to all documents: what was spoken of before does not come first."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question on its way through the steps; each step returns a fuller copy."""

    question: str
    history: tuple[Exchange, ...] = ()
    profile: Mapping[str, Any] | None = None
    documents: frozenset[str] | None = None
    """Only these documents may be used; None means all."""
    as_of: date | None = None
    conversation_id: str | None = None
    gloss: str = ""
    """An English question in Chinese terms; all but the screen read it instead."""
    wordings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Terms of the gloss with their other wordings."""
    standalone: str = ""
    otherwise: tuple[Otherwise, ...] = ()
    """Other ways to take the conversation up, tried in turn where `standalone` is refused."""
    own: str = ""
    """The follow-up itself, where `standalone` puts it behind the question before."""
    follows: bool = False
    """Whether the conversation had to fill in what the question left open."""
    prior: tuple[tuple[str, int], ...] = ()
    """Clauses (document id, ordinal) that the answer before cites, if this follows it up."""
    left: tuple[tuple[str, int], ...] = ()
    """Those of them that say nothing of the time that is asked about now."""
    toward: Literal["earlier", "later", None] = None
    """Which way that time lies from the one asked about before."""
    understanding: Understanding | None = None
    wording: str = ""
    """What a chat model proposed to search for as well; nothing but the search reads it."""
    result: SearchResult | None = None
    evidence: tuple[Evidence, ...] = ()
    addressed: tuple[tuple[str, int], ...] = ()
    """Clauses (document id, ordinal) that the question names: evidence is then theirs alone."""
    draft: Draft | None = None
    readings: tuple[str, ...] = ()
    """Questions that put what the draft's question may mean as well."""
    notices: tuple[str, ...] = ()
    trace: tuple[TraceEntry, ...] = ()

    @property
    def said(self) -> str:
        """The question in the language of the documents."""
        return self.gloss or self.question

    @property
    def asked(self) -> str:
        """What of `standalone` is asked now; all of it but where it begins with what was before."""
        return self.own or self.standalone

    def noting(self, step: str, **detail: Any) -> Turn:
        """The turn with one more trace entry."""
        return replace(self, trace=(*self.trace, TraceEntry(step, detail)))

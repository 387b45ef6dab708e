"""What the assistant itself has to add: drafts, conflicts between copies, readings of typos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from assistant import messages
from assistant.conversing.suggestions import MOST, Suggester
from assistant.library import Library
from assistant.models import Answer, Citation
from corpus.bodies.mentions import find_bodies
from corpus.bodies.successors import successor
from corpus.copies import is_version

MOST_NAMES = 4
_DRAFTS = ("征求意见", "草案", "讨论稿", "试行")


@dataclass(frozen=True)
class AddNotices:
    """Puts notices and suggestions on an answer; never touches the answer itself."""

    library: Library

    def __call__(self, answer: Answer, as_of: date | None = None) -> Answer:
        """The answer with its notices; `as_of` is the day asked about, today if None."""
        if answer.refused:
            return answer
        notices = list(answer.notices)
        cited = dict.fromkeys(c.document_id for c in answer.citations)
        for document_id in cited:
            document = self.library.document(document_id)
            if document.status and any(word in document.status for word in _DRAFTS):
                notices.append(messages.draft_status(document.title, document.status))
        notices.extend(self._conflicts(answer.citations))
        notices.extend(self._present_names(answer))
        notices.extend(self._past_targets(answer, as_of or date.today()))
        return replace(
            answer,
            notices=tuple(dict.fromkeys(notices)),
            suggestions=self._suggestions(answer),
        )

    def _past_targets(self, answer: Answer, as_of: date) -> Iterator[str]:
        """One notice for all documents whose term of targets is over and that promise what is said."""
        if any(entry.step == "about_document" for entry in answer.trace):
            return  # how a document stands was asked, and is answered
        over: list[tuple[str, int]] = []
        for document_id in dict.fromkeys(c.document_id for c in answer.citations):
            if any(self._promises(c) for c in answer.citations if c.document_id == document_id):
                year = self.library.past_target_year(document_id, as_of)
                if year:
                    over.append((self.library.document(document_id).title, year))
        if over:
            yield messages.past_targets(over)

    def _promises(self, citation: Citation) -> bool:
        """Whether a citation quotes a target or a measure."""
        key = (citation.document_id, citation.clause)
        spans = [(t.start, t.end) for t in self.library.targets(key) if t.kind == "target"]
        spans += [(m.start, m.end) for m in self.library.measures(key)]
        return any(start < citation.end and citation.start < end for start, end in spans)

    def _conflicts(self, citations: Iterable[Citation]) -> Iterator[str]:
        """What the other text prints where a cited sentence has a twin with another figure or name."""
        for citation in citations:
            for conflict in self.library.conflicts:
                if _holds(citation, conflict.document_id, conflict.start, conflict.end):
                    other = self.library.document(conflict.copy_id)
                    yield messages.conflict(
                        other.title, conflict.copy_quote, conflict.hint, version=is_version(other)
                    )
                elif _holds(citation, conflict.copy_id, conflict.copy_start, conflict.copy_end):
                    document = self.library.document(conflict.document_id)
                    yield messages.conflict_with_original(
                        document.title, conflict.printed, conflict.copy_printed, conflict.hint
                    )

    def _present_names(self, answer: Answer) -> Iterator[str]:
        """What bodies of the answer are called today, in one notice."""
        regions = {self.library.document(c.document_id).region for c in answer.citations}
        region = next(iter(regions)) if len(regions) == 1 else None
        told = "".join(answer.notices)
        changes = {
            mention.text: (mention.text, change.successor, change.basis)
            for mention in find_bodies(answer.answer)
            if f"“{mention.text}”" not in told
            and (change := successor(mention.text, region)) is not None
        }
        if changes:
            yield messages.present_names(list(changes.values())[:MOST_NAMES])

    def _suggestions(self, answer: Answer) -> tuple[str, ...]:
        """Other readings of the question first, then what its clauses answer besides."""
        offers = (offer.question for offer in self._suggester.offers(answer))
        return tuple(dict.fromkeys((*answer.suggestions, *offers)))[:MOST]

    @cached_property
    def _suggester(self) -> Suggester:
        return Suggester(self.library)


def _holds(citation: Citation, document_id: str, start: int, end: int) -> bool:
    """Whether a citation quotes from a span of a document."""
    return citation.document_id == document_id and start < citation.end and citation.start < end

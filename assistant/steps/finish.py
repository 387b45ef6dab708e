"""Verification may veto; what stands becomes an Answer with citations and notices."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.library import ClauseKey, Library
from assistant.models import Answer, Citation, Statement, Status, Support, Turn
from assistant.steps.notices import AddNotices
from assistant.verification.verify import verify
from corpus.outline.labels import document_name
from index.models import Hit

SHORT_NAME = 12


@dataclass(frozen=True)
class Finish:
    """Ends every turn that reaches it."""

    library: Library
    add_notices: AddNotices

    def __call__(self, turn: Turn) -> Answer:
        draft = turn.draft
        assert draft is not None
        verified = verify(draft, self.library, turn.standalone + turn.question)
        removed = [
            {"text": r.text, "kind": r.fault.kind.value, "reason": r.fault.reason}
            for r in verified.removed
        ]
        turn = turn.noting("verify", kept=len(verified.statements), removed=removed)
        if not verified.statements or verified.statements[0] is not draft.statements[0]:
            # The statement that answered has fallen: what is left supports nothing.
            return plain_answer(
                turn,
                Status.NOT_IN_CORPUS,
                messages.NOT_IN_CORPUS,
                nearest=nearest_clauses(self.library, [e.key for e in turn.evidence]),
            )
        text, citations = self._render(verified.statements)
        text = self._shortened(text, citations)
        answer = Answer(
            id=uuid.uuid4().hex,
            conversation_id=turn.conversation_id,
            question=turn.question,
            status=draft.status,
            answer=text,
            citations=citations,
            facts=draft.facts,
            notices=(*turn.notices, *draft.notices),
            suggestions=turn.readings,
            standalone=turn.standalone,
            retrieved=self._retrieved(turn, citations),
            trace=turn.trace,
        )
        return self.add_notices(answer, turn.as_of)

    def _retrieved(self, turn: Turn, citations: tuple[Citation, ...]) -> tuple[Hit, ...]:
        """The ranking with what the answer cites first: addresses and facts find clauses too."""
        hits = turn.result.hits if turn.result else ()
        cited = dict.fromkeys((c.document_id, c.clause) for c in citations)
        found = {(h.passage.document_id, h.passage.clause): h for h in reversed(hits)}
        first = [found.get(key) or self._unranked(key) for key in cited]
        return (*first, *(hit for hit in hits if hit not in first))

    def _unranked(self, key: ClauseKey) -> Hit:
        """A clause that was found by its address or its facts, not by search."""
        passages = self.library.parsed(key[0]).passages
        # A bare heading has no passage; the first one below it speaks for it.
        passage = next((p for p in passages if p.clause >= key[1]), passages[-1])
        return Hit(passage, 1.0, 0.0, 0.0)

    def _render(self, statements: tuple[Statement, ...]) -> tuple[str, tuple[Citation, ...]]:
        citations: list[Citation] = []
        markers: dict[Support, int] = {}
        lines = []
        for statement in statements:
            marks = []
            for support in statement.supports:
                if support not in markers:
                    markers[support] = len(citations) + 1
                    citations.append(self._citation(support, markers[support]))
                marks.append(f"[{markers[support]}]")
            lines.append(statement.text.rstrip() + "".join(marks))
        return "\n".join(lines), tuple(citations)

    def _shortened(self, text: str, citations: tuple[Citation, ...]) -> str:
        """A document's full name once; after that the short one that readers use."""
        for document_id in dict.fromkeys(c.document_id for c in citations):
            document = self.library.document(document_id)
            short = next((t for t in document.short_titles if 2 <= len(t) <= SHORT_NAME), None)
            full = document_name(document)
            if short and text.count(full) > 1:
                head, _, rest = text.partition(full)
                text = head + full + rest.replace(full, f"《{short}》")
        return text

    def _citation(self, support: Support, marker: int) -> Citation:
        library = self.library
        clause = library.smallest_clause(support.document_id, support.start, support.end)
        return Citation(
            marker,
            support.document_id,
            library.document(support.document_id).title,
            clause.address,
            library.text(support.document_id, support.start, support.end).strip(),
            library.passage_around(support.document_id, clause, support.start, support.end),
            support.start,
            support.end,
            clause.ordinal,
        )

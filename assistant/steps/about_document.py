"""Questions about a document itself, answered from what its own text prints, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.library import Library
from assistant.models import Answer, Draft, Exchange, Status, Turn
from assistant.steps.about_answers import Found, SelfDescription
from assistant.steps.about_asked import (
    About,
    asked_about,
    points_at_document,
    speaks_of_document,
)
from assistant.understanding.kinds import Asked, asked_kinds
from corpus.models import ParsedDocument
from corpus.naming.document_names import is_copy
from corpus.regions import find_regions
from corpus.validity.standing import standing

_TITLE_MARKS = re.compile(r"《[^《》]{2,80}》")
_UNTIL_WHEN = re.compile(r"^那?么?(?:是)?(?:到|至)[^，,效废]{2,5}[？?呢啊]*$")
MOST_ASKED = 6


@dataclass(frozen=True)
class AboutDocument:
    """Drafts what documents say about themselves; ends the turn where they do not say it."""

    library: Library

    def __call__(self, turn: Turn) -> Turn | Answer:
        understanding = turn.understanding
        assert understanding is not None
        if turn.draft:
            return turn
        current = turn.asked
        mentions = self.library.addresses.resolve(current).document_mentions
        spans = [(m.start, m.end) for m in mentions]
        if any(not _covered(m.span(), spans) for m in _TITLE_MARKS.finditer(current)):
            return turn  # the title of a document that is not held
        regions = [(r.start, r.end) for r in find_regions(current)]
        about = asked_about(current, [*spans, *regions])
        if about is None or (about is About.COUNT and understanding.bodies):
            return turn
        if about is About.VALIDITY and _asks_until_when(current, turn.history):
            return turn
        if about is About.HELD:
            if understanding.follow_up or spans:
                return turn
            return self._drafted(turn, about, self._held(turn, current))
        named = [m.document_ids for m in mentions]
        documents = self._documents(turn, current, named)
        if documents is None:
            return turn
        if not documents:
            titles = [f"《{p.document.title}》" for p in self._allowed(turn) if not is_copy(p)]
            return plain_answer(
                turn.noting("about_document", asked=about.value, documents=[]),
                Status.CLARIFY,
                messages.which_document(titles[:MOST_ASKED]),
            )
        return self._told(turn, about, current, documents)

    def _told(
        self, turn: Turn, about: About, current: str, documents: list[ParsedDocument]
    ) -> Turn | Answer:
        reader = SelfDescription(self.library)
        found = [(p, reader.read(about, p, current)) for p in documents]
        lacking = [
            messages.about_not_stated(p.document.title, messages.ABOUT_WORDS[about.value])
            for p, f in found
            if not f.statements
        ]
        if len(lacking) == len(found):
            text = messages.NOT_STATED["validity"] if about is About.VALIDITY else "".join(lacking)
            roots = [(p.document.id, 0) for p in documents]
            refusal = plain_answer(
                turn.noting("about_document", asked=about.value),
                Status.NOT_STATED,
                text,
                nearest=nearest_clauses(self.library, [*(e.key for e in turn.evidence), *roots]),
            )
            return replace(
                refusal, notices=(*self._stands(turn, about, documents), *refusal.notices)
            )
        whole = Found(
            tuple(s for _, f in found for s in f.statements),
            (
                *self._stands(turn, about, documents),
                *(n for _, f in found for n in f.notices),
                *lacking,
            ),
            bool(lacking) or any(f.partly for _, f in found),
        )
        return self._drafted(turn, about, whole)

    def _stands(self, turn: Turn, about: About, documents: list[ParsedDocument]) -> tuple[str, ...]:
        """How the documents stand on the asked day, where their validity is asked."""
        if about is not About.VALIDITY:
            return ()
        day = turn.as_of or date.today()
        found = [(p, standing(p, day, self.library.held)) for p in documents]
        return tuple(
            messages.stands(p.document.title, day, s.state, s.reason)
            for p, s in found
            if s.state != "不明"
        )

    def _drafted(self, turn: Turn, about: About, found: Found) -> Turn:
        if not found.statements:
            return turn
        draft = Draft(
            Status.ANSWERED_PARTLY if found.partly else Status.ANSWERED,
            found.statements,
            notices=found.notices,
            composer="about_document",
        )
        return replace(turn, draft=draft).noting(
            "about_document",
            asked=about.value,
            documents=sorted({s.document_id for t in found.statements for s in t.supports}),
        )

    def _allowed(self, turn: Turn) -> list[ParsedDocument]:
        return [
            p
            for p in self.library.corpus.documents
            if turn.documents is None or p.document.id in turn.documents
        ]

    def _documents(
        self, turn: Turn, current: str, named: list[tuple[str, ...]]
    ) -> list[ParsedDocument] | None:
        """The documents meant; empty where a document is meant and nobody knows which, else None."""
        allowed = self._allowed(turn)
        originals = [p for p in allowed if not is_copy(p)] or allowed
        if named:
            ids: dict[str, None] = {}
            for candidates in named:
                held = [i for i in candidates if any(p.document.id == i for p in originals)]
                ids.update(dict.fromkeys((held or list(candidates))[:MOST_ASKED]))
            return [self.library.parsed(i) for i in ids]
        points = points_at_document(current)
        if turn.prior and (points or speaks_of_document(current) or _went_on(turn)):
            before = {i for i, _ in turn.prior}
            held_before = [p for p in originals if p.document.id in before]
            if len(held_before) == 1:
                return held_before
        understanding = turn.understanding
        assert understanding is not None
        if understanding.follow_up and len(understanding.documents) == 1 and points:
            return [self.library.parsed(i) for i in understanding.documents]
        if not speaks_of_document(current) and not points:
            return None
        places = {r.region.name for r in find_regions(current)}
        originals = [p for p in originals if not places or p.document.region in places]
        return originals if len(originals) == 1 else []

    def _held(self, turn: Turn, current: str) -> Found:
        places = {r.region.name for r in find_regions(current)}
        reader = SelfDescription(self.library)
        statements = tuple(
            statement
            for parsed in self._allowed(turn)
            if not places or parsed.document.region in places
            for statement in reader.title(parsed).statements
        )
        return Found(statements, (messages.held(len(statements)),))


def _went_on(turn: Turn) -> bool:
    """Whether the question before was about a document itself, so that 「谁发的？」 is as well."""
    steps = {entry.step for entry in turn.history[-1].answer.trace} if turn.history else set()
    return "about_document" in steps


def _covered(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)


def _asks_until_when(question: str, history: Sequence[Exchange]) -> bool:
    """Whether 那到哪年 asks for the deadline of a figure that was asked for just before."""
    figures = {Asked.COUNT, Asked.AMOUNT, Asked.RATE, Asked.QUANTITY}
    before = asked_kinds(history[-1].question) if history else frozenset()
    return bool(_UNTIL_WHEN.match(question) and figures & before)

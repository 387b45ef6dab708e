"""Clause look-ups: 第二十一条原文, 运城规划第七部分（三）: the clause itself, word for word.

Where something else is asked of a clause (第十五条由谁负责) the later steps answer from it alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.compose.verbatim import verbatim
from assistant.evidence import Evidence
from assistant.library import ClauseKey, Library
from assistant.models import Answer, Draft, Status, Turn
from assistant.steps.addressed import Choice, Chooser
from assistant.steps.weigh import Weigh
from assistant.understanding.concepts import content_runs
from assistant.understanding.kinds import Asked
from assistant.understanding.question import Understanding
from corpus.naming.address import ClauseMention, ForeignTitle, MissingClause
from corpus.numerals import parse_number

_VERBATIM = re.compile(r"原文|全文|原话|条文")
# 第二部分分哪几块: what it consists of, not every word of it.
_CONSISTS_OF = re.compile(
    r"(?<!第)(?:哪|几|有|分|共|[两三四五六七八九十])(?:[几两三四五六七八九十]|些)?个?大?(?:块|板块|方面|部分|小节)(?![^，。,?？]{0,6}原文)"
)
# 双创20条, 民营经济三十条: what people call a document by its number of articles.
_BY_COUNT = re.compile(
    r"(?<!第)(?P<name>[㐀-鿿]{2,12}(?P<number>\d{2}|[二三四五六]?十[一二三四五六七八九]?)条)[”\"]?(?=[的里中,，]?第)"
)
_SEARCHED = 400
LOOKED_UP = "look_up"
"""Name under which clauses are drafted as they stand."""
_FEW_WORDS = 6
_FACTS = (
    *(Asked.BODY, Asked.COUNT, Asked.QUANTITY, Asked.AMOUNT, Asked.RATE, Asked.CONTACT),
    *(Asked.DATE, Asked.DEADLINE, Asked.DURATION, Asked.RANK, Asked.YES_NO),
)
"""What one sentence of a clause answers."""


@dataclass(frozen=True)
class LookUpClause:
    """Drafts the named clauses verbatim or narrows the evidence to them; refuses missing ones."""

    library: Library

    def __call__(self, turn: Turn) -> Turn | Answer:
        understanding = turn.understanding
        assert understanding is not None
        asked = _own(turn, understanding)
        refusals = [messages.document_not_held(f.title) for f in asked.foreign]
        counted = self._counted_elsewhere(understanding) if asked.clauses else None
        if counted:
            return self._refuse(turn, messages.document_not_held(counted))
        chooser = Chooser(self.library)
        below = {
            m: chooser.below_heading(turn, m.text) or chooser.below_only_heading(turn, m.text)
            for m in asked.missing
        }
        refusals += [self._no_such_clause(m) for m, ref in below.items() if ref is None]
        telling = asked.words > 1
        items = {
            m: chooser.below_heading(turn, m.text, right_before=True)
            or chooser.below_only_heading(turn, m.text)
            for m in asked.clauses
        }
        choices = [
            choice
            for mention, item in items.items()
            for choice in (
                [Choice(item, mention.text)] if item else chooser.choices(turn, mention, telling)
            )
        ]
        choices += [Choice(ref, m.text) for m, ref in below.items() if ref]
        choices = list({_key(c): c for c in reversed(choices)}.values())[::-1]
        if not choices:
            unread = _unread(understanding)
            if not refusals and unread and understanding.asks(Asked.CLAUSE_TEXT):
                refusals = [messages.document_not_held(unread.title)]
            return self._refuse(turn, refusals[0]) if refusals else turn
        notices = (*refusals, *self._also_in(choices))
        turn = turn.noting(
            "look_up", clauses=[self.library.clause(_key(c)).address for c in choices]
        )
        if not _wants_text(understanding, asked.words):
            evidence = self._evidence(turn, choices)
            if evidence:
                keys = tuple(_key(c) for c in choices)
                notices = (*turn.notices, *notices)
                return replace(turn, evidence=evidence, addressed=keys, notices=notices)
        overview = _CONSISTS_OF.search(understanding.text) is not None
        return replace(turn, draft=self._draft(choices, notices, overview=overview))

    def _draft(
        self, choices: Sequence[Choice], notices: tuple[str, ...], *, overview: bool
    ) -> Draft:
        texts = [verbatim(c.ref, c.said, self.library, overview=overview) for c in choices]
        notices = tuple(dict.fromkeys([*notices, *(n for t in texts for n in t.notices)]))
        status = Status.CLARIFY if any(c.others for c in choices) else Status.ANSWERED
        statements = tuple(s for t in texts for s in t.statements)
        return Draft(status, statements, notices=notices, composer=LOOKED_UP)

    def _evidence(self, turn: Turn, choices: Sequence[Choice]) -> tuple[Evidence, ...]:
        """The named clauses and those below them, weighed for the question."""
        assert turn.understanding is not None
        spans = [(c.ref.document_id, self.library.clause(_key(c))) for c in choices]
        result = self.library.index.search(
            turn.understanding.text, _SEARCHED, documents=frozenset(i for i, _ in spans)
        )
        inside = tuple(
            hit
            for hit in result.hits
            if any(
                hit.passage.document_id == document_id
                and clause.start <= hit.passage.start < clause.end
                for document_id, clause in spans
            )
        )
        weighed = Weigh(self.library)(replace(turn, result=replace(result, hits=inside)))
        return weighed.evidence

    def _counted_elsewhere(self, understanding: Understanding) -> str | None:
        """「双创20条的第3条」: a document called by its number of articles, where none held has so many."""
        match = _BY_COUNT.search(understanding.text)
        number = parse_number(match["number"]) if match else None
        if match is None or number is None:
            return None
        for parsed in self.library.corpus.documents:
            last: Counter[str] = Counter()
            for clause in parsed.clauses:
                last[clause.kind] = max(last[clause.kind], clause.number or 0)
            if number in last.values():
                return None
        return match["name"]

    def _no_such_clause(self, missing: MissingClause) -> str:
        if missing.document_id is None:
            return messages.no_such_clause_held(missing.text)
        return messages.no_such_clause(
            self.library.document(missing.document_id).title, missing.text
        )

    def _also_in(self, choices: Sequence[Choice]) -> Iterator[str]:
        """One notice for all numbers that stand in the same documents."""
        alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for choice in choices:
            if choice.others:
                others = tuple(sorted(choice.others))
                alike.setdefault((choice.ref.document_id, others), []).append(choice.said)
        for (chosen, others), said in alike.items():
            titles = [self.library.document(i).title for i in others]
            yield messages.also_in(
                self.library.document(chosen).title, list(dict.fromkeys(said)), titles
            )

    def _refuse(self, turn: Turn, text: str) -> Answer:
        keys = [e.key for e in turn.evidence]
        return plain_answer(
            turn, Status.NO_SUCH_CLAUSE, text, nearest=nearest_clauses(self.library, keys)
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the question itself names, not the one before that it follows up."""

    clauses: tuple[ClauseMention, ...]
    missing: tuple[MissingClause, ...]
    foreign: tuple[ForeignTitle, ...]
    words: int
    """Content characters besides addresses and what is asked for."""


def _own(turn: Turn, understanding: Understanding) -> _Asked:
    """A follow-up without a number of its own asks on about the clause before (由谁负责？)."""
    text, found = understanding.text, understanding.addresses
    start = max(0, text.rfind(turn.asked))
    own = tuple(m for m in found.clause_mentions if m.end > start)
    missing = tuple(m for m in found.missing if m.end > start)
    foreign = tuple(f for f in found.foreign_titles if f.end > start and f.addressed)
    titles = [(f.start, f.end) for f in found.foreign_titles]
    runs = content_runs(text, [*understanding.taken, *found.spans, *titles, (0, start)])
    words = sum(len(run) for run in runs)
    if start and not (own or missing or foreign) and words <= 1:
        own = found.clause_mentions
    return _Asked(own, missing, foreign, words)


def _unread(understanding: Understanding) -> ForeignTitle | None:
    """A title in 《》 that is no document of the corpus, where no other document is named."""
    if understanding.documents:
        return None
    return next(iter(understanding.addresses.foreign_titles), None)


def _wants_text(understanding: Understanding, words: int) -> bool:
    """Whether the clause itself is wanted rather than something that it says."""
    if _VERBATIM.search(understanding.text):
        return True
    counted = {Asked.COUNT, Asked.QUANTITY} if understanding.asks(Asked.LIST) else set()
    if understanding.asks(*(k for k in _FACTS if k not in counted)):
        return False  # 包括几条，分别是什么: the list tells their number as well
    if words <= 1 or understanding.asks(Asked.CLAUSE_TEXT, Asked.LIST):
        return True
    return not understanding.kinds and words <= _FEW_WORDS


def _key(choice: Choice) -> ClauseKey:
    return (choice.ref.document_id, choice.ref.ordinal)

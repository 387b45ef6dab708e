"""Clause look-ups: 第二十一条原文, 运城规划第七部分（三）: the clause itself, word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.library import ClauseKey, Library
from assistant.models import Answer, Draft, Statement, Status, Support, Turn
from assistant.understanding.concepts import content_runs
from assistant.understanding.kinds import Asked
from assistant.understanding.question import Understanding

_TITLE = re.compile(r"《([^》]{4,60})》")
_CLAUSE_OF = re.compile(r"第[一二三四五六七八九十百\d]+(?:条|章|部分|款|项|节)")
LONGEST = 3000
_FEW_WORDS = 6


@dataclass(frozen=True)
class LookUpClause:
    """Drafts the named clause verbatim; ends the turn where there is no such clause."""

    library: Library

    def __call__(self, turn: Turn) -> Turn | Answer:
        understanding = turn.understanding
        assert understanding is not None
        foreign = self._foreign_title(understanding)
        if foreign and (
            understanding.asks(Asked.CLAUSE_TEXT) or _CLAUSE_OF.search(understanding.text)
        ):
            return self._refuse(turn, messages.document_not_held(foreign))
        found = understanding.addresses
        if found.missing:
            missing = found.missing[0]
            title = (
                self.library.document(missing.document_id).title
                if missing.document_id
                else "已收录文件"
            )
            return self._refuse(turn, messages.no_such_clause(title, missing.text))
        if not found.clauses or not self._wants_text(understanding):
            return turn
        key = self._chosen(turn, found.clauses)
        return replace(turn, draft=self._draft(key)).noting(
            "look_up", address=self.library.clause(key).address
        )

    def _wants_text(self, understanding: Understanding) -> bool:
        if understanding.asks(Asked.BODY, Asked.COUNT, Asked.AMOUNT, Asked.RATE, Asked.CONTACT):
            return False
        if understanding.asks(Asked.CLAUSE_TEXT, Asked.LIST):
            return True
        left = content_runs(understanding.text, understanding.addresses.spans)
        return sum(len(run) for run in left) <= _FEW_WORDS

    def _chosen(self, turn: Turn, clauses: tuple[ClauseKey, ...]) -> ClauseKey:
        rank = {e.key: i for i, e in enumerate(turn.evidence)}
        if turn.understanding and turn.understanding.documents:
            return clauses[0]
        return min(clauses, key=lambda k: (rank.get(k, len(rank)), clauses.index(k)))

    def _draft(self, key: ClauseKey) -> Draft:
        parsed = self.library.parsed(key[0])
        root = parsed.clauses[key[1]]
        statements: list[Statement] = []
        used = 0
        stack = [root.ordinal]
        while stack:
            clause = parsed.clauses[stack.pop()]
            stack.extend(reversed(clause.children))
            text = parsed.text[clause.start : clause.own_end]
            start = clause.start + len(text) - len(text.lstrip())
            end = clause.own_end - (len(text) - len(text.rstrip()))
            if end <= start:
                continue
            used += end - start
            if used > LONGEST and statements:
                # Too long to read in a chat: headings from here on, each still cited.
                end = min(end, max(clause.body, start + 1))
            statements.append(
                Statement(
                    parsed.text[start:end].strip(), (Support(key[0], clause.ordinal, start, end),)
                )
            )
        lead = statements[0]
        framed = replace(lead, text=f"{root.address}：\n{lead.text}")
        return Draft(Status.ANSWERED, (framed, *statements[1:]), composer="look_up")

    def _foreign_title(self, understanding: Understanding) -> str | None:
        """A 《title》 in the question that is no document of the corpus and no clause speaks of."""
        for match in _TITLE.finditer(understanding.text):
            if not any(
                s < match.end() and match.start() < e for s, e in understanding.addresses.spans
            ):
                return match[1]
        return None

    def _refuse(self, turn: Turn, text: str) -> Answer:
        keys = [e.key for e in turn.evidence]
        return plain_answer(
            turn, Status.NO_SUCH_CLAUSE, text, nearest=nearest_clauses(self.library, keys)
        )

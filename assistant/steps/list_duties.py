"""Complete lists by body (省科技厅牵头哪些条款), from the facts by exact filter, never from top-k."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant import messages
from assistant.library import Library
from assistant.models import Draft, Statement, Status, Support, Turn
from assistant.understanding.kinds import Asked
from assistant.understanding.question import Understanding
from corpus.bodies import canonical_body
from corpus.models import Responsibility

_WANTS_DUTIES = re.compile(
    r"条款|任务|活|职责|分工|负责|牵头|配合|参与|挑头|主管|承担|担着|条目|几条|几项|哪些条|哪几条|管哪|事项|台账|工作"
)
_LEAD = re.compile(r"牵头|挑头|领头|主抓|为主")
_JOIN = re.compile(r"配合|协助|参加")


@dataclass(frozen=True)
class ListDuties:
    """Drafts every clause in which the named body has a role."""

    library: Library

    def __call__(self, turn: Turn) -> Turn:
        understanding = turn.understanding
        assert understanding is not None
        if turn.draft or not self._applies(understanding):
            return turn
        bodies = {b.canonical for b in understanding.bodies}
        duties = [
            f
            for f in self._all(turn, understanding)
            if self._matches(f, bodies, understanding.text)
        ]
        if not duties:
            return turn
        statements = tuple(self._statement(f) for f in duties)
        head = replace(
            statements[0], text=f"{messages.list_count(len(duties))}：\n{statements[0].text}"
        )
        draft = Draft(
            Status.ANSWERED,
            (head, *statements[1:]),
            facts=tuple(_fact(f) for f in duties),
            composer="list_duties",
        )
        return replace(turn, draft=draft).noting(
            "list_duties", bodies=sorted(bodies), count=len(duties)
        )

    def _applies(self, understanding: Understanding) -> bool:
        return (
            bool(understanding.bodies)
            and understanding.asks(Asked.LIST, Asked.COUNT, Asked.PLACE, Asked.CLAUSE_TEXT)
            and bool(_WANTS_DUTIES.search(understanding.text))
        )

    def _all(self, turn: Turn, understanding: Understanding) -> list[Responsibility]:
        wanted = understanding.documents or turn.documents
        return [
            fact
            for parsed in self.library.corpus.documents
            if not wanted or parsed.document.id in wanted
            for fact in parsed.facts.responsibilities
        ]

    def _matches(self, fact: Responsibility, bodies: set[str], text: str) -> bool:
        if _LEAD.search(text):
            names = fact.lead + fact.single
        elif _JOIN.search(text):
            names = fact.join
        else:
            names = fact.lead + fact.join + fact.shared + fact.single
        return any(canonical_body(n) in bodies for n in names)

    def _statement(self, fact: Responsibility) -> Statement:
        clause = self.library.clause((fact.document_id, fact.clause))
        quote = fact.quote.strip("（）()。 ")
        heading = f"{clause.marker}{clause.title}" if clause.title else clause.address
        support = [Support(fact.document_id, fact.clause, fact.start, fact.end)]
        title_end = clause.body if clause.body > clause.start else clause.start
        if clause.title and title_end > clause.start:
            support.insert(0, Support(fact.document_id, fact.clause, clause.start, title_end))
        return Statement(f"{heading}：{quote}", tuple(support))


def _fact(fact: Responsibility) -> dict[str, object]:
    return {
        "kind": "responsibility",
        "document_id": fact.document_id,
        "address": fact.address,
        "quote": fact.quote,
        "lead": list(fact.lead),
        "join": list(fact.join),
        "shared": list(fact.shared),
        "single": list(fact.single),
        "notes": list(fact.notes),
    }

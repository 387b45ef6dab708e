"""Complete lists by body (省科技厅牵头哪些条款), from the facts by exact filter, never from top-k."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.library import ClauseKey, Library
from assistant.models import Answer, Draft, Status, Turn
from assistant.steps.asked_duties import (
    ANY,
    ROLES,
    AskedDuties,
    AskedDuty,
    Role,
    asked_duties,
)
from assistant.steps.duty_list import Duty, DutyWriter, as_row, wanted
from assistant.understanding.concepts import bigrams
from assistant.understanding.normalise import fold
from corpus.bodies.mentions import same_body
from corpus.bodies.predecessors import Renamed, predecessors, successors
from corpus.models import Document, Responsibility

_TOPIC_COVER = 0.6
_LONG_NAME = 7
"""Characters from which on a body is known without the place that its name begins with."""
_LEADS_NOTE = "文件注明列在第一位的为牵头单位："


@dataclass(frozen=True)
class ListDuties:
    """Drafts every clause in which the named body has the asked role, or says that none gives it one."""

    library: Library

    def __call__(self, turn: Turn) -> Turn | Answer:
        understanding = turn.understanding
        assert understanding is not None
        if turn.draft:
            return turn
        asked = self._asked(turn)
        if asked is None:
            return turn
        everything = self._all(turn)
        renamed = self._renamed(asked, everything)
        names = [self._names(duty, everything, renamed) for duty in asked.duties]
        if not any(names):
            return self._none(turn, asked)
        facts = self._about(asked, everything, names)
        beside = facts is None
        if facts is None:
            if not asked.plain:
                return turn
            facts = everything
        writer = DutyWriter(self.library)
        duties = self._chosen(asked, names, facts, exact=True)
        notices = [
            messages.renamed(
                r.printed, f"{r.change.name}→{r.change.successor}", r.change.basis, r.change.note
            )
            for r in renamed
        ]
        if not duties:
            duties = self._chosen(asked, names, facts, exact=False)
            if not duties:
                return turn
            notices.insert(0, writer.lacking(asked, duties))
            lacking = True
        else:
            lacking = False
            if not asked.together:
                notices = [*self._missing(asked, names, facts), *notices]
        if beside:
            notices.insert(0, messages.no_duties_about("、".join(asked.topic)))
        draft = Draft(
            Status.ANSWERED_PARTLY if beside else Status.ANSWERED,
            tuple(writer.statements(duties, asked, lacking)),
            facts=tuple(as_row(d.fact) for d in duties),
            notices=tuple(notices),
            composer="list_duties",
        )
        return replace(turn, draft=draft).noting(
            "list_duties", bodies=[d.body for d in asked.duties], count=len(duties)
        )

    @cached_property
    def _printed(self) -> tuple[str, ...]:
        """Names that the facts of the whole corpus print and that are no generic words."""
        names = {
            name
            for parsed in self.library.corpus.documents
            for fact in parsed.facts.responsibilities
            for role in ROLES
            for name in getattr(fact, role)
        }
        return tuple(sorted(name for name in names if not name.startswith(("各", "有关", "相关"))))

    def _asked(self, turn: Turn) -> AskedDuties | None:
        understanding = turn.understanding
        assert understanding is not None
        current = turn.asked
        for written, meant in understanding.corrections:
            current = current.replace(written, meant)
        # What was asked before, whatever the follow-up step made of it.
        behind = turn.follows and turn.asked != turn.standalone
        before = turn.history[-1].answer.standalone if behind else ""
        spans = [(s, e) for s, e, _ in self.library.addresses.resolve(current).document_spans]
        return asked_duties(current, before, self._printed, spans)

    def _all(self, turn: Turn) -> list[Responsibility]:
        understanding = turn.understanding
        assert understanding is not None
        allowed = understanding.documents or turn.documents
        return [
            fact
            for parsed in self.library.corpus.documents
            if (parsed.document.id in allowed if allowed else not _is_copy(parsed.document))
            and (turn.documents is None or parsed.document.id in turn.documents)
            for fact in parsed.facts.responsibilities
        ]

    def _about(
        self, asked: AskedDuties, facts: list[Responsibility], names: list[frozenset[str]]
    ) -> list[Responsibility] | None:
        """The facts about the asked matter; None where no task of the bodies is about it."""
        pairs = {p for run in asked.topic for p in bigrams(run) if self.library.knows(p)}
        if not pairs:
            return facts
        wanted = frozenset[str]().union(*names)
        close = [
            f
            for f in facts
            if wanted.intersection(_names_of(f)) and self._cover(pairs, f) >= _TOPIC_COVER
        ]
        return close or None

    def _cover(self, pairs: set[str], fact: Responsibility) -> float:
        haystack = self.library.haystack((fact.document_id, fact.clause))
        haystack = haystack.replace(fold(fact.quote), "")  # 省知识产权局 is no matter
        held = sum(self.library.idf(p) for p in pairs if p in haystack)
        return held / sum(self.library.idf(p) for p in pairs)

    def _renamed(self, asked: AskedDuties, facts: Iterable[Responsibility]) -> tuple[Renamed, ...]:
        printed = [
            (name, self.library.document(fact.document_id))
            for fact in facts
            for name in _names_of(fact)
        ]
        found: dict[str, Renamed] = {}
        for duty in asked.duties:
            direct = any(
                same_body(name, duty.body) for name in dict.fromkeys(n for n, _ in printed)
            )
            for renamed in predecessors(duty.body, printed):
                found[renamed.printed] = renamed
            for renamed in () if direct else successors(duty.body, printed):
                found[renamed.printed] = renamed
        return tuple(found.values())

    def _names(
        self, duty: AskedDuty, facts: Iterable[Responsibility], renamed: tuple[Renamed, ...]
    ) -> frozenset[str]:
        """Every printed name that means the asked body."""
        printed = dict.fromkeys(name for fact in facts for name in _names_of(fact))
        others = {
            r.printed
            for r in renamed
            if same_body(r.change.successor, duty.body) or same_body(r.change.name, duty.body)
        }
        return frozenset(
            n
            for n in printed
            if n in others
            or same_body(n, duty.body)
            # 综改示范区管委会 of 山西综改示范区管委会
            or (len(duty.body) >= _LONG_NAME and n.endswith(duty.body))
        )

    def _chosen(
        self,
        asked: AskedDuties,
        names: list[frozenset[str]],
        facts: Iterable[Responsibility],
        *,
        exact: bool,
    ) -> list[Duty]:
        """The duties by role; with `exact` only those in the roles that were asked for."""
        chosen = []
        for fact in facts:
            roles = [
                _role(fact, held, duty.roles if exact else ANY)
                for duty, held in zip(asked.duties, names, strict=True)
            ]
            given = [role for role in roles if role]
            if given and (len(given) == len(roles) or not asked.together):
                chosen.append(Duty(fact, given[0]))
        return sorted(chosen, key=lambda d: ROLES.index(d.role))

    def _missing(
        self, asked: AskedDuties, names: list[frozenset[str]], facts: list[Responsibility]
    ) -> list[str]:
        """Of several bodies those that have the asked role nowhere."""
        return [
            messages.lacks_role(wanted([duty]))
            if duty.roles != ANY
            else messages.no_duties(duty.body)
            for duty, held in zip(asked.duties, names, strict=True)
            if not any(_role(fact, held, duty.roles) for fact in facts)
        ]

    def _none(self, turn: Turn, asked: AskedDuties) -> Answer:
        bodies = "、".join(d.body for d in asked.duties)
        keys = [*self._mentions(turn, asked), *(e.key for e in turn.evidence)]
        return plain_answer(
            turn.noting("list_duties", bodies=bodies, count=0),
            Status.NOT_IN_CORPUS,
            messages.no_duties(bodies),
            nearest=nearest_clauses(self.library, keys),
        )

    def _mentions(self, turn: Turn, asked: AskedDuties) -> list[ClauseKey]:
        """Clauses that name the body without a task."""
        understanding = turn.understanding
        assert understanding is not None
        allowed = understanding.documents or turn.documents
        wanted = [fold(d.body) for d in asked.duties]
        return [
            (parsed.document.id, clause.ordinal)
            for parsed in self.library.corpus.documents
            if not allowed or parsed.document.id in allowed
            for clause in parsed.clauses
            if any(w in self.library.own((parsed.document.id, clause.ordinal)) for w in wanted)
        ]


def _names_of(fact: Responsibility) -> list[str]:
    return [name for role in ROLES for name in getattr(fact, role)]


def _role(fact: Responsibility, names: frozenset[str], wanted: frozenset[Role]) -> Role | None:
    """The first wanted role that the fact gives one of the names."""
    first = [n.removeprefix(_LEADS_NOTE) for n in fact.notes if n.startswith(_LEADS_NOTE)]
    for role in ROLES:
        held = [*getattr(fact, role), *(first if role == "lead" else ())]
        if role in wanted and names.intersection(held):
            return role
    return None


def _is_copy(document: Document) -> bool:
    return document.relation is not None and document.relation.kind in ("copy_of", "part_copy_of")

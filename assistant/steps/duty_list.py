"""How a list of duties is written: grouped by role, headings and printed roles word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import messages
from assistant.library import Library
from assistant.models import Statement, Support
from assistant.steps.asked_duties import ANY, ROLES, AskedDuties, AskedDuty, Role
from corpus.models import Responsibility


@dataclass(frozen=True, slots=True)
class Duty:
    """A responsibility and the role that it is listed under."""

    fact: Responsibility
    role: Role


@dataclass(frozen=True)
class DutyWriter:
    """Writes lists of duties."""

    library: Library

    def statements(self, duties: list[Duty], asked: AskedDuties, lacking: bool) -> list[Statement]:
        """The list; `lacking` tells that the asked role is not among the roles listed."""
        several = len({d.fact.document_id for d in duties}) > 1
        labelled = lacking or len({d.role for d in duties}) > 1 or asked.duties[0].roles == ANY
        statements = []
        for at, duty in enumerate(duties):
            statement = self._statement(duty.fact, several)
            head = ""
            if at == 0:
                head = f"{messages.list_count(len(duties))}：\n"
                if lacking:
                    head += f"{messages.none_in_role(wanted(asked.duties))}\n"
            if labelled and (at == 0 or duties[at - 1].role != duty.role):
                head += f"{messages.ROLE_LABELS[duty.role]}：\n"
            statements.append(replace(statement, text=head + statement.text))
        return statements

    def _statement(self, fact: Responsibility, several: bool) -> Statement:
        clause = self.library.clause((fact.document_id, fact.clause))
        quote = fact.quote.strip("（）()。 ")
        heading = f"{clause.marker}{clause.title}" if clause.title else clause.address
        if several and clause.title:
            heading = f"{clause.address}{clause.title}"
        support = [Support(fact.document_id, fact.clause, fact.start, fact.end)]
        title_end = clause.body if clause.body > clause.start else clause.start
        if clause.title and title_end > clause.start:
            support.insert(0, Support(fact.document_id, fact.clause, clause.start, title_end))
        return Statement(f"{heading}：{quote}", tuple(support))

    def lacking(self, asked: AskedDuties, duties: list[Duty]) -> str:
        """That the asked role is given nowhere, and how many duties there are in the others."""
        counts = [
            (messages.ROLE_LABELS[role], sum(d.role == role for d in duties)) for role in ROLES
        ]
        return messages.lacks_role(wanted(asked.duties), tuple(c for c in counts if c[1]))


def as_row(fact: Responsibility) -> dict[str, object]:
    """A responsibility as a fact of an answer."""
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


def wanted(duties: Sequence[AskedDuty]) -> str:
    """省科技厅牵头、省财政厅配合: the bodies with the roles that were asked for."""
    return "、".join(
        duty.body
        + "或".join(messages.ROLE_LABELS[r] for r in ROLES if r in duty.roles and duty.roles != ANY)
        for duty in duties
    )

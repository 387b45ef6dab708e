"""Facts by exact filter, each with the document that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from assistant.errors import LedgerError
from corpus.bodies.mentions import same_body
from corpus.bodies.predecessors import predecessors, successors
from corpus.bodies.successors import successor
from corpus.export import export_fact
from corpus.metadata.years import last_year
from corpus.models import Clause, Measure, ParsedDocument, Responsibility, Target
from corpus.regions import region_named

FactKind = Literal["responsibilities", "targets", "measures"]
Role = Literal["lead", "join", "shared", "single"]
Fact = Responsibility | Target | Measure

KINDS: tuple[FactKind, ...] = get_args(FactKind)
ROLES: tuple[Role, ...] = get_args(Role)
ROLE_NAMES: dict[Role, str] = {
    "lead": "牵头",
    "join": "配合",
    "shared": "按职责分工负责",
    "single": "负责",
}
_ROLE_WORDS: dict[str, Role] = {
    **{role: role for role in ROLES},
    **{name: role for role, name in ROLE_NAMES.items()},
    "分工": "shared",
    "分工负责": "shared",
    "参加": "join",
    "参与": "join",
}


@dataclass(frozen=True, slots=True)
class FactFilter:
    """What is asked for; None leaves open.

    body: a responsibility of the body, or a fact of a clause that the body answers for; former and
    present names are one. year: the deadline's of a target, the document's of any other fact.
    """

    body: str | None = None
    role: Role | None = None
    year: int | None = None
    region: str | None = None
    words: str | None = None
    """Stand in the quote of the fact or in its indicator."""


@dataclass(frozen=True, slots=True)
class Record:
    """A fact with the document and the clause that it stands in."""

    parsed: ParsedDocument
    fact: Fact

    @property
    def clause(self) -> Clause:
        return self.parsed.clauses[self.fact.clause]

    def row(self) -> dict[str, Any]:
        """The fact with every field, ready for JSON."""
        return export_fact(self.fact)


def check_kind(kind: str) -> FactKind:
    """The kind, or LedgerError."""
    for known in KINDS:
        if kind == known:
            return known
    raise LedgerError(f"没有“{kind}”这种台账，可选：{'、'.join(KINDS)}。")


def read_filter(
    *,
    body: str | None = None,
    role: str | None = None,
    year: int | None = None,
    region: str | None = None,
    words: str | None = None,
) -> FactFilter:
    """A filter out of what a user gave; LedgerError for an unknown role or region."""
    known = _ROLE_WORDS.get(role) if role else None
    if role and known is None:
        raise LedgerError(f"没有“{role}”这种角色，可选：牵头、配合、分工、负责。")
    place = region_named(region) if region else None
    if region and place is None:
        raise LedgerError(f"不认识地区“{region}”，请写省、市、县的名称，例如“山西省”“运城市”。")
    if year is not None and not 1949 <= year <= 2100:
        raise LedgerError(f"年份“{year}”不对，请写四位数的年份，例如 2025。")
    if body is not None and not body.strip():
        raise LedgerError("部门名称是空的，请写部门名称，例如“省科技厅”。")
    return FactFilter(
        body.strip() if body else None,
        known,
        year,
        place.name if place else None,
        words.strip() or None if words else None,
    )


def find_records(
    documents: Iterable[ParsedDocument], kind: FactKind, wanted: FactFilter | None = None
) -> list[Record]:
    """Every fact of a kind that fits, in the order of documents and clauses."""
    asked = wanted or FactFilter()
    return [
        Record(parsed, fact)
        for parsed in documents
        if asked.region is None or parsed.document.region == asked.region
        for fact in _facts(parsed, kind)
        if _of_year(parsed, fact, asked.year)
        and _of_body(parsed, fact, asked)
        and _with_words(fact, asked.words)
    ]


def _with_words(fact: Fact, words: str | None) -> bool:
    indicator = fact.indicator if isinstance(fact, Target) else ""
    return words is None or words in fact.quote.replace("\n", "") or words in indicator


def renamed(record: Record) -> list[str]:
    """What became of bodies that a responsibility prints under a former name, with the basis."""
    found = []
    if isinstance(record.fact, Responsibility):
        for name in bodies_of(record.fact):
            change = successor(name, record.parsed.document.region)
            if change:
                more = f"；{change.note}" if change.note else ""
                found.append(f"{name}：现为{change.successor}（{change.basis}{more}）")
    return found


def bodies_of(fact: Responsibility, role: Role | None = None) -> Iterator[str]:
    """The bodies of a responsibility as printed, of one role or of all."""
    for known in ROLES if role is None else (role,):
        yield from getattr(fact, known)


def _facts(parsed: ParsedDocument, kind: FactKind) -> tuple[Fact, ...]:
    facts: tuple[Fact, ...] = getattr(parsed.facts, kind)
    return facts


def _of_year(parsed: ParsedDocument, fact: Fact, year: int | None) -> bool:
    if year is None:
        return True
    if isinstance(fact, Target):
        return last_year(fact.deadline or "") == year
    return document_year(parsed) == year


def document_year(parsed: ParsedDocument) -> int | None:
    """The year of a document's date, else of its number."""
    document = parsed.document
    if document.date:
        return int(document.date[:4])
    match = re.search(r"〔((?:19|20)\d{2})〕", document.number or "")
    return int(match[1]) if match else None


def _of_body(parsed: ParsedDocument, fact: Fact, asked: FactFilter) -> bool:
    if asked.body is None and asked.role is None:
        return True
    if isinstance(fact, Responsibility):
        return _answers(parsed, fact, asked)
    return any(_answers(parsed, duty, asked) for duty in _duties_over(parsed, fact.clause))


def _duties_over(parsed: ParsedDocument, ordinal: int | None) -> Iterator[Responsibility]:
    """The responsibilities of a clause and of those that it stands in."""
    while ordinal is not None:
        for duty in parsed.facts.responsibilities:
            if duty.clause == ordinal:
                yield duty
        ordinal = parsed.clauses[ordinal].parent


def _answers(parsed: ParsedDocument, duty: Responsibility, asked: FactFilter) -> bool:
    names = list(bodies_of(duty, asked.role))
    if asked.body is None:
        return bool(names)
    if any(same_body(name, asked.body) for name in names):
        return True
    printed = [(name, parsed.document) for name in names]
    return bool(predecessors(asked.body, printed) or successors(asked.body, printed))

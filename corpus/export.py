"""A parsed document as the JSON that `zhengwen outline --json` prints."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from corpus.manifest import manifest_entry
from corpus.models import Clause, Measure, ParsedDocument, Passage, Responsibility, Target
from corpus.validity.held import Held
from corpus.validity.references import Reference, find_references
from corpus.validity.standing import NOTHING_ELSE, standing
from corpus.validity.terms import Term, find_terms, latest


def describe_document(
    parsed: ParsedDocument, as_of: date, held: Held = NOTHING_ELSE
) -> dict[str, Any]:
    """The manifest entry, and what the text says of its own force and of other documents.

    `cites` holds every document that is named and not forwarded, the lists behind it those that
    are carried out, forwarded, ended or changed. `held` are the documents beside it.
    """
    terms = find_terms(parsed)
    effective, expires = latest(terms, "effective"), latest(terms, "expires")
    period = latest(terms, "period") or expires
    references = find_references(parsed.text, parsed.document.title)
    stands = standing(parsed, as_of, held)
    return {
        **manifest_entry(parsed.document),
        "kind": parsed.document.kind,
        "effective": _iso(effective),
        "expires": _iso(expires),
        "period_months": period.months if period else None,
        "standing": {"as_of": as_of.isoformat(), **asdict(stands)},
        "cites": [_reference(r, held) for r in references if r.kind != "forwards"],
        **{
            kind: [_reference(r, held) for r in references if r.kind == kind]
            for kind in ("implements", "forwards", "repeals", "amends")
        },
    }


def export_document(parsed: ParsedDocument, as_of: date | None = None) -> dict[str, Any]:
    """Document, clean text, clauses, passages, facts and warnings, ready for json.dumps.

    The document itself (clause 0) is `document`, not a clause.
    """
    facts = parsed.facts
    return {
        "document": describe_document(parsed, as_of or date.today()),
        "text": parsed.text,
        "clauses": [export_clause(parsed, clause) for clause in parsed.clauses[1:]],
        "passages": [_passage(passage) for passage in parsed.passages],
        "facts": {
            "responsibilities": [export_fact(fact) for fact in facts.responsibilities],
            "targets": [export_fact(fact) for fact in facts.targets],
            "measures": [export_fact(fact) for fact in facts.measures],
        },
        "warnings": [asdict(warning) for warning in parsed.warnings],
    }


def export_clause(parsed: ParsedDocument, clause: Clause) -> dict[str, Any]:
    """A clause with all below it."""
    return {
        "address": clause.address,
        "marker": clause.marker,
        "title": clause.title,
        "level": clause.level,
        "path": list(clause.path),
        "text": parsed.clause_text(clause),
        "start": clause.start,
        "end": clause.end,
    }


def export_fact(fact: Responsibility | Target | Measure) -> dict[str, Any]:
    """A fact with every field, lists instead of tuples, without the clause's ordinal."""
    row = {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(fact).items()}
    del row["clause"]
    return row


def _iso(term: Term | None) -> str | None:
    return term.date.isoformat() if term and term.date else None


def _reference(reference: Reference, held: Held) -> dict[str, Any]:
    """A named document, with the id that it has here if it is held."""
    meant = held.find(reference)
    return {
        "title": reference.title,
        "number": reference.number,
        "document_id": meant.document.id if meant else None,
        "start": reference.start,
        "end": reference.end,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "id": passage.id,
        "address": passage.address,
        "text": passage.text,
        "embedded_text": passage.embedded_text,
        "start": passage.start,
        "end": passage.end,
    }

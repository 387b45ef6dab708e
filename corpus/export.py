"""A parsed document as the JSON that `zhengwen outline --json` prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from corpus.manifest import manifest_entry
from corpus.models import Clause, Measure, ParsedDocument, Passage, Responsibility, Target


def export_document(parsed: ParsedDocument) -> dict[str, Any]:
    """Document, clean text, clauses, passages, facts and warnings, ready for json.dumps.

    The document itself (clause 0) is `document`, not a clause.
    """
    facts = parsed.facts
    return {
        "document": manifest_entry(parsed.document),
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


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "id": passage.id,
        "address": passage.address,
        "text": passage.text,
        "embedded_text": passage.embedded_text,
        "start": passage.start,
        "end": passage.end,
    }

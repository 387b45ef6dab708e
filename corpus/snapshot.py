"""A parsed document as plain JSON data and back, without loss.

Plain dicts and lists, no validation: a snapshot is written and read by this program only, and an
index opens as fast as json can parse.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, TypeVar, cast

from corpus.models import (
    Clause,
    Document,
    Facts,
    Measure,
    ParsedDocument,
    Passage,
    Relation,
    Responsibility,
    Target,
    TextWarning,
)

_R = TypeVar("_R")


def to_snapshot(parsed: ParsedDocument) -> dict[str, Any]:
    """Only dicts, lists, strings, numbers and None: ready for json.dumps."""
    facts = parsed.facts
    return {
        "document": _document_row(parsed.document),
        "text": parsed.text,
        "source_offsets": [list(run) for run in parsed.source_offsets],
        "clauses": [_row(clause) for clause in parsed.clauses],
        "passages": [_row(passage) for passage in parsed.passages],
        "responsibilities": [_row(fact) for fact in facts.responsibilities],
        "targets": [_row(fact) for fact in facts.targets],
        "measures": [_row(fact) for fact in facts.measures],
        "warnings": [_row(warning) for warning in parsed.warnings],
    }


def from_snapshot(data: dict[str, Any]) -> ParsedDocument:
    """The parsed document that to_snapshot took apart."""
    return ParsedDocument(
        document=_document(data["document"]),
        text=data["text"],
        source_offsets=tuple((clean, source) for clean, source in data["source_offsets"]),
        clauses=_records(Clause, data["clauses"]),
        passages=_records(Passage, data["passages"]),
        facts=Facts(
            responsibilities=_records(Responsibility, data["responsibilities"]),
            targets=_records(Target, data["targets"]),
            measures=_records(Measure, data["measures"]),
        ),
        warnings=_records(TextWarning, data["warnings"]),
    )


def dumps_snapshot(parsed: ParsedDocument) -> str:
    """The snapshot as one line of JSON."""
    return json.dumps(to_snapshot(parsed), ensure_ascii=False, separators=(",", ":"))


def loads_snapshot(line: str) -> ParsedDocument:
    """The parsed document that dumps_snapshot wrote."""
    return from_snapshot(json.loads(line))


def _row(record: object) -> list[Any]:
    """A record's values in the order of its fields; tuples stay for json to write as lists."""
    names = [f.name for f in fields(cast(Any, record))]
    values = [getattr(record, name) for name in names]
    return [list(value) if isinstance(value, tuple) else value for value in values]


def _records(kind: type[_R], rows: list[list[Any]]) -> tuple[_R, ...]:
    return tuple(
        kind(*(tuple(value) if isinstance(value, list) else value for value in row)) for row in rows
    )


def _document_row(document: Document) -> dict[str, Any]:
    row = {f.name: getattr(document, f.name) for f in fields(document)}
    relation = document.relation
    row["relation"] = [relation.kind, relation.document_id] if relation else None
    row["short_titles"] = list(document.short_titles)
    return row


def _document(row: dict[str, Any]) -> Document:
    relation = Relation(*row["relation"]) if row["relation"] else None
    return Document(**{**row, "relation": relation, "short_titles": tuple(row["short_titles"])})

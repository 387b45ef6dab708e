"""An Answer as the plain JSON of the interface."""

from __future__ import annotations

from typing import Any

from assistant.labels import LABEL
from assistant.links import clause_in_api, clause_on_page
from assistant.messages import ORIGINAL_PREVAILS
from assistant.models import Answer, Citation, Nearest
from index.models import Hit, SearchResult


def citation_to_json(citation: Citation) -> dict[str, Any]:
    """A citation as clients see it."""
    return {
        "marker": citation.marker,
        "document_id": citation.document_id,
        "title": citation.title,
        "address": citation.address,
        "quote": citation.quote,
        "passage": citation.passage,
        "start": citation.start,
        "end": citation.end,
        "link": clause_on_page(citation.document_id, citation.clause),
        "api": clause_in_api(citation.document_id, citation.clause),
    }


def nearest_to_json(nearest: Nearest) -> dict[str, Any]:
    """A clause offered beside a refusal."""
    return {
        "document_id": nearest.document_id,
        "title": nearest.title,
        "address": nearest.address,
        "text": nearest.text,
        "link": clause_on_page(nearest.document_id, nearest.clause),
        "api": clause_in_api(nearest.document_id, nearest.clause),
    }


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """The body of POST /v1/answer and of `ask --json`."""
    return {
        "id": answer.id,
        "conversation_id": answer.conversation_id,
        "question": answer.question,
        "status": answer.status.value,
        "refused": answer.refused,
        "answer": answer.answer,
        "citations": [citation_to_json(c) for c in answer.citations],
        "facts": [dict(f) for f in answer.facts],
        "notices": list(answer.notices),
        "nearest": [nearest_to_json(n) for n in answer.nearest],
        "suggestions": list(answer.suggestions),
        "ai_generated": True,
        "label": LABEL,
        "notice": ORIGINAL_PREVAILS,
        "timings_ms": {name: round(value, 2) for name, value in answer.timings_ms.items()},
    }


def hit_to_json(hit: Hit) -> dict[str, Any]:
    """A passage with its scores."""
    return {
        "id": hit.passage.id,
        "document_id": hit.passage.document_id,
        "address": hit.passage.address,
        "text": hit.passage.text,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "score": round(hit.score, 4),
        "dense": round(hit.dense, 4),
        "lexical": round(hit.lexical, 4),
    }


def search_to_json(result: SearchResult) -> dict[str, Any]:
    """The body of POST /v1/search and of `search --json`."""
    return {
        "query": result.query,
        "hits": [hit_to_json(hit) for hit in result.hits],
        "rejected": [hit_to_json(hit) for hit in result.rejected],
        "timings_ms": {name: round(value, 2) for name, value in result.timings_ms.items()},
    }

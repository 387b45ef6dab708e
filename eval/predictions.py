"""A prediction: what the assistant said to a case, a JSONL line."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.models import Answer, TraceEntry
from eval.jsonl import read_jsonl, require_unique

TRACE_LENGTH = 400


class CitedClause(BaseModel):
    """A citation with the text of the smallest clause that holds its quote."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    marker: int
    document_id: str
    address: str
    quote: str
    passage: str
    start: int
    end: int


class Prediction(BaseModel):
    """The answer to the judged turn."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    status: str
    refused: bool
    answer: str
    notices: list[str] = []
    citations: list[CitedClause] = []
    retrieved: list[str] = []
    """Passage texts as embedded, best first."""
    timings_ms: dict[str, float] = {}
    trace: list[str] = []
    """What each step noted, cut to TRACE_LENGTH characters."""


def from_answer(case_id: str, answer: Answer, elapsed_ms: float) -> Prediction:
    """The line for an answer; elapsed_ms is the judged turn's wall time."""
    return Prediction(
        id=case_id,
        status=answer.status.value,
        refused=answer.refused,
        answer=answer.answer,
        notices=list(answer.notices),
        citations=[
            CitedClause(
                marker=c.marker,
                document_id=c.document_id,
                address=c.address,
                quote=c.quote,
                passage=c.passage,
                start=c.start,
                end=c.end,
            )
            for c in answer.citations
        ],
        retrieved=[hit.passage.embedded_text for hit in answer.retrieved],
        timings_ms={k: round(v, 2) for k, v in {**answer.timings_ms, "wall": elapsed_ms}.items()},
        trace=[_noted(entry) for entry in answer.trace],
    )


def _noted(entry: TraceEntry) -> str:
    detail = json.dumps(dict(entry.detail), ensure_ascii=False, default=str)
    line = f"{entry.step} {detail}"
    return line if len(line) <= TRACE_LENGTH else f"{line[:TRACE_LENGTH]}…"


def read_predictions(path: Path) -> dict[str, Prediction]:
    """Predictions by case id; raises EvalError for bad lines and repeated ids."""
    predictions = read_jsonl(path, Prediction)
    require_unique(predictions, str(path))
    return {p.id: p for p in predictions}

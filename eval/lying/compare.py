"""The same cases without a chat model and with the lying one in front of the answers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel

from assistant.models import Answer
from assistant.service import Service
from assistant.settings import Settings
from eval.answers import Progress, predict
from eval.cases import Case
from eval.corpora import open_service
from eval.errors import EvalError
from eval.lying.server import endpoint, says
from eval.lying.speaker import FAITHFUL, Speaker, Told
from eval.predictions import Prediction
from eval.score import Score, score
from eval.tables import share, table

RESULTS = Path(__file__).parent.parent / "results" / "lying.json"
_UNSUPPORTED = ("unsupported_numbers", "unsupported_dates", "unsupported_names")
MOST_LOST = 0.01
"""How far right answers may fall behind the lying model."""


class AcceptedLie(BaseModel):
    """A changed statement that reached an answer, for somebody to read."""

    question: str
    kind: str
    statement: str
    address: str
    clause: str


@dataclass(frozen=True, slots=True)
class Side:
    """One run over the cases."""

    scored: Score
    wall_ms: Mapping[str, float]
    refused: float

    def figure(self, name: str) -> float:
        """A metric over all cases; 0 where no case counts."""
        return self.scored.total[name].value or 0.0

    @property
    def unsupported(self) -> int:
        """Numbers, dates and names of answers that no cited passage, address or turn holds."""
        return int(sum(self.figure(name) for name in _UNSUPPORTED))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both runs, and what became of what the model said."""

    without: Side
    lying: Side
    accepted: Mapping[str, int]
    """By kind of lie; "faithful" is none."""
    rejected: Mapping[str, int]
    """By reason."""
    rejected_kinds: Mapping[str, int]
    asked: tuple[str, ...]
    """Cases in which the model was asked to reword."""
    rephrased: Mapping[str, int]
    """What became of wordings for the search, by reason; "" where they were searched for."""
    lies: tuple[AcceptedLie, ...]

    @property
    def added_ms(self) -> dict[str, dict[str, float]]:
        """Wall time that the model adds to an answer: over all cases, and where it was asked."""
        added = {i: ms - self.without.wall_ms[i] for i, ms in self.lying.wall_ms.items()}
        return {
            "all": _percentiles(list(added.values())),
            "asked": _percentiles([added[i] for i in self.asked]),
        }

    @property
    def faults(self) -> list[str]:
        """A line for everything that a lying model must not bring about."""
        lines = []
        lost = self.without.figure("right") - self.lying.figure("right")
        if lost > MOST_LOST:
            lines.append(f"正确率下降 {lost:.3f}，超过 {MOST_LOST}")
        if self.lying.unsupported > self.without.unsupported:
            lines.append(f"无据的数字、日期或名称 {self.lying.unsupported} 处")
        return lines


class _Watched(Service):
    """Remembers the last answer with its trace."""

    last: Answer | None = None

    def answer(self, *args: Any, **named: Any) -> Answer:
        self.last = super().answer(*args, **named)
        return self.last


def compare(
    cases: Sequence[Case],
    kinds: Sequence[str],
    *,
    settings: Settings,
    rephrase: bool = False,
    corpus: Path | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Every case twice, a lie a request."""
    plain = settings.model_copy(update={"chat_model": None})
    speaker = Speaker(kinds)
    with endpoint(says(speaker)) as server:
        behind = settings.model_copy(
            update={
                "chat_model": "liar",
                "chat_base_url": server.url,
                "chat_rephrase": rephrase,
                "chat_tokens_per_hour": None,
            }
        )
        without, lying = _watched(plain, corpus), _watched(behind, corpus)
        first: dict[str, Prediction] = {}
        second: dict[str, Prediction] = {}
        outcomes: list[tuple[Told, str | None]] = []
        asked: list[str] = []
        rephrased: Counter[str] = Counter()
        for done, case in enumerate(cases, start=1):
            first[case.id] = predict(without, case)
            told = len(speaker.told)
            second[case.id] = predict(lying, case)
            details = {entry.step: entry.detail for entry in lying.last.trace} if lying.last else {}
            if "chat" in details and len(speaker.told) > told:
                asked.append(case.id)
                outcomes.append((speaker.told[-1], details["chat"]["fallback"]))
            if "rephrase" in details:
                rephrased[details["rephrase"]["fallback"] or ""] += 1
            if progress:
                progress(done, len(cases))
    return Comparison(
        _side(cases, first),
        _side(cases, second),
        Counter(told.kind for told, fallback in outcomes if fallback is None),
        Counter(_reason(fallback) for _, fallback in outcomes if fallback),
        Counter(told.kind for told, fallback in outcomes if fallback),
        tuple(asked),
        rephrased,
        tuple(
            lie
            for told, fallback in outcomes
            if fallback is None and told.kind != FAITHFUL
            for lie in _lies(told)
        ),
    )


def comparison_table(result: Comparison) -> str:
    """The Markdown tables."""
    header = (
        "",
        "数量",
        "正确",
        "应拒已拒",
        "误拒",
        "无据数字",
        "无据日期",
        "无据名称",
        "p50 ms",
        "p95 ms",
    )
    rows = [_row("不用模型", result.without), _row("说谎的模型", result.lying)]
    kinds = sorted({*result.accepted, *result.rejected_kinds})
    by_kind = [
        (kind, str(result.accepted.get(kind, 0)), str(result.rejected_kinds.get(kind, 0)))
        for kind in kinds
    ]
    reasons = [(reason, str(n)) for reason, n in Counter(result.rejected).most_common()]
    added, asked = result.added_ms["all"], result.added_ms["asked"]
    return "\n\n".join(
        [
            table(header, rows),
            f"每个答复多用 p50 {added['p50']:.1f} ms，p95 {added['p95']:.1f} ms；"
            f"其中问过模型的多用 p50 {asked['p50']:.1f} ms，p95 {asked['p95']:.1f} ms",
            table(("模型所说", "采用", "弃用"), by_kind),
            table(("弃用原因", "次数"), reasons),
        ]
    )


def write(result: Comparison) -> None:
    """The figures as JSON; raises EvalError."""
    content = {
        **{name: _figures(getattr(result, name)) for name in ("without", "lying")},
        "accepted": dict(result.accepted),
        "rejected": dict(result.rejected),
        "rejected_kinds": dict(result.rejected_kinds),
        "rephrased": dict(result.rephrased),
        "added_ms": result.added_ms,
    }
    try:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(
            json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )
    except OSError as error:
        raise EvalError(f"写不了评测结果（{error.strerror}）。请检查目录与磁盘。") from error


def _watched(settings: Settings, corpus: Path | None) -> _Watched:
    service = open_service(settings, corpus)
    return _Watched(
        service.assistant,
        service.conversations,
        max_question_chars=settings.max_question_chars,
    )


def _side(cases: Sequence[Case], predictions: Mapping[str, Prediction]) -> Side:
    return Side(
        score(cases, predictions),
        {i: p.timings_ms.get("wall", 0.0) for i, p in predictions.items()},
        float(np.mean([p.refused for p in predictions.values()])),
    )


def _lies(told: Told) -> list[AcceptedLie]:
    """The statements of a reply that are no sentence of a passage, or name the wrong one."""
    clauses = {p.id: p for p in told.seen.passages}
    return [
        AcceptedLie(
            question=told.seen.question,
            kind=told.kind,
            statement=text,
            address="；".join(clauses[i].address for i in ids),
            clause="\n".join(clauses[i].text for i in ids),
        )
        for text, ids in told.statements
        if not all(text in clauses[i].sentences for i in ids)
    ]


def _reason(fallback: str) -> str:
    """A reason without what it is about: verification removed: number."""
    head, colon, rest = fallback.partition(": ")
    return f"{head}: {rest.split(' ')[0]}" if colon else head


def _percentiles(values: Sequence[float]) -> dict[str, float]:
    return {f"p{q}": round(float(np.percentile(values or [0.0], q)), 1) for q in (50, 95)}


def _row(name: str, side: Side) -> tuple[str, ...]:
    times = _percentiles(list(side.wall_ms.values()))
    return (
        name,
        str(len(side.wall_ms)),
        share(side.figure("right")),
        share(side.figure("refused_unanswerable")),
        share(side.figure("refused_answerable")),
        *(str(int(side.figure(each))) for each in _UNSUPPORTED),
        f"{times['p50']:.1f}",
        f"{times['p95']:.1f}",
    )


def _figures(side: Side) -> dict[str, Any]:
    return {
        **{name: figure.value for name, figure in side.scored.total.items()},
        "refused": round(side.refused, 4),
        "wall_ms": _percentiles(list(side.wall_ms.values())),
        "wrong": [j.id for j in side.scored.judgements if not j.right],
    }

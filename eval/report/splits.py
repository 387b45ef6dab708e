"""What is written down about one set of cases."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from eval.cases import Case
from eval.figures import Figure
from eval.judge import Judgement
from eval.predictions import Prediction
from eval.results import figures_to_json
from eval.retrieval import OURS, Recall, recall_table, to_json
from eval.score import Score, interval_table, reasons, score_table

NOT_STEPS = ("total", "wall")


def split_figures(result: Score, recalls: Mapping[str, Recall]) -> dict[str, Figure]:
    """The figures that have bounds: all metrics, and our own recall by case."""
    figures = dict(result.total)
    if recalls:
        ours = recalls[OURS]
        for key, value in ours.by_case.items():
            figures[f"recall_{key}"] = Figure(value, None, None, ours.cases)
    return figures


def split_content(
    cases: Sequence[Case],
    predictions: Mapping[str, Prediction],
    result: Score,
    recalls: Mapping[str, Recall],
    *,
    show_cases: bool,
) -> dict[str, Any]:
    """As JSON. show_cases: wrong answers with question and reason, which only the development set may show."""
    content: dict[str, Any] = {
        "figures": figures_to_json(split_figures(result, recalls)),
        "by_kind": {kind: figures_to_json(f) for kind, f in result.by_kind.items()},
        "retrieval": to_json(recalls),
        "latency": latency(list(predictions.values())),
    }
    if show_cases:
        by_id = {case.id: case for case in cases}
        content["failures"] = [
            _failure(by_id[j.id], predictions[j.id], j)
            for j in result.judgements
            if not j.right or j.invented
        ]
    return content


def latency(predictions: Sequence[Prediction]) -> dict[str, Any]:
    """Milliseconds of judged turns: percentiles of the wall time, mean of each step."""
    walls = [p.timings_ms["wall"] for p in predictions if "wall" in p.timings_ms]
    if not walls:
        return {}
    steps: dict[str, float] = {}
    for prediction in predictions:
        for name, milliseconds in prediction.timings_ms.items():
            if name not in NOT_STEPS:
                steps[name] = steps.get(name, 0.0) + milliseconds
    return {
        **{f"p{q}": round(float(np.percentile(walls, q)), 1) for q in (50, 95)},
        "steps": {name: round(total / len(walls), 2) for name, total in steps.items()},
    }


def split_markdown(
    split: str, configuration: Mapping[str, Any], result: Score, recalls: Mapping[str, Recall]
) -> str:
    """The tables with what produced them."""
    parts = [
        f"# 评测结果：{split}",
        "由 `python -m eval report` 生成；指标的定义见 eval/data/README.md。",
        f"## 答复\n\n{score_table(result)}\n\n{interval_table(result.total)}",
    ]
    if recalls:
        parts.append(
            f"## 检索：依据召回率，按问题平均（括号内按依据组）\n\n{recall_table(recalls)}"
        )
    as_json = json.dumps(configuration, ensure_ascii=False, indent=2)
    parts.append(f"## 产生以上结果的配置\n\n```json\n{as_json}\n```")
    return "\n\n".join(parts) + "\n"


def _failure(case: Case, prediction: Prediction, j: Judgement) -> dict[str, Any]:
    return {
        "id": case.id,
        "kind": case.kind,
        "turns": case.turns,
        "expected": {
            "answerable": case.answerable,
            "must": case.must,
            "must_not": case.must_not,
            "evidence": [[f"{q.doc}：{q.quote}" for q in group] for group in case.evidence],
        },
        "note": case.note,
        "status": prediction.status,
        "answer": prediction.answer,
        "notices": prediction.notices,
        "citations": [
            {"marker": c.marker, "address": c.address, "quote": c.quote}
            for c in prediction.citations
        ],
        "reasons": reasons(case, j),
        "trace": prediction.trace,
    }

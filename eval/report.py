"""The whole evaluation of a split: results with the configuration that produced them.

Writes results/{split}.json and results/{split}.md; what falls behind baselines.toml is a drop.
"""

from __future__ import annotations

import hashlib
import json
import platform
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from assistant.settings import Settings
from corpus.models import Corpus
from eval.answers import Progress, predict_all
from eval.cases import read_cases
from eval.corpora import open_service, source_texts
from eval.errors import EvalError
from eval.predictions import Prediction
from eval.retrieval import OURS, compare, recall_table, to_json
from eval.score import score, score_table
from index.encode import build_encoder

HERE = Path(__file__).parent
RESULTS = HERE / "results"
EXPECTED = HERE / "baselines.toml"


def report(split: str, files: Sequence[Path], progress: Progress) -> tuple[str, list[str]]:
    """Run, write and compare; gives the Markdown and the drops, a line each."""
    cases = read_cases(files)
    settings = Settings.load()
    service = open_service(settings)
    encoder = build_encoder(settings.encoder, settings.model_folder)
    predictions = {p.id: p for p in predict_all(service, cases, progress)}
    result = score(cases, predictions)
    texts = list(source_texts(settings.documents).values())
    recalls = compare(cases, predictions, texts, encoder)
    figures = {
        **{f"recall_{k}": v for k, v in recalls[OURS].by_case.items()},
        **{k: v for k, v in asdict(result.total).items() if k != "cases"},
    }
    content = {
        "configuration": {
            "encoder": encoder.fingerprint,
            "chat_model": settings.chat_model,
            **_configuration(service.corpus, files),
        },
        "figures": figures,
        "by_kind": {kind: asdict(summary) for kind, summary in result.by_kind.items()},
        "retrieval": to_json(recalls),
        "answer_ms": _times(list(predictions.values())),
        "wrong": [j.id for j in result.judgements if not j.right],
    }
    text = _markdown(split, content, score_table(result), recall_table(recalls))
    _write(split, content, text)
    return text, drops(figures, expected(split))


def expected(split: str) -> dict[str, Any]:
    """Lowest and highest figures that are good enough: {"min": {…}, "max": {…}}."""
    try:
        return dict(tomllib.loads(EXPECTED.read_text(encoding="utf-8")).get(split, {}))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise EvalError(f"读不了 {EXPECTED.name}（{error}）。请修正该文件。") from error


def drops(figures: Mapping[str, float | None], bounds: Mapping[str, Any]) -> list[str]:
    """A line for every figure outside its bounds; an unknown name is an EvalError."""
    lines = []
    for side, words in (("min", "低于最低分"), ("max", "高于上限")):
        for name, bound in bounds.get(side, {}).items():
            if name not in figures:
                raise EvalError(f"{EXPECTED.name} 中没有这个指标：{name}。请改正名称。")
            value = figures[name]
            worse = value is None or (value < bound if side == "min" else value > bound)
            if worse:
                shown = "无数据" if value is None else f"{value:.3f}"
                lines.append(f"退步：{name} {shown}，{words} {bound}")
    return lines


def _configuration(corpus: Corpus, files: Sequence[Path]) -> dict[str, Any]:
    """What the figures depend on; no paths of this machine."""
    packages = ("zhengwen", "onnxruntime", "faiss-cpu", "numpy", "langchain-text-splitters")
    documents = [parsed.document for parsed in corpus.documents]
    return {
        "documents": {d.id: d.sha256 for d in documents},
        "cases": {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files},
        "python": platform.python_version(),
        "packages": {name: version(name) for name in packages},
    }


def _times(predictions: Sequence[Prediction]) -> dict[str, float]:
    walls = [p.timings_ms["wall"] for p in predictions if "wall" in p.timings_ms]
    if not walls:
        return {}
    return {f"p{q}": round(float(np.percentile(walls, q)), 1) for q in (50, 95)}


def _markdown(split: str, content: Mapping[str, Any], answers: str, retrieval: str) -> str:
    configuration = json.dumps(content["configuration"], ensure_ascii=False, indent=2)
    return (
        f"# 评测结果：{split}\n\n"
        "由 `python -m eval report` 生成；指标的定义见 eval/data/README.md。\n\n"
        f"## 答复\n\n{answers}\n\n"
        f"## 检索：依据召回率，按问题平均（括号内按依据组）\n\n{retrieval}\n\n"
        f"## 产生以上结果的配置\n\n```json\n{configuration}\n```\n"
    )


def _write(split: str, content: Mapping[str, Any], text: str) -> None:
    try:
        RESULTS.mkdir(exist_ok=True)
        as_json = json.dumps(content, ensure_ascii=False, indent=2, default=list) + "\n"
        (RESULTS / f"{split}.json").write_text(as_json, encoding="utf-8")
        (RESULTS / f"{split}.md").write_text(text, encoding="utf-8")
    except OSError as error:
        raise EvalError(f"写不了评测结果（{error.strerror}）。请检查目录与磁盘。") from error

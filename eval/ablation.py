"""The same questions with one part of the assistant left out: what does each part earn?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.assistant import Assistant
from assistant.chat_model.guarded import Complete
from assistant.conversation import MemoryConversations
from assistant.service import Service
from assistant.settings import Settings
from assistant.understanding.lexicon import Lexicon
from corpus.models import Corpus, Facts
from eval.answers import Progress, predict_all
from eval.cases import Case
from eval.figures import Figure, mean_of
from eval.judge import judge
from eval.metrics import METRICS, Figures, summarise
from eval.predictions import Prediction
from eval.results import figures_to_json
from eval.retrieval import measure
from eval.score import interval
from eval.tables import share, table
from index.search import Index

FULL, NO_LEXICON, DENSE, LEXICAL, NO_FACTS, CHAT = (
    "完整",
    "无词表",
    "只按语义",
    "只按字词",
    "无台账",
    "加对话模型",
)


@dataclass(frozen=True, slots=True)
class Variant:
    """The assistant with something left out, beside the full one."""

    name: str
    figures: Figures
    recall_at_5: float
    difference: Figure
    """Right minus the full one's, case by case."""
    lost: tuple[str, ...]
    """Cases that the full one gets right and this one does not."""


def variants(index: Index, complete: Complete | None = None) -> dict[str, Callable[[], Assistant]]:
    """Name to a builder, the full assistant first; with a chat model where there is one."""
    corpus, weight = index.corpus, index.dense_weight
    builders: dict[str, Callable[[], Assistant]] = {
        FULL: lambda: Assistant(index),
        NO_LEXICON: lambda: Assistant(index, lexicon=Lexicon({})),
        DENSE: lambda: Assistant(index.over(corpus, 1.0)),
        LEXICAL: lambda: Assistant(index.over(corpus, 0.0)),
        NO_FACTS: lambda: Assistant(index.over(without_facts(corpus), weight)),
    }
    if complete:
        builders[CHAT] = lambda: Assistant(index, complete)
    return builders


def without_facts(corpus: Corpus) -> Corpus:
    """The corpus with no responsibilities, targets or measures read out of it."""
    return Corpus(tuple(replace(parsed, facts=Facts()) for parsed in corpus.documents))


def ablate(
    cases: Sequence[Case],
    builders: Mapping[str, Callable[[], Assistant]],
    settings: Settings,
    progress: Progress | None = None,
) -> list[Variant]:
    """Every variant over all cases; the first is what the others are compared with."""
    compared: list[Variant] = []
    first: dict[str, bool] = {}
    for name, build in builders.items():
        service = Service(
            build(),
            MemoryConversations(settings.max_conversations, settings.max_exchanges),
            max_question_chars=settings.max_question_chars,
        )
        predictions = {p.id: p for p in predict_all(service, cases, progress)}
        variant, right = _variant(name, cases, predictions, first)
        first = first or right
        compared.append(variant)
    return compared


def ablation_content(compared: Sequence[Variant]) -> dict[str, Any]:
    """For the results file."""
    return {
        "variants": [
            {
                "name": v.name,
                "figures": figures_to_json(v.figures),
                "recall_@5": round(v.recall_at_5, 6),
                "difference": figures_to_json({"right": v.difference})["right"],
                "lost": len(v.lost),
            }
            for v in compared
        ]
    }


def ablation_table(compared: Sequence[Variant]) -> str:
    """The Markdown table: a row a variant, how many right answers it loses last."""
    names = (
        "right",
        "fact_recall",
        "citation_recall",
        "refused_unanswerable",
        "refused_answerable",
    )
    rows = [
        (
            v.name,
            *(share(v.figures[name].value) for name in names),
            share(v.recall_at_5),
            f"{v.difference.value:+.3f}（{interval(v.difference)}）",
            str(len(v.lost)),
        )
        for v in compared
    ]
    by_key = {metric.key: metric.name for metric in METRICS}
    header = ("变体", *(by_key[name] for name in names), "检索@5", "与完整之差（95% 区间）", "少对")
    return table(header, rows)


def _variant(
    name: str,
    cases: Sequence[Case],
    predictions: Mapping[str, Prediction],
    first: Mapping[str, bool],
) -> tuple[Variant, dict[str, bool]]:
    judged = [judge(case, predictions[case.id]) for case in cases]
    right = {j.id: j.right for j in judged}
    beside = first or right
    recall = measure(cases, {case_id: p.retrieved for case_id, p in predictions.items()})
    return (
        Variant(
            name=name,
            figures=summarise(judged),
            recall_at_5=recall.by_case["@5"],
            difference=mean_of(float(right[i]) - float(beside[i]) for i in right),
            lost=tuple(i for i in right if beside[i] and not right[i]),
        ),
        right,
    )

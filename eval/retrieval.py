"""Recall of evidence: ours beside the baselines, on the same questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean

from eval.baselines import RECIPES, retrieve
from eval.cases import Case
from eval.coverage import evidence_quotes, recall_at, recall_within
from eval.predictions import Prediction
from eval.tables import share, table
from eval.text import fold
from index.encode import Encoder

OURS = "政问"
DEPTHS = (1, 3, 5, 10)
CHARACTERS = 1500


@dataclass(frozen=True, slots=True)
class Recall:
    """Mean recall over answerable cases, of evidence groups and of whole cases.

    by_group weighs every group alike, by_case every case. Keys: "@1" … "@10", and "1500" for what
    stands in the first 1,500 characters.
    """

    cases: int
    groups: int
    by_group: Mapping[str, float]
    by_case: Mapping[str, float]


def measure(cases: Sequence[Case], retrieved: Mapping[str, Sequence[str]]) -> Recall:
    """Recall of the retrieved texts of each case id, best first; nothing retrieved finds nothing."""
    counted = [c for c in cases if c.answerable and c.evidence]
    found: dict[str, list[tuple[float, int]]] = {}
    for case in counted:
        groups = evidence_quotes(case)
        texts = [fold(text) for text in retrieved.get(case.id, ())]
        for k in DEPTHS:
            found.setdefault(f"@{k}", []).append((recall_at(groups, texts, k), len(groups)))
        within = recall_within(groups, texts, CHARACTERS)
        found.setdefault(f"{CHARACTERS}", []).append((within, len(groups)))
    total = sum(len(c.evidence) for c in counted)
    return Recall(
        cases=len(counted),
        groups=total,
        by_group={name: sum(r * n for r, n in rows) / total for name, rows in found.items()},
        by_case={name: fmean(r for r, _ in rows) for name, rows in found.items()},
    )


def compare(
    cases: Sequence[Case],
    predictions: Mapping[str, Prediction],
    texts: Sequence[str],
    encoder: Encoder,
) -> dict[str, Recall]:
    """Ours first, then every recipe over the source texts, on the answerable cases."""
    counted = [c for c in cases if c.answerable]
    recalls = {OURS: measure(counted, {name: p.retrieved for name, p in predictions.items()})}
    for recipe in RECIPES:
        found = retrieve(texts, counted, encoder, recipe, max(DEPTHS))
        by_id = {case.id: chunks for case, chunks in zip(counted, found, strict=True)}
        recalls[recipe.name] = measure(counted, by_id)
    return recalls


def recall_table(recalls: Mapping[str, Recall]) -> str:
    """The Markdown table: a row a method, the mean over questions first, over groups in brackets."""
    names = [*(f"@{k}" for k in DEPTHS), f"{CHARACTERS}"]
    rows = [
        (method, *(f"{share(r.by_case.get(n))}（{share(r.by_group.get(n))}）" for n in names))
        for method, r in recalls.items()
    ]
    return table(("方法", *names[:-1], f"{CHARACTERS} 字内"), rows)


def to_json(recalls: Mapping[str, Recall]) -> dict[str, object]:
    """For the results file."""
    return {method: asdict(recall) for method, recall in recalls.items()}

"""One question in several wordings: the answers should give the same facts and clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import fmean
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from eval.cases import Case, Quote, Text
from eval.figures import Figure, mean_of, share_of
from eval.jsonl import read_jsonl, require_unique
from eval.judge import judge
from eval.predictions import Prediction
from eval.prove import QuoteOf
from eval.score import interval
from eval.tables import share, table


class Paraphrases(BaseModel):
    """A question in several wordings, with the key of all of them."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    id: Text
    wordings: Annotated[list[Text], Field(min_length=2)]
    evidence: list[Annotated[list[Quote], Field(min_length=1)]]
    must: list[Annotated[list[Text], Field(min_length=1)]]
    note: str | None = None

    @property
    def cases(self) -> list[Case]:
        """A case a wording; the third of g7 has the id g7#3."""
        return [
            Case(
                id=f"{self.id}#{number}",
                turns=[wording],
                kind="paraphrase",
                answerable=True,
                evidence=self.evidence,
                must=self.must,
            )
            for number, wording in enumerate(self.wordings, start=1)
        ]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the answers to one question's wordings agree."""

    id: str
    right: tuple[bool, ...]
    same_clauses: float
    """Mean over pairs of the Jaccard index of the addresses cited; 0 where neither cites any."""
    same_facts: float
    """Share of pairs in which the same points of the key are found, and at least one."""


PARAPHRASE_METRICS = {
    "all_right": "五种问法全对",
    "right": "各问法答对",
    "same_clauses": "引用条款一致",
    "same_facts": "要点一致",
}


def read_paraphrases(paths: Sequence[Path]) -> list[Paraphrases]:
    """Raises EvalError for bad lines and repeated ids."""
    groups = [g for path in paths for g in read_jsonl(path, Paraphrases)]
    require_unique(groups, "同义问法")
    return groups


def agree(group: Paraphrases, predictions: Mapping[str, Prediction]) -> Agreement:
    """Hold the answers of one group against its key and against each other.

    predictions: by the ids of the group's cases; all must be there.
    """
    answers = [predictions[case.id] for case in group.cases]
    judged = [judge(case, answer) for case, answer in zip(group.cases, answers, strict=True)]
    addresses = [frozenset(c.address for c in answer.citations) for answer in answers]
    found = [
        frozenset() if j.refused else frozenset(range(j.must_groups)) - set(j.missing_must)
        for j in judged
    ]
    return Agreement(
        id=group.id,
        right=tuple(j.right for j in judged),
        same_clauses=fmean(_jaccard(a, b) for a, b in combinations(addresses, 2)),
        same_facts=fmean(bool(a) and a == b for a, b in combinations(found, 2)),
    )


def consistency(agreements: Sequence[Agreement]) -> dict[str, Figure]:
    """The figures over groups; pairs of one group hang together, so groups are what is drawn."""
    return {
        "all_right": share_of(all(a.right) for a in agreements),
        "right": mean_of(fmean(a.right) for a in agreements),
        "same_clauses": mean_of(a.same_clauses for a in agreements),
        "same_facts": mean_of(a.same_facts for a in agreements),
    }


def agreement_table(agreements: Sequence[Agreement]) -> str:
    """The figures and, a row a group, which wordings are right."""
    figures = consistency(agreements)
    head = [
        (name, share(figures[key].value), interval(figures[key]))
        for key, name in PARAPHRASE_METRICS.items()
    ]
    rows = [
        (
            a.id,
            "".join("✓" if r else "✗" for r in a.right),
            share(a.same_clauses),
            share(a.same_facts),
        )
        for a in agreements
    ]
    return (
        f"{table(('指标', '数值', '95% 区间'), head)}\n\n"
        f"{table(('组', '各问法', '引用条款一致', '要点一致'), rows)}"
    )


def paraphrase_quotes(groups: Iterable[Paraphrases]) -> Iterator[QuoteOf]:
    """Every quote of the keys, to be proved."""
    return ((g.id, a.doc, a.quote) for g in groups for group in g.evidence for a in group)


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0

"""The part of the evaluation that `make test` runs: the same few cases every time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from assistant.service import Service
from eval.answers import predict_all
from eval.cases import Case
from eval.errors import EvalError
from eval.score import score

DEV_CASES, HOSTILE_CASES = 60, 10
TOLERANCE = 1
"""Cases by which a count may be worse: ties in floating point differ between machines."""


def sample(cases: Sequence[Case], count: int) -> list[Case]:
    """So many cases, the same on every machine; a case that is added moves at most one out."""
    return sorted(cases, key=lambda case: hashlib.sha256(case.id.encode()).digest())[:count]


def wrong_counts(service: Service, dev: Sequence[Case], hostile: Sequence[Case]) -> dict[str, int]:
    """How many of the sampled cases are not right, and how much of the answers is invented."""
    counts = {}
    invented = 0
    for name, chosen in (
        ("dev", sample([c for c in dev if c.kind != "hostile"], DEV_CASES)),
        ("hostile", sample(hostile, HOSTILE_CASES)),
    ):
        judged = score(chosen, {p.id: p for p in predict_all(service, chosen)}).judgements
        counts[name] = sum(not j.right for j in judged)
        invented += sum(len(j.invented) for j in judged)
    return {**counts, "invented": invented}


def fallen(counts: Mapping[str, int], expected: Mapping[str, int]) -> list[str]:
    """A line for every count that is worse than expected by more than TOLERANCE.

    Nothing invented is tolerated. Raises EvalError when the expectations name other counts.
    """
    if counts.keys() != expected.keys():
        raise EvalError(f"[fast] 应写明 {'、'.join(counts)}，实际写的是 {'、'.join(expected)}。")
    return [
        f"退步：{name} 答错 {count}，预期 {expected[name]}"
        for name, count in counts.items()
        if count > expected[name] + (0 if name == "invented" else TOLERANCE)
    ]

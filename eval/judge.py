"""When an answer is right, and what is wrong with it where it is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from eval.cases import Case
from eval.coverage import evidence_quotes, uncovered
from eval.dates import unsupported_dates
from eval.names import unsupported_names
from eval.numbers import unsupported
from eval.predictions import Prediction
from eval.text import fold


@dataclass(frozen=True, slots=True)
class Judgement:
    """One case with its prediction, and why it is not right."""

    id: str
    kind: str
    answerable: bool
    right: bool
    refused: bool
    turns: int = 1
    must_groups: int = 0
    missing_must: tuple[int, ...] = ()
    """Positions of the groups that do not occur in the answer."""
    evidence_groups: int = 0
    missing_evidence: tuple[int, ...] = ()
    """Positions of the groups that no citation's passage holds."""
    found_must_not: tuple[str, ...] = ()
    cited: int = 0
    """Distinct passages that the answer cites."""
    supporting: int = 0
    """Those of them that hold an evidence group or a variant of a point that is asked for."""
    unsupported_numbers: tuple[str, ...] = ()
    """Numbers of the answer in no cited passage, address or user turn."""
    unsupported_dates: tuple[str, ...] = ()
    unsupported_names: tuple[str, ...] = ()
    """Bodies and document numbers."""

    @property
    def invented(self) -> tuple[str, ...]:
        """Everything the answer says that nothing it cites says."""
        return (*self.unsupported_numbers, *self.unsupported_dates, *self.unsupported_names)


def judge(case: Case, prediction: Prediction) -> Judgement:
    """Hold a prediction against its case."""
    answer = fold(prediction.answer)
    passages = list(dict.fromkeys(fold(c.passage) for c in prediction.citations))
    missing_evidence = uncovered(evidence_quotes(case), passages)
    missing_must = missing_points(case.must, answer)
    found_must_not = tuple(words for words in case.must_not if fold(words) in answer)
    if case.answerable:
        right = not (prediction.refused or missing_must or found_must_not or missing_evidence)
    else:
        right = prediction.refused and not found_must_not
    cited = ((c.passage, c.quote, c.address) for c in prediction.citations)
    sources = [*chain.from_iterable(cited), *case.turns]
    return Judgement(
        id=case.id,
        kind=case.kind,
        answerable=case.answerable,
        right=right,
        refused=prediction.refused,
        turns=len(case.turns),
        must_groups=len(case.must),
        missing_must=missing_must,
        evidence_groups=len(case.evidence),
        missing_evidence=missing_evidence,
        found_must_not=found_must_not,
        cited=len(passages),
        supporting=sum(_supports(passage, case) for passage in passages),
        unsupported_numbers=unsupported(prediction.answer, sources),
        unsupported_dates=unsupported_dates(prediction.answer, sources),
        unsupported_names=unsupported_names(prediction.answer, sources),
    )


def missing_points(must: Sequence[Sequence[str]], folded_answer: str) -> tuple[int, ...]:
    """Positions of the groups of which no variant occurs in the answer."""
    return tuple(
        i
        for i, variants in enumerate(must)
        if not any(fold(variant) in folded_answer for variant in variants)
    )


def _supports(passage: str, case: Case) -> bool:
    """Whether a folded passage holds an evidence quote or a variant of a point."""
    return any(
        words in passage
        for words in chain(
            chain.from_iterable(evidence_quotes(case)),
            (fold(variant) for variants in case.must for variant in variants),
        )
    )

"""Proof that the cases fit the documents: every quote stands in its document's source text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.cases import Case
from eval.tables import share, table
from eval.text import bigrams, fold

FEW_WORDS = 0.25
"""Below this share of its character bigrams in the clause, a question is in other words."""

QuoteOf = tuple[str, str, str]
"""Id of what quotes, document, quote."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found; no faults means that the cases hold."""

    faults: tuple[str, ...]
    cases: int
    by_kind: Mapping[str, int]
    answerable: int
    few_words: int
    """Answerable cases whose question shares few words with the clauses of its evidence."""


def prove(
    cases: Sequence[Case], sources: Mapping[str, str], clauses: Mapping[str, Sequence[str]]
) -> Proof:
    """Check the cases against the documents' source texts.

    sources: document id to the text as the file holds it. clauses: document id to the texts of its
    clauses, without those below them. Ids are unique and JSON is valid once cases are read.
    """
    folded = {name: fold(text) for name, text in sources.items()}
    folded_clauses = {name: [fold(c) for c in texts] for name, texts in clauses.items()}
    answerable = [c for c in cases if c.answerable]
    return Proof(
        faults=tuple(fault for case in cases for fault in _faults(case, folded)),
        cases=len(cases),
        by_kind=Counter(c.kind for c in cases),
        answerable=len(answerable),
        few_words=sum(shared_words(c, folded_clauses) < FEW_WORDS for c in answerable),
    )


def absent_quotes(quotes: Iterable[QuoteOf], sources: Mapping[str, str]) -> list[str]:
    """A fault for every quote that does not stand in its document's source text."""
    return _absent(quotes, {name: fold(text) for name, text in sources.items()})


def proof_table(proof: Proof) -> str:
    """The counts as a Markdown table, and how many questions are in other words."""
    rows = [(kind, str(n)) for kind, n in sorted(proof.by_kind.items())]
    few = f"{proof.few_words}/{proof.answerable}"
    ratio = share(proof.few_words / proof.answerable if proof.answerable else None)
    return (
        f"{table(('类别', '数量'), [*rows, ('合计', str(proof.cases))])}\n\n"
        f"与条款用词相近不到 {FEW_WORDS:.0%} 的可回答问题：{few}（{ratio}）；问题 {len(proof.faults)} 处"
    )


def shared_words(case: Case, folded_clauses: Mapping[str, Sequence[str]]) -> float:
    """Share of the question's character bigrams that occur in the clauses its evidence stands in.

    Where no single clause holds a quote, the quote stands for its clause.
    """
    asked = bigrams(case.question)
    if not asked:
        return 0.0
    said: set[str] = set()
    for group in case.evidence:
        for alternative in group:
            quote = fold(alternative.quote)
            holders = [c for c in folded_clauses.get(alternative.doc, ()) if quote in c]
            for text in holders or [quote]:
                said |= bigrams(text)
    return len(asked & said) / len(asked)


def _faults(case: Case, folded: Mapping[str, str]) -> list[str]:
    faults = []
    if case.answerable and not case.evidence:
        faults.append(f"{case.id}：可回答的问题没有 evidence")
    if not case.answerable and (case.evidence or case.must):
        faults.append(f"{case.id}：不可回答的问题有 evidence 或 must")
    if not case.question.strip():
        faults.append(f"{case.id}：最后一轮是空的")
    quotes = ((case.id, a.doc, a.quote) for group in case.evidence for a in group)
    return [*faults, *_absent(quotes, folded)]


def _absent(quotes: Iterable[QuoteOf], folded: Mapping[str, str]) -> list[str]:
    faults = []
    for name, document, quote in quotes:
        if document not in folded:
            faults.append(f"{name}：没有文件 {document}")
        elif fold(quote) not in folded[document]:
            faults.append(f"{name}：{document} 中没有“{quote}”")
    return faults

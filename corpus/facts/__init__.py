"""台账: responsibilities, targets and measures, read out of clauses by code."""

from __future__ import annotations

from corpus.facts.measures.find import find_measures
from corpus.facts.responsibilities.find import find_responsibilities
from corpus.facts.spans import Outline
from corpus.facts.targets.find import find_targets
from corpus.models import Clause, Document, Facts

__all__ = ["extract_facts"]


def extract_facts(document: Document, text: str, clauses: tuple[Clause, ...]) -> Facts:
    """Every fact of a document, in document order.

    text is the clean text that the clauses' offsets count; each quote is text[start:end].
    """
    outline = Outline(clauses)
    duties = find_responsibilities(document, text, outline)
    return Facts(
        responsibilities=duties,
        targets=find_targets(document, text, outline),
        measures=find_measures(document, text, outline, tuple((r.start, r.end) for r in duties)),
    )

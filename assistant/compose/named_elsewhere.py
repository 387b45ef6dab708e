"""Whether a figure is asked of a coined term that other clauses alone write (三元薪酬里…占几成)."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.evidence import Evidence
from assistant.library import Library
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.kinds import Asked, ask_spans
from assistant.understanding.normalise import fold, unquoted
from assistant.understanding.question import Understanding
from assistant.understanding.times import time_spans

_FIGURES = (Asked.AMOUNT, Asked.RATE, Asked.COUNT, Asked.QUANTITY)
_SHORTEST, _LONGEST = 3, 8
_HALF = 0.5


def is_named_elsewhere(primary: Evidence, understanding: Understanding, library: Library) -> bool:
    """Whether a figure is asked of a term that clauses set in quotation marks, and this one has not
    half of."""
    if not understanding.asks(*_FIGURES) or understanding.asserted:
        return False
    told = unquoted(library.haystack(primary.key))
    for term in _coined(fold(understanding.text), library):
        pairs = bigrams(term)
        if sum(pair in told for pair in pairs) < _HALF * len(pairs):
            return True
    return False


def _coined(text: str, library: Library) -> Iterator[str]:
    """The terms of a folded question that a clause sets in quotation marks, with them or without."""
    text = unquoted(text)
    # “十四五” says when.
    for run in content_runs(text, [*ask_spans(text), *time_spans(text)]):
        for start in range(len(run)):
            for end in range(start + _SHORTEST, min(len(run), start + _LONGEST) + 1):
                if library.clauses_with(f'"{run[start:end]}"'):
                    yield run[start:end]

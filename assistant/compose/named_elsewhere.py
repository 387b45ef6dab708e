"""Whether a figure is asked of a coined term that other clauses alone write (三元薪酬里…占几成)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.evidence import Evidence
from assistant.library import Library
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.kinds import Asked, ask_spans
from assistant.understanding.normalise import fold, unquoted
from assistant.understanding.question import Understanding
from assistant.understanding.times import time_spans

_FIGURES = (Asked.AMOUNT, Asked.RATE, Asked.COUNT, Asked.QUANTITY)
_AMONG_THEM = re.compile(
    r"[里中](?:头|面)?(?:一共|总共|都)?(?:有|含|包括)(?:多少|几)[个家名位项所]?的?(?:算|是|属于)?(?P<sort>[㐀-鿿]{2,6})[?？]?$"
)
_HAS_OF_THEM = re.compile(
    r"[里中](?:头|面)?(?:的)?(?P<part>[㐀-鿿]{2,8}?)占(?:了)?(?:多少|几)[个家名位项所][?？]?$"
)
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


def leaves_out_part(primary: Evidence, understanding: Understanding, library: Library) -> bool:
    """Whether it is asked how many of a sort there are in something, and the clause has no such sort.

    「358人的专家体系里有多少院士」 is not told by a clause that never says 院士.
    """
    asked = fold(understanding.text)
    own = library.own(primary.key)
    if part := _AMONG_THEM.search(asked):
        return not any(word in own for word in _wordings(part["sort"], understanding))
    if share := _HAS_OF_THEM.search(asked):
        words = map(re.escape, _wordings(share["part"], understanding))
        return re.search(rf"(?:{'|'.join(words)})[^,.;等]{{0,8}}\d", own) is None
    return False


def _wordings(said: str, understanding: Understanding) -> list[str]:
    """A word as it was said, its beginning, and what it is called officially."""
    official = [w for e in understanding.expansions if e.said in said for w in e.official]
    return [said[:2], *(fold(w)[:2] for w in official)]


def _coined(text: str, library: Library) -> Iterator[str]:
    """The terms of a folded question that a clause sets in quotation marks, with them or without."""
    text = unquoted(text)
    # “十四五” says when.
    for run in content_runs(text, [*ask_spans(text), *time_spans(text)]):
        for start in range(len(run)):
            for end in range(start + _SHORTEST, min(len(run), start + _LONGEST) + 1):
                if library.clauses_with(f'"{run[start:end]}"'):
                    yield run[start:end]

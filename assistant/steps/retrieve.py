"""Passages from the index, by meaning and by words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.compose.anchors import sides
from assistant.library import Library
from assistant.models import Turn
from assistant.understanding.normalise import is_english
from index.models import Hit

DEPTH = 50
DEEP = 400
PER_DOCUMENT = 12


@dataclass(frozen=True)
class Retrieve:
    """One search: the dense side sees the question, the lexical side also official wordings.

    A chat model's wording, where there is one, joins the lexical side.
    """

    library: Library

    def __call__(self, turn: Turn) -> Turn:
        understanding = turn.understanding
        assert understanding is not None
        official = " ".join(w for e in understanding.expansions for w in e.official)
        foreign = is_english(understanding.text) and official
        named = self._named(turn)
        result = self.library.index.search(
            understanding.text,
            DEEP if named else DEPTH,
            lexical_query=f"{understanding.text} {official} {turn.wording}".rstrip(),
            # Across languages the encoder's cosines are too flat to rank by.
            dense_query=official if foreign else None,
            documents=turn.documents,
        )
        result = replace(result, hits=tuple(_worth_weighing(result.hits, named)))
        return replace(turn, result=result).noting(
            "retrieve", top=[(h.passage.address, round(h.score, 3)) for h in result.hits[:5]]
        )

    def _named(self, turn: Turn) -> frozenset[str]:
        """Documents that the question is about by name or as a side of a comparison."""
        understanding = turn.understanding
        assert understanding is not None
        compared = sides(understanding, self.library)
        return understanding.documents.union(*(side.documents for side in compared))


def _worth_weighing(hits: Sequence[Hit], named: frozenset[str]) -> Iterator[Hit]:
    """The first hits, and the first of every named document however far down."""
    seen: Counter[str] = Counter()
    for rank, hit in enumerate(hits):
        document_id = hit.passage.document_id
        seen[document_id] += 1
        if rank < DEPTH or (document_id in named and seen[document_id] <= PER_DOCUMENT):
            yield hit

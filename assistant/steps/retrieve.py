"""Fourth step: passages from the index, by meaning and by words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.library import Library
from assistant.models import Turn

DEPTH = 60


@dataclass(frozen=True)
class Retrieve:
    """One search: the dense side sees the question, the lexical side also official wordings."""

    library: Library

    def __call__(self, turn: Turn) -> Turn:
        understanding = turn.understanding
        assert understanding is not None
        official = " ".join(w for e in understanding.expansions for w in e.official)
        result = self.library.index.search(
            understanding.text,
            DEPTH,
            lexical_query=f"{understanding.text} {official}",
            documents=turn.documents,
        )
        return replace(turn, result=result).noting(
            "retrieve", top=[(h.passage.address, round(h.score, 3)) for h in result.hits[:5]]
        )

"""Fourth step: passages from the index, by meaning and by words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.library import Library
from assistant.models import Turn

DEPTH = 60
_LETTER = re.compile(r"[A-Za-z]")
_CJK = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True)
class Retrieve:
    """One search: the dense side sees the question, the lexical side also official wordings."""

    library: Library

    def __call__(self, turn: Turn) -> Turn:
        understanding = turn.understanding
        assert understanding is not None
        official = " ".join(w for e in understanding.expansions for w in e.official)
        foreign = _is_english(understanding.text) and official
        result = self.library.index.search(
            understanding.text,
            DEPTH,
            lexical_query=f"{understanding.text} {official}",
            # Across languages the encoder's cosines are too flat to rank by.
            dense_query=official if foreign else None,
            documents=turn.documents,
        )
        return replace(turn, result=result).noting(
            "retrieve", top=[(h.passage.address, round(h.score, 3)) for h in result.hits[:5]]
        )


def _is_english(text: str) -> bool:
    return len(_LETTER.findall(text)) > 4 * len(_CJK.findall(text))

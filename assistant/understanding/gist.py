"""What a rambling question is about: without what it tells of its asker in words no document has."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.understanding.concepts import Concept
from assistant.understanding.kinds import asked_kinds

LONG = 40
"""Characters up to which a question is taken as a whole."""
FEWEST = 3
"""Clauses that a rambling question has at least."""
TOLD = 0.5
"""Share of a clause's weight that the documents must speak of, or it is beside the point."""
_CLAUSE = re.compile(r"[^，,。；;？?！!]+[，,。；;？?！!]*")


def gist(text: str, concepts: Sequence[Concept], held: Callable[[Concept], bool]) -> str:
    """A long question without the clauses that ask nothing and that no document could answer.

    held: whether the documents speak of a concept.
    """
    clauses = _CLAUSE.findall(text)
    if len(text) <= LONG or len(clauses) < FEWEST:
        return text
    kept = [c for c in clauses if asked_kinds(c) or _told(c, concepts, held) >= TOLD]
    return "".join(kept) if any(_told(c, concepts, held) >= TOLD for c in kept) else text


def _told(clause: str, concepts: Sequence[Concept], held: Callable[[Concept], bool]) -> float:
    said = {c.said: c for c in concepts if c.said in clause}.values()
    total = sum(c.weight for c in said)
    return sum(c.weight for c in said if held(c)) / total if total else 0.0

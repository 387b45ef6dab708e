"""Which evidence groups some texts cover. Pure functions over folded texts.

Evidence is a list of groups, all needed; a group is covered when the folded quote of one of its
alternatives lies within one folded text.
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.cases import Case
from eval.text import fold


def evidence_quotes(case: Case) -> list[list[str]]:
    """The folded quotes of every evidence group."""
    return [[fold(alternative.quote) for alternative in group] for group in case.evidence]


def uncovered(groups: Sequence[Sequence[str]], texts: Sequence[str]) -> tuple[int, ...]:
    """Positions of the groups of which no quote lies within one of the texts (all folded)."""
    return tuple(
        i
        for i, quotes in enumerate(groups)
        if not any(quote in text for quote in quotes for text in texts)
    )


def recall_at(groups: Sequence[Sequence[str]], retrieved: Sequence[str], k: int) -> float:
    """Share of evidence groups in the first k retrieved texts (all folded)."""
    return (len(groups) - len(uncovered(groups, retrieved[:k]))) / len(groups)


def recall_within(
    groups: Sequence[Sequence[str]], retrieved: Sequence[str], characters: int
) -> float:
    """Share of evidence groups in the first characters of the retrieved texts (all folded).

    The last text is cut where the budget ends: what a reader would see of it.
    """
    seen = []
    left = characters
    for text in retrieved:
        if left <= 0:
            break
        seen.append(text[:left])
        left -= len(text)
    return (len(groups) - len(uncovered(groups, seen))) / len(groups)

"""False premises: a figure that the asker takes for granted and the clause puts otherwise."""

from __future__ import annotations

from assistant.library import Library
from assistant.models import Statement
from assistant.understanding.figures import Figure, FigureKind, find_figures
from assistant.understanding.question import Understanding


def contradicted(lead: Statement, understanding: Understanding, library: Library) -> str | None:
    """The asker's figure that the leading statement's quote contradicts, as written; or None."""
    if not understanding.asserted:
        return None
    support = lead.supports[0]
    stated = find_figures(library.text(support.document_id, support.start, support.end))
    for figure in understanding.figures:
        alike = [f for f in stated if f.kind is figure.kind and f.unit == figure.unit]
        if alike and not any(_same(figure, other) for other in alike):
            return figure.text
    return None


def _same(one: Figure, other: Figure) -> bool:
    if one.kind is FigureKind.DATE:
        return one.text[:4] in other.text
    return one.value is None or one.value == other.value

"""The figures of the ledger that a clause states, and the years they are for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.library import ClauseKey, Library
from assistant.understanding.figures import FigureKind, find_figures
from assistant.understanding.times import years_in

FROM_NOW = {"去年": -1, "上年": -1, "今年": 0, "明年": 1, "次年": 1}
_NEXT = re.compile(r"下一步|明年|下一年|谋划")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the ledger: a target, a reported figure, or the amount of a measure."""

    document_id: str
    clause: int
    start: int
    end: int
    quote: str
    indicator: str
    subject: str
    unit: str
    kind: Literal["target", "progress", "measure"]
    deadline: str


def ledger_figures(key: ClauseKey, library: Library) -> list[Figure]:
    """Every figure that the facts of a clause hold."""
    figures = [
        Figure(
            t.document_id,
            t.clause,
            t.start,
            t.end,
            t.quote,
            t.indicator,
            t.subject or "",
            t.unit or "",
            t.kind,
            t.deadline or "",
        )
        for t in library.targets(key)
    ]
    for m in library.measures(key):
        stated = find_figures(m.amount) if m.amount else ()
        if stated:
            figures.append(
                Figure(
                    m.document_id,
                    m.clause,
                    m.start,
                    m.end,
                    m.quote,
                    f"{m.beneficiary or ''}{m.benefit}",
                    "".join(m.conditions),
                    stated[0].unit if stated[0].kind is not FigureKind.MONEY else "元",
                    "measure",
                    "",
                )
            )
    return figures


def figure_years(figure: Figure, library: Library) -> frozenset[str]:
    """The years that a figure is for; empty where the clause does not say.

    今年 and 明年 are counted from the year in which the document speaks; what stands under a
    heading of what is planned next is planned for the year that comes.
    """
    stated = figure.deadline or figure.quote
    away = next((years for word, years in FROM_NOW.items() if word in stated), None)
    now = library.spoken_in(figure.document_id)
    if away is not None and now is not None:
        return frozenset({str(now + away)})
    years = frozenset(years_in(stated))
    return years or planned_years((figure.document_id, figure.clause), library)


def planned_years(key: ClauseKey, library: Library) -> frozenset[str]:
    """The year that comes, for a clause under a heading of what is planned next; empty for others."""
    clause, now = library.clause(key), library.spoken_in(key[0])
    planned = any(_NEXT.search(heading) for heading in (*clause.path, clause.title or ""))
    return frozenset({str(now + 1)}) if planned and now else frozenset()


def is_still_to_come(years: Sequence[str], figure: Figure, library: Library) -> bool:
    """Whether every year asked about comes after the one that a figure's document speaks in."""
    now = library.spoken_in(figure.document_id)
    return now is not None and all(int(year) > now for year in years)

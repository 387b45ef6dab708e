"""Figures as an answer tells them: under an address, with a deadline, and with what they count."""

from __future__ import annotations

from assistant.compose.figures import FoundFigure
from assistant.compose.ledger_figures import Figure
from assistant.library import Library
from assistant.models import Statement, Support
from assistant.understanding.normalise import fold

SHORT_SENTENCE = 90
_STOPS = "，；：、。"


def figure_statement(found: FoundFigure, library: Library, *, whole: bool = False) -> Statement:
    """The figure with its deadline, under its clause's address.

    whole: its sentence is given uncut.
    """
    figure = found.figure
    clause = library.clause((figure.document_id, figure.clause))
    when, (start, end) = told(figure, library, whole=whole)
    text = library.text(figure.document_id, start, end).strip("，；。、 \n")
    return Statement(
        f"根据{clause.address}，{when}{text}。",
        (Support(figure.document_id, figure.clause, start, end),),
    )


def told(figure: Figure, library: Library, *, whole: bool = False) -> tuple[str, tuple[int, int]]:
    """The deadline to be said before a figure (到2020年，), or "", and the span that tells it.

    The whole sentence where it is short or where the figure alone would not say what it counts, or
    where that is asked for.
    """
    start, end = figure.start, figure.end
    sentence = next(
        (
            (s, e)
            for s, e in library.sentences((figure.document_id, figure.clause))
            if s <= start and end <= e
        ),
        None,
    )
    if sentence:
        short = sentence[1] - sentence[0] <= SHORT_SENTENCE
        unnamed = fold(figure.indicator) not in fold(figure.quote)
        if whole or short or (unnamed and figure.kind != "measure"):
            start, end = sentence
        elif figure.kind == "target":
            start = _with_subject(figure, library, sentence[0])
    text = library.text(figure.document_id, start, end)
    when = figure.deadline
    if not when or when in text or when.strip('到“”"末年') in text:
        when = ""
    elif figure.kind == "target" and when[0].isdigit():
        when = f"到{when}"
    return (f"{when}，" if when else ""), (start, end)


def _with_subject(figure: Figure, library: Library, first: int) -> int:
    """Where a figure starts with whose it is (每校 before 建设一个重点学科); first: its sentence's start."""
    before = library.text(figure.document_id, first, figure.start)
    segment = before[max(before.rfind(mark) for mark in _STOPS) + 1 :]
    at = segment.rfind(figure.subject) if figure.subject else -1
    return figure.start - len(segment) + at if at >= 0 else figure.start

"""Figures that a document sets or reports, one record each, with the deadline they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.facts.spans import Outline, Span, blank, sentences
from corpus.facts.targets.acceptance import Stand, standing
from corpus.facts.targets.figure import BRACKETED, Figure
from corpus.facts.targets.figures import read_segment
from corpus.facts.targets.levels import compares
from corpus.facts.targets.phrases import whose
from corpus.facts.targets.quantities import QUANTITY, without_names
from corpus.facts.targets.tense import Setting
from corpus.facts.targets.times import is_term, opening_year, since, time_in
from corpus.models import Clause, Document, Target

_HINT = re.compile(
    r"\d|翻|倍增|增长一倍|全覆盖|平均水平|先进水平|领先水平|[百千万一二两三四五六七八九十][家个项所名县大万亿]|分之|第[一二三四五六七八九十]"
)
_SEGMENT = re.compile(r"(?:[^，,；;：:]|(?<=\d)[,，](?=\d{3})|(?<=\d)[:：](?=\d))+")
_BRACKET = re.compile(r"[（(]([^（）()\n]*)[）)]")
_NOW = re.compile(r"(?:截至)?目前|已")
_WIDE = re.compile(r"[全我本]")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,3}[市县区]")
_SHARED = re.compile(r"全社会|全国")


@dataclass(slots=True)
class _Line:
    """What a line has said so far: it stands over what follows."""

    clause: Clause | None = None
    deadline: str | None = None
    subject: str | None = None
    term: str | None = None
    """「5年内，」 stands over all that is said up to the 。"""


def find_targets(document: Document, text: str, outline: Outline) -> tuple[Target, ...]:
    """All targets and reported figures, in document order."""
    setting = Setting(document, text, outline)
    masked = blank(without_names(text), outline.marker_spans(text), " ")
    found: list[Target] = []
    for start, end in _lines(masked):
        if _HINT.search(text, start, end):
            found += _in_line(document, text, masked, outline, setting, (start, end))
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _in_line(
    document: Document, text: str, masked: str, outline: Outline, setting: Setting, line: Span
) -> Iterator[Target]:
    said = _Line()
    at = line[0]
    for start, end in sentences(masked, *line):
        while start > line[0] and masked[start - 1] == "\x00":
            start -= 1  # 「每个乡镇建成1个站」 opens with words that are masked
        here = outline.smallest(start, min(start + 1, end))
        if said.clause is None or here.ordinal != said.clause.ordinal:
            said = _Line(here, setting.deadline(here))
        elif "。" in text[at:start]:
            said.subject = said.term = None
        elif said.subject and not _WIDE.match(said.subject):
            said.subject = None
        at = end
        for stand in _in_sentence(text, masked, (start, end), said):
            clause = outline.smallest(stand.figure.start, stand.figure.end)
            kind = standing(stand, clause, setting)
            if kind is None:
                continue
            figure = stand.figure
            yield Target(
                document_id=document.id,
                clause=clause.ordinal,
                address=clause.address,
                quote=text[figure.start : figure.end],
                start=figure.start,
                end=figure.end,
                indicator=figure.indicator,
                value=figure.value,
                unit=figure.unit,
                kind=kind,
                subject=figure.subject,
                comparator=figure.comparator,
                deadline=stand.deadline or (stand.dated if kind == "progress" else None),
                baseline=figure.baseline,
                notes=figure.notes,
                period=stand.period,
            )


def _in_sentence(text: str, masked: str, span: Span, said: _Line) -> list[Stand]:
    """The figures of a sentence with what stands over each; said takes what reaches further."""
    start, end = span
    sentence = masked[start:end]
    stands: list[Stand] = []
    previous: Figure | None = None
    topics: tuple[str, ...] = ()
    over = said.term or said.deadline
    dated = opening_year(text[start:end])
    for first, segment in _segments(sentence, start):
        printed = text[first : first + len(segment)]
        time = time_in(printed)
        deadline = time.printed if time else over
        if time and time.reach != "segment":
            over = time.printed
            if time.reach == "paragraph":
                said.deadline = time.printed
            elif is_term(time.printed):
                said.term = time.printed
        if from_year := since(printed):
            over = deadline = from_year
        said.subject = whose(printed.lstrip(" 、0123456789年月")) or said.subject
        if previous and stands and compares(segment):
            previous = replace(previous, baseline=printed.strip())
            stands[-1] = replace(stands[-1], figure=previous)
            continue
        fresh = read_segment(segment, text, first, previous, topics)
        topics = () if fresh else (*topics, segment)
        if printed.startswith(("目前", "截至目前")):
            dated = "目前"
        for figure in fresh:
            if deadline is None and stands and figure.notes and not _NOW.search(printed):
                deadline = stands[-1].deadline  # 「2020年投入9亿元，不到全国的1%」
            figure = _owned(figure, said)
            previous = previous if figure.part else figure
            stands.append(
                Stand(
                    figure,
                    deadline,
                    dated,
                    segment=text[first : figure.end],
                    behind=text[figure.end : first + len(segment)],
                    before=text[max(start, figure.start - 40) : figure.end + 12],
                    sentence=text[start:end],
                )
            )
    return stands


def _segments(sentence: str, offset: int) -> Iterator[tuple[int, str]]:
    """Text between commas with its place; brackets that hold figures follow the one they are in."""
    inner = [m.span(1) for m in _BRACKET.finditer(sentence) if QUANTITY.search(m[1])]
    flat = blank(sentence, ((first - 1, last + 1) for first, last in inner), BRACKETED)
    for match in _SEGMENT.finditer(flat):
        yield offset + match.start(), match[0]
        while inner and inner[0][0] <= match.end():
            for part in _SEGMENT.finditer(sentence, *inner.pop(0)):
                yield offset + part.start(), part[0]


def _owned(figure: Figure, said: _Line) -> Figure:
    """A region named once owns the figures that follow in its sentence; 全省 up to the 。."""
    if figure.subject is None:
        named = said.subject is None or _PLACE.match(figure.indicator)
        return figure if named else replace(figure, subject=said.subject)
    if not _SHARED.search(figure.subject) and not figure.subject.startswith("每"):
        said.subject = figure.subject
    return figure

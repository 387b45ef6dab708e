"""Figures that a document sets or reports, one record each, with the deadline they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from corpus.facts.figure import BRACKETED, Figure
from corpus.facts.figures import compares, read_segment
from corpus.facts.quantities import QUANTITY, without_names
from corpus.facts.spans import Outline, Span, blank, sentences
from corpus.facts.tense import Setting
from corpus.facts.times import time_in
from corpus.models import Clause, Document, Target

_HINT = re.compile(
    r"\d|翻|倍增|增长一倍|全覆盖|平均水平|先进水平|领先水平|[百千万一二两三四五六七八九十][家个项所]"
)
_FORWARD = re.compile(r"力争|争取|确保|努力|每年|年均|计划|预计|预期|目标")
_DONE = re.compile(
    r"已经|已(?=[\u4e00-\u9fff])|目前|截[至止]|现有|共有|拥有|去年|上年(?!度)|近年来|完成了|荣获|成功"
)
_SUPPORT = re.compile(
    r"给予|补助|补贴|资助|奖补|贴息|税率|税前|扣除|减按|免征|减征|减缴|退税|即征即退|支持比例|倾斜|工资总量|授信|最高\d|注册资本|罚款|处以|处\d|加收|报销"
)
_MAYBE_SUPPORT = re.compile(r"奖励|减免|收益|净收入|不超过\d|优惠|出资|分红")
"""Support only where no deadline stands over the figure: 获得国家科技奖励20项 may be a target."""
_SEGMENT = re.compile(r"(?:[^，,；;：:]|(?<=\d)[,，](?=\d{3})|(?<=\d):(?=\d))+")
_BRACKET = re.compile(r"[（(]([^（）()\n]*)[）)]")


def find_targets(document: Document, text: str, outline: Outline) -> tuple[Target, ...]:
    """All targets and reported figures, in document order."""
    setting = Setting(document, text, outline)
    masked = blank(without_names(text), outline.marker_spans(text), " ")
    found: list[Target] = []
    for start, end in _lines(masked):
        if _HINT.search(masked, start, end):
            found += _in_line(document, text, masked, outline, setting, (start, end))
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _in_line(
    document: Document,
    text: str,
    masked: str,
    outline: Outline,
    setting: Setting,
    line: Span,
) -> Iterator[Target]:
    clause: Clause | None = None
    over_paragraph: str | None = None
    for start, end in sentences(masked, *line):
        here = outline.smallest(start, min(start + 1, end))
        if clause is None or here.ordinal != clause.ordinal:
            clause, over_paragraph = here, setting.deadline(here)
        sentence = masked[start:end]
        figures: list[tuple[Figure, str | None]] = []
        previous: Figure | None = None
        topics: tuple[str, ...] = ()
        over_sentence = over_paragraph
        for first, segment in _segments(sentence, start):
            time = time_in(text[first : first + len(segment)])
            deadline = time.printed if time else over_sentence
            if time and time.reach != "segment":
                over_sentence = time.printed
                if time.reach == "paragraph":
                    over_paragraph = time.printed
            if previous and figures and compares(segment):
                previous = replace(previous, baseline=segment.strip())
                figures[-1] = (previous, figures[-1][1])
                continue
            fresh = read_segment(segment, text, first, previous, topics)
            for figure in fresh:
                figures.append((figure, deadline))
                previous = previous if figure.part else figure
            if not fresh:
                topics = (*topics, segment)
        yield from _accepted(document, text, sentence, start, figures, setting, outline)


def _segments(sentence: str, offset: int) -> Iterator[tuple[int, str]]:
    """Text between commas with its place; brackets that hold figures follow the one they are in."""
    inner = [m.span(1) for m in _BRACKET.finditer(sentence) if QUANTITY.search(m[1])]
    flat = blank(sentence, ((first - 1, last + 1) for first, last in inner), BRACKETED)
    for match in _SEGMENT.finditer(flat):
        yield offset + match.start(), match[0]
        while inner and inner[0][0] <= match.end():
            for part in _SEGMENT.finditer(sentence, *inner.pop(0)):
                yield offset + part.start(), part[0]


def _accepted(
    document: Document,
    text: str,
    sentence: str,
    start: int,
    figures: list[tuple[Figure, str | None]],
    setting: Setting,
    outline: Outline,
) -> Iterator[Target]:
    for figure, deadline in figures:
        clause = outline.smallest(figure.start, figure.end)
        tense = setting.tense(clause)
        done = tense == "done" or (
            tense == "open"
            and not setting.rules
            and bool(_DONE.search(sentence))
            and not _FORWARD.search(sentence)
        )
        kind: Literal["target", "progress"] = "progress" if done else "target"
        if kind == "target":
            around = text[max(start, figure.start - 40) : figure.end + 12]
            if _SUPPORT.search(around) or (deadline is None and _MAYBE_SUPPORT.search(around)):
                continue
            goal = deadline is not None or tense == "ahead"
            forward = goal or _FORWARD.search(sentence) is not None
            if figure.needs_goal and not goal:
                continue
            if figure.needs_forward and not forward:
                continue
            if setting.rules and not goal:
                continue
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
            deadline=deadline,
            baseline=figure.baseline,
            notes=figure.notes,
        )

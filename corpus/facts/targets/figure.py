"""A figure as it is printed, and the signs that stand for what was taken out of a text."""

from __future__ import annotations

from dataclasses import dataclass

BRACKETED = "\x02"
"""Stands where a bracket with figures was taken out of a segment."""
TIMED = "\x01"
"""Stands for each character of a time."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is printed, before anything is decided about it."""

    start: int
    end: int
    indicator: str
    value: str
    unit: str | None
    comparator: str | None = None
    subject: str | None = None
    baseline: str | None = None
    notes: tuple[str, ...] = ()
    verb: str = ""
    """What is done to the things counted (培训); a count that follows at once goes on from it."""
    part: bool = False
    """Part of the figure before it (其中): what follows goes on from that one."""
    needs_goal: bool = False
    """Only a target where a deadline or a heading 目标 stands over it."""
    needs_forward: bool = False
    """Only a target where the sentence looks ahead (力争, 每年)."""
    needs_report: bool = False
    """Only a figure where the sentence reports what is done: 与5家银行签约 is no goal."""
    done: bool = False
    """Something that is there already: 已建成的10个平台."""
    level: bool = False
    """Words instead of a quantity: 全覆盖, 全国平均水平."""
    threshold: bool = False
    """Says the least or the most that is allowed, as conditions do: 不低于10%."""

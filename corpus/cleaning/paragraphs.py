"""Which printed lines make up a paragraph.

Two kinds of source: in a wrapped one every printed line ends at the right margin, so a full line
goes on in the next; in the other kind a line is a paragraph unless a page break cut it.
"""

from __future__ import annotations

import re
from collections import Counter

from corpus.cleaning.lines import CLOSERS, SENTENCE_END, Line
from corpus.outline.markers import starts_with_marker

_ENDS = re.compile(
    rf"(?:[{SENTENCE_END}：:…]|(?<![\dA-Za-z.．])[.．])[{CLOSERS}]*$|[。！？；][{CLOSERS}]*$"
)
_OPENS_ALONE = re.compile(r"专栏\s*\d|[图表]\s*\d|注[：:]|抄送|联系人|联系电话")
_PROSE = re.compile(r"[，。,；]")
_SENTENCE_INSIDE = re.compile(r"[。；].{2,}$")
_COMMA = re.compile("[，,]")
_BRACKETS = re.compile("[（(《“【）)》”】]")
_TAIL = re.compile(r"[^。；：\s]{1,9}[。；]")
_FIGURE = re.compile(r"(?!(?:19|20)\d\d)\d+(?:\.\d+)?(?![\d\s])")
_NARROWEST, _WIDEST = 20, 60
"""Characters in a printed line of A4 or of a column."""
_CUT_LINE = 40
"""An unwrapped line shorter than this may be a heading; headings are not joined to what follows."""
_CUT_SHORT = 20
"""A longer line may go on in the next where that shows it, heading or not."""


def join_lines(lines: list[Line]) -> list[list[Line]]:
    """Group lines into paragraphs."""
    width = wrap_width(lines)
    blank_separates = _blank_separates(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line, width, blank_separates):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def wrap_width(lines: list[Line]) -> int | None:
    """Characters in a full printed line; None where lines are not wrapped."""
    lengths = Counter(len(line.text) for line in lines)
    total = sum(lengths.values())
    if total < 8:
        return None
    mode = max(lengths, key=lambda n: sum(lengths[k] for k in range(n - 1, n + 2)) * (n >= 12))
    near = sum(lengths[k] for k in range(mode - 3, mode + 5))
    longer = sum(count for length, count in lengths.items() if length > mode + 6)
    if mode < 12 or near < 0.5 * total or longer > 0.05 * total:
        return _right_margin(lines)
    cut = sum(
        1 for line in lines if abs(len(line.text) - mode) <= 3 and not _ENDS.search(line.text)
    )
    return mode if cut > 0.5 * near else None


def _right_margin(lines: list[Line]) -> int | None:
    """The width of a text of short paragraphs, known by its longest lines being cut sentences."""
    longest = sorted(len(line.text) for line in lines)[-1 - len(lines) // 50]
    if not _NARROWEST <= longest <= _WIDEST:
        return None
    near = [line for line in lines if longest - 2 <= len(line.text) <= longest + 2]
    beyond = sum(len(line.text) > longest + 2 for line in lines)
    cut = sum(not _ENDS.search(line.text) for line in near)
    enough = len(near) >= max(5, 0.08 * len(lines)) and beyond <= 0.02 * len(lines)
    return longest if enough and cut > 0.7 * len(near) else None


def _blank_separates(lines: list[Line]) -> bool:
    """Whether blank lines are rare enough to mean something."""
    blank = sum(line.blank_before for line in lines)
    return 0 < blank < 0.5 * len(lines)


def _goes_on(paragraph: list[Line], line: Line, width: int | None, blank_separates: bool) -> bool:
    last = paragraph[-1]
    if _OPENS_ALONE.match(line.text):
        return False
    ended = bool(_ENDS.search(last.text))
    if _closes_a_bracket(last.text, line.text):
        return True
    if starts_with_marker(line.text):
        return False
    if width is not None:
        full = len(last.text) >= width - 3
        if not full or line.indent >= 4:
            return False
        return not ended or not (blank_separates and line.blank_before)
    if ended:
        return _repeats_last_word(last.text, line.text)
    if line.indent >= 4:
        return False
    if len(last.text) > _CUT_LINE:
        return bool(_PROSE.search(last.text))
    return bool(_SENTENCE_INSIDE.search(last.text)) or _cut_short(last.text, line.text)


def _cut_short(above: str, below: str) -> bool:
    """Whether a line of prose lost its last word, or what it says of a figure, to the next line."""
    if len(above) <= _CUT_SHORT or not _PROSE.search(above):
        return False
    figure = _FIGURE.match(below) and len(_COMMA.findall(above)) > 1
    return bool(figure or _TAIL.fullmatch(below))


def _closes_a_bracket(above: str, below: str) -> bool:
    """Whether a line ends inside a bracket or title that the next line closes."""
    return _lowest_depth(below) < 0 < _depth(above) and len(above) > _CUT_SHORT


def _depth(text: str) -> int:
    """Brackets left open at the end of a line."""
    return sum(1 if mark in "（(《“【" else -1 for mark in _BRACKETS.findall(text))


def _lowest_depth(text: str) -> int:
    depth = lowest = 0
    for mark in _BRACKETS.findall(text):
        depth += 1 if mark in "（(《“【" else -1
        lowest = min(lowest, depth)
    return lowest


def _repeats_last_word(before: str, after: str) -> bool:
    """ "…综合服务平台。" / "台，推动…": a page break closed the sentence, the word came again."""
    word = re.match(r"([\u4e00-\u9fff]{1,3})，", after)
    return bool(word) and before.rstrip("。；.;").endswith(word[1]) if word else False

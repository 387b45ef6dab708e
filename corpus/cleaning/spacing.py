"""Spaces and sentence punctuation inside a paragraph."""

from __future__ import annotations

import re

from corpus.offsets import Edit, MappedText
from corpus.outline.markers import match_marker

HAN = "\u3400-\u9fff\uf900-\ufaff〇"
MARKS = "，。；：！？、（）“”‘’《》〈〉【】〔〕…—·％"
_GAP = re.compile(r"[ \t\u3000]+")
_WIDE = re.compile(f"[{HAN}{MARKS},;:()]")
_SENTENCE = re.compile(r"[，。；,;]")
_HAN_CHAR = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[a-z]{2,}")
_KEEPS_SPACE = {"bian", "zhang", "jie", "tiao"}


def tidy_spaces(text: MappedText) -> MappedText:
    """No spaces between Han characters or between Han and figures, in prose.

    A short line without sentence punctuation may be a table row, a name list or a title in two
    parts: there a space says something and one is kept.
    """
    edits: list[Edit] = []
    position = 0
    for line in text.text.split("\n"):
        if " " in line or "\t" in line or "\u3000" in line:
            edits.extend(_line_edits(line, position))
        position += len(line) + 1
    return text.edit(edits)


def _line_edits(line: str, offset: int) -> list[Edit]:
    prose = len(line) > 80 or bool(_SENTENCE.search(line))
    marker = match_marker(line)
    edits: list[Edit] = []
    for gap in _GAP.finditer(line):
        start, end = gap.span()
        keep = _keeps(line, start, end, prose)
        if marker and start < marker.end:
            keep = marker.kind in _KEEPS_SPACE and end == marker.end
        wanted = " " if keep else ""
        if line[start:end] != wanted:
            edits.append((offset + start, offset + end, wanted))
    return edits


def _keeps(line: str, start: int, end: int, prose: bool) -> bool:
    before, after = line[start - 1 : start], line[end : end + 1]
    if not before or not after:
        return False
    wide_before, wide_after = bool(_WIDE.match(before)), bool(_WIDE.match(after))
    if not wide_before and not wide_after:
        return True
    if not (wide_before and wide_after):
        # " and " between Han words is a stray word, not a figure: it stays visible.
        latin = _WORD.match(line, end) if wide_before else None
        ends_word = wide_after and before.isascii() and before.islower()
        return bool(latin) or (ends_word and line[max(0, start - 2) : start].islower())
    if prose:
        return False
    # "总　则" is one word set wide; "王某某 省长" and a title in two parts are not.
    lone_before = _alone(line, start - 1, -1)
    lone_after = _alone(line, end, 1)
    han = _HAN_CHAR.match(before) and _HAN_CHAR.match(after)
    two_words = bool(han) and not (lone_before and lone_after)
    return two_words or before in "”》" or after in "“《"


def _alone(line: str, index: int, step: int) -> bool:
    """Whether no Han character stands on the far side of this one."""
    beyond = index + step
    return beyond < 0 or beyond >= len(line) or not _HAN_CHAR.match(line[beyond])


_SAFE = f"[{HAN}{MARKS}]"
_COMMA = re.compile(rf"(?<={_SAFE})[,;:?!]|[,;?!](?={_SAFE})|(?<=[\d%])[,;](?=\n|\Z)")
_PAREN = re.compile(r"\(([^()（）\n]{0,200})\)")
_STOP = re.compile(rf"(?<=[{HAN}”’》）】])\.(?![.a-z])|(?<=%)\.(?![.\da-z])")
# "APP.鼓励" and "的1/3.在", but not the marker "1." at a line's or sentence's start.
_LATIN_STOP = re.compile(rf"([A-Za-z]|(?<=[^\n\s。；：\d])\d{{1,4}})\.(?=[{HAN}“《]|\n|\Z)")
_WIDE_OF = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}


def widen_punctuation(text: MappedText) -> MappedText:
    """ASCII punctuation between Han characters becomes what it stands for, "." where the document
    ends its sentences so; figures, web addresses and Latin text keep theirs."""
    flat = _PAREN.sub(_widen_paren, text.text)
    flat = _COMMA.sub(lambda m: _WIDE_OF[m[0]], flat)
    stops = len(_STOP.findall(flat))
    if stops >= 3 and stops >= flat.count("。"):
        flat = _LATIN_STOP.sub(r"\1。", _STOP.sub("。", flat))
    return text.with_text(flat)


def _widen_paren(match: re.Match[str]) -> str:
    inner = match[1]
    around = (
        match.string[max(0, match.start() - 1) : match.start()]
        + match.string[match.end() : match.end() + 1]
    )
    if _HAN_CHAR.search(inner) or re.search(_SAFE, around):
        return f"（{inner}）"
    return match[0]

"""From raw text to clean text: one line a paragraph, with a way back to every source character."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from corpus.cleaning.characters import fold_characters
from corpus.cleaning.contents import drop_contents
from corpus.cleaning.fragments import Repetition, find_repetitions
from corpus.cleaning.furniture import drop_furniture
from corpus.cleaning.lines import Line, split_lines
from corpus.cleaning.paragraphs import join_lines
from corpus.cleaning.spacing import tidy_spaces, widen_punctuation
from corpus.cleaning.suspicious import find_suspicious
from corpus.errors import ReadError
from corpus.models import TextWarning
from corpus.offsets import Edit, MappedText
from corpus.readers.plain import CONTROL

_CONTENT = re.compile(r"[\u3400-\u9fffA-Za-z]")


@dataclass(frozen=True, slots=True)
class CleanText:
    """Paragraphs separated by "\\n", with runs for corpus.offsets.source_offset."""

    text: str
    source_offsets: tuple[tuple[int, int], ...]
    warnings: tuple[TextWarning, ...]


def clean(raw: str) -> CleanText:
    """Undo what printing, paging and copying did to a text; keep its words.

    Raises ReadError if nothing but page marks or furniture is left.
    """
    folded = fold_characters(MappedText.of(raw))
    furniture = drop_furniture(split_lines(folded.text))
    contents = drop_contents(furniture.lines)
    paragraphs = join_lines(contents.lines)
    if not any(_CONTENT.search(line.text) for line in contents.lines):
        raise ReadError("文件里没有正文，只有页码或空白；若是扫描件，请先做文字识别（OCR）再添加。")
    repetitions = list(find_repetitions(paragraphs))
    text = widen_punctuation(tidy_spaces(_assemble(folded, paragraphs, repetitions)))
    warnings = [
        *(_repetition_warning(r, folded, text) for r in repetitions),
        *(
            TextWarning("contents_entry", f"目录中的“{e}”在正文里找不到，原样保留。")
            for e in contents.orphans
        ),
        *sorted(find_suspicious(text.text), key=lambda warning: warning.start or 0),
    ]
    controls = len(CONTROL.findall(raw))
    if controls:
        told = f"去掉了 {controls} 个控制字符，请核对原文有无缺字。"
        warnings.append(TextWarning("control_characters", told))
    if furniture.web:
        told = f"去掉了 {furniture.web} 行网站导航或页脚文字。"
        warnings.append(TextWarning("web_furniture", told))
    return CleanText(text.text, text.runs(), tuple(warnings))


def _repetition_warning(
    repetition: Repetition, before: MappedText, after: MappedText
) -> TextWarning:
    """Where the word now stands once, and that it stood there twice."""
    place = bisect_left(after.offsets, before.offsets[repetition.end])
    told = f"“{repetition.text}”在换页处印了两次，已删去断开的一处。"
    return TextWarning("repetition_removed", told, place, place + len(repetition.text))


def _assemble(
    text: MappedText, paragraphs: list[list[Line]], repetitions: list[Repetition]
) -> MappedText:
    """Cut everything between the kept lines down to a line end, a space or nothing."""
    torn = {repetition.end: repetition.start for repetition in repetitions}
    edits: list[Edit] = []
    position = 0
    for number, paragraph in enumerate(paragraphs):
        for index, line in enumerate(paragraph):
            glue = "\n" if number else ""
            if index:
                glue = _glue(text.text[position - 1], line.text[0])
            edits.append((position, line.start, glue))
            position = torn.get(line.end, line.end)
    edits.append((position, len(text.text), ""))
    return text.edit(edits)


def _glue(before: str, after: str) -> str:
    """Latin words that a line end parted need their space; Han characters do not."""
    return (
        " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""
    )

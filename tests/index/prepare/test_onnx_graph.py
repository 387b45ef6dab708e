from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

from index.prepare.onnx_graph import serving_graph
from tests.index.prepare.synthetic import sentence_embedding, weights


@pytest.mark.parametrize("ids", [[0, 2], [0, 5, 6, 7, 2], [0, 4, 8, 7, 7, 11, 10, 9, 6, 5, 4, 2]])
@pytest.mark.parametrize("seed", [0, 1])
def test_the_graph_computes_what_bert_is(seed: int, ids: list[int]) -> None:
    content = weights(seed)
    graph = serving_graph(content).SerializeToString()
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    (vectors,) = session.run(None, {"input_ids": np.array([ids], dtype=np.int64)})
    assert vectors.shape == (1, 64)
    assert np.linalg.norm(vectors) == pytest.approx(1, abs=1e-5)
    assert float(vectors[0] @ sentence_embedding(content, ids)) > 0.998

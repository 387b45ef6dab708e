"""The encoder that comes with the project: multilingual-e5-small on ONNX Runtime.

Texts are run one at a time, each on one thread, several threads side by side. Measured on two
shared cores that gives 54 passages/s against 38 to 45 with batches or with two threads on one
text, a query costs the same, nothing stalls when the machine is busy, and a vector depends on its
own text alone (the activations' scale is taken over a whole batch, so batches would leak).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from index.encode import Kind
from index.errors import ModelError
from index.model_folder import SERVING_MODEL, SERVING_TOKENIZER, read_marker
from index.unigram import UnigramTokenizer

MAX_TOKENS = 512
_MOST_THREADS = 8


class EmbeddedEncoder:
    """An Encoder over the folder that prepare_embedded_model fills."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        """threads: how many texts are encoded side by side; None takes the machine's cores."""
        marker = read_marker(folder)
        if marker is None:
            raise ModelError(
                f"{folder} 中没有准备好的内置模型。请先运行 make run 或 zhengwen index。"
            )
        self.fingerprint = f"embedded:{marker.digest[:16]}"
        self._threads = threads or min(_MOST_THREADS, os.cpu_count() or 1)
        self._tokenizer = UnigramTokenizer.load(folder / SERVING_TOKENIZER)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / SERVING_MODEL), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime raises its own, undocumented classes
            raise ModelError(f"内置模型 {folder} 无法载入。请删除该目录后重新准备模型。") from error
        self.dimension = int(self._session.get_outputs()[0].shape[1])

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        """Vectors of the texts, (len(texts), dimension); e5's prefixes are added here."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        if len(texts) == 1:
            vectors[0] = self._one(f"{kind}: {texts[0]}")
        elif texts:
            with ThreadPoolExecutor(self._threads) as pool:
                prefixed = (f"{kind}: {text}" for text in texts)
                for row, vector in enumerate(pool.map(self._one, prefixed)):
                    vectors[row] = vector
        return vectors

    def _one(self, text: str) -> NDArray[np.float32]:
        ids = np.array([self._tokenizer.ids(text, MAX_TOKENS)], dtype=np.int64)
        (vectors,) = self._session.run(None, {"input_ids": ids})
        vector: NDArray[np.float32] = vectors[0]
        return vector

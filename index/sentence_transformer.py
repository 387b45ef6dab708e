"""Any sentence-transformers model as the encoder, e.g. BAAI/bge-m3 or a fine-tuned folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encode import Kind
from index.errors import ModelError


class SentenceTransformerEncoder:
    """An Encoder over a model that sentence-transformers loads by name or folder.

    e5 models were trained with "query: " and "passage: " in front and rarely say so in their
    configuration; every other model is used with the prompts that it brings.
    """

    def __init__(self, name: str) -> None:
        """Loads the model, from the network only where the environment allows that."""
        self._model = _load(name)
        self.dimension = int(self._model.get_embedding_dimension())
        self._prefixes = prefixes(name, self._model.prompts)
        self.fingerprint = f"sentence-transformers:{name}:{self._weights_digest()}"

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        """Vectors of the texts, (len(texts), dimension), each of length 1."""
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        prefix = self._prefixes[kind]
        vectors = self._model.encode(
            [prefix + text for text in texts],
            prompt="",
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)

    def _weights_digest(self) -> str:
        """The beginning of every tensor: a folder's content can change under one name."""
        digest = hashlib.sha256(repr(self._prefixes).encode())
        for name, tensor in self._model.state_dict().items():
            digest.update(f"{name}{tuple(tensor.shape)}".encode())
            digest.update(tensor.flatten()[:64].float().numpy().tobytes())
        return digest.hexdigest()[:16]


def prefixes(name: str, prompts: dict[str, str]) -> dict[Kind, str]:
    if "e5" in Path(name).name.lower().replace("_", "-").split("-"):
        return {"query": "query: ", "passage": "passage: "}
    passage = next((prompts[key] for key in ("passage", "document") if prompts.get(key)), "")
    return {"query": prompts.get("query") or "", "passage": passage}


def _load(name: str) -> Any:
    from sentence_transformers import SentenceTransformer

    folder = Path(name)
    arguments: dict[str, Any] = {"device": "cpu"}
    if (folder / "prepared.json").is_file():
        # Our own folder has no pooler, which transformers would warn about.
        arguments["model_kwargs"] = {"add_pooling_layer": False}
    try:
        return _cached_or_fetched(SentenceTransformer, name, arguments)
    except Exception as error:  # hub, network, file and format errors have no common class
        raise ModelError(
            f"无法载入向量模型 {name}。请确认名称或目录正确；离线运行时请先把模型下载到本地目录，"
            "再把模型设为该目录，或改回 embedded（内置模型）。"
        ) from error


def _cached_or_fetched(load: Any, name: str, arguments: dict[str, Any]) -> Any:
    """A model that is on disk never waits for the network."""
    try:
        return load(name, local_files_only=True, **arguments)
    except OSError:
        if Path(name).exists():
            raise
        return load(name, **arguments)

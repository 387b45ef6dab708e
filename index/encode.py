"""The one door to every encoder: texts in, unit vectors out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError

Kind = Literal["query", "passage"]
EMBEDDED = "embedded"


class Encoder(Protocol):
    """Turns texts into vectors whose inner product is the cosine."""

    @property
    def fingerprint(self) -> str:
        """Equal for two encoders only when they give the same vectors."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        """Vectors of the texts, (len(texts), dimension), each of length 1."""


def build_encoder(choice: str, model_folder: Path) -> Encoder:
    """The encoder that a setting names.

    "embedded" is the encoder that comes with the project, prepared in model_folder; anything else
    is the name or the folder of a sentence-transformers model, e.g. "BAAI/bge-m3".
    Raises ModelError when the encoder cannot be loaded.
    """
    if choice == EMBEDDED:
        from index.embedded import EmbeddedEncoder

        return EmbeddedEncoder(model_folder)
    if choice.strip():
        from index.sentence_transformer import SentenceTransformerEncoder

        return SentenceTransformerEncoder(choice)
    raise ModelError(
        "没有指定向量模型。请把模型设为 embedded（内置模型），或写 sentence-transformers 模型的名称或目录。"
    )

"""What the figures depend on; no paths of this machine."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from assistant.settings import Settings
from corpus.models import Corpus
from index.encode import Encoder

PACKAGES = ("zhengwen", "onnxruntime", "faiss-cpu", "numpy", "langchain-text-splitters")


def configuration(
    settings: Settings, encoder: Encoder, corpus: Corpus, files: Sequence[Path]
) -> dict[str, Any]:
    """Encoder, chat model, digests of documents and cases, versions."""
    documents = [parsed.document for parsed in corpus.documents]
    return {
        "encoder": encoder.fingerprint,
        "chat_model": settings.chat_model,
        "documents": {d.id: d.sha256 for d in documents},
        "cases": {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files},
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
    }

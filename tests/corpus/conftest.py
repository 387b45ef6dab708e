"""The five real documents, parsed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.manifest import load_corpus
from corpus.models import Corpus

DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"


@pytest.fixture(scope="session")
def five_documents() -> Corpus:
    """The corpus that ships with the project."""
    return load_corpus(DOCUMENTS)

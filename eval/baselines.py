"""The LangChain tutorial's recipe over the same documents with the same encoder.

RecursiveCharacterTextSplitter as it comes, exact inner product instead of FAISS's flat index,
which is the same search. It sees the files as they are, as a TextLoader would hand them over, and
of a conversation all turns, as it has no way to resolve a follow-up question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eval.cases import Asked
from index.encode import Encoder


@dataclass(frozen=True, slots=True)
class Recipe:
    """A chunk size and overlap in characters."""

    size: int
    overlap: int

    @property
    def name(self) -> str:
        """What the tables call it."""
        return f"LangChain {self.size}/{self.overlap}"


RECIPES = (Recipe(1000, 200), Recipe(500, 50))


def split(texts: Sequence[str], recipe: Recipe) -> list[str]:
    """The chunks of all texts."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=recipe.size, chunk_overlap=recipe.overlap)
    return [chunk for text in texts for chunk in splitter.split_text(text)]


def retrieve(
    texts: Sequence[str], cases: Sequence[Asked], encoder: Encoder, recipe: Recipe, k: int
) -> list[list[str]]:
    """For every case the k nearest chunks, best first."""
    chunks = split(texts, recipe)
    vectors = encoder.encode(chunks, "passage")
    queries = encoder.encode([" ".join(case.turns) for case in cases], "query")
    best = np.argsort(-(queries @ vectors.T), axis=1, kind="stable")[:, :k]
    return [[chunks[i] for i in row] for row in best]

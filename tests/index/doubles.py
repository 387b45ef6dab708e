"""An encoder that can be computed by hand, and short invented policies to index."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.models import Corpus, Document, ParsedDocument
from corpus.parse import parse_document
from index.encode import Kind

VOUCHER = """关于发放创新券的通知

一、发放对象
注册在本市的小微企业可以申领创新券。每家企业每年最高10万元。
二、使用范围
创新券用于购买检测服务。不得用于购置设备。
"""
TALENT = """关于引进人才的若干措施

一、住房补贴
新引进的博士每月发放住房补贴3000元，连续发放三年。
二、子女入学
人才子女入学由市教育局统筹安排。
"""


class CharacterEncoder:
    """Counts characters into 64 boxes by code point; the kind makes no difference.

    Remembers what it was asked to encode.
    """

    dimension = 64

    def __init__(self, fingerprint: str = "characters:1") -> None:
        self.fingerprint = fingerprint
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        self.asked.extend(texts)
        counts = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for character in text:
                counts[row, ord(character) % self.dimension] += 1
        lengths = np.linalg.norm(counts, axis=1, keepdims=True)
        vectors: NDArray[np.float32] = counts / np.maximum(lengths, 1e-9)
        return vectors


def parsed(identity: str, raw: str) -> ParsedDocument:
    """An invented text, read as the corpus reads every text; its title is its first line."""
    title = raw.splitlines()[0]
    return parse_document(Document(id=identity, file=f"{identity}.txt", title=title), raw)


def corpus(**texts: str) -> Corpus:
    """A corpus of invented texts by document id."""
    return Corpus(tuple(parsed(identity, raw) for identity, raw in texts.items()))

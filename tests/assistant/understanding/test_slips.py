"""Characters swapped, doubled or lost."""

from __future__ import annotations

import pytest

from assistant.understanding.slips import SlipIndex
from assistant.understanding.words import CorpusWords

CORPUS = (
    "高新技术企业达到三千家",
    "高新技术企业认定",
    "认定高新技术企业",
    "科技型中小企业入库",
    "扶持科技型中小企业",
    "支持科技型中小企业",
)


def corrected(*runs: str) -> tuple[tuple[str, str], ...]:
    return SlipIndex(CorpusWords(CORPUS)).corrections(runs)


@pytest.mark.parametrize(
    ("run", "correction"),
    [
        ("科型技中小企业", ("科型技中", "科技型中")),
        ("高新新技术企业", ("高新新技术", "高新技术")),
        ("高新技企业", ("高新技企业", "高新技术企业")),
    ],
)
def test_a_slip_is_read_as_what_the_corpus_writes(run: str, correction: tuple[str, str]) -> None:
    assert corrected(run) == (correction,)


@pytest.mark.parametrize("run", ["高新技术企业", "扶持小企业", "企业技术", "养老企业", "高新"])
def test_what_may_be_meant_as_it_stands_is_left_alone(run: str) -> None:
    assert corrected(run) == ()

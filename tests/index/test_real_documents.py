"""The five documents of the corpus, found by the real encoder."""

from __future__ import annotations

import pytest

from index.search import Index

pytestmark = pytest.mark.slow

QUESTIONS = [
    ("小企业完成注册审核能领多少额度的创新券？", "即发放5万元创新券"),
    ("科研人员转化成果的收入，团队能分多少？", "科技成果转化净收入的70%以上"),
    ("公司不想开了，注销有没有便捷的办法", "全面实施企业简易注销登记改革"),
    ("高新企业的所得税率是多少", "减按15%的税率征收企业所得税"),
    ("运城的省级众创空间要建到多少家？", "建成省级众创空间20家"),
    ("科技特派员选派了多少人", "选派科技特派员889名"),
    ("创新失敗了，會不會追究企業家的責任？", "建立企业家容错纠错机制"),
]


@pytest.mark.parametrize(("question", "quote"), QUESTIONS)
def test_the_clause_that_answers_is_among_the_first_five(
    project_index: Index, question: str, quote: str
) -> None:
    found = [hit.passage.text for hit in project_index.search(question, 5).hits]
    assert any(quote in text for text in found), found


def test_every_sentence_span_lies_in_its_passage(project_index: Index) -> None:
    for hit in project_index.search("创新平台建设", 100).hits:
        for sentence in hit.sentences:
            assert hit.passage.start <= sentence.start < sentence.end <= hit.passage.end
            assert -1 <= sentence.score <= hit.dense + 1e-6

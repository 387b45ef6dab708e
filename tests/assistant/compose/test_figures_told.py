"""A figure is told with its deadline and with whose it is."""

from __future__ import annotations

from assistant.compose.figures_told import told
from assistant.compose.ledger_figures import ledger_figures
from assistant.library import Library
from corpus.models import Document
from tests.assistant.engine import index_of, parsed

LONG = (
    "对标省级工程，支持市域内本科院校和高职高专每校建设一个重点学科（专业），带动重点实验室（实训基地）和实训中心协同建设，"
    "培育重点创新团队，围绕打造的重点学科，聚焦“实现全省一流、全国领先”的目标，集中人力、财力等优势资源，进行集中突破，力争早日见效。"
)
TEXT = f"梅岭市创新规划\n\n一、主要任务\n（一）建设学科\n{LONG}\n（二）培育企业\n到2025年，全市高新技术企业达到300家。\n"


def test_whose_a_figure_is_and_by_when_is_told_with_it() -> None:
    document = Document(id="plan", file="p.txt", title="梅岭市创新规划")
    library = Library(index_of(parsed(document, TEXT)))
    said = [
        (when, library.text("plan", *span))
        for clause in library.parsed("plan").clauses
        for figure in ledger_figures(("plan", clause.ordinal), library)
        for when, span in [told(figure, library)]
    ]
    assert said == [
        ("", "每校建设一个重点学科（专业）"),
        ("", "到2025年，全市高新技术企业达到300家。"),
    ]

"""A term that counts is explained by its parts, not by standing in a list of its like."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.compose.explained import explains_terms
from corpus.models import Document
from tests.assistant.engine import index_of, parsed

LISTED = '开展以"三方帮扶、三层指导、三个百项、三项机制、三大支撑"为主要内容的"五个三"工程.'


@pytest.mark.parametrize(
    ("asked", "told", "explained"),
    [
        ("“三方帮扶”是指哪三方", LISTED, False),
        ("“五个三”指的是什么", LISTED, True),
        ("“五减”专项行动减的是哪五样", '开展"五减"专项行动、"一网通办"提速行动.', False),
        ("“五减”专项行动减的是哪五样", '开展"五减"(证、照、费、章、事)行动.', True),
        ("“三有”是指什么", '推动企业有机构、有人员、有资金的"三有"活动.', True),
        ("“十百千”里的十、百、千分别对应什么", '实施"十百千"计划,建立万名人才库.', False),
        ("“121”各代表什么", '实施"121"行动,认定10家企业、20个基地,建设1个市场.', True),
        ("“十四五”末要形成几个集群，都是哪些", '到"十四五"末,形成三个集群.', True),
        (
            "“三新”统计监测那一条由省司法厅牵头，实施办法里要明确、强化的是什么",
            "建立“三新”统计监测制度.",
            True,
        ),
        ("“三新”统计监测的三新是什么", '建立"三新"统计监测制度.', False),
        ("“五减”由哪个部门负责", '开展"五减"专项行动.', True),
        ("三无三可是指什么", '打造"三无""三可"环境.', False),
        (
            "“三个优化调整”是哪三个",
            '推进"三个优化调整".推动布局结构、学科学院和专业设置"三个调整优化".',
            True,
        ),
        ("“三个优化调整”是哪三个", '推进"三个优化调整".推动布局调整.', False),
    ],
)
def test_a_term_is_explained_where_its_parts_are_told(
    asked: str, told: str, explained: bool
) -> None:
    assert explains_terms(asked, told) is explained


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("急需人才目录里有哪些专业？", True),
        ("负面清单包括哪些行业？", True),
        ("急需人才目录多久编一次？", False),
        ("双创20条支持政策全文", True),
    ],
)
def test_a_document_that_is_only_named_is_not_told_of(question: str, refused: bool) -> None:
    text = (
        "梅岭市人才意见\n\n一、引进人才\n每年编制一次《梅岭市急需人才目录》。\n"
        "二、放宽准入\n出台更为详实的“负面清单”，消除体制弊端。\n"
        "三、支持双创\n落实好双创高质量发展20条支持政策。\n"
    )
    document = Document(id="opinion", file="o.txt", title="梅岭市人才意见", level="市")
    assert Assistant(index_of(parsed(document, text))).answer(question).refused is refused

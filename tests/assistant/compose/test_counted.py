"""A count of another thing is no answer to how many there are of the asked one."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.compose.counted import Counted, asked_to_count, counts
from assistant.library import Library
from assistant.models import Status
from corpus.models import Document
from tests.assistant.engine import index_of, parsed

PLAN = """株洲市科技创新规划

一、建设载体
（一）推动农业创新。重点建设醴陵、攸县两个省级现代农业产业示范区，打造一批精品农业科技示范基地。
（二）建设平台。到2025年，省级重点实验室达到5家，建成国家级高新技术开发区1个。
"""
MEASURES = """湖南省双创实施意见

一、目标任务
到2020年，省级“双创”示范基地达到30个以上。支持国家级大学科技园建设。
"""


@pytest.fixture(scope="module")
def planned() -> Assistant:
    """An engine over a city's plan and a province's measures."""
    plan = Document(
        id="plan", file="plan.txt", title="株洲市科技创新规划", level="市", region="株洲市"
    )
    measures = Document(
        id="measures", file="m.txt", title="湖南省双创实施意见", level="省", region="湖南省"
    )
    return Assistant(index_of(parsed(plan, PLAN), parsed(measures, MEASURES)))


@pytest.fixture(scope="module")
def library(planned: Assistant) -> Library:
    """What the two documents write."""
    return planned.library


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("要搞几个省级双创示范基地?", Counted("省级双创示范基地", frozenset({"省级"}))),
        ("株洲要建几个省级重点实验室?", Counted("省级重点实验室", frozenset({"省级"}))),
        ("国家级大学科技园要建几个?", Counted("国家级大学科技园", frozenset({"国家级"}))),
        ("现代农业产业示范区打算建设几个?", Counted("现代农业产业示范区", frozenset())),
        ("株洲市十四五末重点实验室要建几家?", Counted("重点实验室", frozenset())),
        ("株洲市重点实验室十四五末要建几家?", Counted("重点实验室", frozenset())),
        ("株洲市重点实验室到2025年布局几家?", Counted("重点实验室", frozenset())),
        ("要建几个现代农业产业园子?", Counted("现代农业产业园子", frozenset(), 0.12)),
        ("要建几个像样的产业园子?", None),
        ("国家级双创示范基地有几个?", Counted("级双创示范基地", frozenset({"国家级"}))),
        ("株洲有多少个院士?", Counted("院士", frozenset(), 0.0)),
        ("要引进多少名院士来我市工作?", Counted("院士", frozenset(), 0.0)),
        ("要建几座博物馆来宣传科技?", Counted("博物馆", frozenset(), 0.0)),
        ("一共有几个人?", None),
        ("重点实验室现在省级的有几家?", Counted("重点实验室", frozenset({"省级"}))),
        ("重点实验室归谁管?", None),
    ],
)
def test_what_is_to_be_counted_stands_beside_the_asking(
    library: Library, question: str, counted: Counted | None
) -> None:
    assert asked_to_count(question, library) == counted


@pytest.mark.parametrize(
    ("name", "levels", "text", "same"),
    [
        ("省级重点实验室", {"省级"}, "到2025年，省级重点实验室达到5家", True),
        ("重点实验室", {"国家级"}, "到2025年，省级重点实验室达到5家", False),
        ("重点实验室", {"国家级"}, "重点实验室5家（其中国家级1家、省级4家）", True),
        ("国家级大学科技园", set(), "建成国家级高新技术开发区1个", False),
        ("现代农业产业示范区", set(), "推进大学建设，到2025年建成现代农业产业示范区2个", True),
        ("现代农业产业示范区", set(), "推进现代农业产业示范区建设，培育3家企业", False),
    ],
)
def test_a_figure_counts_what_stands_beside_it(
    library: Library, name: str, levels: set[str], text: str, same: bool
) -> None:
    assert counts(text, "", Counted(name, frozenset(levels)), library) is same


def test_a_count_of_another_thing_is_refused(planned: Assistant) -> None:
    answer = planned.answer("株洲市要建几个国家级大学科技园？")
    assert answer.status is Status.NOT_STATED


def test_a_count_of_something_like_it_is_refused(planned: Assistant) -> None:
    assert planned.answer("株洲市农业科技示范基地有几个？").status is Status.NOT_STATED


def test_a_count_of_the_asked_thing_is_given(planned: Assistant) -> None:
    answer = planned.answer("株洲市要建几个省级重点实验室？")
    assert "省级重点实验室达到5家" in answer.answer


def test_some_of_a_thing_are_not_asked_to_be_counted(library: Library) -> None:
    question = "几个农业产业示范区里，要建多少个省级重点实验室？"
    assert asked_to_count(question, library) == Counted("省级重点实验室", frozenset({"省级"}))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("院士专家工作站达到100家以上。", False),
        ("引进院士20名，建院士专家工作站3个。", True),
        ("选派40名院士到省级园区。", True),
    ],
)
def test_those_whom_a_station_is_named_after_are_not_counted_by_it(
    library: Library, text: str, told: bool
) -> None:
    counted = asked_to_count("株洲有多少个院士?", library)
    assert counted is not None
    assert counts(text, "", counted, library) is told


def test_a_blank_parts_what_is_counted_from_another_keyword(library: Library) -> None:
    typed = "醴陵 重点实验室 几个 精品农业"
    assert asked_to_count("醴陵重点实验室几个精品农业", library, typed) is None


def test_what_is_striven_for_is_no_name(library: Library) -> None:
    counted = asked_to_count("国家实验室有几个方向?", library)
    assert counted is not None
    assert counts("聚焦光电、种业、能源三个特色方向发力争创国家实验室", "", counted, library)


def test_a_batch_counts_nothing(library: Library) -> None:
    counted = Counted("双创示范基地", frozenset({"国家级"}))
    assert not counts(
        "建设一批高水平的双创示范基地，省级双创示范基地达到30个。", "", counted, library
    )


def test_what_is_counted_in_words_of_ones_own_is_not_counted_by_something_else(
    planned: Assistant,
) -> None:
    assert planned.answer("株洲市要建几个县级科技馆？").status is Status.NOT_STATED


def test_a_province_s_figure_is_no_keyword_s_answer_for_a_city() -> None:
    plan = Document(id="p", file="p.txt", title="株洲市规划", level="市", region="株洲市")
    report = Document(id="r", file="r.txt", title="湖南省报告", level="省", region="湖南省")
    told = Assistant(
        index_of(
            parsed(plan, PLAN.replace("株洲市科技创新规划", "株洲市规划")),
            parsed(report, "湖南省报告\n\n一、情况\n全省每万人口发明专利拥有量达到10件。\n"),
        )
    )
    assert told.answer("株洲万人口发明专利拥有量").refused
    assert not told.answer("湖南省万人口发明专利拥有量").refused

"""Who leads, joins, shares or answers alone, in every form that documents print it."""

from __future__ import annotations

import pytest

from corpus.models import Responsibility
from tests.corpus.facts.texts import facts_of, parsed, real

DUTIES_OF_003 = """
（四） shared:省经信委、省国资委
（五） lead:省教育厅
（六） lead:省科技厅
（七） shared:省商务厅、省科技厅、山西转型综改示范区管委会
（八） shared:省人社厅、省总工会、团省委、省教育厅、省农业厅、省科协
（九） shared:省委改革办、省科技厅
（十） shared:省委改革办、省科技厅、省经信委、省国资委
（十一） shared:省发改委、省科技厅、省人社厅、省农业厅、省中小企业局
（十二） shared:省委改革办、省发改委、省科技厅、省经信委、省中小企业局
（十三） shared:省发改委、省人社厅、省工商局、省公安厅
（十四） shared:省经信委、省质监局
（十五） lead:省经信委
（十六） shared:省科技厅、省知识产权局、省财政厅
（十七） lead:省科技厅
（十八） lead:省知识产权局
（十九） lead:山西银监局
（二十） shared:省金融办、省财政厅
（二十一） shared:省科技厅、财政厅
（二十二） lead:山西保监局
（二十三） shared:省金融办、山西证监局、省中小企业局、团省委
（二十四） shared:省科技厅、省知识产权局、省金融办、山西银监局、山西保监局
（二十五） lead:省发改委 shared:人行太原中心支行、山西证监局
（二十六） shared:省委组织部、省编办、省人社厅、省财政厅、省国资委、省教育厅、省商务厅
（二十七） shared:省财政厅、省人社厅、省公安厅、省教育厅
（二十八） shared:省财政厅、省人社厅、省科技厅
（二十九） lead:省工商局
（三十） shared:省发改委、省工商局、省编办
（三十一） lead:省编办、省法制办
（三十二） lead:省教育厅
（三十三） shared:省财政厅、省科技厅、省发改委
（三十四） lead:省国税局、省地税局、山西银监局
（三十五） lead:省国土厅
（三十六） lead:省财政厅
（三十七） lead:省发改委、省统计局
（三十八） lead:省发改委
（三十九） lead:省委组织部、省发改委、省统计局
（四十） shared:省委宣传部、省发改委、省科技厅、省教育厅、省经信委、省中小企业局、省科协
""".strip().splitlines()


def roles(fact: Responsibility) -> str:
    """Roles and bodies on one line, without the empty ones."""
    return " ".join(
        f"{role}:{'、'.join(getattr(fact, role))}"
        for role in ("lead", "join", "shared", "single")
        if getattr(fact, role)
    )


def test_every_bracket_of_003_is_read_with_every_body() -> None:
    document = real("003")
    read = [
        f"{document.clauses[fact.clause].marker} {roles(fact)}"
        for fact in document.facts.responsibilities
    ]
    assert read == DUTIES_OF_003


def test_a_misprint_is_kept_in_the_quote_and_told_in_a_note() -> None:
    fact = next(f for f in real("003").facts.responsibilities if "牵、" in f.quote)
    assert fact.quote == "（省发改委牵、人行太原中心支行、山西证监局按职责分工负责）"
    assert fact.notes == ("原文印作“省发改委牵”，疑脱“头”字，按牵头列出",)


def test_a_shortened_name_is_printed_as_it_is_and_expanded_in_a_note() -> None:
    fact = next(f for f in real("003").facts.responsibilities if "、财政厅" in f.quote)
    assert fact.shared == ("省科技厅", "财政厅")
    assert fact.notes == ("财政厅：省财政厅",)


@pytest.mark.parametrize("document_id", ["001", "004"])
def test_documents_that_assign_nothing_have_no_responsibilities(document_id: str) -> None:
    assert real(document_id).facts.responsibilities == ()


@pytest.mark.parametrize("document_id", ["000", "002"])
def test_a_phrase_for_all_departments_is_kept_as_printed(document_id: str) -> None:
    (fact,) = real(document_id).facts.responsibilities
    assert roles(fact) == "shared:各级各相关部门"
    assert fact.quote.startswith("各级各相关部门要成立推进领导小组，负责统筹推进")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由省科技厅牵头，省财政厅、省工信厅配合。", "lead:省科技厅 join:省财政厅、省工信厅"),
        (
            "牵头单位：省科技厅；配合单位：省财政厅、省教育厅",
            "lead:省科技厅 join:省财政厅、省教育厅",
        ),
        ("省科技厅会同省财政厅制定管理办法。", "lead:省科技厅 join:省财政厅"),
        ("市发改委牵头，会同市财政局编制规划。", "lead:市发改委 join:市财政局"),
        ("实施细则由省科技厅商省财政厅另行制定。", "lead:省科技厅 join:省财政厅"),
        ("市科技局负责全市科技创新工作。", "single:市科技局"),
        ("本办法由市财政局负责解释。", "single:市财政局"),
        ("科技部、财政部负责认定工作的指导。", "single:科技部、财政部"),
        ("（省科技厅牵头，省税务局按职责分工负责）", "lead:省科技厅 shared:省税务局"),
        ("（省科技厅会同省财政厅负责）", "lead:省科技厅 join:省财政厅"),
        ("【责任单位：省教育厅，各市人民政府】", "single:省教育厅、各市人民政府"),
        (
            "（牵头单位：市财政局；责任单位：市税务局，各县〔市、区〕政府）",
            "lead:市财政局 single:市税务局、各县〔市、区〕政府",
        ),
        ("［市科技局牵头］", "lead:市科技局"),
        ("（市科技局牵头，各县（市、区）政府配合）", "lead:市科技局 join:各县（市、区）政府"),
        (
            "（省发展和改革委员会及省财政厅按职责分工负责）",
            "shared:省发展和改革委员会、省财政厅",
        ),
        ("（各市、县人民政府，省科技厅分别负责）", "shared:各市、县人民政府、省科技厅"),
        ("各级各部门要成立工作专班，负责协调推进本地区工作。", "shared:各级各部门"),
        ("市科技局要建立专家库，负责项目论证。", "single:市科技局"),
        ("(省科技厅 省财政厅按职责分工负责)", "shared:省科技厅、省财政厅"),
    ],
)
def test_other_forms_are_read(text: str, expected: str) -> None:
    (fact,) = facts_of(f"一、重点任务\n（一）加强攻关。{text}\n").responsibilities
    assert roles(fact) == expected


@pytest.mark.parametrize(
    "text",
    [
        "支持龙头企业牵头组建创新联合体。",
        "企业负责人应当如实申报。",
        "有关部门负责落实。",
        "有关部门要成立专班，负责落实。",
        "各级领导干部要带头学习，负责任地推进工作。",
        "企业要建立研发机构，负责技术攻关。",
        "立项管理推行首席专家负责、专员管理。",
        "完善党委领导、各部门分工负责的工作格局。",
        "（具体负责人由单位确定）",
    ],
)
def test_words_that_assign_nothing_to_a_body_are_left_alone(text: str) -> None:
    assert facts_of(f"一、重点任务\n（一）加强攻关。{text}\n").responsibilities == ()


def test_time_limits_in_a_bracket_become_a_note() -> None:
    text = "一、任务\n（一）建库。（责任单位：市科技局、市财政局；完成时限：2025年底）\n"
    (fact,) = facts_of(text).responsibilities
    assert fact.single == ("市科技局", "市财政局")
    assert fact.notes == ("完成时限：2025年底",)


def test_a_bracket_with_bodies_alone_says_that_no_division_is_printed() -> None:
    (fact,) = facts_of("一、任务\n（一）建库。（省科技厅、省财政厅）\n").responsibilities
    assert fact.single == ("省科技厅", "省财政厅")
    assert fact.notes == ("原文只列单位，未写明如何分工",)


def test_the_quote_is_the_bracket_and_stands_in_its_clause() -> None:
    document = parsed("一、任务\n（一）建库。建设项目库。（市科技局负责）\n（二）建榜。\n")
    (fact,) = document.facts.responsibilities
    assert fact.quote == "（市科技局负责）"
    assert document.text[fact.start : fact.end] == fact.quote
    assert document.clauses[fact.clause].marker == "（一）"

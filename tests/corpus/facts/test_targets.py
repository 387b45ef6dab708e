"""Figures that are set or reported: indicator, value, unit, and the deadline they stand under."""

from __future__ import annotations

import pytest

from corpus.models import ParsedDocument, Target
from tests.corpus.facts.texts import facts_of, real


def row(fact: Target) -> str:
    """A target on one line: subject|indicator|comparator|value|unit|deadline."""
    cells = (fact.subject, fact.indicator, fact.comparator, fact.value, fact.unit, fact.deadline)
    return "|".join(cell or "" for cell in cells)


def below(document: ParsedDocument, heading: str) -> list[Target]:
    """Targets of the clause with that heading and of those below it."""
    clause = next(c for c in document.clauses if c.title and heading in c.title)
    return [t for t in document.facts.targets if clause.start <= t.start < clause.end]


def test_the_targets_of_003_are_read_one_by_one() -> None:
    assert [row(t) for t in below(real("003"), "目标任务")] == [
        "全省|创客大军|达到|10|万人|2018年底",
        "全省|高新技术企业|达到…以上|1500|家|2020年",
        "|科技型中小微企业|达到|10000|家|2020年",
        "|高新技术企业销售收入占规模以上工业企业销售收入的比重|达到…以上|15|%|2020年",
        "|新创办中小微企业|每年|3|万户|2020年",
        "|科技成果|年均增长…以上|10|%|2020年",
        "|年技术合同交易额|达到|265|亿元|2020年",
        "|科技进步贡献率|突破|50|%|2020年",
        "|综合科技实力|达到|全国平均水平以上||2020年",
        "|研究与试验发展（R&D）经费投入占地区生产总值的比重|争取达到|全国平均水平||2020年",
        "|有效发明专利拥有量|达到…左右|1.3|万件|2020年",
        "山西转型综改示范区|R&D经费投入水平|达到|全国先进水平||2020年",
        "|专利申请量|翻一番|翻一番||2020年",
        "|省级以上高新技术产业开发区|达到…以上|15|家|2020年",
        "|省级及以上实验室、工程（技术）研究中心、企业技术中心等|达到…以上|500|家|2020年",
        "|产业技术创新战略联盟|达到|50|家|2020年",
        "|国家级产业技术创新战略联盟||10|家|2020年",
        "|院士专家工作站|达到…以上|100|家|2020年",
        "|省级“双创”示范基地|达到…以上|30|个|2020年",
    ]


def test_the_targets_of_004_take_the_deadline_of_the_paragraph_above_them() -> None:
    assert [row(t) for t in below(real("004"), "战略目标")] == [
        "|省级创新平台基地|达到|100|个|“十四五”末",
        "|山西省实验室||1|个|“十四五”末",
        "|重点实验室||5|个|“十四五”末",
        "|中试基地||10|个|“十四五”末",
        "|工程技术研究中心||18|个|“十四五”末",
        "|产业技术创新战略联盟||6|个|“十四五”末",
        "|企业技术中心||50|家|“十四五”末",
        "|新型研发机构||10|家|“十四五”末",
        "|省级以上科技企业孵化器|达到|10|家|“十四五”末",
        "|众创空间|达到|20|家|“十四五”末",
        "|国家级高新技术开发区|建成|1|个|“十四五”末",
        "|国家农业技术开发区||1|个|“十四五”末",
        "|科技创新重要指标|实现|倍增||“十四五”末",
        "|产业领域关键核心共性技术|突破超过|100|项|“十四五”末",
        "全市|高新技术企业|达到…以上|300|家|“十四五”末",
        "|民营科技企业|达到|400|家|“十四五”末",
        "|高科技领军企业|达到|100|家|“十四五”末",
        "|年技术合同交易额|达到|60|亿元|“十四五”末",
        "|综合科技实力|达到|全省领先水平||“十四五”末",
    ]


def test_figures_under_a_review_are_progress_and_never_targets() -> None:
    review = below(real("004"), "创新驱动发展回顾")
    assert {t.kind for t in review} == {"progress"}
    assert "我市|高新技术企业|共有|171|家|“十三五”末" in [row(t) for t in review]
    assert "|国家级众创空间||2|家|“十三五”末" in [row(t) for t in review]
    assert "全市|技术合同交易额|累计突破|110|亿元|“十三五”期间" in [row(t) for t in review]


def test_a_report_has_progress_first_and_targets_under_its_plans() -> None:
    document = real("001")
    plans = next(c for c in document.clauses if c.title and "工作谋划" in c.title and c.level)
    targets = [t for t in document.facts.targets if t.kind == "target"]
    assert min(t.start for t in targets) > plans.start
    assert [row(t) for t in targets if t.unit == "家"] == [
        "|省中试基地|布局建设|10|家|",
        "|省临床医学研究中心|布局新建|5|家|",
        "|新型研发机构|布局建设|30|家|明年",
        "|高新技术企业|突破|3800|家|2022年",
    ]


def test_figures_that_are_names_or_existing_things_are_no_targets_of_000() -> None:
    assert [row(t) for t in real("000").facts.targets] == [
        "全社会|R&D（研究与开发）经费内部支出占地区生产总值（GDP）比重|达到|全国平均水平||2024年",
        "|国家科技任务|承担或参与|1—2|项|",
        "|关联度大、主业突出、创新力强、带动力强的创新型领军企业|培育|100|家|2022年",
        "|高新技术企业|新增|1000|家|2022年",
        "|产业技术联盟率先实现对14大标志性引领性产业集群||全覆盖||2020年",
        "|规上工业企业技术创新活动|确保实现|全覆盖||2020年",
        "|重点科技成果转化及推广示范项目|实施|100|项|",
        "|省级科技成果转化示范企业|认定|300|个|",
        "|科技成果转移转化示范基地|建设|10|个|",
        "|智能工厂|实施|100|个|",
        "|数字化车间试点示范项目||100|个|",
        "|优秀中青年科研领军人才|支持…左右|30|名|",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("到2027年，全市充电桩达到1.2万个以上。", ["全市|充电桩|达到…以上|1.2|万个|2027年"]),
        (
            "到2027年，培育“小巨人”企业20家、省级中心15家。",
            ["|“小巨人”企业|培育|20|家|2027年", "|省级中心||15|家|2027年"],
        ),
        (
            "力争“十五五”末，森林覆盖率达23.18%，PM2.5平均浓度下降10%。",
            ["|森林覆盖率|达|23.18|%|“十五五”末", "|PM2.5平均浓度|下降|10|%|“十五五”末"],
        ),
        ("每年引进高层次人才不少于500名。", ["|高层次人才|每年引进不少于|500|名|"]),
        ("到2027年，城镇调查失业率控制在5.5%以内。", ["|城镇调查失业率|控制在…以内|5.5|%|2027年"]),
        (
            "到2027年，新增省级园区10个，其中国家级3个。",
            ["|省级园区|新增|10|个|2027年", "|国家级园区||3|个|2027年"],
        ),
        (
            "到2027年，“专精特新”企业累计培育200家（其中国家级20家、省级100家）；新增上市企业5户以上。",
            [
                "|“专精特新”企业|累计培育|200|家|2027年",
                "|国家级“专精特新”企业||20|家|2027年",
                "|省级“专精特新”企业||100|家|2027年",
                "|上市企业|新增…以上|5|户|2027年",
            ],
        ),
        ("到2027年，转化率达到80%以上。", ["|转化率|达到…以上|80|%|2027年"]),
        ("到2027年，地区生产总值年均增长5%—5.5%。", ["|地区生产总值|年均增长|5—5.5|%|2027年"]),
    ],
)
def test_sentences_of_other_documents_are_read(sentence: str, expected: list[str]) -> None:
    facts = facts_of(f"一、总体要求\n（一）发展目标\n{sentence}\n")
    assert [row(t) for t in facts.targets] == expected
    assert {t.kind for t in facts.targets} == {"target"}


def test_the_value_a_figure_comes_from_is_its_baseline() -> None:
    text = "一、总体要求\n（一）发展目标\n到2027年，研发投入强度由1.8%提高到2.5%。\n"
    (fact,) = facts_of(text).targets
    assert row(fact) == "|研发投入强度|提高到|2.5|%|2027年"
    assert fact.baseline == "由1.8%"


def test_growth_over_a_year_is_the_baseline_of_the_figure_before_it() -> None:
    (fact,) = facts_of(
        "一、总体要求\n（一）发展目标\n到2027年，全市创客达到10万人，比2024年增长一倍。\n"
    ).targets
    assert (fact.value, fact.deadline, fact.baseline) == ("10", "2027年", "比2024年增长一倍")


@pytest.mark.parametrize(
    "sentence",
    [
        "对通过认定的企业给予50万元奖励，最高不超过100万元。",
        "深入实施“1331工程”，聚焦14大产业集群和5G应用。",
        "贯彻《条例》（国发〔2017〕37号）第十二条。",
        "引进世界500强研发中心。",
        "经费支持比例不低于资金总量的50%。",
        "鼓励有条件的企业建立一批平台。",
    ],
)
def test_numbers_that_set_nothing_are_no_targets(sentence: str) -> None:
    assert facts_of(f"一、主要措施\n（一）加大支持。{sentence}\n").targets == ()


def test_conditions_in_a_text_of_rules_are_no_targets() -> None:
    text = "第一条 科技人员占职工总数的比例不低于10%，研发费用达到500万元以上。\n"
    assert facts_of(text, "高新技术企业认定管理办法").targets == ()


def test_a_time_of_the_past_stands_over_nothing_else() -> None:
    text = "一、主要目标\n2018年全市出台了办法，新建平台30个。\n"
    (fact,) = facts_of(text).targets
    assert fact.deadline is None


@pytest.mark.parametrize("document_id", ["000", "001", "002", "003", "004"])
def test_every_quote_is_verbatim_and_inside_its_clause(document_id: str) -> None:
    document = real(document_id)
    facts = document.facts
    for fact in (*facts.responsibilities, *facts.targets, *facts.measures):
        clause = document.clauses[fact.clause]
        assert document.text[fact.start : fact.end] == fact.quote
        assert clause.start <= fact.start < fact.end <= clause.end
        assert "\n" not in fact.quote
        assert fact.address == clause.address

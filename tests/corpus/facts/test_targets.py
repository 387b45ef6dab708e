"""Figures that are set or reported: indicator, value, unit, and the deadline they stand under."""

from __future__ import annotations

import pytest

from corpus.models import ParsedDocument, Target
from tests.corpus.facts.texts import facts_of, real


def planned(sentence: str) -> list[str]:
    """The rows of a sentence under measures, where no heading and no year sets a goal."""
    return [row(t) for t in facts_of(f"一、加快建设\n（一）完善平台。{sentence}\n").targets]


def reported(sentence: str) -> list[str]:
    """The rows of a sentence in a report, each with its kind where it is a target."""
    facts = facts_of(f"一、工作进展\n（一）平台建设\n{sentence}\n", "创新工作情况汇报")
    return [row(t) + (" 目标" if t.kind == "target" else "") for t in facts.targets]


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
        "全省|科技型中小微企业|达到|10000|家|2020年",
        "全省|高新技术企业销售收入占规模以上工业企业销售收入的比重|达到…以上|15|%|2020年",
        "|新创办中小微企业|每年|3|万户|2020年",
        "|科技成果|年均增长…以上|10|%|2020年",
        "|年技术合同交易额|达到|265|亿元|2020年",
        "|科技进步贡献率|突破|50|%|2020年",
        "|综合科技实力|达到|全国平均水平以上||2020年",
        "|研究与试验发展（R&D）经费投入占地区生产总值的比重|争取达到|全国平均水平||2020年",
        "|有效发明专利拥有量|达到…左右|1.3|万件|2020年",
        "山西转型综改示范区|R&D经费投入水平|达到|全国先进水平||2020年",
        "山西转型综改示范区|专利申请量|翻一番|翻一番||2020年",
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
        "|产业领域关键核心共性技术|突破超过|100|项|“十四五”末",
        "全市|高新技术企业|达到…以上|300|家|“十四五”末",
        "全市|民营科技企业|达到|400|家|“十四五”末",
        "全市|高科技领军企业|达到|100|家|“十四五”末",
        "全市|年技术合同交易额|达到|60|亿元|“十四五”末",
        "全市|综合科技实力|达到|全省领先水平||“十四五”末",
    ]


def test_figures_under_a_review_are_progress_and_never_targets() -> None:
    review = below(real("004"), "创新驱动发展回顾")
    assert {t.kind for t in review} == {"progress"}
    assert "我市|高新技术企业|共有|171|家|“十三五”末" in [row(t) for t in review]
    assert "我市|国家级众创空间||2|家|“十三五”末" in [row(t) for t in review]
    assert "全市|技术合同交易额|累计突破|110|亿元|“十三五”期间" in [row(t) for t in review]


def test_a_report_sets_targets_under_its_plans_and_where_it_says_what_is_to_come() -> None:
    document = real("001")
    plans = next(c for c in document.clauses if c.title and "工作谋划" in c.title and c.level)
    targets = [t for t in document.facts.targets if t.kind == "target"]
    assert [row(t) for t in targets if t.start < plans.start] == [
        "全省|智创城|规划布局建设|15|个|",
        "|投入|每年|1|亿元|从2021年起",
        "|国家支持|预计争取约|1|亿元|",
    ]
    assert [row(t) for t in targets if t.start > plans.start and t.unit == "家"] == [
        "|省中试基地|布局建设|10|家|",
        "|省临床医学研究中心|布局新建|5|家|",
        "|新型研发机构|布局建设|30|家|明年",
        "|高新技术企业|突破|3800|家|2022年",
    ]


def test_figures_that_are_names_or_existing_things_are_no_targets_of_000() -> None:
    assert [row(t) for t in real("000").facts.targets] == [
        "全社会|R&D（研究与开发）经费内部支出占地区生产总值（GDP）比重|达到|全国平均水平||2024年",
        "|关键技术研发|实施|百|项|",
        "|创新项目实施|实施|百|项|",
        "|技术推广示范|实施|百|项|",
        "|国家科技任务|承担或参与|1—2|项|",
        "|省重点实验室|重点布局建设|十|大|",
        "|省级制造业技术创新中心|重点布局建设|十|大|",
        "|14大标志性引领性产业集群|逐步实现|全覆盖||",
        "|创新型领军企业|培育|百|家|",
        "|高新技术企业|新增|千|家|",
        "|关联度大、主业突出、创新力强、带动力强的创新型领军企业|培育|100|家|2022年",
        "|高新技术企业|新增|1000|家|2022年",
        "|产业技术联盟对14大标志性引领性产业集群|率先实现|全覆盖||2020年",
        "|规上工业企业技术创新活动|确保实现|全覆盖||2020年",
        "|省级科技成果中试孵化与产业化基地|重点布局建设|十|大|",
        "|重点科技成果转化及推广示范项目|实施|100|项|",
        "|省级科技成果转化示范企业|认定|300|个|",
        "|科技成果转移转化示范基地|建设|10|个|",
        "|智能工厂|实施|100|个|",
        "|数字化车间试点示范项目|实施|100|个|",
        "|优秀中青年科研领军人才|支持…左右|30|名|",
        "|金融专家资源库|建立|百|名|",
        "|急需紧缺人才|引进|数百|名|",
        "|高科技企业上市后备资源库|设立|百|家|",
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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "着力实施百项工艺改造、百项标准制定、百项专利导航“三个百项”。",
            ["|工艺改造|实施|百|项|", "|标准制定|实施|百|项|", "|专利导航|实施|百|项|"],
        ),
        (
            "培育千家科技服务机构，服务千家万户，实施万人计划和千人培训工程。",
            ["|科技服务机构|培育|千|家|"],
        ),
        (
            "重点布局建设省十大试制平台、十大省级检验中心，围绕十大产业集群开展十大行动。",
            ["|省试制平台|重点布局建设|十|大|", "|省级检验中心|重点布局建设|十|大|"],
        ),
        ("每年引进数十名海外工程师。", ["|海外工程师|引进|数十|名|"]),
        ("聚焦五大领域、12大集群，抓好9个方面25项工作，实施“246”工程。", []),
    ],
)
def test_round_numbers_in_words_count_what_is_built_and_never_a_name(
    sentence: str, expected: list[str]
) -> None:
    assert planned(sentence) == expected


def test_so_many_for_each_is_a_target_of_each() -> None:
    sentence = "支持每个县区建设一个科普基地，每所职校打造2-3个特色专业。"
    assert planned(sentence) == ["每个县区|科普基地|建设|一|个|", "每所职校|特色专业|打造|2-3|个|"]


def test_what_is_there_already_is_progress_in_a_plan_too() -> None:
    (fact,) = facts_of("一、主要目标\n对已建成的20个检验平台实行动态管理。\n").targets
    assert (fact.kind, row(fact)) == ("progress", "|检验平台|已建成|20|个|")


def test_what_has_been_brought_in_is_no_goal_in_a_plan() -> None:
    text = "一、重点任务\n2021年已引进数据人才150名，到2025年引进2000名。\n"
    assert [(t.value, t.kind) for t in facts_of(text).targets] == [
        ("150", "progress"),
        ("2000", "target"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "与江州大学、河东理工学院等9所高校建立合作，赴12省市40余家院所开展对接。",
            ["|高校||9|所|", "|省市||12|省市|", "|院所开展对接|余|40|家|"],
        ),
        (
            "签署了《战略合作协议》等5项协议，起草《管理办法》等3个文件。",
            ["|协议|签署了|5|项|", "|文件|起草|3|个|"],
        ),
        ("青山、白水两县获批国家试点。", ["|获批国家试点||两|县|"]),
        ("部署了五个方面的18项重点任务。", ["|重点任务|部署了|18|项|"]),
        (
            "组建120人的讲师队伍，组建起由30余人组成的专家团。",
            ["|讲师队伍|组建|120|人|", "|专家团|组建起…余|30|人|"],
        ),
        ("分2批受理申报企业300家。", ["|申报企业|分2批受理|300|家|"]),
        ("推出3批45项改革事项。", ["|改革事项|推出|45|项|"]),
        ("聚焦新能源、新材料等6个产业集群，为发展蓄势。", []),
    ],
)
def test_a_report_counts_with_whom_and_to_whom_it_was_done(
    sentence: str, expected: list[str]
) -> None:
    assert reported(sentence) == expected


def test_what_one_document_counts_as_done_no_plan_sets() -> None:
    assert planned("与6家银行签订协议，支持甲园区、乙园区等4个园区。") == []


def test_support_granted_to_counted_firms_is_no_figure_of_a_report() -> None:
    assert reported("对8家企业提供信用贷款授信3000万元。") == ["|企业||8|家|"]


def test_ranks_and_fractions_are_read_with_what_they_rank() -> None:
    assert reported("研发强度为1.1%，在全国排名第25位，仅为全国水平的1/2。") == [
        "|研发强度|为|1.1|%|",
        "|研发强度|排名第|25|位|",
        "|研发强度|仅为全国水平的|1/2||",
    ]
    assert reported("全市高新技术企业达到90家，位列全省第三；从投入总量上看，仅为第9名。") == [
        "全市|高新技术企业|达到|90|家|",
        "全市|高新技术企业|位列全省|第三||",
        "全市|投入总量|仅为第|9|名|",
    ]
    assert reported("出口额从全省第8位升至第6位。") == ["|出口额|升至第|6|位|"]


def test_a_rank_in_a_text_of_rules_sets_nothing() -> None:
    text = "第一条 获奖项目的完成人排名前3位。\n"
    assert facts_of(text, "科学技术奖励办法").targets == ()


def test_less_than_a_share_of_the_whole_is_a_figure_of_what_the_sentence_is_about() -> None:
    assert reported("2020年我省获得的质量大奖取得了新突破，但从全国看，仅为当年总量的不到5%。") == [
        "我省|获得的质量大奖|仅为当年总量的不到|5|%|2020年"
    ]


def test_a_report_tells_what_is_planned_from_what_is_done() -> None:
    assert reported("全市规划布局建设12个孵化园，已完成7个。") == [
        "全市|孵化园|规划布局建设|12|个| 目标",
        "全市|孵化园|已完成|7|个|",
    ]
    assert reported("预计争取上级资金约3亿元，从2022年起，每年投入2亿元。") == [
        "|上级资金|预计争取约|3|亿元| 目标",
        "|投入|每年|2|亿元|从2022年起 目标",
    ]


def test_the_year_that_opens_a_sentence_dates_what_is_reported_in_it() -> None:
    assert reported("2020年我市提前完成任务，新建平台30个。") == ["我市|平台|新建|30|个|2020年"]
    assert reported("在今年的表彰大会上，我市12个项目获奖。") == ["我市|项目获奖||12|个|"]


def test_a_region_named_once_owns_the_figures_up_to_the_full_stop() -> None:
    goal = "到2027年，全市产值达到9亿元；出口达到2亿元。培育企业5家。"
    facts = facts_of(f"一、总体要求\n（一）发展目标\n{goal}\n")
    assert [t.subject for t in facts.targets] == ["全市", "全市", None]
    goal = "到2027年，河东高新区产值达到9亿元，出口达到2亿元；培育企业5家。"
    facts = facts_of(f"一、总体要求\n（一）发展目标\n{goal}\n")
    assert [t.subject for t in facts.targets] == ["河东高新区", "河东高新区", None]


def test_a_part_or_a_whole_says_of_what_it_is() -> None:
    goal = "到2027年，产值超过900亿元，占工业比重达到30%；新增平台20个、总数达到70个，其中省级5个、运营机构3家。"
    facts = facts_of(f"一、总体要求\n（一）发展目标\n{goal}\n")
    assert [t.indicator for t in facts.targets] == [
        "产值",
        "产值占工业比重",
        "平台",
        "平台总数",
        "省级平台",
        "运营机构",
    ]


def test_annual_and_cumulative_figures_say_so() -> None:
    goal = "到2027年，产值年均增长8%，累计培训5万人次，建成平台6个；每年新建学校20所。"
    facts = facts_of(f"一、总体要求\n（一）发展目标\n{goal}\n")
    assert [(t.indicator, t.period) for t in facts.targets] == [
        ("产值", "annual"),
        ("培训", "cumulative"),
        ("平台", None),
        ("学校", "annual"),
    ]


def test_the_years_of_a_change_are_its_baseline_and_its_date() -> None:
    facts = facts_of(
        "一、工作进展\n（一）节能\n单位能耗从2015年的0.9吨下降到2020年的0.7吨。\n", "工作汇报"
    )
    (fact,) = facts.targets
    assert row(fact) == "|单位能耗|下降到|0.7|吨|2020年"
    assert fact.baseline == "从2015年的0.9吨"


def test_full_coverage_is_a_target_in_a_sentence_and_none_in_a_heading() -> None:
    assert planned("逐步实现乡镇卫生院远程诊疗全覆盖。") == [
        "|乡镇卫生院远程诊疗|逐步实现|全覆盖||"
    ]
    text = "一、主要目标\n（一）推动县域科普设施全覆盖\n加强管理。\n"
    assert facts_of(text).targets == ()
    facts = facts_of("一、主要目标\n（一）覆盖\n2027年，联盟率先实现对重点产业的全覆盖。\n")
    assert [row(t) for t in facts.targets] == ["|联盟对重点产业|率先实现|全覆盖||2027年"]


@pytest.mark.parametrize(
    "sentence",
    [
        "同一部门对同一企业的年度检查不得超过2次。",
        "对年销售收入突破1亿元的企业，给予奖励20万元。",
        "创新指标在考核中的权重不低于5%。",
        "申报企业的研发人员占比不低于10%。",
        "组织1次应急演练。",
        "推荐书附件至少1份。",
    ],
)
def test_limits_conditions_and_paperwork_are_no_targets(sentence: str) -> None:
    assert planned(sentence) == []


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("认定条件", "关于培育科技企业的意见"),
        ("主要指标", "工业企业评价实施细则（暂行）"),
        ("基本要求", "关于组织申报2024年度市级企业技术中心的通知"),
        ("数量质量", "关于印发《市级储备粮管理办法》的通知"),
    ],
)
def test_thresholds_under_conditions_and_in_rules_are_no_targets(heading: str, title: str) -> None:
    text = f"一、{heading}\n（一）规模\n研发人员不少于50人，研发投入占比达到5%以上。\n"
    assert facts_of(text, title).targets == ()


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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "3年内市级重点评选资助30名工匠、90名青年技工，鼓励并资助40名技师出国培训。",
            [
                "|工匠|评选资助|30|名|3年内",
                "|青年技工|评选资助|90|名|3年内",
                "|技师出国培训|鼓励并资助|40|名|3年内",
            ],
        ),
        ("每年评选10名“科技之星”，每人奖励5万元。", ["|“科技之星”|评选|10|名|"]),
        (
            "筹建9家研究院，选拔资助不少于70名技工，培训800名技师。",
            [
                "|研究院|筹建|9|家|",
                "|技工|选拔资助不少于|70|名|",
                "|技师|培训|800|名|",
            ],
        ),
        ("3年内遴选“江州工匠”达到40名，给予经费资助。", ["|“江州工匠”|遴选达到|40|名|3年内"]),
        ("评选表彰先进集体20个、标兵50名。", ["|先进集体|评选表彰|20|个|", "|标兵||50|名|"]),
    ],
)
def test_those_who_are_chosen_and_supported_are_counted_as_targets(
    sentence: str, expected: list[str]
) -> None:
    assert planned(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "当年引进5名以上博士的单位，给予10万元奖励。",
        "3年内引进5名以上博士的企业，给予50万元奖励。",
        "每引进10名高层次人才，给予引才单位5万元奖励。",
        "培训500名学员，补助5万元。",
        "企业可获得3个招聘名额，给予2名高管子女入学优惠。",
        "在孵企业不少于30家的孵化器，给予50万元补助。",
        "每个参赛团队成员不少于3人。",
        "同意票数达到2/3以上方可通过。",
        "优秀比例不超过20%，考核优秀比例不得超过15%。",
        "按照不低于20%的比例配备联络员。",
        "每年至少召开2次工作会议，每半年开展1次督查。",
        "企业5年内享受租金减免，累计不超过500平方米。",
        "上年度研发投入占比超过5%且增幅达到10%以上的企业优先支持。",
        "建设期内须引进10名以上高级职称人员。",
        "每季度举办1场路演。",
    ],
)
def test_counts_on_which_a_payment_or_a_rule_hangs_are_no_targets(sentence: str) -> None:
    assert planned(sentence) == []


def test_a_term_of_years_stands_over_all_that_is_said_up_to_the_full_stop() -> None:
    assert planned("3年内，建成中心8个；孵化企业120家。培训经理人60名。") == [
        "|中心|建成|8|个|3年内",
        "|企业|孵化|120|家|3年内",
        "|经理人|培训|60|名|",
    ]
    assert planned("2025年起3年内，每年新增农场30家。") == ["|农场|每年新增|30|家|2025年起3年内"]
    assert planned("用两年左右时间，关停落后产线18条。") == ["|落后产线|关停|18|条|两年左右时间"]
    assert planned("年内招收学员200名，资助30名博士赴海外研修。") == [
        "|学员|招收|200|名|年内",
        "|博士|资助|30|名|年内",
    ]


def test_a_term_of_years_in_a_text_of_rules_sets_no_target() -> None:
    text = "第一条 3年内引进博士10名以上，建成平台2个。\n"
    assert facts_of(text, "创新平台管理办法").targets == ()


def test_a_count_that_follows_at_once_takes_the_verb_of_the_one_before_it() -> None:
    assert planned("培养不少于5名院士后备人才，不少于12名学科带头人，70名青年骨干。") == [
        "|院士后备人才|培养不少于|5|名|",
        "|学科带头人|培养不少于|12|名|",
        "|青年骨干|培养|70|名|",
    ]


def test_ranges_round_numbers_and_ratios_keep_their_value() -> None:
    assert planned("建设1到2个实训基地，打造3至5条产业链。") == [
        "|实训基地|建设|1到2|个|",
        "|产业链|打造|3至5|条|",
    ]
    goal = "到2028年，用户超千万，产值超百亿，工厂达到两百家，师生比由1:20提高到1:16.5。"
    assert planned(goal) == [
        "|用户|超|千|万|2028年",
        "|产值|超|百|亿|2028年",
        "|工厂|达到|两百|家|2028年",
        "|师生比|提高到|1:16.5||2028年",
    ]
    assert planned("到2028年，系统升级到2.0，发展5G、3D打印。") == []


def test_technical_units_are_units() -> None:
    goal = "到2028年，机架达到20万标准机架，算力达到500PFLOPS，频谱共计200MHz，存储超过30TB，装机30兆瓦，利用效率降至1.2以下。"
    assert planned(goal) == [
        "|机架|达到|20|万标准机架|2028年",
        "|算力|达到|500|PFLOPS|2028年",
        "|频谱|共计|200|MHz|2028年",
        "|存储|超过|30|TB|2028年",
        "|装机||30|兆瓦|2028年",
        "|利用效率|降至…以下|1.2||2028年",
    ]


def test_a_name_that_holds_拥有_reports_nothing() -> None:
    facts = facts_of("一、加快建设\n到2027年，每万人口发明专利拥有量达到15件。\n")
    assert [(t.indicator, t.kind) for t in facts.targets] == [("每万人口发明专利拥有量", "target")]


def test_words_that_open_with_each_keep_whose_figure_it_is() -> None:
    assert planned("每个乡镇至少建成1个服务站，每个村配备2名协理员，专家库入库200人。") == [
        "每个乡镇|服务站|建成|1|个|",
        "每个村|协理员|配备|2|名|",
    ]

"""Numbering families in the combinations that documents use."""

from __future__ import annotations

import pytest

from tests.corpus.outlines import clauses_of, outline_of


def test_a_text_without_headings_is_one_clause() -> None:
    assert outline_of("某公告\n今天发布本公告。\n自明天起执行。") == []


def test_chapters_sections_and_articles_with_items() -> None:
    raw = (
        "某条例\n第一编 总则\n第一章 一般规定\n第一节 原则\n"
        "第一条 为了规范甲行为，制定本条例。\n第二条 本条例所称甲，是指乙。\n前款所称乙，包括丙。\n"
        "第二节 范围\n第三条 适用范围如下：\n（一）甲；\n（二）乙。\n"
        "第二编 分则\n第二章 权利\n第四条 依照第三条规定执行。"
    )
    assert outline_of(raw) == [
        "第一编\t总则",
        "  第一章\t一般规定",
        "    第一章第一节\t原则",
        "      第一条",
        "      第二条",
        "    第一章第二节\t范围",
        "      第三条",
        "        第三条（一）",
        "        第三条（二）",
        "第二编\t分则",
        "  第二章\t权利",
        "    第四条",
    ]


def test_articles_without_a_space_behind_the_marker() -> None:
    raw = "某办法\n第一章总则\n第一条为加强管理，制定本办法。\n第二条本办法适用于本市。"
    assert outline_of(raw) == ["第一章\t总则", "  第一条", "  第二条"]


def test_a_line_that_goes_on_with_a_cited_article_opens_none() -> None:
    raw = "某办法\n第一条 制定本办法。\n第二条 有下列情形之一的，依照\n第一条规定处理。\n第三条 自发布之日起施行。"
    assert outline_of(raw) == ["第一条", "第二条", "第三条"]


def test_brackets_may_stand_below_figures_where_a_document_does_so() -> None:
    raw = "某办法\n1.申报条件\n（一）注册满一年；\n（二）有研发投入。\n2.申报材料\n（一）申请表；\n（二）执照。\n3.附则"
    assert outline_of(raw) == [
        "1\t申报条件",
        "  1（一）",
        "  1（二）",
        "2\t申报材料",
        "  2（一）",
        "  2（二）",
        "3\t附则",
    ]


def test_figures_restart_below_each_bracket() -> None:
    raw = (
        "某方案\n一、目标\n1.加快发展。\n2.提升质量。\n二、任务\n（一）平台\n1.建设平台\n建设内容。\n"
        "2.运营平台\n运营内容。\n（二）人才\n1.引进人才\n引进内容。"
    )
    assert outline_of(raw) == [
        "一\t目标",
        "  一1",
        "  一2",
        "二\t任务",
        "  二（一）\t平台",
        "    二（一）1\t建设平台",
        "    二（一）2\t运营平台",
        "  二（二）\t人才",
        "    二（二）1\t引进人才",
    ]


def test_numbers_and_dates_at_a_line_start_are_no_markers() -> None:
    raw = (
        "某规划\n一、目标\n2025年，全市产值翻番。\n3.5亿元以上企业达到十家。\n1.2%的企业建成研发机构。\n"
        "10、11月开展检查。\n3月5日前报送。\n二、2025年重点工作\n五年内完成。"
    )
    assert outline_of(raw) == ["一\t目标", "二\t2025年重点工作"]


def test_a_skipped_and_a_repeated_number_are_told_and_kept() -> None:
    raw = "某意见\n一、甲任务\n内容一。\n三、丙任务\n内容三。\n三、丁任务\n内容四。"
    text, clauses, warnings = clauses_of(raw)
    assert [c.title for c in clauses[1:]] == ["甲任务", "丙任务", "丁任务"]
    assert [(w.code, text[w.start : w.end], w.message) for w in warnings] == [
        ("numbering", "三、", "编号“三、”前缺号（上一个是第1个），按原文保留。"),
        ("numbering", "三、", "编号“三、”重复或倒退，按原文保留。"),
    ]


def test_items_inside_a_sentence_are_clauses_if_they_count_on() -> None:
    raw = (
        "某意见\n一、重点任务。一是加强平台建设；二是引进人才，其中一是博士；三是完善服务。\n"
        "二、条件\n企业应符合：①注册一年以上；②有收入；③无违法记录。"
    )
    assert outline_of(raw) == [
        "一\t重点任务",
        "  一一是",
        "  一二是",
        "  一三是",
        "二\t条件",
        "  二①",
        "  二②",
        "  二③",
    ]


def test_references_and_bracketed_items_open_no_clause() -> None:
    raw = "某意见\n一、根据第（一）项、（二）项办理。\n二、要求（一是甲；二是乙）明确。"
    assert outline_of(raw) == ["一", "二"]


def test_dashes_are_counted_and_a_single_one_is_a_subtitle() -> None:
    raw = "某报告\n——在某大会上\n一、原则\n——坚持创新。把创新放在首位。\n——坚持开放。扩大开放。"
    assert outline_of(raw) == ["一\t原则", "  一——1\t坚持创新", "  一——2\t坚持开放"]


def test_an_annex_opens_a_numbering_of_its_own_and_a_list_of_annexes_does_not() -> None:
    raw = (
        "关于印发某办法的通知\n现印发给你们。\n附件：1.某办法\n2.申报表\n某市人民政府\n2024年3月5日\n"
        "附件1\n某办法\n第一条 制定本办法。\n第二条 施行。\n附件2\n申报表\n一、基本情况\n二、承诺"
    )
    assert outline_of(raw) == [
        "附件1\t某办法",
        "  附件1第一条",
        "  附件1第二条",
        "附件2\t申报表",
        "  附件2一\t基本情况",
        "  附件2二\t承诺",
    ]


def test_two_documents_in_one_file_are_kept_apart_by_their_titles() -> None:
    raw = (
        "某市关于印发若干政策和行动计划的通知\n《支持某产业发展若干政策》《某产业行动计划》已经同意。\n"
        "支持某产业发展若干政策\n一、支持平台\n内容。\n二、支持企业\n内容。\n"
        "某产业行动计划\n一、总体要求\n内容。\n二、重点任务\n内容。"
    )
    assert outline_of(raw) == [
        "《支持某产业发展若干政策》\t支持某产业发展若干政策",
        "  《支持某产业发展若干政策》一\t支持平台",
        "  《支持某产业发展若干政策》二\t支持企业",
        "《某产业行动计划》\t某产业行动计划",
        "  《某产业行动计划》一\t总体要求",
        "  《某产业行动计划》二\t重点任务",
    ]


def test_decimals_count_where_they_form_an_outline() -> None:
    raw = (
        "某市应急预案\n1 总则\n1.1 编制目的\n为提高能力，制定本预案。\n1.2 适用范围\n本市。\n"
        "2 组织体系\n2.1 指挥部\n2.1.1 组成\n由市长任总指挥。\n2.1.2 职责\n（1）统一领导；\n（2）组织协调。\n"
        "3 附则\n3.1 解释\n由某局解释。"
    )
    assert outline_of(raw) == [
        "1\t总则",
        "  1.1\t编制目的",
        "  1.2\t适用范围",
        "2\t组织体系",
        "  2.1\t指挥部",
        "    2.1.1\t组成",
        "    2.1.2\t职责",
        "      2.1.2（1）",
        "      2.1.2（2）",
        "3\t附则",
        "  3.1\t解释",
    ]


def test_decimals_that_are_figures_open_nothing() -> None:
    raw = "某规划\n一、目标\n1.5左右的增速。\n3.2个百分点。\n二、任务\n3.1版本发布。"
    assert outline_of(raw) == ["一\t目标", "二\t任务"]


def test_a_text_flattened_to_one_line_has_its_outline_back() -> None:
    raw = (
        "某意见 为加快发展，提出如下意见。 一、总体要求 （一）指导思想 以新思想为指导，全面推进各项工作落实。 "
        "（二）目标 到2025年产值达到10亿元。 二、重点任务 （一）建平台。支持企业建设平台。 "
        "（二）引人才。给予人才补贴。 三、保障措施 加强领导，落实责任。"
    )
    assert outline_of(raw) == [
        "一\t总体要求",
        "  一（一）\t指导思想",
        "  一（二）\t目标",
        "二\t重点任务",
        "  二（一）\t建平台",
        "  二（二）\t引人才",
        "三\t保障措施",
    ]


def test_a_number_that_runs_into_a_figure_is_the_one_that_is_missing() -> None:
    raw = "某意见\n1.选人才。内容。\n2.121人才项目。培养领军人才。\n3.建平台。内容。\n3.5亿元资金到位。\n"
    assert outline_of(raw) == ["1\t选人才", "2\t121人才项目", "3\t建平台"]


def test_a_file_that_is_an_annex_has_no_clause_for_the_word() -> None:
    raw = "附件\n某市行动计划\n一、目标\n内容。\n二、任务\n内容。\n"
    assert outline_of(raw) == ["一\t目标", "二\t任务"]


def test_a_lone_annex_behind_a_notice_is_a_part() -> None:
    raw = "某通知\n现将名单印发给你们。\n附件\n某市名单\n一、企业\n甲公司。\n二、高校\n乙大学。\n"
    assert outline_of(raw) == ["附件\t某市名单", "  附件一\t企业", "  附件二\t高校"]


def test_an_annex_has_the_title_of_two_lines() -> None:
    raw = "某通知\n一、时间\n三月。\n附件1\n某市政策性资金\n申报审批表\n单位：\n附件2\n承诺书\n甲方。\n"
    assert outline_of(raw) == ["一\t时间", "附件1\t某市政策性资金申报审批表", "附件2\t承诺书"]


def test_the_last_section_holds_its_articles_as_those_before_it_do() -> None:
    raw = "某办法\n一、总则\n第一条 甲。\n第二条 乙。\n二、附则\n第三条 丙。\n第四条 丁。\n"
    assert outline_of(raw) == [
        "一\t总则",
        "  第一条",
        "  第二条",
        "二\t附则",
        "  第三条",
        "  第四条",
    ]


def test_what_a_notice_without_clauses_forwards_stands_below_its_title() -> None:
    raw = (
        "关于印发某市数据办法的通知\n各县：\n现将办法印发给你们。\n某市人民政府\n2023年1月1日\n"
        "某市数据办法\n第一章 总则\n第一条 制定本办法。\n第二章 附则\n第二条 施行。\n"
    )
    assert outline_of(raw) == [
        "《某市数据办法》\t某市数据办法",
        "  《某市数据办法》第一章\t总则",
        "    《某市数据办法》第一条",
        "  《某市数据办法》第二章\t附则",
        "    《某市数据办法》第二条",
    ]


def test_an_explanation_with_numbers_of_its_own_is_a_part() -> None:
    raw = "某市数据规定\n第一条 制定。\n第二条 施行。\n关于《某市数据规定》的起草说明\n一、背景\n内容。\n二、过程\n内容。\n"
    assert outline_of(raw)[2:] == [
        "《关于〈某市数据规定〉的起草说明》\t关于《某市数据规定》的起草说明",
        "  《关于〈某市数据规定〉的起草说明》一\t背景",
        "  《关于〈某市数据规定〉的起草说明》二\t过程",
    ]


def test_markdown_marks_are_no_words() -> None:
    raw = "# 某市计划\n---\n**一、目标**\n内容。\n## 二、任务\n（一）**建平台。**内容。\n（二）引人才。内容。\n"
    assert outline_of(raw) == ["一\t目标", "二\t任务", "  二（一）\t建平台", "  二（二）\t引人才"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("第二条 申报条件：", "申报条件"),
        ("第二条 申请人应当符合下列条件：", ""),
        ("第二条 资金管理遵循下列原则：", ""),
        ("第二条 规模以上工业企业，应当申报。", ""),
    ],
)
def test_an_article_is_titled_where_its_line_names_what_is_listed(line: str, title: str) -> None:
    raw = f"某办法\n第一条 制定。\n{line}\n（一）甲；\n（二）乙。\n"
    assert outline_of(raw)[1] == f"第二条\t{title}".rstrip()


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("（一）规模以上工业企业。上年度在库。", "规模以上工业企业"),
        ("（一）全力稳增长，经济回稳向好。全年增长。", "全力稳增长，经济回稳向好"),
        ("（一）启动阶段（2023年）。确定名单。", "启动阶段（2023年）"),
        ("（一）何时施行？如何衔接？自公布之日。", "何时施行？如何衔接？"),
        ("（一）省科技厅要加强指导。及时报告。", ""),
        ("（一）产值达到50亿元。继续增长。", ""),
    ],
)
def test_a_first_sentence_is_a_heading_unless_it_states_something(line: str, title: str) -> None:
    assert outline_of(f"某意见\n{line}\n（二）其他。内容。\n")[0] == f"（一）\t{title}".rstrip()


def test_a_reference_to_an_item_at_a_broken_line_s_start_opens_nothing() -> None:
    raw = "某意见\n（一）甲。内容。\n（二）乙。依照第三条第\n（二）项所列情形办理。\n（三）丙。内容。\n"
    assert [line.split("\t")[0] for line in outline_of(raw)] == ["（一）", "（二）", "（三）"]


def test_articles_that_begin_with_a_short_task_are_headed_by_it() -> None:
    raw = (
        "某政策\n第一条 鼓励企业做大做强。对年产值超亿元的企业，奖励10万元。\n"
        "第二条 市科技局负责组织实施。各县配合。\n第三条 支持企业投资1000万元项目。给予补助。\n"
    )
    assert outline_of(raw) == ["第一条\t鼓励企业做大做强", "第二条", "第三条"]


def test_closing_rules_have_a_heading_of_their_own() -> None:
    raw = "某政策\n第一章 奖励\n第一条 奖励企业。\n第二条 奖励人才。\n附 则\n1.本政策所称企业，是指注册在本区的企业。\n2.本政策自发布之日起施行。\n"
    assert outline_of(raw) == [
        "第一章\t奖励",
        "  第一条",
        "  第二条",
        "附则\t附则",
        "  附则1",
        "  附则2",
    ]


def test_a_title_may_begin_with_a_quoted_word_and_a_saying_is_none() -> None:
    raw = "某通知\n1.“互联网+”服务业：包括教育。\n2.“互联网+”农业：包括种植。\n3.“合”：合作共赢。\n"
    assert outline_of(raw) == ["1\t“互联网+”服务业", "2\t“互联网+”农业", "3"]


def test_among_numbered_paragraphs_without_headings_a_long_first_sentence_is_none() -> None:
    paragraphs = [
        "一、对新建项目，鼓励民间资本参与，持股比例可以提高到10%以上。有关部门做好服务。",
        "二、对规模较小的项目，民间资本可以控股20%以上。地方政府给予指导。",
        "三、对采购合同，预付款比例提高到30%以上。采购单位按时付款。",
        "四、加大预算内投资对符合条件项目的支持力度，发挥好引导作用。严格项目管理。",
        "五、对小微企业，每年安排融资额度100亿元以上。银行做好落实。",
    ]
    assert outline_of("某措施\n" + "\n".join(paragraphs)) == ["一", "二", "三", "四", "五"]

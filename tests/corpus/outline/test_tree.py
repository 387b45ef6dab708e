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


def test_first_and_second_with_a_comma_are_items_in_company_only() -> None:
    raw = (
        "某通知\n一、严管火源。第一，停止审批；第二，集中祭扫；第三，落实责任。\n"
        "二、做好值守。产值连续三年全省\n第一，值班不断档。第一责任人到岗。\n"
    )
    assert outline_of(raw) == [
        "一\t严管火源",
        "  一第一，",
        "  一第二，",
        "  一第三，",
        "二\t做好值守",
    ]


def test_a_run_that_begins_inside_a_line_goes_on_at_the_next() -> None:
    raw = "某要点\n1.提升水平\n实行分类，一要配齐车辆；\n二要建成示范村；三要按月通报。\n2.强化保障\n办理一是一、二是二。\n"
    assert outline_of(raw) == [
        "1\t提升水平",
        "  1一要",
        "  1二要",
        "  1三要",
        "2\t强化保障",
    ]


def test_decimal_headings_may_begin_with_a_roman_number() -> None:
    raw = "某预案\n1 响应\n1.1 分级\n分四级。\n1.1.1 Ⅰ级响应\n县长指挥。\n1.1.2 Ⅱ级响应\n局长指挥。\n1.2 结束\n宣布结束。\n"
    assert outline_of(raw) == [
        "1\t响应",
        "  1.1\t分级",
        "    1.1.1\tⅠ级响应",
        "    1.1.2\tⅡ级响应",
        "  1.2\t结束",
    ]


def test_items_that_begin_with_figures_count_where_they_count_on() -> None:
    raw = (
        "某方案\n一、目标\n实现下列目标：\n1.5G网络全覆盖；\n2.10家企业入选；\n3.2000家企业上云。\n"
        "二、任务\n1.5G基站建设。新建基站。\n2.算力建设。建成中心。\n1.5亿元资金到位。\n"
    )
    assert outline_of(raw) == [
        "一\t目标",
        "  一1",
        "  一2",
        "  一3",
        "二\t任务",
        "  二1\t5G基站建设",
        "  二2\t算力建设",
    ]


def test_numbered_notes_below_a_table_open_nothing() -> None:
    raw = (
        "某规划\n一、指标\n入园率　91%\n注：1.按学籍统计。\n2.含特殊教育。\n二、任务\n扩大供给。\n"
    )
    assert outline_of(raw) == ["一\t指标", "二\t任务"]


def test_annexes_stand_in_the_document_that_lists_them() -> None:
    rules = "某市奖励办法\n第一条 奖励企业。\n第二条 奖励人才。\n"
    listed = "附件：1.申请表\n2.承诺书\n"
    forms = "附件1\n申请表\n单位：\n附件2\n承诺书\n甲方。\n"
    notice = "关于印发《某市奖励办法》的通知\n各区：现将《某市奖励办法》印发给你们。\n"
    assert outline_of(notice + rules + listed + forms)[-2:] == [
        "  《某市奖励办法》附件1\t申请表",
        "  《某市奖励办法》附件2\t承诺书",
    ]
    assert outline_of(notice + listed + rules + forms)[-2:] == ["附件1\t申请表", "附件2\t承诺书"]


def test_a_last_sentence_above_the_list_of_annexes_or_the_signature_is_no_heading() -> None:
    raw = "某通知\n一、范围\n全省。\n二、材料见附件。\n附件：1.大纲\n2.指标\n某省商务厅\n2023年4月12日\n"
    assert outline_of(raw) == ["一\t范围", "二"]
    assert outline_of("某通知\n一、范围\n全省。\n二、请遵照执行。\n某局\n2023年4月12日\n")[1:] == [
        "二"
    ]


def test_a_whole_sentence_among_items_without_headings_is_none_before_more_lines_either() -> None:
    raw = "某细则\n（一）为加强管理，提高效益，制定本细则。\n（二）资金实行因素法分配，采用三类县区差别化支持的办法。\n甲、困难县；\n乙、中等县。\n"
    assert outline_of(raw) == ["（一）", "（二）"]


def test_who_must_do_something_is_no_heading() -> None:
    raw = "某通知\n一、各乡镇要迅速行动起来。主要领导靠前指挥。\n二、严管火源。停止审批。\n"
    assert outline_of(raw) == ["一", "二\t严管火源"]


def test_articles_flattened_without_spaces_have_their_outline_back() -> None:
    raw = (
        "某县燃气管理办法（2023年6月5日审议通过）第一编总则第一章宗旨第一条为了加强管理，制定本办法。第二条本办法适用于本县。"
        "第二编经营第二章许可第三条按照第二条规定经营的，应当申请许可。第四条有下列情形之一的：（一）超期；（二）失信。"
    )
    assert outline_of(raw) == [
        "第一编\t总则",
        "  第一章\t宗旨",
        "    第一条",
        "    第二条",
        "第二编\t经营",
        "  第二章\t许可",
        "    第三条",
        "    第四条",
        "      第四条（一）",
        "      第四条（二）",
    ]


def test_sections_whose_points_run_on_flattened_without_spaces() -> None:
    raw = "某区若干措施一、支持研发（2项）1、支持试验。给予资助。2、支持注册。给予奖励。二、支持成长3、支持上市。奖励企业。4、支持并购。补助费用。"
    assert outline_of(raw) == [
        "一\t支持研发（2项）",
        "  1\t支持试验",
        "  2\t支持注册",
        "二\t支持成长",
        "  3\t支持上市",
        "  4\t支持并购",
    ]


@pytest.mark.parametrize("gap", ["", " "])
def test_a_notice_and_its_plan_flattened_are_two_documents(gap: str) -> None:
    raw = gap.join(
        [
            "某市人民政府办公室关于印发某市行动计划（2024—2026年）的通知",
            "各区：《某市行动计划（2024—2026年）》已经市政府同意，请认真实施。",
            "某市人民政府办公室",
            "2024年3月18日",
            "某市行动计划（2024—2026年）",
            "为抢抓机遇，制定本计划。",
            "一、目标。到2026年达到一百亿元。",
            "二、任务。抓好以下工作。",
        ]
    )
    assert outline_of(raw) == [
        "《某市行动计划（2024—2026年）》\t某市行动计划（2024—2026年）",
        "  《某市行动计划（2024—2026年）》一\t目标",
        "  《某市行动计划（2024—2026年）》二\t任务",
    ]


def test_annexes_and_odd_numbers_of_a_flattened_text() -> None:
    raw = (
        "某通知 一、 范围 选择十个县开展试点工作。 （一）推荐。每市推荐两个县。 （三）申报。五月底前报送材料。 "
        "三、要求 各地要认真组织实施。 附件1 编制大纲 一、基本情况 介绍本地情况和问题。 二、建设内容 说明改造内容和进度。 "
        "附件2 评价表 单位名称"
    )
    assert outline_of(raw) == [
        "一\t范围",
        "  一（一）\t推荐",
        "  一（三）\t申报",
        "三\t要求",
        "附件1\t编制大纲",
        "  附件1一\t基本情况",
        "  附件1二\t建设内容",
        "附件2\t评价表",
    ]


def test_decimals_flattened_with_spaces() -> None:
    raw = "某预案 1 总则 1.1 编制目的 高效有序做好应急工作，减少损失。 1.2 适用范围 本预案适用于本县的灾害应对，共10个乡镇。 2 响应 2.1 分级 分为四级，由高到低。 3 附则 本预案自印发之日起实施。"
    assert outline_of(raw) == [
        "1\t总则",
        "  1.1\t编制目的",
        "  1.2\t适用范围",
        "2\t响应",
        "  2.1\t分级",
        "3\t附则",
    ]


def test_points_with_dashes_flattened_with_spaces() -> None:
    raw = (
        "某县工作要点 今年要重点抓好以下工作。 1.扎实推进改厕 坚持数量服从质量、进度服从实效，逐户建立台账，六月底前全部完成整改，群众满意度保持在较高水平。 "
        "2.治理生活污水 ——城镇近郊村，优先纳入城镇管网； ——偏远分散村，采取资源化利用方式就地消纳。 "
        "3.强化各项保障 各乡镇要压实责任，县农业农村局严格按标准验收，不得弄虚作假，对工作不力的通报批评，并在年度考核中扣分，"
        "同时加强宣传引导，发动群众参与，形成共建共治共享的良好局面。"
    )
    assert outline_of(raw) == [
        "1\t扎实推进改厕",
        "2\t治理生活污水",
        "  2——1",
        "  2——2",
        "3\t强化各项保障",
    ]


def test_a_flattened_notice_with_sections_of_its_own_and_a_plan_and_an_annex() -> None:
    raw = (
        "关于印发某市湿地工作方案的通知 各县：现将《某市湿地工作方案》印发给你们。 一、提高站位。各地要高度重视。 二、强化督导。每年通报。 "
        "某市人民政府 2023年5月6日 某市湿地工作方案 为加强保护，制定本方案。 一、总体要求 坚持生态优先，统筹系统治理。 "
        "二、研究2023年第一批资金安排 同意安排三千万元，分两类使用。 附件 某市名录 一、重要湿地 甲湿地，面积十公顷。 二、一般湿地 乙湿地，面积两公顷。"
    )
    plan = "《某市湿地工作方案》"
    assert outline_of(raw) == [
        "一\t提高站位",
        "二\t强化督导",
        f"{plan}\t某市湿地工作方案",
        f"  {plan}一\t总体要求",
        f"  {plan}二\t研究2023年第一批资金安排",
        "附件\t某市名录",
        "  附件一\t重要湿地",
        "  附件二\t一般湿地",
    ]

"""Printed lines become paragraphs again."""

from __future__ import annotations

from corpus.clean import clean

WRAPPED = """关于促进某产业高质量发展的若干措施

为贯彻落实党中央、国务院决策部署,加快培育新质生产力,

推动某产业高质量发展,结合本市实际情况,现制定如下措施.

一、支持企业技术创新.对企业牵头承担国家重大科技专项

的,按照国家资助额的５０％给予配套,最高１０００万元.

对新认定的国家级企业技术中心一次性给予奖励２００万元,

用于研发.

—３１—

二、支持企业做大做强.对年营业收入首次突破１０亿元的

企业,给予奖励.
"""


def test_lines_broken_inside_sentences_are_joined() -> None:
    assert clean(WRAPPED).text == (
        "关于促进某产业高质量发展的若干措施\n"
        "为贯彻落实党中央、国务院决策部署，加快培育新质生产力，推动某产业高质量发展，"
        "结合本市实际情况，现制定如下措施。\n"
        "一、支持企业技术创新。对企业牵头承担国家重大科技专项的，按照国家资助额的50%给予配套，"
        "最高1000万元。对新认定的国家级企业技术中心一次性给予奖励200万元，用于研发。\n"
        "二、支持企业做大做强。对年营业收入首次突破10亿元的企业，给予奖励。"
    )


def test_a_paragraph_cut_by_a_page_break_is_whole_again_and_headings_stay_apart() -> None:
    long = "建设覆盖战略性新兴产业主要领域的中试体系，建立适应不同产业的中试合作机制，推进资源共享，形成中"
    raw = f"一、平台\n{long}\n\n试系统。\n（一）人才\n大力引进人才。"
    assert clean(raw).text == f"一、平台\n{long}试系统。\n（一）人才\n大力引进人才。"


def test_a_short_cut_line_is_known_by_the_sentence_in_it() -> None:
    raw = "——半导体产业。着力打造省级工\n\n程技术研究中心，实现突破。\n——新能源产业。加快发展。"
    assert clean(raw).text == (
        "——半导体产业。着力打造省级工程技术研究中心，实现突破。\n——新能源产业。加快发展。"
    )


def test_a_heading_that_a_space_parted_from_its_text_stands_on_its_own_line() -> None:
    raw = (
        "一、总体要求\n(一)指导思想 以新时代中国特色社会主义思想为指导,深入学 习贯彻关于创新驱动发展的重要"
        "论述,牢固树立 新发展理念,加快构建创新生态.\n(二)目标\n明年完成.\n后年巩固."
    )
    assert clean(raw).text == (
        "一、总体要求\n（一）指导思想\n以新时代中国特色社会主义思想为指导，深入学习贯彻关于创新驱动发展的重要"
        "论述，牢固树立新发展理念，加快构建创新生态。\n（二）目标\n明年完成。\n后年巩固。"
    )


def test_two_ideographic_spaces_inside_a_line_begin_a_paragraph() -> None:
    raw = "　第一章　总则　　第一条 　为规范管理，制定本办法。\n　　第二条 　本办法适用于本市。"
    assert clean(raw).text == (
        "第一章 总则\n第一条 为规范管理，制定本办法。\n第二条 本办法适用于本市。"
    )


def test_a_line_that_another_finishes_is_joined_to_it() -> None:
    bracket = "引进到位资金一百五十亿元，同比增长一成（其中：（1）外资两亿美元；\n（2）省外资金）。"
    figure = "对弄虚作假、骗取资金的，依法依规追究相应责任，并取消\n3年内申报资格。"
    tail = "资金实行因素法分配，采用甲乙丙三类县区差别化支\n持。"
    for broken in (bracket, figure, tail):
        assert clean(f"某通知\n{broken}").text == "某通知\n" + broken.replace("\n", "")
    kept = "对新认定的技术中心、制造业中心、设计中心给予奖励\n2023年，全市新增十家。"
    assert clean(f"某通知\n{kept}").text == f"某通知\n{kept}"

"""What a text says about itself, and nothing that it says about others."""

from __future__ import annotations

from pathlib import Path

from corpus.metadata.describe import Description, describe
from corpus.models import Corpus

PATH = Path("某文件.txt")


def test_a_notice_names_itself_on_its_first_lines() -> None:
    text = (
        "中共山西省委\n山西省人民政府\n关于促进甲产业发展进一步推进\n乙工作的实施意见\n（晋发〔2017〕51号）\n"
        "为落实《关于丙工作的意见》（国发〔2017〕37号），现提出如下意见。\n一、总体要求\n内容。"
    )
    assert describe(text, PATH) == Description(
        title="关于促进甲产业发展进一步推进乙工作的实施意见",
        number="晋发〔2017〕51号",
        issuer="中共山西省委、山西省人民政府",
        date=None,
        level="省",
        region="山西省",
        status=None,
    )


def test_number_and_date_of_a_cited_document_are_not_its_own() -> None:
    text = (
        "关于组织申报项目的通知\n各有关单位：\n根据《某市实施细则（试行）》（某府办〔2017〕98号），现通知如下：\n"
        "一、申报时间\n2017年8月15日前。\n某某市经济和信息化局"
    )
    assert describe(text, PATH) == Description(title="关于组织申报项目的通知")


def test_title_issuer_number_and_date_of_a_forwarding_notice() -> None:
    text = (
        "阿坝州人民政府办公室关于印发《阿坝州数据管理暂行办法》的通知\n阿府办发〔2021〕21号\n各县（市）人民政府：\n"
        "现印发给你们。\n阿坝州人民政府办公室\n2021年10月11日\n第一条 制定本办法。"
    )
    assert describe(text, PATH) == Description(
        title="阿坝州人民政府办公室关于印发《阿坝州数据管理暂行办法》的通知",
        number="阿府办发〔2021〕21号",
        issuer="阿坝州人民政府办公室",
        date="2021-10-11",
        level="市",
        region="阿坝藏族羌族自治州",
        status="暂行",
    )


def test_an_order_number_belongs_to_the_order_above_it() -> None:
    text = "广州市人民政府令\n第179号\n广州市老年人优待办法\n第一条 制定本办法。"
    described = describe(text, PATH)
    assert (described.title, described.number) == (
        "广州市老年人优待办法",
        "广州市人民政府令第179号",
    )


def test_the_table_above_a_web_text_is_read() -> None:
    text = (
        "标题：某省关于促进甲工作的意见\n发文字号：晋政发〔2022〕5号\n发布机构：山西省人民政府\n"
        "成文日期：2022年1月5日\n发布日期：2022年2月1日\n一、总则\n内容。"
    )
    assert describe(text, PATH) == Description(
        title="某省关于促进甲工作的意见",
        number="晋政发〔2022〕5号",
        issuer="山西省人民政府",
        date="2022-01-05",
        level="省",
        region="山西省",
    )


def test_a_title_on_three_lines_is_one() -> None:
    text = "太原市人民政府办公室关于\n进一步促进甲产业和乙产业\n高质量发展的若干意见\n各区：\n一、总则\n内容。"
    assert describe(text, PATH).title == (
        "太原市人民政府办公室关于进一步促进甲产业和乙产业高质量发展的若干意见"
    )


def test_status_stands_at_the_title_or_alone() -> None:
    assert describe("某市某办法（试行）\n第一条 制定。", PATH).status == "试行"
    assert describe("某市工作汇报\n（征求意见稿）\n一、情况\n内容。", PATH).status == "征求意见稿"
    assert describe("某市工作汇报\n修订《某办法（试行）》。\n一、情况", PATH).status is None


def test_a_text_without_a_title_is_called_by_its_file() -> None:
    assert describe("一、总则\n内容。", PATH) == Description(title="某文件")


def test_the_manifest_of_the_five_documents_says_no_more_than_their_text(
    five_documents: Corpus,
) -> None:
    for parsed in five_documents.documents:
        document = parsed.document
        described = describe(parsed.text, Path(document.file))
        assert described.title == document.title
        assert described.number == document.number
        assert described.issuer == document.issuer
        assert described.date == document.date
        assert described.status == document.status
        assert document.region is None or document.region.removesuffix("省") in parsed.text


def test_a_table_in_one_line_and_a_browser_s_title_are_taken_apart() -> None:
    text = (
        "关于规范甲工作的通知_某某政府采购网\n发文机关：国务院办公厅 成文日期：2018年12月7日\n"
        "原文链接：http://www.example.cn/very/long/address/of/a/page/that/goes/on/and/on/and/on/and/on.html\n"
        "国办发〔2018〕123号\n一、总则\n内容。"
    )
    assert describe(text, PATH) == Description(
        title="关于规范甲工作的通知",
        number="国办发〔2018〕123号",
        issuer="国务院办公厅",
        date="2018-12-07",
        level="国家",
    )


def test_the_body_of_the_title_comes_before_the_site_that_shows_the_text() -> None:
    text = (
        "上海市人民政府办公厅关于印发某措施的通知\n发布机构：上海市科学技术委员会\n一、总则\n内容。"
    )
    assert describe(text, PATH).issuer == "上海市人民政府办公厅"


def test_joint_issuers_are_told_apart() -> None:
    text = "临江市财政局临江市商务局关于印发某办法的通知\n各县：\n一、总则\n内容。"
    assert describe(text, PATH).issuer == "临江市财政局、临江市商务局"


def test_a_signature_before_the_annexes_is_the_notice_s() -> None:
    text = (
        "关于开展申报的通知\n各县：\n一、条件\n内容。\n临江市财政局\n临江市科学技术局\n2023年3月28日\n"
        "附件1\n申报表\n单位：\n"
    )
    described = describe(text, PATH)
    assert (described.issuer, described.date) == (
        "临江市财政局、临江市科学技术局",
        "2023-03-28",
    )


def test_who_adopted_a_regulation_and_when_stands_in_brackets() -> None:
    text = (
        "青河省创新条例\n（2023年7月28日青河省第十四届人民代表大会常务委员会第三次会议通过）\n"
        "第一条 制定本条例。\n第二条 施行。\n"
    )
    described = describe(text, PATH)
    assert (described.issuer, described.date) == (
        "青河省第十四届人民代表大会常务委员会",
        "2023-07-28",
    )

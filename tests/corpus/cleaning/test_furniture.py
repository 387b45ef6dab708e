"""Page numbers, running heads and site navigation are no text."""

from __future__ import annotations

import pytest

from corpus.clean import clean
from corpus.errors import ReadError


@pytest.mark.parametrize(
    "mark",
    [
        "—31—",
        "— 3 —",
        "－３１－",
        "- 12 -",
        "12",
        "第 3 页",
        "第3页 共10页",
        "===PAGE 7===",
        "3/10",
    ],
)
def test_a_page_number_alone_on_a_line_is_no_text(mark: str) -> None:
    above = "支持企业建设研发机构，鼓励企业与高等学校开展产学研合作，推动科技成果在本市转化，促进产业发展和提"
    below = "升，完善服务体系。"
    assert clean(f"一、任务\n{above}\n{mark}\n{below}").text == f"一、任务\n{above}{below}"


def test_numbers_among_short_cells_are_content() -> None:
    raw = "附表\n企业数\n300\n平台数\n20\n说明：以上为计划数。"
    assert clean(raw).text == raw


def test_a_number_beside_a_form_feed_is_a_page_number() -> None:
    assert clean("一、总则\n适用本市。\n二、目标\n1\n\f三、任务\n2\f四、附则").text == (
        "一、总则\n适用本市。\n二、目标\n三、任务\n四、附则"
    )


def test_a_figure_behind_a_short_heading_is_content() -> None:
    raw = "（一）企业数\n300\n（二）平台数\n20\n（三）说明\n以上为计划数。"
    assert clean(raw).text == raw


def test_a_sentence_about_web_sites_is_no_footer() -> None:
    raw = "第三条 网站应当办理ICP备案，并在首页标明版权所有。\n无障碍设施\n新建项目应当配套建设。"
    assert clean(raw).text == raw


def test_a_running_head_goes_with_its_page_numbers() -> None:
    pages = (
        "".join(
            f"第{n}项任务要求各部门密切配合，认真组织实施，确保按期完成。\n某市人民政府公报\n—{n}—\n"
            for n in ("一", "二", "三")
        )
        .replace("—一—", "—1—")
        .replace("—二—", "—2—")
        .replace("—三—", "—3—")
    )
    assert clean(pages).text == "\n".join(
        f"第{n}项任务要求各部门密切配合，认真组织实施，确保按期完成。" for n in ("一", "二", "三")
    )


def test_navigation_goes_and_is_told() -> None:
    menu = "用户登录\n首页\n政务公开\n政务服务\n互动交流\n魅力某市\n微信\n无障碍\n"
    raw = (
        menu
        + "当前位置：首页 > 政策\n某市某办法\n第一条 制定本办法。\n上一篇：甲\n版权所有：某市人民政府"
    )
    cleaned = clean(raw)
    assert cleaned.text == "某市某办法\n第一条 制定本办法。"
    assert [w.message for w in cleaned.warnings] == ["去掉了 11 行网站导航或页脚文字。"]


@pytest.mark.parametrize("raw", ["===PAGE 1===\n\n===PAGE 2===\n", "—1—\n\n—2—\n", "12\n13\n"])
def test_page_marks_alone_are_no_policy_text(raw: str) -> None:
    with pytest.raises(ReadError, match=r"只有页码或空白.*文字识别"):
        clean(raw)


def test_the_list_of_related_pages_at_a_web_page_s_end_is_no_text() -> None:
    raw = "某解读\n一、标准是多少？\n每月六百元。\n上一篇：某通知\n相关文件\n1. 某市补贴办法\n2. 某市认定办法\n网站地图\n"
    assert clean(raw).text == "某解读\n一、标准是多少？\n每月六百元。"
    assert clean("某方案\n加强衔接。\n相关政策\n1.某市办法\n2.某市规定\n").text.endswith(
        "2.某市规定"
    )

from __future__ import annotations

import pytest

from assistant.conversing.referring import refers_back, without_connective


@pytest.mark.parametrize(
    "text",
    [
        "由谁牵头?",
        "那由哪个部门牵头?",
        "它归谁管?",
        "还有哪些条件?",
        "这些企业一年减了多少税?",
        "企业要拿到这个券需要什么条件?",
        "依托哪个平台来建?",
        "多久编一次?",
        "那个联盟有多少个成员?",
        "那些企业一年减了多少税?",
        "是按总收入算还是扣完成本算?",
        "改完以后怎么考核?",
        "重点扶的是哪两个行业的?",
        "里头自己主持的有几个?",
        "到十四五末在这基础上涨多少?",
        "早先那一轮后来按期做完了没有?",
        "株洲自己那份规划里也有这话吗?",
        "国家级的占几家?",
        "门槛是多少销售额?",
        "让他们担任什么职务?",
    ],
)
def test_what_lacks_a_subject_refers_back(text: str) -> None:
    assert refers_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "孵化器认定需要满足什么条件?",
        "政府部门手里的那些数据,企业能拿来用吗?",
        "买房、娃娃读书这些事,省里管不管?",
        "“五个三”指什么?",
        "合汽生材含义",
        "那科技型中小微企业的目标是多少家?",
        "What is the subsidy per fuel-cell bus?",
    ],
)
def test_what_has_a_subject_of_its_own_does_not(text: str) -> None:
    assert not refers_back(text)


def test_a_place_makes_a_short_subject_enough() -> None:
    text = "株洲市高企多少家?"
    assert refers_back(text, [(0, 3)])
    assert not refers_back(text, [(0, 3)], placed=True)


def test_a_time_before_what_points_is_no_subject() -> None:
    assert refers_back("到2021年底那次汇报,已经成了多少家?", [(1, 7)])


def test_words_that_only_go_on_are_taken_off() -> None:
    assert without_connective("那么,再说说孵化器") == "孵化器"
    assert without_connective("换成株洲市") == "株洲市"
    assert without_connective("只要省级重点实验室的数") == "省级重点实验室的数"
    assert without_connective("那个联盟") == "那个联盟"
    assert without_connective("再生水补贴多少?") == "再生水补贴多少?"
    assert without_connective("那") == "那"

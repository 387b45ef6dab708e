from __future__ import annotations

from typing import Any

import pytest

from assistant.eligibility.describe import merged, read_form
from assistant.errors import ProfileError
from tests.assistant.eligibility.policies import DAY, told

UNKNOWN: dict[str, Any] = {
    "kind": None,
    "region": None,
    "size": None,
    "ownership": None,
    "industry": None,
    "statuses": {},
    "taxpayer": None,
    "rd_treatment": None,
    "figures": {},
    "needs": [],
}


def _known(text: str) -> dict[str, Any]:
    return {key: value for key, value in told(text).to_json().items() if value}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "我们是太原的一家民营科技型小微企业，员工23人，高企还没认定",
            {
                "kind": "企业",
                "region": "太原市",
                "size": "小型或微型",
                "ownership": "民营",
                "statuses": {"科技型": True, "高新技术企业": False},
                "figures": {"员工": 23},
            },
        ),
        (
            "忻州的专精特新小巨人企业",
            {
                "kind": "企业",
                "region": "忻州市",
                "size": "中型或小型或微型",
                "statuses": {"专精特新“小巨人”企业": True, "专精特新中小企业": True},
            },
        ),
        ("我在太原一所公办大学科研处工作", {"kind": "高校", "region": "太原市"}),
        ("刚毕业的大学生", {"kind": "个人、人才"}),
        ("我们不是大型企业", {"size": "中型或小型或微型"}),
        ("我们不是科技型中小企业", {"statuses": {"科技型中小企业": False}}),
        (
            "我们是增值税一般纳税人",
            {"taxpayer": "增值税一般纳税人", "statuses": {"增值税一般纳税人": True}},
        ),
        ("研发费用全部费用化", {"rd_treatment": "费用化"}),
        ("我们是高新技术企业协会", {"kind": "社会组织、服务机构"}),
        ("西安高新区软件企业", {"kind": "企业", "region": "西安市"}),
        ("长沙经开区的机械公司", {"kind": "企业", "region": "长沙市"}),
        ("产业园区运营公司", {"kind": "开发区、园区", "industry": "产业园区运营"}),
        ("我们是高新区企业服务中心", {}),
        ("我们是大学里的课题组", {"kind": "团队"}),
        ("我是长沙市科技局的干部", {"kind": "个人、人才", "region": "长沙市"}),
        ("晋城的会计服务中介", {"kind": "中介机构", "region": "晋城市"}),
        ("省属研究所(在太原)", {"kind": "科研院所", "region": "太原市"}),
        (
            "本人现在苏州。打算明年到太原工作",
            {"kind": "个人、人才", "needs": ["明年到太原工作"]},
        ),
        ("研发支出形成了无形资产", {"rd_treatment": "资本化"}),
        ("研发支出费用化。研发支出资本化", {}),
        ("高企证书去年到期，没再认定", {"statuses": {"高新技术企业": False}}),
    ],
)
def test_what_is_said_is_known_and_nothing_else(text: str, known: dict[str, Any]) -> None:
    assert _known(text) == known


@pytest.mark.parametrize("text", ["", "你好", "高新技术企业能享受什么优惠？", "🎉", ".*[a-z]+((("])
def test_who_says_nothing_of_himself_is_unknown(text: str) -> None:
    assert told(text).to_json() == UNKNOWN
    assert told(text).empty


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("我们在长沙岳麓区", "岳麓区"),
        ("我们公司从长沙搬到了株洲", "株洲市"),
        ("我们在青岛长沙路", "青岛市"),
        ("我们是株洲的企业，产品卖到长沙", "株洲市"),
        ("我们在长沙有个办事处", None),
        ("我们在长沙参展", None),
        ("我们不在长沙", None),
        ("我们在鼓楼区", None),
        ("我们在南京市鼓楼区", "鼓楼区"),
        ("我们公司在长沙。厂在岳阳", None),
    ],
)
def test_a_place_counts_where_the_asker_is_for_good(text: str, region: str | None) -> None:
    assert told(text).to_json()["region"] == region


def test_what_is_spoken_of_without_being_said_is_a_doubt() -> None:
    profile = told("母公司是高新技术企业，我们想学习")
    assert (dict(profile.statuses), dict(profile.doubts)) == (
        {},
        {"高新技术企业": "母公司是高新技术企业"},
    )


def test_yes_and_no_in_one_breath_are_a_doubt() -> None:
    profile = told("长沙公司是高新技术企业。补充一下，高新技术企业证书去年过期了")
    assert "高新技术企业" not in profile.statuses


def test_of_two_tellings_the_later_one_is_believed() -> None:
    profile = told("我们是高新技术企业，员工35人", "高新技术企业没有评上，员工18人")
    assert (profile.statuses["高新技术企业"], profile.to_json()["figures"]) == (False, {"员工": 18})


@pytest.mark.parametrize(
    ("form", "known"),
    [
        (
            {"高新技术企业": True, "科技型中小企业": False},
            {"statuses": {"高新技术企业": True, "科技型中小企业": False}, "kind": "企业"},
        ),
        ({"高新技术企业": "否"}, {"statuses": {"高新技术企业": False}}),
        ({"高新技术企业": "正在申请"}, {"statuses": {"高新技术企业": False}}),
        (
            {"size": "小型企业", "region": "太原"},
            {"size": "小型", "region": "太原市", "kind": "企业"},
        ),
        ({"员工": 30, "研发投入占比": "6"}, {"figures": {"员工": 30, "研发投入占比": 6}}),
        ({"staff": "23人", "founded": "2019-03-01"}, {"figures": {"员工": 23, "成立年限": "6到8"}}),
        ({"revenue": 15_000_000}, {"figures": {"营业收入": 15_000_000}}),
        ({"revenue": 1500}, {}),
        ({"kind": "enterprise"}, {"kind": "企业"}),
        (
            {"资质": ["高新技术企业", None, {"x": ["瞪羚企业"]}]},
            {"statuses": {"高新技术企业": True, "瞪羚企业": True}, "kind": "企业"},
        ),
        ({"a": None, "": "", "staff": float("nan"), "revenue": -1, "founded": "x"}, {}),
    ],
)
def test_a_form_is_read_like_words(form: dict[str, Any], known: dict[str, Any]) -> None:
    read = read_form(form, DAY).to_json()
    assert {key: value for key, value in read.items() if value} == known


def test_what_was_said_goes_before_the_form() -> None:
    profile = merged(["员工50人"], {"staff": 20, "region": "太原"}, DAY)
    assert (profile.to_json()["figures"], profile.to_json()["region"]) == ({"员工": 50}, "太原市")


def test_a_form_nested_without_end_is_refused_in_chinese() -> None:
    deep: dict[str, Any] = {"a": 1}
    for _ in range(100):
        deep = {"a": deep}
    with pytest.raises(ProfileError, match="嵌套过深"):
        read_form(deep, DAY)

"""A figure for several things together is none for one of them."""

from __future__ import annotations

import pytest

from assistant.compose.lumped import asks_for_several, counts_within, gives_only_together

TEXT = "启动体系优化调整，撤、并或黄牌警告32个重点实验室，新立项筹建10个实验室。"


@pytest.mark.parametrize(
    "asked",
    [
        "被直接撤销的有几个？",
        "单就黄牌警告这一类共几家？",
        "被撤销的有几个、被亮黄牌的有几个？",
        "撤销、合并、黄牌分别几个？",
    ],
)
def test_one_of_them_or_each_is_not_told(asked: str) -> None:
    assert gives_only_together(asked, TEXT)


@pytest.mark.parametrize(
    "asked",
    [
        "撤并和亮黄牌的一共多少家？",
        "被摘牌、合并或者亮黄牌的有多少？",
        "新立项筹建了几个实验室？",
        "被砍掉、合并或亮黄牌的共多少家？又新批筹建了几家？",
    ],
)
def test_all_of_them_or_something_else_is_told(asked: str) -> None:
    assert not gives_only_together(asked, TEXT)


@pytest.mark.parametrize(
    ("asked", "within"),
    [("全省高新技术企业有多少家？", True), ("上市后备库里高新技术企业有几家？", False)],
)
def test_those_in_a_list_are_not_all(asked: str, within: bool) -> None:
    text = "建立上市后备企业资源库，入库企业1081家，高新技术企业288家。"
    assert counts_within(asked, text) is within


def test_what_a_figure_counts_by_its_own_name_is_not_in_the_list_before() -> None:
    text = "高校基地实现签约项目32个，认定命名36个先进技术创新中心和20个科技创新团队；"
    assert not counts_within("认定了多少个创新中心和创新团队？", text)
    assert counts_within("全省有多少个重点实验室？", text)


def test_two_things_may_be_counted_in_one_breath() -> None:
    assert asks_for_several("认定了多少个创新中心和创新团队？")
    assert not asks_for_several("认定了多少个创新中心？")

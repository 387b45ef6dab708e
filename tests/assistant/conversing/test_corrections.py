from __future__ import annotations

import pytest

from assistant.conversing.corrections import Correction, correction


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("不对,我问的是市里的", Correction("市里", None)),
        ("说错了,是高企", Correction("高企", None)),
        ("哎不是这条,我指的是孵化器那条", Correction("孵化器", None)),
        ("弄错了,我要的是排名", Correction("排名", None)),
        ("问错了,应该是2025年要建几家", Correction("2025年要建几家", None)),
        ("我想问的其实是全省", Correction("全省", None)),
        ("不对,我问的是下派了多少名特派员", Correction("下派了多少名特派员", None)),
    ],
)
def test_a_correction_says_what_is_right(text: str, corrected: Correction) -> None:
    assert correction(text) == corrected


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("不是2020年,是2025年", "2025年", "2020年"),
        ("我是说配合,不是牵头", "配合", "牵头"),
        ("把2020年换成2025年", "2025年", "2020年"),
        ("错了,不是高企而是孵化器", "孵化器", "高企"),
        ("不对,我不是问株洲,我问的是全省2022年要突破多少家", "全省2022年要突破多少家", "株洲"),
        ("我不是问众创空间,是问孵化器", "孵化器", "众创空间"),
        ("不是问株洲,是问全省2022年的", "全省2022年", "株洲"),
        ("我说的不是投资基金,是信贷那条", "信贷", "投资基金"),
        ("我说的不是创新券,我要问的是保险归谁管", "保险归谁管", "创新券"),
        ("搞错了,我要的是全省不是株洲", "全省", "株洲"),
        ("我问的是全省的,不是株洲", "全省", "株洲"),
        ("别说株洲,说长沙", "长沙", "株洲"),
        ("别说株洲了,说长沙", "长沙", "株洲"),
        ("说反了,不是十三五末,我要十四五末的", "十四五末", "十三五末"),
        ("我没问株洲,问的是长沙", "长沙", "株洲"),
        ("株洲写错了,应该是长沙", "长沙", "株洲"),
        ("我问的不是株洲而是长沙", "长沙", "株洲"),
        ("不要株洲的,我要长沙的", "长沙", "株洲"),
        ("跟株洲没关系,我问长沙", "长沙", "株洲"),
        ("先别管株洲,全省是多少?", "全省是多少?", "株洲"),
        ("你答的是目标,我问的是现在有几家", "现在有几家", "目标"),
        ("问的不是金额而是比例", "比例", "金额"),
        ("不是高企,我问的是中小企业有多少家?", "中小企业有多少家?", "高企"),
    ],
)
def test_a_correction_may_say_what_was_wrong_as_well(text: str, new: str, old: str) -> None:
    found = correction(text)
    assert found is not None
    assert (found.new, found.old) == (new, old)


@pytest.mark.parametrize("text", ["不看论文,看什么?", "不是2020年,是2025年"])
def test_two_things_may_just_be_set_against_each_other(text: str) -> None:
    found = correction(text)
    assert found is not None
    assert not found.told


@pytest.mark.parametrize(
    "text",
    [
        "创新券由谁牵头?",
        "是不是要先注册?",
        "我问一下创新券由谁牵头?",
        "企业是不是都能领?",
        "不是高企的企业能领吗?",
        "要满足什么条件?",
        "我要申请创新券,由谁牵头?",
        "我想问孵化器怎么认定?",
        "不是说有补贴吗,给多少?",
        "没说清楚,到底给多少?",
        "要是不是高企,能领吗?",
    ],
)
def test_what_corrects_nothing(text: str) -> None:
    assert correction(text) is None

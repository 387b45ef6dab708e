from __future__ import annotations

import pytest

from assistant.eligibility.promise import is_entitlement, is_national_tax, is_share_of_fund
from tests.assistant.eligibility.policies import one_measure


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("对高新技术企业，给予20万元奖励。", True),
        ("对小微企业，免收服务费。", True),
        ("对高新技术企业，减按15%的税率征收企业所得税。", True),
        ("鼓励企业设立研发机构。", False),
        ("支持企业做大做强。", False),
        ("鼓励商业银行发放科技创新型贷款。", False),
        ("鼓励金融机构向小微企业给予利率优惠。", False),
        ("支持小微企业免费使用高校的科研设备。", True),
        ("鼓励企业上市，给予最高100万元奖励。", True),
        ("加大对中小企业的支持力度。", False),
    ],
)
def test_only_what_is_given_is_an_entitlement(sentence: str, promised: bool) -> None:
    measures = one_measure(sentence).facts.measures
    assert [is_entitlement(m) for m in measures][-1:] == ([promised] if measures else [])
    assert measures or not promised


@pytest.mark.parametrize(
    ("sentence", "everywhere"),
    [
        ("对高新技术企业，减按15%的税率征收企业所得税。", True),
        ("对高新技术企业，按企业所得税地方留存部分给予奖励。", False),
        ("对困难企业，返还上年度缴纳的增值税。", False),
    ],
)
def test_tax_law_holds_everywhere_and_local_money_here(sentence: str, everywhere: bool) -> None:
    (measure,) = one_measure(sentence).facts.measures
    assert is_national_tax(measure) is everywhere


def test_a_share_of_a_fund_is_told_apart() -> None:
    (measure,) = one_measure("专项资金对民营企业的支持比例不低于资金总量的50%。").facts.measures
    assert is_share_of_fund(measure)

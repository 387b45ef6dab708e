from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.access.found import Kind
from assistant.access.invisible import cleaned
from assistant.access.masking import Masked, find, mask, mask_values
from eval.personal import read_personal, score_personal

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"
EVAL_DATA = Path(__file__).parents[3] / "eval" / "data"


def test_every_labelled_piece_is_found_and_nothing_else() -> None:
    cases = read_personal()
    score = score_personal(cases)
    assert len(cases) == 485
    assert (score.found, score.missed, score.wrong) == (249, (), ())
    assert (score.precision, score.recall) == (1.0, 1.0)


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda p: p.name)
def test_the_documents_hold_nothing_that_is_taken_for_personal_data(path: Path) -> None:
    assert find(cleaned(path.read_text(encoding="utf-8"))) == []


def test_no_question_of_the_case_sets_is_touched() -> None:
    files = list(EVAL_DATA.glob("dev_*.jsonl"))
    assert len(files) > 40
    assert [f.name for f in files if find(f.read_text(encoding="utf-8"))] == []


def test_what_stood_there_is_named_and_the_rest_stays() -> None:
    assert mask("我叫张三，手机13812345678，证件11010519491231002X，能领多少？") == Masked(
        "我叫张三，手机〔手机号已隐去〕，证件〔身份证号已隐去〕，能领多少？",
        (Kind.MOBILE, Kind.ID_CARD),
    )


def test_a_masked_text_has_nothing_left_to_mask() -> None:
    for case in read_personal():
        once = mask(cleaned(case.text)).text
        assert mask(once) == Masked(once)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("致电\n139\n0351\n6678", "致电\n〔手机号已隐去〕"),
        ("139\n0351\n6678", "139\n0351\n6678"),
        ("身份证\n140105\n19880712\n0033", "身份证\n〔身份证号已隐去〕"),
        ("卡号\n2021\n2022\n2023\n2024", "卡号\n2021\n2022\n2023\n2024"),
        ("14010519900101106X13812345678", "〔身份证号已隐去〕〔手机号已隐去〕"),
        ("138123456781391234567813712345678", "〔手机号已隐去〕〔手机号已隐去〕〔手机号已隐去〕"),
        ("護照號碼 EJ 123 4567", "護照號碼 〔证件号已隐去〕"),
        ("零件货号E20231108，图号G12345678-01", "零件货号E20231108，图号G12345678-01"),
        ("打07555551234或02987654321", "打〔电话号码已隐去〕或〔电话号码已隐去〕"),
        ("单号03512023456，收入08512345678，编号04912345678", None),
        ("识别码2023 0371 6543 2100，0371 6543 2100 2024", None),
        ("訂單號13812345678，訂單的聯繫電話13812345678", "訂單號13812345678，訂單的聯繫電話〔手机号已隐去〕"),
    ],
)  # fmt: skip
def test_lines_labels_and_what_stands_around_decide(text: str, kept: str | None) -> None:
    assert mask(text).text == (kept or text)


def test_an_enterprise_may_say_its_capital_and_its_credit_code() -> None:
    said = "注册资本5000000元，统一社会信用代码91140100MA0K12345X，2020年1月1日成立"
    assert mask(said) == Masked(said)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ({"手机": 13812345678}, {"手机": "〔手机号已隐去〕"}),
        ({"联系电话": "13812345678"}, {"联系电话": "〔手机号已隐去〕"}),
        ({"注册资本": 13812345678, "revenue": 13812345678}, {"注册资本": 13812345678, "revenue": 13812345678}),
        ({"staff": 23, "said": ["我是13812345678", True, None, 1.5]},
         {"staff": 23, "said": ["我是〔手机号已隐去〕", True, None, 1.5]}),
        ({"13812345678": {"a": "a@qq.com"}}, {"〔手机号已隐去〕": {"a": "〔邮箱已隐去〕"}}),
        ({"any": 440306200112246023}, {"any": 440306200112246023}),
    ],
)  # fmt: skip
def test_a_profile_is_masked_in_keys_and_values_at_any_depth(value: Any, kept: Any) -> None:
    assert mask_values(value)[0] == kept


def test_a_profile_nested_without_end_ends() -> None:
    deep: Any = "13812345678"
    for _ in range(5000):
        deep = {"a": deep}
    kept, kinds = mask_values(deep)
    assert kinds == ()
    assert "13812345678" not in repr(kept)


def test_a_long_row_of_digits_takes_no_long_time() -> None:
    assert mask("1 " * 4000).kinds == ()
    assert mask("1" * 20_000).kinds == ()
    assert mask("a" * 20_000 + "@").kinds == ()
    assert mask("a@" + "a." * 10_000).kinds == ()

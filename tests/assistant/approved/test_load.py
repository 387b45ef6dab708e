from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.approved.entry import ApprovedEntry, ApprovedSentence
from assistant.approved.load import read_approved
from assistant.errors import ApprovedError
from tests.assistant.approved.entries import SOUND, entries, write


def told(folder: Path, text: str) -> str:
    with pytest.raises(ApprovedError) as caught:
        entries(folder, text)
    return str(caught.value).replace(str(folder), "")


def test_an_entry_is_read_as_it_was_written(tmp_path: Path) -> None:
    quote = "对注册在本省的科技型小微企业，每年发放不超过5万元的创新券，用于购买检测服务"
    assert entries(tmp_path) == (
        ApprovedEntry(
            id="voucher",
            questions=("小微企业{每年|一年|}能领多少创新券",),
            answer=(
                ApprovedSentence(
                    text="注册在本省的科技型小微企业，每年发放不超过5万元的创新券。",
                    document="measures",
                    clause="（一）",
                    quote=quote,
                ),
            ),
            notices=("申领入口另行公布。",),
            approved_by="政策科",
            approved_on=date(2024, 5, 1),
        ),
    )


def test_an_empty_file_holds_no_entries(tmp_path: Path) -> None:
    assert entries(tmp_path, "# 暂无\n") == ()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ApprovedError, match=r"没有找到审定答复文件.*请检查设置项 approved_answers"):
        read_approved(tmp_path / "none.yaml")


def test_the_place_of_bad_yaml_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, SOUND.replace("  answer:", " answer:")) == (
        "/approved.yaml 第4行第2列不是合法的 YAML：请检查缩进或标点。"
        "改好后请运行 zhengwen approved check。"
    )


def test_a_repeated_key_overwrites_nothing(tmp_path: Path) -> None:
    assert "第12行第3列不是合法的 YAML：请检查重复的键 id" in told(
        tmp_path, SOUND + "  id: another\n"
    )


def test_a_file_in_another_encoding_is_no_file_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "approved.yaml"
    path.write_bytes(SOUND.encode("gb18030"))
    with pytest.raises(ApprovedError, match="不是 UTF-8 文字，请另存为 UTF-8"):
        read_approved(path)


def test_yaml_nested_without_end_is_an_error_like_any_other(tmp_path: Path) -> None:
    assert "不是合法的 YAML" in told(tmp_path, "[" * 5000)


def test_anything_but_a_list_is_refused(tmp_path: Path) -> None:
    assert "最外层应是条目的列表" in told(tmp_path, "voucher: 5万元\n")


def test_all_mistakes_of_form_are_told_at_once_with_what_to_do(tmp_path: Path) -> None:
    broken = (
        SOUND.replace("document: measures", "document: 003")
        .replace("approved_by: 政策科\n", "aproved_by: 政策科\n")
        .replace("2024-05-01", '"去年"')
        .replace("questions:\n    - 小微企业{每年|一年|}能领多少创新券", "questions: []")
    )
    assert told(tmp_path, broken).splitlines() == [
        "审定答复文件 /approved.yaml 有 5 处错误：",
        "  第1个条目（voucher）：questions 至少要有一项。",
        "  第1个条目（voucher）：answer.1.document 应是文字；像 000、2020 这样的编号要加引号。",
        "  第1个条目（voucher）：approved_by 没有填写。",
        "  第1个条目（voucher）：approved_on 应是日期，写作 2025-03-01（不加引号）。",
        "  第1个条目（voucher）：不认识的键 aproved_by，请检查拼写。",
        "改好后请运行 zhengwen approved check。",
    ]


def test_an_id_is_used_once(tmp_path: Path) -> None:
    assert "id voucher 用了不止一次，请改成不同的 id" in told(tmp_path, SOUND + SOUND)


def test_one_question_has_one_answer(tmp_path: Path) -> None:
    other = SOUND.replace("id: voucher", "id: other").replace("{每年|一年|}", "一年")
    assert (
        "other 的问法“小微企业一年能领多少创新券”与 voucher 的相同，"
        "同一个问题只能有一个审定答复，请删去其一"
    ) in told(tmp_path, SOUND + other)


def test_a_pattern_that_cannot_be_read_is_named_with_its_entry(tmp_path: Path) -> None:
    assert "voucher 的问法“小微企业{每年}能领多少创新券”：花括号里要用“|”隔开" in told(
        tmp_path, SOUND.replace("{每年|一年|}", "{每年}")
    )


def test_a_pattern_without_words_is_named(tmp_path: Path) -> None:
    text = SOUND.replace("小微企业{每年|一年|}能领多少创新券", "？")
    assert "voucher 的问法“？”里没有实际内容" in told(tmp_path, text)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ApprovedError, match="读不了"):
        read_approved(tmp_path)
    assert write(tmp_path, SOUND).is_file()

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from assistant.cli.app import run
from assistant.settings import Settings
from corpus.manifest import write_manifest
from corpus.parse import parse_file
from tests.assistant.policy import POLICY

SAID = "我们在岳阳市，是科技型小微企业，今年首次通过高新技术企业认定，能享受什么？"


@pytest.fixture(autouse=True)
def _in_a_known_city(own_settings: Settings) -> None:
    """The corpus's one policy, of a city that is in the table of regions."""
    file = own_settings.documents / "p1.txt"
    file.write_text(POLICY.replace("在我市注册的", ""), encoding="utf-8")
    document = replace(parse_file(file).document, region="岳阳市", level="市")
    write_manifest(own_settings.documents, (document,))


def _ask(*more: str) -> int:
    return run(["eligibility", "--text", SAID, *more])


def test_the_table_says_what_is_met_why_and_who_answers(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _ask() == 0
    printed = capsys.readouterr().out
    assert "符合（2项）" in printed
    assert "负责部门：市科技局" in printed
    assert "你们说：“今年首次通过高新技术企业认定”" in printed
    assert "人工智能生成合成内容" in printed


def test_json_is_the_answer_of_the_interface(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _ask("--json", "--as-of", "2026-05-01") == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["as_of"], made["ai_generated"]) == ("2026-05-01", True)
    assert [i["verdict"] for i in made["items"]].count("met") == 2


def test_every_format_is_written_and_can_be_read(
    own_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form in ("json", "html", "docx", "xlsx"):
        assert _ask("--format", form, "-o", str(tmp_path / f"list.{form}")) == 0
    assert "已写入" in capsys.readouterr().err
    assert json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))["items"]
    assert "符合（2项）" in (tmp_path / "list.html").read_text(encoding="utf-8")
    word = Document(io.BytesIO((tmp_path / "list.docx").read_bytes()))
    assert any(p.text == "符合（2项）" for p in word.paragraphs)
    assert load_workbook(tmp_path / "list.xlsx").sheetnames == ["政策匹配清单", "所填情况与说明"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "请用 --text 说明情况"),
        (["--text", "  "], "请用 --text 说明情况"),
        (["--text", SAID, "--format", "docx"], "请用 -o 指定文件"),
        (["--text", SAID, "--profile", "nowhere.json"], "没有找到企业画像文件"),
    ],
)
def test_what_cannot_be_done_is_said_in_chinese(
    own_settings: Settings,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    assert run(["eligibility", *arguments]) == 1
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "不是可读的 UTF-8 JSON"),
        ("[" * 100_000, "不是可读的 UTF-8 JSON"),
        ("[1]", "应是一个 JSON 对象"),
        (
            json.dumps({"a": {"b": {"c": {"d": {"e": {"f": {"g": {"h": {"i": {"j": 1}}}}}}}}}}),
            "嵌套过深",
        ),
    ],
)
def test_a_bad_profile_is_refused_in_chinese(
    own_settings: Settings,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: str,
    words: str,
) -> None:
    file = tmp_path / "profile.json"
    file.write_text(content, encoding="utf-8")
    assert run(["eligibility", "--profile", str(file)]) == 1
    assert words in capsys.readouterr().err


def test_a_profile_with_odd_types_is_read_as_far_as_it_goes(
    own_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "profile.json"
    odd = {"员工": None, "revenue": "很多", "staff": [], "founded": True, "size": {"x": 1}}
    file.write_text(json.dumps(odd | {"高新技术企业": True}, ensure_ascii=False), encoding="utf-8")
    assert run(["eligibility", "--profile", str(file), "--json"]) == 0
    profile = json.loads(capsys.readouterr().out)["profile"]
    assert (profile["statuses"], profile["figures"]) == ({"高新技术企业": True}, {})


def test_a_file_that_cannot_be_written_is_named(
    own_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert _ask("--format", "xlsx", "-o", str(folder)) == 1
    assert "folder" in capsys.readouterr().err

"""A folder with everything that goes wrong: each file is reported, the rest is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ReadError, ZhengwenError
from corpus.manifest import load_corpus
from corpus.models import Corpus
from corpus.parse import parse_file

GOOD = "某市数据办法\n第一条 为了规范，制定本办法。\n第二条 本办法自2023年1月1日起施行。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files: dict[str, bytes] = {
        "空文件.txt": b"",
        "只有页码.txt": "- 1 -\n\f- 2 -\n\f=== PAGE 3 ===\n— 4 —\n".encode(),
        "好文件.txt": GOOD.encode(),
        "同一正文.txt": GOOD.encode("gb18030"),
        "国标.txt": GOOD.replace("数据", "档案").encode("gbk"),
        "宽字符.txt": GOOD.replace("数据", "气象").encode("utf-16"),
        "控制符.txt": GOOD.replace("数据", "水\x07利").encode(),
        "二进制.txt": bytes(range(256)) * 40,
        "图片.txt": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "无标题.txt": "为了加强管理，现将有关事项说明。请各单位遵照执行，做好相关工作。\n".encode(),
        "编号矛盾.txt": "某意见\n三、甲\n内容。\n一、乙\n内容。\n一、丙\n内容。\n（五）丁\n内容。\n".encode(),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.fixture
def read(folder: Path) -> tuple[Corpus, dict[str, str]]:
    problems: dict[str, str] = {}

    def report(path: Path, error: ZhengwenError) -> None:
        problems[path.name] = str(error)

    return load_corpus(folder, report), problems


def test_every_file_that_cannot_be_used_is_told_with_the_reason(
    read: tuple[Corpus, dict[str, str]],
) -> None:
    corpus, problems = read
    assert problems == {
        "空文件.txt": "文件“空文件.txt”是空的，没有可读的文字。",
        "只有页码.txt": "文件里没有正文，只有页码或空白；若是扫描件，请先做文字识别（OCR）再添加。",
        "好文件.txt": "文件“好文件.txt”与“同一正文.txt”正文相同，只保留后者。",
        "二进制.txt": "文件“二进制.txt”不是文本，或编码无法识别；请另存为 UTF-8 文本后再试。",
        "图片.txt": "文件“图片.txt”不是纯文本（内容像是文档或图片），请按它的真实格式改后缀名。",
    }
    assert sorted(corpus.by_id) == ["同一正文", "国标", "宽字符", "控制符", "无标题", "编号矛盾"]


def test_every_encoding_gives_the_same_articles(read: tuple[Corpus, dict[str, str]]) -> None:
    for name in ("同一正文", "国标", "宽字符", "控制符"):
        assert [c.marker for c in read[0].by_id[name].clauses] == ["", "第一条", "第二条"]


def test_control_characters_are_taken_off_and_told(read: tuple[Corpus, dict[str, str]]) -> None:
    parsed = read[0].by_id["控制符"]
    assert parsed.document.title == "某市水利办法"
    assert [w.message for w in parsed.warnings] == ["去掉了 1 个控制字符，请核对原文有无缺字。"]


def test_a_text_without_headings_is_one_clause_and_can_be_found(
    read: tuple[Corpus, dict[str, str]],
) -> None:
    parsed = read[0].by_id["无标题"]
    assert [c.level for c in parsed.clauses] == [0]
    assert [p.text for p in parsed.passages] == [parsed.text.strip()]


def test_numbering_that_contradicts_itself_is_kept_as_printed_and_told(
    read: tuple[Corpus, dict[str, str]],
) -> None:
    parsed = read[0].by_id["编号矛盾"]
    assert [(c.marker, c.title) for c in parsed.clauses[1:]] == [
        ("三、", "甲"),
        ("一、", "乙"),
        ("一、", "丙"),
        ("（五）", "丁"),
    ]
    assert [w.message for w in parsed.warnings] == [
        "编号“三、”没有从一开始，按原文保留。",
        "编号“一、”重复或倒退，按原文保留。",
        "编号“一、”重复或倒退，按原文保留。",
        "编号“（五）”没有从一开始，按原文保留。",
    ]


def test_a_folder_with_nothing_but_bad_files_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    with pytest.raises(ReadError, match="没有可用的政策文件"):
        load_corpus(tmp_path, lambda path, error: None)


def test_a_large_text_on_one_line_has_its_articles(tmp_path: Path) -> None:
    articles = " ".join(f"第{n}条 市科技局应当每年公布支持政策和执行情况。" for n in range(1, 400))
    (tmp_path / "长.txt").write_text(f"某市办法 {articles}", encoding="utf-8")
    parsed = parse_file(tmp_path / "长.txt")
    assert [c.number for c in parsed.clauses[1:]] == list(range(1, 400))

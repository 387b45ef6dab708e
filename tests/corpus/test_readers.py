"""Files become text, or the reason why not is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ReadError
from corpus.readers import read_text

TEXT = "某市关于促进产业发展的意见\n一、支持企业。对企业给予奖励，最高100万元。\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "某意见.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read_text(path) == TEXT


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "是空的"),
        (b" \n\n ", "是空的"),
        ("\ufeff \n".encode(), "是空的"),
        (b"%PDF-1.7 ...", "不是纯文本"),
        (bytes(range(256)) * 20, "不是文本，或编码无法识别"),
        (("一、总则" + "\x07\x01" * 20).encode(), "含有 40 个控制字符"),
        (b"\xff\xff\xfe\x81" * 50, "不是文本，或编码无法识别"),
    ],
)
def test_what_is_no_text_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "坏文件.txt"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=message) as caught:
        read_text(path)
    assert "坏文件.txt" in str(caught.value)


def test_a_missing_file_a_folder_and_an_unknown_format_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"找不到文件“没有\.txt”"):
        read_text(tmp_path / "没有.txt")
    with pytest.raises(ReadError, match="不是文件"):
        read_text(tmp_path)
    (tmp_path / "表.xyz").write_text(TEXT, encoding="utf-8")
    with pytest.raises(ReadError, match=r"不认识“表\.xyz”的格式（\.xyz）。目前可读：.*\.txt"):
        read_text(tmp_path / "表.xyz")

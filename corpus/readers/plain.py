"""Plain text in any of the encodings that Chinese offices use."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from corpus.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
)
# Tab, line ends, vertical tab, form feed (a page break) and unit-like separators are layout, the
# rest of the C0 block never occurs in a text that a person wrote.
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_FEW_CONTROLS = 10
"""So many, or one in a thousand characters, are dirt that cleaning takes off and tells."""
_HAN = re.compile("[\u3400-\u9fff]")
_BOX = "\ufffd"


def read_plain(path: Path) -> str:
    """Decode a text file: BOM first, then UTF-8, UTF-16 without BOM, GB18030."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"读不了文件“{path.name}”：{error.strerror}。请检查权限。") from error
    return decode(data, path.name)


def decode(data: bytes, name: str) -> str:
    """The text behind the bytes; ReadError if they are no text in a known encoding."""
    if not data.strip():
        raise ReadError(f"文件“{name}”是空的，没有可读的文字。")
    if data.startswith(_MAGIC):
        raise ReadError(f"文件“{name}”不是纯文本（内容像是文档或图片），请按它的真实格式改后缀名。")
    text = _decode(data)
    if text is None:
        raise ReadError(f"文件“{name}”不是文本，或编码无法识别；请另存为 UTF-8 文本后再试。")
    controls = len(CONTROL.findall(text))
    if controls > max(_FEW_CONTROLS, len(text) // 1000):
        raise ReadError(
            f"文件“{name}”含有 {controls} 个控制字符，不像是文本；请另存为 UTF-8 纯文本后再试。"
        )
    return text


def _decode(data: bytes) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _try(data, encoding)
    if b"\x00" in data[:4096]:
        return _utf16_without_bom(data)
    for encoding in ("utf-8", "gb18030"):
        text = _try(data, encoding)
        if text is not None and (encoding == "utf-8" or _looks_chinese(text)):
            return text
    return _utf16_without_bom(data)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_without_bom(data: bytes) -> str | None:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _try(data, encoding)
        if text is not None and _looks_chinese(text):
            return text
    return None


def _looks_chinese(text: str) -> bool:
    """Wrongly decoded bytes give rare or private characters; a real text has Han and 的, 、, 。."""
    sample = text[:20000]
    common = sum(sample.count(c) for c in "的和、，。年在一,.")
    return bool(_HAN.search(sample)) and common * 60 >= len(sample.strip()) and _BOX not in sample

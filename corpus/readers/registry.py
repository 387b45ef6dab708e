"""Which reader takes which file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.errors import ReadError
from corpus.readers.plain import read_plain

Reader = Callable[[Path], str]

READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
    "": read_plain,
}
SUFFIXES = tuple(suffix for suffix in READERS if suffix)


def read_text(path: Path) -> str:
    """The raw text of a policy file, whatever its format and encoding.

    Raises ReadError with a message for the person who added the file: the file is missing, is a
    folder, has an unknown format, cannot be decoded, or holds no text.
    """
    if not path.exists():
        raise ReadError(f"找不到文件“{path.name}”，请检查路径是否写对。")
    if not path.is_file():
        raise ReadError(f"“{path.name}”不是文件，请指定一个文件。")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = "、".join(SUFFIXES)
        raise ReadError(
            f"不认识“{path.name}”的格式（{path.suffix}）。目前可读：{known}；请先另存为其中一种。"
        )
    text = reader(path)
    if not text.strip():
        raise ReadError(f"文件“{path.name}”是空的，没有可读的文字。")
    return text

"""JSONL in and out, every bad line named."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from eval.errors import EvalError


class Identified(Protocol):
    """A record with an id."""

    id: str


Record = TypeVar("Record", bound=BaseModel)


def read_jsonl(path: Path, model: type[Record]) -> list[Record]:
    """One record a line, blank lines left out.

    Raises EvalError with file, line and field for what is not JSON or not a record.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise EvalError(f"读不到 {path}（{error.strerror}）。请检查路径。") from error
    except UnicodeDecodeError as error:
        raise EvalError(f"{path} 不是 UTF-8 文本。请转换编码后重试。") from error
    records = []
    # splitlines would also cut at U+2028 and the like, which JSON strings may hold.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            records.append(_record(path, number, line, model))
    return records


def write_jsonl(path: Path, records: Iterable[BaseModel]) -> None:
    """One record a line, Chinese left readable."""
    lines = (json.dumps(r.model_dump(mode="json"), ensure_ascii=False) + "\n" for r in records)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise EvalError(f"写不了 {path}（{error.strerror}）。请检查目录与磁盘。") from error


def require_unique(records: Sequence[Identified], where: str) -> None:
    """Raises EvalError naming the ids that occur twice."""
    counts = Counter(r.id for r in records)
    twice = [name for name, count in counts.items() if count > 1]
    if twice:
        raise EvalError(f"{where} 中有重复的 id：{'、'.join(twice)}。请改成唯一的 id。")


def _record(path: Path, number: int, line: str, model: type[Record]) -> Record:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        mistakes = "；".join(
            f"{'.'.join(str(part) for part in m['loc']) or '整行'}：{m['msg']}"
            for m in error.errors(include_url=False)
        )
        raise EvalError(f"{path} 第 {number} 行不合格式（{mistakes}）。") from error

"""The file of approved answers: read strictly, every mistake named with what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from assistant.approved.entry import ApprovedEntry
from assistant.approved.match import question_key, wordings
from assistant.errors import ApprovedError

CHECK = "改好后请运行 zhengwen approved check。"
_TYPES = {
    "string_type": "应是文字；像 000、2020 这样的编号要加引号",
    "string_too_short": "不能为空",
    "string_pattern_mismatch": "不能为空",
    "tuple_type": "应是列表，每项以“- ”开头",
    "too_short": "至少要有一项",
    "date_type": "应是日期，写作 2025-03-01（不加引号）",
    "missing": "没有填写",
    "model_type": "应是“键: 值”的形式",
}


def read_approved(path: Path) -> tuple[ApprovedEntry, ...]:
    """The entries of a file, in order.

    Raises ApprovedError, with all mistakes that were found, when the file is missing, is not YAML,
    has wrong types, unknown or repeated keys, repeated ids, or one question in two entries.
    """
    content = _parse(path)
    if content is None:
        return ()
    if not isinstance(content, list):
        raise ApprovedError(f"{path}：最外层应是条目的列表，每个条目以“- id:”开头。{CHECK}")
    entries: list[ApprovedEntry] = []
    mistakes: list[str] = []
    for place, item in enumerate(content, 1):
        try:
            entries.append(ApprovedEntry.model_validate(item))
        except ValidationError as error:
            name = item.get("id") if isinstance(item, dict) else None
            where = f"第{place}个条目{f'（{name}）' if name else ''}"
            mistakes.extend(f"{where}：{mistake}" for mistake in _explained(error))
    mistakes.extend(_clashes(entries))
    if mistakes:
        lines = "\n".join(f"  {mistake}。" for mistake in mistakes)
        raise ApprovedError(f"审定答复文件 {path} 有 {len(mistakes)} 处错误：\n{lines}\n{CHECK}")
    return tuple(entries)


class _Loader(yaml.SafeLoader):  # type: ignore[misc]
    """A repeated key is a mistake, not an overwriting."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if str(key.value) in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"重复的键 {key.value}", problem_mark=key.start_mark
                )
            seen.add(str(key.value))
        found: dict[Any, Any] = super().construct_mapping(node, deep)
        return found


def _parse(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except FileNotFoundError as error:
        raise ApprovedError(
            f"没有找到审定答复文件 {path}。请检查设置项 approved_answers。"
        ) from error
    except UnicodeDecodeError as error:
        raise ApprovedError(f"{path} 不是 UTF-8 文字，请另存为 UTF-8。{CHECK}") from error
    except OSError as error:
        raise ApprovedError(f"读不了 {path}（{error.strerror}），请检查权限。") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"第{mark.line + 1}行第{mark.column + 1}列" if mark else "某处"
        why = error.problem if error.problem and error.problem.startswith("重复") else "缩进或标点"
        raise ApprovedError(f"{path} {where}不是合法的 YAML：请检查{why}。{CHECK}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ApprovedError(f"{path} 不是合法的 YAML，请检查内容。{CHECK}") from error


def _explained(error: ValidationError) -> Iterator[str]:
    """Each mistake with the key where it is."""
    mistakes = error.errors(include_url=False)
    for mistake in mistakes:
        inside = (m["loc"] for m in mistakes if m is not mistake)
        if mistake["type"] == "too_short" and any(i[:1] == mistake["loc"] for i in inside):
            continue  # pydantic leaves a bad item out, and then finds too few
        key = ".".join(str(p + 1) if isinstance(p, int) else p for p in mistake["loc"])
        if mistake["type"] == "extra_forbidden":
            yield f"不认识的键 {key}，请检查拼写"
        else:
            told = _TYPES.get(mistake["type"], f"不合要求（{mistake['msg']}）")
            yield f"{key} {told}" if key else told


def _clashes(entries: Iterable[ApprovedEntry]) -> Iterator[str]:
    """Ids given twice, patterns that cannot be read, questions that two entries answer."""
    ids: set[str] = set()
    owners: dict[str, str] = {}
    for entry in entries:
        if entry.id in ids:
            yield f"id {entry.id} 用了不止一次，请改成不同的 id"
            continue
        ids.add(entry.id)
        for pattern in entry.questions:
            try:
                keys = [question_key(wording) for wording in wordings(pattern)]
            except ValueError as error:
                yield f"{entry.id} 的问法“{pattern}”：{error}"
                continue
            for key in dict.fromkeys(keys):
                if not key:
                    yield f"{entry.id} 的问法“{pattern}”里没有实际内容，请写完整的问题"
                elif owners.setdefault(key, entry.id) != entry.id:
                    yield (
                        f"{entry.id} 的问法“{pattern}”与 {owners[key]} 的相同，"
                        "同一个问题只能有一个审定答复，请删去其一"
                    )
                    break

"""Help and usage messages in Chinese; typer brings only English ones."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_USAGE = (
    (re.compile(r"No such command '(.+)'\."), r"没有“\1”这个命令。"),
    (re.compile(r"No such option: (\S+).*"), r"没有 \1 这个选项。"),
    (re.compile(r"Missing argument '(.+)'\.(.*)", re.DOTALL), r"缺少参数 \1。"),
    (re.compile(r"Missing option '(.+)'\."), r"缺少选项 \1。"),
    (re.compile(r"Option '(.+)' requires an argument\."), r"选项 \1 需要一个值。"),
    (
        re.compile(r"Got unexpected extra argument\S* \((.+)\)"),
        r"多出了参数 \1；有空格的内容请加引号。",
    ),
    (re.compile(r"Invalid value for '?(.+?)'?: (.+)", re.DOTALL), r"\1 的值不对：\2。"),
)
_VALUES = (
    (re.compile(r"'(.+?)' is not one of (.+?)\.?"), r"“\1”不是可选的值（\2）"),
    (re.compile(r"Input should be less than or equal to (.+)"), r"应不大于 \1"),
    (re.compile(r"Input should be greater than or equal to (.+)"), r"应不小于 \1"),
    (re.compile(r"Input should be a valid integer.*"), "应为整数"),
    (
        re.compile(r"'(.+?)' does not match the formats? '%Y-%m-%d'\.?"),
        r"“\1”应为 YYYY-MM-DD 形式的日期",
    ),
)
_HINT = "用 zhengwen --help 或 zhengwen 命令 --help 查看用法。"


class Group(TyperGroup):
    """A command group whose help is titled in Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        translate_help()
        super().format_help(ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """--help of the group."""
        return translate_help_option(super().get_help_option(ctx))


class Command(TyperCommand):
    """A command whose help is titled in Chinese."""

    def get_help_option(self, ctx: Any) -> Any:
        """--help of the command."""
        return translate_help_option(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        translate_help()
        super().format_help(ctx, formatter)


def translate_help() -> None:
    """Replace the titles of typer's help panels."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
    rich_utils.OPTIONS_PANEL_TITLE = "选项"
    rich_utils.COMMANDS_PANEL_TITLE = "命令"
    rich_utils.DEFAULT_STRING = "[默认：{}]"
    rich_utils.REQUIRED_LONG_STRING = "[必填]"


def translate_help_option(option: Any) -> Any:
    """The text of --help."""
    if option is not None:
        option.help = "显示用法。"
    return option


def explain_usage(error: Exception) -> str | None:
    """A usage error of the command line in Chinese; None when the error is of another kind."""
    if getattr(error, "exit_code", None) != 2:
        return None
    message = str(getattr(error, "message", error))
    format_message = getattr(error, "format_message", None)
    if format_message is not None:
        message = str(format_message())
    for pattern, chinese in _USAGE:
        found = pattern.fullmatch(message)
        if found:
            parts = [_explain_value(part or "") for part in found.groups()]
            for number, part in enumerate(parts, 1):
                chinese = chinese.replace(f"\\{number}", part)
            return chinese + _HINT
    return f"用法有误：{message} {_HINT}"


def _explain_value(text: str) -> str:
    text = text.removeprefix("Value error, ")
    for pattern, chinese in _VALUES:
        found = pattern.fullmatch(text)
        if found:
            return found.expand(chinese)
    return text

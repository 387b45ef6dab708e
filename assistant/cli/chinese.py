"""Help and usage messages in Chinese; typer brings only English ones."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperGroup

_USAGE = (
    (re.compile(r"No such command '(.+)'\."), r"没有“\1”这个命令。"),
    (re.compile(r"No such option: (\S+).*"), r"没有 \1 这个选项。"),
    (re.compile(r"Missing argument '(.+)'\.(.*)", re.DOTALL), r"缺少参数 \1。"),
    (re.compile(r"Missing option '(.+)'\."), r"缺少选项 \1。"),
    (re.compile(r"Option '(.+)' requires an argument\."), r"选项 \1 需要一个值。"),
    (
        re.compile(r"Got unexpected extra arguments? \((.+)\)"),
        r"多出了参数 \1；有空格的内容请加引号。",
    ),
    (re.compile(r"Invalid value for '?(.+?)'?: (.+)", re.DOTALL), r"\1 的值不对：\2"),
)
_HINT = "用 zhengwen --help 或 zhengwen 命令 --help 查看用法。"


class Group(TyperGroup):
    """A command group whose help is titled in Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        translate_help()
        super().format_help(ctx, formatter)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command; its help will need the same titles."""
        translate_help_if_asked(ctx)
        return super().get_command(ctx, cmd_name)


def translate_help_if_asked(ctx: Any) -> None:
    """Only --help needs the titles, and only then is their module worth loading."""
    if "--help" in (*ctx.args, *getattr(ctx, "_protected_args", ())):
        translate_help()


def translate_help() -> None:
    """Replace the titles of typer's help panels."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
    rich_utils.OPTIONS_PANEL_TITLE = "选项"
    rich_utils.COMMANDS_PANEL_TITLE = "命令"
    rich_utils.DEFAULT_STRING = "[默认：{}]"
    rich_utils.REQUIRED_LONG_STRING = "[必填]"


def explain_usage(error: Exception) -> str | None:
    """A usage error of the command line in Chinese; None when the error is of another kind."""
    if getattr(error, "exit_code", None) != 2:
        return None
    message = str(getattr(error, "message", error))
    format_message = getattr(error, "format_message", None)
    if format_message is not None:
        message = str(format_message())
    for pattern, chinese in _USAGE:
        if pattern.fullmatch(message):
            return pattern.sub(chinese, message) + _HINT
    return f"用法有误：{message} {_HINT}"

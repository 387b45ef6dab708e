"""All commands in one list, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from assistant.cli.approved import approved
from assistant.cli.asking import ask, search
from assistant.cli.audit import audit
from assistant.cli.chinese import Command, Group, explain_usage
from assistant.cli.doctor import doctor
from assistant.cli.documents import add, documents, outline, remove
from assistant.cli.eligibility import eligibility
from assistant.cli.facts import facts
from assistant.cli.indexing import index
from assistant.cli.keys import key
from assistant.cli.mcp import mcp
from assistant.cli.serving import serve
from corpus.errors import ZhengwenError

COMMANDS = (
    ask,
    search,
    eligibility,
    documents,
    outline,
    facts,
    add,
    remove,
    index,
    serve,
    mcp,
    doctor,
)
BROKEN_PIPE = 141


def build_app() -> typer.Typer:
    """The command line as a typer application."""
    app = typer.Typer(
        name="zhengwen",
        help="政问：回答政策问题，句句有条款出处。",
        cls=Group,
        add_completion=False,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        rich_markup_mode="rich",
    )
    app.add_typer(approved)
    app.add_typer(audit)
    app.add_typer(key)
    for command in COMMANDS:
        app.command(cls=Command)(command)
    return app


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; what went wrong is said on stderr, in Chinese."""
    for stream in (sys.stdout, sys.stderr):
        # Redirected output takes the locale's encoding, which may not hold Chinese.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if any("\ud800" <= c <= "\udfff" for argument in arguments for c in argument):
        return _fail("参数不是合法的 UTF-8 文字，请检查终端编码（建议 UTF-8）后重试。", 2)
    try:
        code = build_app()(list(arguments), prog_name="zhengwen", standalone_mode=False)
    except ZhengwenError as error:
        return _fail(str(error), 1)
    except BrokenPipeError:
        # The reader (head, less) has gone; nothing more can be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        return _fail(_explain_os_error(error), 1)
    except (typer.Abort, KeyboardInterrupt):
        return _fail("已中断。", 130)
    except Exception as error:
        usage = explain_usage(error)
        if usage is None:
            raise
        return _fail(usage, 2)
    return code if isinstance(code, int) else 0


def _explain_os_error(error: OSError) -> str:
    import errno

    name = f"：{error.filename}" if error.filename else ""
    if error.errno == errno.ENOSPC:
        return f"磁盘空间不足{name}。请清理后重试；原有的索引与文件没有改动。"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"没有读写权限{name}。请检查目录权限后重试。"
    return f"读写出错{name}（{error.strerror or error}）。请检查路径后重试。"


def _fail(message: str, code: int) -> int:
    sys.stderr.write(message + "\n")
    return code

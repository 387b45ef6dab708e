"""`key create`, `key list`, `key revoke`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.chinese import Command, Group
from assistant.cli.output import console, note
from assistant.records.models import Scope

if TYPE_CHECKING:
    from assistant.access.keys import KeyRing

key = typer.Typer(
    name="key",
    help="密钥：发放、查看与撤销。",
    cls=Group,
    no_args_is_help=True,
)
_SCOPES = {Scope.PUBLIC: "公众", Scope.EDITOR: "编辑", Scope.ADMIN: "管理"}


@key.command(cls=Command)
def create(
    name: Annotated[str, typer.Option(help="给谁用，例如：市门户网站。")],
    scope: Annotated[
        Scope, typer.Option(help="权限：public 提问，editor 管理文件，admin 查看日志。")
    ] = Scope.PUBLIC,
    days: Annotated[
        int | None, typer.Option(min=1, max=36500, help="有效天数；不填则一直有效到撤销。")
    ] = None,
) -> None:
    """发放一个密钥；密钥只显示这一次。"""
    made = _ring().create(name.strip() or "未命名", scope, days)
    typer.echo(made.secret)
    until = f"，有效到{_day(made.key.expires)}" if made.key.expires else ""
    note(
        f"以上密钥只显示这一次，请立即妥善保存。编号 {made.key.id}，权限 {scope.value}{until}。"
        f"撤销：zhengwen key revoke {made.key.id}"
    )


@key.command("list", cls=Command)
def list_keys() -> None:
    """列出全部密钥（不含密钥本身）。"""
    from rich.table import Table

    ring = _ring()
    table = Table("编号", "名称", "权限", "发放", "到期", "状态")
    for each in ring.all():
        state = "有效" if ring.is_valid(each) else "已撤销" if each.revoked else "已过期"
        until = _day(each.expires) if each.expires else "—"
        scope = f"{_SCOPES[each.scope]}（{each.scope.value}）"
        table.add_row(each.id, each.name, scope, _day(each.created), until, state)
    console().print(table)


@key.command(cls=Command)
def revoke(key_id: Annotated[str, typer.Argument(metavar="编号")]) -> None:
    """撤销一个密钥；正在运行的服务几秒内生效，由它取得的组件令牌一并失效。"""
    if not _ring().revoke(key_id):
        note(f"没有编号为 {key_id} 的有效密钥。用 zhengwen key list 查看全部密钥。")
        raise typer.Exit(1)
    note(f"密钥 {key_id} 已撤销。")


def _ring() -> KeyRing:
    from assistant.access.keys import KeyRing
    from assistant.settings import Settings
    from assistant.wiring import open_records

    return KeyRing(open_records(Settings.load()))


def _day(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d")

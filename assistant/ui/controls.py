"""Native form controls with their labels; every value is escaped here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

Choice = tuple[str, str]
"""Value, and what the visitor reads."""


def select(name: str, label: str, choices: Sequence[Choice], value: str = "", key: str = "") -> str:
    """A choice of one; `key` sets apart controls of one name on one page."""
    options = "".join(
        f'<option value="{escape(v)}"{" selected" if v == value else ""}>{escape(text)}</option>'
        for v, text in choices
    )
    return _field(name, label, key, f'<select name="{escape(name)}" {{id}}>{options}</select>')


def text(
    name: str, label: str, value: str = "", *, hint: str = "", key: str = "", numeric: bool = False
) -> str:
    """One line of text; `hint` is an example of what goes in."""
    mode = ' inputmode="decimal"' if numeric else ""
    return _field(
        name,
        label,
        key,
        f'<input name="{escape(name)}" {{id}} value="{escape(value)}" '
        f'placeholder="{escape(hint)}" maxlength="200" autocomplete="off"{mode}>',
    )


def area(name: str, label: str, value: str = "", *, hint: str = "", rows: int = 3) -> str:
    """Text of several lines."""
    return _field(
        name,
        label,
        "",
        f'<textarea name="{escape(name)}" {{id}} rows="{rows}" placeholder="{escape(hint)}">'
        f"{escape(value)}</textarea>",
    )


def _field(name: str, label: str, key: str, control: str) -> str:
    identity = escape(f"zw-f-{key}-{name}" if key else f"zw-f-{name}")
    held = control.replace("{id}", f'id="{identity}"', 1)
    return f'<div class="zw-field"><label for="{identity}">{escape(label)}</label>{held}</div>'

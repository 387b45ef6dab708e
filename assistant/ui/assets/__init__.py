"""Style sheets and scripts of the page, sent inside it: nothing is fetched from another host."""

from __future__ import annotations

from importlib.resources import files

STYLES = ("base.css", "frame.css", "answers.css", "reader.css", "forms.css", "tables.css")
SCRIPTS = (
    "display.js",
    "bridge.js",
    "reader.js",
    "answers.js",
    "forms.js",
    "downloads.js",
    "tables.js",
)


def asset(name: str) -> str:
    """The text of a style sheet or script that lies beside this file."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def styles() -> str:
    """All style sheets in their order."""
    return "\n".join(asset(name) for name in STYLES)


def scripts() -> str:
    """All scripts in their order, each within its own scope."""
    return "\n".join(f"(() => {{\n{asset(name)}\n}})();" for name in SCRIPTS)

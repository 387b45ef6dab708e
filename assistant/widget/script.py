"""The widget's sources joined into the one script that browsers get: no build step, no tools.

Each .js file is one idea; they share one function scope, so that the page sees none of their names.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

PARTS = (
    "messages",
    "dom",
    "icons",
    "failures",
    "tokens",
    "stream",
    "client",
    "conversation",
    "clause",
    "feedback",
    "turn",
    "composer",
    "frame",
    "element",
    "start",
)
"""In this order: what a file uses while it is being read stands before it."""
_HEAD = "/* 政问 Zhengwen 网页组件，MIT 许可。说明见 docs/widget.md。 */\n"


@dataclass(frozen=True, slots=True)
class Script:
    """The script as it is sent, plain and compressed, UTF-8."""

    body: bytes
    gzipped: bytes
    etag: str
    """Weak, because both forms share it."""


@cache
def widget_script(limit: int) -> Script:
    """Read the sources once for the life of the process.

    limit: characters of a question that the service takes.
    """
    folder = files(__package__)
    styles = json.dumps(folder.joinpath("widget.css").read_text("utf-8"), ensure_ascii=False)
    sources = (folder.joinpath(f"{part}.js").read_text("utf-8") for part in PARTS)
    text = f'{_HEAD}(() => {{\n"use strict";\nconst STYLES = {styles};\nconst LIMIT = {limit};\n{"".join(sources)}}})();\n'
    body = text.encode()
    return Script(body, gzip.compress(body, 9, mtime=0), f'W/"{sha256(body).hexdigest()[:20]}"')

"""Markup and database commands around a question: taken off, so that the question is answered."""

from __future__ import annotations

import re

_SCRIPT = re.compile(r"<(script|style|iframe|object)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-z!][^<>]{0,300}>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_CALL = re.compile(
    r"\b(?:alert|eval|exec|confirm|prompt|fetch|document\.\w+|window\.\w+|os\.\w+)\s*(?:\([^()]*\)|=\s*\S+)\s*;?"
)
_SQL = re.compile(
    r"['\"`]?\s*\)?\s*;?\s*(?:"
    r"(?:drop|truncate|alter)\s+(?:table|database|schema)\s+(?:if\s+exists\s+)?[\w.`\"]+"
    r"|delete\s+from\s+\w+(?:\s+where\s+[\w=' ]+)?|insert\s+into\s+\w+[^;]*?values\s*\([^)]*\)"
    r"|union\s+(?:all\s+)?select\s+[\w*,() ]+(?:\s+from\s+\w+)?|select\s+\*\s+from\s+\w+"
    r"|update\s+\w+\s+set\s+\w+\s*=\s*\S+|(?:or|and)\s+['\"]?1['\"]?\s*=\s*['\"]?1['\"]?|xp_cmdshell"
    r")\s*;?\s*(?:--|#|/\*.*?\*/)?",
    re.IGNORECASE,
)
_SHELL = re.compile(
    r"[;&|`]*\s*(?:sudo\s+)?\brm\s+-rf?\s+\S*|\$\{jndi:[^}]*\}|\$\([^)]*\)|\{\{[^{}]*\}\}|\{%[^{}]*%\}",
    re.IGNORECASE,
)
_MARKUP = (_TAG, _CALL, _SQL, _SHELL)
_COMMAND = re.compile(
    r"^(?:请|帮我|立即|现在|你)*(?:执行|运行|跑|输入|删除|清空|注入|run|execute)(?:一下|下面|这个|这条|以下)*"
    r"(?:sql|shell|系统)?(?:的)?(?:命令|代码|脚本|语句|数据库|注入|操作|[\s/.;'\"-])*$",
    re.IGNORECASE,
)
_CJK = re.compile(r"[㐀-鿿]")
_ENGLISH = re.compile(r"[A-Za-z]{2,}")
LEAST_CHARACTERS, LEAST_WORDS = 4, 3


def has_markup(text: str) -> bool:
    """Whether a text holds tags, scripts or database commands."""
    return any(pattern.search(text) for pattern in _MARKUP)


def without_markup(text: str) -> str:
    """The question that is left without them; "" where none is left."""
    bare = _strip(_SCRIPT.sub(" ", text))
    if not _is_question(bare):
        bare = _strip(text)
    return bare if _is_question(bare) else ""


def _strip(text: str) -> str:
    for pattern in _MARKUP:
        text = pattern.sub(" ", text)
    return " ".join(text.split()).strip("'\"`;#/- ")


def _is_question(text: str) -> bool:
    if _COMMAND.match(text):
        return False
    return len(_CJK.findall(text)) >= LEAST_CHARACTERS or len(_ENGLISH.findall(text)) >= LEAST_WORDS

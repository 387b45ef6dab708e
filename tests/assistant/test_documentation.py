"""What the README files and docs/ name exists: commands, options, settings, addresses, files."""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.main import get_command

from assistant.api.app import create_app
from assistant.cli.app import build_app
from assistant.runtime import Runtime
from assistant.settings import PREFIX, PROJECT, Settings
from eval.commands import parser

PAGES = sorted([*PROJECT.glob("README*.md"), *PROJECT.glob("docs/**/*.md")])
OF_THE_PORTAL = {"WIDGET_KEY"}
"""Read by examples/portal alone."""
MADE = {"bench/results.json"}
"""By the commands beside which they are named."""
WITH_A_CHAT_MODEL = {"zhengwen_chat_circuit_open"}
INVENTED = f"""
`zhengwen anwser --json`, `zhengwen key create --nmae N`, `zhengwen audit export\\|chek`,
`python -m eval repotr`, `python -m eval load --usres 3`, `{PREFIX}PROT`, `max_boddy_bytes = 3`,
`make rnu`, [guide](docs/nowhere.md), `assistant/nowhere.py`, `GET /v1/nowhere`, `zhengwen_nowhere`
"""


@pytest.fixture(scope="module")
def client(small_settings: Settings, small_runtime: Runtime) -> TestClient:
    """Of this machine, which may read the metrics."""
    return TestClient(create_app(small_settings, small_runtime), client=("127.0.0.1", 5000))


def options(words: str) -> list[str]:
    return re.findall(r"(?<![\w-])--?[a-z][a-z-]*", words)


def unknown_commands(text: str) -> Iterator[str]:
    """Of every `zhengwen …` up to the end of its code, sentence or line."""
    for found in re.finditer(r"(?<![\w/.-])zhengwen ([a-z][^`\n]*)", text):
        # A table cell writes | with a stroke before it.
        line = re.split(r"[（；，。)]| #", found[1].replace("\\|", "|"))[0]
        known = get_command(build_app())
        for word in line.split():
            inner = getattr(known, "commands", None)
            if inner is None:
                break
            unknown = [name for name in word.split("|") if name not in inner]
            yield from (f"{line}: {name}" for name in unknown)
            if unknown:
                break
            known = inner[word.partition("|")[0]]
        held = {name for parameter in known.params for name in parameter.opts}
        yield from (f"{line}: {name}" for name in options(line) if name not in held)


def unknown_evaluations(text: str) -> Iterator[str]:
    (made,) = (a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    for found in re.finditer(r"python -m eval ([a-z]+)([^`\n&#]*)", text):
        if found[1] not in made.choices:
            yield found[0]
            continue
        held = made.choices[found[1]]._option_string_actions
        yield from (name for name in options(found[2]) if name not in held)


def unknown_settings(text: str) -> Iterator[str]:
    fields = set(Settings.model_fields)
    named = set(re.findall(rf"{PREFIX}([A-Z][A-Z_]*)", text)) - OF_THE_PORTAL
    yield from (name for name in named if name.lower() not in fields)
    # Inside a sentence as in the file.
    written = re.findall(r"`([a-z]+(?:_[a-z]+)+) = [^`]+`", text)
    yield from (name for name in written if name not in fields)
    for block in re.findall(r"```toml\n(.*?)```", text, re.S):
        yield from (name for name in tomllib.loads(block) if name not in fields)


def unknown_targets(text: str) -> Iterator[str]:
    targets = re.findall(r"(?m)^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"))
    for name in re.findall(r"(?:`|^|&& )make ([a-z]+)", text, re.M):
        if name not in targets:
            yield name


def missing_files(text: str, folder: Path) -> Iterator[str]:
    for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if "://" not in link and not (folder / link).exists():
            yield link
    folders = "assistant|corpus|index|eval|tests|docs|examples|prompts|bench"
    for name in re.findall(rf"(?<![\w/.(-])((?:{folders})/[\w./-]*\w)", text):
        if name not in MADE and not (PROJECT / name).exists():
            yield name


def unknown_addresses(text: str, client: TestClient) -> Iterator[str]:
    paths = client.get("/openapi.json").json()["paths"]
    for named in re.findall(r"(?<![\w/.}])/v1/[\w/{}-]*[\w}]", text):
        if not any(begins(path.split("/"), named.split("/")) for path in paths):
            yield named


def begins(path: list[str], named: list[str]) -> bool:
    """Whether a path is named, or a family of paths by its beginning."""
    return len(named) <= len(path) and all(
        has == wanted or has.startswith("{") for has, wanted in zip(path, named, strict=False)
    )


def unknown_metrics(text: str, client: TestClient) -> Iterator[str]:
    shown = client.get("/metrics").text
    for name in re.findall(r"`(zhengwen_[a-z_]+)", text):
        if f"\n{name}" not in shown and f"TYPE {name} " not in shown:
            yield name


def everything_unknown(text: str, folder: Path, client: TestClient) -> list[str]:
    return [
        *unknown_commands(text),
        *unknown_evaluations(text),
        *unknown_settings(text),
        *unknown_targets(text),
        *missing_files(text, folder),
        *unknown_addresses(text, client),
        *(name for name in unknown_metrics(text, client) if name not in WITH_A_CHAT_MODEL),
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_what_a_page_names_exists(page: Path, client: TestClient) -> None:
    text = page.read_text(encoding="utf-8")
    assert everything_unknown(text, page.parent, client) == []


def test_what_is_invented_would_be_found(client: TestClient) -> None:
    assert everything_unknown(INVENTED, PROJECT, client) == [
        "anwser --json: anwser",
        "anwser --json: --json",
        "key create --nmae N: --nmae",
        "audit export|chek: chek",
        "python -m eval repotr",
        "--usres",
        "PROT",
        "max_boddy_bytes",
        "rnu",
        "docs/nowhere.md",
        "assistant/nowhere.py",
        "/v1/nowhere",
        "zhengwen_nowhere",
    ]

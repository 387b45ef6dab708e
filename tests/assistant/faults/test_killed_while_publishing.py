"""A process is killed (SIGKILL, by itself, so that the moment is exact) in the middle of a change;
the next start finds the old documents or the new ones, and an index that fits them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.collection import add_documents
from assistant.settings import Settings
from assistant.wiring import build_service
from corpus.manifest import read_manifest
from tests.assistant.policy import POLICY, SECOND

CHANGE = """
import importlib, os, signal, sys
from pathlib import Path
from assistant.publishing import Publisher
from assistant.runtime import Runtime
from assistant.collection import add_documents
from assistant.settings import Settings
from assistant.wiring import build_service

settings = Settings.load()
runtime = Runtime(lambda: build_service(settings))
runtime.load()
moment, where, act, *what = sys.argv[1:]
module_name, _, name = where.partition(":")
module = importlib.import_module(module_name)
real = getattr(module, name)

def killed(*given, **named):
    if moment == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    result = real(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(module, name, killed)
publisher = Publisher(settings, runtime)
if act == "publish":
    publisher.publish(Path(what[0]).name, Path(what[0]).read_bytes())
else:
    publisher.withdraw(what[0])
"""
PROJECT = Path(__file__).resolve().parents[3]
HOUSE = "博士研究生可以申请多大面积的人才公寓？"


def killed_at(moment: str, where: str, act: str, what: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", CHANGE, moment, where, act, what],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        timeout=120,
    )
    assert ran.returncode == -9, ran.stderr.decode()


def assert_whole(settings: Settings, ids: list[str]) -> None:
    """The next start serves exactly these documents, and no trace of the change is left."""
    service = build_service(settings)
    assert [p.document.id for p in service.corpus.documents] == ids
    assert [d.id for d in read_manifest(settings.documents)] == ids
    folder = settings.documents
    assert {p.name for p in folder.iterdir()} == {
        ".lock",
        "manifest.jsonl",
        *(f"{document_id}.txt" for document_id in ids),
    }
    assert (folder / "p1.txt").read_text(encoding="utf-8") == POLICY
    answer = service.answer(HOUSE)
    assert [c.document_id for c in answer.citations] == (["house"] if "house" in ids else [])
    index = settings.index_folder
    assert [p.name for p in index.iterdir() if p.is_dir()] == [service.assistant.index.version]


@pytest.mark.parametrize(
    ("moment", "where", "ids"),
    [
        ("before", "assistant.collection:copy_in", ["p1"]),
        ("before", "assistant.collection:replace_manifest", ["p1"]),
        ("after", "assistant.collection:replace_manifest", ["p1", "house"]),
        ("before", "index.store:remove_other_versions", ["p1", "house"]),
        ("after", "assistant.publishing:add_documents", ["p1", "house"]),
    ],
)
def test_killed_while_publishing(
    own_settings: Settings, tmp_path: Path, moment: str, where: str, ids: list[str]
) -> None:
    (tmp_path / "house.txt").write_text(SECOND, encoding="utf-8")
    killed_at(moment, where, "publish", str(tmp_path / "house.txt"))
    assert_whole(own_settings, ids)


@pytest.mark.parametrize(
    ("moment", "where", "ids"),
    [
        ("after", "assistant.collection:replace_manifest", ["p1"]),
        ("before", "shutil:move", ["p1"]),
    ],
)
def test_killed_while_withdrawing(
    own_settings: Settings, moment: str, where: str, ids: list[str]
) -> None:
    given = own_settings.documents.parent / "house.txt"
    given.write_text(SECOND, encoding="utf-8")
    add_documents(own_settings.documents, given, lambda: None)
    killed_at(moment, where, "withdraw", "house")
    assert_whole(own_settings, ids)
    kept = own_settings.data / "removed" / "house.txt"
    assert kept.is_file() is ("house" not in ids)

"""The documents that an evaluation is about, and the assistant that answers over them."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings
from corpus.errors import ZhengwenError
from corpus.manifest import MANIFEST, load_corpus, read_manifest, source_files
from corpus.readers import read_text

if TYPE_CHECKING:
    from assistant.service import Service

logger = logging.getLogger(__name__)


def open_service(settings: Settings, folder: Path | None = None) -> Service:
    """The assistant over a folder of files, with a manifest or without; by default over ours.

    The index is kept in the settings' home under the digest of the folder's files, so the same
    files are encoded once. Files that cannot be read are left out with a warning.
    """
    from assistant.conversation import MemoryConversations
    from assistant.service import Service
    from assistant.wiring import assistant_over, build_prepared_encoder, build_service
    from index.build import ensure_index

    if folder is None:
        return build_service(settings, warn=logger.warning)
    corpus = load_corpus(folder, _skipped)
    kept = settings.home / "eval" / folder_digest(folder)[:16]
    index = ensure_index(corpus, build_prepared_encoder(settings), kept)
    return Service(
        assistant_over(index, settings),
        MemoryConversations(settings.max_conversations, settings.max_exchanges),
        max_question_chars=settings.max_question_chars,
    )


def source_texts(folder: Path) -> dict[str, str]:
    """Document id to text as the file holds it; files that cannot be read are left out."""
    if (folder / MANIFEST).is_file():
        named = [(d.id, folder / d.file) for d in read_manifest(folder)]
    else:
        named = [(str(path.relative_to(folder)), path) for path in source_files(folder)]
    texts = {}
    for name, path in named:
        try:
            texts[name] = read_text(path)
        except ZhengwenError as error:
            _skipped(path, error)
    return texts


def clause_texts(folder: Path) -> dict[str, list[str]]:
    """Document id to the text of each clause, without the clauses below it."""
    corpus = load_corpus(folder, _skipped)
    return {
        parsed.document.id: [parsed.text[c.start : c.own_end] for c in parsed.clauses]
        for parsed in corpus.documents
    }


def folder_digest(folder: Path) -> str:
    """One digest of every file's name and content, hex."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def _skipped(path: Path, error: ZhengwenError) -> None:
    logger.warning("%s：%s", path.name, error)

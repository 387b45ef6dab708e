"""Editing the corpus of a running service: look at a document, publish it, withdraw it.

A change is made whole or not at all (`collection.py`, `pending.py`). The new index is built beside
the old one and an assistant over it is warmed up before it takes over; questions that are being
answered end on the old one, and conversations go on.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from assistant import messages
from assistant.collection import add_documents, remove_document
from assistant.errors import PublishError, PublishingBusyError, StorageError
from assistant.preview import Preview, look_at, safe_name
from assistant.runtime import NotReadyError, Runtime
from assistant.service import Service
from assistant.settings import Settings
from assistant.wiring import assistant_over, rebuild_index, removed_folder
from corpus.errors import ZhengwenError
from corpus.models import Document
from index.errors import IndexMismatchError, IndexStoreError
from index.manifest import read_manifest as read_index_manifest
from index.search import Index
from index.store import load_index

logger = logging.getLogger(__name__)


class Publisher:
    """One change at a time: a second raises PublishingBusyError at once. Thread-safe."""

    def __init__(self, settings: Settings, runtime: Runtime) -> None:
        self._settings = settings
        self._runtime = runtime
        self._lock = Lock()
        self._refused = ""

    def preview(self, name: str, content: bytes) -> Preview:
        """What publishing would add; nothing is kept.

        Raises PublishError for a name or a size that cannot be taken, ReadError for what is no
        text, NotReadyError.
        """
        service = self._runtime.service
        with self._as_file(name, content) as path:
            return look_at(path, service.corpus)

    def publish(self, name: str, content: bytes) -> Document:
        """Add the document and serve from then on with it; what fails leaves all as it was.

        Raises PublishError (what is there already, too), StorageError, PublishingBusyError,
        ReadError, ManifestError, NotReadyError.
        """
        with self._as_file(name, content) as path, self._changing() as swap:
            refusal = look_at(path, self._runtime.service.corpus).refusal
            if refusal is not None:
                raise PublishError(refusal)
            added = add_documents(self._settings.documents, path, swap.build)
        return added.documents[0]

    def withdraw(self, document_id: str) -> Path:
        """Take a document out; its file is kept in `removed` below `data`, and returned.

        Raises UnknownDocumentError, ManifestError for the last document, and as `publish` does.
        """
        with self._changing() as swap:
            removed = removed_folder(self._settings)
            return remove_document(self._settings.documents, document_id, removed, swap.build)

    def refresh(self) -> bool:
        """Serve from the index on disk if it is another one: `zhengwen add` made it meanwhile, or
        somebody deleted it, which makes it anew. Whether anything was swapped.

        Does nothing while a change is going on. What is wrong is logged once; the old index serves.
        """
        if not self._lock.acquire(blocking=False):
            return False
        try:
            service = self._runtime.service
        except NotReadyError:
            self._lock.release()
            return False
        try:
            if self._on_disk() == service.assistant.index.version:
                return False
            self._runtime.replace(self._over(service, self._index_on_disk(service)))
        except (ZhengwenError, OSError) as error:
            if str(error) != self._refused:
                logger.warning("the index on disk cannot be used: %s", error)
            self._refused = str(error)
            return False
        finally:
            self._lock.release()
        self._refused = ""
        return True

    def _on_disk(self) -> str:
        """The version that the index folder holds; "" where it holds none that can be read."""
        try:
            return read_index_manifest(self._settings.index_folder).version
        except IndexStoreError:
            return ""

    def _index_on_disk(self, service: Service) -> Index:
        encoder = service.assistant.index.encoder
        try:
            return rebuild_index(self._settings, encoder)
        except IndexMismatchError:
            raise
        except ZhengwenError:
            # The documents are in a state that cannot be read; the index that was made is whole.
            return load_index(self._settings.index_folder, encoder)

    @contextmanager
    def _changing(self) -> Iterator[_Swap]:
        """Hold the only place, and serve from what was built once the change is complete."""
        if not self._lock.acquire(blocking=False):
            raise PublishingBusyError(messages.PUBLISHING_BUSY)
        try:
            service = self._runtime.service
            swap = _Swap(lambda: self._rebuilt(service))
            try:
                yield swap
            except BaseException as error:
                if swap.began:
                    # The documents are as before; the index may already be the other one.
                    with suppress(ZhengwenError, OSError):
                        rebuild_index(self._settings, service.assistant.index.encoder)
                cause = error.__cause__ if isinstance(error, IndexStoreError) else error
                if isinstance(cause, OSError):
                    # Those errors name folders of the server.
                    logger.error("publishing failed: %s", cause)
                    raise StorageError(messages.publishing_failed(cause)) from error
                raise
            assert swap.service is not None
            self._runtime.replace(swap.service)
        finally:
            self._lock.release()

    def _rebuilt(self, service: Service) -> Service:
        encoder = service.assistant.index.encoder
        return self._over(service, rebuild_index(self._settings, encoder))

    def _over(self, service: Service, index: Index) -> Service:
        assistant = assistant_over(index, self._settings, before=service.assistant)
        fresh = service.over(assistant)
        fresh.warm_up()
        return fresh

    @contextmanager
    def _as_file(self, name: str, content: bytes) -> Iterator[Path]:
        limit = self._settings.max_upload_bytes
        if len(content) > limit:
            raise PublishError(messages.upload_too_large(limit))
        safe = safe_name(name)
        try:
            made = tempfile.TemporaryDirectory(prefix="zhengwen-")
        except OSError as error:
            raise StorageError(messages.publishing_failed(error)) from error
        with made as folder:
            path = Path(folder) / safe
            try:
                path.write_bytes(content)
            except OSError as error:
                raise StorageError(messages.publishing_failed(error)) from error
            yield path


class _Swap:
    """Builds the service that takes over; the corpus folder's own steps call it."""

    def __init__(self, make: Callable[[], Service]) -> None:
        self._make = make
        self.began = False
        self.service: Service | None = None

    def build(self) -> None:
        """Build it, with the folder as it stands now."""
        self.began = True
        self.service = self._make()

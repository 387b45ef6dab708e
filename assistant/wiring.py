"""The only module that turns settings into objects. Heavy parts are imported when they are built.

Longer than others because it is a list: one builder a part, so that all settings are read here.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ApprovedError
from assistant.intake import check_question
from assistant.pending import settle_leftovers
from assistant.settings import PROJECT, Settings
from corpus.errors import ZhengwenError
from corpus.manifest import MANIFEST, load_corpus, read_manifest

if TYPE_CHECKING:
    from assistant.access.access import Access
    from assistant.access.keys import KeyStore
    from assistant.approved.check import Checked
    from assistant.approved.entry import ApprovedEntry
    from assistant.assistant import Assistant
    from assistant.chat_model.guarded import GuardedModel
    from assistant.records.models import Retention
    from assistant.records.safe import SafeRecords
    from assistant.records.sql import SqlRecords
    from assistant.records.store import Records
    from assistant.service import Service
    from index.encode import Encoder
    from index.search import Index

Progress = Callable[[str, float], None]
"""What is being done, in Chinese, and how much of the whole is done (0 to 1)."""
Warn = Callable[[str], None]

logger = logging.getLogger(__name__)

_STAMP = "source.sha256"


def silent(stage: str, done: float) -> None:
    """A progress function for callers that show none."""


def build_search_index(settings: Settings, progress: Progress = silent) -> Index:
    """The index of the corpus as it stands now; only changed passages are encoded.

    Raises ZhengwenError when a document cannot be read; the index of before then stays.
    """
    settle_leftovers(settings.documents)
    return rebuild_index(settings, build_prepared_encoder(settings, progress), progress)


def removed_folder(settings: Settings) -> Path:
    """Where withdrawn files are kept; those that older versions kept below `home` come there."""
    from assistant.withdrawn import bring_over

    folder = settings.data / "removed"
    bring_over(settings.home / "removed", folder)
    return folder


def open_index(settings: Settings) -> Index:
    """The index on disk as it is; raises ZhengwenError when there is none or it is unusable."""
    from index.encode import build_encoder
    from index.store import load_index

    return load_index(settings.index_folder, build_encoder(settings.encoder, settings.model_folder))


def current_index(
    settings: Settings, progress: Progress = silent, warn: Warn | None = None
) -> Index:
    """The index to answer from: loaded when the corpus is unchanged, else brought up to date.

    When the corpus cannot be read, the index of before serves on and `warn` is told why. An index
    of another encoder is refused: building it anew may take hours and is the user's decision.
    """
    from index.build import sweep
    from index.errors import IndexDamagedError, IndexMissingError, IndexStoreError
    from index.store import load_index

    settle_leftovers(settings.documents)
    encoder = build_prepared_encoder(settings, progress)
    folder = settings.index_folder
    sweep(folder)
    _refuse_other_encoder(folder, encoder)
    if _stamp(folder) == _source_digest(settings.documents):
        try:
            return load_index(folder, encoder)
        except (IndexMissingError, IndexDamagedError) as error:
            if warn:
                warn(f"{error} 正在重新建立。")
    try:
        return rebuild_index(settings, encoder, progress)
    except ZhengwenError as error:
        try:
            index = load_index(folder, encoder)
        except IndexStoreError:
            raise error from None
        if warn:
            warn(f"文件库有问题，暂用上次建立的索引：{error}")
        return index


def build_assistant(
    settings: Settings, progress: Progress = silent, warn: Warn | None = None
) -> Assistant:
    """The assistant over the current index, with a chat model where one is configured.

    What is wrong with the approved answers is told to `warn`; the others are served.
    """
    return assistant_over(current_index(settings, progress, warn), settings, warn)


def assistant_over(
    index: Index,
    settings: Settings,
    warn: Warn | None = None,
    before: Assistant | None = None,
) -> Assistant:
    """The assistant over an index, with a chat model where one is configured.

    The chat model of the assistant of before goes on, with its circuit and its budget.
    """
    from assistant.assistant import Assistant

    tell = warn or logger.warning
    try:
        approved = read_approved_answers(settings)
    except ApprovedError as error:
        tell(f"{error} 在此之前不使用审定答复。")
        approved = ()
    assistant = Assistant(
        index,
        before.complete if before else build_completion(settings),
        approved,
        rephrase=settings.chat_rephrase,
        interview=settings.chat_interview,
        max_prompt_characters=settings.chat_max_prompt_chars,
    )
    for fault in assistant.approved.faults:
        tell(str(fault))
    return assistant


def read_approved_answers(settings: Settings) -> tuple[ApprovedEntry, ...]:
    """The entries of the file that the settings name; none where nobody named or made one.

    Raises ApprovedError.
    """
    named = "approved_answers" in settings.model_fields_set
    if not named and not settings.approved_answers.exists():
        return ()
    from assistant.approved.load import read_approved

    return read_approved(settings.approved_answers)


def check_approved_answers(settings: Settings, index: Index) -> Checked:
    """The approved answers held against the documents of an index; raises ApprovedError."""
    from assistant.approved.check import check_approved
    from assistant.library import Library

    entries = read_approved_answers(settings)
    return check_approved(entries, Library(index), date.today())


def build_service(
    settings: Settings,
    progress: Progress = silent,
    warn: Warn | None = None,
    *,
    question: str | None = None,
    records: Records | None = None,
) -> Service:
    """The assistant with its conversations: in `records`, where given, else in memory.

    A question that is known already is checked first, so that nothing is loaded for one that
    cannot be taken.
    """
    if question is not None:
        check_question(question, settings.max_question_chars)
    from assistant.conversation import MemoryConversations
    from assistant.service import Service

    return Service(
        build_assistant(settings, progress, warn),
        MemoryConversations(settings.max_conversations, settings.max_exchanges),
        max_question_chars=settings.max_question_chars,
        records=records,
        chat_model=settings.chat_model,
    )


def build_records(settings: Settings) -> SafeRecords:
    """The records of a service, brought up to date; its one home in this process.

    Raises SettingsError or RecordsError where they cannot be kept.
    """
    from assistant.records.build import open_safe

    return open_safe(settings.data, _database_url(settings), settings.max_exchanges)


def open_records(settings: Settings) -> SqlRecords:
    """The database of the records, for a command beside a running service."""
    from assistant.records.build import open_sql

    return open_sql(settings.data, _database_url(settings), settings.max_exchanges)


def retention(settings: Settings) -> Retention:
    """How long records are kept."""
    from assistant.records.models import Retention

    return Retention(
        audit=timedelta(days=settings.audit_days),
        feedback=timedelta(days=settings.feedback_days),
        conversations=timedelta(days=settings.conversation_days),
        max_conversations=settings.max_conversations,
    )


def build_access(settings: Settings, records: KeyStore | None = None) -> Access:
    """Who may do what, with the keys of the records; raises SettingsError without its secret.

    Without records nobody has a key.
    """
    from assistant.access.access import Access
    from assistant.access.keys import KeyRing, NoKeys
    from assistant.access.origins import Origins
    from assistant.access.rates import Allowance, Cost, Rates
    from assistant.access.secret import derived, read_or_make_secret
    from assistant.access.visitors import Addresses
    from assistant.access.widget_tokens import WidgetTokens

    given = settings.token_secret
    secret = given.get_secret_value().encode() if given else read_or_make_secret(settings.data)
    keys, origins = KeyRing(records or NoKeys()), Origins(settings.widget_origins)
    reads = Allowance(settings.reads_per_minute, settings.reads_per_minute_key)
    return Access(
        keys,
        WidgetTokens(
            derived(secret, "widget"), keys, origins, minutes=settings.widget_token_minutes
        ),
        origins,
        Rates(
            {
                Cost.ANSWER: Allowance(
                    settings.answers_per_minute, settings.answers_per_minute_key
                ),
                Cost.READ: reads,
                Cost.PAGE: reads,
            }
        ),
        Addresses(settings.trusted_proxies),
        derived(secret, "visitor"),
        settings.require_key,
    )


def build_prepared_encoder(settings: Settings, progress: Progress = silent) -> Encoder:
    """The encoder that the settings name; the embedded one is prepared where it is missing."""
    from index.encode import EMBEDDED, build_encoder

    if settings.encoder == EMBEDDED:
        from index.prepare.embedded_model import prepare_embedded_model

        prepare_embedded_model(settings.model_folder, progress)
    return build_encoder(settings.encoder, settings.model_folder)


def build_completion(settings: Settings) -> GuardedModel | None:
    """The chat model that the settings name, or None where they name none.

    Circuit and budget belong to what is returned: build it once for all that asks.
    """
    if settings.chat_model is None:
        return None
    from assistant.chat_model.breaker import CircuitBreaker
    from assistant.chat_model.budget import TokenBudget
    from assistant.chat_model.endpoint import build_chat_model, pieces_of
    from assistant.chat_model.guarded import GuardedModel
    from assistant.chat_model.limits import Limits

    key = settings.chat_api_key
    limits = Limits(
        total_s=settings.chat_timeout_s,
        # A reply that comes in one piece has no first token to wait for.
        first_s=settings.chat_first_token_s if settings.chat_streaming else settings.chat_timeout_s,
        stall_s=settings.chat_stall_s,
        max_tokens=settings.chat_max_tokens,
        retries=settings.chat_retries,
    )
    model = build_chat_model(
        settings.chat_model,
        base_url=settings.chat_base_url,
        api_key=key.get_secret_value() if key else None,
        limits=limits,
        streaming=settings.chat_streaming,
    )
    hourly = settings.chat_tokens_per_hour
    return GuardedModel(
        pieces_of(model),
        limits,
        CircuitBreaker(settings.chat_breaker_failures, settings.chat_breaker_cooldown_s),
        TokenBudget(hourly) if hourly else None,
    )


def _database_url(settings: Settings) -> str | None:
    return settings.database_url.get_secret_value() if settings.database_url else None


def rebuild_index(settings: Settings, encoder: Encoder, progress: Progress = silent) -> Index:
    """The index of the corpus as it stands now, with an encoder that is loaded already.

    Raises ZhengwenError when a document cannot be read; the index of before then stays.
    """
    from index.build import ensure_index

    folder = settings.index_folder
    digest = _source_digest(settings.documents)
    index = ensure_index(load_corpus(settings.documents), encoder, folder, progress)
    (folder / _STAMP).write_text(digest, encoding="ascii")
    return index


def _refuse_other_encoder(folder: Path, encoder: Encoder) -> None:
    """Raise IndexMismatchError; a newer preparation of the same encoder is no other encoder."""
    from index.errors import IndexStoreError
    from index.manifest import read_manifest as read_index_manifest
    from index.store import load_index

    try:
        fingerprint = read_index_manifest(folder).fingerprint
    except IndexStoreError:
        return
    if fingerprint.partition(":")[0] != encoder.fingerprint.partition(":")[0]:
        load_index(folder, encoder)


def _stamp(folder: Path) -> str | None:
    try:
        return (folder / _STAMP).read_text(encoding="ascii")
    except (OSError, ValueError):
        return None


def _source_digest(documents: Path) -> str:
    """What the index was made from: the documents, and the code that reads them.

    Reading and hashing costs milliseconds, parsing costs seconds.
    """
    digest = hashlib.sha256(version("zhengwen").encode())
    for package in ("corpus", "index"):
        for file in sorted((PROJECT / package).rglob("*")):
            if file.suffix in (".py", ".tsv", ".txt") and documents not in file.parents:
                digest.update(file.read_bytes())
    for file in _source_files(documents):
        digest.update(f"\0{file.name}\0".encode())
        digest.update(file.read_bytes() if file.is_file() else b"missing")
    return digest.hexdigest()


def _source_files(documents: Path) -> list[Path]:
    from corpus.manifest import source_files

    manifest = documents / MANIFEST
    if not manifest.is_file():
        return source_files(documents) if documents.is_dir() else []
    try:
        return [manifest, *(documents / document.file for document in read_manifest(documents))]
    except ZhengwenError:
        return [manifest]

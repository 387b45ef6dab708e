"""All settings, read in one place: the environment (ZHENGWEN_…) over zhengwen.toml.

A key that is not known is an error: a misspelt setting must not be ignored in silence.
"""

from __future__ import annotations

import os
import tomllib
from ipaddress import ip_network
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, NonNegativeInt, PositiveInt, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from assistant.access.origins import is_origin
from assistant.errors import SettingsError

PREFIX = "ZHENGWEN_"
FILE = "zhengwen.toml"
PROJECT = Path(__file__).resolve().parent.parent


LEAST_AUDIT_DAYS = 190
"""网络安全法 asks for six months."""


def default_home() -> Path:
    """var/ in the checkout, or in the current directory where the package is installed apart."""
    return _base() / "var"


def default_data() -> Path:
    """data/ beside it: unlike var/ it holds what cannot be made again."""
    return _base() / "data"


def _base() -> Path:
    return PROJECT if (PROJECT / "pyproject.toml").is_file() else Path.cwd()


class Settings(BaseSettings):
    """What may be changed without touching code. Paths are relative to the working directory."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, toml_file=FILE, extra="forbid", frozen=True, validate_default=True
    )

    home: Path = Field(default_factory=default_home)
    """Where the prepared encoder and the index are kept; may be deleted at any time."""
    documents: Path = PROJECT / "corpus" / "documents"
    """The folder of policy texts with its manifest.jsonl."""
    approved_answers: Path = Path("approved.yaml")
    """Question patterns with approved answers; where it is not set the file need not exist."""
    encoder: str = Field(default="embedded", min_length=1)
    """"embedded", or the name or folder of any sentence-transformers model."""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    """0 lets the system choose a free one."""
    max_question_chars: PositiveInt = 2000
    max_body_bytes: PositiveInt = 262_144
    data: Path = Field(default_factory=default_data)
    """Where the service keeps its records (conversations, the audit log, feedback, keys) and the
    documents that were withdrawn."""
    database_url: SecretStr | None = None
    """Another database for them, e.g. "postgresql+psycopg://…"; None is a SQLite file in `data`."""
    audit_days: int = 365
    """How long the audit log is kept; at least 190."""
    feedback_days: PositiveInt = 365
    conversation_days: PositiveInt = 30
    """Since the last question; then a conversation is forgotten."""
    max_conversations: PositiveInt = 10_000
    """Kept at most; the one that was silent longest is forgotten first."""
    stream_heartbeat_s: float = Field(default=15.0, gt=0, le=60)
    """Silence in an event stream after which a comment keeps the connection alive."""
    max_upload_bytes: PositiveInt = 20_000_000
    """Of a document that an editor uploads."""
    index_check_s: float = Field(default=5.0, ge=0)
    """How often a serving process looks whether another one changed the index; 0 never looks."""
    shutdown_s: float = Field(default=30.0, ge=0)
    """How long running answers may take after SIGTERM before they are given up."""
    log_format: Literal["text", "json"] = "text"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    metrics_open: bool = False
    """Whether /metrics is for everyone; else it is for this machine and for admin keys."""
    mcp_hosts: tuple[str, ...] = ()
    """Names under which others reach /mcp, e.g. behind a reverse proxy; this machine's own go
    without saying."""
    max_exchanges: PositiveInt = 8
    """Kept of each conversation."""
    chat_model: str | None = None
    """As init_chat_model takes it, e.g. "openai:qwen-plus"; None composes without a model."""
    chat_base_url: str | None = None
    chat_api_key: SecretStr | None = None
    chat_interview: bool = False
    """Let the model point to words of an asker that describe its enterprise; they are asked back."""
    chat_rephrase: bool = False
    """Whether the model may also propose what else to search for: one more request a question."""
    chat_streaming: bool = True
    """False for endpoints that cannot stream."""
    chat_timeout_s: float = Field(default=30.0, gt=0)
    """For all tries of one request together."""
    chat_first_token_s: float = Field(default=20.0, gt=0)
    chat_stall_s: float = Field(default=10.0, gt=0)
    """Between two pieces of a streamed reply."""
    chat_retries: int = Field(default=1, ge=0, le=5)
    """After failed connections, HTTP 429 and 5xx; never after a timeout."""
    chat_max_tokens: PositiveInt = 800
    """Of a reply."""
    chat_max_prompt_chars: PositiveInt = 8000
    chat_tokens_per_hour: PositiveInt | None = None
    """Of this process, prompts and replies, counted at a token a character; None sets no bound."""
    chat_breaker_failures: PositiveInt = 3
    """So many in a row, and the endpoint is left alone for the cool-down."""
    chat_breaker_cooldown_s: float = Field(default=60.0, gt=0)

    @field_validator("audit_days")
    @classmethod
    def _long_enough(cls, days: int) -> int:
        if days < LEAST_AUDIT_DAYS:
            raise ValueError(f"审计日志至少留存{LEAST_AUDIT_DAYS}天，网络安全法要求不少于六个月")
        return days

    require_key: bool = False
    """Demand an API key of everyone, on the page too; /health, /ready and /widget.js stay open, and
    /metrics decides by itself."""
    trusted_proxies: tuple[str, ...] = ()
    """Networks (CIDR) from which X-Forwarded-For is believed."""
    answers_per_minute: NonNegativeInt = 30
    """Of one visitor; 0 sets no bound, here and in the three below."""
    answers_per_minute_key: NonNegativeInt = 600
    reads_per_minute: NonNegativeInt = 300
    reads_per_minute_key: NonNegativeInt = 6000
    max_answers_at_once: PositiveInt = 8
    max_answers_waiting: NonNegativeInt = 64
    """Those beyond are told to come back (503)."""
    answer_wait_s: float = Field(default=10.0, gt=0)
    """How long a question waits for its turn."""
    answer_timeout_s: float = Field(default=60.0, gt=0)
    """Longer than the chat model may take (chat_timeout_s for each of its requests)."""
    body_timeout_s: float = Field(default=20.0, gt=0)
    """For the whole of a request's body, and for its head; and how long a reader may stall."""
    max_connections: PositiveInt = 1000
    widget_origins: dict[str, tuple[str, ...]] = {}
    """Id of an API key → the origins of its portal, e.g. {"3f…" = ["https://www.example.gov.cn"]}."""
    widget_token_minutes: int = Field(default=15, ge=1, le=1440)
    token_secret: SecretStr | None = Field(default=None, min_length=32)
    """Signs widget tokens; None makes one in `data`. Several servers need the same."""
    frame_ancestors: tuple[str, ...] = ()
    """Origins that may show the page in a frame."""
    https: bool = False
    """The service is reached over HTTPS alone: browsers are told never to come otherwise (HSTS)."""

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, networks: tuple[str, ...]) -> tuple[str, ...]:
        for network in networks:
            ip_network(network)
        return networks

    @field_validator("widget_origins")
    @classmethod
    def _listed(cls, origins: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        for each in origins.values():
            _check_origins(each)
        return origins

    @field_validator("frame_ancestors")
    @classmethod
    def _framing(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        return _check_origins(origins)

    @property
    def model_folder(self) -> Path:
        """The prepared embedded encoder: a sentence-transformers folder with its ONNX file."""
        return self.home / "model"

    @property
    def index_folder(self) -> Path:
        """The index; swapped in whole, never changed in place."""
        return self.home / "index"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments over environment over zhengwen.toml."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @classmethod
    def load(cls) -> Self:
        """Read the settings; raises SettingsError that names the key and what is wrong with it."""
        known = {PREFIX + name.upper() for name in cls.model_fields}
        unknown = sorted(k for k in os.environ if k.startswith(PREFIX) and k not in known)
        if unknown:
            raise SettingsError(
                f"不认识的环境变量：{'、'.join(unknown)}。可用的有：{'、'.join(sorted(known))}。"
            )
        try:
            return cls()
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(f"{FILE} 不是合法的 TOML：{error}。请改正后重试。") from error
        except ValidationError as error:
            raise SettingsError(_explain(error)) from error


def _check_origins(origins: tuple[str, ...]) -> tuple[str, ...]:
    wrong = [origin for origin in origins if not is_origin(origin)]
    if wrong:
        raise ValueError(f"{'、'.join(wrong)} 不是来源，应形如 https://www.example.gov.cn")
    return origins


def _explain(error: ValidationError) -> str:
    """One Chinese sentence a mistake, each with the key."""
    parts = []
    for mistake in error.errors(include_url=False):
        key = ".".join(str(part) for part in mistake["loc"])
        if mistake["type"] == "extra_forbidden":
            parts.append(f"不认识的设置项 {key}")
        else:
            told = mistake["msg"].removeprefix("Value error, ")
            parts.append(f"设置项 {key} 的值 {mistake['input']!r} 不合要求（{told}）")
    return f"{'；'.join(parts)}。请检查 {FILE} 与 {PREFIX} 开头的环境变量。"

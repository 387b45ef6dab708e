"""All settings, read in one place: the environment (ZHENGWEN_…) over zhengwen.toml.

A key that is not known is an error: a misspelt setting must not be ignored in silence.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, PositiveInt, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from assistant.errors import SettingsError

PREFIX = "ZHENGWEN_"
FILE = "zhengwen.toml"
PROJECT = Path(__file__).resolve().parent.parent


def default_home() -> Path:
    """var/ in the checkout, or in the current directory where the package is installed apart."""
    base = PROJECT if (PROJECT / "pyproject.toml").is_file() else Path.cwd()
    return base / "var"


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
    max_conversations: PositiveInt = 1000
    """Kept in memory; the one that was silent longest is forgotten first."""
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


def _explain(error: ValidationError) -> str:
    """One Chinese sentence a mistake, each with the key."""
    parts = []
    for mistake in error.errors(include_url=False):
        key = ".".join(str(part) for part in mistake["loc"])
        if mistake["type"] == "extra_forbidden":
            parts.append(f"不认识的设置项 {key}")
        else:
            parts.append(f"设置项 {key} 的值 {mistake['input']!r} 不合要求（{mistake['msg']}）")
    return f"{'；'.join(parts)}。请检查 {FILE} 与 {PREFIX} 开头的环境变量。"

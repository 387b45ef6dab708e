"""The service while it is being loaded, when it is there, and when loading failed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread

from assistant.service import Service
from corpus.errors import ZhengwenError

logger = logging.getLogger(__name__)


class NotReadyError(ZhengwenError):
    """The index is not loaded, or could not be."""


class Runtime:
    """Loads the service once; until then every use raises NotReadyError with the reason.

    A loaded service may be replaced at any time, without a moment in which there is none.
    """

    def __init__(self, load: Callable[[], Service]) -> None:
        self._load = load
        self._service: Service | None = None
        self._reason = "索引正在加载，请稍候几秒再试。"

    def load(self) -> None:
        """Load now; does nothing when it is loaded already. Errors pass through and are kept."""
        if self._service is not None:
            return
        try:
            self._service = self._load()
        except ZhengwenError as error:
            self._reason = f"索引未能加载：{error}"
            raise
        except Exception as error:
            self._reason = f"索引未能加载（{type(error).__name__}），请查看服务日志。"
            raise

    def load_in_background(self) -> None:
        """Load in a thread of its own, so that the process answers /health meanwhile."""
        if self._service is None:
            Thread(target=self._load_logged, name="zhengwen-load", daemon=True).start()

    @property
    def service(self) -> Service:
        """The loaded service; raises NotReadyError."""
        if self._service is None:
            raise NotReadyError(self._reason)
        return self._service

    def replace(self, service: Service) -> None:
        """Serve from this one from now on; what began on the old one ends on it."""
        self._service = service

    def _load_logged(self) -> None:
        try:
            self.load()
        except Exception:
            logger.exception("loading failed")

from __future__ import annotations

import time
from threading import Event

import pytest

from assistant.runtime import NotReadyError, Runtime
from assistant.service import Service
from index.errors import IndexMissingError


def test_until_it_is_loaded_a_use_says_that_it_is_loading() -> None:
    go_on = Event()

    def load() -> Service:
        go_on.wait(10)
        raise IndexMissingError("没有索引。请运行 zhengwen index。")

    runtime = Runtime(load)
    runtime.load_in_background()
    with pytest.raises(NotReadyError, match="正在加载"):
        _ = runtime.service
    go_on.set()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with pytest.raises(NotReadyError) as caught:
            _ = runtime.service
        if "未能加载" in str(caught.value):
            break
        time.sleep(0.01)
    assert str(caught.value) == "索引未能加载：没有索引。请运行 zhengwen index。"

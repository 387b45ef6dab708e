from __future__ import annotations

from pathlib import Path

import pytest

from index.encode import build_encoder
from index.errors import ModelError


def test_no_choice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="没有指定向量模型"):
        build_encoder(" ", tmp_path)


def test_the_embedded_encoder_asks_to_be_prepared_first(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="没有准备好的内置模型"):
        build_encoder("embedded", tmp_path)

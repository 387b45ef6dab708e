"""What doctor says of a chat model: it is asked, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.diagnosis import Finding, diagnose
from assistant.settings import Settings
from eval.lying import faults
from eval.lying.server import Behaviour, endpoint, says


def finding(settings: Settings) -> Finding:
    (found,) = [f for f in diagnose(settings) if f.subject == "对话模型"]
    return found


def configured(home: Path, url: str) -> Settings:
    return Settings(
        home=home,
        chat_model="qwen2.5:7b",
        chat_base_url=url,
        chat_first_token_s=0.3,
        chat_stall_s=0.3,
    )


def test_without_a_model_nothing_is_wrong(tmp_path: Path) -> None:
    assert finding(Settings(home=tmp_path)) == Finding(
        "对话模型", True, "未配置；答复由程序直接依据条款组成"
    )


def test_an_endpoint_that_answers_is_fine(tmp_path: Path) -> None:
    with endpoint(says("好")) as server:
        settings = configured(tmp_path, server.url)
        assert finding(settings) == Finding(
            "对话模型", True, f"qwen2.5:7b（{server.url}），能答复；不可用时自动退回程序作答"
        )
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("behaviour", "why", "remedy"),
    [
        (faults.silent, "没有在限定时间内答复", "ZHENGWEN_CHAT_TIMEOUT_S"),
        (faults.hangs_up, "连接不上", "已经启动"),
        (faults.status(401), "拒绝了密钥", "ZHENGWEN_CHAT_API_KEY"),
        (faults.status(404), "没有这个模型或地址", "ZHENGWEN_CHAT_MODEL"),
        (faults.status(429), "请求过多或额度已用完", "额度"),
        (faults.status(500), "出错", "日志"),
        (faults.gives_a_page, "没有给出可用的回复", "ZHENGWEN_CHAT_BASE_URL"),
    ],
)
def test_an_endpoint_that_does_not_answer_is_named_with_what_to_do(
    tmp_path: Path, behaviour: Behaviour, why: str, remedy: str
) -> None:
    with endpoint(behaviour) as server:
        found = finding(configured(tmp_path, server.url))
        assert len(server.requests) == 1
    assert (found.fine, found.detail) == (
        False,
        f"qwen2.5:7b（{server.url}）{why}；在此期间答复由程序直接依据条款组成",
    )
    assert found.remedy is not None and remedy in found.remedy

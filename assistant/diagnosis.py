"""What `doctor` looks at: each finding says what is there and, where it is not fine, what to do."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from assistant.chat_model.failures import ChatModelError, Failure
from assistant.errors import ApprovedError
from assistant.settings import Settings
from corpus.errors import ZhengwenError

INDEX = "zhengwen index"
FREE_BYTES = 1_000_000_000
"""Model folder and index of a small corpus together take about 0.7 GB."""

_CHECK_ADDRESS = "请检查 ZHENGWEN_CHAT_BASE_URL 是否为兼容 OpenAI 的接口地址，通常以 /v1 结尾。"
_WAIT = "请确认模型已经加载，或调大 ZHENGWEN_CHAT_TIMEOUT_S 与 ZHENGWEN_CHAT_FIRST_TOKEN_S。"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. A remedy may be offered even where nothing is broken."""

    subject: str
    fine: bool
    detail: str
    remedy: str | None = None


def diagnose(settings: Settings) -> Iterator[Finding]:
    """All findings, the cheap ones first; never raises for what it finds."""
    checks: tuple[Callable[[Settings], Finding], ...] = (
        _python,
        _packages,
        _disk,
        _documents,
        _encoder,
        _index,
        _approved,
        _chat_model,
        _port,
        _fonts,
    )
    for check in checks:
        yield check(settings)


def _python(settings: Settings) -> Finding:
    found = ".".join(str(part) for part in sys.version_info[:3])
    fine = sys.version_info >= (3, 11)
    return Finding("Python", fine, found, None if fine else "请安装 Python 3.11 或更高版本。")


def _packages(settings: Settings) -> Finding:
    wrong = []
    for requirement in requires("zhengwen") or ():
        name, _, wanted = requirement.partition(";")[0].strip().partition("==")
        try:
            # A local part such as +cpu tells builds of one version apart.
            found = version(name).partition("+")[0]
        except PackageNotFoundError:
            wrong.append(f"缺少 {name}")
            continue
        if wanted and found != wanted:
            wrong.append(f"{name} 是 {found}，应为 {wanted}")
    if wrong:
        return Finding("依赖包", False, "；".join(wrong), "请运行 make run 重新安装依赖。")
    return Finding("依赖包", True, "版本全部相符")


def _disk(settings: Settings) -> Finding:
    folder = settings.home
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    detail = f"{settings.home} 所在磁盘剩余 {free / 1e9:.1f} GB"
    if free < FREE_BYTES:
        return Finding("磁盘", False, detail, "请至少留出 1 GB 空间。")
    return Finding("磁盘", True, detail)


def _documents(settings: Settings) -> Finding:
    from corpus.manifest import read_manifest

    try:
        documents = read_manifest(settings.documents)
    except ZhengwenError as error:
        return Finding("文件库", False, str(error), "也可用 zhengwen add 重新加入文件。")
    return Finding("文件库", True, f"{settings.documents}，{len(documents)} 份文件")


def _encoder(settings: Settings) -> Finding:
    from index.encode import EMBEDDED
    from index.model_folder import read_marker

    if settings.encoder != EMBEDDED:
        return Finding("编码器", True, f"sentence-transformers 模型 {settings.encoder}")
    marker = read_marker(settings.model_folder)
    if marker is None:
        return Finding("编码器", False, f"{settings.model_folder} 尚未准备好", f"请运行 {INDEX}。")
    return Finding("编码器", True, f"{marker.source}，存于 {settings.model_folder}")


def _index(settings: Settings) -> Finding:
    from assistant.wiring import open_index

    try:
        index = open_index(settings)
    except ZhengwenError as error:
        return Finding("索引", False, str(error), f"请运行 {INDEX}。")
    passages = sum(len(parsed.passages) for parsed in index.corpus.documents)
    return Finding("索引", True, f"{len(index.corpus.documents)} 份文件，{passages} 个段落")


def _approved(settings: Settings) -> Finding:
    from assistant.wiring import check_approved_answers, open_index

    name, remedy = "审定答复", "改好后运行 zhengwen approved check。"
    try:
        checked = check_approved_answers(settings, open_index(settings))
    except ApprovedError as error:
        return Finding(name, False, str(error))
    except ZhengwenError:
        return Finding(name, True, "索引可用后才能核对")
    if checked.faults:
        told = "\n    ".join(str(fault) for fault in checked.faults)
        return Finding(name, False, f"{len(checked.faults)} 处不成立\n    {told}", remedy)
    ready = len(checked.ready)
    return Finding(name, True, f"{ready} 个，引文全部成立" if ready else "没有设置")


def _chat_model(settings: Settings) -> Finding:
    from assistant.wiring import build_completion
    from prompts import load_prompt

    if settings.chat_model is None:
        return Finding("对话模型", True, "未配置；答复由程序直接依据条款组成")
    name = f"{settings.chat_model}（{settings.chat_base_url or '默认地址'}）"
    # One request, one answer: who asks for a diagnosis wants to know of the first failure.
    complete = build_completion(settings.model_copy(update={"chat_retries": 0}))
    assert complete is not None
    try:
        complete(load_prompt("probe_system").template, load_prompt("probe_user").template)
    except ChatModelError as error:
        why, remedy = _chat_trouble(error.failure)
        return Finding(
            "对话模型", False, f"{name}{why}；在此期间答复由程序直接依据条款组成", remedy
        )
    return Finding("对话模型", True, f"{name}，能答复；不可用时自动退回程序作答")


def _chat_trouble(failure: Failure) -> tuple[str, str]:
    """What went wrong in words, and what to do."""
    if failure in (Failure.FIRST_TIMEOUT, Failure.STALLED, Failure.DEADLINE):
        return "没有在限定时间内答复", _WAIT
    if failure is Failure.UNREACHABLE:
        return "连接不上", "请确认模型服务已经启动，地址与端口无误。"
    if failure is Failure.NO_ACCESS:
        return "拒绝了密钥", "请检查 ZHENGWEN_CHAT_API_KEY。"
    if failure is Failure.NOT_FOUND:
        return "没有这个模型或地址", f"请检查 ZHENGWEN_CHAT_MODEL。{_CHECK_ADDRESS}"
    if failure is Failure.BUSY:
        return "请求过多或额度已用完", "请稍后再试，或检查该服务的额度。"
    if failure is Failure.SERVER_ERROR:
        return "出错", "请查看模型服务的日志。"
    return "没有给出可用的回复", _CHECK_ADDRESS


def _port(settings: Settings) -> Finding:
    name = f"{settings.host}:{settings.port}"
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            remedy = "若政问已在运行则属正常；否则请用 zhengwen serve --port 换一个端口。"
            return Finding("端口", False, f"{name} 不可用（{error.strerror}）", remedy)
    return Finding("端口", True, f"{name} 可用")


def _fonts(settings: Settings) -> Finding:
    """Only the machine's own browser and tests need them; visitors have fonts of their own."""
    command = shutil.which("fc-list")
    if command is None:
        return Finding("中文字体", True, "本机没有 fc-list，未检查；不影响服务")
    listed = subprocess.run([command, ":lang=zh"], capture_output=True, text=True, check=False)
    if listed.stdout.strip():
        return Finding("中文字体", True, "已安装")
    remedy = "只影响在本机浏览与测试；Debian 可安装 fonts-noto-cjk。"
    return Finding("中文字体", True, "本机没有中文字体", remedy)

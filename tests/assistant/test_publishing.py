from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from assistant.collection import add_documents
from assistant.errors import PublishError, PublishingBusyError
from assistant.publishing import Publisher
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.wiring import build_search_index, build_service
from corpus.errors import ManifestError, ReadError, UnknownDocumentError
from corpus.manifest import read_manifest
from tests.assistant.policy import NUMBER, POLICY, SECOND, SECOND_TITLE

COPY = POLICY.replace("20万元", "25万元")
HOUSE = "博士研究生可以申请多大面积的人才公寓？"


@pytest.fixture
def runtime(own_settings: Settings) -> Iterator[Runtime]:
    runtime = Runtime(lambda: build_service(own_settings))
    runtime.load()
    yield runtime


@pytest.fixture
def publisher(own_settings: Settings, runtime: Runtime) -> Publisher:
    return Publisher(own_settings, runtime)


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != ".lock"}


def test_a_preview_shows_the_outline_and_what_is_not_known_and_keeps_nothing(
    publisher: Publisher, own_settings: Settings
) -> None:
    before = files(own_settings.documents)
    seen = publisher.preview("C:\\文件\\人才 公寓.TXT", SECOND.encode())
    assert seen.parsed.document.id == "人才-公寓"
    assert seen.parsed.document.title == SECOND_TITLE
    assert [clause.marker for clause in seen.parsed.clauses[1:]] == ["第一条", "第二条", "第三条"]
    assert seen.warnings == ("没有从正文读出文号、发文机关、日期，请核对文件开头与落款。",)
    assert (seen.conflicts, seen.copies, seen.same_as, seen.refusal) == ((), (), None, None)
    assert files(own_settings.documents) == before


def test_a_preview_of_a_copy_shows_where_it_prints_another_figure(publisher: Publisher) -> None:
    seen = publisher.preview("copy.txt", COPY.encode())
    assert [(c.document_id, c.reverse) for c in seen.copies] == [("p1", False)]
    assert [(c.printed, c.copy_printed) for c in seen.conflicts] == [("20", "25")]
    assert [fact.lead for fact in seen.parsed.facts.responsibilities if fact.lead] == [
        ("市科技局",),
        ("市人力资源社会保障局",),
    ]


def test_the_same_text_is_recognised_whatever_its_bytes(publisher: Publisher) -> None:
    for content in (POLICY.encode(), POLICY.encode("gb18030")):
        seen = publisher.preview("again.txt", content)
        assert seen.same_as == "p1"
        assert seen.refusal == "内容与编号 p1 的文件相同，无需再加。"
        with pytest.raises(PublishError, match="内容与编号 p1 的文件相同"):
            publisher.publish("again.txt", content)


@pytest.mark.parametrize(
    ("name", "content", "error", "told"),
    [
        ("", b"x", PublishError, "缺少文件名"),
        ("../..", b"x", PublishError, "缺少文件名"),
        ("a.exe", b"MZ", ReadError, "不认识“a.exe”的格式"),
        ("a.txt", b"", ReadError, "没有可读的文字"),
        ("a.txt", b"\x00\x01\x02\xff" * 50, ReadError, "a.txt"),
        ("a.txt", "今天天气很好。".encode(), PublishError, "没有识别出条款"),
    ],
)
def test_what_cannot_be_published_is_refused_and_nothing_changes(
    publisher: Publisher,
    own_settings: Settings,
    name: str,
    content: bytes,
    error: type[Exception],
    told: str,
) -> None:
    before = files(own_settings.documents)
    with pytest.raises(error, match=told):
        publisher.publish(name, content)
    assert files(own_settings.documents) == before


def test_a_document_over_the_limit_is_refused(runtime: Runtime, own_settings: Settings) -> None:
    small = own_settings.model_copy(update={"max_upload_bytes": 100})
    with pytest.raises(PublishError, match=r"文件超过上限（0\.0 MB）"):
        Publisher(small, runtime).preview("a.txt", b"x" * 101)


def test_what_is_published_is_answered_from_and_what_is_withdrawn_is_not(
    publisher: Publisher, runtime: Runtime, own_settings: Settings
) -> None:
    first = runtime.service
    assert first.answer(HOUSE).refused
    document = publisher.publish("公寓.txt", SECOND.encode())
    assert (document.id, document.title) == ("公寓", SECOND_TITLE)
    assert runtime.service is not first
    found = runtime.service.answer(HOUSE)
    assert "90平方米" in found.answer
    assert [c.document_id for c in found.citations] == ["公寓"]
    kept = publisher.withdraw("公寓")
    assert kept.read_text(encoding="utf-8") == SECOND
    assert runtime.service.answer(HOUSE).refused
    assert [d.id for d in read_manifest(own_settings.documents)] == ["p1"]
    with pytest.raises(UnknownDocumentError):
        publisher.withdraw("公寓")
    with pytest.raises(ManifestError, match="最后一份"):
        publisher.withdraw("p1")


def test_a_conversation_goes_on_over_the_swap_even_where_its_document_is_gone(
    publisher: Publisher, runtime: Runtime
) -> None:
    kept = runtime.service.answer("科技型小微企业能领多少创新券？")
    publisher.publish("公寓.txt", SECOND.encode())
    gone = runtime.service.answer(HOUSE)
    publisher.withdraw("公寓")
    followed = runtime.service.answer("那牵头部门是谁？", conversation_id=kept.conversation_id)
    assert "市科技局" in followed.answer
    for question in ("那由谁负责？", "第二条原文", "还有呢？"):
        again = runtime.service.answer(question, conversation_id=gone.conversation_id)
        assert "公寓" not in {c.document_id for c in again.citations}


def test_only_one_change_at_a_time_and_the_second_is_told(
    own_settings: Settings, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher = Publisher(own_settings, runtime)
    building, go_on = Event(), Event()
    rebuild = build_search_index

    def slow(*given: object) -> object:
        building.set()
        assert go_on.wait(30)
        return rebuild(own_settings)

    monkeypatch.setattr("assistant.publishing.rebuild_index", slow)
    first = Thread(target=publisher.publish, args=("公寓.txt", SECOND.encode()))
    first.start()
    assert building.wait(30)
    with pytest.raises(PublishingBusyError, match="另一份文件正在发布或撤回"):
        publisher.publish("b.txt", COPY.encode())
    with pytest.raises(PublishingBusyError):
        publisher.withdraw("p1")
    assert publisher.refresh() is False
    assert NUMBER in runtime.service.answer("首次认定高新技术企业奖励多少？").citations[0].address
    go_on.set()
    first.join(60)
    assert [d.id for d in read_manifest(own_settings.documents)] == ["p1", "公寓"]


def test_when_the_index_cannot_be_built_everything_is_as_before(
    own_settings: Settings, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher = Publisher(own_settings, runtime)
    before, service = files(own_settings.documents), runtime.service

    def full(*given: object) -> object:
        raise OSError(28, "No space left on device", "/secret/place")

    monkeypatch.setattr("assistant.publishing.rebuild_index", full)
    with pytest.raises(PublishError, match="服务器磁盘空间不足") as caught:
        publisher.publish("公寓.txt", SECOND.encode())
    assert "/secret" not in str(caught.value)
    assert files(own_settings.documents) == before
    assert runtime.service is service


def test_an_index_that_another_process_made_is_noticed(
    publisher: Publisher, runtime: Runtime, own_settings: Settings, tmp_path: Path
) -> None:
    assert publisher.refresh() is False
    (tmp_path / "公寓.txt").write_text(SECOND, encoding="utf-8")
    add_documents(
        own_settings.documents,
        tmp_path / "公寓.txt",
        lambda: build_search_index(own_settings) and None,
    )
    assert publisher.refresh() is True
    assert "90平方米" in runtime.service.answer(HOUSE).answer
    assert publisher.refresh() is False


def test_an_index_folder_that_is_gone_is_made_anew(
    publisher: Publisher, runtime: Runtime, own_settings: Settings
) -> None:
    import shutil

    shutil.rmtree(own_settings.index_folder)
    assert not runtime.service.answer("首次认定高新技术企业奖励多少？").refused
    assert publisher.refresh() is True
    assert (own_settings.index_folder / "index.json").is_file()


def test_the_assistant_of_before_is_not_kept_in_memory(
    publisher: Publisher, runtime: Runtime
) -> None:
    runtime.service.answer("首次认定高新技术企业奖励多少？")
    old = weakref.ref(runtime.service.assistant.library)
    publisher.publish("公寓.txt", SECOND.encode())
    gc.collect()
    assert old() is None

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.build import build_index, ensure_index
from index.errors import IndexMismatchError, IndexStoreError
from index.store import load_index
from tests.index.doubles import TALENT, VOUCHER, CharacterEncoder, corpus

# Each text: title, title under itself, two clauses of one or two sentences, each clause whole.
VOUCHER_TEXTS, TALENT_TEXTS = 8, 6


def test_a_build_reports_what_it_did(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    report = build_index(
        corpus(v=VOUCHER),
        CharacterEncoder(),
        tmp_path / "index",
        lambda message, share: told.append((message, share)),
    )
    assert (report.documents, report.passages, report.units) == (1, 3, VOUCHER_TEXTS)
    assert report.encoded == VOUCHER_TEXTS
    assert 0 <= report.encode_seconds <= report.seconds
    assert told == [
        ("切分句子", 0.0),
        ("编码文本 8/8", pytest.approx(0.95)),
        ("建立索引", 0.95),
        ("索引已就绪", 1.0),
    ]


def test_only_new_texts_are_encoded(tmp_path: Path) -> None:
    encoder = CharacterEncoder()
    build_index(corpus(v=VOUCHER), encoder, tmp_path)
    encoder.asked.clear()
    report = build_index(corpus(v=VOUCHER, t=TALENT), encoder, tmp_path)
    assert report.encoded == len(encoder.asked) == TALENT_TEXTS
    assert report.units == VOUCHER_TEXTS + TALENT_TEXTS
    assert not any("创新券" in text for text in encoder.asked)


def test_reused_vectors_find_what_new_ones_find(tmp_path: Path) -> None:
    encoder = CharacterEncoder()
    both = corpus(v=VOUCHER, t=TALENT)
    build_index(corpus(t=TALENT), encoder, tmp_path / "grown")
    build_index(both, encoder, tmp_path / "grown")
    build_index(both, encoder, tmp_path / "fresh")
    for question in ("博士的补贴", "创新券用于什么"):
        grown, fresh = (
            load_index(tmp_path / name, encoder).search(question).hits
            for name in ("grown", "fresh")
        )
        assert grown == fresh


def test_a_text_that_stands_there_twice_is_encoded_once(tmp_path: Path) -> None:
    report = build_index(corpus(a=VOUCHER, b=VOUCHER), CharacterEncoder(), tmp_path)
    assert (report.units, report.encoded) == (2 * VOUCHER_TEXTS, VOUCHER_TEXTS)


def test_another_encoders_vectors_are_not_reused(tmp_path: Path) -> None:
    build_index(corpus(v=VOUCHER), CharacterEncoder("characters:1"), tmp_path)
    report = build_index(corpus(v=VOUCHER), CharacterEncoder("characters:2"), tmp_path)
    assert report.encoded == VOUCHER_TEXTS


def test_a_damaged_index_is_built_anew(tmp_path: Path) -> None:
    encoder = CharacterEncoder()
    build_index(corpus(v=VOUCHER), encoder, tmp_path)
    next(tmp_path.glob("*/vectors.npy")).write_bytes(b"half")
    encoder.asked.clear()
    index = ensure_index(corpus(v=VOUCHER), encoder, tmp_path)
    assert len(encoder.asked) == VOUCHER_TEXTS
    assert index.search("创新券用于购买什么服务").hits[0].passage.id == "v/2"


def test_an_index_that_is_up_to_date_is_opened_as_it_is(tmp_path: Path) -> None:
    encoder = CharacterEncoder()
    ensure_index(corpus(v=VOUCHER), encoder, tmp_path)
    before = (tmp_path / "index.json").read_bytes()
    encoder.asked.clear()
    index = ensure_index(corpus(v=VOUCHER), encoder, tmp_path)
    assert encoder.asked == []
    assert (tmp_path / "index.json").read_bytes() == before
    assert index.corpus == corpus(v=VOUCHER)


def test_an_index_of_other_documents_is_brought_up_to_date(tmp_path: Path) -> None:
    encoder = CharacterEncoder()
    ensure_index(corpus(v=VOUCHER), encoder, tmp_path)
    index = ensure_index(corpus(v=VOUCHER.replace("10万元", "20万元")), encoder, tmp_path)
    assert "每家企业每年最高20万元。" in index.passages[1].text
    with pytest.raises(IndexMismatchError):
        load_index(tmp_path, CharacterEncoder("other"))


def test_a_full_disk_leaves_the_old_index(tmp_path: Path) -> None:
    """A limit on file sizes stands in for a full disk: writing really fails, in the midst of it."""
    encoder = CharacterEncoder()
    build_index(corpus(v=VOUCHER), encoder, tmp_path)
    script = """
import resource, sys
from pathlib import Path
from index.build import build_index
from index.errors import IndexStoreError
from tests.index.doubles import TALENT, VOUCHER, CharacterEncoder, corpus
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    build_index(corpus(v=VOUCHER, t=TALENT), CharacterEncoder(), Path(sys.argv[1]))
except IndexStoreError as error:
    sys.stdout.write(str(error))
"""
    finished = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert finished.stdout.startswith("磁盘空间不足"), finished.stderr
    assert load_index(tmp_path, encoder).corpus == corpus(v=VOUCHER)
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 1


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(IndexStoreError, match="无法写入"):
        build_index(corpus(v=VOUCHER), CharacterEncoder(), tmp_path / "file" / "index")


def test_builders_of_one_folder_wait_for_each_other(tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def build(text: str) -> None:
        try:
            build_index(corpus(d=text), CharacterEncoder(), tmp_path)
        except BaseException as error:  # a thread's failure must fail the test
            failures.append(error)

    threads = [threading.Thread(target=build, args=(text,)) for text in (VOUCHER, TALENT) * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert load_index(tmp_path, CharacterEncoder()).corpus in (corpus(d=VOUCHER), corpus(d=TALENT))
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 1

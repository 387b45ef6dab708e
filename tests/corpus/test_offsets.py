"""The way back from the clean text to the source."""

from __future__ import annotations

import unicodedata

from corpus.clean import clean
from corpus.models import Corpus
from corpus.offsets import MappedText, source_offset
from tests.corpus.conftest import DOCUMENTS

FOLDED = set(zip("，。；：（）！？《》", ",.;:()!?«»", strict=True))


def test_edits_keep_the_place_of_every_character() -> None:
    mapped = MappedText.of("甲 乙\r\n丙丁").edit([(1, 2, ""), (3, 5, "\n")])
    assert mapped.text == "甲乙\n丙丁"
    assert list(mapped.offsets) == [0, 2, 3, 5, 6]
    assert mapped.runs() == ((0, 0), (1, 2), (3, 5))


def test_an_offset_leads_behind_what_cleaning_dropped() -> None:
    raw = "推动 成果\n—3—\n转化，加快发展，促进各类要素集聚，形成推动高质量发展的强大合力和持久动力，推动更大发展。"
    cleaned = clean(raw)
    for word in ("推动", "成果", "转化", "更大发展"):
        at = cleaned.text.rindex(word)
        assert source_offset(cleaned.source_offsets, at) == raw.rindex(word)


def test_every_clean_character_of_the_five_documents_stands_in_its_source(
    five_documents: Corpus,
) -> None:
    for parsed in five_documents.documents:
        raw = (DOCUMENTS / parsed.document.file).read_bytes().decode("utf-8")
        for index, char in enumerate(parsed.text):
            if char == "\n":
                continue
            source = raw[source_offset(parsed.source_offsets, index)]
            same = unicodedata.normalize("NFKC", source) == unicodedata.normalize("NFKC", char)
            assert same or (char, source) in FOLDED


def test_no_word_of_the_five_documents_is_lost_but_furniture_and_one_torn_word(
    five_documents: Corpus,
) -> None:
    lost: dict[str, str] = {}
    for parsed in five_documents.documents:
        raw = (DOCUMENTS / parsed.document.file).read_bytes().decode("utf-8")
        kept = {source_offset(parsed.source_offsets, i) for i in range(len(parsed.text))}
        rest = "".join(c for i, c in enumerate(raw) if i not in kept and not c.isspace())
        lost[parsed.document.id] = rest
    assert lost.pop("000") == "—３１——２２——５２—"
    contents = lost.pop("004")
    assert contents.startswith("目录一、开启一流创新生态新篇章.....1（一）")
    assert contents.endswith("（四）优化营商环境.....46高")
    assert lost == {"001": "", "002": "", "003": ""}

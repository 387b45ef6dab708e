from __future__ import annotations

import io
import json
import re
import zipfile
from html import escape
from xml.etree import ElementTree

from docx import Document
from openpyxl import load_workbook

from assistant.eligibility.export import COLUMNS, NOTE
from assistant.eligibility.files import TITLE, to_docx, to_html, to_xlsx
from tests.assistant.eligibility.policies import checked

SAID = "我们是长沙的公司，今年首次通过高新技术企业认定"
MAKER = "政问 Zhengwen（人工智能生成合成内容）"


def test_the_workbook_holds_every_item_and_the_label() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(checked(SAID))))
    assert book.sheetnames == [TITLE, "所填情况与说明"]
    assert (book.properties.title, book.properties.creator, book.properties.description) == (
        TITLE,
        MAKER,
        NOTE,
    )
    table = [[cell.value for cell in row] for row in book[TITLE].iter_rows()]
    assert table[0] == [name for name, _, _ in COLUMNS]
    assert [row[0] for row in table[1:]] == ["符合", "待核实", "待核实", "政策导向"]
    assert table[1][4] == "20万元"
    assert "✓ 高新技术企业：你们说明了是高新技术企业" in table[1][5]
    about = {row[0].value: row[1].value for row in book["所填情况与说明"].iter_rows()}
    assert (about["所在地区"], about["说明"], about["核对日期"]) == ("长沙市", NOTE, "2026-05-01")
    assert about["不适用"] == "另有1项措施的支持对象或地区与所填情况不符，未列出。"


def test_every_file_is_labelled_in_its_metadata() -> None:
    checklist = checked(SAID)
    book = load_workbook(io.BytesIO(to_xlsx(checklist)))
    label = book.custom_doc_props["AIGC"].value
    assert json.loads(label)["Label"] == "1"
    with zipfile.ZipFile(io.BytesIO(to_docx(checklist))) as word:
        properties = ElementTree.fromstring(word.read("docProps/custom.xml"))
        assert "docProps/custom.xml" in word.read("_rels/.rels").decode()
        assert "custom-properties" in word.read("[Content_Types].xml").decode()
    assert [(node.get("name"), "".join(node.itertext())) for node in properties] == [
        ("AIGC", label)
    ]
    assert f'<meta name="AIGC" content="{escape(label)}">' in to_html(checklist)


def test_nothing_said_becomes_a_formula() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(checked("=1+1，我们是长沙的公司\x07，首次认定高企"))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert all(not isinstance(cell.value, str) or "\x07" not in cell.value for cell in cells)


def test_the_word_document_has_a_section_for_every_verdict() -> None:
    document = Document(io.BytesIO(to_docx(checked(SAID))))
    core = document.core_properties
    assert (core.title, core.author, core.comments) == (TITLE, MAKER, NOTE)
    heads = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert heads == ["所填情况", "符合（1项）", "待核实（2项）", "政策导向（1项）"]
    texts = [p.text for p in document.paragraphs]
    assert NOTE in texts
    assert "1．奖励创新企业：给予20万元一次性奖励" in texts
    assert "负责部门：市科技局、市财政局" in texts


def test_the_page_stands_alone_and_escapes_what_was_said() -> None:
    page = to_html(checked("我们是长沙的公司，首次认定高企<script>alert(1)</script>"))
    assert f'<meta name="generator" content="{MAKER}">' in page
    assert NOTE in page
    assert "<script" not in page
    assert re.findall(r"(?:src|href)=", page) == []
    assert "<h2>待核实（" in page


def test_control_characters_are_in_none_of_the_files() -> None:
    checklist = checked("我们是长沙的公司\x00，首次认定高企\x0b，据说是高新技术企业\x1b")
    assert to_docx(checklist) and to_xlsx(checklist)
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", to_html(checklist))

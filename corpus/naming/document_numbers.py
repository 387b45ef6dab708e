"""Documents named by number, year or id: 晋发〔2017〕51号, 51号文, 17年那份文件, 市政府令第179号, 文件003."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.metadata.heads import NUMBER
from corpus.models import Document
from corpus.numerals import parse_number
from corpus.regions import find_regions

_OPEN = r"[\s〔\[【（(]*"
_CLOSE = r"[\s〕\]】）)年第]*"
_SAID = re.compile(
    rf"""
    (?:(?P<prefix>[\u4e00-\u9fff]{{1,14}}?)?{_OPEN}(?P<year>(?:19|20)\d{{2}}){_CLOSE}
       |(?P<alone>[\u4e00-\u9fff]{{2,14}}?)?\s*)
    (?<!\d)第?\s*0*(?P<serial>\d{{1,5}})\s*号(?P<paper>文件?)?
    """,
    re.VERBOSE,
)
_ID = re.compile(
    r"(?<![\d.〕\]）)A-Za-z_-])(?P<before>(?:文件|文档|编号)\s*)?(?P<id>[A-Za-z0-9_-]{2,40})"
    r"(?P<after>\s*号?(?:文件|文档))?(?![\d.%号年月日家个万亿A-Za-z_-])"
)
_ANOTHER_PREFIX = re.compile(r"(?<![下印转颁签制])[发函办字规]$")
_ORDER = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{2,30}?)令第?(?P<serial>\d{1,5}|[〇零一二三四五六七八九十百]{1,6})号"
)
_ORDER_SAID = re.compile(
    r"(?P<said>[\u4e00-\u9fff]{0,20})令\s*第?\s*0*(?P<serial>\d{1,5}|[〇零一二三四五六七八九十百]{1,6})\s*号"
    r"|(?P<before>[\u4e00-\u9fff]{0,20}?)第?\s*0*(?P<first>\d{1,5}|[〇零一二三四五六七八九十百]{1,6})\s*号(?P<what>[\u4e00-\u9fff]{0,6}?)令"
)

# 17年那份文件, 2017年省里的文件: the one document of that year.
_OF_YEAR = re.compile(
    r"(?<!\d)(?P<year>(?:20)?\d{2})年(?:度|的|那|这|份|个|部|省里|省上|市里|市上|出台|印发|发布|下发|发)*(?:政策)?文件"
)


class DocumentNumbers:
    """Numbers and ids of a corpus's documents."""

    def __init__(self, documents: list[Document]) -> None:
        self._ids = {document.id for document in documents if document.id.isascii()}
        self._numbered: dict[str, list[tuple[str, str, str]]] = {}
        for document in documents:
            match = NUMBER.fullmatch(document.number or "")
            if match:
                entry = (match["prefix"], match["year"], document.id)
                self._numbered.setdefault(match["serial"].lstrip("0"), []).append(entry)
        self._years: dict[str, list[str]] = {}
        for document in documents:
            year = _year_of(document)
            if year and not (document.relation and document.relation.kind.endswith("copy_of")):
                self._years.setdefault(year, []).append(document.id)
        self._orders: dict[int | None, list[tuple[str, str]]] = {}
        for document in documents:
            match = _ORDER.fullmatch(document.number or "")
            if match:
                entries = self._orders.setdefault(parse_number(match["serial"]), [])
                entries.append((match["issuer"], document.id))

    def find(self, text: str) -> Iterator[tuple[tuple[int, int], str]]:
        """Spans and the ids of the documents that they name."""
        for match in _SAID.finditer(text):
            yield from self._by_number(match)
        for match in _ORDER_SAID.finditer(text):
            yield from self._by_order(match)
        for match in _OF_YEAR.finditer(text):
            held = self._years.get(match["year"][-2:], [])
            if len(held) == 1:
                yield match.span(), held[0]
        for match in _ID.finditer(text):
            if match["id"] in self._ids and self._is_id(match):
                yield match.span(), match["id"]

    def _by_number(self, match: re.Match[str]) -> Iterator[tuple[tuple[int, int], str]]:
        said = match["prefix"] or match["alone"] or ""
        for prefix, year, document_id in self._numbered.get(match["serial"], ()):
            if match["year"] and match["year"] != year:
                continue
            named = said.endswith(prefix)
            if not named and _ANOTHER_PREFIX.search(said):
                continue
            if not (named or match["paper"] or match["year"]):
                continue
            start = match.start() + (len(said) - len(prefix) if named else len(said))
            yield (start, match.end()), document_id

    def _by_order(self, match: re.Match[str]) -> Iterator[tuple[tuple[int, int], str]]:
        """市政府令第179号, 179号令: as much of the issuer's name as is said must be its own."""
        said = match["said"] if match["serial"] else match["before"]
        for issuer, document_id in self._orders.get(
            parse_number(match["serial"] or match["first"]), ()
        ):
            at, start = len(issuer), len(said)
            while start and (place := issuer.rfind(said[start - 1], 0, at)) >= 0:
                at, start = place, start - 1
            foreign = [m for m in find_regions(said) if m.region.short not in issuer]
            if not foreign:
                yield (match.start() + start, match.end()), document_id

    def _is_id(self, match: re.Match[str]) -> bool:
        """An id of digits is one with a leading zero or beside 文件; else it is a figure."""
        identity = match["id"]
        return (
            not identity.isdigit()
            or identity.startswith("0")
            or bool(match["before"] or match["after"])
        )


def _year_of(document: Document) -> str | None:
    """The last two digits of the year that a document's number or date gives."""
    match = NUMBER.fullmatch(document.number or "")
    year = match["year"] if match else (document.date or "")[:4]
    return year[-2:] or None

"""Personal data in what people write: found by form and checksum, and taken out.

Left alone on purpose: names of persons and street addresses (no form tells them from others), the
unified social credit code and registration number of an enterprise (public by law), hotlines
(12345, 400-…), and every number that its unit or its label says to be something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.access.checksums import is_bank_card, is_id_card
from assistant.access.digits import view
from assistant.access.found import Found, Kind
from assistant.access.invisible import cleaned
from assistant.access.labels import OF_PERSON
from assistant.access.numbers import find_numbers
from assistant.access.written import find_emails, find_landlines, find_passports

_CHINESE_NUMBER = re.compile(
    r"(?:[〇○零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖\d][\s\-－—·.]{0,3}){11}"
)
_DEEPEST = 32


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without personal data, and which kinds it had."""

    text: str
    kinds: tuple[Kind, ...] = ()


def mask(text: str) -> Masked:
    """The text with 〔手机号已隐去〕 and the like where personal data stood."""
    found = find(text)
    parts, at = [], 0
    for piece in found:
        parts += [text[at : piece.start], f"〔{piece.kind}已隐去〕"]
        at = piece.end
    return Masked("".join([*parts, text[at:]]), tuple(dict.fromkeys(f.kind for f in found)))


def mask_values(value: Any, *, depth: int = _DEEPEST) -> tuple[Any, tuple[Kind, ...]]:
    """A value as JSON knows it with every text in it masked, keys too; and which kinds it had.

    A number has no label but its key: {"手机": 13812345678}. What is nested deeper than anybody
    nests a form is None.
    """
    if depth == 0:
        return None, ()
    match value:
        case str():
            masked = mask(cleaned(value))
            return masked.text, masked.kinds
        case Mapping():
            pairs = [
                (mask_values(str(key), depth=1), _under(str(key), item, depth))
                for key, item in value.items()
            ]
            kinds = [k for (_, of_key), (_, of_item) in pairs for k in (*of_key, *of_item)]
            return {key: item for (key, _), (item, _) in pairs}, tuple(dict.fromkeys(kinds))
        case list() | tuple():
            items = [mask_values(item, depth=depth - 1) for item in value]
            kinds = [kind for _, of_item in items for kind in of_item]
            return [item for item, _ in items], tuple(dict.fromkeys(kinds))
    return value, ()


def _under(key: str, item: Any, depth: int) -> tuple[Any, tuple[Kind, ...]]:
    """What stands under a key, with the key for its label."""
    is_number = isinstance(item, int) and not isinstance(item, bool)
    if isinstance(item, str) or (is_number and OF_PERSON.search(key)):
        masked = mask(f"{cleaned(key)}：{cleaned(str(item))}")
        head, _, rest = masked.text.partition("：")
        if masked.kinds and head == cleaned(key):
            return rest, masked.kinds
    if is_number and (is_id_card(str(item)) or is_bank_card(str(item))):
        return mask_values(str(item), depth=1)
    return mask_values(item, depth=depth - 1)


def find(text: str) -> list[Found]:
    """All personal data of a text, in order, none overlapping."""
    seen = view(text)
    taken: list[Found] = []
    for search in (find_emails, find_passports, find_landlines, find_numbers):
        for found in search(seen):
            _take(taken, found)
    spelt = view(text, chinese=True)
    if spelt != seen and _CHINESE_NUMBER.search(text):
        for found in find_numbers(spelt):
            # What has no Chinese digit in it was judged above already.
            if spelt[found.start : found.end] != seen[found.start : found.end]:
                _take(taken, found)
    return sorted(taken, key=lambda f: f.start)


def _take(taken: list[Found], found: Found) -> None:
    if all(found.end <= other.start or other.end <= found.start for other in taken):
        taken.append(found)

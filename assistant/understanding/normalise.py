"""One spelling for question and clause, so that they can be compared character by character."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC

from assistant.understanding.dialects import in_standard

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_LETTER = re.compile(r"[A-Za-z]")
_CJK = re.compile(r"[㐀-鿿]")
_SPACES_IN_CJK = re.compile(
    r"(?<=[㐀-鿿，。；：！？、）（“”《》〔〕\d])\s+(?=[㐀-鿿，。；：！？、（）“”《》〔〕\d])"
)
# 六 →（一）→ 5: a path written with arrows.
_ARROW = re.compile(
    r"(?<=[一二三四五六七八九十)\d])\s*(?:→|->|=>|>|»)\s*(?=[(一二三四五六七八九十\d])"
)
# Cantonese 係 is 是; the Simplified 系 no longer tells it from 體系.
_IS = re.compile("(?<![关關干体體联聯])係(?![数數统統列])")
_PLAN_IN_DIGITS = re.compile(r"(?<!\d)1([2-7])五(?!\d)")
# 晋发2017 51号, 晋发(2017)51号: the number of a document in whatever brackets, or in none.
_DOCUMENT_NUMBER = re.compile(
    r"(?<=[发字函规政])\s*[\[(【]?\s*((?:19|20)\d{2})\s*(?:年|[\])】])?\s*第?\s*(\d{1,4})\s*号"
)
_GLOSS = re.compile(r"\([^()]{1,12}\)")
_FOLD = str.maketrans("，。；：！？（）【】“”‘’「」『』〔〕［］", ',.;:!?()[]""\'\'""""[][]')


def is_english(text: str) -> bool:
    """Whether a text is written in Latin letters, but for a name or two."""
    return len(_LETTER.findall(text)) > 4 * len(_CJK.findall(text))


# “一三一”: a name that is said digit by digit, as documents write “131”.
_NAMED_BY_DIGITS = re.compile(r"(?<=[“\"])[一二三四五六七八九]{3,4}(?=\+?[”\"])")
# 合汽生材 汽 啥意思: a part of a name, set apart by spaces.
_PART_OF_NAME = re.compile(r"(?<!\S)(?P<name>[㐀-鿿]{2,8})\s+(?P<part>[㐀-鿿])(?!\S)")
# Never right: 创新劵.
_MISWRITTEN = str.maketrans("劵", "券")
_UNQUOTED = str.maketrans("", "", "\"'")
_NAME = 4
"""Characters from which on a heading in a question names its clause (主要目标, 保障措施)."""
_LONG_NAME = 8
"""Characters from which on a heading is known though two of them are left out."""
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")


def normalise_question(text: str) -> str:
    """NFKC, invisible characters gone, Simplified and standard words, spaces between CJK closed."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    text = in_simplified(text.translate(_MISWRITTEN).translate(str.maketrans("「」『』", "“”“”")))
    text = _ARROW.sub("", text)
    text = _PLAN_IN_DIGITS.sub(lambda plan: f"十{'二三四五六七'[int(plan[1]) - 2]}五", text)
    text = _NAMED_BY_DIGITS.sub(lambda name: name[0].translate(_DIGITS), text)
    text = _DOCUMENT_NUMBER.sub(r"〔\1〕\2号", text)
    if " " not in text:
        return text.strip()
    text = _PART_OF_NAME.sub(_in_quotes, text.strip())
    return _SPACES_IN_CJK.sub("", text)


def _in_quotes(said: re.Match[str]) -> str:
    name, part = said["name"], said["part"]
    return f"“{name}”里的“{part}”" if part in name else said[0]


def as_written(said: str, question: str) -> str:
    """The words of a question as its asker wrote them (十萬塊), from their normalised form (十万块)."""
    if said in question:
        return said
    for start in range(len(question) - len(said) + 1):
        written = question[start : start + len(said)]
        if normalise_question(written) == said:
            return written
    return said


def in_simplified(text: str) -> str:
    """A text in Simplified characters and in the words of Standard Chinese.

    Spans are counted on the result, so its length need not be that of the question.
    """
    converted: str = _converter().convert(_IS.sub("是", text))
    return in_standard(converted)


def in_simplified_characters(text: str) -> str:
    """NFKC, invisible characters gone, Simplified characters, “” for 「」; the words stay."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    converted: str = _converter().convert(text.translate(str.maketrans("「」『』", "“”“”")))
    return converted


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """NFKC, no whitespace, lower case, CJK punctuation as its ASCII likes: for comparing."""
    return "".join(unicodedata.normalize("NFKC", text).lower().translate(_FOLD).split())


def without_glosses(folded: str) -> str:
    """A folded text without short brackets: 合(和)汽(气)生材(财) is what people quote as 合汽生材."""
    return _GLOSS.sub("", folded)


def names(title: str, text: str) -> bool:
    """Whether a folded text says a heading of four characters at least, in whatever quotation marks."""
    bare = unquoted(title)
    return len(bare) >= _NAME and bare in unquoted(text)


def nearly_names(title: str, text: str) -> bool:
    """Whether a folded text says a longer heading but for a word of it (突破“卡脖子”技术 of 突破核心…)."""
    bare, said = unquoted(title), unquoted(text)
    if len(bare) < _LONG_NAME:
        return False
    return any(bare[:start] + bare[start + 2 :] in said for start in range(len(bare) - 1) if start)


def unquoted(folded: str) -> str:
    """A folded text without quotation marks, which are set one way here and another way there."""
    return folded.translate(_UNQUOTED)

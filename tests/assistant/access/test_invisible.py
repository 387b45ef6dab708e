from __future__ import annotations

import pytest

from assistant.access.invisible import cleaned


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("创新券\n能领\t多少？", "创新券\n能领\t多少？"),
        ("创\u200b新\u200d券\ufeff", "创新券"),
        ("\u202e券新创\u202c", "券新创"),
        ("问\U000e0049\U000e0067\U000e006e\U000e006f\U000e0072\U000e0065题", "问题"),
        ("政\x00策\x1b[31m", "政策[31m"),
        ("soft\u00adhyphen", "softhyphen"),
        ("葛\U000e0100城", "葛城"),
        ("一\ufe0e二\ufe0f", "一二"),
        ("私\ue000有\U000f0000", "私有"),
        ("未\U000323b0分配", "未分配"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("e\u0301", "é"),
        ("z" + "\u0301" * 20 + "算", "z算"),
        ("\u3164填\u2800充", "填充"),
        ("plain ascii", "plain ascii"),
        ("〔2017〕51号《办法》“一”——……・①Ⅲ㎡", "〔2017〕51号《办法》“一”——……・①Ⅲ㎡"),
    ],
)
def test_what_nobody_sees_is_gone_and_the_rest_stays(text: str, seen: str) -> None:
    assert cleaned(text) == seen
    assert cleaned(seen) == seen

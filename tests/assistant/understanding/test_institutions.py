"""Institutions by short names that no document writes."""

from __future__ import annotations

import pytest

from assistant.understanding.institutions import Institutions

TEXTS = (
    "支持梅岭水利职业技术学院和梅岭师范大学建设重点专业。",
    "支持3所中等职业学校（梅岭财经学校、梅岭市口腔卫生学校）建设特色专业。",
    "梅岭市第一人民医院、梅岭市第二人民医院设立工作站。",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("水利职院呢？", [("水利职院", "水利职业技术学院")]),
        ("梅岭水利学院建什么中心", [("梅岭水利学院", "梅岭水利职业技术学院")]),
        ("中等学校建什么专业", [("中等学校", "中等职业学校")]),
        ("梅岭财经学校建什么专业", []),  # written so
        ("人民医院", []),  # written so, within names
        ("梅岭医院设什么", []),  # fits two
        ("海外职院", []),
        ("梅岭水利院士工作站", []),  # 院士 is a word of its own
    ],
)
def test_a_short_name_is_known_where_one_name_fits(text: str, found: list[tuple[str, str]]) -> None:
    expansions = Institutions(TEXTS).expand(text)
    assert [(e.said, e.official[0]) for e in expansions] == found
    assert all(text[e.start : e.end] == e.said for e in expansions)

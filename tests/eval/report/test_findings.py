from __future__ import annotations

from eval.report.findings import Finding, findings


def test_plain_values_come_first_and_everything_else_is_a_table() -> None:
    assert findings(
        {
            "by_kind": {"数字": {"caught": 0.5, "of": 4}, "机构": {"caught": 1.0}},
            "caught": 0.75,
            "share": {"value": 0.5, "low": 0.25, "high": 0.75, "n": 4},
            "passed": True,
            "mutations": 2300,
            "counts": {"a": 1, "b": None},
            "missed": [{"id": "x", "said": ["甲", "乙"]}],
            "names": ["一", "二"],
            "none": [],
        }
    ) == [
        Finding("拦下", "75.0%"),
        Finding("share", "50.0%（25.0%–75.0%）"),
        Finding("passed", "是"),
        Finding("改动", "2300"),
        Finding(
            "按类别",
            header=("", "拦下", "of"),
            rows=(("数字", "50.0%", "4"), ("机构", "100.0%", "–")),
        ),
        Finding("counts", header=("", ""), rows=(("a", "1"), ("b", "–"))),
        Finding("missed", header=("id", "said"), rows=(("x", "甲、乙"),)),
        Finding("names", header=("names",), rows=(("一",), ("二",))),
    ]


def test_a_long_list_is_cut_and_says_so() -> None:
    [finding] = findings({"missed": [{"id": str(n)} for n in range(25)]})
    assert (finding.name, len(finding.rows)) == ("missed（共 25 条）", 20)


def test_tables_within_a_table_stand_side_by_side() -> None:
    assert findings(
        {
            "modes": {
                "摘录": {"escaped": 1, "by_kind": {"数字": {"escaped": 1}, "机构": {"escaped": 0}}},
                "改写": {"escaped": 2, "by_kind": {"数字": {"escaped": 2}}},
            }
        }
    ) == [
        Finding("方式", header=("", "漏过"), rows=(("摘录", "1"), ("改写", "2"))),
        Finding(
            "方式 · 按类别",
            header=("", "摘录", "改写"),
            rows=(("数字", "漏过 1", "漏过 2"), ("机构", "漏过 0", "–")),
        ),
    ]

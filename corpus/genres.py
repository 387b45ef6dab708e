"""The last words of official titles, as an alternation for regular expressions."""

from __future__ import annotations

GENRES = (
    "意见|办法|规划|方案|计划|通知|决定|规定|细则|措施|政策|报告|汇报|纲要|条例|公告|通告|要点|指南|规则|章程|"
    "预案|批复|函|令|目录|标准|清单|制度|工作安排|实施条件|申报条件|流程|举措|意见书|导则|规程|公报|决议|指引|答复"
)

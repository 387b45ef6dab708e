"""What a user of the tools reads and no document contains."""

from __future__ import annotations

INSTRUCTIONS = (
    "政问依据已收录的政策文件回答问题，每句话都有条款出处。先用 ask_policy 提问；"
    "需要原文时用 search_clauses 和 get_clause；企业自查用 check_eligibility；"
    "查部门职责用 list_responsibilities，查目标指标用 list_targets。"
    "转述时请保留条款号与引文；refused 为 true 表示文件中没有依据，请不要补充编造。"
    "内容由人工智能生成合成，以文件原文为准。"
)
LABEL = "（人工智能生成合成内容，由政问依据所引条款生成，以文件原文为准。）"
NO_ARGUMENTS = "参数有误："
UNEXPECTED = "服务内部出错，请稍后重试；若反复出现，请查看服务日志。"
BAD_HOST = (
    "这个主机名不在允许之列。经反向代理访问时，请把对外的主机名写入设置 mcp_hosts 后重启服务。"
)
BAD_ORIGIN = "这个网页来源不在允许之列。MCP 接口供程序使用；如确需从网页访问，请把主机名写入设置 mcp_hosts 后重启服务。"


def no_tool(name: str, known: str) -> str:
    """A tool that is not offered."""
    return f"没有名为“{name}”的工具，可用的有：{known}。"


def no_clause(address: str) -> str:
    """An address that leads nowhere."""
    return f"没有找到条款“{address}”。请给出完整的条款号（如 search_clauses 返回的 address），或文件编号加“第三条”“（二十一）”这样的序号。"


def no_resource(uri: str) -> str:
    """A resource that is not offered."""
    return f"没有资源“{uri}”。文件的地址形如 zhengwen://documents/文件编号，可先列出资源查看。"

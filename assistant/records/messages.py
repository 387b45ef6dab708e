"""The sentences about records that a user sees."""

from __future__ import annotations

import errno
from pathlib import Path

NOTE = "本表由政问程序自动记录；其中的答复由程序依据条款自动生成（人工智能生成合成内容），以文件原文为准。"

UNREADABLE = "记录暂时无法读取（数据库被占用或不可用）。请稍后重试。"
NOT_KEPT = "暂时无法留存记录，请求没有办理。请稍后重试；若反复出现，请联系管理人员检查数据目录的磁盘空间与权限。"
NOT_WRITTEN = "记录暂时无法写入（数据库被占用或不可用）。请稍后重试。"
NO_RECORDS = "这个服务没有启用记录，不能提交反馈或查询日志。"
NEWER = "数据库由更新版本的政问建立，当前程序不能使用。请升级政问，或恢复升级前的备份。"
MEMORY_DATABASE = (
    "设置项 database_url 没有写明 SQLite 文件的位置，请写成 sqlite:////目录/zhengwen.db。"
)
BAD_URL = "设置项 database_url 不是数据库地址，请写成 postgresql+psycopg://用户:口令@主机/库名，或去掉这一项以使用 SQLite。"


def no_driver(module: str) -> str:
    """The URL names a database whose driver is not installed."""
    return (
        f"设置项 database_url 所用的数据库驱动 {module} 没有安装。请先在政问的环境里安装它"
        "（例如 PostgreSQL 的 psycopg），或去掉这一项以使用 SQLite。"
    )


def cannot_open(where: str) -> str:
    """The database cannot be opened or brought up to date when the service starts."""
    return (
        f"无法打开或更新记录数据库（{where}）：它可能被别的程序占用、已损坏，或没有写权限、磁盘已满。"
        "请排除后重新启动；文件损坏时请恢复备份。"
    )


def why(error: OSError) -> str:
    """What the system says, in Chinese where it is common."""
    known = {
        errno.ENOSPC: "磁盘空间不足",
        errno.EACCES: "没有写权限",
        errno.EPERM: "没有写权限",
        errno.EROFS: "磁盘只读",
        errno.EEXIST: "同名的位置已被占用",
        errno.ENOTDIR: "上级位置不是目录",
        errno.EISDIR: "同名的位置是一个目录",
    }
    return known.get(error.errno or 0) or error.strerror or "原因不明"


def no_folder(folder: Path, reason: str) -> str:
    """The data folder cannot be made or written to."""
    return f"无法在 {folder} 存放记录（{reason}）。请检查目录与磁盘，或用设置项 data 换一个位置。"


def unknown_answer(answer_id: str) -> str:
    """Feedback on an answer that was never given, or is no longer kept."""
    return f"没有编号为“{answer_id}”的答复，或已超过留存期限。请使用答复中的 id。"


def unknown_feedback(feedback_id: str) -> str:
    """No such feedback, or it is closed already."""
    return f"没有编号为“{feedback_id}”的待处理反馈。"


def spooled(count: int) -> str:
    """Records that wait for the database stand beside what is exported."""
    return f"注意：另有{count}条记录在暂存文件中，数据库恢复后由服务写入，这里没有包括。"


def broken_chain(count: int, entry_id: str) -> str:
    """The chain of digests does not hold from this entry on."""
    return f"前{count}条相符；从编号 {entry_id} 的记录起与摘要链不符，日志可能被改动过。"


def cut_chain(count: int) -> str:
    """The newest entries are missing."""
    return f"现存{count}条逐条相符，但最后的记录与链尾不符，末尾可能有记录被删除。"


def whole_chain(count: int) -> str:
    """Every entry is as it was written."""
    return f"共{count}条，摘要链完整，没有发现改动。"


def exported(count: int, path: Path) -> str:
    """An export was written."""
    return f"已导出{count}条到 {path}。"


def purged(audit: int, feedback: int, exchanges: int) -> str:
    """What was removed because its time is over."""
    return f"已清理到期记录：审计日志{audit}条，反馈{feedback}条，会话问答{exchanges}条。"


def unknown_form(path: Path) -> str:
    """The name of an export does not say what it is to be."""
    return f"不认识 {path} 的格式，请用 .jsonl、.csv 或 .xlsx 结尾的文件名。"


def too_many_rows(limit: int) -> str:
    """A workbook holds no more."""
    return f"超过 Excel 工作表的上限（{limit}行）。请用 --since、--until 分段导出，或导出为 csv、jsonl。"


COLUMNS = (
    "时间",
    "编号",
    "渠道",
    "会话",
    "访客",
    "密钥",
    "请求",
    "问题",
    "理解为",
    "状态",
    "答复",
    "引用",
    "说明",
    "版本",
    "生成方式",
    "用时（毫秒）",
    "上一摘要",
    "摘要",
    "标识",
)
SHEET = "问答日志"

"""Every sentence of the page that a user sees and no clause contains."""

from __future__ import annotations

from assistant import messages

AI_LABEL = f"AI 生成 · {messages.ORIGINAL_PREVAILS}"
PAGE_LABEL = (
    "本页的答复、清单和台账由程序依据条款自动生成（人工智能生成合成内容），内容以文件原文为准。"
)
READER_NOTE = "正文由程序从文件整理而来，以文件原文为准。"
NO_OUTLINE = "这份文件没有分条，请直接阅读全文。"
WENT_WRONG = "处理时出错，请稍后重试；若反复出现，请告诉管理人员查看服务日志。"


def found(exact: int, near: int) -> str:
    """How much a search of the clauses found."""
    if not exact and not near:
        return "没有找到相符的条款，请换一个说法或缩短文字。"
    if not exact:
        return f"没有条款含有全部文字，下面是意思相近的{near}条。"
    return f"有{exact}条条款含有所查文字"


ONLY_NEAR = "没有条款直接回答这个问题，以下仅供参考。"
ASKING = "正在查找条款……"
ANSWERED = "答复完毕。"
FEEDBACK_KEPT = {
    "useful": "已记下：有用。谢谢！",
    "useless": "已记下：没用。谢谢，我们会查看。",
    "report": "举报已提交，工作人员会核查这条答复。",
}
NO_FEEDBACK = "反馈没有保存：这项服务还没有启用记录。如需投诉，请拨打12345政务服务便民热线。"
REPORT_NEEDS_WORDS = "请写明哪里不对，再提交举报。"
NEW_CONVERSATION = "新的对话已经开始，前面的内容不再带入。"
"""What a step of the pipeline does, for the person who waits."""
COMPLAIN = (
    "对某一条答复有意见，请点答复下方的“举报”，写明哪里不对，工作人员会核查并改正。"
    "也可以拨打12345政务服务便民热线投诉。"
)
NOTHING_KNOWN = "还没有了解到你们的情况，请补充后再匹配。"
NOT_CHECKED = (
    "填好左边的情况，点“开始匹配”，这里按结论列出每一项支持措施、所依据的条款和要准备的材料。"
)
NO_KEYS = "这项服务还没有启用密钥，编辑与管理功能不能使用。请联系管理员。"
WRONG_KEY = "密钥不对、已失效或权限不够，请核对后重新输入。"
KEY_NEEDED = {
    "editor": "发布和撤下文件需要编辑密钥。密钥只在本次打开页面期间有效，不会保存。",
    "admin": "查看运行情况需要管理密钥。密钥只在本次打开页面期间有效，不会保存。",
}
NO_PUBLISHER = "这项服务没有启用网页发布，请用命令行添加文件。"
NOTHING_GIVEN = "请选择一个文本文件，或把正文粘贴到文本框里。"
BROKEN_FILE = "文件没有完整读入，请重新选择。"
NOTHING_STAGED = "没有待发布的文件，请先预览。"
NO_FIGURES = "这项服务还没有启用记录，没有可以统计的内容。"
WRONG_PERIOD = "起止日期不对：请按“年-月-日”填写，起始日期不晚于截止日期。"
NO_USE = "这段时间没有提问。"


def published(title: str, document_id: str) -> str:
    """A document serves from now on."""
    return f"已发布《{title}》（文件{document_id}），现在即可查询和提问。"


def withdrawn(document_id: str) -> str:
    """A document is taken out."""
    return f"文件{document_id}已撤下，不再用于答复；原文件另存备查。"


def confirm_withdrawal(title: str) -> str:
    """Asked before a document is taken out."""
    return f"确定撤下《{title}》吗？撤下后不再用于答复。"

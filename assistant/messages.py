"""Every sentence that a user sees and no clause contains. Chinese only.

Longer than a module should be because it is a list: one sentence a function, nothing else.
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from datetime import date

from corpus.numerals import han_number
from corpus.outline.labels import inner_marks

HOTLINE = "如需人工解答，可拨打12345政务服务便民热线，或咨询文件的印发单位。"
ORIGINAL_PREVAILS = "本回答由程序依据条款自动生成，以文件原文为准。"

EMPTY_QUESTION = "请输入要咨询的政策问题，例如：科技型中小微企业能领多少创新券？"
NO_WORDS = "没有看到可以检索的文字。请用一句话说明想了解的政策，例如：到2020年全省高新技术企业目标是多少家？"


def too_long(limit: int, length: int) -> str:
    """The question has more characters than the settings allow."""
    return f"问题太长了（{length}字，上限{limit}字）。请把要问的事用一两句话说明后重新提问。"


def personal_data_hidden(kinds: Sequence[str]) -> str:
    """Personal data was taken out of what was asked."""
    return f"提问中的{'、'.join(kinds)}已隐去，不会保存。咨询政策不需要提供个人信息，请勿填写。"


NOT_IN_CORPUS = "现有文件中没有找到与这个问题相符的条款。"
OUT_OF_SCOPE = "这个问题不属于政策咨询。我只回答已收录政策文件里的内容，并给出所依据的条款。"
UNSAFE = "这个要求不能照办。我只依据已收录的政策文件原文回答问题，不改写规则，也不编造条款。"
ORDERS_DROPPED = "提问中要求改变答复方式或规则的部分没有采用。"
ABOUT = "我是政问，只依据已收录的政策文件回答问题，每句话都给出所依据的条款。"

PLANTED_LEFT_OUT = (
    "所引文件中有不属于政策内容、像是写给程序的语句，没有采用；请以正式印发的文本为准。"
)

NOT_STATED = {
    "amount": "相关条款没有写明具体金额。",
    "rate": "相关条款没有写明具体比例。",
    "count": "相关条款没有写明具体数量。",
    "quantity": "相关条款没有写明具体数字。",
    "duration": "相关条款没有写明时间长短。",
    "validity": "现有文件没有写明有效期或是否废止，请以印发单位的公告为准。",
    "rank": "相关条款没有写明排名。",
    "date_figure": "相关条款没有写明所问年份的数字。",
    "date": "相关条款没有写明具体年份或时间。",
    "deadline": "相关条款没有写明申报或办理的具体日期。",
    "body": "相关条款没有写明由哪个部门负责。",
    "office": "相关条款没有写明由谁担任。",
    "person": "现有文件没有写明任职人员的姓名。",
    "contact": "现有文件没有写明电话、地址、网址等联系方式。",
    "materials": "相关条款没有列出需要提交的材料。",
    "names": "相关条款没有列出具体名单。",
    "place": "相关条款没有写明具体地点。",
    "procedure": "相关条款没有写明具体的办理流程。",
    "conditions": "相关条款没有写明具体条件。",
    "yes_no": "相关条款没有写明这一点。",
}


def approved(day: date) -> str:
    """The answer was written or checked by an editor."""
    return f"本答复已由编辑人员依据条款审定（{day.year}年{day.month}月{day.day}日）。"


SHORTENED = "条款较长，后面部分只列出标题，可按条款号继续查询。"


def region_not_covered(names: str) -> str:
    """The question is about a place that no document speaks of in this matter."""
    return f"现有文件中没有关于{names}的相应规定。"


def document_not_held(title: str) -> str:
    """The question asks for the text of a document that is not in the corpus."""
    return f"《{inner_marks(title)}》不在已收录的文件中，无法引用其条文。"


def no_such_clause(document: str, asked: str) -> str:
    """The named document has no clause of that number."""
    return f"《{inner_marks(document)}》中没有“{asked}”这一条款。"


def no_such_clause_held(asked: str) -> str:
    """No document of the corpus has a clause of that number."""
    return f"已收录的文件中没有“{asked}”这一条款。"


NO_SUCH_ITEM = "前面的答复没有列出这一项。请写明要问的是哪一项。"


def item_meant(name: str) -> str:
    """A follow-up pointed by number at something that a sentence lists."""
    return f"按前面答复中列举的“{name}”理解。"


def paragraph_of(address: str, number: int) -> str:
    """Only one paragraph of the clause was asked for."""
    return f"以上只是{address}的第{han_number(number)}款。"


def also_in(title: str, asked: Sequence[str], others: Sequence[str]) -> str:
    """The clause numbers stand in several documents and the question names none."""
    numbers = "".join(f"“{number}”" for number in asked)
    more = "".join(f"《{inner_marks(other)}》" for other in others)
    return (
        f"提问没有说明是哪份文件，这里按《{inner_marks(title)}》回答；"
        f"{more}也有{numbers}，如需查看请写明文件名称。"
    )


def _quoted(questions: Sequence[str]) -> str:
    """Questions in quotation marks, those inside them single."""
    return "".join(f"“{q.replace('“', '‘').replace('”', '’')}”" for q in questions)


READ_WITHOUT_TIME = "没有写明前面所问时间的数字，这里不限时间回答。如要问某一年，请写明年份。"


def read_as_of(title: str, others: Sequence[str]) -> str:
    """The question names no place or document; the others ask for the same elsewhere."""
    asked = _quoted(others)
    return (
        f"提问没有说明是哪个地方或哪份文件，这里按《{inner_marks(title)}》回答。是不是想问：{asked}"
    )


def of_a_part(asked: str, region: str, others: Sequence[str]) -> str:
    """The question asks about a province, and the figure is that of a city in it."""
    back = f"是不是想问：{_quoted(others)}" if others else ""
    return f"所引的是{region}的数字，不是{asked}的。{back}"


def only_of_a_part(asked: str, region: str) -> str:
    """A province's figure is asked for, and only that of a city in it is stated."""
    return f"相关条款没有写明{asked}的数字，只写了{region}的。"


def read_as(kind: str, others: Sequence[str]) -> str:
    """The question does not say whether a goal or a reported figure is meant."""
    told = "已经达到的情况" if kind == "progress" else "目标"
    asked = _quoted(others)
    return f"提问没有说明问的是目标还是已经达到的情况，这里按{told}回答。是不是想问：{asked}"


def list_count(count: int) -> str:
    """How many items a complete list has."""
    return f"共{count}条"


def corrected(asserted: str) -> str:
    """The asker's figure is not what the clause says."""
    return f"不是“{asserted}”。"


def conflict(title: str, quote: str, hint: str | None = None, *, version: bool = False) -> str:
    """A copy or version says something else; hint: what the context says for one of them."""
    other = "另一版本" if version else "另有转载文本"
    return (
        f"{other}《{inner_marks(title)}》此处写作“{quote}”，与所引文本不一致，"
        f"请以正式印发的文本为准。{hint or ''}"
    )


def conflict_with_original(title: str, printed: str, copied: str, hint: str | None) -> str:
    """The quoted text is a copy, and what it is a copy of says something else."""
    return (
        f"所引文本此处写作“{copied}”，《{inner_marks(title)}》的另一文本写作“{printed}”，"
        f"请以正式印发的文本为准。{hint or ''}"
    )


def draft_status(title: str, status: str) -> str:
    """The cited document is not in force as it stands."""
    return f"《{title}》为{status}，内容可能调整。"


def past_targets(terms: Sequence[tuple[str, int]]) -> str:
    """Documents whose term of targets is over: title and last year of each."""
    told = "，".join(f"《{inner_marks(title)}》所定目标期到{year}年为止" for title, year in terms)
    return f"{told}，{'均' if len(terms) > 1 else ''}已届满。"


def not_defined(term: str) -> str:
    """The clauses use a term without explaining it."""
    return f"文件提到“{term}”，但没有专门解释它的含义。"


def not_mentioned(said: str) -> str:
    """What a yes-or-no question turns on is not in the clause."""
    return f"所引条款没有提到“{said}”，请以条款原文为准，不要据此推断。"


def understood_as(written: str, meant: str) -> str:
    """A typo was read as another word."""
    return f"“{written}”按“{meant}”理解。"


ROLE_LABELS = {
    "lead": "牵头",
    "shared": "按职责分工负责",
    "join": "配合",
    "single": "负责",
}


def none_in_role(wanted: str) -> str:
    """Head of a list of what bodies do in other roles than the asked ones."""
    return f"以下条款均未写明由{wanted}。"


def lacks_role(wanted: str, others: tuple[tuple[str, int], ...] = ()) -> str:
    """The asked role is given nowhere; others: roles and how many clauses are listed for each."""
    rest = "，".join(f"{label}的有{count}条" for label, count in others)
    return (
        f"没有写明由{wanted}的条款；列出的条款中，{rest}。"
        if rest
        else f"没有写明由{wanted}的条款。"
    )


def no_duties(bodies: str) -> str:
    """No clause gives the body a task."""
    return f"现有文件中没有为{bodies}安排任务的条款。"


def no_targets(years: Sequence[str]) -> str:
    """No goal in figures is set, or none for the years asked about."""
    when = "、".join(f"{year}年" for year in years)
    return f"所问范围内的文件没有写明{f'{when}的' if when else ''}目标数值。"


def renamed(printed: str, successor: str, basis: str, note: str | None) -> str:
    """The clauses print a name that the asked body had, or that took over from it."""
    more = f"；{note}" if note else ""
    return f"条款中写作“{printed}”，与所问单位的承接关系：{successor}（{basis}{more}）。名称以原文为准。"


def present_names(changes: Sequence[tuple[str, str, str]]) -> str:
    """Former names in the answer: printed name, today's name, basis of each."""
    told = "；".join(f"“{name}”现为{today}（{basis}）" for name, today, basis in changes)
    return f"机构名称以原文为准。程序提示：{told}。"


COPY = "（转载文本）"
ORIGINAL_SAYS = "正式文本写作"
COPY_SAYS = "转载文本写作"
VALIDITY_UNKNOWN = "以上只是文本自身的规定；是否另行延期或废止，请以印发单位的公告为准。"


def stands(title: str, as_of: date, state: str, reason: str) -> str:
    """How a document stands on a day, by what the texts themselves say."""
    day = f"{as_of.year}年{as_of.month}月{as_of.day}日"
    return f"按{day}判断，《{inner_marks(title)}》：{state}。{reason}"


ABOUT_WORDS = {
    "number": "文号",
    "issuer": "发文机关",
    "issued": "印发日期",
    "effect": "施行日期",
    "validity": "有效期",
    "repeals": "废止哪些文件",
    "interpreter": "由谁负责解释",
    "count": "条款编号",
    "title": "标题",
}


def about_not_stated(title: str, what: str) -> str:
    """The text of a document does not print what was asked about it."""
    return f"《{title}》的文本中没有写明{what}。"


def only_year(title: str) -> str:
    """The number bears a year, but no date is printed."""
    return f"《{title}》的文本中没有写明具体印发日期，年份取自文号。"


def which_document(titles: list[str]) -> str:
    """The question is about a document, and several may be meant."""
    return f"请说明要问的是哪一份文件，例如：{'、'.join(titles)}。"


def held(count: int) -> str:
    """How many documents are held."""
    return f"以上为已收录的{count}份文件。"


def counted(count: int, unit: str) -> str:
    """How many clauses the numbering makes."""
    return f"按编号共{count}{unit}。" if unit != "部分" else f"按编号共{count}个部分。"


def conflicts(count: int, shown: int) -> str:
    """In how many places two versions print other numbers, dates or names."""
    more = f"，这里列出前{shown}处" if shown < count else ""
    return (
        f"按程序逐句比对，两个文本数字、日期或名称不同的有{count}处{more}；请以正式印发的文本为准。"
    )


def no_conflicts(titles: str) -> str:
    """Two versions print the same figures."""
    return f"按程序逐句比对，没有发现{titles}的两个文本有数字、日期或名称不同的句子。"


def numbered_otherwise(unit: str) -> str:
    """The document counts in another unit than the asked one."""
    return f"该文件没有以“{unit}”编号，按其最上一级的编号列出。"


def no_duties_about(topic: str) -> str:
    """None of the body's tasks is about the asked matter; all of them are listed."""
    return f"没有找到与“{topic}”直接有关的分工，列出的是所问单位的全部分工。"


NOTHING_TOLD = (
    "请说明企业的情况，例如：我们是太原的一家科技型小微企业，员工23人，还没有认定高新技术企业。"
)
ELIGIBILITY_ASKS = "为了进一步判断，请补充："


def part_not_stated(question: str, why: str) -> str:
    """One of several questions in a message is not answered by the clauses."""
    return f"关于“{question}”：{why}"


def eligibility_unread(words: str, field: str) -> str:
    """A chat model points to words that the program did not take for anything."""
    return f"您提到“{words}”，如果说的是{field}，请写明后再核对一次；这里没有据此判断。"


def eligibility_counts(met: int, unknown: int, unmet: int, guidance: int) -> str:
    """How many measures came out how."""
    return (
        f"按所说情况逐条核对：符合{met}项，待核实{unknown}项，不符合{unmet}项；"
        f"另有政策导向{guidance}项（鼓励、支持方向，没有承诺具体待遇）。是否符合以主管部门认定为准。"
    )


def eligibility_note(numbers: Sequence[int], note: str) -> str:
    """What is to be minded at the items with these numbers."""
    return f"第{'、'.join(map(str, numbers))}项提示：{note}"


def eligibility_reason(
    number: int, verdict: str, reason: str, needs: Sequence[str], departments: Sequence[str]
) -> str:
    """Why the item with this number came out so, what to prepare, whom to turn to."""
    more = f"可准备：{'、'.join(needs)}。" if needs else ""
    who = f"负责部门：{'、'.join(departments)}。" if departments else ""
    return f"第{number}项{verdict}：{reason}。{more}{who}"


PUBLISHING_BUSY = "另一份文件正在发布或撤回，请等它完成后再试（通常不到一分钟）。"
NAMELESS_FILE = "缺少文件名，或文件名里没有可用的文字；请用文件标题作文件名，例如“实施办法.txt”。"
NO_FILE_FIELD = "表单里没有名为 file 的文件；请以 multipart 的 file 一栏上传，或直接以请求体上传并用 name 给出文件名。"
BROKEN_FORM = "上传的表单无法解析，请以 multipart 的 file 一栏上传一份文件。"
DISK_FULL = "服务器磁盘空间不足，没有发布；原有文件与索引未改动。请联系管理员清理磁盘后重试。"
NO_CLAUSES = "没有识别出条款（如“一、”“第一条”），不像政策文件。"


def upload_too_large(limit: int) -> str:
    """A document over the limit, in bytes."""
    return (
        f"文件超过上限（{limit / 1e6:.1f} MB）；请拆分后分别上传，或由管理员调大 max_upload_bytes。"
    )


def same_document(document_id: str) -> str:
    """The very text is held under this id."""
    return f"内容与编号 {document_id} 的文件相同，无需再加。"


def not_read(names: str) -> str:
    """What the head of a document does not say."""
    return f"没有从正文读出{names}，请核对文件开头与落款。"


def publishing_failed(error: OSError) -> str:
    """The disk refused; nothing of the server's folders is told."""
    # numpy's short write carries no number.
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, None):
        return DISK_FULL
    return f"服务器无法读写文件库（{error.strerror or type(error).__name__}），没有发布；原有文件与索引未改动。请联系管理员。"

"""The six tools: each a name, what it takes, what it gives, and the call that joins the two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from assistant.api.routes.clauses import clause_to_json
from assistant.caller import Caller
from assistant.eligibility.export import checklist_to_json
from assistant.export import answer_to_json, search_to_json
from assistant.ledger.records import FactKind, find_records, read_filter
from assistant.mcp import messages
from assistant.mcp.arguments import (
    AskArguments,
    ClauseArguments,
    EligibilityArguments,
    ResponsibilityArguments,
    SearchArguments,
    TargetArguments,
)
from assistant.mcp.results import (
    AskResult,
    ClauseResult,
    EligibilityResult,
    RowsResult,
    SearchResult,
)
from assistant.service import Service
from corpus.errors import UnknownDocumentError

CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Tool:
    """`call` takes the service, valid arguments and the caller; it may raise ZhengwenError."""

    name: str
    title: str
    description: str
    arguments: type[BaseModel]
    result: type[BaseModel]
    call: Callable[[Service, Any, Caller], dict[str, Any]]


def _ask(service: Service, given: AskArguments, caller: Caller) -> dict[str, Any]:
    answer = service.answer(
        given.question,
        conversation_id=given.conversation_id,
        profile=given.profile,
        documents=given.documents,
        as_of=given.as_of,
        caller=caller,
    )
    return answer_to_json(answer)


def _search(service: Service, given: SearchArguments, caller: Caller) -> dict[str, Any]:
    found = search_to_json(service.search(given.query, given.k, documents=given.documents))
    return {"query": found["query"], "hits": found["hits"]}


def _clause(service: Service, given: ClauseArguments, caller: Caller) -> dict[str, Any]:
    only = None if given.document_id is None else service.document(given.document_id).document.id
    wanted = "".join(given.address.split())
    keys = [
        (parsed.document.id, clause.ordinal)
        for parsed in service.corpus.documents
        if only in (None, parsed.document.id)
        for clause in parsed.clauses[1:]
        if "".join(clause.address.split()) == wanted
    ]
    if not keys:
        named = service.assistant.library.addresses.resolve(given.address).clauses
        keys = [key for key in named if only in (None, key[0])][:CANDIDATES]
    if not keys:
        raise UnknownDocumentError(messages.no_clause(given.address))
    found = []
    for document_id, ordinal in keys:
        parsed = service.document(document_id)
        title = {"document_id": document_id, "document_title": parsed.document.title}
        found.append({**clause_to_json(parsed, parsed.clauses[ordinal]), **title})
    return {"clauses": found}


def _eligibility(service: Service, given: EligibilityArguments, caller: Caller) -> dict[str, Any]:
    checklist = service.eligibility(
        text=given.text,
        profile=given.profile,
        documents=given.documents,
        as_of=given.as_of,
        caller=caller,
    )
    return checklist_to_json(checklist)


def _responsibilities(
    service: Service, given: ResponsibilityArguments, caller: Caller
) -> dict[str, Any]:
    return _rows(service, "responsibilities", given, body=given.body, role=given.role)


def _targets(service: Service, given: TargetArguments, caller: Caller) -> dict[str, Any]:
    return _rows(service, "targets", given, indicator=given.indicator)


def _rows(
    service: Service,
    kind: FactKind,
    given: ResponsibilityArguments | TargetArguments,
    *,
    indicator: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    one = given.document_id
    chosen = service.corpus.documents if one is None else (service.document(one),)
    wanted = read_filter(year=given.year, region=given.region, **more)
    rows = [record.row() for record in find_records(chosen, kind, wanted)]
    if indicator:
        rows = [row for row in rows if indicator in row["indicator"]]
    return {"items": rows[given.offset : given.offset + given.limit], "total": len(rows)}


TOOLS: tuple[Tool, ...] = (
    Tool(
        "ask_policy",
        "政策问答",
        "依据已收录的政策文件回答一个问题。答复中的 [n] 对应 citations 里逐字的引文与条款号；"
        "没有依据时 refused 为 true，nearest 给出最接近的条款。追问时带上 conversation_id。",
        AskArguments,
        AskResult,
        _ask,
    ),
    Tool(
        "search_clauses",
        "检索条款",
        "按语义与字词检索条款段落，最相关的在前，每段都有条款号与原文。",
        SearchArguments,
        SearchResult,
        _search,
    ),
    Tool(
        "get_clause",
        "取条款原文",
        "按条款号取一条的完整原文（含下级条款）。说法不止对应一条时，最可能的在前。",
        ClauseArguments,
        ClauseResult,
        _clause,
    ),
    Tool(
        "check_eligibility",
        "资格匹配",
        "按企业自述或画像逐条核对各项支持措施的条件：符合、不符合或待核实，并给出下一个该问的问题。"
        "没有说明的情况按未知处理。",
        EligibilityArguments,
        EligibilityResult,
        _eligibility,
    ),
    Tool(
        "list_responsibilities",
        "责任分工",
        "列出条款写明的责任部门：lead 牵头、join 配合、shared 分工负责、single 负责，附原文与条款号。",
        ResponsibilityArguments,
        RowsResult,
        _responsibilities,
    ),
    Tool(
        "list_targets",
        "目标指标",
        "列出文件写明的目标与进展数字：指标、数值、单位、时限，附原文与条款号。",
        TargetArguments,
        RowsResult,
        _targets,
    ),
)
BY_NAME = {tool.name: tool for tool in TOOLS}

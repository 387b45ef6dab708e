"""Zhengwen in LangChain terms: the index as a retriever, the whole assistant as a Runnable.

Chat models come through LangChain in assistant/chat_model/endpoint.py; nothing else imports it.
"""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import ConfigDict

from assistant.assistant import Assistant
from assistant.export import answer_to_json
from index.search import Index


class PolicyRetriever(BaseRetriever):
    """The index as a LangChain retriever: passages with address, document and scores."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Index
    k: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        return [
            LangChainDocument(
                id=hit.passage.id,
                page_content=hit.passage.embedded_text,
                metadata={
                    "document_id": hit.passage.document_id,
                    "address": hit.passage.address,
                    "start": hit.passage.start,
                    "end": hit.passage.end,
                    "score": hit.score,
                },
            )
            for hit in self.index.search(query, self.k).hits
        ]


def build_chain(assistant: Assistant) -> Runnable[Any, dict[str, Any]]:
    """The whole assistant as a Runnable: a question or {"question", "documents"?} in, JSON out."""

    def ask(given: str | dict[str, Any]) -> dict[str, Any]:
        if isinstance(given, str):
            return answer_to_json(assistant.answer(given))
        documents = given.get("documents")
        return answer_to_json(
            assistant.answer(
                str(given["question"]),
                documents=frozenset(documents) if documents is not None else None,
                profile=given.get("profile"),
            )
        )

    return RunnableLambda(ask, name="zhengwen")

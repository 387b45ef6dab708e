"""The RAG chain in LangChain terms: retriever, prompt, chat model, and the whole as a Runnable.

This is the only module that imports LangChain; without a chat model it is not needed to answer.
"""

from __future__ import annotations

from typing import Any

from langchain.chat_models import init_chat_model
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.language_models import BaseChatModel
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import ConfigDict

from assistant.assistant import Assistant
from assistant.compose.chat import Complete
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


def build_chat_model(
    model: str, *, base_url: str | None, api_key: str | None, timeout: float, max_tokens: int
) -> BaseChatModel:
    """Any OpenAI-compatible endpoint: Qwen, DeepSeek, Ollama, llama.cpp, vLLM …

    model: as the endpoint names it (qwen2.5:7b), with or without "openai:" in front.
    """
    chat_model: BaseChatModel = init_chat_model(
        # Only this prefix goes: names of local models hold colons of their own.
        model.removeprefix("openai:"),
        model_provider="openai",
        base_url=base_url,
        # Local servers ask for no key, but the client insists on one.
        api_key=api_key or "none",
        timeout=timeout,
        # Whoever asks waits once; the answer stands without the model as well.
        max_retries=0,
        temperature=0,
        # Not as max_completion_tokens, which many compatible servers do not know.
        extra_body={"max_tokens": max_tokens},
    )
    return chat_model


def completion(chat_model: BaseChatModel) -> Complete:
    """The chat model as the plain function that the composer calls."""
    prompt = ChatPromptTemplate.from_messages([("system", "{system}"), ("human", "{user}")])
    chain = prompt | chat_model

    def complete(system: str, user: str) -> str:
        return str(chain.invoke({"system": system, "user": user}).text)

    return complete


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

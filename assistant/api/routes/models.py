"""GET /v1/models and GET /v1/models/{model}."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from assistant.api import examples
from assistant.api.compatible.errors import CompatibleError
from assistant.api.compatible.schemas import MODEL, ModelOut, ModelsOut
from assistant.api.described import described

router = APIRouter(tags=["OpenAI 兼容"])


@router.get("/v1/models", summary="可用的模型（OpenAI 兼容）", responses=described(examples.MODELS))
def models() -> ModelsOut:
    """只有 zhengwen 一个。"""
    return ModelsOut(data=[ModelOut()])


@router.get(
    "/v1/models/{model}",
    summary="一个模型（OpenAI 兼容）",
    responses=described(examples.MODEL, 404),
)
def model(
    model: Annotated[str, Path(description="模型名。", examples=[MODEL])],
) -> ModelOut:
    """模型名不对时给出 404。"""
    if model != MODEL:
        raise CompatibleError(
            f"没有名为“{model}”的模型，可用的模型：{MODEL}。",
            param="model",
            code="model_not_found",
            status=404,
        )
    return ModelOut()

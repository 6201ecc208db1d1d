"""Letting Python's garbage collector rest while many records are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection inside the block.

    Records hold no cycles: they go when nothing refers to them. The collector, woken by their
    number, would look through all of them again and again, which takes more time than making
    them does.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

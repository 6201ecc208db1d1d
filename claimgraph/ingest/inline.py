"""Marks inside the lines of a Markdown paragraph: links, emphasis, code, entities, tags."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from claimgraph.ingest.account import Drop
from claimgraph.ingest.emphasis import Run, marks, run_at

_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`++)"
    r"|(?P<address><(?:https?://[^\s<>]*+|[\w.+-]++@[\w.-]++)>)"
    r"|(?P<tag></?[A-Za-z][^<>]*+>|<![A-Z][^<>]*+>|<\?[^<>]*+>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<template>\{\{[^{}\n]*+\}\}|\{%[^{}\n]*+\})"
    r"|(?P<note>\[\^[^\]\s]{1,60}\])"
    r"|(?P<image>!\[)"
    r"|(?P<opening>\[)"
    r"|(?P<closing>\])"
    r"|(?P<run>\*++|_++|~~+)"
)
_TICKS = re.compile(r"`++")
_BREAK_TAG = re.compile(r"<br\b[^<>]*>|</(?:p|div|li|tr|h[1-6]|blockquote)\s*>", re.IGNORECASE)

#: What makes brackets a link: an address with an optional title, or a name in brackets.
_DESTINATION = re.compile(
    r"\(\s*+(?:<[^<>\n]{0,2000}+>|[^\s()<]{0,2000}+(?:\([^\s()]{0,500}+\)[^\s()]{0,500}+){0,8}+)"
    r"(?:\s++(?:\"[^\"]{0,500}+\"|'[^']{0,500}+'|\([^()]{0,500}+\)))?+\s*+\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,200})\]")


@dataclass(frozen=True)
class Mark:
    """A range that is not text.

    Attributes:
        start, end: Where it stands.
        reason: Why it is none.
        instead: What is written in its place.
        whole: Whether something goes that stood between words, and not only marks around them.
    """

    start: int
    end: int
    reason: Drop
    instead: str = ""
    whole: bool = False


def inline_marks(text: str, is_defined: Callable[[str], bool]) -> Iterator[Mark]:
    """The marks of one paragraph, in no order; ranges may lie in each other.

    Args:
        text: The paragraph.
        is_defined: Whether a name in brackets is that of a link of this file.

    >>> text = "*Nobody* was [near](https://a.example) the [sic] river &amp; bridge."
    >>> [(text[m.start : m.end], m.instead) for m in inline_marks(text, lambda name: False)]
    [('[', ''), ('](https://a.example)', ''), ('&amp;', '&'), ('*', ''), ('*', '')]
    """
    ticks = _positions_of_ticks(text)
    runs: list[Run] = []
    brackets: list[tuple[int, bool]] = []
    at = 0
    while token := _TOKEN.search(text, at):
        start, at = token.span()
        kind = token.lastgroup
        if kind == "escape":
            yield Mark(start, start + 1, Drop.MARKUP)
        elif kind == "ticks":
            closing = _next(ticks.get(at - start, []), at)
            if closing is not None:
                yield Mark(start, at, Drop.MARKUP)
                yield Mark(closing, closing + at - start, Drop.MARKUP)
                at = closing + at - start
        elif kind == "address":
            yield Mark(start, start + 1, Drop.MARKUP)
            yield Mark(at - 1, at, Drop.MARKUP)
        elif kind == "tag":
            is_break = _BREAK_TAG.fullmatch(token[0]) is not None
            yield Mark(start, at, Drop.MARKUP, "\n" if is_break else "", whole=True)
        elif kind == "entity":
            character = unescape(token[0])
            if character != token[0]:
                yield Mark(start, at, Drop.MARKUP, _written(character))
        elif kind in ("template", "note"):
            yield Mark(start, at, Drop.MARKUP if kind == "template" else Drop.LINKS, whole=True)
        elif kind in ("image", "opening"):
            brackets.append((start, kind == "image"))
        elif kind == "closing" and brackets:
            opening, is_image = brackets.pop()
            end = _end_of_link(text, opening, start, is_image, is_defined)
            if end is not None:
                at = end
                if is_image:
                    yield Mark(opening, end, Drop.IMAGES, whole=True)
                else:
                    yield Mark(opening, opening + 1, Drop.LINKS)
                    yield Mark(start, end, Drop.LINKS)
        elif kind == "run":
            runs.append(run_at(text, start, at))
    for start, end in marks(runs):
        yield Mark(start, end, Drop.MARKUP)


def _end_of_link(
    text: str, opening: int, closing: int, is_image: bool, is_defined: Callable[[str], bool]
) -> int | None:
    """Where a link ends whose words end at ``closing``; ``None`` where it is none."""
    if destination := _DESTINATION.match(text, closing + 1):
        return destination.end()
    words = text[opening + (2 if is_image else 1) : closing]
    reference = _REFERENCE.match(text, closing + 1)
    if reference and is_defined(reference[1] or words):
        return reference.end()
    return closing + 1 if len(words) <= 200 and is_defined(words) else None


def _written(character: str) -> str:
    """What an entity stands for: any white space is a space, and what cannot be seen is nothing."""
    if character.isspace():
        return " "
    return character if character.isprintable() else ""


def _positions_of_ticks(text: str) -> dict[int, list[int]]:
    """Where runs of so many ticks stand; the last first, so that they can be taken off."""
    found: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        found.setdefault(len(run[0]), []).append(run.start())
    for places in found.values():
        places.reverse()
    return found


def _next(places: list[int], at: int) -> int | None:
    """The first place from ``at`` on; those before it are taken off for good."""
    while places and places[-1] < at:
        places.pop()
    return places.pop() if places else None

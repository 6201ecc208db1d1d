"""Sections of a document: what stands under one heading tells one story."""

from __future__ import annotations

from itertools import pairwise

from claimgraph.reading.parsed import Parsed

_LONGEST_HEADING = 8
_FINAL = frozenset('.!?…:,;”"’)')


def sections(parsed: Parsed) -> list[int]:
    """For each word the number of its section, counted from 0.

    A heading is a short line without a full stop, after the first line and before a longer one.
    """
    lines: list[list[int]] = []
    for word, line in enumerate(parsed.lines):
        if not lines or parsed.lines[lines[-1][0]] != line:
            lines.append([])
        lines[-1].append(word)
    shown = [[word for word in line if not parsed.words[word].isspace()] for line in lines]
    kept = [line for line in shown if line]
    headings = {
        line[0]
        for line, following in pairwise(kept[1:])
        if len(line) <= _LONGEST_HEADING < len(following) and parsed.words[line[-1]] not in _FINAL
    }
    number = 0
    found: list[int] = []
    for word in range(len(parsed.words)):
        number += word in headings
        found.append(number)
    return found

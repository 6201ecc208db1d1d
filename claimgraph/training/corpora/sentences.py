"""The sentences of a CoNLL-U file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Sentence:
    """One CoNLL-U sentence: rows of syntactic words, each with form, columns and blank after."""

    sent_id: str
    new_document: str | None
    new_paragraph: bool
    rows: list[tuple[str, list[str], bool]]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file; contractions keep their surface forms.

    A multiword token whose words spell the token ("do" + "n't") stays as its words. Any other
    ("wanna" = "want to") is merged into one row, that of its first word.
    """
    with path.open(encoding="utf-8") as lines:
        comments: list[str] = []
        rows: list[list[str]] = []
        for raw in lines:
            line = raw.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield _sentence(comments, rows)
                comments, rows = [], []
        if rows:
            yield _sentence(comments, rows)


def _sentence(comments: list[str], lines: list[list[str]]) -> Sentence:
    values = {}
    for comment in comments:
        name, _, value = comment[1:].partition("=")
        values[name.strip()] = value.strip()
    spaces = {}
    merged: dict[int, int] = {}
    surfaces: dict[int, str] = {}
    plain = [columns for columns in lines if columns[0].isdigit()]
    by_id = {int(columns[0]): columns for columns in plain}
    for columns in lines:
        if "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            parts = [by_id[number][1] for number in range(first, last + 1)]
            for number in range(first, last):
                spaces[number] = False
            spaces[last] = "SpaceAfter=No" not in columns[9]
            if "".join(parts) != columns[1]:
                surfaces[first] = columns[1]
                spaces[first] = spaces[last]
                merged |= dict.fromkeys(range(first + 1, last + 1), first)
    kept = [number for number in by_id if number not in merged]
    renumbered = {number: index for index, number in enumerate(kept, start=1)}
    renumbered |= {number: renumbered[target] for number, target in merged.items()}
    rows = []
    for number in kept:
        columns = list(by_id[number])
        columns[6] = str(renumbered.get(int(columns[6]), 0))
        columns[0] = str(renumbered[number])
        blank = spaces.get(number, "SpaceAfter=No" not in columns[9])
        rows.append((surfaces.get(number, columns[1]).replace(" ", "\u00a0"), columns, blank))
    return Sentence(
        values.get("sent_id", ""),
        values.get("newdoc id"),
        any(c.startswith("# newpar") and not c.startswith("# newpar_block") for c in comments),
        rows,
    )

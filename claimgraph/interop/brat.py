"""The stand-off files of brat, as PolNeAR has them: ``article.txt`` beside ``article.ann``.

Lines of these kinds are read, with the labels and roles source, cue and content in any case::

    T1  Source 0 4          SANA          spans; the pieces of a broken one: 5 9;12 20
    T2  Cue 5 13            reported
    T3  Content 14 23       107 cases
    E1  Attribution:T2 Source:T1 Cue:T2 Content:T3     one attribution; roles may repeat: Content2
    R1  Source-of Arg1:T1 Arg2:T2                      or pairs of spans that belong together

Without events, every cue is an attribution, with the sources and contents that relations tie to
it. Other labels, attributes (``A``, ``M``), notes (``#``), equivalences (``*``) and references to
knowledge bases (``N``) are left aside.
Offsets count code points.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from claimgraph.errors import InputFileError, RecordError
from claimgraph.interop.attributions import from_row
from claimgraph.model import Reading
from claimgraph.text.strict import lines_of

#: What lines begin with that say nothing of attributions.
_ASIDE = ("A", "M", "N", "#", "*")

_PARTS = ("source", "cue", "content")
_SPAN = re.compile(r"(?P<label>\S+) (?P<ranges>\d+ \d+(?:;\d+ \d+)*)")
_REFERENCE = re.compile(r"(?P<role>[^:\s]+?)\d*:(?P<id>\S+)")


@dataclass(frozen=True)
class _Piece:
    """A span of text, which may be broken: its label in lower case, and its ranges."""

    label: str
    ranges: list[list[int]]


@dataclass
class _Standoff:
    """What the lines of one file say."""

    pieces: dict[str, _Piece] = field(default_factory=dict)
    #: The ids of every event, with the line it stands on.
    events: list[tuple[int, list[str]]] = field(default_factory=list)
    #: Both ends of every relation, with the line it stands on.
    relations: list[tuple[int, list[str]]] = field(default_factory=list)

    @cached_property
    def links(self) -> dict[str, list[str]]:
        """Which pieces relations tie together, both ways round."""
        links: dict[str, list[str]] = {}
        for _, ends in self.relations:
            for here, there in (ends, reversed(ends)):
                links.setdefault(here, []).append(there)
        return links

    def neighbours(self, piece: str, label: str) -> list[str]:
        """The pieces of one label that relations tie to ``piece``."""
        return [other for other in self.links.get(piece, ()) if self.label(other) == label]

    def label(self, piece: str) -> str:
        """The label of a piece; "" where it is none of ours."""
        return self.pieces[piece].label if piece in self.pieces else ""


def load(path: str | Path, **about: Any) -> Iterator[Reading]:
    """The readings of an ``.ann`` file, or of every one in a folder and its folders, by name.

    Args:
        path: The file, with its text beside it under the same name, ending in ``.txt``; or a
            folder.
        about: What to note of the documents: ``publisher``, ``published``, ``title``, ``url``.

    Raises:
        InputFileError: A file is missing or not UTF-8, a line cannot be read, or a span is not
            what stands in the text; with file and line.
    """
    path = Path(path)
    files = sorted(path.rglob("*.ann")) if path.is_dir() else [path]
    if not files:
        raise InputFileError(f"{path}: no file in this folder ends in .ann")
    for file in files:
        yield _reading(file, about)


def _reading(path: Path, about: dict[str, Any]) -> Reading:
    text = _text_of(path.with_suffix(".txt"))
    standoff = _Standoff()
    for number, line in enumerate(lines_of(path), start=1):
        try:
            _take(line, number, text, standoff)
        except ValueError as error:
            raise InputFileError(f"{path} line {number}: {error}") from None
    try:
        _check_ids(standoff)
        groups = _of_events(standoff) if standoff.events else _of_relations(standoff)
        rows = [_row(group, standoff) for group in groups]
        return from_row({"text": text, **about, "attributions": rows})
    except InputFileError as error:
        raise InputFileError(f"{path} {error}") from error
    except RecordError as error:
        raise InputFileError(f"{path}: {error}") from error


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputFileError(f"{path}: byte {error.start + 1} is not UTF-8") from None
    except OSError as error:
        raise InputFileError(f"cannot read {path}: {error.strerror or error}") from error


def _take(line: str, number: int, text: str, standoff: _Standoff) -> None:
    """Note what one line says.

    Raises:
        ValueError: It is not what its first letter promises.
    """
    name, _, rest = line.partition("\t")
    body, _, words = rest.partition("\t")
    if name.startswith("T"):
        piece = _piece(body, words, text)
        if name in standoff.pieces:
            raise ValueError(f"{name} is given twice")
        standoff.pieces[name] = piece
    elif name.startswith("E"):
        standoff.events.append((number, [ref for _, ref in _references(body)]))
    elif name.startswith("R"):
        ends = [ref for _, ref in _references(body.partition(" ")[2])]
        if len(ends) != 2:
            raise ValueError(f"a relation ties two spans together, not {len(ends)}")
        standoff.relations.append((number, ends))
    elif line.strip() and not name.startswith(_ASIDE):
        raise ValueError(
            f"{line[:40]!r} is no annotation; lines begin with T, E, R, {', '.join(_ASIDE)}"
        )


def _piece(body: str, words: str, text: str) -> _Piece:
    match = _SPAN.fullmatch(body)
    if match is None:
        raise ValueError(f"{body[:40]!r} is no label with offsets, such as 'Source 0 5;8 12'")
    ranges = [[int(edge) for edge in pair.split()] for pair in match["ranges"].split(";")]
    for start, end in ranges:
        if not start < end <= len(text):
            raise ValueError(f"{start} {end} is no range of a text of {len(text)} characters")
    # brat writes the words on one line: their white space is not that of the text.
    found = " ".join(text[start:end] for start, end in ranges)
    if words and found.split() != words.split():
        raise ValueError(f"the text at {body.partition(' ')[2]} is {found[:40]!r}, not {words!r}")
    return _Piece(match["label"].casefold(), ranges)


def _references(body: str) -> list[tuple[str, str]]:
    pairs = []
    for item in body.split():
        match = _REFERENCE.fullmatch(item)
        if match is None:
            raise ValueError(f"{item[:40]!r} is no role with an id, such as 'Source:T1'")
        pairs.append((match["role"], match["id"]))
    return pairs


def _check_ids(standoff: _Standoff) -> None:
    """That every span that is named is there."""
    for number, named in sorted([*standoff.events, *standoff.relations]):
        missing = [ref for ref in named if ref.startswith("T") and ref not in standoff.pieces]
        if missing:
            raise InputFileError(f"line {number}: {missing[0]} is not in this file")


def _of_events(standoff: _Standoff) -> Iterator[list[str]]:
    for number, pieces in standoff.events:
        # An event may name other events, and its trigger repeats the cue's place under a label
        # that is none of ours.
        group = [ref for ref in pieces if standoff.label(ref) in _PARTS]
        if not any(standoff.label(ref) in ("cue", "content") for ref in group):
            raise InputFileError(
                f"line {number}: an attribution needs a cue or a content; "
                "add one, or take the line out"
            )
        yield group


def _of_relations(standoff: _Standoff) -> Iterator[list[str]]:
    """One group for every cue, and one for every content that belongs to none."""
    taken: set[str] = set()
    for cue in [ref for ref in standoff.pieces if standoff.label(ref) == "cue"]:
        sources = standoff.neighbours(cue, "source")
        contents = standoff.neighbours(cue, "content")
        sources = sources or _beyond(contents, "source", standoff)
        contents = contents or _beyond(sources, "content", standoff)
        taken.update(contents)
        yield [cue, *sources, *contents]
    for content in [ref for ref in standoff.pieces if standoff.label(ref) == "content"]:
        if content not in taken:
            yield [content, *standoff.neighbours(content, "source")]


def _beyond(pieces: list[str], label: str, standoff: _Standoff) -> list[str]:
    """The pieces of one label that are tied to any of ``pieces``, each once."""
    return list(dict.fromkeys(ref for piece in pieces for ref in standoff.neighbours(piece, label)))


def _row(group: list[str], standoff: _Standoff) -> dict[str, Any]:
    return {
        part: sorted(
            pair
            for ref in dict.fromkeys(group)
            if standoff.label(ref) == part
            for pair in standoff.pieces[ref].ranges
        )
        for part in _PARTS
    }

"""The cases of ``cases/*.txt``: sentences with the attributions that are to come out of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Wanted:
    """One attribution as a case describes it; pieces of a part are texts in their order."""

    source: tuple[str, ...]
    cue: str
    content: tuple[str, ...]
    act: str
    negated: bool = False
    target: str = ""
    type: str = "assertion"
    only_spans: bool = False


@dataclass(frozen=True)
class Case:
    """A sentence and its attributions."""

    text: str
    wanted: list[Wanted] = field(default_factory=list)


def cases(name: str) -> list[Case]:
    """The cases of one file."""
    found: list[Case] = []
    act = "state"
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            act = line.removeprefix("==").strip()
        elif line.startswith(">"):
            found[-1].wanted.append(_wanted(line.removeprefix(">"), act))
        elif line and not line.startswith("#"):
            found.append(Case(line))
    return found


def _wanted(line: str, act: str) -> Wanted:
    source, cue, content, *more = (part.strip() for part in line.split("|"))
    options = dict(item.partition(":")[::2] for item in more)
    return Wanted(
        source=_pieces(source),
        cue=cue,
        content=_pieces(content),
        act=options.get("act", act).strip(),
        negated="negated" in options,
        target=options.get("target", "").strip(),
        type=options.get("type", "assertion").strip(),
        only_spans="spans" in options,
    )


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in text.split("…") if piece.strip())

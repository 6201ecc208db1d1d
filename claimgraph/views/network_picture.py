"""The sources as a picture: who contradicts, supports, accuses and passes on whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimgraph.markup.network import Dot, Kind, Tie, draw_network
from claimgraph.views.material import Material
from claimgraph.views.source_network import source_network
from claimgraph.views.wording import counted, joined, shortened

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from claimgraph.markup.picture import Picture

#: Sources up to which all are drawn, and how many are drawn where there are more.
ALL, SOME = 60, 40

_CONTRADICTS = Kind("contradicts", "≠", "#d0402b", wide=2.5)
_ACCUSES = Kind("accuses", "!", "#c07000", "8 3", arrow=True)
_AGREES = Kind("agrees with", "≈", "#8a63d2")
_CHANGES = Kind("updates, refines or retracts", "+", "#2b7fd0", "2 3", arrow=True)
_RELAYS = Kind("passes on", "via", "#7f8790", "5 4", arrow=True, wide=1.5)
_MEMBER = Kind("belongs to, or speaks for", "", "#7f8790", "1 4", arrow=True, wide=1.3)

#: What a line of the network is drawn as, what is most telling first.
_KINDS: Mapping[str, Kind] = {
    "CONTRADICTS": _CONTRADICTS,
    "ACCUSES": _ACCUSES,
    "CORROBORATES": _AGREES,
    "UPDATES": _CHANGES,
    "REFINES": _CHANGES,
    "RETRACTS": _CHANGES,
    "RELAYS": _RELAYS,
    "MEMBER_OF": _MEMBER,
}
_RANKS = {kind: rank for rank, kind in enumerate(dict.fromkeys(_KINDS.values()))}
#: How much one of a kind counts for what is drawn of a large network.
_WEIGHTS = {_CONTRADICTS: 6.0, _ACCUSES: 4.0, _CHANGES: 1.5, _AGREES: 1.0}

_SHAPES = {
    "round": "a person or several",
    "square": "a body: state, group, agency, paper",
    "page": "an article’s own voice",
}
_PEOPLE = frozenset({"person", "collective", "anonymous", "unknown"})


@dataclass(frozen=True)
class _Line:
    """A line to be drawn: what joins two sources, counted."""

    left: str
    right: str
    kind: Kind
    count: int
    answered: int


def network_picture(material: Material, *, title: str = "Who stands where to whom") -> "Picture":
    """The network of sources, to be looked at.

    A line joins two sources with a statement of one about, against or through the other; where an
    article passes on an accusation, "accuses" leads from who made it to who is accused. Sources
    without any such line are not drawn, but counted. Of more than 60, the 40 that are joined most
    are drawn, and it says what is left out.

    Args:
        material: The records.
        title: Of the picture.

    >>> network_picture(Material())
    Picture: Who stands where to whom. No source stands in a relation to another one.
    """
    graph = source_network(material)
    lines, own = _lines(graph)
    drawn = _chosen(lines)
    shown = [line for line in lines if line.left in drawn and line.right in drawn]
    notes = _notes(graph, lines, shown, drawn, own)
    dots = [_dot(material, graph, key, own) for key in sorted(drawn, key=_by_name(graph))]
    ties = [_tie(graph, line) for line in shown]
    kinds = _shape_words({dot.shape for dot in dots})
    words = _words(graph, shown)
    return draw_network(dots, ties, title=title, words=words, notes=notes, shapes=kinds)


def _lines(graph: "MultiDiGraph[str]") -> tuple[list[_Line], Mapping[str, Counter[Kind]]]:
    """Between sources, and what each source has with itself."""
    counts: Counter[tuple[Kind, str, str]] = Counter()
    answered: Counter[tuple[Kind, str, str]] = Counter()
    own: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for left, right, about in graph.edges(data=True):
        kind = _KINDS.get(about["type"])
        if kind is None:
            continue
        if left == right:
            own[left][kind] += about["count"]
            continue
        ends = (left, right) if kind.arrow else (min(left, right), max(left, right))
        counts[kind, *ends] += about["count"]
        answered[kind, *ends] += about["answered"]
    lines = [
        _Line(left, right, kind, count, answered[kind, left, right])
        for (kind, left, right), count in counts.items()
    ]
    lines.sort(key=lambda line: (_RANKS[line.kind], -line.count, line.left, line.right))
    return lines, own


def _chosen(lines: Iterable[_Line]) -> set[str]:
    """The sources that are drawn: all that a statement joins, or the ends of the most telling
    lines.
    """
    told = [line for line in lines if line.kind is not _MEMBER]
    joined_ = {end for line in told for end in (line.left, line.right)}
    if len(joined_) <= ALL:
        return joined_
    found: set[str] = set()
    for line in sorted(told, key=_importance):
        if len(found | {line.left, line.right}) <= SOME:
            found |= {line.left, line.right}
    return found


def _importance(line: _Line) -> tuple[float, str, str]:
    """What is disputed comes before what is agreed on, or passed on."""
    return -_WEIGHTS.get(line.kind, 0.5) * line.count, line.left, line.right


def _dot(
    material: Material, graph: "MultiDiGraph[str]", key: str, own: Mapping[str, Counter[Kind]]
) -> Dot:
    about = graph.nodes[key]
    claims = counted(about["claims"], "claim") if about["claims"] else "says nothing here"
    itself = "".join(
        f", {kind.sign} itself {own[key][kind]}"
        for kind in (_CONTRADICTS, _CHANGES)
        if own.get(key) and own[key][kind]
    )
    kind = about["kind"]
    shape = "page" if kind == "article" else "round" if kind in _PEOPLE else "square"
    name = about["label"] if kind == "article" else material.parties.short(key)
    full = about["label"]
    if key.startswith("name:"):
        name = full
    what = "article’s own voice" if kind == "article" else kind.replace("_", " ")
    return Dot(
        key,
        name if name != key else full,
        claims + itself,
        about["claims"],
        shape,
        f"{full} ({what}): {claims}{itself}",
    )


def _tie(graph: "MultiDiGraph[str]", line: _Line) -> Tie:
    left, right = (graph.nodes[end]["label"] for end in (line.left, line.right))
    note = f"{line.answered} answered" if line.answered else ""
    times = f": {line.count}" if line.kind.sign else ""
    tip = f"{left} {line.kind.words} {right}{times}{f', {note}' if note else ''}"
    return Tie(line.left, line.right, line.kind, line.count, note, tip)


def _by_name(graph: "MultiDiGraph[str]") -> Any:
    return lambda key: (graph.nodes[key]["label"], key)


def _shape_words(used: set[str]) -> dict[str, str]:
    return {shape: words for shape, words in _SHAPES.items() if shape in used}


def _notes(
    graph: "MultiDiGraph[str]",
    lines: list[_Line],
    shown: list[_Line],
    drawn: set[str],
    own: Mapping[str, Counter[Kind]],
) -> list[str]:
    """What is not drawn, counted."""
    told = [line for line in lines if line.kind is not _MEMBER]
    ends = {end for line in told for end in (line.left, line.right)}
    notes: list[str] = []
    if len(drawn) < len(ends):
        ties = sum(line.count for line in told)
        kept = sum(line.count for line in shown if line.kind is not _MEMBER)
        notes.append(
            f"Drawn are {len(drawn)} of {len(ends):,} sources, those most in dispute first; "
            f"{ties - kept:,} of {ties:,} ties are left out with the others."
        )
    alone = graph.number_of_nodes() - len(ends)
    if alone:
        notes.append(f"{counted(alone, 'source')} without a tie to another one: not drawn.")
    agreeing = sum(kinds[_AGREES] for kinds in own.values())
    if agreeing:
        pairs = counted(agreeing, "pair")
        notes.append(f"{pairs} of claims in which a source agrees with itself: not drawn.")
    incomparable = sum(
        about["count"] for *_, about in graph.edges(data=True) if about["type"] == "NOT_COMPARABLE"
    )
    if incomparable:
        pairs = counted(incomparable, "pair")
        notes.append(f"{pairs} of claims that are not comparable: not drawn.")
    return notes


def _words(graph: "MultiDiGraph[str]", shown: list[_Line]) -> str:
    """The picture for somebody who cannot see it: the counts, then the most telling lines."""
    told = [line for line in shown if line.kind is not _MEMBER]
    if not told:
        return "No source stands in a relation to another one."
    ends = {end for line in told for end in (line.left, line.right)}
    counts: Counter[Kind] = Counter()
    for line in told:
        counts[line.kind] += line.count
    kinds = joined([f"“{kind.words}” {count}" for kind, count in counts.items()])
    some = [
        f"{_short(graph, line.left)} {line.kind.words} {_short(graph, line.right)} ({line.count})"
        for line in told[:6]
    ]
    more = f"; and {len(told) - 6} more lines" if len(told) > 6 else ""
    return f"{counted(len(ends), 'source')}; {kinds}. {'; '.join(some)}{more}."


def _short(graph: "MultiDiGraph[str]", key: str) -> str:
    return shortened(graph.nodes[key]["label"], 50)

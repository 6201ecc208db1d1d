"""The reader's reading of the seed articles beside the one by hand, difference by difference."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimgraph.model import Attribution, Reading, Span
from claimgraph.vocabulary import AttributionType

#: Fields that are compared where both found the same attribution.
FIELDS = ("type", "act", "form", "negated", "source", "via", "target", "parent")


@dataclass
class Comparison:
    """What both readings of an article have, and where they differ."""

    title: str
    found: int = 0
    missed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    compared: Counter[str] = field(default_factory=Counter)
    alike: Counter[str] = field(default_factory=Counter)

    def lines(self) -> Iterator[str]:
        """All of it, for a person."""
        total = self.found + len(self.missed)
        yield f"# {self.title}: {self.found} of {total} found, {len(self.added)} more"
        yield from sorted(self.missed)
        yield from sorted(self.added)
        yield from sorted(self.differing)


def compare(hand: Reading, read: Reading) -> Comparison:
    """Match attributions by their cues and contents, and compare what is said of each."""
    result = Comparison(hand.document.title or hand.document.publisher)
    pairs = _matched(hand.attributions, read.attributions)
    known = {id(left) for left, _ in pairs}
    used = {id(right) for _, right in pairs}
    for item in hand.attributions:
        if id(item) not in known and _is_speech(item):
            result.missed.append(f"missed    {_shown(item)}")
    for item in read.attributions:
        if id(item) not in used and _is_speech(item):
            result.added.append(f"added     {_shown(item)}")
    partner = {right.id: left.id for left, right in pairs}
    for left, right in pairs:
        if not _is_speech(left):
            continue
        result.found += 1
        theirs, ours = _facts(hand, left), _facts(read, right)
        ours["parent"] = partner.get(right.parent_id or "", "") if right.parent_id else ""
        theirs["parent"] = left.parent_id or ""
        for name in FIELDS:
            result.compared[name] += 1
            if _same(name, theirs[name], ours[name]):
                result.alike[name] += 1
            elif name == "parent":
                result.differing.append(f"parent    {_shown(left)}")
            else:
                result.differing.append(
                    f"{name:<9} {_shown(left)}: {theirs[name] or '–'} | {ours[name] or '–'}"
                )
    return result


def _is_speech(item: Attribution) -> bool:
    """Facts in the article's own voice are annotated by hand; a reader does not list them."""
    return item.type is AttributionType.ASSERTION and bool(item.cue)


def _facts(reading: Reading, item: Attribution) -> dict[str, str]:
    names = {source.id: source.name for source in reading.sources}
    return {
        "type": item.type.value,
        "act": item.act.value,
        "form": item.form.value if item.form else "",
        "negated": "yes" if item.negated else "",
        "source": names[item.source_id] if item.source_id else "",
        "via": "; ".join(sorted(relay.name for relay in item.via)),
        "target": "; ".join(sorted(target.name for target in item.targets)),
    }


def _same(name: str, left: str, right: str) -> bool:
    if name in {"source", "via", "target"}:
        a, b = left.casefold(), right.casefold()
        return a == b or (bool(a and b) and (a in b or b in a))
    return left == right


def _matched(
    left: tuple[Attribution, ...], right: tuple[Attribution, ...]
) -> list[tuple[Attribution, Attribution]]:
    scored = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            cue = bool(_covered(a.cue) & _covered(b.cue))
            one, other = _covered(a.content), _covered(b.content)
            content = len(one & other) / len(one | other) if one and other else 0.0
            if cue or content >= 0.5:
                scored.append((-(2 * cue + content), i, j))
    pairs = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((left[i], right[j]))
    return pairs


def _covered(spans: tuple[Span, ...]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _shown(item: Attribution) -> str:
    parts = (item.source, item.cue, item.content)
    words = [" … ".join(" ".join(span.text.split()) for span in part) for part in parts]
    content = words[2] if len(words[2]) <= 60 else f"{words[2][:57]}…"
    return f"[{words[0]}] {words[1]} [{content}]"


def listing() -> str:
    """All differences of all seed articles, as the golden file keeps them."""
    from claimgraph.reading.reader import Reader
    from tests.seeds.gold import READINGS

    reader = Reader(threads=1)
    lines: list[str] = []
    for hand in READINGS:
        lines.extend((*compare(hand, reader.read(hand.document)).lines(), ""))
    return "\n".join(lines)


if __name__ == "__main__":
    print(listing(), end="")

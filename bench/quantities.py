"""Quantities against an annotation, and their speed: ``python -m bench.quantities [ARTICLES]``.

ARTICLES is JSON Lines with a ``text`` on each. Where its attributions have ``content`` spans and
``quantities``, those found in the content are compared with them: *found* shares a word with the
one annotated, *right* has its comparator, low, best and high too (the comparator alone for vague
words). Without a file the seeds' articles are timed.
"""

import argparse
import gc
import json
import re
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from claimgraph.text.quantities import FoundQuantity, find_quantities
from claimgraph.vocabulary import Comparator

SEEDS = Path(__file__).parents[1] / "seeds"
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
_DULL = frozenset("a an the of and in on for to by at".split())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.quantities", description=__doc__)
    parser.add_argument("articles", type=Path, nargs="?", help="JSON Lines with a text on each")
    parser.add_argument("--faults", action="store_true", help="show what differs")
    arguments = parser.parse_args()
    rows = _rows(arguments.articles)
    if any(attribution["quantities"] for attribution in _attributions(rows)):
        _print_agreement(rows, faults=arguments.faults)
    texts = [row["text"] for row in rows]
    words = sum(len(text.split()) for text in texts)
    print(f"{1e6 * min(_seconds(texts) for _ in range(5)) / words:.2f} µs a word of {words:,}")


def _rows(path: Path | None) -> list[dict[str, Any]]:
    if path is None:
        return [{"text": file.read_text(encoding="utf-8")} for file in sorted(SEEDS.glob("*.txt"))]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _attributions(rows: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for row in rows:
        for attribution in row.get("attributions", ()):
            yield {"quantities": [], **attribution}


def _seconds(texts: list[str]) -> float:
    gc.disable()
    start = time.process_time()
    for text in texts:
        find_quantities(text)
    gc.enable()
    return time.process_time() - start


def _print_agreement(rows: list[dict[str, Any]], *, faults: bool) -> None:
    wanted = found = right = more = 0
    for row in rows:
        everything = find_quantities(row["text"])
        for attribution in _attributions([row]):
            inside = [
                quantity
                for quantity in everything
                if any(
                    quantity.start < end and start < quantity.end
                    for start, end in attribution["content"]
                )
            ]
            met: set[int] = set()
            for gold in attribution["quantities"]:
                same = [q for q in inside if _words(q.text) & _words(gold["text"])]
                agrees = any(_is_right(gold, quantity) for quantity in same)
                met.update(quantity.start for quantity in same)
                wanted, found, right = wanted + 1, found + bool(same), right + agrees
                if faults and not agrees:
                    print(f"wanted {gold['text']!r}, got {[q.text for q in same]}")
            unmet = [quantity.text for quantity in inside if quantity.start not in met]
            more += len(unmet)
            if faults and unmet:
                print(f"not annotated: {unmet}")
    print(f"{wanted} annotated: {found} found, {right} right; {more} more that are not annotated")


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - _DULL


def _is_right(gold: dict[str, Any], quantity: FoundQuantity) -> bool:
    if gold["comparator"] != quantity.comparator:
        return False
    if quantity.comparator is Comparator.VAGUE:
        return True
    pairs = [(gold[name], getattr(quantity, name)) for name in ("low", "best", "high")]
    return all(
        a is None or (b is not None and abs(a - b) <= 1e-6 * max(1, abs(a))) for a, b in pairs
    )


if __name__ == "__main__":
    main()

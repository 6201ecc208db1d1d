"""The times of articles, to be read by eye, and their speed: ``python -m bench.times [ARTICLES]``.

ARTICLES is JSON Lines with a ``text`` on each, and the day that it came out: ``published``, or a
date in its ``doc_id``. Without a file the seeds' articles are read. ``--show`` prints every time
with the words around it, ``--hostile`` the time of pieces that are repeated, and of twice as many.
"""

import argparse
import gc
import json
import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from claimgraph.model import Interval
from claimgraph.text.times import FoundTime, find_times

SEEDS = Path(__file__).parents[1] / "seeds"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
PIECES = ("the ", "May ", "1/", "1:", "2015-", "Monday, ", "from Monday to ", "at dawn ", "a. m. ")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.times", description=__doc__)
    parser.add_argument("articles", type=Path, nargs="?", help="JSON Lines with a text on each")
    parser.add_argument("--show", action="store_true", help="print every time")
    parser.add_argument("--hostile", action="store_true", help="time repeated pieces")
    arguments = parser.parse_args()
    articles = list(_articles(arguments.articles))
    if arguments.show:
        for text, published in articles:
            print(f"== {published or 'no day'}")
            for found in find_times(text, published):
                print(_shown(text, found))
    if arguments.hostile:
        for piece in PIECES:
            _print_growth(piece)

    def read() -> None:
        for text, published in articles:
            find_times(text, published)

    words = sum(len(text.split()) for text, _ in articles)
    print(f"{1e6 * min(_seconds(read) for _ in range(5)) / words:.2f} µs a word of {words:,}")


def _articles(path: Path | None) -> Iterator[tuple[str, Interval | None]]:
    if path is None:
        for file in sorted(SEEDS.glob("*.txt")):
            yield file.read_text(encoding="utf-8"), Interval.parse("2018-11-26")
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = _DAY.search(row.get("published") or row.get("doc_id", ""))
            yield row["text"], Interval.parse(day.group()) if day else None


def _shown(text: str, found: FoundTime) -> str:
    around = text[max(0, found.start - 40) : found.start], text[found.end : found.end + 30]
    before, after = (" ".join(words.split()) for words in around)
    when = found.length if found.interval is None else f"{found.interval}"
    return f"{before:>40} [{found.text}] {after}  | {found.kind} {when}"


def _print_growth(piece: str) -> None:
    day = Interval.parse("2018-11-25")
    first, second = (
        min(_seconds(partial(find_times, text, day)) for _ in range(3))
        for text in (piece * (50_000 // len(piece)), piece * (100_000 // len(piece)))
    )
    print(f"{piece!r:>20} {1e3 * first:8.1f} ms {1e3 * second:8.1f} ms  x{second / first:.2f}")


def _seconds(run: Callable[[], object]) -> float:
    gc.disable()
    start = time.process_time()
    run()
    seconds = time.process_time() - start
    gc.enable()
    return seconds


if __name__ == "__main__":
    main()

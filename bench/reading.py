"""Speed, memory and growth of the reader: ``python -m bench.reading [ARTICLES.jsonl]``.

Processor time of one core. Without a file of articles ({"text": …} a line), the seeds' articles are
read, repeated.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

SEEDS = Path(__file__).parents[1] / "seeds"
HOSTILE = {
    "quotation marks": '"',
    "one long word": "a",
    "no full stop": "he said that ",
    "line breaks": "\n",
    "combining marks": "e\u0301",
    "right to left": "אבג ",
    "emoji": "😀",
    "quotations": "“No,” he said. ",
    "semicolons": "Orr said it fell; he said it rose ",
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    parser.add_argument("articles", type=Path, nargs="?", help="JSON Lines with a text on each")
    parser.add_argument("--memory", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.memory:
        _read_one(arguments.memory)
        return
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    texts = _texts(arguments.articles)
    # First, while this process is small: a child's peak begins with its parent's size.
    _print_memory()
    _print_speed(texts)
    _print_growth()


def _texts(path: Path | None) -> list[str]:
    if path is None:
        articles = [file.read_text(encoding="utf-8") for file in sorted(SEEDS.glob("*.txt"))]
        return articles * 10
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _seconds(work: Callable[[], Any], rounds: int = 3) -> float:
    """Median processor time; this machine has other work."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return median(times)


def _print_speed(texts: list[str]) -> None:
    from claimgraph.reading.encoder.encoder import Encoder, Words
    from claimgraph.reading.encoder.weights import load_weights
    from claimgraph.reading.reader import Reader

    start = time.process_time()
    reader = Reader(threads=1)
    print(f"load: {time.process_time() - start:.2f} s")
    make_doc = reader.nlp.make_doc
    words = [Words.of(make_doc(text)) for text in texts]
    count = sum(len(item.texts) for item in words)
    encoder = Encoder(load_weights(), threads=1)
    forward = _seconds(lambda: [encoder.encode([item]) for item in words])
    rows = {
        "tokenizer": _seconds(lambda: [make_doc(text) for text in texts]),
        "encoder": forward,
        "spaCy Doc": _seconds(lambda: list(reader.nlp.pipe(texts))),
        "records": _seconds(lambda: list(reader.pipe(texts))),
    }
    print(f"{len(texts)} articles, {count} words")
    for name, seconds in rows.items():
        print(f"{name:12}{count / seconds:10.0f} words/s{seconds / forward:8.2f} x encoder")


def _print_growth() -> None:
    from claimgraph.reading.reader import Reader

    reader = Reader(threads=1)

    def seconds(text: str) -> float:
        return _seconds(lambda: reader.read(text))

    for name, unit in HOSTILE.items():
        small, large = (seconds(unit * (length // len(unit))) for length in (10_000, 100_000))
        print(f"{name:16}{small:7.2f} s, ten times the text {large / small:5.1f} x")


def _print_memory() -> None:
    for characters in (10_000, 1_000_000):
        command = [sys.executable, "-m", "bench.reading", "--memory", str(characters)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        print(f"{characters:>9} characters: {done.stdout.strip()}")


def _read_one(characters: int) -> None:
    from claimgraph.reading.reader import Reader

    text = (SEEDS / "aleppo.txt").read_text(encoding="utf-8")
    reader = Reader(threads=1)
    found = reader.read((text * (characters // len(text) + 1))[:characters])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{peak:.0f} MB at most, {len(found.attributions)} attributions")


if __name__ == "__main__":
    main()

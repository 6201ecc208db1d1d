"""The cast alone: sources of annotated articles, resolved from the spans that people marked.

``python -m bench.sources ARTICLES.jsonl > predictions.jsonl`` reads articles with attributions
("source", "cue" and "content" as offsets), resolves every source, and writes the same rows with
"canonical", "source_kind" and "affiliation" as the reader finds them, for a scorer of records. So
the resolution is measured without the misses of the model that marks the spans. How many of the
sources are pronouns, and how many of these were resolved, goes to stderr.
"""

from __future__ import annotations

import argparse
import json
import sys
from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import Any

from claimgraph.model import Document
from claimgraph.reading.cast.candidates import PRONOUNS
from claimgraph.reading.cast.cast import Cast, Resolution
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.reader import Reader


def words_of(parsed: Parsed, span: list[int]) -> Range:
    """The words that a span of characters touches."""
    first, last = bisect_right(parsed.ends, span[0]), bisect_left(parsed.starts, span[1])
    return first, max(last, first + 1)


def resolve(reader: Reader, row: dict[str, Any]) -> list[tuple[dict[str, Any], Resolution | None]]:
    """The attributions of an article as the cast sees them, and why."""
    document = Document(text=row["text"], publisher=row.get("publisher", ""))
    parsed = Parsed.of(reader.annotate(document))
    cast = Cast(parsed, document)
    found: list[tuple[dict[str, Any], Resolution | None]] = []
    for item in row["attributions"]:
        source, cue, content = (
            [words_of(parsed, span) for span in item[part]] for part in ("source", "cue", "content")
        )
        found.append((item, cast.speaker(Draft(source, cue, content))))
    names = {source.id: source.name for source in cast.sources()}
    bodies: dict[str, str] = {}
    for tie in cast.affiliations():
        bodies.setdefault(tie.member_id, names[tie.organisation_id])
    return [
        (
            {
                **item,
                "canonical": speaker.party.name if speaker else "",
                "source_kind": speaker.party.kind.value if speaker else "none",
                "affiliation": bodies.get(speaker.party.id, "") if speaker else "",
            },
            speaker,
        )
        for item, speaker in found
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.sources", description=__doc__)
    parser.add_argument("articles", type=Path, help="JSON Lines of annotated articles")
    reader = Reader(threads=1)
    pronouns = resolved = 0
    for line in parser.parse_args().articles.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        attributions = resolve(reader, row)
        print(json.dumps({"doc_id": row["doc_id"], "attributions": [a for a, _ in attributions]}))
        for item, speaker in attributions:
            said = [row["text"][start:end].lower() for start, end in item["source"]]
            if len(said) == 1 and said[0] in PRONOUNS:
                pronouns += 1
                resolved += speaker is not None and speaker.score > 0
    print(f"pronouns: {pronouns}, resolved: {resolved}", file=sys.stderr)


if __name__ == "__main__":
    main()

"""Universal NER: persons, organisations and places on the sentences of a treebank."""

from __future__ import annotations

from pathlib import Path


def read_names(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Universal NER labels per sentence id; kinds other than person, organisation, place are O."""
    sentences: dict[str, list[tuple[str, str]]] = {}
    current: list[tuple[str, str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# sent_id"):
                current = sentences.setdefault(line.partition("=")[2].strip(), [])
            elif line.strip() and not line.startswith("#"):
                _, word, label = line.split("\t")[:3]
                label = label.strip()
                kept = label[2:] in ("PER", "ORG", "LOC")
                current.append((word, label if kept else "O"))
    return sentences
